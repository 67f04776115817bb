"""Places in a text."""

from bisect import bisect_right
from typing import NamedTuple

__all__ = ["Lines", "Place"]


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
        self._starts = [0]
        self._first = first_line
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def place(self, start: int, end: int) -> Place:
        """Return the place of `text[start:end]`."""
        return Place(*self._position(start), *self._position(end))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, which `place` gave."""
        return self._starts[line - self._first] + column - 1

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line + self._first, offset - self._starts[line] + 1
