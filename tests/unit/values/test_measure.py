"""Money, quantities and numbers: exact, with the comparison of the words."""

from decimal import Decimal
from numbers import Integral
from typing import Any

import pydantic
import pytest

from newsevents import Age, Item, Money, Place, Quantity, Span


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": "1000000", "comparator": "more_than", "currency": "USD", "currency_basis": "inferred"},
        {"minimum": "1", "maximum": "2", "comparator": "between"},
        {"text": "a fortune"},
        {"amount": "0"},
        {"amount": "-5.20"},
        {"amount": "9" * 40},
    ],
)
@pytest.mark.parametrize("model", [Money, Quantity])
def test_takes_figures(model: type[Money | Quantity], fields: dict[str, str]) -> None:
    """A figure, a range, or words alone."""
    known = {name: value for name, value in fields.items() if name in model.model_fields}
    assert model.model_validate(known).model_dump(exclude_defaults=True) == known


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "an amount is needed"),
        ({"currency": "USD"}, "an amount is needed"),
        ({"comparator": "between", "minimum": "1"}, "between needs minimum and maximum"),
        ({"comparator": "between", "maximum": "1"}, "between needs minimum and maximum"),
        ({"comparator": "between", "minimum": "1", "maximum": "2", "amount": "1"}, "and no amount"),
        ({"minimum": "1", "text": "x"}, "go with the comparator between alone"),
        ({"maximum": "1", "amount": "1"}, "go with the comparator between alone"),
    ],
)
def test_refuses_half_figures(fields: dict[str, str], reason: str) -> None:
    """A range has two ends and no amount, and nothing else has ends."""
    with pytest.raises(pydantic.ValidationError, match=reason):
        Money.model_validate(fields)


@pytest.mark.parametrize("given", [5, Decimal(5), Decimal("5E0")])
def test_exact_numbers_are_written_out(given: Any) -> None:
    """An int and a `Decimal` become digits."""
    assert Money(amount=given).amount == "5"
    assert Money(amount=Decimal("1E+3")).amount == "1000"
    assert Money(amount=Decimal("-0")).amount == "0"
    assert Money(amount=10**30).amount == "1" + "0" * 30
    assert Money(amount=Decimal("1E-30")).amount == "0." + "0" * 29 + "1"
    assert Item(id="i", description="coal", quantity=given).quantity == Quantity(amount="5")


class Other:
    """An integer of another library, as those of NumPy are."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __int__(self) -> int:
        return self.value


Integral.register(Other)


def test_integers_of_other_libraries() -> None:
    """Columns of a frame hold integers that are no `int`."""
    assert Money(amount=Other(5)).amount == "5"
    assert Item(id="i", description="coal", quantity=Other(5)).quantity == Quantity(amount="5")


@pytest.mark.parametrize(
    "given",
    [10**42, -(10**42), 10**5000, Decimal("1E+99999999999"), Decimal("1E-99999999999"), Decimal("0E-9999999")],
    ids=lambda given: type(given).__name__,
)
def test_numbers_without_end(given: Any) -> None:
    """They are refused with the limit, and not written out before."""
    with pytest.raises(pydantic.ValidationError, match="at most 42 characters"):
        Money(amount=given)


@pytest.mark.parametrize(
    "given", [1.5, True, Decimal("NaN"), Decimal("Infinity"), "1e3", "1,000", "01", "-0", ".5", "5.", " 5", "5\n", "٥"]
)
def test_no_float_and_no_other_writing(given: Any) -> None:
    """A float is never money; neither is a number in another writing."""
    with pytest.raises(pydantic.ValidationError, match="a decimal number as text"):
        Money(amount=given)


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("1.0", 1), ("1e2", 100)])
def test_integers_are_those_of_json_schema(text: str, value: int) -> None:
    """1.0 and 1e2 are integers."""
    span = Span.model_validate_json(f'{{"start": 0, "end": {text}}}')
    assert span.end == value
    assert type(span.end) is int


@pytest.mark.parametrize("text", ['"1"', "true", "1.5", "-1", "null", "9007199254740992", "1e300", "1" * 400])
def test_what_is_no_count(text: str) -> None:
    """Text, booleans, fractions, negatives and numbers that no JSON reader holds exactly are refused."""
    with pytest.raises(pydantic.ValidationError, match="a whole number from 0"):
        Span.model_validate_json(f'{{"start": 0, "end": {text}}}')


def test_ages_and_degrees() -> None:
    """Bounds hold on both ends."""
    assert Age(years=40, as_of="2024-03-16").years == 40
    assert Place(name="x", latitude=-90, longitude=180).latitude == -90
    for wrong in ({"latitude": 90.1}, {"longitude": -180.1}, {"latitude": "1"}, {"latitude": float("nan")}):
        with pytest.raises(pydantic.ValidationError, match="degrees"):
            Place.model_validate({"name": "x", **wrong})
