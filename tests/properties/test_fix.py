"""Fixing: values become canonical, every byte outside them stays, and fixing again changes nothing."""

import json
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from tests.properties.loose import loosened
from tests.properties.test_position import write_json, write_yaml

from newsevents import AnyRecord, Dossier, ValidationError, dumps, loads
from newsevents.files._edit import edited
from newsevents.files._format import Format
from newsevents.files._place import Lines
from newsevents.files.fix import Fix, fix_text
from newsevents.testing import dossiers, records

SEEDS = st.integers(0, 2**32 - 1)
MARK = b"\xef\xbb\xbf"
# What stands plain in YAML, in a flow and in a block.
PLAIN = re.compile(r"[A-Za-z$€£][\w$€£.' ]*[\w€£]")


def check(content: bytes, format: Format) -> Fix:
    """Check what must hold of any text, whether it can be fixed or not."""
    note(content.decode())
    fix = fix_text(content, format)
    if not fix.fixed:
        assert fix.content == content
        assert not fix.edits
        refuses = any(finding.level == "error" for finding in fix.left)
        assert refuses == isinstance(reading(content, format), ValidationError)
        return fix
    # The result is canonical, means the same, and is never fixed again.
    meant = loads(content, format=format, normalize=True)
    assert loads(fix.content, format=format).to_json() == meant.to_json()
    assert fix_text(fix.content, format).content == fix.content
    # Every edit lies in a value that was wrong, and what is between the edits is what it was.
    text = content.decode()
    assert edited(text, fix.edits) == fix.content.decode()
    shift = int(content.startswith(MARK))
    lines = Lines(text[shift:])
    spans = [
        (lines.offset(each.line or 0, each.column or 0), lines.offset(each.end_line or 0, each.end_column or 0))
        for each in fix.fixed
    ]
    for edit in fix.edits:
        assert any(start <= edit.start - shift <= edit.end - shift <= end for start, end in spans)
    return fix


def reading(content: bytes, format: Format) -> Dossier | ValidationError:
    """Return what reading gives."""
    try:
        return loads(content, format=format)
    except ValidationError as error:
        return error


@given(dossiers(), SEEDS, st.booleans())
def test_fixing_json(dossier: Dossier, seed: int, marked: bool) -> None:
    """In any layout of JSON, with and without a byte order mark."""
    data = json.loads(dumps(dossier))
    loosened(data, Random(seed))
    fix = check(MARK * marked + write_json(data, Random(seed)).text.encode(), "json")
    assert not fix.fixed or b"\n" not in b"".join(edit.written.encode() for edit in fix.edits)


@given(dossiers(), SEEDS, st.booleans())
def test_fixing_json_lines(dossier: Dossier, seed: int, marked: bool) -> None:
    """Line by line, in one block and in many."""
    random = Random(seed)
    lines = [json.loads(line) for line in dumps(dossier, format="jsonl").split("\n") if line]
    for line in lines:
        loosened(line, random)
    text = "".join(json.dumps(line, ensure_ascii=False) + random.choice(("\n", "\r\n", "\n\n")) for line in lines)
    content = MARK * marked + text.encode()
    whole = check(content, "jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsevents.files._document._BLOCK", random.choice((1, 300)))
        assert check(content, "jsonl") == whole


@given(dossiers(), SEEDS)
def test_fixing_yaml(dossier: Dossier, seed: int) -> None:
    """In blocks and flows of YAML, with comments and any line ends."""
    data = json.loads(dumps(dossier))
    loosened(data, Random(seed))
    check(write_yaml(data, Random(seed)).text.encode(), "yaml")


def styled(value: Any, random: Random, indent: str) -> str:
    """Return a value in one of the styles of YAML, with or without an anchor, a tag and comments."""
    flow = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        tag = "!!int " if type(value) is int else ""
        return random.choice(("", "&a ", tag, f"&b {tag}")) + flow
    forms = ["", "!!str ", "&a ", "&a !!str ", "! &c "]
    ways = ["'" + value.replace("'", "''") + "'"] if value.isprintable() else [flow]
    ways.append(flow)
    if PLAIN.fullmatch(value):
        ways += [value, value.replace(" ", f"\n{indent}"), f"# c\n{indent}{value}"]
        ways += [f"{header}\n{indent}{value}\n" for header in ("|", ">", "|-", ">+ # c", "| # c")]
    return random.choice(forms) + random.choice(ways)


@given(records(), SEEDS)
def test_fixing_the_styles_of_yaml(record: AnyRecord, seed: int) -> None:
    """In plain, quoted, block and folded scalars, tagged, anchored and commented."""
    random = Random(seed)
    data = json.loads(record.to_json())
    loosened(data, random, sure=True)
    text = "".join(
        f"{name}: {styled(value, random, '   ')}{random.choice(('', ' # c'))}\n"
        if not isinstance(value, list) or not value
        else f"{name}:\n" + "".join(f"- {styled(entry, random, '  ')}\n" for entry in value)
        for name, value in data.items()
    ).replace("\n # c\n", "\n")
    check(text.encode(), "yaml")
