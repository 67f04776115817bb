"""The report for people: one line a finding, and on a terminal the line of the file below it."""

from typing import TYPE_CHECKING

from newsevents.cli._source import SourceLines
from newsevents.cli.report._reporter import Reporter, Write
from newsevents.findings import Finding, Level, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["TerminalReport", "TextReport"]

_STYLES: dict[Level, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_BEFORE, _AFTER = 60, 40
_TAB = "    "


class TextReport(Reporter):
    """Writes `path:line:column: CODE level message`, plain."""

    def __init__(self, write: Write) -> None:
        """Write with *write*."""
        self._write = write

    def finding(self, finding: Finding) -> None:
        """Write a line."""
        self._write(f"{finding}\n")


class TerminalReport(TextReport):
    """Draws the same lines in color, each with the line of the file that it is about."""

    def __init__(self, console: "Console", lines: SourceLines) -> None:
        """Draw on *console*, with lines of files from *lines*."""
        self._console = console
        self._lines = lines

    def finding(self, finding: Finding) -> None:
        """Draw a finding."""
        from rich.text import Text  # noqa: PLC0415  (there is a console, so it is installed)

        # The message may hold the level's word as well: the place, the code and the level stand before it.
        head = str(finding).removesuffix(finding.message)
        place = head.removesuffix(f"{finding.code} {finding.level} ")
        style = _STYLES[finding.level]
        text = Text.assemble((place, "bold"), (head.removeprefix(place), style), finding.message)
        if finding.path is not None and finding.line is not None and finding.column is not None:
            text.append_text(self._frame(finding, finding.line, finding.column))
        self._console.print(text, soft_wrap=True)

    def _frame(self, finding: Finding, number: int, column: int) -> "Text":
        """Return the line on which the finding starts, its place marked below; both begin with a line break."""
        from rich.cells import cell_len  # noqa: PLC0415  (there is a console, so it is installed)
        from rich.text import Text  # noqa: PLC0415

        line = self._lines.line(finding.path or "", number)
        end = finding.end_column if finding.end_line == number and finding.end_column else len(line) + 1
        before = _visible(line[max(column - 1 - _BEFORE, 0) : column - 1], cut_before=column - 1 > _BEFORE)
        marked = _visible(line[column - 1 : end - 1][:_AFTER], cut_after=end - column > _AFTER)
        after = _visible(line[end - 1 :][:_AFTER], cut_after=len(line) - end + 1 > _AFTER)
        margin = " " * len(str(number))
        frame = Text.assemble((f"\n {number} │ ", "dim"), before, (marked, _STYLES[finding.level]), after)
        below = " " * cell_len(before) + "^" * max(cell_len(marked), 1)
        return frame.append(f"\n {margin} │ ", "dim").append(below, _STYLES[finding.level])


def _visible(text: str, *, cut_before: bool = False, cut_after: bool = False) -> str:
    """Return a part of a line as a terminal may show it, with dots where more of it stands."""
    return ("…" if cut_before else "") + printable(text.replace("\t", _TAB)) + ("…" if cut_after else "")
