"""Units of the calendar around the reference: this week, last quarter, next year, last winter, the past ten days."""

import datetime as dt
import re

from newsevents.values import _edtf
from newsevents.values._time.calendar import is_day, month_of, portion, season_days, shifted, span, week_of, year_of
from newsevents.values._time.context import Context
from newsevents.values._time.numeric import season_or_years

__all__ = [
    "WINTER",
    "ago",
    "bare_season",
    "bare_weekend",
    "coming",
    "earlier",
    "ending",
    "named_season",
    "named_unit",
    "part_of",
    "past",
    "season",
    "weekday_of_month",
]

_WEDNESDAY, _SATURDAY, _WEEK = 2, 5, 7
WINTER = 24
# The customs differ by three weeks on when a season ends.
_SLACK = dt.timedelta(days=21)
_CLOSE = dt.timedelta(days=120)
_OF_A_DAY = {"hour": 24, "minute": 24 * 60}


def _unit_of(day: dt.date, unit: str) -> str:
    """Return the unit that *day* lies in."""
    year = day.year
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(year, day.month)
    if unit in {"quarter", "half"}:
        months = 3 if unit == "quarter" else 6
        first = (day.month - 1) // months * months + 1
        return f"{month_of(year, first)}/{month_of(year, first + months - 1)}"
    return {
        "day": day.isoformat(),
        "year": year_of(year),
        "decade": f"{year // 10:03}X",
        "century": f"{year // 100:02}XX",
    }[unit]


def named_unit(which: str, unit: str, context: Context) -> str:
    """Return the last, this or the next unit."""
    today = context.reference
    if unit == "weekend" and len(which) == 1:
        return _weekend(which, context)
    if unit in {"weekend", "day", "fortnight", "hour", "minute"}:
        context.unreadable("it is not said which")
    if unit == "decade" and which == "L":
        # The ten years up to now, or those that a round number opened.
        return context.one_of(
            _unit_of(shifted(today, "year", -10), unit), f"{year_of(today.year - 10)}/{year_of(today.year)}"
        )
    steps = {"bL": -2, "L": -1, "T": 0, "N": 1, "gN": 2}[which]
    first_of_month = today.replace(day=1)
    if unit == "half":
        return _unit_of(shifted(first_of_month, "month", 6 * steps), unit)
    return _unit_of(shifted(today if unit == "week" else first_of_month, unit, steps), unit)


def _weekend(which: str, context: Context) -> str:
    today = context.reference
    saturday = today + dt.timedelta(days=_SATURDAY - today.weekday())
    during = today.weekday() >= _SATURDAY
    last, coming = saturday - dt.timedelta(days=_WEEK), saturday + dt.timedelta(days=_WEEK * during)
    told = [span(first, first + dt.timedelta(days=1)) for first in (last, saturday, coming)]
    if which == "L":
        return told[0]
    if which == "H":
        # On its days, some call the one that they are in the past one already.
        return context.one_of(*told[:2]) if during else told[0]
    if which == "T" or (which == "t" and during):
        return told[1]
    if which == "N" and during:
        return told[2]
    if which == "t" and today.weekday() <= _WEDNESDAY:
        return told[0]
    following = saturday + dt.timedelta(days=_WEEK)
    other = told[0] if which == "t" else span(following, following + dt.timedelta(days=1))
    return context.one_of(*sorted((other, told[1])))


def bare_weekend(context: Context) -> str:
    """Return the weekend that is meant by "at the weekend": this one on its days, else the last if it is near."""
    return _weekend("t", context)


def earlier(which: str, unit: str, context: Context) -> str:
    """Return the days of this unit up to the reference, or from it."""
    today = context.reference
    whole = named_unit("T", unit, context)
    first, last = _edges(whole)
    start, end = (first, today) if which == "earlier" else (today, last)
    return span(start, end) if start < end else whole


def _edges(edtf: str) -> tuple[dt.date, dt.date]:
    bounds = _edtf.bounds(edtf)
    return bounds.earliest or dt.date.min, bounds.latest or dt.date.max


def season(year: int, code: int) -> str:
    """Return a season in EDTF, in a form that reads as nothing else: 2023-24 may be two years to a reader."""
    told = f"{year_of(year)}-{code}"
    return f"{told}/{told}" if season_or_years(told) else told


def named_season(which: str, code: int, context: Context) -> str:
    """Return the last, this or the next season of that name."""
    today = context.reference
    years = range(today.year - 2, today.year + 2)
    if which in "LH":
        over = [year for year in years if season_days(year, code)[1] < today][-1]
        is_near = today - season_days(over, code)[1] < _SLACK
        return context.one_of(season(over - 1, code), season(over, code)) if is_near else season(over, code)
    if which in "NV":
        ahead = next(year for year in years if season_days(year, code)[0] > today)
        is_near = ahead == today.year and code != WINTER and which == "N"
        return context.one_of(season(ahead, code), season(ahead + 1, code)) if is_near else season(ahead, code)
    if code == WINTER and today.month <= 6:  # noqa: PLR2004  (half a year)
        begun, following = season(today.year - 1, code), season(today.year, code)
        return context.one_of(begun, following) if today > season_days(today.year - 1, code)[1] else begun
    return season(today.year, code)


def bare_season(code: int, context: Context) -> str:
    """Return the latest such season up to the reference; an error where the next is close."""
    today = context.reference
    begun = [year for year in range(today.year - 2, today.year + 2) if season_days(year, code)[0] <= today]
    start, end = season_days(begun[-1], code)
    if today <= end or context.tense == "past":
        return season(begun[-1], code)
    if context.tense == "open" or shifted(start, "year", 1) - today <= _CLOSE:
        return context.one_of(season(begun[-1], code), season(begun[-1] + 1, code))
    return season(begun[-1], code)


def ago(count: int, unit: str, sign: int, context: Context) -> str:
    """Return the time that lies *count* units back (sign -1) or ahead, as precise as the unit."""
    today = context.reference
    if unit in _OF_A_DAY:
        # The time of the day is not known: an hour ago may have been yesterday.
        ends = [shifted(today, "day", sign * days) for days in (count // _OF_A_DAY[unit], -(-count // _OF_A_DAY[unit]))]
        return span(min(ends), max(ends))
    if unit in {"weekend", "half"}:
        context.unreadable("it is not said how long that is")
    day = shifted(today, unit, sign * count)
    if unit == "day":
        return day.isoformat()
    # Nobody who says "two weeks ago" has counted the days.
    return _rounded(day, {"week": 10, "fortnight": 10, "month": 7, "quarter": 7}.get(unit, 4))


def _rounded(day: dt.date, length: int) -> str:
    return f"{day.isoformat()[:length]}~"


def past(count: int, unit: str, context: Context) -> str:
    """Return the *count* units up to the reference. Their start is one step more precise than the unit."""
    return f"{_edge(count, unit, -1, context)}/{context.reference.isoformat()}"


def coming(count: int, unit: str, context: Context) -> str:
    """Return the *count* units from the reference."""
    return f"{context.reference.isoformat()}/{_edge(count, unit, 1, context)}"


def _edge(count: int, unit: str, sign: int, context: Context) -> str:
    if unit in _OF_A_DAY:
        count, unit = -(-count // _OF_A_DAY[unit]), "day"
    if unit in {"day", "weekend", "half"}:
        return ago(count, unit, sign, context)
    day = shifted(context.reference, unit, sign * count)
    return _rounded(day, {"year": 7, "decade": 4, "century": 4}.get(unit, 10))


def ending(count: int, unit: str, end: str) -> str | None:
    """Return the *count* units that end with a time; `None` if they do not end where months or years do."""
    if unit in {"hour", "minute", "weekend", "half"} or not re.fullmatch("[-0-9/]+", end):
        return None
    _, last = _edges(end)
    start = shifted(last + dt.timedelta(days=1), unit, -count)
    if unit in {"day", "week", "fortnight"}:
        # Some count the day that the week before ended on.
        return f"{start.isoformat()}~/{end}" if is_day(end) and start < last else None
    if (last + dt.timedelta(days=1)).day != 1:
        return None
    if is_day(end):
        return span(start, last)
    if len(end) == len("2024"):
        return f"{year_of(start.year)}~/{end}" if start.year < last.year and unit != "month" else None
    first, until = month_of(start.year, start.month), month_of(last.year, last.month)
    return f"{first}/{until}" if first != until else first


def part_of(edtf: str, which: int, count: int | None, unit: str) -> str | None:
    """Return the first, second … or, for -1, the last unit (or *count* units) of a month or year; `None` if unclear."""
    if unit == "half":
        half = portion(edtf, "early" if which == 1 else "late")
        return half if which in {1, 2, -1} and count is None and half != edtf else None
    if not edtf.replace("-", "").isdigit() or len(edtf) not in _PARTS:
        return None
    first, last = _edges(edtf)
    months, most = _PARTS[len(edtf)].get(unit, (0, 0))
    if months:
        start = most - (count or 1) + 1 if which == -1 else which
        end = start + (count or 1) - 1
        if not 1 <= start <= end <= most or (count is not None and (which not in {1, -1} or unit != "month")):
            return None
        begin, until = month_of(first.year, (start - 1) * months + 1), month_of(first.year, end * months)
        return begin if begin == until else f"{begin}/{until}"
    if unit not in {"day", "week"} or (which not in {1, -1} and (count is not None or unit == "week")):
        return None
    days = dt.timedelta(days=(count or 1) * (_WEEK if unit == "week" else 1) - 1)
    start_day = last - days if which == -1 else first + dt.timedelta(days=which - 1)
    return span(start_day, start_day + days) if first <= start_day and start_day + days <= last else None


def weekday_of_month(month: str, which: int, weekday: int) -> str | None:
    """Return the first, second … or, for -1, the last such day of the week in a month; `None` if it has none."""
    first, last = _edges(month)
    days = [first + dt.timedelta(days=days) for days in range((last - first).days + 1)]
    fitting = [day.isoformat() for day in days if day.weekday() == weekday]
    return fitting[which if which < 0 else which - 1] if which <= len(fitting) else None


# By the length of a year and of a month in EDTF: the months of each part made of months, and how many parts there are.
_PARTS = {4: {"month": (1, 12), "quarter": (3, 4)}, 7: {}}
