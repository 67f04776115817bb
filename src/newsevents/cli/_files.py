"""Which files are meant: those named, those in the folders named, those that a pattern matches."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsevents.cli._git import ignored_in, repository_of
from newsevents.cli._pattern import fixed_part, is_pattern, matcher
from newsevents.files._format import Format, kind_of

__all__ = ["STDIN", "Input", "Search", "is_folder"]

STDIN = "-"


class Input(NamedTuple):
    """A file to check."""

    name: str
    """How it was named, with forward slashes; `-` is the standard input."""
    fault: str | None = None
    """Why it cannot be read, or what is in this folder cannot be found."""
    kept: Path | None = None
    """Where its content is, if that is not what its name says."""
    format: Format | None = None
    """Its format, if its ending does not say."""


class Search:
    """Finds files; what is excluded or ignored by git is left out of folders and patterns, but never when named."""

    def __init__(self, exclude: Iterable[str] = (), base: str = ".", output: str | None = None) -> None:
        """Take patterns relative to the folder *base*, and the report's own file, which is no data.

        A pattern without a slash matches a name in any folder. What is in an excluded folder is excluded.
        """
        self._base = Path(base).resolve()
        self._exclude = [_exclusion(pattern, self._base) for pattern in exclude]
        self._output = None if output is None else Path(output).resolve()
        self._ignored: set[Path] = set()
        self._asked: set[Path] = set()
        self.empty: list[str] = []
        """The folders and patterns in which no data file was found."""

    def files(self, paths: Iterable[str]) -> Iterator[Input]:
        """Yield the files that *paths* mean, each once, in the order of the paths and then of their names."""
        seen: set[str] = set()
        for path in paths:
            found = False
            for file in self._named(path):
                found = True
                identity = STDIN if file.name == STDIN else os.path.normpath(Path(file.name).absolute())
                if identity not in seen:
                    seen.add(identity)
                    yield file
            if not found:
                self.empty.append(path)

    def writes_over(self, inputs: Iterable[Input]) -> bool:
        """Return whether the report's own file was named as one of *inputs*."""
        return self._output is not None and any(
            # Some names are none to the system.
            os.path.lexists(file.name) and os.path.realpath(file.name) == str(self._output)
            for file in inputs
        )

    def _named(self, path: str) -> Iterator[Input]:
        if path == STDIN:
            yield Input(STDIN)
        elif is_folder(path):
            yield from self._below(Path(path))
        elif is_pattern(path) and not os.path.lexists(path):
            whole = Path(path).as_posix()
            yield from self._matching(Path(fixed_part(whole)), matcher(whole))
        else:
            # A file of the name "-" is not the standard input.
            name = Path(path).as_posix()
            yield Input(f"./{name}" if name == STDIN else name)

    def _matching(self, folder: Path, pattern: re.Pattern[str]) -> Iterator[Input]:
        """Yield the files in *folder* that match, or are in a folder that matches."""
        for file in self._below(folder) if is_folder(folder) else ():
            path = Path(file.name)
            if any(pattern.fullmatch(part.as_posix()) for part in (path, *path.parents)):
                yield file

    def _below(self, folder: Path) -> Iterator[Input]:
        """Yield the data files in a folder and in those below it, in the order of their names."""
        top = folder.resolve()
        self._ask_git(repository_of(top))
        waiting = [(folder, top)]
        while waiting:
            path, real = waiting.pop()
            if not is_folder(path):
                yield Input(path.as_posix())
                continue
            try:
                names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208  (names are all that is needed)
            except OSError as error:
                yield Input(path.as_posix(), f"cannot be read: {error.strerror}")
                continue
            if ".git" in names:
                self._ask_git(real)
            waiting += ((path / name, real / name) for name in names if self._is_wanted(path / name, real / name))

    def _is_wanted(self, path: Path, real: Path) -> bool:
        """Return whether a file or folder that was come upon is to be looked at."""
        if path.name.startswith(".") or real in self._ignored or real == self._output:
            return False
        if is_folder(path):
            if path.is_symlink():
                return False  # it may lead in a circle
        elif kind_of(path) is None:
            return False
        below = os.path.relpath(real, self._base).replace(os.sep, "/")
        return not any(pattern.fullmatch(below) for pattern in self._exclude)

    def _ask_git(self, top: Path | None) -> None:
        if top is not None and top not in self._asked:
            self._asked.add(top)
            self._ignored |= ignored_in(top)


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Return whether a path leads to a folder; one that cannot be followed does not, and whoever reads it says why."""
    return os.path.isdir(path)  # noqa: PTH112  (pathlib raises where a name is too long or a folder closed)


def _exclusion(pattern: str, base: Path) -> re.Pattern[str]:
    """Return what matches the paths from *base* that a pattern excludes."""
    whole = pattern.replace(os.sep, "/")
    name = whole.rstrip("/")
    return matcher(f"**/{name}" if "/" not in name else os.path.relpath(base / whole, base).replace(os.sep, "/"))
