"""Dates in figures alone: ISO 8601, and what people write with dots, dashes and slashes."""

import datetime as dt

from newsevents._regex import regex
from newsevents.values._time.calendar import day_of, span, week_of
from newsevents.values._time.clock import moment, read_clock, read_offset
from newsevents.values._time.context import Context
from newsevents.values._time.english import ZONES
from newsevents.values._time.grammar import Time

__all__ = [
    "DATE",
    "MONTH",
    "is_of_other_calendar",
    "may_be_other_year",
    "read_date",
    "read_iso",
    "season_or_years",
    "two_digit_year",
]

_DAY, _YEAR, _SHORT = "[0-9]{1,2}", "[0-9]{4}", "'?[0-9]{2}"
_BEFORE, _AFTER = r"(?<![\d.,/+:-])", r"(?!\d|[-/:,]\d|\.\d)"
_PARTED = "|".join(f"{_YEAR}{mark}{_DAY}{mark}{_DAY}|{_DAY}{mark}{_DAY}{mark}{_YEAR}" for mark in ("-", "/", r"\.\ ?"))
DATE = (
    rf"{_BEFORE}(?:{_PARTED}|{_DAY}/{_DAY}/{_SHORT}|{_DAY}-{_DAY}-{_SHORT}|[0-9]{{2}}\.[0-9]{{2}}\.{_SHORT}"
    rf"|{_YEAR}-?w[0-9]{{2}}(?:-?[1-7])?|{_YEAR}-[0-9]{{3}}|(?:1[89]|2[01])[0-9]{{6}}){_AFTER}"
)
MONTH = (
    rf"{_BEFORE}(?:{_YEAR}-(?:0[1-9]|1[0-2])|{_YEAR}/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/]{_YEAR}"
    rf"|(?:0[1-9]|1[0-2])\.(?:19|20)[0-9]{{2}}){_AFTER}"
)
_WEEK = regex(r"([0-9]{4})-?w([0-9]{2})(?:-?([1-7]))?")
_ORDINAL = regex(r"([0-9]{4})-([0-9]{3})")
_BASIC = regex(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_THREE = regex(r"('?[0-9]+)([-/.])\ ?([0-9]+)[-/.]\ ?('?[0-9]+)")
_MOMENT = regex(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})[t\ ]([0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?)"
    r"\ ?([+-][0-9]{2}(?::?[0-9]{2})?|[a-z]{1,4})?"
)
_SEASON = regex("([0-9]{2})([0-9]{2})-(2[1-4])")
# Two figures of a year are read as one of these years before, or these years after, the reference.
_YEARS_BACK, _YEARS_AHEAD = 79, 20
# Without a reference they are read only where no living usage means another century.
_THIS_CENTURY, _LAST_CENTURY = 30, 60
_A_YEAR, _DECADE = 4, 10
# In figures alone, without words that are Gregorian, these are years of people living now: Iranian and Islamic ones,
# and Buddhist ones. In digits of their own, so are those of Nepal.
_IRANIAN, _BUDDHIST, _NEPALESE = range(1300, 1500), range(2400, 2600), range(2050, 2100)
_OWN_DIGITS = (
    (regex("[\u0660-\u0669\u06f0-\u06f9]{4}"), _IRANIAN),
    (regex("[\u0e50-\u0e59]{4}"), _BUDDHIST),
    (regex("[\u0966-\u096f]{4}"), _NEPALESE),
)


def is_of_other_calendar(text: str) -> bool:
    """Return whether a year in *text* is told in the digits of those who count it in a calendar of their own."""
    return not text.isascii() and any(
        int(figures) in years for pattern, years in _OWN_DIGITS for figures in pattern.findall(text)
    )


def may_be_other_year(year: int) -> bool:
    """Return whether *year*, in a date that is written as no standard writes it, may be one of another calendar."""
    return year in _IRANIAN or year in _BUDDHIST


def season_or_years(text: str) -> str | None:
    """Return the years that `2023-24`, in EDTF a season, means to a reader of prose; `None` if it is no such text."""
    match = _SEASON.fullmatch(text)
    if match and 0 < int(match[3]) - int(match[2]) < _DECADE:
        return f"{match[1]}{match[2]}/{match[1]}{match[3]}"
    return None


def two_digit_year(figures: str, context: Context) -> int:
    """Return the year that two figures mean, seen from the reference, or without one if they follow an apostrophe."""
    last = int(figures[-2:])
    if context.anchor is not None:
        first = context.anchor.year - _YEARS_BACK
        return first + (last - first) % 100
    if not figures.startswith("'"):
        # Counting from the reference is the only way: say that it is missing.
        return context.reference.year
    if _THIS_CENTURY < last < _LAST_CENTURY:
        return int(context.one_of(f"19{last:02}", f"20{last:02}"))
    return (2000 if last <= _THIS_CENTURY else 1900) + last


def read_date(text: str, context: Context) -> str:
    """Return the day (or week) that a text of the shape `DATE` means, in EDTF."""
    try:
        if match := _WEEK.fullmatch(text):
            monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            if match[3] is None:
                return week_of(monday)
            return (monday + dt.timedelta(days=int(match[3]) - 1)).isoformat()
        if match := _ORDINAL.fullmatch(text):
            day = dt.date(int(match[1]), 1, 1) + dt.timedelta(days=int(match[2]) - 1)
            if day.year != int(match[1]):
                context.unreadable("there is no such day")
            return span(day, day)
        if match := _BASIC.fullmatch(text):
            return day_of(int(match[1]), int(match[2]), int(match[3]))
    except (ValueError, OverflowError):
        context.unreadable("there is no such day")
    return _parted(text, context)


def _parted(text: str, context: Context) -> str:
    match = _THREE.fullmatch(text)
    if match is None:  # pragma: no cover  (whatever has the one shape has the other)
        context.unreadable()
    first, mark, second, third = match[1], match[2], match[3], match[4]
    is_iso = len(first) == _A_YEAR and mark == "-"
    if not is_iso and any(len(figures) == _A_YEAR and may_be_other_year(int(figures)) for figures in (first, third)):
        context.unreadable("its year may be counted in another calendar")
    if len(first) == _A_YEAR:
        return _day(int(first), int(second), int(third), context)
    year = int(third) if len(third) == _A_YEAR else two_digit_year(third, context)
    # Where dots part the figures, the day comes first in every country that writes so.
    day_first = True if mark == "." and context.day_first is None else context.day_first
    readings = [(int(second), int(first)), (int(first), int(second))]
    if day_first is not None:
        month, day = readings[0] if day_first else readings[1]
        if mark == "." or _is_day(year, month, day):
            return _day(year, month, day, context)
        context.unreadable("there is no such day in this order of day and month")
    orders = [(year, *readings[0]), (year, *readings[1])]
    if third.isdigit() and len(third) < _A_YEAR:
        # Figures alone: the year may come first.
        orders.append((two_digit_year(first.zfill(2), context), int(second), int(third)))
    days = [day_of(*order) if _is_day(*order) else "" for order in orders]
    possible = set(filter(None, days))
    if not possible:
        context.unreadable("there is no such day")
    # Of two dates whose order is open, both are in one order.
    chosen = possible.pop() if len(possible) == 1 else context.one_of(*days, question=("order", len(days)))
    return chosen or context.unreadable("there is no such day in this order")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _day(year: int, month: int, day: int, context: Context) -> str:
    if not _is_day(year, month, day):
        context.unreadable("there is no such day")
    return day_of(year, month, day)


def read_iso(folded: str, context: Context) -> Time | None:
    """Return an ISO 8601 date with a clock time, fractions of a second cut; `None` if it is none."""
    match = _MOMENT.fullmatch(folded)
    if match is None or (match[3] and match[3].isalpha() and match[3] not in ZONES):
        return None
    day = read_date(match[1], context)
    figures = match[2].partition(".")[0].partition(",")[0].replace(":", "")
    clock = read_clock(":".join(figures[place : place + 2] for place in range(0, len(figures), 2)))
    zone = None if match[3] is None else ZONES.get(match[3]) or read_offset(match[3])
    if clock is None or (match[3] and zone is None):
        context.unreadable("no clock shows such a time")
    return Time(moment(day, clock, zone, context))
