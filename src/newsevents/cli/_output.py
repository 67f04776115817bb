"""The file that a report is written to: whole, or as it was."""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

__all__ = ["UnwritableError", "whole_file"]


class UnwritableError(Exception):
    """The file cannot be written; the message says which and why."""


@contextmanager
def whole_file(path: Path) -> Generator[TextIO, None, None]:
    """Yield a text file that takes the place of *path* when all went well; otherwise nothing is left of it.

    Raises:
        UnwritableError: It cannot be written.
    """
    target = path.resolve()
    try:
        is_new = not path.exists()
        # A pipe or a device is written to as it is, by this name: /dev/stdout may have no other. A folder refuses.
        place = path if not is_new and not path.is_file() else _beside(target)
        file = place.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UnwritableError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with file:
            yield file
            file.flush()
            if place != path:
                os.fsync(file.fileno())
        if place != path:
            place.chmod(0o666 & ~_umask() if is_new else target.stat().st_mode & 0o7777)
            place.replace(target)
    finally:
        if place != path:
            place.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    """Return a new file in the same folder, from which a rename is one step."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    os.close(handle)
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
