"""Currencies, by code."""

from typing import Annotated, Any

from typing_extensions import TypeAliasType

from newsevents._data.currency import CURRENCY_CODES
from newsevents._leaf import code_leaf

__all__ = ["CurrencyCode"]


def _currency(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


CurrencyCode = TypeAliasType(
    "CurrencyCode",
    Annotated[
        str,
        code_leaf(
            CURRENCY_CODES, "CurrencyCode", "A currency code: ISO 4217 alphabetic, current or withdrawn.", _currency
        ),
    ],
)
"""A currency: ISO 4217 alphabetic code, current or withdrawn (a report of 1990 counts in `DEM`)."""
