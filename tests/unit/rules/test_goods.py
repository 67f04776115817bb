"""NE5, goods: laws, corners and messages that the corpus does not show."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsevents import Dossier, Item, Money, Quantity, Transfer, parse_money, parse_quantity
from newsevents.errors import NormalizationError
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.rules import check
from newsevents.rules.goods import FITTING
from newsevents.testing import values


def found(code: str, record: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of this record."""
    return check(Dossier(id="d", records=[record]), select=[code])


def item(**fields: Any) -> Item:
    """Return an item."""
    return Item.model_validate({"type": "item", "id": "i", "description": "goods", **fields})


# The chapters in which the plain things themselves stand.
OWN = [
    ("vehicle", "8703"),
    ("vessel", "8901"),
    ("aircraft", "8802"),
    ("rail", "8601"),
    ("animal", "0106"),
    ("arms", "9301"),
    ("ammunition", "9306"),
    ("fuel", "2710"),
    ("artwork", "9701"),
    ("jewelry", "7113"),
    ("document", "4907"),
    ("money", "7118"),
    ("food", "1905"),
]


@pytest.mark.parametrize(("category", "code"), OWN)
def test_things_stand_in_their_chapters_and_not_in_each_others(category: str, code: str) -> None:
    """In the chapter, the heading or any subheading; and what moves is in no chapter of what moves otherwise."""
    for digits in (2, 4):
        assert found("NE507", item(category=category, hs_code=code[:digits])) == []
    assert found("NE507", item(category=category, hs_code=f"{code}99")) == []
    others = {other for name, other in OWN[:4] if name != category}
    # Arms move in every way, trains are vehicles, too, and some ammunition flies.
    allowed = {"arms": others, "vehicle": {"8601"}, "ammunition": {"8802"}}.get(category, set())
    assert {other for other in others if not found("NE507", item(category=category, hs_code=other))} == allowed


def test_every_chapter_that_fits_is_one() -> None:
    """The table holds chapters 01 to 97, in order, or headings in them; 98 and 99 fit everywhere."""
    for fitting in FITTING.values():
        firsts = [int(part[:2]) for part in fitting.split()]
        assert firsts == sorted(firsts)
        assert all(1 <= first <= 97 for first in firsts)
    assert found("NE507", item(category="animal", hs_code="9903")) == []


@pytest.mark.parametrize("category", [category for category, _ in OWN])
def test_a_live_horse_is_an_animal(category: str) -> None:
    """Or, to the customs, food, and nothing else."""
    assert bool(found("NE507", item(category=category, hs_code="0101"))) is (category not in {"animal", "food"})


@pytest.mark.parametrize("category", ["commodity", "luxury_good", "technology", "own_word"])
def test_a_category_of_every_chapter_is_not_judged(category: str) -> None:
    """Nor one that is the author's own."""
    assert found("NE507", item(category=category, hs_code="8703")) == []


def test_the_message_names_code_category_and_what_fits() -> None:
    """So that the reader sees which of the two is wrong."""
    (finding,) = found("NE507", item(category="food", hs_code="8703"))
    assert "8703 is of chapter 87, which holds nothing of the category food" in finding.message
    assert "expected a code in 01-25, 28-30, 33, 35, 38, or another category" in finding.message


@pytest.mark.parametrize("text", ["more than EUR 1 million", "about 40 cars", "$5 million", "50 kr", "dozens of cars"])
def test_what_the_parsers_read_is_clean(text: str) -> None:
    """A value that was read from words keeps their comparison and marks what it concludes."""
    for read, field in ((parse_money, "values"), (parse_quantity, "quantity")):
        try:
            value = read(text)
        except NormalizationError:
            continue
        record = item(**{field: [value] if field == "values" else value})
        assert check(Dossier(id="d", records=[record]), select=["NE508", "NE509", "NE510"]) == []


def test_every_sum_counts_wherever_it_stands() -> None:
    """Not only what an item is worth."""
    told = {"money": {"amount": "5", "currency": "USD", "text": "about $5"}}
    transfer = Transfer.model_validate(
        {"type": "transfer", "id": "t", "mode": "sale", "item_ids": ["i"], "consideration": told}
    )
    (lost,), (sign,) = found("NE508", transfer), found("NE509", transfer)
    assert lost.pointer == "/records/0/consideration/money"
    assert "say about, but the comparator of 5 is exact; expected the comparator about" in lost.message
    assert "USD was read from the sign '$' in 'about $5'" in sign.message


@pytest.mark.parametrize("text", ["1.234 kr", "a sum in $", "$ and $"])
def test_words_that_are_not_understood_say_nothing(text: str) -> None:
    """Neither of a comparison nor of a currency."""
    worth = item(values=[{"amount": "1234", "currency": "NOK", "text": text}], quantity={"amount": "2", "text": text})
    assert found("NE508", worth) == found("NE509", worth) == []


@given(values(Money) | values(Quantity))
def test_figures_are_compared_as_decimals(value: Money | Quantity) -> None:
    """A range is wrong if its end is below its start, a quantity if a figure is below zero, whatever the digits."""
    record = item(values=[value]) if isinstance(value, Money) else item(quantity=value)
    low, high = (None if end is None else Decimal(end) for end in (value.minimum, value.maximum))
    is_reversed = low is not None and high is not None and high < low
    figures = [Decimal(each) for each in (value.amount, value.minimum, value.maximum) if each is not None]
    is_negative = isinstance(value, Quantity) and any(figure < 0 for figure in figures)
    assert len(found("NE510", record)) == (is_reversed or is_negative)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-9999, max_value=9999))
def test_a_figure_meets_itself(figure: Decimal) -> None:
    """A range of one figure is no fault, with one zero more or less."""
    assume(figure >= 0)
    ends = {"minimum": f"{figure:f}", "maximum": f"{figure:f}0", "comparator": "between"}
    assert found("NE510", item(quantity=ends)) == []
