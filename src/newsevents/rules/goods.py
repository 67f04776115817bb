"""NE5, goods: what they are to the customs, and how much and how many of them there are."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from newsevents._regex import regex
from newsevents.errors import NormalizationError
from newsevents.records.item import Item
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.measure import Comparator, Measure
from newsevents.values.money import Money, parse_money
from newsevents.values.quantity import Quantity, parse_quantity

# Which chapters and headings of the Harmonized System may hold a thing of the category, its parts, models, remains and
# packings among them. Chapters 98 and 99 are each country's own. Categories that may be in any chapter are left out.
FITTING: dict[str, str] = {
    "vehicle": "39-40 68 70 72-73 76 82-87 8806 90 94-95 97",
    "vessel": "39-40 44 63 72-73 76 84-85 89-90 94-95 97",
    "aircraft": "39-40 73 76 84-85 88 90 93-95 97",
    "rail": "39-40 44 68 70 72-73 76 83-86 90 94-95 97",
    "animal": "01-05 15-16 23 41 43 95 97",
    "arms": "25-97",
    "ammunition": "25-40 72-76 78-85 88 90 93 95 97",
    "fuel": "15 22-23 25-29 36 38 44 47 84",
    "artwork": "05 25 34-37 39 42-44 46 48-49 53-65 67-74 76 78-85 90-97",
    "jewelry": "05 25-26 39-40 42-44 46 48 56-57 62-63 67-71 74 76 81-83 85 90-91 94-97",
    "document": "37 39 41-42 44 47-49 59 63 84-85 90 96-97",
    "money": "39 48-49 71-76 78-81 83 85 97",
    "food": "01-25 28-30 33 35 38",
}
_OWN = ("98", "99")


@rule("NE507", "hs-code-against-category", "warning", alone=True)
def hs_code_against_category(view: View) -> Iterator[Found]:
    """The HS code of an item contradicts its category.

    ## What it does

    Looks up which chapters of the Harmonized System can hold things of the category, with their parts, models and
    remains (a car's engine stands in 84, a stuffed bear in 97), and reports a code in any other. Categories that run
    through all chapters are not judged: `commodity`, `dual_use`, `luxury_good`, `medical`, `technology`, and those of
    your own.

    ## Why it matters

    Sanctions name goods by HS code. A car under 89, ships and boats, falls under no provision on cars.

    ## Example

    ```yaml
    type: item
    id: limousine
    description: A limousine
    category: vehicle
    hs_code: "8903"
    ```

    ## Use instead

    ```yaml
    type: item
    id: limousine
    description: A limousine
    category: vehicle
    hs_code: "8703"
    ```

    ## Source

    World Customs Organization, Harmonized System 2022, titles and notes of sections and chapters.
    """
    for item in view.of(Item):
        if item.hs_code is None or item.category not in FITTING or _may_hold(item.category, item.hs_code):
            continue
        message = (
            f"the HS code {item.hs_code} is of chapter {item.hs_code[:2]}, which holds nothing of the category "
            f"{item.category}; expected a code in {_ranges(item.category)}, or another category"
        )
        yield Found(item, "/hs_code", message)


def _may_hold(category: str, code: str) -> bool:
    return any(code.startswith(fit) or fit.startswith(code) for fit in (*_fits(category), *_OWN))


@lru_cache
def _fits(category: str) -> tuple[str, ...]:
    """Return the chapters and headings that fit, one by one."""
    fits: list[str] = []
    for part in FITTING[category].split():
        first, _, last = part.partition("-")
        fits += [f"{chapter:02}" for chapter in range(int(first), int(last) + 1)] if last else [first]
    return tuple(fits)


def _ranges(category: str) -> str:
    return FITTING[category].replace(" ", ", ")


@rule("NE508", "comparison-lost", "warning", alone=True)
def comparison_lost(view: View) -> Iterator[Found]:
    """The words compare a figure, and the figure is given as exact, or compared the other way.

    ## What it does

    Reads the `text` of a sum or quantity as `parse_money` and `parse_quantity` do. Where the words say more than, at
    least, about, nearly, up to or between, and the comparator is `exact`, which it is by default, the comparison got
    lost; where they say more and the comparator says less, or the reverse, it was turned round. Words that are not
    understood whole are passed over, and so is a value that has no figure.

    ## Why it matters

    "More than $1 million" is not $1 million, and who adds such sums up should know.

    ## Example

    ```yaml
    values:
      - {amount: "1000000", currency: EUR, text: more than 1 million euros}
    ```

    ## Use instead

    ```yaml
    values:
      - {amount: "1000000", comparator: more_than, currency: EUR, text: more than 1 million euros}
    ```

    ## Source

    The model's comparators; Reuters Handbook of Journalism on figures: say whether they are rounded.
    """
    for kind in (Money, Quantity):
        for record, pointer, value in view.parts(kind):
            if value.amount is None or value.text is None:
                continue
            said = _compared(value.text, value.currency) if isinstance(value, Money) else _counted(value.text)
            if said not in {None, "exact"} and (value.comparator == "exact" or {said, value.comparator} in _OPPOSITE):
                message = (
                    f"the words {value.text!r} say {said}, but the comparator of {value.amount} is "
                    f"{value.comparator}; expected the comparator {said}"
                )
                yield Found(record, pointer, message)


_OPPOSITE = [{more, less} for more in ("more_than", "at_least") for less in ("less_than", "at_most")]


@lru_cache(maxsize=4096)
def _compared(text: str, currency: str | None) -> Comparator | None:
    try:
        return parse_money(text, currency=currency).comparator
    except NormalizationError:
        return None


@lru_cache(maxsize=4096)
def _counted(text: str) -> Comparator | None:
    try:
        return parse_quantity(text).comparator
    except NormalizationError:
        return None


@rule("NE509", "currency-from-sign", "warning", alone=True)
def currency_from_sign(view: View) -> Iterator[Found]:
    """A currency was read from a sign that several share, and is not marked as inferred.

    ## What it does

    Reads the `text` of a sum as `parse_money` does. Where its only currency is a bare sign that several currencies
    share (`$`, `¥`, `£`, `₩`, `kr`, `Rs`), the value's `currency` is a conclusion: `currency_basis` has to be
    `inferred`. Signs that name theirs (`US$`, `€`), codes and names are passed over, as are words that are not
    understood whole.

    ## Why it matters

    "$5 million" is a third less in Canadian dollars, and "¥1 billion" twenty times as much in yuan as in yen.

    ## Example

    ```yaml
    values:
      - {amount: "1000000", currency: USD, text: $1 million}
    ```

    ## Use instead

    ```yaml
    values:
      - {amount: "1000000", currency: USD, currency_basis: inferred, text: $1 million}
    ```

    ## Source

    ISO 4217, where codes and not signs name currencies; Unicode CLDR, `narrow` symbols shared by several of them.
    """
    for record, pointer, money in view.parts(Money):
        if money.text is None or money.currency is None or money.currency_basis == "inferred":
            continue
        sign = _SIGN.search(money.text)
        if sign is not None and _is_open(money.text):
            message = (
                f"the currency {money.currency} was read from the sign {sign[0]!r} in {money.text!r}, which other "
                "currencies share; expected currency_basis inferred"
            )
            yield Found(record, f"{pointer}/currency", message)


# Not behind a letter, as in C$: that sign is a name.
_SIGN = regex(r"(?<![^\W\d_])(?:[$¥£₤₩₨₱﷼]|(?:kr|rs|sh)\b\.?)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _is_open(text: str) -> bool:
    """Return whether the words leave it open which currency they mean."""
    try:
        read = parse_money(text)
    except NormalizationError:
        return False
    return read.currency is None or read.currency_basis == "inferred"


@rule("NE510", "impossible-figure", "error", alone=True)
def impossible_figure(view: View) -> Iterator[Found]:
    """A range ends below its start, or a quantity is below zero.

    ## What it does

    Compares `maximum` with `minimum` in sums and quantities, as exact decimals, and `amount`, `minimum` and `maximum`
    of quantities with zero. A sum may be below zero, as a debt is.

    ## Why it matters

    No car is worth at least two million and at most one.

    ## Example

    ```yaml
    quantity: {minimum: "20", maximum: "10", comparator: between, unit: cars}
    ```

    ## Use instead

    ```yaml
    quantity: {minimum: "10", maximum: "20", comparator: between, unit: cars}
    ```

    ## Source

    ISO 80000-1: a count of things is a natural number, a range is given from its lower to its upper end.
    """
    for kind in (Money, Quantity):
        for record, pointer, value in view.parts(kind):
            if _is_below(value.maximum, value.minimum):
                message = f"the maximum {value.maximum} is below the minimum {value.minimum}; expected it above"
                yield Found(record, f"{pointer}/maximum", message)
                continue
            negative = _first_negative(value) if kind is Quantity else None
            if negative is not None:
                message = f"the {negative} of a quantity is {getattr(value, negative)}; expected zero or more"
                yield Found(record, f"{pointer}/{negative}", message)


def _is_below(figure: str | None, other: str | None) -> bool:
    return figure is not None and other is not None and Decimal(figure) < Decimal(other)


def _first_negative(value: Measure) -> str | None:
    return next((name for name in ("amount", "minimum", "maximum") if _is_below(getattr(value, name), "0")), None)
