"""Texts of sources, from files: read only from below the dossier's own folder, or matched by their check sum."""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsevents._regex import regex
from newsevents.dossier import Dossier
from newsevents.errors import UnreadableFileError
from newsevents.findings import Finding
from newsevents.records.source import Source
from newsevents.rules._rule import Found
from newsevents.rules._select import Selection
from newsevents.rules._view import View
from newsevents.rules.check import findings_in

__all__ = ["SourceTexts", "TextFolder", "read_texts", "texts_of"]

_MEGABYTE = 2**20
_LARGEST = 64 * _MEGABYTE
_LARGEST_TOGETHER = 4 * _LARGEST
_MOST_FILES = 100_000
_DRIVE = regex(r"[A-Za-z]:")
_BELOW = "expected a file below the dossier's folder, named from there with '/'"
# What is no file must neither be followed, nor hang, nor become our terminal. Windows has none of these.
_FILE = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
_FOLDER = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_DIRECTORY"))
_HAS_DESCRIPTORS = os.open in os.supports_dir_fd and os.stat in os.supports_dir_fd


class SourceTexts(NamedTuple):
    """The texts of a dossier's sources, as far as files hold them."""

    texts: Mapping[str, str]
    """The texts by id of the source."""
    findings: list[Finding]
    """A finding `NE311` for each `text_file` that was not read; pointers are into the dossier."""


class _RefusedError(Exception):
    """A file is not read; says why."""


def read_texts(
    dossier: Dossier,
    folder: str | os.PathLike[str],
    *,
    texts_folder: "str | os.PathLike[str] | TextFolder | None" = None,
) -> SourceTexts:
    """Return the texts of a dossier's sources that stand in files.

    A source's `text_file` is read from below *folder* only: no absolute path, no `..`, no link that leads out of it, no
    device or pipe, no more than 64 MB each and 256 MB in all, UTF-8 only. A text is what the bytes decode to: line
    breaks stay as they are, and a byte order mark is a character like any other, since check sums and spans count it.

    Args:
        dossier: The dossier.
        folder: The folder in which it stands.
        texts_folder: A folder with texts under any name: a source that names no `text_file` that can be read has the
            one whose SHA-256 check sum is its `text_sha256`.

    Raises:
        UnreadableFileError: *texts_folder* is no folder that can be read, or holds more than 100,000 files (`NE001`).
    """
    texts, faults = texts_of(dossier, folder, texts_folder)
    return SourceTexts(texts, findings_in(View(dossier), Selection(["NE311"]), others={"NE311": faults}))


def texts_of(
    dossier: Dossier, folder: str | os.PathLike[str], texts_folder: "str | os.PathLike[str] | TextFolder | None"
) -> tuple[dict[str, str], list[Found]]:
    """Return the texts by id of the source, and what `NE311` finds; see `read_texts`."""
    texts: dict[str, str] = {}
    faults: list[Found] = []
    reader = _Reader(Path(os.path.realpath(folder)))
    sources = dossier.of_type(Source)
    for source in sources:
        if source.text_file is not None:
            try:
                texts.setdefault(source.id, reader.read(source.text_file))
            except _RefusedError as error:
                faults.append(Found(source, "/text_file", f"text_file {source.text_file!r} {error}"))
    if texts_folder is not None:
        wanted = {
            source.id: source.text_sha256
            for source in sources
            if source.text is None and source.text_sha256 is not None and source.id not in texts
        }
        known = texts_folder if isinstance(texts_folder, TextFolder) else TextFolder(texts_folder)
        found = known.find(wanted.values())
        texts |= {id: found[checksum] for id, checksum in wanted.items() if checksum in found}
    return texts, faults


class TextFolder:
    """A folder with texts of sources under any name. Its files are hashed once, when first asked for.

    Where many dossiers are checked, hand one to each `check_file` as its `texts_folder`.

    Args:
        path: The folder.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Take the path of the folder."""
        self.path: Path = Path(path)

    def find(self, checksums: Iterable[str]) -> dict[str, str]:
        """Return the texts that have these SHA-256 check sums, by check sum; those that are not there are left out.

        Raises:
            UnreadableFileError: It is no folder that can be read, or holds more than 100,000 files (`NE001`).
        """
        found: dict[str, str] = {}
        for checksum in set(checksums) & self._paths.keys():
            content = _content(self._paths[checksum])
            # It may have been written to since.
            if content is not None and hashlib.sha256(content).hexdigest() == checksum:
                try:
                    found[checksum] = content.decode("utf-8")
                except UnicodeDecodeError:
                    continue
        return found

    @cached_property
    def _paths(self) -> dict[str, Path]:
        """Every regular file below the folder, by its check sum."""
        try:
            os.listdir(self.path)  # noqa: PTH208  (the walk below passes over what it cannot read)
        except (OSError, ValueError) as error:
            raise self._unreadable(getattr(error, "strerror", None) or str(error)) from error
        found: dict[str, Path] = {}
        count = 0
        for folder, _, names in os.walk(self.path):
            count += len(names)
            if count > _MOST_FILES:
                raise self._unreadable(f"more than {_MOST_FILES:,} files below it; name a smaller folder")
            for name in names:
                path = Path(folder, name)
                content = _content(path)
                if content is not None:
                    found[hashlib.sha256(content).hexdigest()] = path
        return found

    def _unreadable(self, reason: str) -> UnreadableFileError:
        message = f"the folder of texts cannot be read: {reason}"
        return UnreadableFileError([Finding(code="NE001", level="error", message=message, path=os.fspath(self.path))])


def _content(path: Path) -> bytes | None:
    """Return what a file holds; `None` where it is none that could be a text."""
    try:
        with _opened(os.fspath(path)) as file:
            return _read(file)
    except (OSError, _RefusedError):
        return None


class _Reader:
    """Reads files below one folder, each once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[Path, str] = {}
        self._left = _LARGEST_TOGETHER

    def read(self, name: str) -> str:
        """Return the text of a file.

        Raises:
            _RefusedError: It leads outside the folder, or to no text.
        """
        _check_spelling(name)
        try:
            path = Path(os.path.realpath(self._root / name))
            if not path.is_relative_to(self._root):
                raise _RefusedError(f"is a link that leads out of the dossier's folder; {_BELOW}")
            if path not in self._known:
                self._known[path] = self._text(path)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise _RefusedError(f"cannot be read: {reason}; {_BELOW}") from error
        return self._known[path]

    def _text(self, path: Path) -> str:
        with _opened_below(self._root, path.relative_to(self._root).parts) as file:
            content = _read(file)
        self._left -= len(content)
        if self._left < 0:
            raise _RefusedError(f"is one too many: the texts have more than {_LARGEST_TOGETHER // _MEGABYTE} MB in all")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _RefusedError(f"is not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _check_spelling(name: str) -> None:
    if name.startswith("/") or _DRIVE.match(name):
        raise _RefusedError(f"is an absolute path; {_BELOW}")
    if "\\" in name:
        raise _RefusedError(f"has a backslash; {_BELOW}")
    if ".." in name.split("/"):
        raise _RefusedError(f"leads upwards with '..'; {_BELOW}")


def _opened_below(root: Path, parts: tuple[str, ...]) -> BinaryIO:
    """Open a file below a folder, through folders that are no links, whoever changes them meanwhile."""
    if not parts or not _HAS_DESCRIPTORS:
        return _opened(os.fspath(root.joinpath(*parts)))
    folder = os.open(root, _FOLDER)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        return _opened(parts[-1], folder)
    finally:
        os.close(folder)


def _opened(name: str, folder: int | None = None) -> BinaryIO:
    """Open a regular file, and nothing else; looked at before, since opening a device may do something."""
    _check_kind(os.stat(name, dir_fd=folder, follow_symlinks=False))
    # Closed by whoever gets it.
    file = open(os.open(name, _FILE, dir_fd=folder), "rb")  # noqa: PTH123, SIM115  (of a descriptor)
    try:
        _check_kind(os.fstat(file.fileno()))
    except _RefusedError:
        file.close()
        raise
    return file


def _check_kind(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "no regular file"
        raise _RefusedError(f"is {what}; {_BELOW}")
    if status.st_size > _LARGEST:
        raise _too_large()


def _read(file: BinaryIO) -> bytes:
    # The size may grow, and is 0 for some files that are none.
    content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise _too_large()
    return content


def _too_large() -> _RefusedError:
    return _RefusedError(f"has more than {_LARGEST // _MEGABYTE} MB; name the text alone")
