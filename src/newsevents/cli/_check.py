"""Checking the files that were asked for, in this process or in several, in their order."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import repeat
from pathlib import Path, PurePath
from typing import NamedTuple

from newsevents._collection import no_collection
from newsevents.cli._files import Input
from newsevents.cli._interruption import Interruption
from newsevents.cli._sense import Read, sense
from newsevents.errors import MissingExtraError, UnreadableFileError
from newsevents.files._content import unreadable
from newsevents.files._fault import MOST_FAULTS
from newsevents.files._format import kind_of
from newsevents.files._limit import MAX_SIZE
from newsevents.files._origin import Origins
from newsevents.files._process import quiet, starting
from newsevents.files.check import check_file
from newsevents.files.read import Reading, read_file, read_stream
from newsevents.files.stream import LARGEST_WHOLE, MOST_RECORDS_WHOLE, check_records, check_stream, is_large
from newsevents.files.texts import TextFolder
from newsevents.findings import Finding, Level
from newsevents.rules._select import Selection

__all__ = ["Checked", "KilledError", "Wish", "checked"]


class KilledError(Exception):
    """A process that checks files is gone; nothing is known of its files."""


class Wish(NamedTuple):
    """How files are to be checked."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    texts: str | None = None
    max_size: int | None = None
    all_rules: bool = False
    together: bool = False
    range_jobs: int = 1
    """How many processes check parts of one large file, where files are checked one after the other."""

    @property
    def selection(self) -> Selection:
        """The rules to run, with their levels."""
        return Selection(self.select, self.ignore, dict(self.levels))


class Checked(NamedTuple):
    """What came of a file."""

    name: str
    findings: Sequence[Finding]
    notes: Sequence[str] = ()
    """What was not checked, or is not told."""


def checked(
    inputs: Sequence[Input], wish: Wish, jobs: int, advance: Callable[[str, int], object] = lambda _name, _size: None
) -> Iterator[Checked]:
    """Yield what came of each file, in the order of the files, with so many processes.

    In this process *advance* is called with the name of a large file whenever more bytes of it are done.
    """
    if wish.together:
        yield from _together(inputs, wish)
        return
    jobs = min(jobs, len(inputs))
    if jobs <= 1:
        for file in inputs:
            yield _check(file, wish, partial(advance, file.name))
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415  (many modules, for several processes only)

    # Large enough to keep the processes busy, small enough that results come soon.
    share = max(1, min(16, len(inputs) // (4 * jobs)))
    try:
        with ProcessPoolExecutor(jobs, initializer=quiet) as pool:
            with starting():
                results = pool.map(_check, inputs, repeat(wish._replace(range_jobs=1)), chunksize=share)
            yield from results
    except BrokenExecutor as error:
        # An interruption kills them, too.
        Interruption.check()
        raise KilledError("a process that checks files was killed, perhaps for want of memory; lower --jobs") from error


def _check(file: Input, wish: Wish, advance: Callable[[int], object] = lambda _size: None) -> Checked:
    """Check a file as a dossier of its own."""
    try:
        large = None if wish.all_rules or file.fault is not None else _large(file, wish, advance)
        if large is not None:
            return large
        if file.fault is None and file.kept is None:
            found = check_file(
                file.name,
                select=wish.select,
                ignore=wish.ignore,
                levels=dict(wish.levels),
                texts_folder=_texts(wish.texts),
                max_size=wish.max_size or MAX_SIZE,
            )
            return Checked(file.name, found)
    except MissingExtraError as error:
        return Checked(file.name, unreadable(file.name, f"cannot be read: {error}").findings)
    return next(_together([file], wish))


def _large(file: Input, wish: Wish, advance: Callable[[int], object]) -> Checked | None:
    """Check a file as a stream if it is large; `None` if it is not."""
    kind = kind_of(PurePath(file.name), file.format)
    path = file.kept or Path(file.name)
    try:
        if kind is None:
            return None
        streamed = partial(check_stream if is_large(path, kind) else check_records, path, kind, wish.selection)
        result = streamed(name=file.name, max_size=wish.max_size or MAX_SIZE, jobs=wish.range_jobs, advance=advance)
        if result is None:
            return None
        found, left_out, full = result
    except UnreadableFileError as error:
        return Checked(file.name, error.findings)
    notes = [
        f"of level {level} no more than {MOST_FAULTS:,} findings are told, and there may be others" for level in full
    ]
    if left_out:
        most = f"{LARGEST_WHOLE >> 20} MB of JSON Lines or {MOST_RECORDS_WHOLE:,} records"
        why = f"over {most}, so that the rules on whole files were left out"
        notes.append(f"{why} ({', '.join(left_out)}); --all-rules runs them in memory")
    return Checked(file.name, found, notes)


def _together(inputs: Sequence[Input], wish: Wish) -> Iterator[Checked]:
    """Check files as one dossier, if all of them are well shaped."""
    with no_collection():
        readings = {file.name: _read(file, wish) for file in inputs}
        whole = [Read(name, found.dossier, found) for name, found in readings.items() if found.dossier is not None]
        found: dict[str, list[Finding]] = {}
        notes: list[str] = []
        if len(whole) == len(inputs):
            found = sense(whole, wish.selection, _texts(wish.texts))
        elif len(inputs) > 1:
            notes = ["the rules did not run, since not every file is well shaped"]
        for name, reading in readings.items():
            findings = [*reading.findings, *found.get(name, ())]
            findings.sort(key=lambda finding: (finding.line or 0, finding.column or 0))
            yield Checked(name, findings, notes)


def _read(file: Input, wish: Wish) -> Reading:
    try:
        if file.fault is not None:
            raise unreadable(file.name, file.fault)
        max_size = wish.max_size or MAX_SIZE
        if file.kept is None:
            return read_file(file.name, max_size=max_size)
        with file.kept.open("rb") as stream:
            return read_stream(stream, file.name, format=file.format, max_size=max_size)
    except UnreadableFileError as error:
        return Reading(None, error.findings, Origins())
    except MissingExtraError as error:
        return Reading(None, unreadable(file.name, f"cannot be read: {error}").findings, Origins())


@cache
def _texts(folder: str | None) -> TextFolder | None:
    return None if folder is None else TextFolder(folder)
