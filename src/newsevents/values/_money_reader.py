"""The grammar of sums: what may stand before, between and after figure and currency."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from newsevents.values._amount import Figure, Point, Style, added, shifted, style_of
from newsevents.values._amount_lexicon import money_lexicon
from newsevents.values._amount_reader import Reader
from newsevents.values._amount_scan import Token, folded, scan
from newsevents.values._currency_names import Currency, code_senses, tender
from newsevents.values.measure import Comparator

__all__ = ["Sum", "is_currency", "read_sum"]

_CENTS_ONLY = 100


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with the currency that stands by it."""

    figure: Figure
    currency: Currency | None
    cents: Figure | None = None
    negative: bool = False
    compared: bool = False
    closed: bool = False  # whether the currency stands behind the figure

    @property
    def minor(self) -> int:
        return self.currency.minor if self.currency else 0


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as the words give it: one end, or the two of a range."""

    ends: tuple[_Part, ...]
    currency: Currency | None
    comparator: Comparator
    scope: str | None
    may_share_thousands: bool = False

    def values(self, style: Style, point: Point) -> tuple[tuple[Decimal, ...], ...]:
        """Return what each end may mean."""
        return tuple(_values(part, style, point) for part in self.ends)


def _values(part: _Part, style: Style, point: Point) -> tuple[Decimal, ...]:
    found = part.figure.values(style, point)
    if part.minor:
        found = tuple(shifted(value, -part.minor) for value in found)
    if part.cents:
        few = part.cents.values()
        # Cents are what is left of a whole: 5 dollars and 150 cents is no sum that anyone means.
        if not few or few[0] >= _CENTS_ONLY or any(value != int(value) for value in (*few, *found)):
            return ()
        found = tuple(added(value, shifted(few[0], -2)) for value in found)
    return tuple(value.copy_negate() for value in found if value) if part.negative else found


@dataclass(slots=True)
class _Grammar(Reader):
    """Takes a sum from tokens; every method takes all of what it is named for, or nothing and says `None`."""

    comparator: Comparator | None = None
    scope: str | None = None

    def compared(self, kind: str) -> bool:
        """Take one comparison; a second one that says another thing is not understood."""
        comparator: Comparator | None = self.sense(kind)
        if comparator is None or self.comparator not in (None, comparator):
            return False
        self.comparator = comparator
        self.place += 1
        return True

    def read(self) -> Sum | None:
        """Take the whole text."""
        while self.take("lead") or self.in_total("total_before") or self.compared("before"):
            pass
        ends = self.ends()
        if ends is None:
            return None
        while self.compared("after") or self.in_total("total_after") or self.per_unit():
            pass
        return self.sum_of(ends) if self.done else None

    def in_total(self, kind: str) -> bool:
        if self.scope is not None or not self.take(kind):
            return False
        self.scope = "total"
        return True

    def per_unit(self) -> bool:
        if self.scope is not None:
            return False
        start = self.place
        unit = self.take("per_unit") or ((self.take("per") or self.take("single")) and self.take("unit_noun"))
        if not unit:
            self.place = start
            return False
        self.scope = "per_unit"
        return True

    def ends(self) -> tuple[_Part, ...] | None:
        """Take one sum, or the two of a range."""
        if self.take("between"):
            self.roughly()
            left = self.part()
            linked = left and (self.take("and") or self.to() or self.dash())
            right = self.second() if linked else None
            return (left, right) if left and right else None
        from_ = self.take("from")
        rough = from_ and self.roughly()
        left = self.part()
        if left is None:
            return None
        start = self.place
        if not (left.currency and not from_ and self.is_article()) and (self.to() or self.dash()):
            if right := self.second():
                return left, right
            self.place = start
        if not from_:
            return (left,)
        if rough or self.comparator not in (None, "at_least"):
            return None
        self.comparator = "at_least"
        return (left,)

    def is_article(self) -> bool:
        """Return whether "a" comes next, and the words are not of a language where it is "to": £5 a 100."""
        return not self.done and self.tokens[self.place].shown.lower() == "a" and not style_of(self.tokens)

    def second(self) -> _Part | None:
        """Take the upper end of a range."""
        self.roughly()
        return self.part()

    def part(self) -> _Part | None:
        """Take a figure with its currency before or after it, or on both sides."""
        start = self.place
        before, clear = self.currency(before=True)
        negative = self.minus(before)
        figure = self.figure()
        if figure is None or not clear:
            return None
        within = next((found for token in self.tokens[start : self.place] if (found := _within(token))), None)
        tied = self.tied()
        if tied and (factor := self.scale()):
            figure = figure.times(factor)
        after, clear = self.after(before)
        found, agreed = _agreed(before, within, after)
        # One sign on both sides is a slip, and what slipped is not known: $5 $, $5 cents.
        slip = before and after and (before.minor != after.minor or self.same_sign(start))
        if not clear or not agreed or slip:
            return None
        return _Part(figure, found, self.cents(found), negative=negative, compared=tied, closed=after is not None)

    def same_sign(self, start: int) -> bool:
        """Return whether the token at *start* was just taken again."""
        return self.tokens[start].shown == self.tokens[self.place - 1].shown

    def tied(self) -> bool:
        """Take a comparison that is tied to a figure: $5+ million, 20-odd dollars."""
        return not self.done and self.tokens[self.place].shown.startswith(("+", "-")) and self.compared("after")

    def minus(self, currency: Currency | None) -> bool:
        """Take the sign of a canonical negative sum, USD -5; in prose a dash is more often punctuation."""
        if (
            currency
            and currency.is_code
            and self.sense("minus")
            and not self.joined()
            and self.joined(1)
            and self.sense("number", 1)
        ):
            self.place += 1
            return True
        return False

    def currency(self, *, before: bool) -> tuple[Currency | None, bool]:
        """Take one or two signs or names; return what they mean together and whether they agree."""
        start = self.place
        first = self.one_currency(before=before)
        second = self.one_currency(before=before) if first else None
        if first and second:
            # One sign twice, and dollars cents, are slips.
            coded = first.is_code or second.is_code
            if self.same_sign(start) or (first.minor != second.minor and not coded):
                return None, False
        return _agreed(first, second)

    def one_currency(self, *, before: bool) -> Currency | None:
        start = self.place
        country = self.take("adjective")
        noun: Currency | None = self.sense("currency")
        if noun is None or (before and not noun.before):
            self.place = start
            return None
        self.place += 1
        if country is None:
            return noun
        theirs = noun.and_also(Currency(tender(country)))
        if theirs is None or len(theirs.codes) > 1:
            self.place = start
            return None
        return theirs._replace(stated=True)

    def after(self, before: Currency | None) -> tuple[Currency | None, bool]:
        """Take the currency behind a figure; *before* stands in front of it."""
        start = self.place
        self.take_hyphen("currency")
        self.take_hyphen("adjective")
        self.take("of")
        found, clear = self.currency(before=False)
        # The dash before a second sum is that of a range: $5-$7.
        if found is None or (found.before and self.place > start + 1 and self.sense("number")):
            self.place = start
            return self.whose() if before and clear else None, clear
        return _agreed(found, self.whose())

    def whose(self) -> Currency | None:
        """Take an adjective after a sum: $5 Canadian."""
        country = self.take("adjective")
        return Currency(tender(country), stated=True) if country else None

    def cents(self, whole: Currency | None) -> Figure | None:
        """Take what is left of a whole in its hundredths: 5 dollars and 50 cents."""
        start = self.place
        if whole is None or whole.minor:
            return None
        self.take("and")
        figure = self.figure()
        minor: Currency | None = self.take("currency")
        if figure is None or minor is None or not minor.minor or not set(minor.codes) & set(whole.codes):
            self.place = start
            return None
        return figure

    def sum_of(self, ends: tuple[_Part, ...]) -> Sum | None:
        """Share what one end says with the other, and compare."""
        comparator = self.comparator or "exact"
        if len(ends) == 1:
            (only,) = ends
            if only.figure.about and comparator != "exact":
                return None
            return Sum(ends, only.currency, "about" if only.figure.about else comparator, self.scope)
        if comparator not in ("exact", "about") or any(end.figure.about or end.compared for end in ends):
            return None
        left, right = ends
        # With a sign at each end, $10-$12,000, either is whole.
        thousands = not (left.currency and right.currency) and left.figure.may_share_thousands(right.figure)
        if left.currency and right.currency:
            both = left.currency.and_also(right.currency)
            if both is None:
                return None
        else:
            both = left.currency or right.currency
            # Of "5 cents to 7" the second figure may be cents, too, or not.
            if left.minor:
                return None
            left = replace(left, currency=both)
        shared = left.figure if left.cents else left.figure.sharing(right.figure, dashed=self.dashed)
        # Five euros to seven million euros begins at five; 5€-7M€ may be slack.
        if left.closed and shared is not left.figure:
            shared = None if self.dashed else left.figure
        ends = (replace(left, figure=shared), right) if shared else ()
        return Sum(ends, both, "between", self.scope, thousands) if ends else None


def _within(token: Token) -> Currency | None:
    """Return the currency that a word for a scale has in it: a grand."""
    found: Currency | None = token.senses.get("with_currency")
    return found


def _agreed(*several: Currency | None) -> tuple[Currency | None, bool]:
    """Return what *several* mean together, and whether they agree."""
    found: Currency | None = None
    for one in several:
        if one is not None:
            found = one if found is None else found.and_also(one)
            if found is None:
                return None, False
    return found, True


def read_sum(tokens: Sequence[Token], *, adds: bool) -> Sum | None:
    """Return the sum that the tokens are; `None` where they are none."""
    return _Grammar(tokens, adds=adds).read()


def is_currency(name: str) -> bool:
    """Return whether *name* is a currency in words, with or without whose it is."""
    for full in (False, True):
        tokens = scan(folded(name), money_lexicon(full=full), code_senses())
        grammar = _Grammar(tokens or ())
        if grammar.one_currency(before=False) and grammar.done:
            return True
    return False
