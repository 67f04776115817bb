"""Days: of a month, of a week, feasts, and their parts."""

import datetime as dt
import re

from newsevents.values import _edtf
from newsevents.values._time import near
from newsevents.values._time.calendar import day_of, is_day, span, week_of
from newsevents.values._time.context import Context
from newsevents.values._time.grammar import Sentence, Time, Year
from newsevents.values._time.numeric import read_date
from newsevents.values._time.pattern import checked, point, rule, told_year

_WEEKDAY = r"(?:(?P<W>[Ww])P?,?)?[tj]*"
_WEEKDAY_AFTER = r"(?:,?(?P<w>[Ww]))?"


@rule(
    rf"{_WEEKDAY}(?P<d>[do])\.?[-/]?[ft]*(?P<M>[Mm])(?:[-,f/]?t?(?P<y>[yand]))?{_WEEKDAY_AFTER}",
    rf"{_WEEKDAY}(?P<M>[Mm])t?(?P<d>[do])(?:[,f]?(?P<y>[ya]))?{_WEEKDAY_AFTER}",
    r"(?P<W>w)?(?P<M>[Mm])-(?P<d>d)-(?P<y>[ya])(?P<w>w)?",
    rf"(?P<W>w)?(?P<y>y)[-,]?(?P<M>[Mm])-?(?P<d>[do]){_WEEKDAY_AFTER}",
    r"(?P<W>w)?(?P<d>d)\.?-?(?P<M>I)\.?-?(?P<y>y)(?P<w>w)?",
)
def _day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month, day = sentence.value(match, "M"), sentence.value(match, "d")
    weekday = _weekday(sentence, match, context)
    year = told_year(sentence, match, context)
    if day > _edtf.last_day(2000 if year is None else year.number, month):
        context.unreadable("there is no such day")
    edtf = near.bare_day(month, day, weekday, context) if year is None else day_of(year.number, month, day)
    _agree(edtf, weekday, context)
    return checked(edtf, year, context)


def _weekday(sentence: Sentence, match: re.Match[str], context: Context) -> int | None:
    before: int | None = sentence.value(match, "W")
    after: int | None = sentence.value(match, "w")
    if before is not None and after is not None and before != after:
        context.unreadable("its two weekdays differ")
    return after if before is None else before


def _agree(edtf: str, weekday: int | None, context: Context) -> None:
    if weekday is not None and dt.date.fromisoformat(edtf).weekday() != weekday:
        context.unreadable(f"{edtf} is another day of the week")


@rule(rf"{_WEEKDAY}(?P<D>D){_WEEKDAY_AFTER}")
def _figures(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    edtf = read_date(sentence.value(match, "D"), context)
    weekday = _weekday(sentence, match, context)
    if "/" in edtf and weekday is not None:
        return None
    _agree(edtf, weekday, context)
    return Time(edtf)


@rule(r"(?P<v>v)(?:[,f]?(?P<y>[ya]))?", r"(?P<L>t?L|[Tt]H)(?P<v>v)")
def _feast(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month, day = sentence.value(match, "v")
    if "L" in match.re.groupindex:
        return Time(near.bare_day(month, day, None, context._replace(tense="past")), relative=True)
    year = told_year(sentence, match, context)
    if year is None:
        return Time(near.bare_day(month, day, None, context), relative=True)
    return checked(day_of(year.number, month, day), year, context)


@rule("R", "Rj?t?P", "tR", "eR")
def _relative_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    offset = sentence.values[match[0].index("R")]
    if match[0] == "tR" and abs(offset) != 2:  # noqa: PLR2004  ("the day before yesterday")
        return None
    return Time((context.reference + dt.timedelta(days=offset)).isoformat(), relative=True)


# What is to "end on Friday" goes on until then.
_PARTS_OF_DAY = {"early", "late"}


@rule("(?P<r>[TL])(?P<P>P)")
def _relative_part(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if match["r"] == "T":
        return Time(context.reference.isoformat(), relative=True)
    if sentence.value(match, "P") != "night":
        return None
    return Time((context.reference - dt.timedelta(days=1)).isoformat(), relative=True)


@rule("W", "t?(?P<r>[LNV])(?P<W>W)", "(?P<W>W)(?P<r>λ)", "[Tt](?P<r>[HV])(?P<W>W)", "(?P<r>T)(?P<W>W)")
def _named_weekday(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if len(match[0]) == 1:
        return Time(near.bare_weekday(sentence.values[0], context), relative=True)
    return Time(near.named_weekday(match["r"].replace("λ", "L"), sentence.value(match, "W"), context), relative=True)


@rule("(?P<W>W)[,f]?(?P<r>[LTN])(?P<U>U)", "(?P<r>[LTN])(?P<U>U),?j?(?P<W>[Ww])")
def _weekday_of_week(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if sentence.value(match, "U") != "week":
        return None
    weeks = {"L": -1, "T": 0, "N": 1}[match["r"]]
    return Time(near.weekday_in_week(sentence.value(match, "W"), weeks, context), relative=True)


@rule(
    r"(?P<rest>.+?)[ij]?t?P",
    r"t?P[fj](?P<rest>.+)",
    r"(?P<rest>.+?),?l",
    r"(?P<E>E)-?j*(?P<rest>[tPWwRDdoMmLNT].*)",
    r"ej?(?P<rest>W)",
)
def _part_of_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if "E" in match.re.groupindex and sentence.value(match, "E") not in _PARTS_OF_DAY:
        return None
    time = point(sentence.group(match, "rest"), context)
    return time if time is not None and is_day(time.edtf) else None


@rule(r"ωr(?P<day>.+)")
def _night_before(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """Overnight into Friday."""
    time = point(sentence.group(match, "day"), context)
    if time is None or not is_day(time.edtf):
        return None
    day = dt.date.fromisoformat(time.edtf)
    return time._replace(edtf=span(day - dt.timedelta(days=1), day))


@rule(r"T(?P<day>(?:[Ww],?t?)?(?:[do].*[Mm].*|[Mm].*[do].*))")
def _this_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """This Friday, 15 March: the date says which. This 15 March is that of this year."""
    day = sentence.group(match, "day")
    is_settled = re.search("[Wwya]", day.kinds) is not None
    return point(day if is_settled else day.then("y", Year(context.reference.year, relative=True)), context)


@rule(r"T?(?P<W>[Ww])P?\((?P<day>[^()]*[Mm][^()]*)\)")
def _weekday_of_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """Friday (8 March): the date says which Friday."""
    day = sentence.group(match, "day")
    return point(Sentence("W" + day.kinds, (sentence.value(match, "W"), *day.values)), context)


@rule(r"(?P<told>[^()]*[RLTNHV][^()]*)\((?P<day>[^()]*[MmD][^()]*)\)")
def _day_twice(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """Yesterday (15 March): both must be the same day."""
    time = point(sentence.group(match, "told"), context)
    if time is None or not is_day(time.edtf):
        return None
    told = sentence.group(match, "day")
    has_year = re.search("[yaD]", told.kinds) is not None
    day = point(told if has_year else told.then("y", Year(int(time.edtf[:4]))), context)
    if day is not None and day.edtf != time.edtf:
        context.unreadable("its two days differ")
    return day and time


@rule(r"t?(?P<U>U)f(?P<rest>.+)")
def _around_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The week of a day; the month of, the year of, what is a month or a year."""
    name = sentence.value(match, "U")
    time = point(sentence.group(match, "rest"), context)
    if time is None:
        return None
    if name == "week" and is_day(time.edtf):
        return time._replace(edtf=week_of(dt.date.fromisoformat(time.edtf)))
    if name == "weekend" and is_day(time.edtf):
        sunday = dt.date.fromisoformat(week_of(dt.date.fromisoformat(time.edtf)).partition("/")[2])
        weekend = span(sunday - dt.timedelta(days=1), sunday)
        return time._replace(edtf=weekend) if time.edtf in weekend else None
    return time if {"month": 7, "year": 4}.get(name) == len(time.edtf) else None
