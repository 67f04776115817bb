"""Calendar arithmetic on EDTF strings: spans of days, the parts of a year, the shortest date that covers a span."""

import datetime as dt

from newsevents.values import _edtf

__all__ = [
    "between",
    "cover",
    "day_of",
    "is_day",
    "month_of",
    "portion",
    "season_days",
    "shifted",
    "span",
    "week_of",
    "year_of",
]

_DECEMBER = 12
_SUNDAY = 6
# EDTF numbers the seasons from 21.
_BEFORE_SPRING = 20


def year_of(year: int) -> str:
    """Return a year in EDTF; an `OverflowError` outside 1 to 9999."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(year)
    return f"{year:04}"


def month_of(year: int, month: int) -> str:
    """Return a month in EDTF."""
    return f"{year_of(year)}-{month:02}"


def day_of(year: int, month: int, day: int) -> str:
    """Return a day in EDTF; a `ValueError` where the calendar has none such."""
    return dt.date(year, month, day).isoformat()


def is_day(edtf: str) -> bool:
    """Return whether a single time is a day and no more: no other time that words say has its length."""
    return len(edtf) == len("2024-03-15")


def shifted(day: dt.date, unit: str, count: int) -> dt.date:
    """Return *day* moved by *count* units of days, weeks, months or years."""
    # Loaded when first needed: an import of the library takes no time for it.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    scale, field = {
        "day": (1, "days"),
        "week": (7, "days"),
        "fortnight": (14, "days"),
        "month": (1, "months"),
        "quarter": (3, "months"),
        "year": (1, "years"),
        "decade": (10, "years"),
        "century": (100, "years"),
    }[unit]
    return day + relativedelta(**{field: scale * count})  # type: ignore[arg-type]  # every field is a number


def span(first: dt.date, last: dt.date) -> str:
    """Return the days from *first* to *last*."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def week_of(day: dt.date) -> str:
    """Return the week of *day*, from Monday (ISO 8601)."""
    monday = day - dt.timedelta(days=day.weekday())
    return span(monday, monday + dt.timedelta(days=_SUNDAY))


def season_days(year: int, code: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a northern season of three whole months: the press of the north is meant."""
    month = (code - _BEFORE_SPRING) * 3
    start = dt.date(year, month, 1)
    last = shifted(start, "month", 2)
    return start, last.replace(day=_edtf.last_day(last.year, last.month))


def cover(edtf: str) -> str:
    """Return the shortest single date that covers all of *edtf*: an end of an interval can be no interval."""
    if "/" not in edtf:
        return edtf
    start, _, end = edtf.partition("/")
    if start == end:
        return start
    qualifier = edtf[-1] if edtf[-1] in "?~%" else ""
    bounds = _edtf.bounds(edtf)
    told, until = (bounds.earliest or dt.date.min).isoformat(), (bounds.latest or dt.date.max).isoformat()
    for length, unknown in ((10, ""), (7, ""), (4, ""), (3, "X"), (2, "XX")):
        if told[:length] == until[:length]:
            return told[:length] + unknown + qualifier
    raise ValueError(edtf)


def between(first: str, last: str) -> str:
    """Return the interval between two times; a `ValueError` where it would end before it begins."""
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    # Neither the first nor the last day of the one may be after that of the other.
    days = [_order(start), _order(end)]
    if start == end or days[0][0] > days[1][0] or days[0][1] > days[1][1]:
        raise ValueError(f"{first}/{last}")
    return f"{start}/{end}"


def _order(edtf: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a date, of a season those that put it between the months around it."""
    if edtf[4:6] == "-2":
        return season_days(int(edtf[:4]), int(edtf[5:7]))
    bounds = _edtf.bounds(edtf)
    return bounds.earliest or dt.date.min, bounds.latest or dt.date.max


# The first and last month, day of the month, or year of ten or a hundred that a part may mean: wide enough for
# every usage. The last day is cut to the month's own.
_MONTHS = {"early": (1, 6), "mid": (4, 9), "late": (7, 12), "start": (1, 3), "end": (10, 12)}
_DAYS = {"early": (1, 15), "mid": (8, 23), "late": (16, 31), "start": (1, 10), "end": (21, 31)}
_TENTHS = {"early": (0, 4), "mid": (3, 6), "late": (5, 9), "start": (0, 2), "end": (7, 9)}
_HUNDREDTHS = {"early": (0, 49), "mid": (25, 74), "late": (50, 99), "start": (0, 24), "end": (75, 99)}


def portion(edtf: str, part: str) -> str:
    """Return the part (early, mid, late, start, end) of a month, year, decade or century; of all else, the whole."""
    if edtf.endswith("XX") and edtf[:-2].isdigit():
        century, (first, last) = int(edtf[:-2]) * 100, _HUNDREDTHS[part]
        return f"{year_of(max(century + first, 1))}/{year_of(century + last)}"
    if edtf.endswith("X") and edtf[:-1].isdigit():
        decade, (first, last) = int(edtf[:-1]) * 10, _TENTHS[part]
        return f"{year_of(max(decade + first, 1))}/{year_of(decade + last)}"
    year, dash, month = edtf.partition("-")
    if not year.isdigit():
        return edtf
    if not dash:
        first, last = _MONTHS[part]
        return f"{edtf}-{first:02}/{edtf}-{last:02}"
    if month.isdigit() and int(month) <= _DECEMBER:
        first, last = _DAYS[part]
        return f"{edtf}-{first:02}/{edtf}-{min(last, _edtf.last_day(int(year), int(month))):02}"
    return edtf
