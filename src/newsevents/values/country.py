"""Countries, by code. This is the one place that turns what people write into a code."""

from functools import cache
from typing import Annotated, Any

from typing_extensions import TypeAliasType

from newsevents._data.country import COUNTRY_CODES
from newsevents._leaf import code_leaf
from newsevents.errors import UnknownCountryError

__all__ = ["CountryCode"]


def _country(value: Any) -> Any:
    """Return the code for an ISO code in any case or an ISO name; whatever is no text passes through."""
    if not isinstance(value, str):
        return value
    found = _known().get(" ".join(value.casefold().split()))
    if found is None:
        raise UnknownCountryError(f"no country is known as {value!r}; write an ISO 3166 code such as KP", value)
    return found


@cache
def _known() -> dict[str, str]:
    """Return the ISO names and codes that pycountry knows, folded, with their codes."""
    import pycountry  # noqa: PLC0415  (its databases are read when the first name is asked for)

    known: dict[str, str] = {}
    for country in pycountry.countries:
        for field in ("alpha_3", "numeric", "name", "official_name", "common_name"):
            if name := getattr(country, field, None):
                known[name.casefold()] = country.alpha_2
    # Codes go last: they win over names.
    known.update((code.casefold(), code) for code in COUNTRY_CODES)
    return known


CountryCode = TypeAliasType(
    "CountryCode",
    Annotated[
        str,
        code_leaf(
            COUNTRY_CODES,
            "CountryCode",
            "A country code: ISO 3166-1 alpha-2, XK for Kosovo, or ISO 3166-3 alpha-4 for a former country.",
            _country,
        ),
    ],
)
"""A country: ISO 3166-1 alpha-2, `XK` for Kosovo, or the ISO 3166-3 alpha-4 code of a former country (`SUHH`).

On the Python path codes in any case, alpha-3, numeric and ISO names are taken too.
"""
