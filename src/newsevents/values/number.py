"""Numbers: exact decimals as text, counts, and places in a text."""

from decimal import Decimal as _Decimal
from numbers import Integral
from typing import Annotated, Any, TypeGuard

from pydantic_core import core_schema as cs
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Leaf, ascii_leaf, whole_leaf

__all__ = ["Count", "Decimal", "Latitude", "Longitude", "Offset", "YesNo"]


_LONGEST = 42


def is_exact(value: Any) -> TypeGuard[Integral | _Decimal]:
    """Return whether a value is a number that is exactly what it says: an integer of any library, or a `Decimal`."""
    return not isinstance(value, bool) and isinstance(value, Integral | _Decimal)


def _decimal(value: Any) -> Any:
    """Write an exact number out in digits; a float stays one and is refused, as does what has far too many digits."""
    if not is_exact(value):
        return value
    if isinstance(value, Integral):
        whole = int(value)
        return str(whole) if abs(whole) < 10**_LONGEST else value  # format(value, "f") would go through float
    return format(value or abs(value), "f") if value.is_finite() and abs(value.adjusted()) < _LONGEST else value


Decimal = TypeAliasType(
    "Decimal",
    Annotated[
        str,
        ascii_leaf(
            _pattern.DECIMAL,
            'A decimal number as text, such as "1000000" or "2.50", without exponent or separators.',
            longest=_LONGEST,
            normalize=_decimal,
        ),
    ],
)
"""A decimal number as text, such as `"1000000"`: no exponent, no separators, at most 42 characters: 40 digits, a sign
and a point."""

_LARGEST = 2**53 - 1

Offset = TypeAliasType(
    "Offset",
    Annotated[int, whole_leaf(0, _LARGEST, "A whole number from 0: a place in a text, in Unicode code points.")],
)
"""A place in a text: 0-based, in Unicode code points."""

Count = TypeAliasType("Count", Annotated[int, whole_leaf(0, _LARGEST, "A whole number from 0: how many.")])
"""How many; from 0 to 2^53 - 1, what every JSON reader holds exactly."""

YesNo = Annotated[bool, Leaf(cs.bool_schema(strict=True), {"type": "boolean"})]
"""True or false, and nothing that merely looks like it."""


def _degrees(limit: int) -> Leaf:
    return Leaf(
        cs.float_schema(strict=True, ge=-limit, le=limit, allow_inf_nan=False),
        {
            "type": "number",
            "minimum": -limit,
            "maximum": limit,
            "description": f"A number of degrees (WGS 84) from -{limit} to {limit}.",
        },
    )


Latitude = TypeAliasType("Latitude", Annotated[float, _degrees(90)])
"""Decimal degrees (WGS 84), north positive."""

Longitude = TypeAliasType("Longitude", Annotated[float, _degrees(180)])
"""Decimal degrees (WGS 84), east positive."""
