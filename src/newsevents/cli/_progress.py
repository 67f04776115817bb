"""A progress bar for long work, on a terminal."""

import sys
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["Progress"]

_LONG = 16 << 20
"""From so many bytes on it takes long enough to be worth a bar."""
_UNIT = 32 << 10
"""What a file costs beside its bytes, in bytes."""


class Progress:
    """Shows how much of the files is done; nothing where that goes to no terminal or is quickly done."""

    def __init__(self, names: list[str], *, wanted: bool) -> None:
        """Take the names of all files, and whether anybody wants to see a bar."""
        self._bar: Bar | None = None
        if wanted and sys.stderr.isatty() and find_spec("rich") is not None:
            self._sizes = {name: _size(name) + _UNIT for name in names}
            if sum(self._sizes.values()) >= _LONG:
                self._bar = _bar(sum(self._sizes.values()))

    def __enter__(self) -> Self:
        """Show nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self.hide()

    def advance(self, name: str, size: int) -> None:
        """Note that so many more bytes of a file are done."""
        if self._bar is not None:
            self._sizes[name] -= size
            self._bar.advance(self._bar.task_ids[0], size)

    def done(self, name: str) -> None:
        """Note that a file is done, whatever was left of it."""
        if self._bar is not None:
            self.advance(name, self._sizes[name])

    def show(self) -> None:
        """Show the bar, below whatever was printed."""
        if self._bar is not None:
            self._bar.start()

    def hide(self) -> None:
        """Take the bar away, so that something can be printed."""
        if self._bar is not None:
            self._bar.stop()


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except (OSError, ValueError):
        return 0


def _bar(total: int) -> "Bar":
    from rich.console import Console  # noqa: PLC0415  (an extra, and slow to load)
    from rich.progress import Progress as Bar  # noqa: PLC0415

    bar = Bar(console=Console(file=sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False)
    bar.add_task("checking", total=total)
    return bar
