"""What the signs and names of currencies mean, and what settles those that several share."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from newsevents._data.country import COUNTRY_CODES
from newsevents._data.currency import CURRENCY_CODES
from newsevents.values._amount_scan import Senses

__all__ = ["Currency", "checked", "code_senses", "currencies", "named", "names", "tender"]


class Currency(NamedTuple):
    """The currencies that words may mean.

    Attributes:
        codes: Their codes.
        default: The one to take as inferred where nothing settles it.
        stated: Whether the words leave no doubt.
        minor: How many decimals the words' own unit is down: 2 for cents.
        before: Whether the words may stand before a number.
    """

    codes: tuple[str, ...]
    default: str | None = None
    stated: bool = False
    minor: int = 0
    before: bool = False
    is_code: bool = False

    def and_also(self, other: "Currency") -> "Currency | None":
        """Return what both mean together; `None` where they contradict each other."""
        codes = tuple(code for code in self.codes if code in other.codes)
        if not codes:
            return None
        default = next((one for one in (self.default, other.default) if one in codes), None)
        return Currency(
            codes,
            default,
            stated=self.stated or other.stated or (len(codes) == 1 and default is None),
            minor=max(self.minor, other.minor),
        )

    def settle(self, code: str | None, country: str | None) -> tuple[str | None, Literal["inferred"] | None]:
        """Return the currency and how it is known, with *code* and *country* as hints.

        A hint that the words rule out is not used: no hint makes pounds of euros.
        """
        if self.stated:
            return self.codes[0], None
        if code in self.codes:
            return code, "inferred"
        here = [one for one in tender(country) if one in self.codes]
        if len(here) == 1:
            return here[0], "inferred"
        return (self.default, "inferred") if self.default else (None, None)


def tender(country: str | None) -> tuple[str, ...]:
    """Return what is legal tender in *country*."""
    if country is None:
        return ()
    from newsevents._data.currency_tender import TENDER  # noqa: PLC0415  (needed by few; imported by all)

    return tuple(TENDER.get(country, "").split())


def checked(currency: str | None, country: str | None) -> tuple[str | None, str | None]:
    """Return the two hints in capitals.

    Raises:
        ValueError: One of them is no code.
    """
    code = currency and currency.upper()
    where = country and country.upper()
    if code is not None and code not in CURRENCY_CODES:
        raise ValueError(f"{currency!r} is no currency code (ISO 4217)")
    if where is not None and where not in COUNTRY_CODES:
        raise ValueError(f"{country!r} is no country code (ISO 3166-1 alpha-2)")
    return code, where


def currencies(codes: str, *, before: bool = False, minor: int = 0) -> Currency:
    """Return the currencies of a row of the tables."""
    every = tuple(code.rstrip("?") for code in codes.split())
    default = every[0] if "?" in codes else None
    return Currency(every, default, stated=len(every) == 1 and default is None, minor=minor, before=before)


@cache
def code_senses() -> Mapping[str, Senses]:
    """Return what the codes themselves mean, in capitals."""
    return {code: {"currency": Currency((code,), stated=True, before=True, is_code=True)} for code in CURRENCY_CODES}


def names() -> Mapping[str, str]:
    """Return the codes that the names of currencies mean, in many languages."""
    from newsevents._data.currency_names import CURRENCY_NAMES  # noqa: PLC0415  (large; few texts need it)

    return CURRENCY_NAMES


def named(name: str) -> Currency | None:
    """Return what the folded *name* of a currency means; `None` where it is no such name."""
    codes = names().get(name)
    return currencies(codes) if codes else None
