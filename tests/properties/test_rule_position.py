"""Positions of what rules find: the place in the file is that of the value at the pointer, in every format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from newsevents import Dossier, dumps
from newsevents.files._format import Format
from newsevents.files.check import check_file
from newsevents.rules._rule import RULES, Found, Rule
from newsevents.rules._view import View
from newsevents.testing import dossiers


def everything(view: View) -> Iterator[Found]:
    """Find every scalar of every record."""
    for record in view.records:
        waiting: list[tuple[str, Any]] = [("", json.loads(record.to_json()))]
        while waiting:
            pointer, value = waiting.pop()
            if isinstance(value, dict | list):
                inner = value.items() if isinstance(value, dict) else enumerate(value)
                waiting += (
                    (f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}", part) for key, part in inner
                )
            else:
                yield Found(record, pointer, json.dumps(value))


def written(dossier: Dossier, kind: str) -> tuple[Format, str]:
    """Return a format and a text in it that holds the records of a dossier."""
    lines = [json.dumps(json.loads(record.to_json()), ensure_ascii=False) for record in dossier.records]
    if kind == "list":
        return "json", "[" + ",\n ".join(lines) + "]"
    if kind == "documents":
        return "yaml", "".join(f"---\n{line}\n" for line in lines) or "[]"
    format: Format = "jsonl" if kind == "jsonl" else "json"
    return format, dumps(dossier, format=format)


@pytest.mark.parametrize("kind", ["dossier", "list", "jsonl", "documents"])
def test_what_a_rule_finds_is_pointed_at(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its first character to its last: the text between is the value."""
    rule = Rule(code="NE111", name="everything", level="info", written="", alone=True, check=everything)
    monkeypatch.setitem(RULES, "NE111", rule)

    @given(dossiers())
    def law(dossier: Dossier) -> None:
        format, text = written(dossier, kind)
        if kind == "documents" and not all(" " <= char <= "~" or char == "\n" for char in text):
            return  # not every character may stand in YAML as it is
        path = tmp_path / "file"
        path.write_bytes(text.encode())
        lines = text.split("\n")
        for finding in check_file(path, format=format, select=["NE111"]):
            assert finding.line is not None
            assert finding.line == finding.end_line
            assert finding.column is not None
            assert finding.end_column is not None
            value = lines[finding.line - 1][finding.column - 1 : finding.end_column - 1]
            assert json.loads(value) == json.loads(finding.message)

    law()
