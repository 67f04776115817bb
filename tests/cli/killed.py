"""Runs `newsevents fix` and kills the process, as if the power went, right before or after one of its system calls.

usage: killed.py STEP PATH…
"""

import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, Self

from newsevents.cli import main


def die() -> None:
    """End at once: no handler, no clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def patched(original: Any, name: str, step: str) -> Any:
    """Return a function that does what *original* does, and kills the process where *step* says so."""

    def call(*arguments: Any, **options: Any) -> Any:
        if step == f"{name} before":
            die()
        found = original(*arguments, **options)
        if step == f"{name} after":
            die()
        return found

    return call


class Half:
    """A file of which only half of what is written arrives."""

    def __init__(self, stream: Any, step: str) -> None:
        self._stream = stream
        self._step = step

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, content: bytes) -> int:
        """Write half of it, and end."""
        if self._step == "write before":
            die()
        self._stream.write(content[: len(content) // 2])
        self._stream.flush()
        die()
        return 0


def arm(step: str) -> None:
    """Let the process be killed at *step*."""
    system: Any = os
    path: Any = Path
    temporary: Any = tempfile
    temporary.mkstemp = patched(tempfile.mkstemp, "mkstemp", step)
    path.chmod = patched(Path.chmod, "chmod", step)
    path.replace = patched(Path.replace, "replace", step)
    # The file is written to disk first, then the folder.
    in_turn = iter([patched(os.fsync, "fsync", step), patched(os.fsync, "folder", step)])

    def sync(handle: int) -> None:
        next(in_turn)(handle)

    system.fsync = sync
    if step.startswith("write"):
        opened = os.fdopen
        system.fdopen = lambda *arguments: Half(opened(*arguments), step)


if __name__ == "__main__":
    arm(sys.argv[1])
    sys.exit(main(["fix", *sys.argv[2:]]))
