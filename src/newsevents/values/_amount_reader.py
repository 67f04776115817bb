"""Tokens into figures: digits and words, scales, and the myriads of East Asia."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from newsevents.values._amount import EXACT, ONE, Figure, Term, readings
from newsevents.values._amount_scan import Token

__all__ = ["Reader"]

_HUNDRED, _THOUSAND, _LAKH = 2, 3, 5
_DOZEN = 12


@dataclass(slots=True)
class Reader:
    """What goes through the tokens of a text, and takes what it understands."""

    tokens: Sequence[Token]
    place: int = 0
    countable: tuple[str, ...] = ("scale", "dozen", "currency", "adjective")
    dashed: bool = False  # whether a dash parts the ends of a range
    adds: bool = True  # whether "and" adds to a number: it does not between the ends of a range

    @property
    def done(self) -> bool:
        """Whether every token was taken."""
        return self.place == len(self.tokens)

    def sense(self, kind: str, ahead: int = 0) -> Any:
        """Return the value of the token *ahead* as a *kind*; `None` where it is none."""
        place = self.place + ahead
        return self.tokens[place].senses.get(kind) if 0 <= place < len(self.tokens) else None

    def take(self, kind: str) -> Any:
        """Return the value of the next token as a *kind*, and go on; `None` where it is none."""
        value = self.sense(kind)
        if value is not None:
            self.place += 1
        return value

    def joined(self, ahead: int = 0) -> bool:
        """Return whether no blank stands before the token *ahead*."""
        place = self.place + ahead
        return place < len(self.tokens) and not self.tokens[place].spaced

    def to(self) -> bool:
        """Take a word between the ends of a range; run into digits it may be part of a name: 5 A380 aircraft."""
        word = "" if self.done else self.tokens[self.place].shown
        # In 5to10 it is none, but in 2A6 tanks.
        named = word.isascii() and word.isalpha() and self.joined(1) and (len(word) == 1 or not self.joined())
        return not named and bool(self.take("to"))

    def dash(self) -> bool:
        """Take a dash between the ends of a range."""
        self.dashed = bool(self.take("dash"))
        return self.dashed

    def roughly(self) -> bool:
        """Go past "about" before an end of a range, which is no more exact without it; return whether it was there."""
        start = self.place
        while self.sense("before") == "about":
            self.place += 1
        return self.place > start

    def take_hyphen(self, kind: str) -> None:
        """Go past a hyphen that ties a word, of a *kind*, to the one before it: 5-million, twenty-five."""
        if (
            self.sense("dash")
            and self.joined()
            and self.joined(1)
            and self.sense(kind, 1) is not None
            and self.tokens[self.place + 1].shown[0].isalpha()
        ):
            self.place += 1

    def figure(self) -> Figure | None:
        """Take a number in digits or words, with its scale; take nothing where there is none."""
        if cjk := self._cjk():
            return cjk
        couple = self.take("couple")
        if couple:
            return Figure((Term(value=Decimal(2), factor=self.scale() or ONE),), about=True)
        first = self._term()
        if first is None:
            return None
        terms = [first]
        while terms[-1].factor > _DOZEN and (more := self._added(terms[-1])):
            terms.append(more)
        return Figure(tuple(terms))

    def _added(self, last: Term) -> Term | None:
        """Take what is less than a unit of the *last* scale: two million three hundred thousand."""
        start = self.place
        term = None if self.take("and") and not self.adds else self._term()
        if term:
            # An article adds nothing, nor does a part of one: two million a year. Digits run into letters are a name.
            odd = "single" in self.tokens[self.place - 1].senses or (term.factor == 1 and (term.raw or term.value % 1))
            named = self.tokens[start].number and not self.tokens[start].spaced
            if not odd and not named and max(term.factor, EXACT.multiply(term.value, term.factor)) < last.factor:
                return term
        self.place = start
        return None

    def _term(self) -> Term | None:
        start = self.place
        raw, value, hundreds = "", Decimal(0), False
        if self.take("number"):
            raw = self.tokens[start].number
            value = (raw.isdigit() and (self.take("vulgar") or self.take("plus_fraction"))) or value
        else:
            mantissa: Decimal | None = self.take("vulgar") or self.take("fraction") or self._words()
            # What is left of "hundred" behind words is one too many.
            if mantissa is None or (mantissa >= 100 and self.sense("scale") == _HUNDRED):  # noqa: PLR2004
                self.place = start
                return None
            value = mantissa
            hundreds = any(token.senses.get("scale") == _HUNDRED for token in self.tokens[start : self.place])
        factor = self.scale()
        if factor is None:
            return Term(raw, value, hundreds=hundreds)
        if not raw and not value % 1 and (more := self.take("plus_fraction")):
            value = EXACT.add(value, more)
        return Term(raw, value, factor, hundreds)

    def scale(self) -> Decimal | None:
        """Take at most two scales, the smaller first: hundred million, lakh crore, a dozen million."""
        self.take_hyphen("scale")
        self.take_hyphen("dozen")
        exponent: int | None = self.take("scale")
        if exponent is None:
            return Decimal(_DOZEN) if self.take("dozen") else None
        larger: int | None = self.sense("scale")
        letters = len(self.tokens[self.place - 1].shown)
        if larger is not None and larger > exponent and letters > 1 and exponent in (_HUNDRED, _THOUSAND, _LAKH):
            self.place += 1
            exponent += larger
        return ONE.scaleb(exponent)

    def _words(self) -> Decimal | None:
        """Take number words below a thousand, or an article where a scale follows."""
        if self.take("single"):
            if all(self.sense(kind) is None for kind in self.countable):
                return None
            value = 1
        else:
            below = self._below_hundred()
            if below is None:
                return None
            value = below
        if self.sense("scale") == _HUNDRED:
            self.place += 1
            value = value * 100 + self._rest()
        decimals = self._decimals()
        if decimals:
            return Decimal(f"{value}.{decimals}")
        more: Decimal | None = self.take("plus_fraction")
        return EXACT.add(Decimal(value), more) if more else Decimal(value)

    def _rest(self) -> int:
        start = self.place
        rest = None if self.take("and") and not self.adds else self._below_hundred()
        if rest is None or self.sense("scale") == _HUNDRED:
            self.place = start
            return 0
        return rest

    def _below_hundred(self) -> int | None:
        tens: int | None = self.take("tens")
        if tens is None:
            ones: int | None = self.take("ones")
            return ones
        start = self.place
        self.take_hyphen("ones")
        ones = self.take("ones")
        if ones is None or not 0 < ones < 10:  # noqa: PLR2004  (twenty-one to twenty-nine)
            self.place = start
            return tens
        return tens + ones

    def _decimals(self) -> str:
        start = self.place
        digits = ""
        if self.take("point"):
            while (one := self.sense("ones")) is not None and one < 10:  # noqa: PLR2004  (one digit a word)
                digits += str(one)
                self.place += 1
        if not digits:
            self.place = start
        return digits

    def _cjk(self) -> Figure | None:
        """Take a number that counts in myriads: 1億2000万, 五百万, 3,400만."""
        end = self.place
        while end < len(self.tokens) and not {"number", "cjk_digit", "cjk_unit"}.isdisjoint(self.tokens[end].senses):
            end += 1
        tokens = self.tokens[self.place : end]
        if all("number" in token.senses for token in tokens):
            return None
        term = _simple_cjk(tokens) or (None if _is_cut_short(tokens) else _count_cjk(_without_zeros(tokens)))
        if term is None:
            return None
        self.place = end
        return Figure((term,))


_MYRIAD = 4
_TEN = Decimal(10)
_ZEROS = frozenset("零〇")


def _simple_cjk(tokens: Sequence[Token]) -> Term | None:
    """Return digits before units as a number with a scale, so that a range may share it."""
    first, *units = tokens
    exponents: list[int] = [token.senses.get("cjk_unit", 99) for token in units]
    if "number" not in first.senses or len(exponents) > 2 or 99 in exponents:  # noqa: PLR2004  (千万)
        return None
    if len(exponents) > 1 and not exponents[0] < _MYRIAD <= exponents[1]:
        return None
    return Term(first.number, factor=ONE.scaleb(sum(exponents)))


def _count_cjk(tokens: Sequence[Token]) -> Term | None:
    total = section = Decimal(0)
    current: Decimal | None = None
    small = big = 99
    for token in tokens:
        exponent: int | None = token.senses.get("cjk_unit")
        if exponent is None:
            if current is not None:
                return None
            current = _cjk_mantissa(token)
            # Only the first number may have decimals: 1.5億, and no 1億2.5万.
            if current is None or current >= ONE.scaleb(min(small, big)) or (min(small, big) < 99 and current % 1):  # noqa: PLR2004
                return None
        elif exponent < _MYRIAD:
            if exponent >= small:
                return None
            section = EXACT.add(section, EXACT.multiply(current or ONE, ONE.scaleb(exponent)))
            current, small = None, exponent
        else:
            section = EXACT.add(section, current or Decimal(0))
            # A thousand is one of them, and so is Korean 만; 万元 and 億円 head a column.
            if not section and current is None and token.shown == "만" and big == 99:  # noqa: PLR2004
                section = ONE
            value = EXACT.multiply(section, ONE.scaleb(exponent))
            if exponent >= big or not section or value >= ONE.scaleb(big):
                return None
            total = EXACT.add(total, value)
            section, current, small, big = Decimal(0), None, 99, exponent
    return Term(value=EXACT.add(total, EXACT.add(section, current or Decimal(0))))


def _without_zeros(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return *tokens* without the zeros that stand for units left out: 一百零五."""
    pairs = zip(tokens, (None, *tokens), strict=False)
    return [each for each, before in pairs if not (before and each.shown in _ZEROS and "cjk_unit" in before.senses)]


def _is_cut_short(tokens: Sequence[Token]) -> bool:
    """Return whether a number ends in a zero that leaves nothing out, or in a digit that may be of the next lower unit.

    三千五 is 3500 in Chinese and 3005 in Japanese; 三千零五 is 3005, and so is Korean 삼천오.
    """
    last, before = tokens[-1], tokens[-2].senses.get("cjk_unit", 0) if len(tokens) > 1 else 0
    if last.shown in _ZEROS:
        return before > 0
    is_digit = "cjk_unit" not in last.senses and (_cjk_mantissa(last) or _TEN) < _TEN
    return is_digit and before > 1 and not "가" <= last.shown <= "힣"


def _cjk_mantissa(token: Token) -> Decimal | None:
    if "number" not in token.senses:
        digit: int = token.senses["cjk_digit"]
        return Decimal(digit)
    read = readings(token.number, "", "", scaled=True)
    return read[0] if read else None
