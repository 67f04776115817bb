"""The report in the XML of JUnit, which most CI systems show: a suite for each file, a case for each finding."""

from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape

from newsevents._regex import regex
from newsevents.cli.report._reporter import Reporter, Summary, Write, shown
from newsevents.findings import Finding, Level

__all__ = ["JunitReport"]

_NOT_IN_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_MEMORY = 1 << 20


class JunitReport(Reporter):
    """Writes the suites one after the other, each when its findings are counted."""

    def __init__(self, write: Write, failing: frozenset[Level]) -> None:
        """Write with *write*; a finding of a level in *failing* is a failure, another one only output."""
        self._write = write
        self._failing = failing
        self._suites: list[_Suite] = []

    def start(self) -> None:
        """Open the document."""
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newsevents">\n')

    def file(self, path: str) -> None:
        """Begin the suite of a file."""
        self._end_suite()
        self._suites.append(_Suite(path))

    def finding(self, finding: Finding) -> None:
        """Keep a case for the suite."""
        self._suites[-1].add(finding, fails=finding.level in self._failing)

    def finish(self, _: Summary) -> None:
        """Close the document."""
        self._end_suite()
        self._write("</testsuites>\n")

    def _end_suite(self) -> None:
        if self._suites:
            self._suites.pop().end(self._write)


class _Suite:
    """What is found in a file, kept until it is counted; much of it goes to the disk."""

    def __init__(self, path: str) -> None:
        self._name = _attribute(path)
        self._tests = self._failures = self._errors = 0
        # Closed when it ends.
        self._cases = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115

    def add(self, finding: Finding, *, fails: bool) -> None:
        """Add a case."""
        place = "" if finding.line is None else f" at {finding.line}:{finding.column}"
        message, text = _attribute(finding.message), _escaped(str(finding))
        if finding.code == "NE001":
            self._errors += 1
            outcome = f'<error type="{finding.code}" message={message}>{text}</error>'
        elif fails:
            self._failures += 1
            outcome = f'<failure type="{finding.code}" message={message}>{text}</failure>'
        else:
            outcome = f"<system-out>{text}</system-out>"
        self._case(f"{finding.code}{place}", outcome)

    def end(self, write: Write) -> None:
        """Write the suite with its numbers."""
        if not self._tests:
            self._case("clean", "")
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}"'
        write(f"  <testsuite name={self._name} {counts}>\n")
        self._cases.seek(0)
        with self._cases as cases:
            for line in cases:
                write(line)
        write("  </testsuite>\n")

    def _case(self, name: str, outcome: str) -> None:
        self._tests += 1
        self._cases.write(f'    <testcase classname={self._name} name="{name}">{outcome}</testcase>\n')


def _escaped(text: str) -> str:
    """Return a text for XML 1.0, in which some characters cannot stand at all."""
    return escape(_NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", shown(text)))


def _attribute(text: str) -> str:
    escaped = _escaped(text).replace('"', "&quot;")
    # A reader turns white space in attributes into blanks unless it is escaped.
    return '"' + escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + '"'
