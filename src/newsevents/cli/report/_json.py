"""The report in JSON: one finding a line, all keys in each; `newsevents schema report` prints its schema."""

import json
from importlib.metadata import version
from typing import Any

from newsevents.cli.report._reporter import Reporter, Summary, Write, shown
from newsevents.findings import Finding

__all__ = ["JsonReport"]


class JsonReport(Reporter):
    """Writes version 1.0 of the report."""

    def __init__(self, write: Write, columns: str) -> None:
        """Write with *write*; *columns* says what columns count."""
        self._write = write
        self._columns = columns
        self._separator = "\n"

    def start(self) -> None:
        """Write what stands before the findings."""
        tool = {"name": "newsevents", "version": version("newsevents")}
        head = {"type": "newsevents_report", "report_version": "1.0", "tool": tool, "columns": self._columns}
        self._write(_text(head)[:-1] + ', "findings": [')

    def finding(self, finding: Finding) -> None:
        """Write a finding on a line of its own."""
        fields = {
            "code": finding.code,
            "level": finding.level,
            "message": shown(finding.message),
            "path": None if finding.path is None else shown(finding.path),
            "line": finding.line,
            "column": finding.column,
            "end_line": finding.end_line,
            "end_column": finding.end_column,
            "pointer": finding.pointer,
            "record_id": finding.record_id,
            "related": finding.related,
            "replacement": finding.replacement,
        }
        self._write(self._separator + _text(fields))
        self._separator = ",\n"

    def finish(self, summary: Summary) -> None:
        """Write the sum."""
        notes = [{"message": note, "paths": [shown(path) for path in paths]} for note, paths in summary.notes.items()]
        total: dict[str, object] = {"files": summary.files, "unreadable": summary.unreadable}
        total |= {str(level): count for level, count in summary.levels.items()}
        total |= {"exit_status": summary.exit_status, "notes": notes}
        self._write("\n], " + _text({"summary": total})[1:] + "\n")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
