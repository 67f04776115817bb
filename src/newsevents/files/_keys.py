"""Duplicate keys, found fast: a text has as many colons as the value that it stands for, unless a key stands twice."""

from pydantic_core import from_json, to_json

__all__ = ["names_keys_once"]


def names_keys_once(text: bytes) -> bool:
    """Return whether no object of a JSON text names a key twice; `False` means "perhaps one does".

    What is counted are colons: each key has one, and some strings hold more. Of two equal keys the value keeps one,
    with whatever its strings hold, so that its own text has fewer.
    """
    if rb"\u003" in text:
        # A colon in a string may be written as an escape.
        return False
    # Only keys return so often that it pays to keep them.
    return text.count(b":") == to_json(from_json(text, cache_strings="keys")).count(b":")
