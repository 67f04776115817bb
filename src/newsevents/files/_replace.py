"""Putting new content in the place of a file: at any moment the file is the old one or the new one."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["replace_file"]


def replace_file(file: Path, content: bytes, *, seen: os.stat_result | None = None) -> None:
    """Put *content* in the place of *file* in one step; a link stays one, a mode is kept, and an owner if that may be.

    Args:
        file: The file.
        content: Its new content.
        seen: What the file was when its content was read; if it is not that any more, nothing is written.

    Raises:
        OSError: It cannot be written, or was changed in the meantime.
    """
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        if target.exists():
            before = target.stat()
            # Few may give a file away, and Windows does not know it; it comes first since it takes some modes away.
            with suppress(OSError, AttributeError):
                os.chown(name, before.st_uid, before.st_gid)
            Path(name).chmod(before.st_mode & 0o7777)
        else:
            Path(name).chmod(0o666 & ~_umask())
        if seen is not None:
            _check_same(target.stat(), seen)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _check_same(now: os.stat_result, seen: os.stat_result) -> None:
    """Check that a file is what it was.

    Raises:
        OSError: It is not.
    """
    if any(getattr(now, name) != getattr(seen, name) for name in ("st_dev", "st_ino", "st_size", "st_mtime_ns")):
        raise OSError("it was changed in the meantime; run it again")


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name outlasts a loss of power."""
    # Windows opens no folders, and a folder that one may write to need not be readable: the file is whole all the same.
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
