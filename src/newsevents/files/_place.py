"""Places in a text."""

from bisect import bisect_left
from typing import NamedTuple

__all__ = ["Lines", "Place"]

_BLOCK = 4096


class Place(NamedTuple):
    """Where something starts and ends: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """Turns offsets in a text into lines and columns.

    A line ends in LF or CRLF, as for editors and version control. A CR alone ends none, whatever the format says of it,
    nor do the other breaks of Unicode: each is a column like any character.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        # Of each block, on which line it starts and where that line starts: a list of all lines would take much more.
        self._numbers = [first_line]
        self._starts = [0]
        for at in range(0, len(text) - _BLOCK, _BLOCK):
            end = at + _BLOCK
            self._numbers.append(self._numbers[-1] + text.count("\n", at, end))
            self._starts.append(text.rfind("\n", at, end) + 1 or self._starts[-1])

    def place(self, start: int, end: int) -> Place:
        """Return the place of `text[start:end]`."""
        return Place(*self._position(start), *self._position(end))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, which `place` gave."""
        block = bisect_left(self._numbers, line) - 1
        if block < 0:
            return column - 1
        at = block * _BLOCK
        for _ in range(line - self._numbers[block]):
            at = self._text.index("\n", at) + 1
        return at + column - 1

    def _position(self, offset: int) -> tuple[int, int]:
        block = min(offset // _BLOCK, len(self._starts) - 1)
        at = block * _BLOCK
        line = self._numbers[block] + self._text.count("\n", at, offset)
        start = self._text.rfind("\n", at, offset) + 1 or self._starts[block]
        return line, offset - start + 1
