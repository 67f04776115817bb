"""Limits: how large a text may be, and how many values it may have, so that reading takes no more than it may."""

import re

from newsevents._regex import regex

__all__ = ["MAX_SIZE", "TooLargeError", "count", "is_dense", "most_values", "too_dense", "too_large"]

_MB = 2**20
MAX_SIZE = 64 * _MB
"""How many bytes one JSON or YAML document, or one line of JSON Lines, may have after decompression."""
# Of 64 MB that is 1,677,721.
_BYTES_A_VALUE = 40
_COMMA = ord(",")
_COLLECTION = 4
# Everything up to the next start of a value outside of strings, and that.
_to_value = regex(rb'(?:[^",\[{]++|"(?:[^"\\]++|\\.)*+")*+[,\[{]', re.DOTALL)


class TooLargeError(Exception):
    """There is more than may be read (caught by readers and made a finding)."""

    def __init__(self, message: str, line: int | None = None) -> None:
        """Take what to tell, and the line where it starts, if that says more than the name of the file."""
        self.line = line
        super().__init__(message)


def most_values(max_size: int) -> int:
    """Return how many values a record of JSON may have with a limit of so many bytes.

    Arrays and objects count fourfold, since they take more memory. A file of YAML may have a quarter of it: to read one
    takes a hundred times as long.
    """
    return max(max_size, MAX_SIZE) // _BYTES_A_VALUE


def too_large(max_size: int, line: int | None = None) -> TooLargeError:
    """Return the error for more bytes than so many."""
    size = f"{max_size / _MB:g} MB" if max_size >= _MB / 100 else f"{max_size:,} bytes"
    return TooLargeError(f"larger than {size}; {_ADVICE}", line)


def too_dense(most: int, where: str, line: int | None = None) -> TooLargeError:
    """Return the error for more values than so many."""
    return TooLargeError(f"more than {most:,} values in {where}; {_ADVICE}", line)


_ADVICE = "--max-size raises the limit (max_size in Python)"


def is_dense(text: bytes, most: int) -> bool:
    """Return whether a JSON text has more values than so many; its strings are looked at only where it matters."""
    if len(text) <= most or count(text) <= most:
        return False
    total = 0
    for found in _to_value.finditer(text):
        total += 1 if text[found.end() - 1] == _COMMA else _COLLECTION
        if total > most:
            return True
    return False


def count(text: bytes) -> int:
    """Return how many values a JSON text without strings has, or a few more; with strings, perhaps many more."""
    return text.count(b",") + _COLLECTION * (text.count(b"[") + text.count(b"{"))
