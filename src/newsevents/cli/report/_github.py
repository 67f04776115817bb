"""Annotations for GitHub Actions, within its limits, and a summary of the step."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from newsevents.cli.report._reporter import Reporter, Summary, Write, counted, relative, shown
from newsevents.findings import Finding, Level

__all__ = ["GithubReport"]

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10
"""GitHub shows so many annotations of a kind for a step, and drops the others without a word."""
_LARGEST_SUMMARY = 1_000_000
"""A summary above 1 MiB is dropped as a whole."""


class GithubReport(Reporter):
    """Keeps the annotations for the end, the worst first; what is over GitHub's limit goes to the log as it comes."""

    def __init__(self, write: Write) -> None:
        """Write the log with *write*."""
        self._write = write
        self._kept: dict[Level, list[Finding]] = {"error": [], "warning": [], "info": []}
        self._left_out: dict[Level, int] = {"error": 0, "warning": 0, "info": 0}
        self._token = ""
        self._step = _StepSummary()

    def finding(self, finding: Finding) -> None:
        """Keep a finding for an annotation, or write it to the log."""
        self._step.add(finding)
        kept = self._kept[finding.level]
        if len(kept) < _MOST:
            kept.append(finding)
        else:
            self._leave_out(finding)

    def finish(self, summary: Summary) -> None:
        """Write the annotations, and the summary of the step."""
        notices = self._kept["info"]
        if any(self._left_out.values()) and len(notices) == _MOST:
            # What was left out must be said, and that takes a place.
            self._leave_out(notices.pop())
        if self._token:
            self._write(f"::{self._token}::\n")
        for level, findings in self._kept.items():
            for finding in findings:
                self._write(f"::{_COMMANDS[level]} {','.join(_properties(finding))}::{_data(finding.message)}\n")
        left_out = [counted(number, _COMMANDS[level]) for level, number in self._left_out.items() if number]
        if left_out:
            message = f"{', '.join(left_out)} more than GitHub annotates; the log of this step shows them"
            self._write(f"::notice title=newsevents::{_data(message)}\n")
        self._step.write(summary)

    def _leave_out(self, finding: Finding) -> None:
        if not self._token:
            # A file could bring words that the runner takes for commands.
            self._token = secrets.token_hex(16)
            self._write(f"::stop-commands::{self._token}\n")
        self._left_out[finding.level] += 1
        self._write(f"{finding}\n")


def _properties(finding: Finding) -> Iterable[str]:
    yield f"file={_property(relative(finding.path or ''))}"
    if finding.line is not None:
        yield f"line={finding.line}"
        yield f"endLine={finding.end_line}"
        if finding.line == finding.end_line:
            yield f"col={finding.column}"
            yield f"endColumn={finding.end_column}"
    yield f"title=newsevents {finding.code}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class _StepSummary:
    """The summary of the step, in Markdown: a table of the findings for which there is room."""

    def __init__(self) -> None:
        name = os.environ.get("GITHUB_STEP_SUMMARY")
        self._path = Path(name) if name else None
        self._rows: list[str] = []
        self._room = _LARGEST_SUMMARY
        self._left_out = 0
        if self._path is not None and self._path.exists():
            self._room -= self._path.stat().st_size

    def add(self, finding: Finding) -> None:
        """Add a row."""
        if self._path is None:
            return
        place = ":".join(str(part) for part in (relative(finding.path or ""), finding.line, finding.column) if part)
        row = f"| {_cell(place)} | {finding.code} | {finding.level} | {_cell(finding.message)} |\n"
        self._room -= len(row.encode())
        if self._room > 0:
            self._rows.append(row)
        else:
            self._left_out += 1

    def write(self, summary: Summary) -> None:
        """Append the summary to the file that GitHub named, if it did."""
        if self._path is None:
            return
        total, *notes = str(summary).splitlines()
        text = [f"### newsevents\n\n{_cell(total)}\n\n", *(f"{_cell(note)}\n\n" for note in notes)]
        if self._rows:
            text += ["| Place | Code | Level | Message |\n|---|---|---|---|\n", *self._rows, "\n"]
        if self._left_out:
            text.append(f"{counted(self._left_out, 'more finding')} did not fit here.\n")
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(text)


def _cell(text: str) -> str:
    """Return a text as it stands, for a cell of a table in Markdown."""
    visible = " ".join(shown(text).split())
    return "".join(f"&#{ord(char)};" if char in "\\`*_{}[]<>()#+-.!|~&@:" else char for char in visible)
