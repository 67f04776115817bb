"""Periods: many times, sorted once, and what holds of all of them or of any, without a look at each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from newsevents.values import _edtf
from newsevents.values.when import When

__all__ = ["Periods"]


class _Row(NamedTuple):
    """Times of one kind: whatever they are compared with, their order is the same."""

    times: list[str]
    """In the order in which they start."""
    ends: list[str]
    """At each place, which of the times up to there ends last."""


class Periods:
    """Times, each of which may be unknown."""

    def __init__(self, times: Iterable[When | None]) -> None:
        """Take the times; an unknown one is certainly before and after nothing."""
        told = [None if when is None else when.edtf for when in times]
        kinds: defaultdict[bool | None, list[str]] = defaultdict(list)
        for edtf in dict.fromkeys(told):
            if edtf is not None:
                moment = _edtf.moment(edtf)
                kinds[None if moment is None else moment.has_zone].append(edtf)
        self.has_unknown = None in told
        self.rows: list[_Row] = []
        for kind in kinds.values():
            kind.sort(key=_start)
            self.rows.append(_Row(kind, [*accumulate(kind, _later)]))

    def before(self, when: When) -> bool:
        """Return whether each of them is certainly before *when*."""
        edtf = when.edtf
        if edtf is None or self.has_unknown:
            return False
        return all(_edtf.before(row.ends[-1], edtf) for row in self.rows)

    def after(self, when: When) -> bool:
        """Return whether *when* is certainly before each of them."""
        edtf = when.edtf
        if edtf is None or self.has_unknown:
            return False
        return all(_edtf.before(edtf, row.times[0]) for row in self.rows)

    def has_one_within(self, others: "Periods") -> bool:
        """Return whether one of them may lie, in part at least, between the first and the last of *others*."""
        if self.has_unknown or others.has_unknown:
            return True
        firsts, lasts = [row.times[0] for row in others.rows], [row.ends[-1] for row in others.rows]
        return any(_has_between(row, first, last) for row in self.rows for first in firsts for last in lasts)


def _has_between(row: _Row, first: str, last: str) -> bool:
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
