"""Reports in SARIF under the standard's own schema, as a package of one of its readers holds it."""

import json
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


@pytest.fixture
def validator(tools: Path) -> Any:
    """Return what judges a report."""
    path = tools / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    return jsonschema.Draft7Validator(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("words", [["clean.json"], [".", "missing.json"], ["."], ["/no such folder/x.json"]])
def test_reports(validator: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    """Whatever is found, the report is valid."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    main(["validate", *words, "--format", "sarif", "--output", "report.sarif"])
    report = json.loads(Path("report.sarif").read_text("utf-8"))
    validator.validate(report)
    # The schema does judge: it is no empty one.
    report["runs"][0]["columnKind"] = "bytes"
    assert not validator.is_valid(report)
