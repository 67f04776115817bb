"""The words of a time against the value beside them: whether the two certainly exclude each other."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsevents._regex import regex
from newsevents.errors import NormalizationError, UnanchoredTimeError
from newsevents.values import _edtf
from newsevents.values.when import When, parse_when

__all__ = ["Days", "Other", "days_of", "is_relative", "is_time", "other_time"]

Days = tuple[dt.date, dt.date]
"""The first and the last day that a reference may be."""

# Words that name one end of an interval, or both, and which.
_ENDS = (
    (regex(r"(?:ever )?since "), (0,)),
    (regex(r"(?:until|till|up (?:to|until)) "), (1,)),
    (regex(r"(?:from|between) (?!.*\b(?:early|mid|late|start|beginning|middle|end|week|quarter|half)\b)"), (0, 1)),
)
# "Last Tuesday", told on a Wednesday, may be yesterday or the Tuesday of last week.
_LAST = regex(r"\b(?:last|letzt\w*|derni\w+|pasad\w|прошл\w+)\b|지난", re.IGNORECASE)

# Words that count from another event, never from the day of the report, as words that count from today.
_FROM_THERE = (
    (regex(r"(?:on )?the (?:(?:previous|preceding) day|day before)", re.IGNORECASE), "yesterday"),
    (regex(r"(?:on )?(?:the|that) same day", re.IGNORECASE), "today"),
    (regex(r"(?:on )?the (?:(?:next|following) day|day after)", re.IGNORECASE), "tomorrow"),
    (regex(r"(.+ days?) (?:earlier|before|previously)", re.IGNORECASE), r"\1 ago"),
    (regex(r"(.+ days?) (?:later|after|afterwards?)", re.IGNORECASE), r"in \1"),
)

# Thailand's years from 2484 on, which was 1941: before, they did not begin in January.
_BUDDHIST_YEAR = regex(r"(?<!\d)2(?:48[4-9]|49[0-9]|[5-9][0-9][0-9])(?!\d)")
_BEFORE_CHRIST = 543


class _Said(NamedTuple):
    """What words say."""

    edtf: str | None
    """The one time that they say; `None` where they are not read, or say several."""
    calendar: str | None = None
    is_relative: bool = False
    """Whether they count from a day that was not given."""


class Other(NamedTuple):
    """Another time than the value."""

    edtf: str
    """What the words say."""
    days: Days | None
    """From which day they were counted; `None` where they count from nothing."""


@lru_cache(maxsize=1 << 16)
def _said(text: str, reference: dt.date | None = None) -> _Said:
    try:
        when = parse_when(text, reference=reference)
    except UnanchoredTimeError:
        return _Said(None, is_relative=True)
    except NormalizationError:
        return _Said(None)
    return _Said(when.edtf, when.calendar)


def is_relative(text: str) -> bool:
    """Return whether words count from a day that they do not say, such as "On Friday" or "the day before"."""
    return _said(_from_there(text)).is_relative


def _from_there(text: str) -> str:
    """Return words as they count from their anchor: "two days earlier" is two days ago there."""
    readings = (said.expand(reading) for words, reading in _FROM_THERE if (said := words.fullmatch(text)))
    return next(readings, text)


def is_time(text: str) -> bool:
    """Return whether words say a time, be it one that counts from a day that they do not say."""
    return _said(text).edtf is not None or is_relative(text)


def days_of(when: When | None) -> list[Days]:
    """Return what the day of a reference may be; of a moment with a zone the day depends on who counts."""
    if when is None or when.edtf is None:
        return []
    first, last = _edtf.bounds(when.edtf)[2:]
    if first is None or last is None:
        return []
    moment = _edtf.moment(when.edtf)
    if moment is None or not moment.has_zone:
        return [(first, last)]
    near = (_moved(first, offset) for offset in (0, -1, 1))
    return [(day, day) for day in near if day is not None]


def other_time(when: When, references: Sequence[Days]) -> Other | None:
    """Return the time that the words of *when* say, where its value is certainly another; otherwise `None`.

    Args:
        when: The time.
        references: The days from which relative words may count; if any of them makes words and value agree, they do.
    """
    text, edtf = when.text, when.edtf
    if text is None or edtf is None or _runs_backwards(edtf):
        return None
    if when.anchor_id is not None:
        text = _from_there(text)
    said = _said(text) if when.calendar in {None, "gregorian"} else _said_in(text, when.calendar)
    readings = [_said_from(text, days) for days in references] if said.is_relative else [said]
    others: list[str] = []
    for reading in readings:
        if reading.edtf is None or _agree(text, reading.edtf, edtf) or _is_of_last_week(text, reading.edtf, edtf):
            return None
        others.append(reading.edtf)
    if not others or (said.is_relative and _is_ahead(text, edtf, references)):
        return None
    return Other(others[0], references[0] if said.is_relative else None)


def _is_of_last_week(text: str, said: str, edtf: str) -> bool:
    """Return whether the words name a day that may be the one of the week before, and the value is that."""
    first, last = _edtf.bounds(said)[:2]
    if first is None or first != last or not _LAST.search(text):
        return False
    before = _moved(first, -7)
    return before is not None and _agree(text, str(before), edtf)


def _runs_backwards(edtf: str) -> bool:
    """Return whether an interval ends before it starts, which is NE201's."""
    start, slash, end = edtf.partition("/")
    return bool(slash) and _edtf.before(end, start)


def _said_in(text: str, calendar: str | None) -> _Said:
    """Return what words in another calendar say; nothing where it is not certain that they count in it."""
    if calendar == "buddhist":
        text, count = _BUDDHIST_YEAR.subn(lambda year: str(int(year[0]) - _BEFORE_CHRIST), text)
        calendar = None if count else calendar
    said = _said(text)
    return said if said.calendar == calendar and not said.is_relative else _Said(None)


def _said_from(text: str, days: Days) -> _Said:
    first, last = (_said(text, day) for day in days)
    return first if first == last else _Said(None)


def _agree(text: str, said: str, edtf: str) -> bool:
    """Return whether two times may be the same, at least in part."""
    if _edtf.before(said, edtf) or _edtf.before(edtf, said):
        return False
    told = text.lower()
    if "/" not in said or "/" not in edtf:
        return True
    # Intervals have days in common though they begin or end at other times: the ends that the words name decide.
    sides = next((sides for words, sides in _ENDS if words.match(told)), ())
    ends = [(said.split("/")[side], edtf.split("/")[side]) for side in sides]
    return not any(_edtf.before(named, valued) or _edtf.before(valued, named) for named, valued in ends)


def _is_ahead(text: str, edtf: str, references: Sequence[Days]) -> bool:
    """Return whether the value is after a reference, and its own words when looked back at.

    Names of days and months are read as the latest ones, as news mostly means them; of what lies ahead they may be the
    next. "Yesterday" is not such a name: looked back at from two days it is two times.
    """
    days = [day for day in _edtf.bounds(edtf)[:2] if day is not None]
    if not any(min(days) > first for first, _ in references):
        return False
    for offset in (1, 2):
        later = _moved(max(days), offset)
        reading = None if later is None else _said(text, later).edtf
        if reading is None or not _agree(text, reading, edtf):
            return False
    return True


def _moved(day: dt.date, offset: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=offset)
    except OverflowError:
        return None
