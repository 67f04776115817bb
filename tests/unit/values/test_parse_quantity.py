"""Quantities in the words of reports: what is read, what is refused, and what is left open."""

from pathlib import Path

import pydantic
import pytest
from pydantic import BaseModel

from newsevents.errors import AmbiguousQuantityError, UnreadableQuantityError
from newsevents.values._amount_words import NUMBERS_ELSEWHERE
from newsevents.values.quantity import Quantity, QuantityLike, format_quantity, parse_quantity

TABLE = (Path(__file__).parent / "quantities.txt").read_text(encoding="utf-8")


def rows(section: str) -> list[tuple[str, str]]:
    """Return the two sides of each line of a section of the table."""
    lines = TABLE.partition(f"[{section}]\n")[2].partition("\n\n")[0].splitlines()
    return [(words, said) for words, _, said in (line.partition(" => ") for line in lines)]


def told(quantity: Quantity) -> str:
    """Write *quantity* as the table does."""
    amount = quantity.amount or (f"{quantity.minimum}..{quantity.maximum}" if quantity.minimum else "?")
    return " | ".join([amount, quantity.comparator, quantity.unit or ""]).rstrip(" |")


@pytest.mark.parametrize(("words", "said"), rows("read"))
def test_reads_what_is_said(words: str, said: str) -> None:
    """Amount, comparison and what is counted; the words are kept."""
    quantity = parse_quantity(words)
    assert told(quantity) == said
    assert quantity.text in {words, None}


@pytest.mark.parametrize(("words", "_"), rows("read"))
def test_what_was_read_is_read_as_itself(words: str, _: str) -> None:
    """Written out, a quantity is read as the same quantity, and its writing no longer changes."""
    quantity = parse_quantity(words)
    again = parse_quantity(format_quantity(quantity))
    assert told(again) == told(quantity)
    assert format_quantity(again) == format_quantity(quantity)


@pytest.mark.parametrize(("words", "amounts"), rows("ambiguous"))
def test_says_no_where_two_quantities_are_meant(words: str, amounts: str) -> None:
    """Both readings are told, and neither is taken."""
    with pytest.raises(AmbiguousQuantityError) as caught:
        parse_quantity(words)
    assert " or ".join(caught.value.candidates) == amounts


@pytest.mark.parametrize(("words", "_"), [*rows("refused"), ("", ""), (" ", ""), ("5 " + "cars " * 200, "")])
def test_refuses_what_is_no_quantity(words: str, _: str) -> None:
    """Money, shares, dates, clauses and unknown numbers are no quantities."""
    with pytest.raises(UnreadableQuantityError, match="no quantity is read from"):
        parse_quantity(words)


@pytest.mark.parametrize("number", NUMBERS_ELSEWHERE.split("|"))
def test_counts_no_number_of_another_language(number: str) -> None:
    """A thousand in a language whose numbers are not read is no thing that is counted."""
    for word in (number, number.capitalize()):
        with pytest.raises(UnreadableQuantityError):
            parse_quantity(f"5 {word} xyz")


@pytest.mark.parametrize(
    "words", ["2 dogs", "40", "more than 40 tonnes of coal", "between 10 and 20 cars", "about 5.5 t"]
)
def test_canonical_words_are_not_kept(words: str) -> None:
    """What says no more than the fields do is not kept beside them."""
    quantity = parse_quantity(words)
    assert quantity.text is None
    assert format_quantity(quantity) == words


def test_three_decimals_are_written_as_no_group() -> None:
    """A quantity that was not read from words is written so that it is read as itself, too."""
    words = format_quantity(Quantity(amount="1.234", unit="tonnes"))
    assert words == "1.2340 tonnes"
    assert parse_quantity(words).amount == "1.2340"


def test_words_alone() -> None:
    """Where no figure is said, the words are the quantity."""
    assert parse_quantity("several dogs") == Quantity(text="several dogs", unit="dogs")
    assert format_quantity(Quantity(text="a menagerie")) == "a menagerie"
    assert parse_quantity("a few").text == "a few"


class Counted(BaseModel):
    """A model with a quantity."""

    quantity: QuantityLike


def test_fields_take_words_and_whole_numbers() -> None:
    """On the Python path a field takes words or an int, on the JSON path canonical objects only."""
    assert Counted.model_validate({"quantity": "a pair of dogs"}).quantity == parse_quantity("a pair of dogs")
    assert Counted.model_validate({"quantity": 24}).quantity == Quantity(amount="24")
    assert Counted(quantity=Quantity(amount="5")).quantity.amount == "5"
    for text in ('{"quantity": "2 dogs"}', '{"quantity": 2}'):
        with pytest.raises(pydantic.ValidationError):
            Counted.model_validate_json(text)
    for value, code in [("cars", "unreadable_quantity"), ("1.234 t", "ambiguous_quantity"), (True, "model_type")]:
        with pytest.raises(pydantic.ValidationError) as caught:
            Counted.model_validate({"quantity": value})
        assert caught.value.errors()[0]["type"] == code
