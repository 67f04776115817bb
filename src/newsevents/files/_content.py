"""The bytes of a data file, compressed or not: read from regular files only, and bounded."""

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from newsevents.errors import MissingExtraError, UnreadableFileError
from newsevents.files._format import Compression
from newsevents.files._limit import is_dense, most_values, too_dense, too_large
from newsevents.findings import Finding

__all__ = ["BLOCK_SIZE", "Content", "DamagedError", "compressed", "opened", "unreadable"]

BLOCK_SIZE = 2**17
"""How many bytes are read at once."""
_NO_WAIT: int = getattr(os, "O_NONBLOCK", 0)  # Windows has no named pipes among its files
_ZSTD = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"


class DamagedError(Exception):
    """Compressed data is damaged or ends too early (caught by readers and made a finding)."""


class Content:
    """The decompressed bytes of a stream."""

    def __init__(self, stream: IO[bytes], compression: Compression | None = None, size: int | None = None) -> None:
        """Take the bytes as they are stored, how they are compressed, and how many of them count.

        Raises:
            MissingExtraError: What decompresses them is not installed.
        """
        self.line = 1
        """The number of the line that follows those of the blocks before this one."""
        self._compression = compression
        self._left = sys.maxsize if size is None else size
        self._stream: Any = stream
        self._damage: tuple[type[Exception], ...] = ()
        if compression == "gzip":
            self._stream = gzip.GzipFile(fileobj=stream, mode="rb")
            self._damage = (EOFError, zlib.error, gzip.BadGzipFile)
        elif compression == "zstd":
            zstd = _zstd()
            self._stream = zstd.ZstdFile(stream)
            self._damage = (EOFError, zstd.ZstdError)

    def read(self, size: int) -> bytes:
        """Return the next bytes, at most *size*; none at the end.

        Raises:
            DamagedError: The compressed data is damaged.
        """
        try:
            found: bytes = self._stream.read(min(size, self._left))
        except self._damage as error:
            raise DamagedError(f"not valid {self._compression} data: {error}; compress the file again") from error
        self._left -= len(found)
        return found

    def read_all(self, max_size: int) -> bytes:
        """Return all bytes.

        Raises:
            DamagedError: The compressed data is damaged.
            TooLargeError: There are more than *max_size*.
        """
        blocks: list[bytes] = []
        left = max_size
        while block := self.read(BLOCK_SIZE):
            blocks.append(block)
            left -= len(block)
            if left < 0:
                raise too_large(max_size)
        return b"".join(blocks)

    def blocks(self, longest: int) -> Iterator[bytes]:
        """Yield all bytes in blocks that end where a line does; only the last line may have no end.

        Raises:
            DamagedError: The compressed data is damaged; the whole lines before that were yielded.
            TooLargeError: A line is longer than *longest*, or has too many values for its length, or that many bytes of
                blank lines follow one another.
        """
        line: list[bytes] = []
        length, blank = 0, 0
        while block := self.read(BLOCK_SIZE):
            blank = blank + len(block) if block.isspace() else 0
            cut = block.rfind(b"\n") + 1
            if cut:
                lines = b"".join((*line, block[:cut]))
                _check_lines(lines, self.line, longest)
                yield lines
                self.line += lines.count(b"\n")
                line, length = [], 0
            line.append(block[cut:])
            length += len(block) - cut
            if max(length, blank) > longest:
                raise too_large(longest, self.line)
        if length:
            last = b"".join(line)
            _check_lines(last, self.line, longest)
            yield last


def _check_lines(lines: bytes, number: int, longest: int) -> None:
    most = most_values(longest)
    if len(lines) <= min(longest, most):
        return
    for line in lines.split(b"\n"):
        if len(line) > longest:
            raise too_large(longest, number)
        if is_dense(line, most):
            raise too_dense(most, "one record", number)
        number += 1


def compressed(content: bytes, compression: Compression | None) -> bytes:
    """Return bytes as they are stored, the same for the same content.

    Raises:
        MissingExtraError: What compresses them is not installed.
    """
    if compression == "gzip":
        return gzip.compress(content, mtime=0)
    if compression == "zstd":
        packed: bytes = _zstd().compress(content)
        return packed
    return content


@contextmanager
def opened(path: str | os.PathLike[str]) -> Generator[IO[bytes], None, None]:
    """Open a regular file for reading, without waiting for one that is none.

    Raises:
        UnreadableFileError: It cannot be opened or read, is no regular file, or changed while it was read (`NE001`).
    """
    try:
        # Opening alone may do something to a device, and waits for the other end of a named pipe.
        mode = Path(path).stat().st_mode
        is_file = stat.S_ISREG(mode)
        stream = open(path, "rb", buffering=0, opener=_opener) if is_file else None  # noqa: SIM115  (closed below)
    except (OSError, ValueError) as error:
        raise unreadable(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if stream is None:
        raise unreadable(path, f"cannot be read: {'a folder' if stat.S_ISDIR(mode) else 'no regular file'}")
    with stream:
        before = os.fstat(stream.fileno())
        try:
            yield stream
        except OSError as error:
            raise unreadable(path, f"cannot be read: {error.strerror or error}") from error
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise unreadable(path, "changed while it was read; check it again when nothing writes to it")


def unreadable(path: str | os.PathLike[str], message: str, line: int | None = None) -> UnreadableFileError:
    """Return the error for a file that cannot be read, or not beyond a line."""
    column = None if line is None else 1
    finding = Finding(
        code="NE001",
        level="error",
        message=message,
        path=os.fspath(path),
        line=line,
        column=column,
        end_line=line,
        end_column=column,
    )
    return UnreadableFileError([finding])


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_WAIT)


def _zstd() -> Any:
    try:
        return import_module(_ZSTD)
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"Zstandard (.zst) needs {_ZSTD}: pip install 'newsevents[cli]'") from error
