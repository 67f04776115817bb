"""Quantities in words: what they say, as the fields of `Quantity`."""

from collections.abc import Sequence
from typing import Any, NoReturn

from newsevents.errors import AmbiguousQuantityError, UnreadableQuantityError
from newsevents.values import _quantity_reader as reader
from newsevents.values._amount import shifted, style_of, written
from newsevents.values._amount_scan import LONGEST, quoted

__all__ = ["read"]


def read(text: str) -> dict[str, Any]:
    """Return the fields that `parse_quantity` reads from words, `None` among them; `text` where there are words alone.

    Raises what `parse_quantity` does.
    """
    words = text.strip()
    fields = _read(words) if 0 < len(words) <= LONGEST else None
    if fields is None:
        raise UnreadableQuantityError(f"no quantity is read from {quoted(words)}", text)
    return fields


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
    if counted.ends[0].may_share_thousands(counted.ends[1]):
        in_thousands = written([shifted(values[0][0], 3)], as_said=False)
        _several(words, (*amounts[0], *in_thousands), "its lower end may be in thousands")
    return fields | {"minimum": amounts[0][0], "maximum": amounts[1][0]}


def _several(words: str, amounts: Sequence[str], why: str) -> NoReturn:
    message = f"{quoted(words)} is {' or '.join(amounts)}: {why}"
    raise AmbiguousQuantityError(message, words, candidates=amounts)
