"""What days an EDTF string of level 0 or 1 may mean. It is given canonical strings only."""

import datetime as dt
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

_QUALIFIERS = "?~%"
_DECEMBER = 12
# Seasons name no hemisphere and their first day differs by custom, so they bound no more than this.
_SEASON_SPILLS_OVER = {"21": False, "22": True, "23": False, "24": True}


class Bounds(NamedTuple):
    """The days between which a time lies, both included; `None` is no bound.

    The sure ones are `None` too where the date carries a qualifier, since then nothing is proven.
    """

    earliest: dt.date | None
    latest: dt.date | None
    sure_earliest: dt.date | None
    sure_latest: dt.date | None


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the days that *edtf* may mean."""
    start, slash, end = edtf.partition("/")
    if not slash:
        end = start
    earliest, _ = _days(start)
    _, latest = _days(end)
    return Bounds(
        earliest,
        latest,
        None if start[-1:] in _QUALIFIERS else earliest,
        None if end[-1:] in _QUALIFIERS else latest,
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
        return dt.date(first_year, first_month, 1), dt.date(last_year, last_month, monthrange(last_year, last_month)[1])
    exact = dt.date(first_year, first_month, int(day))
    return exact, exact


def _season(year: int, *, spills_over: bool) -> tuple[dt.date, dt.date]:
    """Return the days of a season: summer and winter of a year reach over its ends in one half of the world."""
    if not spills_over:
        return dt.date(year, 1, 1), dt.date(year, _DECEMBER, 31)
    first = dt.date(year - 1, _DECEMBER, 1) if year > dt.MINYEAR else dt.date.min
    last = dt.date(year + 1, 3, 31) if year < dt.MAXYEAR else dt.date.max
    return first, last
