"""The report in the XML of JUnit, which most CI systems show: a suite for each file, a case for each finding."""

import re
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape

from newsevents.cli.report._reporter import Reporter, Summary, Write, shown
from newsevents.findings import Finding, Level

__all__ = ["JunitReport"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_MEMORY = 1 << 20


class JunitReport(Reporter):
    """Writes the suites one after the other, each when its findings are counted."""

    def __init__(self, write: Write, failing: frozenset[Level]) -> None:
        """Write with *write*; a finding of a level in *failing* is a failure, another one only output."""
        self._write = write
        self._failing = failing
        self._path: str | None = None
        self._tests = self._failures = self._errors = 0
        self._cases = _spool()

    def start(self) -> None:
        """Open the document."""
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newsevents">\n')

    def file(self, path: str) -> None:
        """Begin the suite of a file."""
        self._end_suite()
        self._path = path

    def finding(self, finding: Finding) -> None:
        """Keep a case for the suite."""
        place = "" if finding.line is None else f" at {finding.line}:{finding.column}"
        name = _attribute(f"{finding.code}{place}")
        message = _attribute(finding.message)
        if finding.code == "NE001":
            self._errors += 1
            outcome = f'<error type="{finding.code}" message={message}/>'
        elif finding.level in self._failing:
            self._failures += 1
            outcome = f'<failure type="{finding.code}" message={message}>{_escaped(str(finding))}</failure>'
        else:
            outcome = f"<system-out>{_escaped(str(finding))}</system-out>"
        self._tests += 1
        self._cases.write(f"    <testcase classname={_attribute(self._path or '')} name={name}>{outcome}</testcase>\n")

    def finish(self, _: Summary) -> None:
        """Close the document."""
        self._end_suite()
        self._write("</testsuites>\n")

    def _end_suite(self) -> None:
        """Write the suite of the last file, now that its numbers are known."""
        if self._path is None:
            return
        name = _attribute(self._path)
        if not self._tests:
            self._tests = 1
            self._cases.write(f'    <testcase classname={name} name="clean"/>\n')
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}"'
        self._write(f"  <testsuite name={name} {counts}>\n")
        self._cases.seek(0)
        for case in self._cases:
            self._write(case)
        self._write("  </testsuite>\n")
        self._cases.close()
        self._cases = _spool()
        self._tests = self._failures = self._errors = 0


def _spool() -> "SpooledTemporaryFile[str]":
    return SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")


def _escaped(text: str) -> str:
    """Return a text for XML 1.0, in which some characters cannot stand at all."""
    return escape(_NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", shown(text)))


def _attribute(text: str) -> str:
    escaped = _escaped(text).replace('"', "&quot;")
    # A reader turns white space in attributes into blanks unless it is escaped.
    return '"' + escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + '"'
