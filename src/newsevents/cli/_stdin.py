"""The standard input, kept as a file for as long as it is being checked."""

import shutil
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["stdin_file"]


@contextmanager
def stdin_file() -> Generator[Path, None, None]:
    """Yield a temporary file with all that the standard input held."""
    with tempfile.TemporaryDirectory(prefix="newsevents-") as folder:
        path = Path(folder, "stdin")
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield path
