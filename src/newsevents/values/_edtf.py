"""What days an EDTF string of level 0 or 1 may mean, and how two lie to each other. It is given canonical ones only."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

_QUALIFIERS = "?~%"
_FEBRUARY, _DECEMBER = 2, 12
_SHORT = {4, 6, 9, 11}
# Seasons name no hemisphere and their first day differs by custom, so they bound no more than this.
_SEASON_SPILLS_OVER = {"21": False, "22": True, "23": False, "24": True}


class Bounds(NamedTuple):
    """The days between which a time lies, both included; `None` is no bound.

    The sure ones are `None` too where the date carries a qualifier, or where an interval ends before it begins, since
    then nothing is proven.
    """

    earliest: dt.date | None
    latest: dt.date | None
    sure_earliest: dt.date | None
    sure_latest: dt.date | None


def last_day(year: int, month: int) -> int:
    """Return the last day of a month of the Gregorian calendar."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _SHORT else 31


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the days that *edtf* may mean."""
    start, slash, end = edtf.partition("/")
    if not slash:
        end = start
    earliest, _ = _days(start)
    _, latest = _days(end)
    is_backward = earliest is not None and latest is not None and latest < earliest
    return Bounds(
        earliest,
        latest,
        None if is_backward or start[-1:] in _QUALIFIERS else earliest,
        None if is_backward or end[-1:] in _QUALIFIERS else latest,
    )


def _days(date: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of one date; both `None` where it is open or unknown."""
    if date in {"", ".."}:
        return None, None
    year, month, day = (*date.rstrip(_QUALIFIERS).partition("T")[0].split("-"), "XX", "XX")[:3]
    first_year, last_year = max(int(year.replace("X", "0")), dt.MINYEAR), int(year.replace("X", "9"))
    if (spills_over := _SEASON_SPILLS_OVER.get(month)) is not None:
        return _season(first_year, spills_over=spills_over)
    first_month, last_month = (1, _DECEMBER) if month == "XX" else (int(month), int(month))
    if day == "XX":
        return dt.date(first_year, first_month, 1), dt.date(last_year, last_month, last_day(last_year, last_month))
    exact = dt.date(first_year, first_month, int(day))
    return exact, exact


def _season(year: int, *, spills_over: bool) -> tuple[dt.date, dt.date]:
    """Return the days of a season: summer and winter of a year reach over its ends in one half of the world."""
    if not spills_over:
        return dt.date(year, 1, 1), dt.date(year, _DECEMBER, 31)
    first = dt.date(year - 1, _DECEMBER, 1) if year > dt.MINYEAR else dt.date.min
    last = dt.date(year + 1, 3, 31) if year < dt.MAXYEAR else dt.date.max
    return first, last


# --- how two times lie to each other ----------------------------------------------------------------------------------

_DAY, _HOUR, _MINUTE = 86400, 3600, 60


class Moment(NamedTuple):
    """The first and last second of a clock time: from Greenwich if it has a zone, else on the clock it was told by.

    They are numbers, since in Greenwich it may be the year 0 or 10000: the day of a second is its ordinal.
    """

    first: int
    last: int
    has_zone: bool


def moment(edtf: str) -> Moment | None:
    """Return the seconds that a clock time may mean; `None` for a date or an interval."""
    day, _, clock = edtf.partition("T")
    if not clock:
        return None
    zone_at = next((place for place, mark in enumerate(clock) if mark in "Z+-"), len(clock))
    told, zone = clock[:zone_at], clock[zone_at:]
    offset = _seconds(zone[1:]) * (-1 if zone[:1] == "-" else 1)
    first = dt.date.fromisoformat(day).toordinal() * _DAY + _seconds(told) - offset
    return Moment(first, first if told.count(":") > 1 else first + _MINUTE - 1, bool(zone))


def _seconds(clock: str) -> int:
    return sum(int(part or 0) * unit for part, unit in zip(clock.split(":"), (_HOUR, _MINUTE, 1), strict=False))


def before(first: str, second: str) -> bool:
    """Return whether it is proven that *first* is over when *second* begins."""
    mine, theirs = bounds(first), bounds(second)
    end, start = mine.sure_latest, theirs.sure_earliest
    if end is None or start is None:
        return False
    one, other = moment(first), moment(second)
    if one is not None and other is not None and one.has_zone == other.has_zone:
        return one.last < other.first
    last_day, first_day = end.toordinal(), start.toordinal()
    # A date was told in an unknown zone, and none is farther than a day: the moment must be out of it in every one.
    if one is not None and one.has_zone:
        last_day = one.last // _DAY + 1
    if other is not None and other.has_zone:
        first_day = other.first // _DAY - 1
    return last_day < first_day


def overlap(first: str, second: str) -> bool:
    """Return whether some day, or for two clock times with zones some second, lies within both."""
    one, other = moment(first), moment(second)
    if one is not None and other is not None and one.has_zone == other.has_zone:
        return one.first <= other.last and other.first <= one.last
    mine, theirs = bounds(first), bounds(second)
    ends = (mine.earliest, mine.latest), (theirs.earliest, theirs.latest)
    # All four ways, since an interval may end before it begins: then no day lies within it.
    return all(_not_after(start, end) for start, _ in ends for _, end in ends)


def _not_after(start: dt.date | None, end: dt.date | None) -> bool:
    return start is None or end is None or start <= end


def contain(whole: str, part: str) -> bool:
    """Return whether all that *part* may mean lies within *whole*."""
    one, other = moment(whole), moment(part)
    if one is not None:
        same_day = bounds(whole).earliest == bounds(part).earliest
        same_clock = other is not None and one.has_zone == other.has_zone and same_day
        return other is not None and same_clock and one.first <= other.first and other.last <= one.last
    mine, theirs = bounds(whole), bounds(part)
    if _is_unsure(mine) or _is_unsure(theirs):
        return False
    if any(date[5:7] in _SEASON_SPILLS_OVER for date in whole.split("/")):
        # A season's bounds are no more than where it may lie.
        return whole == part
    start, _, end = whole.partition("/")
    starts = start == ".." or (_not_after(mine.earliest or dt.date.max, theirs.earliest or dt.date.min))
    ends = end == ".." or (_not_after(theirs.latest or dt.date.max, mine.latest or dt.date.min))
    return starts and ends


def _is_unsure(told: Bounds) -> bool:
    return (told.sure_earliest, told.sure_latest) != (told.earliest, told.latest)
