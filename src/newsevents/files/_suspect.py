"""Suspects: the lines with an id whose hash is suspicious, read once more and judged by what they say."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from newsevents._model import type_of
from newsevents._regex import regex
from newsevents.files._document import Held, numbered_lines, read_lines, without_mark
from newsevents.files._fault import MOST_FAULTS
from newsevents.files._ids import IdFiles, hashed
from newsevents.files._range import REFERENCE, STRING, Range, blocks_of, placed
from newsevents.findings import Finding
from newsevents.records.statement import Statement
from newsevents.rules._select import Selection
from newsevents.rules._silence import silenced
from newsevents.rules.identity import no_quotation, no_record, quoted_twice, said_twice
from newsevents.values.reference import references

__all__ = ["Suspect", "Suspicion", "find_suspects", "sure", "suspicion"]

# As for references: the ids of records and quotations, and what names quotations.
_OWN = regex(rb'"(?:variant_of_)?id"[ \t\r]*:[ \t\r]*"([^"]*)"')
_MOST_KNOWN = 2**16


class Suspicion(NamedTuple):
    """Hashes of ids that stand twice or name nothing, as far as hashes tell."""

    ids: frozenset[int]
    references: frozenset[int]
    quotations: frozenset[int]
    variants: frozenset[int]


class Suspect(NamedTuple):
    """An id that stood before or is named in vain; the finding on it, if it is not the first."""

    kind: str
    id: str
    holder: str
    """What is said of the first that has the id."""
    finding: Finding | None
    """What to report; `None` where the record silences it."""


def suspicion(ids: IdFiles, selection: Selection) -> Suspicion:
    """Return what is suspicious in the files of ids, for the rules that were asked for."""
    nothing = frozenset[int]()
    is_twice, is_missing = "NE101" in selection.codes, "NE102" in selection.codes
    return Suspicion(
        ids.twice("id", MOST_FAULTS) if is_twice else nothing,
        ids.missing("reference", "id", MOST_FAULTS) if is_missing else nothing,
        ids.twice("quotation", MOST_FAULTS) if is_twice else nothing,
        ids.missing("variant", "quotation", MOST_FAULTS) if is_missing else nothing,
    )


def find_suspects(task: tuple[Range, Suspicion]) -> list[Suspect]:
    """Return the suspects of a range in their order; lines count from 1 at its start."""
    part, suspected = task
    finder = _Finder(part, suspected)
    found: list[Suspect] = []
    for line, block in blocks_of(part):
        if line == 1 and part.start == 0:
            block, _ = without_mark(block)  # noqa: PLW2901  (the rest of it)
        for number, text in numbered_lines(block, line):
            if finder.is_suspicious(text):
                found += finder.suspects(text, number)
    return found


def sure(suspects: Iterator[Suspect]) -> Iterator[Finding]:
    """Yield the findings of all suspects of a file, in its order, that are no mere suspicions."""
    holders: dict[tuple[str, str], str] = {}
    for kind, id, holder, finding in suspects:
        first = holders.get((kind, id))
        if kind != "missing" and first is None:
            holders[kind, id] = holder
        elif finding is None:
            continue
        elif kind == "record":
            yield replace(finding, message=said_twice(id, first or ""))
        elif kind == "quotation":
            yield replace(finding, message=quoted_twice(id, first or ""), related=(first or "",))
        else:
            yield finding


class _Finder:
    def __init__(self, part: Range, suspected: Suspicion) -> None:
        self._part = part
        self._suspected = suspected
        self._own = suspected.ids | suspected.quotations | suspected.variants
        self._known: dict[bytes, bool] = {}
        self._told: dict[str, int] = {"NE101": 0, "NE102": 0}
        self._firsts: set[tuple[str, str]] = set()

    def is_suspicious(self, line: bytes) -> bool:
        """Return whether a line may have a suspect; never `False` for one that has."""
        if b"\\" in line:
            return True
        if any(hashed(id) in self._own for id in _OWN.findall(line)):
            return True
        return any(map(self._names, REFERENCE.findall(line)))

    def _names(self, raw: bytes) -> bool:
        """Return whether the value of a reference has a suspicious id."""
        if raw not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[raw] = any(hashed(id) in self._suspected.references for id in STRING.findall(raw))
        return self._known[raw]

    def suspects(self, line: bytes, number: int) -> Iterator[Suspect]:
        """Yield the suspects of a line."""
        (held,) = cast(list[Held], list(read_lines(line, number)))
        (record,) = held.records
        suspected = self._suspected
        if hashed(record.id.encode()) in suspected.ids:
            yield from self._twice("record", record.id, type_of(type(record)), held, "/id")
        if self._told["NE102"] < MOST_FAULTS:
            for reference in references(record):
                if hashed(reference.id.encode()) in suspected.references:
                    yield self._missing(held, reference.pointer, reference.id, no_record(reference.id))
        for index, quotation in enumerate(record.quotations if isinstance(record, Statement) else ()):
            pointer, id, other = f"/quotations/{index}", quotation.id, quotation.variant_of_id
            if id is not None and hashed(id.encode()) in suspected.quotations:
                yield from self._twice("quotation", id, record.id, held, f"{pointer}/id")
            if other is not None and hashed(other.encode()) in suspected.variants:
                yield self._missing(held, f"{pointer}/variant_of_id", other, no_quotation(other))

    def _twice(self, kind: str, id: str, holder: str, held: Held, pointer: str) -> Iterator[Suspect]:
        # The first of each is needed to judge the others, and counts for none of them.
        if (kind, id) in self._firsts:
            if self._told["NE101"] >= MOST_FAULTS:
                return
            self._told["NE101"] += 1
        self._firsts.add((kind, id))
        yield Suspect(kind, id, holder, self._finding("NE101", held, pointer, ""))

    def _missing(self, held: Held, pointer: str, id: str, message: str) -> Suspect:
        self._told["NE102"] += 1
        return Suspect("missing", id, "", self._finding("NE102", held, pointer, message))

    def _finding(self, code: str, held: Held, pointer: str, message: str) -> Finding | None:
        (record,) = held.records
        if code in silenced(record):
            return None
        level = self._part.selection.level(code)
        finding = Finding(code=code, level=level, message=message, record_id=record.id)
        return placed(finding, held.document, pointer, self._part.name)
