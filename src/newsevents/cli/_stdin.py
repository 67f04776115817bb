"""The standard input, kept as a file for as long as it is being checked."""

import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["stdin_file"]

_BLOCK = 1 << 18


@contextmanager
def stdin_file(most: int, *, in_lines: bool) -> Generator[Path, None, None]:
    """Yield a temporary file with what the standard input held, cut where no reader would go on.

    Args:
        most: How many bytes are read, and as many again for what compression adds.
        in_lines: Whether that is said of each line, and not of the whole.
    """
    with tempfile.TemporaryDirectory(prefix="newsevents-") as folder:
        path = Path(folder, "stdin")
        with path.open("wb") as file:
            length = 0
            while length <= 2 * most and (block := sys.stdin.buffer.read(_BLOCK)):
                file.write(block)
                length = len(block) - block.rfind(b"\n") - 1 if in_lines and b"\n" in block else length + len(block)
        yield path
