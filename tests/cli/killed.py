"""Runs `newsevents fix a.json` again and again, and kills the process each time, as if the power went.

usage: killed.py STEP TIMES

It is killed right before or after one of its system calls, or at any time. For each process that was killed, and none
that was done before, a line says whether the file is the old one or the new one.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Self

from newsevents.cli import main

FILE = Path("a.json")
ANY = "any time"


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


def kill(step: str, old: bytes, seconds: float) -> bool:
    """Let a process fix the file, which is the old one first, and be killed; return whether it was."""
    FILE.write_bytes(old)
    child = os.fork()
    if child == 0:
        arm(step)
        os._exit(main(["fix", FILE.name]))
    if step == ANY:
        time.sleep(random.uniform(0, seconds))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def found(old: bytes, new: bytes) -> str:
    """Return what a kill left, and take away what is hidden."""
    content = FILE.read_bytes()
    left = {path.name for path in Path().iterdir() if not path.name.startswith(".")}
    for path in Path().glob(".*"):
        path.unlink()
    if left != {FILE.name}:
        return f"others: {left}"
    return "old" if content == old else "new" if content == new else "neither"


if __name__ == "__main__":
    wanted, times, old = sys.argv[1], int(sys.argv[2]), FILE.read_bytes()
    # What is loaded once need not be loaded by each process: the second time counts.
    seconds = 0.0
    for _ in range(2):
        FILE.write_bytes(old)
        start = time.monotonic()
        main(["fix", FILE.name])
        seconds = time.monotonic() - start
    new = FILE.read_bytes()
    while times:
        if kill(wanted, old, seconds):
            times -= 1
            sys.stdout.write(f"{found(old, new)}\n")
