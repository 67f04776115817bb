"""Periods: many times, sorted once, and what holds of all of them or of any, without a look at each."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from newsevents.values import _edtf
from newsevents.values.when import When

__all__ = ["Need", "Periods", "Rooms", "Row"]

T = TypeVar("T")
Index = TypeVar("Index")

_ALWAYS = "0001-01-01/.."
_MINUTE = 60


class _Kind(NamedTuple):
    """Times of one kind: whatever they are compared with, their order is the same."""

    times: list[str]
    """In the order in which they start."""
    ends: list[str]
    """At each place, which of the times up to there ends last."""


class Periods:
    """Times, each of which may be unknown."""

    def __init__(self, times: Iterable[When | None]) -> None:
        """Take the times; an unknown one is certainly before and after nothing."""
        told = dict.fromkeys(None if when is None else when.edtf for when in times)
        self.has_unknown = None in told
        self._told = [edtf for edtf in told if edtf is not None]

    @cached_property
    def rows(self) -> Sequence[_Kind]:
        """The times in order, those of each kind by themselves."""
        kinds: defaultdict[bool | None, list[str]] = defaultdict(list)
        for edtf in self._told:
            moment = _edtf.moment(edtf)
            kinds[None if moment is None else moment.has_zone].append(edtf)
        ordered = (sorted(kind, key=_start) for kind in kinds.values())
        return [_Kind(kind, [*accumulate(kind, _later)]) for kind in ordered]

    @property
    def is_empty(self) -> bool:
        """Whether there are none."""
        return not self._told and not self.has_unknown

    def before(self, when: When) -> bool:
        """Return whether each of them is certainly before *when*."""
        edtf = when.edtf
        if edtf is None or self.has_unknown:
            return False
        # Where the first one is not, as mostly, none has to be sorted.
        if any(not _edtf.before(each, edtf) for each in self._told[:1]):
            return False
        return all(_edtf.before(row.ends[-1], edtf) for row in self.rows)

    def after(self, when: When) -> bool:
        """Return whether *when* is certainly before each of them."""
        edtf = when.edtf
        if edtf is None or self.has_unknown:
            return False
        if any(not _edtf.before(edtf, each) for each in self._told[:1]):
            return False
        return all(_edtf.before(edtf, row.times[0]) for row in self.rows)

    def has_one_within(self, others: "Periods") -> bool:
        """Return whether one of them may lie, in part at least, between the first and the last of *others*."""
        if self.has_unknown or others.has_unknown:
            return True
        firsts, lasts = [row.times[0] for row in others.rows], [row.ends[-1] for row in others.rows]
        return any(_has_between(row, first, last) for row in self.rows for first in firsts for last in lasts)

    def has_one_at(self, others: "Periods") -> bool:
        """Return whether one of them and one of *others* may be at the same time."""
        if self.has_unknown or others.has_unknown:
            return True
        fewer, more = sorted((self.rows, others.rows), key=lambda rows: sum(len(row.times) for row in rows))
        return any(_has_between(row, edtf, edtf) for each in fewer for edtf in each.times for row in more)


def _has_between(row: _Kind, first: str, last: str) -> bool:
    """Return whether one of a row is neither certainly before *first* nor certainly after *last*."""
    # Those that start too late stand at the end; of the others the one that ends last decides.
    count = bisect_left(row.times, 1, key=lambda edtf: int(_edtf.before(last, edtf)))
    return count > 0 and not _edtf.before(row.ends[count - 1], first)


def _later(one: str, other: str) -> str:
    """Return which of two times ends last."""
    return max(one, other, key=_end)


def _start(edtf: str) -> float:
    moment, day = _edtf.moment(edtf), _edtf.bounds(edtf).sure_earliest
    if moment is not None:
        return moment.first
    return float("-inf") if day is None else day.toordinal()


def _end(edtf: str) -> float:
    moment, day = _edtf.moment(edtf), _edtf.bounds(edtf).sure_latest
    if moment is not None:
        return moment.last
    return float("inf") if day is None else day.toordinal()


# --- what has room for what -------------------------------------------------------------------------------------------


class Need(NamedTuple):
    """Times for which room is looked for."""

    times: list[str]
    first: str
    """Which of them starts first."""
    last: str
    """Which of them ends last."""

    @classmethod
    def of(cls, times: Iterable[When]) -> "Need | None":
        """Return what times need; `None` where nothing certainly contains them all, or there are none."""
        told = [*dict.fromkeys(when.edtf for when in times if when.edtf is not None)]
        if not told or not all(_edtf.contain(_ALWAYS, edtf) for edtf in told):
            return None
        first = min(told, key=lambda edtf: _edtf.bounds(edtf).earliest or dt.date.min)
        return cls(told, first, max(told, key=lambda edtf: _edtf.bounds(edtf).latest or dt.date.max))


class Rooms:
    """Times, each of which may contain others."""

    def __init__(self, times: Iterable[When | None]) -> None:
        """Take the times; one that is not told contains nothing."""
        told = [*times]
        self.has_untold = None in told
        self._narrow: defaultdict[object, list[str]] = defaultdict(list)
        wide: list[str] = []
        for edtf in dict.fromkeys(when.edtf for when in told if when is not None and when.edtf is not None):
            bounds = _edtf.bounds(edtf)
            day = bounds.earliest or bounds.latest
            # What has no room for a day of its own, such as a season, contains itself at most.
            is_wide = day is not None and _edtf.contain(edtf, day.isoformat())
            (wide if is_wide else self._narrow[_minute(edtf)]).append(edtf)
        wide.sort(key=_opening)
        self._starts = [_opening(edtf) for edtf in wide]
        self._ends = [*accumulate(wide, _closing_later)]

    def have_room(self, need: Need) -> bool:
        """Return whether one of them certainly contains all that is needed."""
        if any(all(_edtf.contain(whole, edtf) for edtf in need.times) for whole in self._narrow_at(need)):
            return True
        # Of those that start early enough, the one that ends last decides.
        count = bisect_right(self._starts, _edtf.bounds(need.first).earliest or dt.date.min)
        return count > 0 and all(_edtf.contain(self._ends[count - 1], edtf) for edtf in (need.first, need.last))

    def _narrow_at(self, need: Need) -> Sequence[str]:
        return self._narrow.get(_minute(need.first), ())


def _minute(edtf: str) -> object:
    """Return the minute of a clock time, which contains no more than that; of any other time, itself."""
    moment = _edtf.moment(edtf)
    return edtf if moment is None else (moment.has_zone, moment.first // _MINUTE)


def _opening(edtf: str) -> dt.date:
    return dt.date.min if edtf.startswith("..") else _edtf.bounds(edtf).earliest or dt.date.max


def _closing(edtf: str) -> dt.date:
    return dt.date.max if edtf.endswith("..") else _edtf.bounds(edtf).latest or dt.date.min


def _closing_later(one: str, other: str) -> str:
    return max(one, other, key=_closing)


# --- the first ones in a row ------------------------------------------------------------------------------------------


class Row(Generic[T, Index]):
    """Things in a row, of which those that something holds of are found in order, without a look at the others."""

    def __init__(self, things: Sequence[T], index: Callable[[Sequence[T]], Index]) -> None:
        """Take the things, and what makes an index of any run of them."""
        self._things = things
        self._index = index
        self._made: dict[tuple[int, int], Index] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._things)

    def where(self, holds: Callable[[Index], bool]) -> Iterator[T]:
        """Yield the things of which it holds; of an index it must hold where it does of one thing in it."""
        waiting = [(0, len(self._things))]
        while waiting:
            start, end = waiting.pop()
            if start == end or not holds(self._of(start, end)):
                continue
            if end - start == 1:
                yield self._things[start]
                continue
            middle = (start + end) // 2
            waiting += (middle, end), (start, middle)

    def _of(self, start: int, end: int) -> Index:
        if (start, end) not in self._made:
            self._made[start, end] = self._index(self._things[start:end])
        return self._made[start, end]
