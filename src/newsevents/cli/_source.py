"""The lines of the files that findings are about, read once more where somebody needs them."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from newsevents.errors import NewseventsError
from newsevents.files._content import Content, DamagedError, opened
from newsevents.files._format import kind_of

__all__ = ["SourceLines"]

_BOM = b"\xef\xbb\xbf"


class SourceLines:
    """Gives the lines of one file after the other; fast where lines are asked for in their order."""

    def __init__(self) -> None:
        """Know no file yet."""
        self._kept: dict[str, Path] = {}
        self._path: str | None = None
        self._lines: Iterator[bytes] = iter(())
        self._number = 0
        self._line = b""

    def keep(self, path: str, file: Path) -> None:
        """Read *file* for what is called *path*."""
        self._kept[path] = file

    def line(self, path: str, number: int) -> str:
        """Return a line without its end; the empty string where the file is gone, or has no such line any more."""
        if path != self._path or number < self._number:
            self._path, self._number, self._line = path, 0, b""
            self._lines = _lines(path, self._kept.get(path, Path(path)))
        while self._number < number:
            self._line = next(self._lines, b"")
            self._number += 1
        return self._line.decode("utf-8", "replace").rstrip("\r\n")


def _lines(path: str, file: Path) -> Iterator[bytes]:
    """Yield the lines of a data file; nothing more where it cannot be read any more."""
    kind = kind_of(Path(path))
    try:
        with opened(file) as stream:
            blocks = Content(stream, kind and kind.compression).blocks(sys.maxsize)
            for block in chain([next(blocks, b"").removeprefix(_BOM)], blocks):
                yield from block.removesuffix(b"\n").split(b"\n")
    except (NewseventsError, DamagedError):
        return
