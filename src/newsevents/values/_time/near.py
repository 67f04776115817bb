"""Names of days and months without a year: which one is meant, seen from the reference.

News looks back: a bare name is the latest one that is not over the reference. Where the next one is close and the words
leave open which is meant, that is an error and not a guess.
"""

import datetime as dt
from collections.abc import Callable

from newsevents.values import _edtf
from newsevents.values._time.calendar import month_of
from newsevents.values._time.context import Context

__all__ = [
    "bare_day",
    "bare_month",
    "bare_part",
    "bare_weekday",
    "named_month",
    "named_weekday",
    "weekday_in_week",
]

_WEEK, _YEAR = 7, 12
_CLOSE_MONTHS, _CLOSE_DAYS, _CLOSE_QUARTER = 4, 120, 3
_HALF_A_YEAR = dt.timedelta(days=183)


def bare_weekday(weekday: int, context: Context) -> str:
    """Return the latest such day up to the reference: on the day itself, that day."""
    today = context.reference
    past = today - dt.timedelta(days=(today.weekday() - weekday) % _WEEK)
    if context.tense == "open" and past != today:
        return context.one_of(past.isoformat(), (past + dt.timedelta(days=_WEEK)).isoformat())
    return past.isoformat()


def named_weekday(which: str, weekday: int, context: Context) -> str:
    """Return the last, the coming, the next or this such day."""
    today = context.reference
    monday = today - dt.timedelta(days=today.weekday())
    coming = today + dt.timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    if which in "LH":
        return (today - dt.timedelta(days=(today.weekday() - weekday - 1) % _WEEK + 1)).isoformat()
    if which == "V":
        return coming.isoformat()
    # Some call the first one after today "next", others the one in the next week.
    other = monday + dt.timedelta(days=weekday + (_WEEK if which == "N" else 0))
    if which == "T" and other == today:
        return today.isoformat()
    if other != coming:
        return context.one_of(*sorted((other.isoformat(), coming.isoformat())))
    return coming.isoformat()


def weekday_in_week(weekday: int, weeks: int, context: Context) -> str:
    """Return the day of the week that is *weeks* after this one."""
    today = context.reference
    return (today + dt.timedelta(days=weekday - today.weekday() + _WEEK * weeks)).isoformat()


def _latest(month: int, close: int, told: Callable[[int], str], context: Context) -> str:
    """Return what begins with the latest such month up to the reference; an error where the next is close."""
    today = context.reference
    ahead = (month - today.month) % _YEAR
    past = today.year - (month > today.month)
    if (ahead and context.tense == "open") or (context.tense == "near" and 0 < ahead <= close):
        return context.one_of(told(past), told(past + 1))
    return told(past)


def bare_month(month: int, context: Context) -> str:
    """Return the latest such month up to the reference; an error where the next is close."""
    return _latest(month, _CLOSE_MONTHS, lambda year: month_of(year, month), context)


def named_month(which: str, month: int, context: Context) -> str:
    """Return the last, the past, the next or coming, or this such month."""
    today = context.reference
    if which == "T":
        return month_of(today.year, month)
    if which in "NV":
        return month_of(today.year + (month <= today.month), month)
    if which == "L" and month < today.month:
        # Said in March, "last February" may be a month ago or a year and a month.
        return context.one_of(month_of(today.year - 1, month), month_of(today.year, month))
    return month_of(today.year - (month >= today.month), month)


def bare_day(month: int, day: int, weekday: int | None, context: Context) -> str:
    """Return the latest such day up to the reference; an error where the next is close and no weekday settles it."""
    today = context.reference
    days = [dt.date(year, month, day) for year in _years_with(month, day, today.year)]
    past = [found for found in days if found <= today]
    ahead = [found for found in days if found > today]
    if weekday is not None:
        soon = [found for found in ahead[:1] if found - today <= _HALF_A_YEAR]
        fitting = [found for found in (*past[-1:], *soon) if found.weekday() == weekday]
        if not fitting:
            context.unreadable("it is another day of the week")
        return fitting[0].isoformat()
    if not past:
        context.unreadable("there is no such day near the reference")
    close = bool(ahead) and ahead[0] - today <= dt.timedelta(days=_CLOSE_DAYS)
    if past[-1] != today and ((close and context.tense == "near") or context.tense == "open"):
        return context.one_of(past[-1].isoformat(), *(found.isoformat() for found in ahead[:1]))
    return past[-1].isoformat()


def _years_with(month: int, day: int, year: int) -> list[int]:
    years = range(max(year - 1, dt.MINYEAR), min(year + 1, dt.MAXYEAR) + 1)
    return [each for each in years if day <= _edtf.last_day(each, month)]


def bare_part(months: int, which: int, context: Context) -> str:
    """Return the latest such quarter or half year of *months* months up to the reference."""
    first = (which - 1) * months + 1
    today = context.reference

    def told(year: int) -> str:
        return f"{month_of(year, first)}/{month_of(year, first + months - 1)}"

    if first <= today.month < first + months:
        return told(today.year)
    return _latest(first, _CLOSE_QUARTER, told, context)
