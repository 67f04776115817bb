"""Columns in UTF-16 code units, as editors and SARIF count them."""

from dataclasses import replace

from newsevents.cli._source import SourceLines
from newsevents.cli.report._reporter import Reporter, Summary
from newsevents.findings import Finding

__all__ = ["Utf16Columns"]


class Utf16Columns(Reporter):
    """Passes everything on to a report, with the columns of findings counted anew."""

    def __init__(self, report: Reporter, lines: SourceLines) -> None:
        """Take the report, and where to look the lines up."""
        self._report = report
        self._lines = lines

    def start(self) -> None:
        """Pass it on."""
        self._report.start()

    def file(self, path: str) -> None:
        """Pass it on."""
        self._report.file(path)

    def finding(self, finding: Finding) -> None:
        """Pass it on with other columns."""
        column = self._column(finding.path, finding.line, finding.column)
        end_column = self._column(finding.path, finding.end_line, finding.end_column)
        self._report.finding(replace(finding, column=column, end_column=end_column))

    def finish(self, summary: Summary) -> None:
        """Pass it on."""
        self._report.finish(summary)

    def _column(self, path: str | None, line: int | None, column: int | None) -> int | None:
        if path is None or line is None or column is None:
            return column
        before = self._lines.line(path, line)[: column - 1]
        return column + sum(char > "\uffff" for char in before)
