"""Writing: canonical text, and files that are whole or untouched."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pydantic
import pytest
import yaml

from newsevents import Dossier, State, ValidationError, check_file, dump, dumps, fix_text, load, loads
from newsevents.files._format import Format

ODD = [
    "NO",
    "null",
    "~",
    "0o17",
    "0x1F",
    "1e3",
    "12e03",
    "1_000",
    "2024-03-15",
    "12:30:45",
    "=",
    "<<",
    "#",
    "- a",
    "a: b",
]
ODD += [
    "",
    " ",
    "a\nb",
    "a\u2028b",
    "\u0085",
    "\ufeff",
    "👩‍🚀",
    "\x07",
    "\\",
    '"',
    "'",
    "%",
    "@",
    "`",
    "y",
    ".inf",
    "0b1",
    "+1",
    "1.",
]
DOSSIER = Dossier(
    id="d",
    title="Ärger",
    records=[
        State(id=f"s-{number}", country="KP", extensions={"x-a-b": {text: text}}) for number, text in enumerate(ODD)
    ],
)


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_text_is_read_as_it_was_written(format: Format) -> None:
    """Strings that look like something else come back as they were, and the same bytes come out twice."""
    text = dumps(DOSSIER, format=format)
    again = loads(text, format=format, id="d")
    assert again.records == DOSSIER.records
    assert dumps(again, format=format) == text
    assert text.endswith("\n")


def test_yaml_is_safe_for_readers_of_yaml_1_1() -> None:
    """A reader with the older rules sees the same strings."""
    assert yaml.safe_load(dumps(DOSSIER, format="yaml")) == json.loads(dumps(DOSSIER))


def test_json_is_plain_to_read() -> None:
    """Two blanks of indent, the model's order of keys, letters unescaped, a line break at the end."""
    assert dumps(Dossier(id="d", title="Ärger")) == (
        '{\n  "type": "dossier",\n  "schema_version": "1.0",\n  "id": "d",\n  "title": "Ärger"\n}\n'
    )


def test_json_lines_of_no_records() -> None:
    """A dossier without records is a blank line, since an empty file is a fault."""
    text = dumps(Dossier(id="d"), format="jsonl")
    assert text == "\n"
    assert loads(text, format="jsonl").records == ()


@pytest.mark.parametrize("name", ["d.json", "d.jsonl", "d.yaml", "d.YML", "d.json.gz", "d.jsonl.zst", "d.yaml.GZ"])
def test_files(tmp_path: Path, name: str) -> None:
    """The endings say the format and the compression, and the same bytes are written twice."""
    file = tmp_path / name
    dump(DOSSIER, file)
    assert load(file).records == DOSSIER.records
    first = file.read_bytes()
    dump(load(file, id="d"), file)
    assert file.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_format_can_be_named(tmp_path: Path) -> None:
    """And must be, where the ending does not say it."""
    dump(DOSSIER, os.fspath(tmp_path / "d.txt"), format="json")
    assert load(tmp_path / "d.txt", format="json") == DOSSIER
    dump(DOSSIER, tmp_path / "d.gz", format="json")
    assert gzip.decompress((tmp_path / "d.gz").read_bytes()).decode() == dumps(DOSSIER)
    for name in ("e.txt", "e.txt.gz"):
        with pytest.raises(ValueError, match=r"unknown ending '.txt'; .* or name a format"):
            dump(DOSSIER, tmp_path / name)


@pytest.mark.parametrize("format", ["toml", "JSON", ""])
def test_no_format_is_guessed(tmp_path: Path, format: Format) -> None:
    """A name that is no format's is refused, by whatever takes one, and nothing is written."""
    file = tmp_path / "d.json"
    uses: list[Callable[[], object]] = [
        lambda: dumps(DOSSIER, format=format),
        lambda: dump(DOSSIER, file, format=format),
        lambda: loads("{}", format=format),
        lambda: load(file, format=format),
        lambda: fix_text(b"{}", format),
        lambda: check_file(file, format=format),
    ]
    for use in uses:
        with pytest.raises(ValueError, match=rf"^unknown format '{format}'; known are json, jsonl, yaml$"):
            use()
    assert not file.exists()


def test_modes_and_links_are_kept(tmp_path: Path) -> None:
    """A new file has the mode that any new file has; a replaced one keeps its own, and a link stays one."""
    file, link, other = tmp_path / "d.json", tmp_path / "link.json", tmp_path / "other"
    dump(DOSSIER, file)
    other.touch()
    assert file.stat().st_mode == other.stat().st_mode
    file.chmod(0o640)
    link.symlink_to(file)
    dump(Dossier(id="new"), link)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert load(file).id == "new"


def test_an_owner_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stays its owner's where the system lets it; where not, it is written all the same."""
    file = tmp_path / "d.json"
    file.touch()
    asked: list[tuple[int, int]] = []

    def refuse(_: str, user: int, group: int) -> None:
        asked.append((user, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse, raising=False)
    dump(DOSSIER, file)
    assert asked == [(file.stat().st_uid, file.stat().st_gid)]
    assert load(file) == DOSSIER


def test_a_file_is_whole_or_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails, the old file stands and nothing else is left behind."""
    file = tmp_path / "d.json"
    dump(DOSSIER, file)

    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        dump(Dossier(id="new"), file)
    assert load(file) == DOSSIER
    assert [path.name for path in tmp_path.iterdir()] == ["d.json"]


def nested(depth: int, kind: type) -> Any:
    """Return a value of so many levels of lists or of objects."""
    value: Any = kind()
    for _ in range(depth - 1):
        value = [value] if kind is list else {"a": value}
    return value


@pytest.mark.parametrize("kind", [list, dict])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_extensions_are_as_deep_as_can_be_read(kind: type, format: Format) -> None:
    """The deepest extensions that constructors take are read again, wrapper and all; one level more no reader takes."""
    extensions = {"x-a-b": nested(196, kind)}
    dossier = Dossier(id="d", records=[State(id="s", country="KP", extensions=extensions)], extensions=extensions)
    text = dumps(dossier, format=format)
    assert loads(text, format=format) == loads(text, format=format, normalize=True) == dossier
    with pytest.raises(pydantic.ValidationError, match="nested deeper than 196 levels, found in x-a-b"):
        State(id="s", country="KP", extensions={"x-a-b": nested(197, kind)})
    with pytest.raises(pydantic.ValidationError):
        State(id="s", country="KP", extensions={"x-a-b": nested(100_000, kind)})
    deeper = text.replace("[]", "[[1]]").replace("{}", '{"a": {"b": 1}}')
    with pytest.raises(ValidationError) as caught:
        loads(deeper, format=format)
    assert {finding.code for finding in caught.value.findings} == {"NE002"}


def test_extensions_too_deep_are_pointed_at() -> None:
    """A text that can be read, but whose extensions no dossier could hold."""
    text = json.dumps({"type": "state", "id": "s", "country": "KP", "extensions": {"x-a-b": nested(197, list)}})
    with pytest.raises(ValidationError, match="extensions: nested deeper than 196 levels") as caught:
        loads(text)
    assert [finding.pointer for finding in caught.value.findings] == ["/extensions"]
