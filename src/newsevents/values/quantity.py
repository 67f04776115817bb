"""Quantities: how many, how much."""

from typing import Annotated, Any

from pydantic import Field

from newsevents._leaf import Friendly, Opt
from newsevents.values.measure import Measure, compared, unmistakable
from newsevents.values.number import is_exact
from newsevents.values.text import Text

__all__ = ["Quantity", "QuantityLike", "format_quantity", "parse_quantity"]


class Quantity(Measure):
    """How many or how much: a pair of dogs, dozens of cars, 40 tonnes of coal."""

    unit: Opt[Text] = Field(
        default=None, description="What is counted or measured in, such as tonnes, barrels or pairs."
    )
    text: Opt[Text] = Field(
        default=None, description="The source's own words for the quantity, such as dozens of cars."
    )


def parse_quantity(text: str) -> Quantity:
    """Read how many or how much from the words of a report; never guess.

    The number must be understood whole; what is counted stays in the source's words.

    Args:
        text: The words, such as `"a pair of dogs"`, `"at least 3,000 barrels"`, `"10 to 20 cars"`.

    Returns:
        The quantity. A bare plural is the least it can mean ("dozens" is at least 24); where no figure is said
        ("several cars") there are words alone. Its `text` keeps the words, unless they are what `format_quantity`
        writes.

    Raises:
        UnreadableQuantityError: No quantity is read from the words (`unreadable_quantity`).
        AmbiguousQuantityError: Several are, as from 1.234 tonnes (`ambiguous_quantity`).

    >>> parse_quantity("dozens of luxury cars").model_dump(exclude_none=True)
    {'amount': '24', 'comparator': 'at_least', 'unit': 'luxury cars', 'text': 'dozens of luxury cars'}

    .. versionadded:: 0.1
    """
    # What reads words is loaded when it is first needed.
    from newsevents.values._quantity_words import read  # noqa: PLC0415

    fields = {name: value for name, value in read(text).items() if value is not None}
    words = text.strip()
    if _canonical(fields) != words:
        fields["text"] = words
    return Quantity.model_validate(fields)


def format_quantity(quantity: Quantity) -> str:
    """Write *quantity* in the words that `parse_quantity` reads as itself.

    >>> format_quantity(parse_quantity("a pair of dogs"))
    '2 dogs'

    .. versionadded:: 0.1
    """
    if quantity.text is not None and quantity.amount is None and quantity.minimum is None:
        return quantity.text
    return _canonical(quantity.model_dump(exclude_none=True))


def _canonical(fields: dict[str, Any]) -> str:
    ends = [unmistakable(fields[name]) for name in ("amount", "minimum", "maximum") if name in fields]
    told = compared(fields.get("comparator", "exact"), ends) if ends else ""
    return f"{told} {fields['unit']}" if "unit" in fields else told


def _quantity(value: Any) -> Any:
    if is_exact(value):
        return {"amount": value}
    return parse_quantity(value) if isinstance(value, str) else value


QuantityLike = Annotated[Quantity, Friendly(_quantity)]
"""A field of type `Quantity` that on the Python path also takes an integer, a `decimal.Decimal`, or words as
`parse_quantity` reads them."""
