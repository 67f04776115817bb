"""Positions: a finding points exactly at the value or the key that is wrong, however the text is laid out."""

import json
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from tests.properties.mutate import Place, places

from newsevents import Dossier, Finding, ValidationError, dumps, loads
from newsevents.testing import dossiers

NO_BREAKS = "\x85\u2028\u2029"  # of lines, in YAML 1.2
YAML_BREAKS = ("\n", "\r\n", "\r", "\n\n", " # so it is said\n", "\n# \U0001f6a2\n", f" # {NO_BREAKS}\r\n")


class Spot(NamedTuple):
    """Where something stands: line and column, from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Writer:
    """Writes a JSON value as text with a random layout, and keeps where every value and every key went.

    Text is written with the escapes of JSON, or with *escape*.
    """

    def __init__(self, random: Random, escape: Callable[[str], str] | None = None) -> None:
        self.text = ""
        self._escape = escape
        self.values: dict[str, Spot] = {}
        self.keys: dict[str, Spot] = {}
        self._random = random

    def json(self, value: Any, space: str, pointer: str = "") -> "Writer":
        """Write *value* as JSON, with blanks, tabs and line breaks of *space* where they may be."""
        self._blank(space)
        start = len(self.text)
        if isinstance(value, dict | list):
            named = value.items() if isinstance(value, dict) else enumerate(value)
            opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
            self.text += opening
            for index, (key, part) in enumerate(named):
                self.text += "," if index else ""
                below = f"{pointer}/{escaped(key)}"
                if isinstance(value, dict):
                    self._blank(space)
                    self._key(below, self._scalar(key))
                    self._blank(space)
                    self.text += ":"
                self.json(part, space, below)
            self._blank(space)
            self.text += closing
        else:
            self.text += self._scalar(value)
        self.values[pointer] = self._spot(start)
        self._blank(space)
        return self

    def yaml(self, value: Any, indent: int = 0, pointer: str = "") -> "Writer":
        """Write *value* as YAML: blocks, with scalars as JSON writes them."""
        if not value or not isinstance(value, dict | list) or self._random.random() < 0.2:
            return self.json(value, " ", pointer)
        start = len(self.text)
        named = value.items() if isinstance(value, dict) else enumerate(value)
        for index, (key, part) in enumerate(named):
            if index:
                self.text += self._random.choice(YAML_BREAKS) + " " * indent
            below = f"{pointer}/{escaped(key)}"
            if isinstance(value, list):
                self.text += "- "
                self.yaml(part, indent + 2, below)
                continue
            plain = key.replace("_", "").isalpha() and key.isascii() and key.lower() not in {"null", "true", "false"}
            self._key(below, key if plain and self._random.random() < 0.7 else self._scalar(key))
            self.text += ":"
            if part and isinstance(part, dict | list):
                deeper = indent + 1 + self._random.randrange(4)
                self.text += "\n" + " " * deeper
                self.yaml(part, deeper, below)
            else:
                self.text += " "
                self.yaml(part, indent, below)
        self.values[pointer] = self._spot(start)
        return self

    def _key(self, pointer: str, written: str) -> None:
        start = len(self.text)
        self.text += written
        self.keys[pointer] = self._spot(start)

    def _scalar(self, value: Any) -> str:
        if self._escape is None or not isinstance(value, str):
            return json.dumps(value, ensure_ascii=self._random.random() < 0.5)
        kept = {char for char in value if char.isprintable() or char in NO_BREAKS} - set('"\\')
        raw = "".join(char if char in kept else self._escape(char) for char in value)
        return f'"{raw}"'

    def _blank(self, space: str) -> None:
        self.text += "".join(self._random.choice(space) for _ in range(self._random.choice((0, 0, 1, 2))))

    def _spot(self, start: int) -> Spot:
        return Spot(*self._position(start), *self._position(len(self.text)))

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset].split("\n")
        return len(before), len(before[-1]) + 1


def escaped(key: str | int) -> str:
    """Return a key as a part of a JSON Pointer."""
    return str(key).replace("~", "~0").replace("/", "~1")


def write_json(data: Any, random: Random) -> Writer:
    """Return *data* as JSON of any layout."""
    return Writer(random).json(data, " \t\r\n")


def write_yaml(data: Any, random: Random) -> Writer:
    """Return *data* as YAML."""
    # The escapes of JSON are not all those of YAML: it knows no surrogate pairs.
    return Writer(random, lambda char: f"\\U{ord(char):08X}").yaml(data)


FORMATS: dict[str, Callable[[Any, Random], Writer]] = {"json": write_json, "yaml": write_yaml}


def refused(text: str, format: Any) -> tuple[Finding, ...]:
    """Return the findings with which a text is refused."""
    note(text)
    with pytest.raises(ValidationError) as caught:
        loads(text, format=format)
    return caught.value.findings


def spot(finding: Finding) -> tuple[int | None, ...]:
    """Return where a finding points."""
    return finding.line, finding.column, finding.end_line, finding.end_column


def ours(data: Any) -> list[Place]:
    """Return the places that are not in anybody's own data."""
    return [place for place in places(data) if place.pointer and "/extensions/" not in f"{place.pointer}/"]


def owner(data: Any, pointer: str) -> str | None:
    """Return the id of the record in which *pointer* leads somewhere."""
    parts = pointer.split("/")
    return data["records"][int(parts[2])].get("id") if parts[1:2] == ["records"] and len(parts) > 2 else None


@pytest.mark.parametrize("format", FORMATS)
def test_a_wrong_value_is_pointed_at(format: str) -> None:
    """One value that is wrong: one finding, with its pointer, from its first character to its last."""

    @given(dossiers(), st.data(), st.integers(0, 2**32 - 1))
    def law(dossier: Dossier, data: st.DataObject, seed: int) -> None:
        content = json.loads(dumps(dossier))
        scalars = [place for place in ours(content) if not isinstance(place.value, dict | list)]
        place = data.draw(st.sampled_from(scalars))
        place.parent[place.key] = data.draw(st.sampled_from([None, [], {}, [None], {"text": 1}]))
        written = FORMATS[format](content, Random(seed))
        (finding,) = refused(written.text, format)
        assert finding.code == "NE003"
        assert finding.pointer == place.pointer
        expected = written.values[place.pointer]
        assert spot(finding)[:2] == expected[:2]
        # A block of YAML has no mark of its own at its end.
        if format == "json" or not place.value:
            assert spot(finding) == expected
        if place.key not in {"id", "type"}:
            assert finding.record_id == owner(content, place.pointer)

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_an_unknown_key_is_pointed_at(format: str) -> None:
    """One key that is unknown: one finding, at the key and not at its value."""

    @given(dossiers(), st.data(), st.integers(0, 2**32 - 1), st.sampled_from(("wrong", "na/me", "~", "", "\u2620 x")))
    def law(dossier: Dossier, data: st.DataObject, seed: int, name: str) -> None:
        content = json.loads(dumps(dossier))
        models = [place for place in ours(content) if isinstance(place.value, dict) and place.key != "identifiers"]
        pointer = data.draw(st.sampled_from(["", *(place.pointer for place in models)]))
        target = next((place.value for place in models if place.pointer == pointer), content)
        target[name] = data.draw(st.sampled_from([None, 1, [], {"a": [1]}]))
        written = FORMATS[format](content, Random(seed))
        (finding,) = refused(written.text, format)
        wrong = f"{pointer}/{escaped(name)}"
        assert (finding.code, finding.pointer) == ("NE003", wrong)
        assert spot(finding) == written.keys[wrong]
        assert finding.record_id == owner(content, wrong)

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_a_lack_is_pointed_at_where_it_lacks(format: str) -> None:
    """A required field that is missing: a finding at the start of what lacks it."""

    @given(dossiers(), st.data(), st.integers(0, 2**32 - 1))
    def law(dossier: Dossier, data: st.DataObject, seed: int) -> None:
        content = json.loads(dumps(dossier))
        required = {"type", "id", "schema_version", "actor_id", "source_id", "start", "end", "kind", "form", "motion"}
        fields = [place for place in ours(content) if place.key in required and "/names/" not in place.pointer]
        # Of quotations the id may be absent, and kinds of names; those are no lack.
        fields = [place for place in fields if "/quotations/" not in place.pointer or place.key == "source_id"]
        place = data.draw(st.sampled_from(fields))
        del place.parent[place.key]
        written = FORMATS[format](content, Random(seed))
        (finding,) = refused(written.text, format)
        pointer = place.pointer.rpartition("/")[0]
        assert (finding.code, finding.pointer) == ("NE003", pointer)
        assert spot(finding)[:2] == written.values[pointer][:2]

    law()


@given(dossiers(), st.data(), st.integers(0, 2**32 - 1))
def test_json_lines_count_on(dossier: Dossier, data: st.DataObject, seed: int) -> None:
    """In JSON Lines the pointer starts at the record, the line is that of the file."""
    lines = [json.loads(line) for line in dumps(dossier, format="jsonl").split("\n") if line]
    if not lines:
        return
    random = Random(seed)
    number = data.draw(st.integers(0, len(lines) - 1))
    scalars = [place for place in ours(lines[number]) if not isinstance(place.value, dict | list)]
    place = data.draw(st.sampled_from(scalars))
    place.parent[place.key] = None
    written = [Writer(random).json(line, " \t") for line in lines]
    breaks = [random.choice(("\n", "\r\n", "\n\n", "\n \t\n")) for _ in lines]
    text = "".join(line.text + end for line, end in zip(written, breaks, strict=True))
    (finding,) = refused(text, "jsonl")
    skipped = sum(
        line.text.count("\n") + end.count("\n") for line, end in list(zip(written, breaks, strict=True))[:number]
    )
    expected = written[number].values[place.pointer]
    assert finding.pointer == place.pointer
    assert spot(finding) == (1 + skipped, expected.column, 1 + skipped, expected.end_column)


@given(dossiers(), st.data())
def test_every_fault_is_found(dossier: Dossier, data: st.DataObject) -> None:
    """Several wrong values: as many findings, in the order of the text."""
    content = json.loads(dumps(dossier))
    scalars = [place for place in ours(content) if not isinstance(place.value, dict | list) and place.key != "type"]
    chosen = data.draw(st.lists(st.sampled_from(scalars), min_size=1, unique_by=lambda place: place.pointer))
    for place in chosen:
        place.parent[place.key] = {}
    written = Writer(Random(0)).json(content, " \n")
    findings = refused(written.text, "json")
    assert sorted(finding.pointer for finding in findings) == sorted(place.pointer for place in chosen)
    assert [spot(finding) for finding in findings] == sorted(written.values[place.pointer] for place in chosen)
