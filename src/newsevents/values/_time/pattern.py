"""Patterns of points: the kinds of words that a single time is said in, each with the rule that reads them."""

import re
from collections.abc import Callable
from functools import cache

from newsevents.values import _edtf
from newsevents.values._time.context import Context
from newsevents.values._time.grammar import Sentence, Time, Year
from newsevents.values._time.numeric import two_digit_year
from newsevents.values._time.token import Figures

__all__ = ["RULES", "checked", "point", "rule", "told_year", "year_said"]

Rule = Callable[[Sentence, re.Match[str], Context], Time | None]
RULES: list[tuple[str, frozenset[str] | None, Rule]] = []
"""Patterns, the letters of which what fits them is made (`None` for any), and what reads it."""
_compiled = cache(re.compile)


def rule(*patterns: str) -> Callable[[Rule], Rule]:
    """Enter a rule that reads what is of one of these patterns, behind those that were entered before."""

    def kept(entered: Rule) -> Rule:
        RULES.extend((pattern, _letters(pattern), entered) for pattern in patterns)
        return entered

    return kept


def _letters(pattern: str) -> frozenset[str] | None:
    without_points = pattern.replace(r"\.", "")
    return None if "." in without_points or "[^" in without_points else frozenset(pattern)


def point(sentence: Sentence, context: Context) -> Time | None:
    """Return the time that *sentence* is, or `None` if no pattern fits it."""
    context.step()
    kinds = frozenset(sentence.kinds)
    for pattern, letters, read in RULES:
        # What cannot fit is not compiled: to compile all of them takes longer than to read most texts.
        if letters is not None and not kinds <= letters:
            continue
        match = _compiled(pattern).fullmatch(sentence.kinds)
        if match is not None:
            time = read(sentence, match, context)
            if time is not None:
                return time
    return None


def year_said(sentence: Sentence, match: re.Match[str], context: Context) -> Year:
    """Return the year that the group `y` of a match holds."""
    value = sentence.value(match, "y")
    if isinstance(value, Year):
        return value
    if not isinstance(value, str | Figures):
        context.unreadable("a year has four figures, or two")
    figures = value if isinstance(value, str) else f"{value:02}"
    return Year(two_digit_year(figures, context), relative=context.anchor is not None)


def told_year(sentence: Sentence, match: re.Match[str], context: Context) -> Year | None:
    """Return the year that a match holds; `None` where it says none."""
    return year_said(sentence, match, context) if "y" in match.re.groupindex and match["y"] else None


def checked(edtf: str, year: Year | None, context: Context) -> Time:
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
