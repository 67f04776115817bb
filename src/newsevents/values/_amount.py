"""Figures, read exactly: the two families of separators, and scales. Nothing goes through a float."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Literal, TypeAlias

from newsevents._regex import regex
from newsevents.values._amount_scan import Token
from newsevents.values.measure import unmistakable

__all__ = [
    "DIGITS",
    "EXACT",
    "ONE",
    "Figure",
    "Point",
    "Style",
    "Term",
    "added",
    "readings",
    "shifted",
    "style_of",
    "written",
]

DIGITS = 40
"""How many digits an amount may have."""

# Twice what the longest text can spell, times the largest scale; what is not exact in it would raise.
EXACT = Context(prec=700, traps=[Inexact, InvalidOperation, Overflow])
ONE = Decimal(1)

Style: TypeAlias = Literal["", "eu", "es"]
Point: TypeAlias = Literal["", "decimal", "group"]


def style_of(tokens: Sequence[Token]) -> Style:
    """Return how the language of the words writes numbers, as far as they tell."""
    styles = {token.senses.get("style") for token in tokens}
    return "es" if "es" in styles else "eu" if "eu" in styles else ""


_GROUPED = regex(r"[1-9][0-9]{0,2}([,. '])[0-9]{3}(?:\1[0-9]{3})*")
_INDIAN = regex(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")
_THOUSANDS = regex(r"[1-9][0-9]{0,2}[, ']000")
_WHOLE = regex(r"0|[1-9][0-9]*")
_TRIPLE = 3


def readings(raw: str, style: Style, point: Point, *, scaled: bool) -> tuple[Decimal, ...]:
    """Return what *raw* may mean: nothing, one number, or two where its only mark may group or part decimals.

    Args:
        raw: Digits and marks; a dash behind them says that there are no decimals.
        style: How the language of the words around it writes numbers.
        point: What a point before three digits is, where the currency settles it.
        scaled: Whether a scale follows: 1.234 million is no 1234 million in English.
    """
    if raw.endswith("-"):
        return (_decimal(raw, ""),) if _is_whole(raw[:-1]) else ()
    marks = re.sub(r"[0-9]", "", raw)
    if len(set(marks)) <= 1:
        return _one_mark(raw, marks, style, point, scaled=scaled)
    last = marks[-1]
    whole, fraction = raw.rsplit(last, 1)
    if marks.count(last) > 1 or last in " '" or not _is_whole(whole):
        return ()
    return (_decimal(whole, fraction),)


def _one_mark(raw: str, marks: str, style: Style, point: Point, *, scaled: bool) -> tuple[Decimal, ...]:
    grouped = _is_whole(raw)
    if len(marks) != 1 or marks in " '":
        return (_decimal(raw, ""),) if grouped else ()
    whole, fraction = raw.split(marks)
    if not grouped:
        # A comma before more than two digits parts decimals only where people write it so.
        odd = marks == "," and len(fraction) > 2 and not style and len(whole) <= _TRIPLE and whole != "0"  # noqa: PLR2004  (cents)
        return (_decimal(whole, fraction),) if _WHOLE.fullmatch(whole or "0") and not odd else ()
    group, parted = _decimal(raw, ""), _decimal(whole, fraction)
    if marks == ",":
        # English groups by it; elsewhere three decimals of a sum are as odd as a group is foreign.
        readings = {"": (group,), "eu": (parted,) if scaled else (group, parted), "es": (group, parted)}
        return readings[style]
    if style:
        return (group, parted) if scaled else (group,)
    if scaled or point == "decimal":
        return (parted,)
    return (group,) if point == "group" else (group, parted)


def _is_whole(raw: str) -> bool:
    """Return whether all marks in *raw* group its digits."""
    return bool(_GROUPED.fullmatch(raw) or _INDIAN.fullmatch(raw) or _WHOLE.fullmatch(raw))


def _decimal(whole: str, fraction: str) -> Decimal:
    digits = re.sub(r"[^0-9]", "", whole) or "0"
    return Decimal(f"{digits}.{fraction}") if fraction else Decimal(digits)


def added(one: Decimal, other: Decimal) -> Decimal:
    """Return the exact sum."""
    return EXACT.add(one, other)


def shifted(value: Decimal, places: int) -> Decimal:
    """Return *value* with its point moved to the right, exactly."""
    return EXACT.scaleb(value, places)


@dataclass(frozen=True, slots=True)
class Term:
    """A number with its scale; `raw` are digits still to be read, `value` what is added to them.

    `hundreds` says that the word is in the value, and no scale: three hundred thousand.
    """

    raw: str = ""
    value: Decimal = Decimal(0)
    factor: Decimal = ONE
    hundreds: bool = False

    def values(self, style: Style, point: Point) -> tuple[Decimal, ...]:
        """Return what it may mean."""
        read = readings(self.raw, style, point, scaled=self.factor > 1) if self.raw else (Decimal(0),)
        # Without a scale or a fraction the figure stands as it was said: 5.50 keeps its zero.
        if self.raw and not self.value and self.factor == 1:
            return read
        return tuple(EXACT.multiply(EXACT.add(one, self.value), self.factor) for one in read)


_WRITTEN_OUT = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the words of a text."""

    terms: tuple[Term, ...]
    about: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is one number without a scale, so that the scale of a range's other end may be its own."""
        return len(self.terms) == 1 and self.terms[0].factor == 1

    @property
    def factor(self) -> Decimal:
        """The scale, where there is one: of several terms that of the first, which is the largest."""
        return self.terms[0].factor

    def times(self, factor: Decimal) -> "Figure":
        """Return it *factor* as much."""
        return replace(
            self, terms=tuple(replace(term, factor=EXACT.multiply(term.factor, factor)) for term in self.terms)
        )

    def values(self, style: Style = "", point: Point = "") -> tuple[Decimal, ...]:
        """Return what it may mean: nothing, one number, or several."""
        found: tuple[Decimal, ...] = (Decimal(0),)
        if len(self.terms) == 1:
            return self.terms[0].values(style, point)
        for term in self.terms:
            found = tuple(EXACT.add(one, other) for one in found for other in term.values(style, point))
        return found

    def sharing(self, upper: "Figure", *, dashed: bool) -> "Figure | None":
        """Return it with the scale of the *upper* end of its range, where that is what the words mean: 5-7 million.

        In 500,000-1 million it is not: half a billion is not below one million. Nor is 10 meant in 10-5 million, where
        nothing but a dash parts them: `None`. So in two to three hundred and fifty: from 2, or from 200.
        """
        if not self.bare:
            return self
        if shared := self._sharing_hundreds(upper):
            return shared if upper.terms[0].value % 100 == 0 and len(upper.terms) == 1 else None
        if upper.factor == 1:
            return self
        low, top = self.values(), replace(upper, terms=(replace(upper.terms[0], factor=ONE),)).values()
        if low and top and low[0] < top[0]:
            return self.times(upper.factor)
        return None if dashed and low and low[0] < _WRITTEN_OUT else self

    def may_share_thousands(self, upper: "Figure") -> bool:
        """Return whether 10 may be 10,000 in 10-12,000: a writer may mean either, and no reader can tell."""
        high = upper.terms[0].raw
        if not (self.bare and upper.bare and self.terms[0].raw.isdigit() and _THOUSANDS.fullmatch(high)):
            return False
        return 0 < int(self.terms[0].raw) < int(re.sub(r"\D", "", high)) // _WRITTEN_OUT

    def _sharing_hundreds(self, upper: "Figure") -> "Figure | None":
        """Return it with the hundreds of the *upper* end, where it is less than these: two to three hundred."""
        low, top = self.values(), upper.terms[0]
        less = top.hundreds and low and low[0] < top.value // 100
        return self.times(EXACT.scaleb(upper.factor, 2)) if less else None

    @property
    def as_said(self) -> bool:
        """Whether the digits stand in the text as they are."""
        return len(self.terms) == 1 and bool(self.terms[0].raw) and self.factor == 1 and not self.terms[0].value


def written(values: Sequence[Decimal], *, as_said: bool, point: Point = "") -> tuple[str, ...]:
    """Return the digits of an amount for each of *values*; nothing where one of them has too many."""
    texts = [_digits(value, as_said=as_said) for value in values]
    if len(texts) == 1 and point != "decimal":
        texts = [unmistakable(texts[0])]
    return tuple(texts) if all(sum(map(str.isdigit, text)) <= DIGITS for text in texts) else ()


def _digits(value: Decimal, *, as_said: bool) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text and not as_said else text
