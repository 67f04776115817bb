"""Duplicate keys: none is missed, however the text is written."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsevents import Dossier, dumps
from newsevents.errors import ValidationError
from newsevents.files._fault import SyntaxFault
from newsevents.files._json import JsonText
from newsevents.files._keys import hold_all_keys, names_keys_once
from newsevents.files.read import loads
from newsevents.testing import dossiers

TEXT = st.text('":\\,{}[]/ \t\n\raéu0023\u2028\U0001f6a2', max_size=6)
VALUE = st.recursive(
    TEXT | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(TEXT, inner), max_size=4).map(tuple),
    max_leaves=12,
)


def written(value: Any, separators: tuple[str, str], *, ascii_only: bool) -> str:
    """Return JSON in which a tuple of pairs is an object, whatever its keys."""
    comma, colon = separators
    if isinstance(value, tuple):
        keys = [json.dumps(key, ensure_ascii=ascii_only) for key, _ in value]
        parts = [written(part, separators, ascii_only=ascii_only) for _, part in value]
        return "{" + comma.join(key + colon + part for key, part in zip(keys, parts, strict=True)) + "}"
    if isinstance(value, list):
        return "[" + comma.join(written(part, separators, ascii_only=ascii_only) for part in value) + "]"
    return json.dumps(value, ensure_ascii=ascii_only)


def has_duplicate(value: Any) -> bool:
    """Return whether an object in *value* names a key twice."""
    parts: Any = value if isinstance(value, list) else ()
    if isinstance(value, tuple):
        if len(dict(value)) < len(value):
            return True
        parts = [part for _, part in value]
    return any(map(has_duplicate, parts))


@given(VALUE, st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", "\t:\r\n"), (",", "  : ")]), st.booleans())
@example(((('"', 1), ('":', 2), ('"', 3))), (",", ":"), False)
@example((("a", ":x"), ("a", ":x")), (",", " :"), False)
def test_a_duplicate_key_is_always_found(value: Any, separators: tuple[str, str], ascii_only: bool) -> None:
    """The fast answer is never wrong where it says "none"; the exact one is right."""
    text = written(value, separators, ascii_only=ascii_only).encode()
    if has_duplicate(value):
        assert not names_keys_once(text)
    refused = False
    try:
        JsonText(text).check_syntax()
    except SyntaxFault as error:
        refused = "duplicate key" in error.fault.message
        assert refused
    assert refused == has_duplicate(value)


def test_keys_may_be_written_with_escapes() -> None:
    """They are compared as what they say, and an escape hides none of them."""
    for text in (
        r'{"a":1,"\u0061":2}',
        r'{"a":"\u003a","a":":"}',
        r'{"a\u0022:":1,"a\":":2}',
        r'{"b":"\u0022:","a":1,"a":2}',
        r'{"b":[{"a":1,"a" :"\u0022:"}]}',
    ):
        assert not names_keys_once(text.encode())
    # What may be a colon is looked at closely, and found to be none too many.
    JsonText(rb'{"a":{"b":"\u003a","c":{}},"b":1}').check_keys()
    for text in (r'{"a":1,"b":{"a":[{"a":": \":"},{"a":2}]}}', '{"é": 1, "e": [1.5, 1e400]}', '":"', "[]"):
        assert names_keys_once(text.encode())


SEPARATORS = st.sampled_from([(",", ":"), (", ", ": "), (",\n ", ": "), (",", " :"), (" , ", "\t:"), (",", "\r\n: ")])


def paired(value: Any) -> Any:
    """Return JSON data with a tuple of pairs for each object."""
    if isinstance(value, dict):
        return tuple((key, paired(part)) for key, part in value.items())
    return [paired(part) for part in value] if isinstance(value, list) else value


def with_a_key_twice(value: Any, random: Random) -> Any:
    """Return paired data in which one of its objects names a key twice."""
    if isinstance(value, list):
        at = random.randrange(len(value))
        return [with_a_key_twice(part, random) if index == at else part for index, part in enumerate(value)]
    below = [index for index, (_, part) in enumerate(value) if part and isinstance(part, (list, tuple)) and holds(part)]
    if below and random.random() < 0.8:
        at = random.choice(below)
        return tuple((key, with_a_key_twice(part, random) if i == at else part) for i, (key, part) in enumerate(value))
    return (*value, random.choice(value))


def holds(value: Any) -> bool:
    """Return whether all that would be looked into is an object that is not empty, or a list of such."""
    return all(map(holds, value)) if value and isinstance(value, list) else bool(value) and isinstance(value, tuple)


@given(dossiers(), SEPARATORS, st.booleans(), st.integers(0, 2**32))
def test_models_hold_all_keys_unless_one_stands_twice(
    dossier: Dossier, separators: tuple[str, str], ascii_only: bool, seed: int
) -> None:
    """What was read has as many keys as its text; with one twice it has fewer, at whatever depth."""
    data = paired(json.loads(dumps(dossier)))
    text = written(data, separators, ascii_only=ascii_only).encode()
    odd = (b" :", b"\t", b'\\":', b'":"', b'":,', b' ":', b':":', b'[":')
    if separators[1][0] == ":" and not any(each in text for each in odd):
        assert hold_all_keys(text, [loads(text.decode())])
    faulty = written(with_a_key_twice(data, Random(seed)), separators, ascii_only=ascii_only)
    with pytest.raises(ValidationError, match="duplicate key"):
        loads(faulty)


def test_models_hold_keys_of_any_layout() -> None:
    """A key behind white space is no reason for doubt; one before white space is, and so is what looks like a key."""
    kept = '{"x-a-b":[{"a":{"b":1}},"%s",null]}'
    state = '{"type": "state","id": "s","names": [{"text": "S"}]%s "country":\n"KP","extensions":' + kept + "}"

    def doubtful(before: str, text: str) -> bool:
        content = state % (before, text)
        return not hold_all_keys(content.encode(), loads(content).records)

    assert not doubtful(",", "a")
    assert not doubtful("\t,\n", "he said : no")
    assert doubtful(', "note" :"a",', "a")
    assert doubtful(', "note"\n: "a",', "a")
    assert doubtful(",", ":a")
    assert doubtful(",", '\\":')
    dossier = '{"type":"dossier","schema_version":"1.0","id":"d","records":[' + state % (",", "a") + "]}"
    assert hold_all_keys(dossier.encode(), [loads(dossier)])
