"""Streams: JSON Lines files of any size, checked line by line in bounded memory, by one process or by several."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeVar, get_args

from newsevents.files._content import BLOCK_SIZE, Content, DamagedError, opened, unreadable
from newsevents.files._document import finding_at, prepare
from newsevents.files._fault import MOST_FAULTS, below, first_faults
from newsevents.files._format import Kind
from newsevents.files._ids import IdFiles
from newsevents.files._limit import MAX_SIZE, TooLargeError, most_values
from newsevents.files._process import quiet, starting
from newsevents.files._range import ON_IDS, Checked, Range, check_range
from newsevents.files._suspect import Suspect, find_suspects, sure, suspicion
from newsevents.files.read import content_of
from newsevents.findings import Finding, Level
from newsevents.rules._rule import RULES
from newsevents.rules._select import ALWAYS, Selection

__all__ = ["LARGEST_WHOLE", "MOST_RECORDS_WHOLE", "Streamed", "check_records", "check_stream", "is_large"]

LARGEST_WHOLE = 64 * 2**20
"""Up to how many bytes, decompressed, a JSON Lines file is taken as a whole, for every rule."""
MOST_RECORDS_WHOLE = 100_000
"""And up to how many lines, as up to how many records in JSON: each takes memory, however short it is."""
_TYPE = b'"type"'
"""Every record has it, so that no file has more records than there is room for it."""
_RANGE = 2**22
"""How many bytes one process checks at a time: so few that all processes end at about the same time."""
T = TypeVar("T")
R = TypeVar("R")


class Streamed(NamedTuple):
    """What checking a stream came to."""

    findings: list[Finding]
    """The findings in the order of the file; of each level the first 20,000 that rules find."""
    left_out: tuple[str, ...]
    """The codes of the rules that were asked for and need the whole file, so that they did not run."""
    full: tuple[Level, ...] = ()
    """The levels of which rules found as much as is told: there may be more."""


def is_large(path: str | os.PathLike[str], kind: Kind) -> bool:
    """Return whether a file is JSON Lines and larger, or of more lines, than what is taken as a whole.

    Raises:
        UnreadableFileError: It cannot be read (`NE001`).
    """
    if kind.format != "jsonl":
        return False
    with opened(path) as stream:
        content = Content(stream, kind.compression)
        size = 0 if kind.compression else os.fstat(stream.fileno()).st_size
        lines = 0
        try:
            while size <= LARGEST_WHOLE and lines <= MOST_RECORDS_WHOLE and (block := content.read(BLOCK_SIZE)):
                size += len(block) if kind.compression else 0
                lines += block.count(b"\n")
        except DamagedError:
            # Whoever reads it says so.
            return False
    return size > LARGEST_WHOLE or lines > MOST_RECORDS_WHOLE


def check_stream(  # noqa: PLR0913  (options by name)
    path: str | os.PathLike[str],
    kind: Kind,
    selection: Selection,
    *,
    name: str | None = None,
    max_size: int = MAX_SIZE,
    jobs: int = 1,
    advance: Callable[[int], object] = lambda _size: None,
) -> Streamed:
    """Return what is wrong with a JSON Lines file, without holding it in memory.

    Checked are the shape, what rules find that judge each record by itself, duplicate ids (`NE101`) and references to
    no record (`NE102`). As for a whole file, rules do not run where the shape is wrong.

    Args:
        path: The file.
        kind: How it is compressed.
        selection: The rules to run.
        name: What the findings call the file; by default as it was given.
        max_size: How many bytes a line may have.
        jobs: How many processes check parts of it; a compressed file is checked by one.
        advance: Called with the number of bytes of each part that was checked.

    Raises:
        UnreadableFileError: The file cannot be read (`NE001`).
        MissingExtraError: What decompresses it is not installed.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415  (many modules, for large files only)

    before = _stamp(path)
    prepare()
    with TemporaryDirectory(prefix="newsevents-") as folder:
        whole = Range(
            os.fspath(path), name or os.fspath(path), kind.compression, 0, None, max_size, selection, Path(folder)
        )
        parts = [whole] if kind.compression else _parts(whole)
        checked: list[Checked] = []
        for part, result in zip(parts, _mapped(check_range, parts, jobs, whole.name), strict=True):
            checked.append(result)
            advance(part.size or 0)
            if not result.is_whole:
                # How many lines it has, and where those of the next one stand, is not known.
                break
        faults = first_faults(_moved(checked, [part.faults for part in checked]))
        is_clean = all(fault.level != "error" for fault in faults)
        suspects: list[list[Suspect]] = []
        suspected = suspicion(IdFiles(Path(folder)), selection)
        if is_clean and any(suspected):
            suspects = list(_mapped(find_suspects, [(part, suspected) for part in parts], jobs, whole.name))
    if _stamp(path) != before:
        raise unreadable(path, "changed while it was read; check it again when nothing writes to it")
    if not is_clean:
        return Streamed(faults, ())
    found = [*_moved(checked, [part.found for part in checked]), *sure(_moved_suspects(checked, suspects))]
    told = list(_first_of_each_level(sorted(found, key=_order)))
    numbers = Counter(finding.level for finding in told)
    full = tuple(level for level in get_args(Level) if numbers[level] == MOST_FAULTS)
    return Streamed(sorted([*faults, *told], key=_order), _left_out(selection), full)


def _may_be_many(path: str | os.PathLike[str], kind: Kind) -> bool:
    """Return whether there may be more records in a file than are taken as a whole, as far as its size tells."""
    try:
        size = Path(path).stat().st_size
    except OSError:
        # Whoever reads it says so.
        return False
    return kind.format == "json" and size > (0 if kind.compression else MOST_RECORDS_WHOLE * len(_TYPE))


def check_records(  # noqa: PLR0913  (options by name)
    path: str | os.PathLike[str],
    kind: Kind,
    selection: Selection,
    *,
    name: str | None = None,
    max_size: int = MAX_SIZE,
    jobs: int = 1,
    advance: Callable[[int], object] = lambda _size: None,
) -> Streamed | None:
    """Return what is wrong with a JSON document of very many records, as `check_stream` does; `None` for any other.

    Where it is no JSON, that is all that is told, as for a document that is taken as a whole.

    Raises:
        UnreadableFileError: The file cannot be read (`NE001`).
        MissingExtraError: What decompresses it is not installed.
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415  (as above)

    from newsevents.files._unwrap import Unwrapped  # noqa: PLC0415  (for such documents only)

    if not _may_be_many(path, kind):
        return None
    called = name or os.fspath(path)
    content = content_of(opened(path), called, kind, max_size)
    if not isinstance(content, bytes) or content.count(_TYPE) <= MOST_RECORDS_WHOLE:
        return None
    with TemporaryDirectory(prefix="newsevents-") as folder:
        lines = Path(folder) / "records.jsonl"
        try:
            document = Unwrapped(content, lines, most_values(max_size))
        except TooLargeError as error:
            raise unreadable(called, str(error), error.line) from None
        del content
        faults = document.faults() if len(document) > MOST_RECORDS_WHOLE else None
        if faults is None:
            return None
        findings = [finding_at(*fault, called) for fault in faults]
        is_clean = all(finding.level != "error" for finding in findings)
        wanted = selection if is_clean else Selection(ALWAYS)
        result = check_stream(
            lines, Kind("jsonl", None), wanted, name=called, max_size=max_size, jobs=jobs, advance=advance
        )
    in_records = [*document.placed(result.findings)]
    # The one after so many says only that there are more.
    breaks = [each for each in (*findings, *in_records[:MOST_FAULTS]) if each.code == "NE002" and each.level == "error"]
    if breaks:
        # Behind the first one it is no JSON, whatever it looks like.
        marks = [finding for finding in findings if finding.level != "error"]
        return Streamed([*marks, replace(min(breaks, key=_order), pointer="")], ())
    told = [*findings, *in_records] if document.holds_records else findings
    return result._replace(findings=sorted(told, key=_order))


def _stamp(path: str | os.PathLike[str]) -> tuple[int, ...]:
    """Return what differs if a file is another one."""
    with opened(path) as stream:
        found = os.fstat(stream.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _parts(whole: Range) -> list[Range]:
    """Return ranges of whole lines that together are a file."""
    cuts: list[int] = []
    with opened(whole.path) as stream:
        size = os.fstat(stream.fileno()).st_size
        at = 0
        while at < size:
            cuts.append(at)
            at = stream.seek(at + _RANGE)
            while block := stream.read(BLOCK_SIZE):
                found = block.find(b"\n")
                at += len(block) if found < 0 else found + 1
                if found >= 0:
                    break
    ends = [*cuts[1:], size]
    return [whole._replace(start=start, size=end - start) for start, end in zip(cuts, ends, strict=True)]


def _mapped(function: Callable[[T], R], tasks: Sequence[T], jobs: int, name: str) -> Iterator[R]:
    """Yield what a function makes of each task, in their order, with so many processes.

    Raises:
        UnreadableFileError: One of them was killed (`NE001`); nothing is known of its part of the file *name*.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        yield from map(function, tasks)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415  (many modules, for several processes only)
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415  (as above)

    # A copy of this process starts at once; but beside other threads it may hang.
    can_fork = "fork" in get_all_start_methods() and threading.active_count() == 1
    context = get_context("fork" if can_fork else "spawn")
    try:
        with ProcessPoolExecutor(jobs, context, quiet) as pool:
            with starting():
                results = pool.map(function, tasks)
            yield from results
    except BrokenExecutor as error:
        message = "a process that checked it was killed, perhaps for want of memory; lower --jobs"
        raise unreadable(name, message) from error


def _moved(checked: Sequence[Checked], findings: Sequence[Iterable[Finding]]) -> Iterator[Finding]:
    """Yield the findings of each range with the lines of the file."""
    for part, first in zip(findings, _first_lines(checked), strict=True):
        for finding in part:
            yield below(finding, first)


def _moved_suspects(checked: Sequence[Checked], suspects: Sequence[Iterable[Suspect]]) -> Iterator[Suspect]:
    for part, first in zip(suspects, _first_lines(checked), strict=False):
        for suspect in part:
            yield suspect._replace(finding=suspect.finding and below(suspect.finding, first))


def _first_lines(checked: Sequence[Checked]) -> Iterator[int]:
    """Yield how many lines stand before each range."""
    return accumulate((part.lines for part in checked[:-1]), initial=0)


def _first_of_each_level(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what rules found, of each level no more than is told: words of advice must not hide an error."""
    told: Counter[Level] = Counter()
    for finding in findings:
        told[finding.level] += 1
        if told[finding.level] <= MOST_FAULTS:
            yield finding


def _left_out(selection: Selection) -> tuple[str, ...]:
    """Return the codes of the rules that need the whole file."""
    rules = [rule for code, rule in RULES.items() if code in selection.codes - ON_IDS]
    return tuple(rule.code for rule in rules if rule.check is not None and not rule.alone)


def _order(finding: Finding) -> tuple[int, int]:
    return finding.line or 0, finding.column or 0
