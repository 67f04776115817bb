"""A document of very many records is taken apart, and gets the findings of one that is taken as a whole."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.mutate import mutant
from tests.properties.test_position import write_json

from newsevents import Dossier
from newsevents.files import stream
from newsevents.files._format import Kind
from newsevents.files.check import check_file
from newsevents.files.stream import Streamed, check_records
from newsevents.findings import Finding
from newsevents.rules._rule import RULES
from newsevents.rules._select import Selection
from newsevents.testing import dossiers, invalid_dossiers

CORPUS = sorted(Path(__file__).parents[1].glob("corpus/**/*.json"))
JSON = Kind("json", None)
# Which silencers are idle is not known of rules on whole files.
STREAMED = [code for code, rule in RULES.items() if (rule.alone or code in {"NE101", "NE102"}) and code != "NE006"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder."""
    return tmp_path_factory.mktemp("unwrap")


def told(finding: Finding) -> str:
    """Return all of a finding, but for the number of its record in the message, which the pointer has too."""
    return repr(replace(finding, message=finding.message.removeprefix(f"records[{finding.pointer[9:]}]: ")))


def check(file: Path, content: bytes) -> Streamed | None:
    """Check that a document has the same findings both ways, if it can be taken apart, and return what was found so."""
    file.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        # No hints, as in large files.
        patch.setattr("newsevents.rules.identity._MOST_COMPARED", -1)
        patch.setattr(stream, "MOST_RECORDS_WHOLE", 0)
        patch.setattr(stream, "_RANGE", 300)
        parted = check_records(file, JSON, Selection(STREAMED))
        whole = check_file(file, select=STREAMED)
    if parted is not None:
        assert sorted(map(told, parted.findings)) == sorted(map(told, whole))
        assert [found.line for found in parted.findings] == sorted(found.line or 0 for found in parted.findings)
    return parted


@given(dossiers(), st.integers(0, 2**32), st.booleans(), st.booleans())
def test_a_document_of_any_layout(folder: Path, dossier: Dossier, seed: int, is_list: bool, marked: bool) -> None:
    """With records that stand on one line or on many, behind one another or apart; with a mark before all of it."""
    data = json.loads(dossier.to_json())
    text = write_json(data.get("records", []) if is_list else data, Random(seed)).text
    parted = check(folder / "a.json", text.encode("utf-8-sig" if marked else "utf-8"))
    assert (parted is not None) == bool(dossier.records)


@given(dossiers(), st.integers(0, 2**32), st.floats(0, 1))
def test_a_fault_is_the_same(folder: Path, dossier: Dossier, seed: int, share: float) -> None:
    """Wherever it is, of shape or of syntax: something wrong in the value, an early end of the text, a byte too few."""
    text = mutant(json.loads(dossier.to_json()), Random(seed)).text
    if seed % 2:
        text = json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    content = text.encode()
    at = int(len(content) * share)
    for broken in (content, content[:at], content[:at] + content[at + 1 :]):
        check(folder / "b.json", broken)


@given(invalid_dossiers())
def test_every_kind_of_fault_is_the_same(folder: Path, invalid: Any) -> None:
    """Of syntax, of shape and of sense."""
    check(folder / "c.json", invalid.text.encode())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: str(path.relative_to(path.parents[1])))
def test_the_corpus_is_checked_the_same(tmp_path: Path, path: Path) -> None:
    """Duplicate keys, other types, empty files, several values."""
    check(tmp_path / path.name, path.read_bytes())
