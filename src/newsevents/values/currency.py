"""Currencies, by code."""

from typing import Annotated, Any

from typing_extensions import TypeAliasType

from newsevents._data.currency import CURRENCY_CODES
from newsevents._leaf import code_leaf

__all__ = ["THREE_DECIMALS", "CurrencyCode"]

THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""Their 1.234 has three decimals; that of others is 1234 to one reader and 1.234 to another."""
_KNOWN = frozenset(CURRENCY_CODES)


def _currency(value: Any) -> Any:
    """Let people write "usd", "euros" or "Japanese yen"; what several currencies share, as "$", is refused."""
    if not isinstance(value, str) or value.upper() in _KNOWN:
        return value.upper() if isinstance(value, str) else value
    from newsevents.values._amount_lexicon import currency_code  # noqa: PLC0415  (many words, for few values)

    return currency_code(value) or value.upper()


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
