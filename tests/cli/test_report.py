"""Reports in every format, of the same findings."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.cli._source import SourceLines
from newsevents.cli.report._github import GithubReport
from newsevents.cli.report._gitlab import GitlabReport
from newsevents.cli.report._junit import JunitReport
from newsevents.cli.report._make import Manner, make
from newsevents.cli.report._reporter import Reporter, Summary, relative, uri
from newsevents.cli.report._sarif import SarifReport
from newsevents.findings import Finding, Level
from newsevents.rules._rule import RULES

Put = Callable[..., None]
Run = Callable[..., Any]
WRONG = '{"type":"state",\n\t"id":"𐍈", "countri":"KP"}\n'
UNUSED = '{"type":"source","id":"r","form":"article","title":"A report"}\n'


def finding(code: str = "NE003", level: Level = "error", message: str = "is wrong", **fields: Any) -> Finding:
    """Return a finding."""
    place: dict[str, Any] = {"path": "a.json", "line": 2, "column": 3, "end_line": 2, "end_column": 5}
    return Finding(code=code, level=level, message=message, **(place | fields))


def written(make_report: Callable[[Callable[[str], object]], Reporter], *findings: Finding) -> str:
    """Return the report of some findings in one file."""
    parts: list[str] = []
    report = make_report(parts.append)
    report.start()
    report.file("a.json")
    summary = Summary(files=1)
    for found in findings:
        summary.levels[found.level] += 1
        report.finding(found)
    report.finish(summary)
    return "".join(parts)


def junit(write: Callable[[str], object]) -> Reporter:
    """Return a JUnit report in which errors fail."""
    return JunitReport(write, frozenset({"error"}))


@pytest.fixture
def files(put: Put) -> None:
    """Write a file with errors, one with a warning, one without fault."""
    put("a/wrong.json", text=WRONG)
    put("b.json", text=UNUSED)
    put("c.json")


@pytest.mark.usefixtures("files")
class TestJson:
    """The report in JSON."""

    def test_what_is_in_it(self, run: Run) -> None:
        """Every finding with every key, and the sum."""
        done = run("validate", ".", "missing.json", "--format", "json")
        report = json.loads(done.out)
        assert done.status == 2
        assert [found["code"] for found in report["findings"]] == ["NE003", "NE003", "NE003", "NE105", "NE001"]
        assert report["findings"][2] | {"message": ""} == {
            "code": "NE003",
            "level": "error",
            "message": "",
            "path": "a/wrong.json",
            "line": 2,
            "column": 12,
            "end_line": 2,
            "end_column": 21,
            "pointer": "/countri",
            "record_id": "𐍈",
            "related": [],
            "replacement": None,
        }
        assert report["summary"] == {
            "files": 4,
            "unreadable": 1,
            "error": 4,
            "warning": 1,
            "info": 0,
            "exit_status": 2,
            "notes": [],
        }
        assert done.err == "4 files checked: 4 errors, 1 warning, 0 info\n"

    def test_its_schema(self, run: Run, put: Put) -> None:
        """It is valid under the schema that the command prints, and that holds more than nothing."""
        jsonschema = pytest.importorskip("jsonschema")
        schema = json.loads(run("schema", "report").out)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        put("d.json", text="{")
        put("e.json", text='{"type":"state","id":"s","country":"KP","a\\nb":1}')
        for words in ([".", "missing.json"], ["c.json"], [".", "--together", "--columns", "utf-16"]):
            report = json.loads(run("validate", *words, "--format", "json").out)
            validator.validate(report)
        assert report["summary"]["notes"][0]["paths"] == ["a/wrong.json", *(f"{name}.json" for name in "bcde")]
        assert report["columns"] == "utf-16"
        assert not validator.is_valid(report | {"findings": [{}]})
        assert not validator.is_valid({})

    def test_wrong_use_of_its_schema(self, run: Run) -> None:
        """The schema of the report has no profiles."""
        assert run("schema", "report", "--profile", "llm").status == 2


@pytest.mark.usefixtures("files")
class TestGithub:
    """Annotations for GitHub Actions."""

    def test_annotations(self, run: Run) -> None:
        """Errors, then warnings, each where it stands; the end of the place only where it is on the same line."""
        assert run("validate", ".", "missing,%:.json", "--format", "github").out == (
            "::error file=a/wrong.json,line=1,endLine=2,title=newsevents NE003::required field 'country' is missing\n"
            "::error file=a/wrong.json,line=2,endLine=2,col=7,endColumn=10,title=newsevents NE003::id: should be a "
            "slug: lower-case ASCII letters and digits, single - . _ or : between them; "
            'at most 128 characters, not "𐍈"\n'
            "::error file=a/wrong.json,line=2,endLine=2,col=12,endColumn=21,title=newsevents NE003::unknown field "
            "'countri' of State; did you mean 'country'?\n"
            "::error file=missing%2C%25%3A.json,title=newsevents NE001::cannot be read: No such file or directory\n"
            "::warning file=b.json,line=1,endLine=1,col=1,endColumn=63,title=newsevents NE105::no record names this "
            "source, and no attribution says which source it comes from: name it, give it an attribution, or take it "
            "out\n"
        )

    def test_limits(self) -> None:
        """Ten of a kind are annotated, the others are in the log, where nothing in them is taken for a command."""
        findings = [finding(level="error", message=f"e{number}") for number in range(13)]
        findings += [finding(level="warning", message="##[error]w")] * 11 + [finding(level="info", message="i")] * 9
        *log, last = written(GithubReport, *findings).splitlines()
        token = log[0].removeprefix("::stop-commands::")
        assert re.fullmatch("[0-9a-f]{32}", token)
        assert log[1:6] == [*(f"a.json:2:3: NE003 error e{number}" for number in (10, 11, 12)), *log[4:6]]
        assert log[4:6] == ["a.json:2:3: NE003 warning ##[error]w", f"::{token}::"]
        kinds = [line.split()[0] for line in log[6:]]
        assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 9
        assert last == (
            "::notice title=newsevents::3 errors, 1 warning more than GitHub annotates; the log of this step shows them"
        )

    def test_the_place_of_the_last_word(self) -> None:
        """To say what was left out takes the place of a notice."""
        lines = written(GithubReport, *[finding(level="info")] * 10).splitlines()
        assert len(lines) == 10
        lines = written(GithubReport, *[finding(level="info")] * 11).splitlines()
        assert [line.startswith("::notice") for line in lines] == [False] * 4 + [True] * 10
        assert lines[-1].startswith("::notice title=newsevents::2 notices more")

    def test_summary(self, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The summary of the step is appended to the file that GitHub names; a finding cannot break its table."""
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))
        run("validate", ".", "x|<b>.json", "--format", "github")
        run("validate", "c.json", "--format", "github")
        text = (here / "summary.md").read_text("utf-8")
        assert text.startswith("### newsevents\n\n4 files checked&#58; 4 errors, 1 warning, 0 info\n\n| Place | Code |")
        assert (
            "| x&#124;&#60;b&#62;&#46;json | NE001 | error | cannot be read&#58; No such file or directory |\n" in text
        )
        assert text.endswith("### newsevents\n\n1 file checked&#58; clean\n\n")

    def test_a_summary_that_is_too_long(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """GitHub drops a summary above one mebibyte, so what has no room is counted."""
        path = here / "summary.md"
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
        for _ in range(2):
            written(GithubReport, *[finding(message="x" * 1000)] * 600)
        assert path.stat().st_size < 1 << 20
        assert " more findings did not fit here.\n" in path.read_text("utf-8")

    def test_notes(self, run: Run, put: Put, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What was not checked is in the summary of the step too."""
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))
        put("d.json", text="{")
        run("validate", "c.json", "d.json", "--together", "--format", "github")
        assert "c&#46;json, d&#46;json&#58; the rules did not run" in (here / "summary.md").read_text("utf-8")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("format", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_every_format(run: Run, here: Path, format: str) -> None:
    """The same findings in each, the same exit status, the same summary; the same in a file."""
    done = run("validate", ".", "--format", format)
    assert (done.status, done.err) == (1, "3 files checked: 3 errors, 1 warning, 0 info\n")
    assert [done.out.count(code) >= count for code, count in (("NE003", 3), ("NE105", 1))] == [True, True]
    run("validate", "a", "b.json", "c.json", "--format", format, "--output", "report")
    assert (here / "report").read_text("utf-8") == done.out


class TestGitlab:
    """Code Quality for GitLab."""

    def test_what_is_in_it(self) -> None:
        """The keys that GitLab asks for; what has no place stands on the first line."""
        (found,) = json.loads(written(GitlabReport, finding(line=None, end_line=None)))
        assert found.pop("fingerprint")
        assert found == {
            "description": "NE003: is wrong",
            "check_name": "NE003",
            "severity": "major",
            "location": {"path": "a.json", "lines": {"begin": 1, "end": 1}},
        }
        assert json.loads(written(GitlabReport)) == []

    def test_severities(self) -> None:
        """Each level has its own."""
        levels: tuple[Level, ...] = ("error", "warning", "info")
        found = json.loads(written(GitlabReport, *(finding(level=level) for level in levels)))
        assert [issue["severity"] for issue in found] == ["major", "minor", "info"]

    def test_fingerprints(self) -> None:
        """They stay when lines move; another file, code, record or pointer has another, and a second finding there."""
        one: dict[str, Any] = {"pointer": "/a"}
        found = [
            json.loads(written(GitlabReport, *findings))[-1]["fingerprint"]
            for findings in (
                [finding(**one)],
                [finding(**one, line=7)],
                [finding(**one, message="other words")],
                [finding(**one, path="b.json")],
                [finding(pointer="/b")],
                [finding("NE004", **one)],
                [finding(**one), finding(**one)],
                [finding(**one), finding(**one, record_id="s")],
                [finding(**one, record_id="s")],
            )
        ]
        assert found[0] == found[1] == found[2]
        assert found[-1] == found[-2]
        assert len(set(found)) == 6

    @pytest.mark.parametrize("above", ["", "/records"])
    def test_records_that_are_put_before_others(self, above: str) -> None:
        """The number of a record counts only where it has no id; what stands in it always does."""
        pointers = (f"{above}/0/a/0", f"{above}/12/a/0", f"{above}/12/a/1", f"{above}/0", f"{above}/12", "", "/a/0")
        found = {
            (pointer, id): json.loads(written(GitlabReport, finding(pointer=pointer, record_id=id)))[0]["fingerprint"]
            for pointer in pointers
            for id in ("s", None)
        }
        first, moved, other, whole, whole_moved, alone, alone_within = (found[pointer, "s"] for pointer in pointers)
        assert first == moved == alone_within != other
        assert whole == whole_moved == alone
        assert len({found[pointer, None] for pointer in pointers}) == len(pointers)


class TestSarif:
    """SARIF 2.1.0."""

    def test_what_is_in_it(self, run: Run, put: Put) -> None:
        """Rules from the registry, results with places in UTF-16 code units, and how it ended."""
        put("a b/ü:.json", text=WRONG)
        (found,) = json.loads(run("validate", ".", "missing.json", "--format", "sarif").out)["runs"]
        rules = found["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == sorted(RULES)
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])
        assert found["columnKind"] == "utf16CodeUnits"
        place = found["results"][2]["locations"][0]["physicalLocation"]
        assert place == {
            "artifactLocation": {"uri": "a%20b/%C3%BC%3A.json", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 22},
        }
        assert "region" not in found["results"][3]["locations"][0]["physicalLocation"]
        assert found["invocations"] == [{"executionSuccessful": False, "exitCode": 2}]

    def test_levels(self) -> None:
        """Each level has its own."""
        levels: tuple[Level, ...] = ("error", "warning", "info")
        (found,) = json.loads(written(SarifReport, *(finding(level=level) for level in levels)))["runs"]
        assert [result["level"] for result in found["results"]] == ["error", "warning", "note"]

    def test_paths(self, here: Path) -> None:
        """A path below the current folder is relative, another one is a URI of its own."""
        assert relative(str(here / "a" / "b.json")) == "a/b.json"
        assert uri(str(here / "a" / "b.json")) == "a/b.json"
        assert uri("../a.json") == "../a.json"
        assert uri("/a b.json") == "file:///a%20b.json"
        assert uri("\udcff.json") == "%FF.json"
        (found,) = json.loads(written(SarifReport, finding(path="/a b.json")))["runs"]
        place = found["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "file:///a%20b.json"}


class TestJunit:
    """JUnit's XML."""

    def test_what_is_in_it(self, run: Run, put: Put) -> None:
        """A suite for each file with its numbers, and a case for each finding; a clean file is a case that passes."""
        put("a.json", text=UNUSED)
        put("b.json")
        put("c.json", text="{")
        root = ET.fromstring(run("validate", ".", "d.json", "--format", "junit").out)  # noqa: S314  (our own)
        suites = [
            (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors"), [
                (case.get("name"), [outcome.tag for outcome in case]) for case in suite
            ])
            for suite in root
        ]  # fmt: skip
        assert suites == [
            ("a.json", "1", "0", "0", [("NE105 at 1:1", ["system-out"])]),
            ("b.json", "1", "0", "0", [("clean", [])]),
            ("c.json", "1", "1", "0", [("NE002 at 1:1", ["failure"])]),
            ("d.json", "1", "0", "1", [("NE001", ["error"])]),
        ]

    def test_white_space(self) -> None:
        """What is in an attribute is read as it was written."""
        root = ET.fromstring(written(junit, finding(message="a\tb\nc\rd\"'<&>")))  # noqa: S314  (our own)
        failure = root.find("*/*/failure")
        assert failure is not None
        assert failure.get("message") == "a\tb\nc\rd\"'<&>"


def test_columns(put: Put) -> None:
    """Columns count UTF-16 code units on request, at the end of the place as at its start."""
    put("a.json", text="𐍈𐍈\r\n𐍈")
    seen: list[Finding] = []

    class Seeing(Reporter):
        def finding(self, finding: Finding, /) -> None:
            seen.append(finding)

    from newsevents.cli.report._utf16 import Utf16Columns  # noqa: PLC0415  (beside its test)

    report = Utf16Columns(Seeing(), SourceLines())
    report.start()
    report.file("a.json")
    report.finding(finding(line=1, column=2, end_line=2, end_column=2))
    report.finding(finding(line=1, column=1, end_line=1, end_column=9))
    report.finding(finding(line=9, column=4, end_line=None, end_column=None))
    report.finding(finding(path="missing.json", line=1, column=4, end_line=1, end_column=4))
    report.finish(Summary())
    assert [(one.column, one.end_column) for one in seen] == [(3, 3), (1, 11), (4, None), (4, 4)]


def test_output(put: Put, run: Run, here: Path) -> None:
    """The report goes to a file, text to standard output; the file's mode stays, and no other file is left."""
    put("b.json", text="{")
    (here / "report.json").write_text("old", encoding="utf-8")
    (here / "report.json").chmod(0o640)
    done = run("validate", ".", "--exclude", "x", "--format", "json", "--output", "report.json")
    assert done.out.startswith("b.json:1:1: NE002 error ")
    assert json.loads((here / "report.json").read_text("utf-8"))["summary"]["files"] == 1
    assert (here / "report.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in here.iterdir()) == ["b.json", "report.json"]
    run("validate", "b.json", "--output", "new.txt")
    assert (here / "new.txt").read_text("utf-8") == done.out
    assert run("validate", ".", "--output", ".").status == 2


def test_output_to_a_device(put: Put, run: Run) -> None:
    """What is no file is written to as it is."""
    put("b.json", text="{")
    assert run("validate", ".", "--output", "/dev/null").status == 1
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs a name for the standard output")
def test_output_to_a_pipe(put: Put, here: Path) -> None:
    """A pipe that has a name by its number only takes the report."""
    put("a.json")
    words = [sys.executable, "-m", "newsevents", "validate", "a.json", "--format", "json", "--output", "/dev/stdout"]
    done = subprocess.run(words, cwd=here, capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["summary"]["files"]) == (0, 1)


def test_an_interruption_leaves_nothing(put: Put, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves the old report as it was, and no half of a new one."""
    put("b.json")
    put("report.txt", text="old")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsevents.cli._check.check_file", interrupt)
    assert run("validate", "b.json", "--output", "report.txt") == (130, "", "newsevents: interrupted\n")
    assert (here / "report.txt").read_text("utf-8") == "old"
    assert sorted(path.name for path in here.iterdir()) == ["b.json", "report.txt"]


def test_a_format_is_made_once(here: Path) -> None:
    """A format that counts columns of its own is not asked to count them twice."""
    manner = Manner("utf-16", "never", frozenset(), SourceLines())
    with (here / "x").open("w", encoding="utf-8") as stream:
        assert type(make("sarif", stream, manner)) is type(make("text", stream, manner))
