"""Duplicate keys, found fast: a text has as many keys as the value that it stands for, unless one stands twice."""

from pydantic_core import from_json, to_json

__all__ = ["names_keys_once"]

_KEY = b'":'


def names_keys_once(text: bytes) -> bool:
    """Return whether no object of a JSON text names a key twice; `False` means "perhaps one does".

    What is counted are quotes before a colon: each key ends in one, and some strings hold one. Of two equal keys the
    value keeps one, with whatever its strings hold, so that its own text has fewer.
    """
    if b"\\u00" in text and (rb"\u002" in text or rb"\u003" in text):
        # A quote or a colon may be written as an escape.
        return False
    if b" :" in text or b"\t:" in text or b"\n:" in text or b"\r:" in text:
        # A colon may stand apart from its key.
        return False
    return text.count(_KEY) == to_json(from_json(text)).count(_KEY)
