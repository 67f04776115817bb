"""Duplicate keys: none is missed, however the text is written."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from newsevents.files._fault import SyntaxFault
from newsevents.files._json import JsonText
from newsevents.files._keys import names_keys_once

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
