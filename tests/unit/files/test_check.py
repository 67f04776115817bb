"""Checking a file: shape, then sense, each finding at its place in the text."""

import hashlib
from pathlib import Path

import pytest

from newsevents import Finding
from newsevents.errors import UnknownRuleError
from newsevents.files.check import check_file
from newsevents.files.texts import TextFolder
from newsevents.rules._rule import RULES, Found, Rule
from newsevents.rules._view import View

RECORD = '{"type":"source","id":"s","title":"T","form":"wire","text_file":"no.txt"}'
AT = RECORD.index('"no.txt"') + 1
STATE = '{"type":"state","id":"kp","country":"KP"}'


def spots(path: Path, **options: object) -> list[tuple[str, str, int | None, int | None]]:
    """Return code, pointer, line and column of what is found by NE311 or before."""
    found = check_file(path, select=["NE311"], **options)  # type: ignore[arg-type]  # options as they come
    assert all(finding.path == str(path) for finding in found)
    return [(finding.code, finding.pointer, finding.line, finding.column) for finding in found]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.json",
            f'{{"type":"dossier","schema_version":"1.0","id":"d","records":[\n{STATE},\n{RECORD}]}}',
            ("/records/1/text_file", 3, AT),
        ),
        ("a.json", f"[{STATE},\n {RECORD}]", ("/1/text_file", 2, AT + 1)),
        ("a.json", RECORD, ("/text_file", 1, AT)),
        ("a.jsonl", f"{STATE}\n\n{RECORD}\n{STATE}", ("/text_file", 3, AT)),
        ("a.yaml", f"- {STATE}\n- {RECORD}", ("/1/text_file", 2, AT + 2)),
        ("a.yaml", f"--- [{STATE}, {STATE}]\n--- []\n---\n{RECORD}\n--- {STATE}", ("/text_file", 4, AT)),
        ("a.yaml", "type: source\nid: s\ntitle: T\nform: wire\ntext_file: no.txt", ("/text_file", 5, 12)),
    ],
)
def test_a_finding_of_a_rule_is_placed(tmp_path: Path, name: str, text: str, expected: tuple[str, int, int]) -> None:
    """In every kind of file: the pointer is that of the document, line and column are those of the file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert spots(path) == [("NE311", *expected)]


def test_the_end_is_there_too(tmp_path: Path) -> None:
    """From the first character of the value to the one after its last."""
    path = tmp_path / "a.json"
    path.write_text(RECORD)
    (finding,) = check_file(str(path), select=["NE311"])
    assert (finding.end_line, finding.end_column, finding.record_id) == (1, AT + len('"no.txt"'), "s")


def test_shape_comes_first(tmp_path: Path) -> None:
    """Where the shape is wrong there is nothing to ask rules about; what only warns stops nothing."""
    path = tmp_path / "a.json"
    path.write_text(f'[{RECORD},\n{{"type":"state"}}]')
    assert {code for code, *_ in spots(path)} == {"NE003"}
    path.write_text("\ufeff" + RECORD)
    assert [code for code, *_ in spots(path)] == ["NE002", "NE311"]


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """So is a folder of texts that cannot; a rule that there is none is a slip in the call."""
    assert [code for code, *_ in spots(tmp_path / "missing.json")] == ["NE001"]
    path = tmp_path / "a.json"
    path.write_text(STATE)
    (finding,) = check_file(path, texts_folder=tmp_path / "missing")
    assert (finding.code, finding.path) == ("NE001", str(tmp_path / "missing"))
    with pytest.raises(UnknownRuleError):
        check_file(tmp_path / "missing.json", select=["NE999"])


def test_levels_and_silencers_count(tmp_path: Path) -> None:
    """For what the reader of texts finds as for every rule."""
    path = tmp_path / "a.json"
    path.write_text(RECORD)
    assert check_file(path, select=["NE311"], levels={"NE311": "info"})[0].level == "info"
    assert check_file(path, select=["NE311"], ignore=["NE311"]) == []
    silenced = f'{RECORD[:-1]},"extensions":{{"x-newsevents-ignore":["NE311"]}}}}'
    path.write_text(silenced)
    assert check_file(path, select=["NE311"]) == []


def probe(view: View) -> list[Found]:
    """Find every source with its text, something about the dossier, and a field that is not there."""
    found = [Found(record, "/text", f"{record.id}: {view.text(record.id)}") for record in view.records]
    return [*found, Found(None, "/created", "the dossier")]


@pytest.fixture
def _probed(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Rule(code="NE111", name="probe", level="info", written="", alone=False, check=probe)  # type: ignore[arg-type]
    monkeypatch.setitem(RULES, "NE111", rule)


def probed(path: Path, **options: object) -> list[Finding]:
    """Return what the probe finds."""
    return check_file(path, select=["NE111"], **options)  # type: ignore[arg-type]  # options as they come


@pytest.mark.usefixtures("_probed")
@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.yaml",
            "type: dossier\nschema_version: '1.0'\nid: d\nrecords:\n- type: state\n  id: kp\n  country: KP\n",
            [("/created", 1, 1), ("/records/0/text", 5, 3)],
        ),
        (
            "a.json",
            f'{{"type":"dossier","schema_version":"1.0","id":"d","records":[\n{STATE}]}}',
            [("/created", 1, 1), ("/records/0/text", 2, 1)],
        ),
        ("a.json", f"[\n{STATE}]", [("/created", None, None), ("/0/text", 2, 1)]),
        ("a.jsonl", f"{STATE}\n{STATE}", [("/created", None, None), ("/text", 1, 1), ("/text", 2, 1)]),
        ("a.jsonl", "\n", [("/created", None, None)]),
    ],
)
def test_what_is_not_there_stands_at_what_lacks_it(
    tmp_path: Path, name: str, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    """A lack stands at its record or dossier; what is about a dossier that the file does not write, at the file."""
    path = tmp_path / name
    path.write_text(text)
    assert [(finding.pointer, finding.line, finding.column) for finding in probed(path)] == expected


@pytest.mark.usefixtures("_probed")
def test_where_texts_come_from(tmp_path: Path) -> None:
    """A source's own, one given for its id, its file, and one with its check sum, in this order."""
    path = tmp_path / "a.jsonl"
    (tmp_path / "file.txt").write_text("from its file")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x").write_text("from the folder")

    def source(id: str, text: str | None = None, **fields: str) -> str:
        pin = () if text is None else (f'"text_sha256":"{hashlib.sha256(text.encode()).hexdigest()}"',)
        more = ",".join((*(f'"{name}":"{value}"' for name, value in fields.items()), *pin))
        return f'{{"type":"source","id":"{id}","title":"T","form":"wire"{more and "," + more}}}'

    lines = [
        source("own", text_file="file.txt")[:-1] + ',"text":"its own"}',
        source("given", text_file="file.txt"),
        source("file", text_file="file.txt"),
        source("folder", "from the folder"),
        source("loose", "loose"),
        source("none"),
        source("other", "another version", text_file="file.txt"),
    ]
    path.write_text("\n".join(lines))
    texts = {"given": "given by id", "own": "never taken", "x": "loose"}
    for folder in (tmp_path / "folder", TextFolder(tmp_path / "folder")):
        _, *found = probed(path, texts=texts, texts_folder=folder)
        assert [finding.message for finding in found] == [
            "own: its own",
            "given: given by id",
            "file: from its file",
            "folder: from the folder",
            "loose: loose",
            "none: None",
            "other: None",
        ]
    _, *found = probed(path, texts="loose")
    assert found[4].message == "loose: loose"
    _, *found = probed(path, texts=["x", "loose"])
    assert found[4].message == "loose: loose"
