"""Texts of many records or values: taken apart, so that no more than a record is parsed at once."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from newsevents._regex import regex
from newsevents.files._limit import is_dense, too_dense

__all__ = ["Parts"]

_STRING = rb'"(?:[^"\\]++|\\.)*+"'
_SPACE = rb"[ \t\n\r]*+"
_USUAL_DEPTH = 5


def _collection(depth: int) -> bytes:
    """Return the pattern of an array or object with so many levels below it; brackets need not match."""
    inner = b"|" + _collection(depth - 1) if depth else b""
    return rb'[\[{](?:[^"\[\]{}]++|%b%b)*+[\]}]' % (_STRING, inner)


_space = regex(_SPACE)
_key = regex(rb"(%b)%b:%b" % (_STRING, _SPACE, _SPACE), re.DOTALL)
_usual = regex(rb'%b|%b|[^"\[\]{},: \t\n\r]++' % (_collection(_USUAL_DEPTH), _STRING), re.DOTALL)
_comma = regex(rb"%b,%b" % (_SPACE, _SPACE))
# Everything up to the next bracket outside of strings, and that.
_to_bracket = regex(rb'(?:[^"\[\]{}]++|%b)*+[\[\]{}]' % _STRING, re.DOTALL)


class _UnclearError(Exception):
    """Here the text is no JSON, or too dense to find the end of a value."""


class Parts:
    """A JSON text as its records and what is around them; nothing of it is checked, and all of it is in one of them."""

    def __init__(self, content: bytes, most: int) -> None:
        """Take the text, and how many values a part may have."""
        self._content = content
        self._most = most
        self.around = b""
        """Once the records were taken out: the text with an empty list in their place."""
        self.is_clear = False
        """And whether there was such a list, clear to its end."""

    def records(self) -> Iterator[tuple[int, bytes]]:
        """Yield the entries of the list of records, as far as the text is clear, each with where it starts.

        Raises:
            TooLargeError: A part has too many values.
        """
        content, at = self._content, 0
        around = bytearray()
        with suppress(_UnclearError):
            for start, end in self._places():
                record = content[start:end]
                if is_dense(record, self._most):
                    raise too_dense(self._most, "one record", content.count(b"\n", 0, start) + 1)
                if _comma.fullmatch(content, at, start) is None:
                    around += content[at:start]
                at = end
                yield start, record
            self.is_clear = True
        self.around = bytes(around + content[at:])
        if is_dense(self.around, self._most):
            raise too_dense(self._most, "what is around the records")

    def _places(self) -> Iterator[tuple[int, int]]:
        content = self._content
        at = _matched(_space.match, content, 0)
        if content[at : at + 1] == b"{":
            at = self._list_of_records(at)
        if content[at : at + 1] != b"[":
            raise _UnclearError
        at = _matched(_space.match, content, at + 1)
        is_next = content[at : at + 1] != b"]"
        while is_next:
            end = self._end(at)
            yield at, end
            is_next = (comma := _comma.match(content, end)) is not None
            at = comma.end() if comma else _matched(_space.match, content, end)
        if content[at : at + 1] != b"]":
            raise _UnclearError

    def _list_of_records(self, at: int) -> int:
        """Return where the value of `records` starts in the object at *at*."""
        at = _matched(_space.match, self._content, at + 1)
        for _ in range(self._most):
            if (key := _key.match(self._content, at)) is None:
                break
            if key[1] == b'"records"':
                return key.end()
            at = _matched(_comma.match, self._content, self._end(key.end()))
        raise _UnclearError

    def _end(self, at: int) -> int:
        """Return where the value at *at* ends."""
        if (usual := _usual.match(self._content, at)) is not None:
            return usual.end()
        depth = 0
        for _ in range(2 * self._most):
            at = _matched(_to_bracket.match, self._content, at)
            depth += 1 if self._content[at - 1] in b"[{" else -1
            if depth == 0:
                return at
        raise _UnclearError


def _matched(match: "Callable[[bytes, int], re.Match[bytes] | None]", content: bytes, at: int) -> int:
    """Return where a match at *at* ends."""
    if (found := match(content, at)) is None:
        raise _UnclearError
    return found.end()
