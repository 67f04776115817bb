"""Sizes as people write them: `500 MB`, `2G`, `65536`."""

import re

from newsevents._regex import regex

__all__ = ["size"]

_SIZE = regex(r"([0-9]{1,15}) ?(?:([KMG])i?)?B?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def size(text: str) -> int:
    """Return a number of bytes; K, M and G count in powers of 1,024.

    Raises:
        ValueError: The text is no size.
    """
    found = _SIZE.fullmatch(text.strip())
    if found is None or not int(found[1]):
        raise ValueError(f"{text!r} is no size such as 500 MB, or a number of bytes")
    return int(found[1]) * _UNITS[(found[2] or "").lower()]
