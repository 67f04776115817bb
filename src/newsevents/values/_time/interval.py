"""Whole expressions: points, points with a clock time, open intervals and intervals between two points."""

import datetime as dt
import re

from newsevents._regex import regex
from newsevents.errors import UnreadableTimeError
from newsevents.values import _edtf
from newsevents.values._time.calendar import between, cover, is_day
from newsevents.values._time.clock import moment
from newsevents.values._time.context import Context
from newsevents.values._time.grammar import Sentence, Time, Year
from newsevents.values._time.point import point
from newsevents.values._time.token import Figures

__all__ = ["expression"]

_CLOCK_FIRST = regex(r"[ij]*(?P<c>c)?(?P<K>K)l?(?P<z>z)?,?(?P<day>.+)")
_CLOCK_LAST = regex(r"(?P<day>.+?)[,ij]*(?P<c>c)?(?P<K>K),?l?(?P<z>z)?")
_CTIME = regex(r"(?P<day>[^K]+)(?P<K>K)(?P<z>z)?(?P<y>y)")
_ZONE_LAST = regex(r"[ij]*(?P<K>K)(?P<day>.+?)(?P<z>z)")
_MAY_BE_YEAR = regex(r"[Mm]t?[do]?,?κ")
_CENTURIES = {19, 20}
_SINCE = regex(r"s(?P<rest>.+)")
_FROM = regex(r"F(?P<rest>.+?)[jk]?|(?P<start>.+)k")
_UNTIL = regex(r"(?P<word>[ubY])(?P<rest>.+)")
_AFTER = regex(r"g(?P<rest>.+)")
_PART_FIRST = regex("t?E")
_TO_NOW = regex(r"F?(?P<rest>.+)[-ru][pR]")
_NAMED = regex(r"[ij+*]*t?(?P<name>ω|P(?=[fBF])|U(?=f))f?(?P<rest>.+)")
_JOINED = regex(r"[ij+*]*(?P<open>[FBφ]?)(?P<rest>.+?)(?P<close>τ?)")
_SHORT_YEARS = regex(r"(?P<in>[i+*FB]?)(?:(?P<y>y)(?P<mark>-)(?P<z>[dn])|(?P<both>2))")
_DAY_ONLY = regex(r"t?(?:[Ww],?)?t?[do]\.?")
_DAY_THEN_YEAR = regex(r"(?P<d>t?[do])(?:,?(?P<y>[ya]))?")
_MONTH_DAY = regex(r"(?:[Ww],?)?(?P<month>y?[Mm]t?)[do]")
_YEAR_FIRST, _YEARLESS = regex(r"(?P<y>y)[Mm][do]?"), regex("[Mm][do]?")
_YEAR_ONLY = regex("[0-9X]{4}[?~%]?")
_CLOSE_HYPHEN, _CENTURY = 10, 100
# What EDTF of level 2 calls seasons and parts of a year: 2023-33 may be the first quarter.
_SEASONS = range(21, 42)
# How many days later they may end than they begin.
_NAMED_DAYS = {"night": range(1, 2), "weekend": range(1, 4), "week": range(1, 8)}
_SATURDAY = 5
_NOT_SHARP = "its end is not sharp"


def expression(sentence: Sentence, context: Context) -> Time | None:
    """Return the time that *sentence* is, or `None` if it is none."""
    for read in (_clocked, point, _open, _until_now, _years, _named, _joined):
        time = read(sentence, context)
        if time is not None:
            return time
    return None


def _clocked(sentence: Sentence, context: Context) -> Time | None:
    if _MAY_BE_YEAR.search(sentence.kinds) and sentence.values[sentence.kinds.index("κ")][0] in _CENTURIES:
        return context.unreadable("its four figures may be a year or a clock time")
    sentence = sentence._replace(kinds=sentence.kinds.replace("κ", "K"))
    if "K" not in sentence.kinds:
        return None
    for pattern in (_CTIME, _CLOCK_FIRST, _ZONE_LAST, _CLOCK_LAST):
        match = pattern.fullmatch(sentence.kinds)
        if match is None:
            continue
        parts = match.re.groupindex
        told = sentence.group(match, "day")
        day = point(told.then("y", sentence.value(match, "y")) if "y" in parts else told, context)
        about = sentence.value(match, "c") if "c" in parts else None
        if day is None or not is_day(day.edtf) or about == "?":
            continue
        # EDTF has no words for "around 10:30", which leaves the day.
        if about is None:
            clock, zone = sentence.value(match, "K"), sentence.value(match, "z")
            day = day._replace(edtf=moment(day.edtf, clock, zone, context))
        return day
    return context.unreadable("a clock time needs its day")


# --- open intervals ---------------------------------------------------------------------------------------------------


def _open(sentence: Sentence, context: Context) -> Time | None:
    for pattern, read in ((_SINCE, _since), (_FROM, _from), (_UNTIL, _until), (_AFTER, _after)):
        match = pattern.fullmatch(sentence.kinds)
        if match is not None:
            return read(sentence, match, context)
    return None


def _since(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    return _starting(point(sentence.group(match, "rest"), context._replace(tense="past")))


def _from(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    part = "rest" if match["rest"] else "start"
    return _starting(point(sentence.group(match, part), context._replace(tense="open")))


def _starting(time: Time | None) -> Time | None:
    return None if time is None else time._replace(edtf=f"{cover(time.edtf).partition('T')[0]}/..")


def _until(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if match["rest"].endswith("A") and sentence.value(match, "word") == "most":
        # "Up to three years ago" may be since then.
        return None
    time = point(sentence.group(match, "rest"), context._replace(tense="open"))
    if time is None:
        return None
    part = _part(sentence, match, time)
    if match["word"] == "b" and part != "end" and not _is_part_of_day(match, time):
        if part in {"mid", "late"}:
            context.unreadable(_NOT_SHARP)
        end = _beside(time.edtf, -1, context)
    else:
        # What is done by a week is done by its last day; but where late March begins or ends nobody knows.
        is_sharp = "E" not in match["rest"] or sentence.values[-1] in {"week", "quarter", "half"}
        end = time.edtf.rpartition("/")[2] if match["word"] in "Yb" and is_sharp else cover(time.edtf)
    return time._replace(edtf=f"../{end}")


def _after(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context._replace(tense="open"))
    if time is None or _is_part_of_day(match, time):
        return _starting(time)
    part = _part(sentence, match, time)
    if part == "start":
        # Most of a year is after its start, as most of it is before its end.
        return _starting(time)
    if part in {"early", "mid"}:
        context.unreadable(_NOT_SHARP)
    return time._replace(edtf=f"{_beside(time.edtf, 1, context)}/..")


def _part(sentence: Sentence, match: re.Match[str], time: Time) -> str | None:
    """Return which part of a time longer than a day the words name first: early, mid, late, start, end."""
    rest = sentence.group(match, "rest")
    found = None if is_day(time.edtf) else _PART_FIRST.match(rest.kinds)
    return None if found is None else rest.values[found.end() - 1]


def _is_part_of_day(match: re.Match[str], time: Time) -> bool:
    """Return whether a time is the day of what was told: some of that day is before its evening, after its morning."""
    return is_day(time.edtf) and re.search("[PE]", match["rest"]) is not None


def _beside(edtf: str, sign: int, context: Context) -> str:
    """Return the unit before or after *edtf*, as precise as it is."""
    date = edtf.split("/")[0 if sign < 0 else -1]
    bounds = _edtf.bounds(date)
    edge = bounds.sure_earliest if sign < 0 else bounds.sure_latest
    if edge is None or date[4:6] == "-2":
        # What is before "about 2020" or "summer 2020" nobody can tell.
        return context.unreadable(_NOT_SHARP)
    day = (edge + dt.timedelta(days=sign)).isoformat()
    return "".join("X" if mark == "X" else day[place] for place, mark in enumerate(date))


def _until_now(sentence: Sentence, context: Context) -> Time | None:
    match = _TO_NOW.fullmatch(sentence.kinds)
    if match is None or (sentence.kinds[-1] == "R" and sentence.values[-1] != 0):
        return None
    return _starting(point(sentence.group(match, "rest"), context._replace(tense="past")))


# --- intervals between two points -------------------------------------------------------------------------------------


def _years(sentence: Sentence, context: Context) -> Time | None:
    """Years such as 2018-21, whose second one is cut short."""
    match = _SHORT_YEARS.fullmatch(sentence.kinds)
    if match is None:
        return None
    if match["both"]:
        first, last = sentence.value(match, "both")
        return Time(f"{first}/{last}")
    first, last = sentence.value(match, "y").number, sentence.value(match, "z")
    ahead = last - first % 100
    # With a hyphen it may be a number of any kind; with a dash it is a range.
    is_close = ahead <= _CLOSE_HYPHEN and (bool(match["in"]) or last not in _SEASONS)
    has_hyphen = sentence.value(match, "mark") == "-"
    if ahead <= 0 or last >= _CENTURY or (has_hyphen and not (is_close and isinstance(last, Figures))):
        return context.unreadable("its two years do not fit together")
    return Time(f"{first}/{first + ahead}")


def _named(sentence: Sentence, context: Context) -> Time | None:
    """Return the days of the night of 14 to 15 March, of the weekend of 9-10 March, if they are what they are named."""
    match = _NAMED.fullmatch(sentence.kinds)
    if match is None:
        return None
    name = sentence.value(match, "name")
    time = _joined(sentence.group(match, "rest"), context) if name in _NAMED_DAYS else None
    if time is None or not all(map(is_day, time.edtf.split("/"))):
        return None
    first, last = map(dt.date.fromisoformat, time.edtf.split("/"))
    days, weekday = (last - first).days, first.weekday()
    if days not in _NAMED_DAYS[name] or (name == "weekend" and not weekday <= _SATURDAY <= weekday + days):
        return None
    return time


def _joined(sentence: Sentence, context: Context) -> Time | None:
    match = _JOINED.fullmatch(sentence.kinds)
    if match is None or not set("-&ru") & set(sentence.kinds):
        return None
    joints = "&-" if match["open"] == "B" else "&-r" if match["close"] else "-ru"
    rest = sentence.group(match, "rest")
    if match["open"] in {"", "φ"} and [(rest.kinds[at], rest.values[at]) for at in (0, -1)] == [("W", 0), ("W", 4)]:
        # The working week, every week.
        return None
    for place, kind in enumerate(rest.kinds):
        if kind in joints and 0 < place < len(rest.kinds) - 1:
            time = _pair(rest.part(0, place), rest.part(place + 1), context)
            if time is not None:
                return time
    return None


def _pair(left: Sentence, right: Sentence, context: Context) -> Time | None:
    left, right = _completed(left, right)
    if any(re.search("[LHNV][xqdny]Π(?![Af])", side.kinds) for side in (left, right)):
        # "The last two weeks" end now, and nowhere else.
        return None
    try:
        end = point(right, context)
        if end is None:
            return None
        begin = _begin(left, right, end, context)
    except UnreadableTimeError:
        return None
    if begin is None:
        return None
    try:
        edtf = between(begin.edtf, end.edtf)
    except ValueError:
        return context.unreadable("it ends before it begins")
    return Time(edtf, era=begin.era or end.era)


def _completed(left: Sentence, right: Sentence) -> tuple[Sentence, Sentence]:
    """Return both ends with the month or the year that only one of them names."""
    if _DAY_ONLY.fullmatch(left.kinds):
        # "12 to 14 March 2024": what follows the second day belongs to the first as well.
        day = re.search(r"[do]\.?", right.kinds)
        left = left.part(0, len(left.kinds.rstrip(".")))
        return (left, right) if day is None else (_joined_to(left, right.part(day.end())), right)
    year = _YEAR_FIRST.fullmatch(left.kinds)
    if year is not None and _YEARLESS.fullmatch(right.kinds):
        # "2020年3月至5月": the year before the first month belongs to the second as well.
        return left, _joined_to(left.group(year, "y"), right)
    month, days = _MONTH_DAY.fullmatch(left.kinds), _DAY_THEN_YEAR.fullmatch(right.kinds)
    if month is None or days is None:
        return left, right
    # "March 12 to 14, 2024": the month before the first day belongs to the second as well.
    return left, _joined_to(left.group(month, "month"), right)


def _joined_to(first: Sentence, second: Sentence) -> Sentence:
    return Sentence(first.kinds + second.kinds, first.values + second.values)


def _begin(left: Sentence, right: Sentence, end: Time, context: Context) -> Time | None:
    """Return the first end of an interval; without a year it is in that of the second, or in the one before."""
    if not re.search("[MmQhSv]", left.kinds) or re.search("[yaJDULHNVT]", left.kinds):
        if re.search("[yaJD]", left.kinds) and end.relative and re.search("[MmQhSv]", right.kinds):
            return None
        return point(left, context)
    if re.search("U", right.kinds):
        return point(left, context)
    return _in_year_of(left, end, context)


def _in_year_of(left: Sentence, end: Time, context: Context) -> Time | None:
    """Return the first end of an interval in the year of the second, or in the one before; `None` if unclear."""
    if _YEAR_ONLY.fullmatch(end.edtf):
        # "March to 2018": of which year nobody says.
        return None
    year = int(cover(end.edtf)[:4].replace("X", "0"))
    begin = point(left.then("y", Year(year, relative=end.relative)), context)
    # "December to March 2024" begins in the year before; "3 to 2 March" does not; "May to early 2020" may.
    first, last = end.edtf[5:7], end.edtf.rpartition("/")[2][5:7]
    if begin is None or begin.edtf[5:7] <= first:
        return begin
    if begin.edtf[5:7] <= last:
        return None
    return point(left.then("y", Year(year - 1, relative=end.relative)), context)
