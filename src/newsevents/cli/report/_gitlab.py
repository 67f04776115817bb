"""The report that GitLab calls Code Quality."""

import json

from newsevents.cli.report._fingerprint import Fingerprints
from newsevents.cli.report._reporter import Reporter, Summary, Write, relative, shown
from newsevents.findings import Finding, Level

__all__ = ["GitlabReport"]

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReport(Reporter):
    """Writes one array; a finding keeps its fingerprint when lines move."""

    def __init__(self, write: Write) -> None:
        """Write with *write*."""
        self._write = write
        self._separator = "\n"
        self._fingerprint = Fingerprints()

    def start(self) -> None:
        """Open the array."""
        self._write("[")

    def finding(self, finding: Finding) -> None:
        """Write a finding on a line of its own."""
        issue = {
            "description": f"{finding.code}: {shown(finding.message)}",
            "check_name": finding.code,
            "fingerprint": self._fingerprint.of(finding),
            "severity": _SEVERITIES[finding.level],
            "location": {
                "path": shown(relative(finding.path or "")),
                # A place is required; a file as a whole stands at its first line.
                "lines": {"begin": finding.line or 1, "end": finding.end_line or 1},
            },
        }
        self._write(self._separator + json.dumps(issue, ensure_ascii=False))
        self._separator = ",\n"

    def finish(self, _: Summary) -> None:
        """Close the array."""
        self._write("\n]\n")
