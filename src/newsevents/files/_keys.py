"""Duplicate keys, found fast: a text has as many keys as the value that it stands for, unless one stands twice."""

from pydantic_core import from_json, to_json

__all__ = ["names_keys_once"]

_KEY = b'":'
# A quote or a colon that is written as an escape, and a colon that stands apart from its key.
_UNUSUAL = (rb"\u002", rb"\u003", b" :", b"\t:", b"\n:", b"\r:")


def names_keys_once(text: bytes) -> bool:
    """Return whether no object of a JSON text names a key twice; `False` means "perhaps one does".

    What is counted are quotes before a colon: each key ends in one, and some strings hold one. Of two equal keys the
    value keeps one, with whatever its strings hold, so that its own text has fewer.
    """
    if any(mark in text for mark in _UNUSUAL):
        return False
    return text.count(_KEY) == to_json(from_json(text)).count(_KEY)
