"""Points: single times, absolute or named from the reference, without the words that open or join intervals."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from newsevents.values import _edtf
from newsevents.values._time import near, unit
from newsevents.values._time.calendar import day_of, month_of, portion, week_of, year_of
from newsevents.values._time.context import Context
from newsevents.values._time.grammar import Sentence, Time, Year
from newsevents.values._time.numeric import read_date, two_digit_year
from newsevents.values._time.token import Figures

__all__ = ["point"]

Rule = Callable[[Sentence, re.Match[str], Context], Time | None]
_RULES: list[tuple[re.Pattern[str], Rule]] = []


def _rule(*patterns: str) -> Callable[[Rule], Rule]:
    def kept(rule: Rule) -> Rule:
        _RULES.extend((re.compile(pattern), rule) for pattern in patterns)
        return rule

    return kept


def point(sentence: Sentence, context: Context) -> Time | None:
    """Return the time that *sentence* is, or `None` if no pattern fits it."""
    context.step()
    for pattern, rule in _RULES:
        match = pattern.fullmatch(sentence.kinds)
        if match is not None:
            time = rule(sentence, match, context)
            if time is not None:
                return time
    return None


def _year(sentence: Sentence, match: re.Match[str], context: Context) -> Year:
    value = sentence.value(match, "y")
    if isinstance(value, Year):
        return value
    if not isinstance(value, str | Figures):
        context.unreadable("a year has four figures, or two")
    figures = value if isinstance(value, str) else f"{value:02}"
    return Year(two_digit_year(figures, context), relative=context.anchor is not None)


def _told_year(sentence: Sentence, match: re.Match[str], context: Context) -> Year | None:
    return _year(sentence, match, context) if "y" in match.re.groupindex and match["y"] else None


def _checked(edtf: str, year: Year | None, context: Context) -> Time:
    """Return a time in a year, checked against the bounds of the era that the year was counted in."""
    if year is None:
        return Time(edtf, relative=True)
    if year.era is None:
        return Time(edtf, relative=year.relative)
    name, _, first, last = year.era
    bounds = _edtf.bounds(edtf)
    if (
        bounds.latest is None
        or bounds.earliest is None
        or not (first <= bounds.latest.isoformat() and bounds.earliest.isoformat() <= last)
    ):
        context.unreadable(f"the era {name} did not reach there")
    return Time(edtf, year.relative, name)


# --- days -------------------------------------------------------------------------------------------------------------

_WEEKDAY = r"(?:(?P<W>[Ww]),?)?[tj]*"
_WEEKDAY_AFTER = r"(?:,?(?P<w>[Ww]))?"


@_rule(
    rf"{_WEEKDAY}(?P<d>[do])\.?[-/]?[ft]*(?P<M>[Mm])(?:[-,f/]?t?(?P<y>[yand]))?{_WEEKDAY_AFTER}",
    rf"{_WEEKDAY}(?P<M>[Mm])t?(?P<d>[do])(?:[,f]?(?P<y>[ya]))?{_WEEKDAY_AFTER}",
    r"(?P<W>w)?(?P<M>[Mm])-(?P<d>d)-(?P<y>[ya])(?P<w>w)?",
    rf"(?P<W>w)?(?P<y>y)[-,]?(?P<M>[Mm])-?(?P<d>[do]){_WEEKDAY_AFTER}",
    r"(?P<W>w)?(?P<d>d)\.?-?(?P<M>I)\.?-?(?P<y>y)(?P<w>w)?",
)
def _day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month, day = sentence.value(match, "M"), sentence.value(match, "d")
    weekday = _weekday(sentence, match, context)
    year = _told_year(sentence, match, context)
    if day > (monthrange(2000, month)[1] if year is None else monthrange(year.number, month)[1]):
        context.unreadable("there is no such day")
    edtf = near.bare_day(month, day, weekday, context) if year is None else day_of(year.number, month, day)
    _agree(edtf, weekday, context)
    return _checked(edtf, year, context)


def _weekday(sentence: Sentence, match: re.Match[str], context: Context) -> int | None:
    before: int | None = sentence.value(match, "W")
    after: int | None = sentence.value(match, "w")
    if before is not None and after is not None and before != after:
        context.unreadable("its two weekdays differ")
    return after if before is None else before


def _agree(edtf: str, weekday: int | None, context: Context) -> None:
    if weekday is not None and dt.date.fromisoformat(edtf).weekday() != weekday:
        context.unreadable(f"{edtf} is another day of the week")


@_rule(rf"{_WEEKDAY}(?P<D>D){_WEEKDAY_AFTER}")
def _figures(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    edtf = read_date(sentence.value(match, "D"), context)
    weekday = _weekday(sentence, match, context)
    if "/" in edtf and weekday is not None:
        return None
    _agree(edtf, weekday, context)
    return Time(edtf)


@_rule(r"(?P<v>v)(?:[,f]?(?P<y>[ya]))?", r"(?P<L>t?L|[Tt]H)(?P<v>v)")
def _feast(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month, day = sentence.value(match, "v")
    if "L" in match.re.groupindex:
        return Time(near.bare_day(month, day, None, replace(context, tense="past")), relative=True)
    year = _told_year(sentence, match, context)
    if year is None:
        return Time(near.bare_day(month, day, None, context), relative=True)
    return _checked(day_of(year.number, month, day), year, context)


@_rule("R", "Rj?t?P", "tR", "eR", "E-?R")
def _relative_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    offset = sentence.values[match[0].index("R")]
    if match[0] == "tR" and abs(offset) != 2:  # noqa: PLR2004  ("the day before yesterday")
        return None
    return Time((context.reference + dt.timedelta(days=offset)).isoformat(), relative=True)


# What is to "end on Friday" goes on until then.
_PARTS_OF_DAY = {"early", "late"}


@_rule("(?P<r>[TL])(?P<P>P)")
def _relative_part(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if match["r"] == "T":
        return Time(context.reference.isoformat(), relative=True)
    if sentence.value(match, "P") != "night":
        return None
    return Time((context.reference - dt.timedelta(days=1)).isoformat(), relative=True)


@_rule("W", "t?(?P<r>[LNV])(?P<W>W)", "[Tt](?P<r>[HV])(?P<W>W)", "(?P<r>T)(?P<W>W)")
def _named_weekday(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if len(match[0]) == 1:
        return Time(near.bare_weekday(sentence.values[0], context), relative=True)
    return Time(near.named_weekday(match["r"], sentence.value(match, "W"), context), relative=True)


@_rule("(?P<W>W)[,f]?(?P<r>[LTN])(?P<U>U)", "(?P<r>[LTN])(?P<U>U),?j?(?P<W>W)")
def _weekday_of_week(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if sentence.value(match, "U") != "week":
        return None
    weeks = {"L": -1, "T": 0, "N": 1}[match["r"]]
    return Time(near.weekday_in_week(sentence.value(match, "W"), weeks, context), relative=True)


@_rule(r"(?P<rest>.+)P", r"t?Pf(?P<rest>.+)", r"(?P<E>E)-?j*(?P<rest>[tPWwRDdoMmLNT].*)", r"ej?(?P<rest>W)")
def _part_of_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if "E" in match.re.groupindex and sentence.value(match, "E") not in _PARTS_OF_DAY:
        return None
    time = point(sentence.group(match, "rest"), context)
    return time if time is not None and _is_day(time.edtf) else None


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("2024-03-15") and "X" not in edtf and "/" not in edtf


@_rule(r"T(?P<day>(?:[Ww],?t?)?(?:[do].*[Mm].*|[Mm].*[do].*))")
def _this_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """This Friday, 15 March: the date says which. This 15 March is that of this year."""
    day = sentence.group(match, "day")
    is_settled = re.search("[Wwya]", day.kinds) is not None
    return point(day if is_settled else day.then("y", Year(context.reference.year, relative=True)), context)


@_rule(r"T?(?P<W>[Ww])P?\((?P<day>[^()]*[Mm][^()]*)\)")
def _weekday_of_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """Friday (8 March): the date says which Friday."""
    day = sentence.group(match, "day")
    return point(Sentence("W" + day.kinds, (sentence.value(match, "W"), *day.values)), context)


@_rule(r"(?P<told>[^()]*[RLTNHV][^()]*)\((?P<day>[^()]*[MmD][^()]*)\)")
def _day_twice(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """Yesterday (15 March): both must be the same day."""
    time = point(sentence.group(match, "told"), context)
    if time is None or not _is_day(time.edtf):
        return None
    told = sentence.group(match, "day")
    has_year = re.search("[yaD]", told.kinds) is not None
    day = point(told if has_year else told.then("y", Year(int(time.edtf[:4]))), context)
    if day is not None and day.edtf != time.edtf:
        context.unreadable("its two days differ")
    return day and time


@_rule(r"t?(?P<U>U)f(?P<rest>.+)")
def _around_day(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The week of a day; the month of, the year of, what is a month or a year."""
    name = sentence.value(match, "U")
    time = point(sentence.group(match, "rest"), context)
    if time is None:
        return None
    if name == "week" and _is_day(time.edtf):
        return Time(week_of(dt.date.fromisoformat(time.edtf)), time.relative, time.era)
    return time if {"month": 7, "year": 4}.get(name) == len(time.edtf) else None


# --- months, years and what is between and beyond them ----------------------------------------------------------------


@_rule(r"(?P<M>[Mm])[-,f]?t?(?P<y>[ya])", r"(?P<y>y)[-,/]?(?P<M>[Mm])")
def _month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    year = _year(sentence, match, context)
    return _checked(month_of(year.number, sentence.value(match, "M")), year, context)


@_rule("J")
def _month_in_figures(sentence: Sentence, _: re.Match[str], __: Context) -> Time | None:
    year, month = sentence.values[0]
    return Time(month_of(year, month))


@_rule("(?P<M>M)", "t?(?P<r>[LNV])(?P<M>M)", "[Tt](?P<r>[HV])(?P<M>M)", "(?P<r>T)(?P<M>M)")
def _named_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month = sentence.value(match, "M")
    if len(match[0]) == 1:
        return Time(near.bare_month(month, context), relative=True)
    return Time(near.named_month(match["r"], month, context), relative=True)


@_rule(r"(?:t?(?P<U>U)f?)?(?P<y>[ya])")
def _bare_year(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if sentence.value(match, "U") not in {None, "year"}:
        return None
    year = _year(sentence, match, context)
    return _checked(year_of(year.number), year, context)


@_rule(
    r"(?P<a>.*[MmQSohv].*?)[f,]?[ti]*(?P<r>[LNT])(?P<U>U)",
    r"(?P<r>[LNT])(?P<U>U),?[ij]?t?(?P<a>.*[MmQSo].*)",
)
def _in_named_year(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if sentence.value(match, "U") != "year":
        return None
    number = context.reference.year + {"L": -1, "T": 0, "N": 1}[match["r"]]
    part = sentence.group(match, "a")
    # "The first half" asks for its "of".
    part = part if part.kinds[-1] != "U" else part.then("f", None)
    return point(part.then("y", Year(number, relative=True)), context)


@_rule(
    r"t?(?P<S>S)[,f]?(?P<y>[ya])(?:[-/](?P<z>[ydn]))?", r"(?P<y>y),?(?P<S>S)", r"E(?P<rest>S.*)", r"Ef?t(?P<rest>S.*)"
)
def _season(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if "rest" in match.re.groupindex:
        # No two readers agree on what is early in a season: the whole of it.
        return point(sentence.group(match, "rest"), context)
    year = _year(sentence, match, context)
    code = sentence.value(match, "S")
    if "z" in match.re.groupindex and match["z"]:
        second = sentence.value(match, "z")
        number = second.number if isinstance(second, Year) else second
        if code != unit.WINTER or number not in {year.number + 1, (year.number + 1) % 100}:
            context.unreadable("its two years do not fit together")
    return _checked(unit.season(year.number, code), year, context)


@_rule("(?:t?(?P<r>[LNV])|[Tt](?P<q>[HV])|(?P<T>T))(?P<S>S)", "[i+]t?(?P<S>S)")
def _named_season(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    code = sentence.value(match, "S")
    if match[0][0] in "i+":
        return Time(unit.bare_season(code, context), relative=True)
    which: Any = match["r"] or match["q"] or match["T"]
    return Time(unit.named_season(which, code, context), relative=True)


@_rule(r"t?(?P<Q>[Qh])[-,/f]?t?(?P<y>[ya])", r"(?P<y>y)[-,/]?(?P<Q>[Qh])", r"t?(?P<Q>Q)")
def _quarter(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    months = 3 if match["Q"] == "Q" else 6
    which = sentence.value(match, "Q")
    year = _told_year(sentence, match, context)
    if year is None:
        return Time(near.bare_part(months, which, context), relative=True)
    first = (which - 1) * months + 1
    edtf = f"{month_of(year.number, first)}/{month_of(year.number, first + months - 1)}"
    return _checked(edtf, year, context)


@_rule(r"t?(?P<o>[oLO])(?:(?P<n>[qd])(?=[UΠ])|(?=U))(?P<U>[UΠ])f(?P<rest>.+)")
def _ordinal_part(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    whole = point(sentence.group(match, "rest"), context)
    if whole is None:
        return None
    ordinal = sentence.value(match, "o") if match["o"] == "o" else -1
    edtf = unit.part_of(whole.edtf, ordinal, sentence.value(match, "n"), sentence.value(match, "U"))
    return None if edtf is None else Time(edtf, whole.relative, whole.era)


@_rule("t?(?P<o>o)f(?P<rest>[LTN]U)")
def _day_of_named_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month = point(sentence.group(match, "rest"), context)
    if month is None or len(month.edtf) != len("2024-03"):
        return None
    day = unit.part_of(month.edtf, sentence.value(match, "o"), None, "day")
    return context.unreadable("there is no such day") if day is None else month._replace(edtf=day)


@_rule(r"t?(?P<o>[oLO])(?P<W>W)[fi](?P<rest>.*[yaLTN].*)")
def _weekday_of_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The first Monday of a month that is told with its year."""
    month = point(sentence.group(match, "rest"), context)
    if month is None or len(month.edtf) != len("2024-03"):
        return None
    which = sentence.value(match, "o") if match["o"] == "o" else -1
    day = unit.weekday_of_month(month.edtf, which, sentence.value(match, "W"))
    return context.unreadable("there is no such day") if day is None else month._replace(edtf=day)


@_rule(r"t?(?P<o>o)-?(?P<U>U)[f,]?(?P<y>y)")
def _ordinal_of_year(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    year = _year(sentence, match, context)
    name = sentence.value(match, "U")
    if name not in {"quarter", "half"}:
        return None
    edtf = unit.part_of(year_of(year.number), sentence.value(match, "o"), None, name)
    return None if edtf is None else _checked(edtf, year, context)


@_rule(r"t?(?P<o>o)-?(?P<U>U)C?")
def _ordinal_unit(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    which, name = sentence.value(match, "o"), sentence.value(match, "U")
    if name == "century" and which <= 21:  # noqa: PLR2004  (no later one is spoken of)
        return Time(f"{which - 1:02}XX" if which > 1 else "0001/0100")
    if (name == "quarter" and which <= 4) or (name == "half" and which <= 2):  # noqa: PLR2004  (of a year)
        return Time(near.bare_part(3 if name == "quarter" else 6, which, context), relative=True)
    return None


@_rule("t?(?P<X>X)")
def _decade(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    decade = sentence.value(match, "X")
    if decade % 10 == 0:
        return Time(context.one_of(f"{decade:03}X", f"{decade // 10:02}XX"))
    return Time(f"{decade:03}X")


@_rule("(?P<t>t)?(?P<X>χ)")
def _short_decade(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    text: str = sentence.value(match, "X")
    if not text.startswith("'"):
        if match["t"] is None:
            return None
        context.reference  # noqa: B018  (two figures need one)
    tens = int(text.lstrip("'")[0])
    if tens == 2:  # noqa: PLR2004  (both twenties are spoken of)
        return Time(context.one_of("192X", "202X"))
    return Time(f"{19 if tens > 2 else 20}{tens}X")  # noqa: PLR2004


# --- units and portions -----------------------------------------------------------------------------------------------


@_rule("(?P<r>[LTN])(?P<U>U)", "[j+]t(?P<U>U)", "T(?P<r>H)(?P<U>U)")
def _named_unit(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    name = sentence.value(match, "U")
    if "t" in match[0]:
        return Time(unit.bare_weekend(context), relative=True) if name == "weekend" else None
    if match["r"] == "H" and name != "weekend":
        return Time(unit.past(1, name, context), relative=True)
    return Time(unit.named_unit(match["r"], name, context), relative=True)


@_rule("t(?P<U>U)(?P<r>bL|gN)")
def _unit_but_one(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The week before last, the year after next."""
    return Time(unit.named_unit(match["r"], sentence.value(match, "U"), context), relative=True)


@_rule("(?P<e>e)(?:T|it)(?P<U>U)")
def _earlier(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    edtf = unit.earlier(sentence.value(match, "e"), sentence.value(match, "U"), context)
    return Time(edtf, relative=True)


@_rule("ei(?P<rest>.+)")
def _earlier_in(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context)
    return time if time is not None and len(time.edtf) in {4, 7} else None


@_rule(r"t?(?P<E>E)(?P<f>[-fi])?(?P<t>t)?(?P<rest>[^Eecij+*].*)")
def _portion(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    rest = sentence.group(match, "rest")
    part = sentence.value(match, "E")
    if part in {"start", "end"} and match["f"] == "i":
        return None
    if rest.kinds == "U":
        # "The end of the month" is that of this one; "mid-month" says of none.
        if not match["t"] or (part != "start" and match["f"] not in {"f", "i"}):
            return None
        rest = Sentence("TU", (None, rest.values[0]))
    elif match["t"] or rest.kinds[0] == "χ":
        rest = Sentence("t" + rest.kinds, (None, *rest.values))
    time = point(rest, context)
    return None if time is None else time._replace(edtf=portion(time.edtf, part))


# --- counts of units --------------------------------------------------------------------------------------------------

_COUNT = "(?P<n>[xqdny])"


def _count(sentence: Sentence, match: re.Match[str]) -> int:
    value = sentence.value(match, "n") if "n" in match.re.groupindex else 1
    return value.number if isinstance(value, Year) else value


@_rule(rf"[c±]?{_COUNT}(?P<U>[UΠ])(?P<A>A)", rf"i{_COUNT}(?P<U>[UΠ])'?")
def _ago(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    sign = sentence.value(match, "A") if "A" in match.re.groupindex else 1
    edtf = unit.ago(_count(sentence, match), sentence.value(match, "U"), sign, context)
    about = match[0][0] in "c±" and edtf[-1] != "~" and "/" not in edtf
    return Time(f"{edtf}~" if about else edtf, relative=True)


@_rule(rf"[i+*<]*t?[LH]{_COUNT}(?P<U>[UΠ])", r"[i+*<]*t?H(?P<U>U)", r"[i+*<]+t[LH](?P<U>U)")
def _past(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    return Time(unit.past(_count(sentence, match), sentence.value(match, "U"), context), relative=True)


@_rule(rf"[i+*<]*t?[NV]{_COUNT}(?P<U>[UΠ])", r"[i+*<]+t[NV](?P<U>U)", rf"<{_COUNT}(?P<U>[UΠ])")
def _coming(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    return Time(unit.coming(_count(sentence, match), sentence.value(match, "U"), context), relative=True)


@_rule(r"c(?P<rest>.+)")
def _about(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context)
    if time is None or "T" in time.edtf:
        return None
    ends = (end if end[-1] in "?~%" else end + sentence.values[0] for end in time.edtf.split("/"))
    return time._replace(edtf="/".join(ends))


# "Over two weeks ago" is before that, and "in two weeks ago" nothing.
@_rule(r"(?:\+(?!\*)|(?:[i*]|j+)(?![ij+*]))(?P<rest>.+)(?<!A)")
def _with_preposition(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if match[0][0] == "j" and re.fullmatch("[ya]|t?[Xχ]", match["rest"]):
        # "At 2018" is an hour, and "no 2018" a number.
        return None
    if match[0][0] == "*":
        # What is planned "for Friday" may be to come.
        context = replace(context, tense="open")
    return point(sentence.group(match, "rest"), context)
