"""Months, years and what is between and beyond them; units, portions and counts of them."""

import re
from typing import Any

from newsevents.values._time import near, unit
from newsevents.values._time.calendar import month_of, portion, year_of
from newsevents.values._time.context import Context
from newsevents.values._time.grammar import Sentence, Time, Year
from newsevents.values._time.pattern import checked, point, rule, told_year, year_said

# --- months, years and what is between and beyond them ----------------------------------------------------------------


@rule(r"(?P<M>[Mm])[-,f]?t?(?P<y>[ya])", r"(?P<y>y)[-,/]?(?P<M>[Mm])")
def _month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    year = year_said(sentence, match, context)
    return checked(month_of(year.number, sentence.value(match, "M")), year, context)


@rule("J")
def _month_in_figures(sentence: Sentence, _: re.Match[str], __: Context) -> Time | None:
    year, month = sentence.values[0]
    return Time(month_of(year, month))


@rule("(?P<M>M)", "t?(?P<r>[LNV])(?P<M>M)", "(?P<M>M)(?P<r>λ)", "[Tt](?P<r>[HV])(?P<M>M)", "(?P<r>T)(?P<M>M)")
def _named_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month = sentence.value(match, "M")
    if len(match[0]) == 1:
        return Time(near.bare_month(month, context), relative=True)
    return Time(near.named_month(match["r"].replace("λ", "L"), month, context), relative=True)


@rule(r"(?:t?(?P<U>U)f?)?(?P<y>[ya])")
def _bare_year(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if sentence.value(match, "U") not in {None, "year"}:
        return None
    year = year_said(sentence, match, context)
    return checked(year_of(year.number), year, context)


@rule(
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


@rule(
    r"t?(?P<S>S)[,f]?(?P<y>[ya])(?:[-/](?P<z>[ydn]))?", r"(?P<y>y),?(?P<S>S)", r"E(?P<rest>S.*)", r"Ef?t(?P<rest>S.*)"
)
def _season(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if "rest" in match.re.groupindex:
        # No two readers agree on what is early in a season: the whole of it.
        return point(sentence.group(match, "rest"), context)
    year = year_said(sentence, match, context)
    code = sentence.value(match, "S")
    if "z" in match.re.groupindex and match["z"]:
        second = sentence.value(match, "z")
        number = second.number if isinstance(second, Year) else second
        if code != unit.WINTER or number not in {year.number + 1, (year.number + 1) % 100}:
            context.unreadable("its two years do not fit together")
    return checked(unit.season(year.number, code), year, context)


@rule("(?:t?(?P<r>[LNV])|[Tt](?P<q>[HV])|(?P<T>T))(?P<S>S)", "[i+]t?(?P<S>S)")
def _named_season(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    code = sentence.value(match, "S")
    if match[0][0] in "i+":
        return Time(unit.bare_season(code, context), relative=True)
    which: Any = match["r"] or match["q"] or match["T"]
    return Time(unit.named_season(which, code, context), relative=True)


@rule(r"t?(?P<Q>[Qh])[-,/f]?t?(?P<y>[ya])", r"(?P<y>y)[-,/]?(?P<Q>[Qh])", r"t?(?P<Q>Q)")
def _quarter(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    months = 3 if match["Q"] == "Q" else 6
    which = sentence.value(match, "Q")
    year = told_year(sentence, match, context)
    if year is None:
        return Time(near.bare_part(months, which, context), relative=True)
    first = (which - 1) * months + 1
    edtf = f"{month_of(year.number, first)}/{month_of(year.number, first + months - 1)}"
    return checked(edtf, year, context)


@rule(r"t?(?P<o>[oLO])(?:(?P<n>[qd])(?=[UΠ])|(?=U))(?P<U>[UΠ])f(?P<rest>.+)")
def _ordinal_part(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    rest = sentence.group(match, "rest")
    # "Of the year" is of this one.
    whole = point(Sentence("TU", rest.values) if rest.kinds == "tU" else rest, context)
    if whole is None:
        return None
    ordinal = sentence.value(match, "o") if match["o"] == "o" else -1
    edtf = unit.part_of(whole.edtf, ordinal, sentence.value(match, "n"), sentence.value(match, "U"))
    return None if edtf is None else Time(edtf, whole.relative, whole.era)


@rule("t?(?P<o>o)f(?P<rest>[LTN]U)", "(?P<rest>[LTN]U)(?P<o>o)")
def _day_of_named_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    month = point(sentence.group(match, "rest"), context)
    if month is None or len(month.edtf) != len("2024-03"):
        return None
    day = unit.part_of(month.edtf, sentence.value(match, "o"), None, "day")
    return context.unreadable("there is no such day") if day is None else month._replace(edtf=day)


@rule(r"t?(?P<o>[oLO])(?P<W>W)[fi](?P<rest>.*[yaLTN].*)")
def _weekday_of_month(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The first Monday of a month that is told with its year."""
    month = point(sentence.group(match, "rest"), context)
    if month is None or len(month.edtf) != len("2024-03"):
        return None
    which = sentence.value(match, "o") if match["o"] == "o" else -1
    day = unit.weekday_of_month(month.edtf, which, sentence.value(match, "W"))
    return context.unreadable("there is no such day") if day is None else month._replace(edtf=day)


@rule(r"t?(?P<o>o)-?(?P<U>U)[f,]?(?P<y>y)")
def _ordinal_of_year(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    year = year_said(sentence, match, context)
    name = sentence.value(match, "U")
    if name not in {"quarter", "half"}:
        return None
    edtf = unit.part_of(year_of(year.number), sentence.value(match, "o"), None, name)
    return None if edtf is None else checked(edtf, year, context)


@rule(r"t?(?P<o>o)-?(?P<U>U)C?")
def _ordinal_unit(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    which, name = sentence.value(match, "o"), sentence.value(match, "U")
    if name == "century" and which <= 21:  # noqa: PLR2004  (no later one is spoken of)
        return Time(f"{which - 1:02}XX" if which > 1 else "0001/0100")
    if (name == "quarter" and which <= 4) or (name == "half" and which <= 2):  # noqa: PLR2004  (of a year)
        return Time(near.bare_part(3 if name == "quarter" else 6, which, context), relative=True)
    return None


@rule("t?(?P<X>X)")
def _decade(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    decade = sentence.value(match, "X")
    if decade % 10 == 0:
        return Time(context.one_of(f"{decade:03}X", f"{decade // 10:02}XX"))
    return Time(f"{decade:03}X")


@rule("(?P<t>t)?(?P<X>χ)")
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


@rule("(?P<r>[LTN])(?P<U>U)", "[j+]t(?P<U>U)", "T(?P<r>H)(?P<U>U)")
def _named_unit(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    name = sentence.value(match, "U")
    if "t" in match[0]:
        return Time(unit.bare_weekend(context), relative=True) if name == "weekend" else None
    if match["r"] == "H" and name != "weekend":
        return Time(unit.past(1, name, context), relative=True)
    return Time(unit.named_unit(match["r"], name, context), relative=True)


@rule("t(?P<U>U)(?P<r>bL|gN)")
def _unit_but_one(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The week before last, the year after next."""
    return Time(unit.named_unit(match["r"], sentence.value(match, "U"), context), relative=True)


@rule("(?P<e>e)(?:T|it)(?P<U>U)")
def _earlier(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    edtf = unit.earlier(sentence.value(match, "e"), sentence.value(match, "U"), context)
    return Time(edtf, relative=True)


@rule("ei(?P<rest>.+)")
def _earlier_in(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context)
    return time if time is not None and len(time.edtf) in {4, 7} else None


_THE_2000S = "200X"
_SAYS_2000S = {("X", (200,)), ("tX", (None, 200))}


@rule(r"t?(?P<E>E)(?P<f>[-fi])?(?P<t>t)?(?P<rest>[^Eecij+*].*)")
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
    # Nobody tells the parts of a century that has just begun.
    time = Time(_THE_2000S) if rest in _SAYS_2000S else point(rest, context)
    return None if time is None else time._replace(edtf=portion(time.edtf, part))


@rule("(?P<rest>.+)(?P<E>η)")
def _portion_behind(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context)
    if time is None or len(time.edtf) not in {len("2024"), len("2024-03")}:
        # "上周末" is the last weekend, and no day has an end of its own.
        return None
    return time._replace(edtf=portion(time.edtf, sentence.value(match, "E")))


# --- counts of units --------------------------------------------------------------------------------------------------

_COUNT = "(?P<n>[xqdny])"


def _count(sentence: Sentence, match: re.Match[str], context: Context) -> int:
    value = sentence.value(match, "n") if "n" in match.re.groupindex else None
    count: int = 1 if value is None else value.number if isinstance(value, Year) else value
    return count or context.unreadable("nothing is counted")


@rule(
    rf"[c±]?{_COUNT}(?P<U>[UΠ])(?P<A>A)",
    rf"{_COUNT}(?P<U>π)(?P<A>A)",
    rf"(?P<A>β){_COUNT}(?P<U>π)A?",
    rf"i{_COUNT}(?P<U>[UΠ])'?",
)
def _ago(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    sign = sentence.value(match, "A") if "A" in match.re.groupindex else 1
    edtf = unit.ago(_count(sentence, match, context), sentence.value(match, "U"), sign, context)
    about = match[0][0] in "c±" and edtf[-1] != "~" and "/" not in edtf
    return Time(f"{edtf}~" if about else edtf, relative=True)


@rule(rf"[i+*<]*t?[LH]{_COUNT}(?P<U>[UΠ])", r"[i+*<]*t?H(?P<U>U)", r"[i+*<]+t[LH](?P<U>U)")
def _past(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    return Time(unit.past(_count(sentence, match, context), sentence.value(match, "U"), context), relative=True)


@rule(rf"[i+*<]*t?[NV]{_COUNT}(?P<U>[UΠ])", r"[i+*<]+t[NV](?P<U>U)", rf"<{_COUNT}(?P<U>[UΠ])")
def _coming(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    return Time(unit.coming(_count(sentence, match, context), sentence.value(match, "U"), context), relative=True)


@rule(
    rf"[i+*]*t(?:{_COUNT}(?=[UΠ])|(?=U))(?P<U>[UΠ])[ru]j?(?P<end>.+)",
    rf"[i+]+{_COUNT}(?P<U>[UΠ])rj?(?P<end>.+)",
    rf"t?(?:{_COUNT}(?=[UΠ])|(?=U))(?P<U>[UΠ])(?P<e>ε)[ij]?(?P<end>.+)",
)
def _ending(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    """The three months to September; the year ended 31 March 2023; the week ending on Friday."""
    tense: Any = sentence.value(match, "e") if "e" in match.re.groupindex else "near"
    end = point(sentence.group(match, "end"), context._replace(tense=tense))
    if end is None:
        return None
    edtf = unit.ending(_count(sentence, match, context), sentence.value(match, "U"), end.edtf)
    return None if edtf is None else end._replace(edtf=edtf)


@rule(r"c(?P<rest>.+)")
def _about(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    time = point(sentence.group(match, "rest"), context)
    if time is None or "T" in time.edtf:
        return None
    ends = (end if end[-1] in "?~%" else end + sentence.values[0] for end in time.edtf.split("/"))
    return time._replace(edtf="/".join(ends))


# "Over two weeks ago" is before that, and "in two weeks ago" nothing.
@rule(r"(?:\+(?!\*)|(?:[i*]|j+)(?![ij+*]))(?P<rest>.+)(?<!A)")
def _with_preposition(sentence: Sentence, match: re.Match[str], context: Context) -> Time | None:
    if match[0][0] == "j" and re.fullmatch("[ya]|t?[Xχ]", match["rest"]):
        # "At 2018" is an hour, and "no 2018" a number.
        return None
    if match[0][0] == "*":
        # What is planned "for Friday" may be to come.
        context = context._replace(tense="open")
    return point(sentence.group(match, "rest"), context)
