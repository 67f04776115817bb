"""Quantities: how many, how much."""

from collections.abc import Sequence
from typing import Annotated, Any, NoReturn

from pydantic import Field

from newsevents._leaf import Friendly, Opt
from newsevents.errors import AmbiguousQuantityError, UnreadableQuantityError
from newsevents.values import _quantity_reader as reader
from newsevents.values._amount import shifted, style_of, written
from newsevents.values._amount_scan import LONGEST, quoted
from newsevents.values.measure import Measure, compared
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
    words = text.strip()
    fields = _read(words) if 0 < len(words) <= LONGEST else None
    if fields is None:
        raise UnreadableQuantityError(f"no quantity is read from {quoted(words)}", text)
    fields = {name: value for name, value in fields.items() if value is not None}
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
    ends = [fields[name] for name in ("amount", "minimum", "maximum") if name in fields]
    told = compared(fields.get("comparator", "exact"), ends) if ends else ""
    return f"{told} {fields['unit']}" if "unit" in fields else told


def _read(words: str) -> dict[str, Any] | None:
    phrases = reader.Phrases(words)
    if found := reader.set_of(phrases):
        return {"amount": str(found[0]), "unit": found[1]}
    counted = reader.counted_words(words)
    if counted:
        return _fields(counted, words)
    if order := reader.order_of(phrases):
        return {"amount": str(order[0]), "unit": order[1], "comparator": "at_least"}
    is_vague, unit = reader.vague(phrases)
    return {"unit": unit, "text": words} if is_vague else None


def _fields(counted: reader.Counted, words: str) -> dict[str, Any] | None:
    style = style_of(counted.tokens)
    values = [figure.values(style) for figure in counted.ends]
    amounts = [written(each, as_said=figure.as_said) for each, figure in zip(values, counted.ends, strict=True) if each]
    if len(amounts) < len(values) or not all(amounts):
        return None
    for several in amounts:
        if len(several) > 1:
            _several(words, several, "its mark may group digits or part decimals")
    letters = [token for token in counted.tokens if token.shown in {"m", "M"}]
    if letters and (counted.unit is None or letters[0].spaced):
        meters = format(shifted(values[-1][0], -6), "f")
        _several(words, [meters, amounts[-1][0]], "m may be meters or millions")
    fields: dict[str, Any] = {"comparator": counted.comparator, "unit": counted.unit}
    if len(amounts) == 1:
        return fields | {"amount": amounts[0][0]}
    if not values[0][0] < values[1][0]:
        return None
    return fields | {"minimum": amounts[0][0], "maximum": amounts[1][0]}


def _several(words: str, amounts: Sequence[str], why: str) -> NoReturn:
    message = f"{quoted(words)} is {' or '.join(amounts)}: {why}"
    raise AmbiguousQuantityError(message, words, candidates=amounts)


def _quantity(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return {"amount": value}
    return parse_quantity(value) if isinstance(value, str) else value


QuantityLike = Annotated[Quantity, Friendly(_quantity)]
"""A field of type `Quantity` that on the Python path also takes an int, or words as `parse_quantity` reads them."""
