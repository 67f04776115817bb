"""Makes the report that was asked for; the modules of the others are not loaded."""

from typing import NamedTuple, TextIO

from newsevents.cli._source import SourceLines
from newsevents.cli._terminal import console
from newsevents.cli.report._reporter import Reporter
from newsevents.cli.report._text import TerminalReport, TextReport
from newsevents.findings import Level

__all__ = ["Manner", "make"]


class Manner(NamedTuple):
    """What reports have to know beside their format."""

    columns: str
    color: str
    failing: frozenset[Level]
    """The levels that make the exit status 1."""
    lines: SourceLines


def make(format: str, stream: TextIO, manner: Manner) -> Reporter:
    """Return a report in *format* that is written to *stream*.

    Raises:
        MissingExtraError: Color was asked for, and what draws it is not installed.
    """
    report = _make(format, stream, manner)
    if manner.columns != "utf-16" and format != "sarif":
        return report
    from newsevents.cli.report._utf16 import Utf16Columns

    return Utf16Columns(report, manner.lines)


def _make(format: str, stream: TextIO, manner: Manner) -> Reporter:
    # Each format's module is loaded only where it is asked for.
    # ruff: noqa: PLC0415
    write = stream.write
    match format:
        case "json":
            from newsevents.cli.report._json import JsonReport

            return JsonReport(write, manner.columns)
        case "github":
            from newsevents.cli.report._github import GithubReport

            return GithubReport(write)
        case "gitlab":
            from newsevents.cli.report._gitlab import GitlabReport

            return GitlabReport(write)
        case "sarif":
            from newsevents.cli.report._sarif import SarifReport

            return SarifReport(write)
        case "junit":
            from newsevents.cli.report._junit import JunitReport

            return JunitReport(write, manner.failing)
        case _:
            drawn = console(manner.color, stream)
            return TextReport(write) if drawn is None else TerminalReport(drawn, manner.lines)
