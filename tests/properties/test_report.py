"""Reports can be read, whatever characters are in a message or in a file's name."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from newsevents.cli.report._github import GithubReport
from newsevents.cli.report._gitlab import GitlabReport
from newsevents.cli.report._json import JsonReport
from newsevents.cli.report._junit import JunitReport
from newsevents.cli.report._reporter import Reporter, Summary
from newsevents.cli.report._sarif import SarifReport
from newsevents.findings import Finding


def written(make_report: Callable[[Callable[[str], object]], Reporter], finding: Finding) -> str:
    """Return the report of a finding."""
    parts: list[str] = []
    report = make_report(parts.append)
    report.start()
    report.file(finding.path or "")
    report.finding(finding)
    report.finish(Summary(files=1))
    return "".join(parts)


def junit(write: Callable[[str], object]) -> Reporter:
    """Return a JUnit report in which errors fail."""
    return JunitReport(write, frozenset({"error"}))


def as_json(write: Callable[[str], object]) -> Reporter:
    """Return a JSON report."""
    return JsonReport(write, "code-points")


@given(st.text(), st.text(min_size=1))
def test_any_characters(message: str, path: str) -> None:
    """Whatever is in a message or a path, every report can be read."""
    found = Finding(code="NE003", level="error", message=message, path=path, line=1, column=1, end_line=1, end_column=2)
    json.loads(written(as_json, found))
    json.loads(written(GitlabReport, found))
    json.loads(written(SarifReport, found))
    ET.fromstring(written(junit, found))  # noqa: S314  (our own)
    log = written(GithubReport, found)
    assert log.count("\n") == 1
    assert len(log.splitlines()) >= 1


@given(st.text(st.characters(categories=["Cs"])), st.text(st.integers(0xDC80, 0xDCFF).map(chr), min_size=1))
def test_what_is_no_text(message: str, path: str) -> None:
    """Bytes in a file's name that are no text, and halves of characters, come out as text."""
    for make_report in (as_json, GitlabReport, SarifReport, junit, GithubReport):
        written(make_report, Finding(code="NE003", level="error", path=path, message=message)).encode()
