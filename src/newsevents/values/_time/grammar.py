"""The grammar: patterns over kinds of tokens, one character each, and what each pattern means.

```text
d number 1-31   y year   n other number   o ordinal   a '24   x a, an   q number word   χ '90s   X 1990s   @ era
M m month name, short   I Roman month   W w weekday, short   D date in figures   J month in figures   K clock time
2 years, or a month in figures   R today …   U unit   Π units   A ago   P part of day   E early …   e earlier, later
S season   Q quarter   h half   i in   j on, at   + over, during   * for   < within   t the   f of
L last   H past   N next   V coming   T this   O final   c about, possibly   ± some   s since   F from
u until   b before   g after   Y by   B between   & and   r to   k onward   p now   v feast   z zone
l local time   C AD   G the word "year"   年 月 日 marks of a date   $ suffix   ' time
ω overnight   ε ended   κ clock time in four figures   β "ago" before a count   π units, λ "last", in other languages
φ "from" of a range, τ "to" behind it, η start, mid, end behind a time, in other languages
```
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from newsevents._regex import regex
from newsevents.values._time.context import Context

__all__ = ["Sentence", "Time", "Year", "merged"]


class Sentence(NamedTuple):
    """Tokens read in one language: their kinds, one character each, and their values."""

    kinds: str
    values: tuple[Any, ...]

    def part(self, start: int, end: int | None = None) -> "Sentence":
        """Return the tokens from *start* to *end*."""
        return Sentence(self.kinds[start:end], self.values[start:end])

    def group(self, match: re.Match[str], name: str | int) -> "Sentence":
        """Return the tokens that a group of a pattern matched."""
        return self.part(*match.span(name))

    def value(self, match: re.Match[str], name: str | int) -> Any:
        """Return the value of the one token that a group matched, `None` if it matched none."""
        return None if match[name] is None else self.values[match.start(name)]

    def then(self, kind: str, value: object) -> "Sentence":
        """Return these tokens and one more."""
        return Sentence(self.kinds + kind, (*self.values, value))


class Year(NamedTuple):
    """The value of a year token.

    Attributes:
        number: The Gregorian year.
        era: The era that it was counted in: its name, what its first year follows, its first and last day.
        relative: Whether it was counted from the reference.
    """

    number: int
    era: tuple[str, int, str, str] | None = None
    relative: bool = False


class Time(NamedTuple):
    """What was read.

    Attributes:
        edtf: The time in EDTF.
        relative: Whether it was counted from the reference.
        era: The era that its year was counted in.
    """

    edtf: str
    relative: bool = False
    era: str | None = None


# What a dot, an era, a mark behind a figure or the word "year" make of their neighbors, until none fits.
_MERGES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), name)
    for pattern, name in (
        (r"@U?(?P<n>[dn])[年G]?(?:\((?P<y>y)[年G]?\)[年G]?)?", "era"),
        (r"[MmWwcGCf]\.", "first"),
        (r"C(?P<n>[ydn])|(?P<m>[ydn])C", "anno"),
        (r"y年", "first"),
        (r"d月", "month"),
        (r"[do]日", "day"),
        (r"yG", "first"),
        (r"j*Gy", "last"),
        (r"[Mm]/[Mm]", "same"),
        (r"\([MmWwzRDl]\)", "second"),
        (r"D\.", "first"),
        (r"DG", "first"),
    )
)


def merged(sentence: Sentence, context: Context) -> Sentence:
    """Return *sentence* with years, months and days made whole."""
    for pattern, name in _MERGES:
        place = 0
        while match := pattern.search(sentence.kinds, place):
            start, end = match.span()
            kind, value = _MERGED[name](sentence, match, context)
            kinds = sentence.kinds[:start] + kind + sentence.kinds[end:]
            sentence = Sentence(kinds, (*sentence.values[:start], value, *sentence.values[end:]))
            place = start + 1
    return sentence


def _first(sentence: Sentence, match: re.Match[str], _: Context) -> tuple[str, Any]:
    return match[0][0], sentence.values[match.start()]


def _second(sentence: Sentence, match: re.Match[str], _: Context) -> tuple[str, Any]:
    return match[0][1], sentence.values[match.start() + 1]


def _last(sentence: Sentence, match: re.Match[str], _: Context) -> tuple[str, Any]:
    return match[0][-1], sentence.values[match.end() - 1]


def _era(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[str, Any]:
    era = sentence.values[match.start()]
    number = era[1] + sentence.value(match, "n")
    told: Year | None = sentence.value(match, "y")
    if told is not None and told.number != number:
        context.unreadable(f"that year is {number}, not {told.number}")
    return "y", Year(number, era)


def _anno(sentence: Sentence, match: re.Match[str], _: Context) -> tuple[str, Any]:
    value = sentence.value(match, "n") or sentence.value(match, "m")
    return "y", value if isinstance(value, Year) else Year(value or 0)


def _month(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[str, Any]:
    month = sentence.values[match.start()]
    if month > 12:  # noqa: PLR2004  (the months of a year)
        context.unreadable("there is no such month")
    return "M", month


def _day(sentence: Sentence, match: re.Match[str], _: Context) -> tuple[str, Any]:
    return "o", sentence.values[match.start()]


def _same(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[str, Any]:
    first, second = sentence.values[match.start()], sentence.values[match.end() - 1]
    if first != second:
        context.unreadable("its two months differ")
    return "M", first


_MERGED: dict[str, Callable[[Sentence, re.Match[str], Context], tuple[str, Any]]] = {
    "first": _first,
    "second": _second,
    "last": _last,
    "era": _era,
    "anno": _anno,
    "month": _month,
    "day": _day,
    "same": _same,
}
