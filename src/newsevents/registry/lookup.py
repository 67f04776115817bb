"""Looking things up in the registry: by key, and by what may bear on an act. It never says what an act amounts to."""

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol, TypeVar

from newsevents.errors import UnknownRegistryKeyError
from newsevents.registry._bodies import BODIES
from newsevents.registry._provisions import INSTRUMENTS, PROVISIONS
from newsevents.registry._regimes import FOUNDING, REGIMES
from newsevents.registry._row import Body, HsRange, Instrument, PermanentMember, Provision, Regime, Seats
from newsevents.values.country import normalize_country
from newsevents.values.when import When, parse_when

__all__ = [
    "Goods",
    "applicable_provisions",
    "bodies",
    "body",
    "find_body",
    "find_instrument",
    "find_provision",
    "find_regime",
    "instrument",
    "instruments",
    "may_hold",
    "permanent_members",
    "provision",
    "provisions",
    "ranges",
    "regime",
    "regimes",
]

T = TypeVar("T")

_REGIMES = {key: row for row in REGIMES for key in (row.key, *row.also)}
_BODIES = {row.key: row for row in BODIES}
_INSTRUMENTS = {key: row for row in (*INSTRUMENTS, *FOUNDING) for key in (row.key, row.symbol)}
_PROVISIONS = {row.key: row for row in PROVISIONS}

# Where items of a category stand in the Harmonized System, for those that have no code.
_HEADINGS = {"rail": "86", "vehicle": "87", "aircraft": "88", "vessel": "89", "jewelry": "7113"}


class Goods(Protocol):
    """What is asked of an item: an `Item` has it."""

    @property
    def hs_code(self) -> str | None:
        """Its code in the Harmonized System."""
        ...

    @property
    def category(self) -> str | None:
        """What sort of thing it is."""
        ...

    @property
    def is_luxury(self) -> bool | None:
        """Whether the source calls it a luxury."""
        ...


def regime(key: str) -> Regime:
    """Return the regime with this key, such as `UN-SC1718`.

    Raises:
        UnknownRegistryKeyError: The registry has no such regime (`unknown_registry_key`); `suggestions` has near keys.

    >>> from newsevents.registry import regime
    >>> regime("UN-SC1718").targets
    ('KP',)

    .. versionadded:: 0.1
    """
    return _found(key, _REGIMES, "regime")


def regimes() -> tuple[Regime, ...]:
    """Return every regime of the registry."""
    return REGIMES


def body(key: str) -> Body:
    """Return the body with this key, such as `un-security-council`.

    Raises:
        UnknownRegistryKeyError: The registry has no such body (`unknown_registry_key`); `suggestions` has near keys.

    >>> from newsevents.registry import body
    >>> body("un-1718-panel-of-experts").until
    '2024-04-30'

    .. versionadded:: 0.1
    """
    return _found(key, _BODIES, "body")


def bodies() -> tuple[Body, ...]:
    """Return every body of the registry."""
    return BODIES


def instrument(key: str) -> Instrument:
    """Return the instrument with this key or symbol, such as `S/RES/1718` or `S/RES/1718 (2006)`.

    Raises:
        UnknownRegistryKeyError: The registry has no such instrument (`unknown_registry_key`); `suggestions` has near
            keys.

    >>> from newsevents.registry import instrument
    >>> instrument("S/RES/2397").adopted
    '2017-12-22'

    .. versionadded:: 0.1
    """
    return _found(key, _INSTRUMENTS, "instrument")


def instruments() -> tuple[Instrument, ...]:
    """Return every instrument of the registry."""
    return (*INSTRUMENTS, *FOUNDING)


def provision(key: str) -> Provision:
    """Return the provision with this key, such as `S/RES/2397#7`: the instrument, `#` and the paragraph.

    Raises:
        UnknownRegistryKeyError: The registry has no such provision (`unknown_registry_key`); `suggestions` has near
            keys. It knows few, so that this says nothing of whether there is one.

    >>> from newsevents.registry import provision
    >>> provision("S/RES/2397#7").checked
    'partly'

    .. versionadded:: 0.1
    """
    return _found(key, _PROVISIONS, "provision")


def provisions() -> tuple[Provision, ...]:
    """Return every provision of the registry."""
    return PROVISIONS


def permanent_members(when: When | dt.date | str | None = None) -> tuple[str, ...]:
    """Return the permanent members of the Security Council at a time, by country.

    Args:
        when: The time, as a `When`, a date, EDTF or words. Of a time that is not known to the day, everybody is
            returned who may have been a permanent member then. `None` is today.

    Returns:
        Codes of countries, with `SUHH` until 1991-12-24 and `RU` from then on; `TW`, the Republic of China, until
        1971-10-25 and `CN` from then on.

    Raises:
        NormalizationError: *when* is text from which no time is read.

    >>> from newsevents.registry import permanent_members
    >>> permanent_members("1984-10-03")
    ('CN', 'FR', 'GB', 'SUHH', 'US')

    .. versionadded:: 0.1
    """
    time = _time(dt.datetime.now(dt.UTC).date() if when is None else when)
    return tuple(row.country for row in _BODIES["un-security-council"].permanent_members if may_hold(row, time))


def applicable_provisions(
    item: Goods,
    destination: str | None = None,
    when: When | dt.date | str | None = None,
    *,
    origin: str | None = None,
) -> tuple[Provision, ...]:
    """Return the provisions of the registry that may bear on bringing an item somewhere, for a researcher to check.

    That one is named here says nothing of whether an act breaches it; that none is, says only that this registry, which
    is small, knows none. Look at `checked`, `note`, `exceptions` and `is_exhaustive` of each.

    Args:
        item: The item. Its code of the Harmonized System counts, or its category where that says as much, and whether
            it is called a luxury.
        destination: The country to which it goes, as a code or a name; `None` if that is not known.
        when: The time, as a `When`, a date, EDTF or words; `None` if that is not known.
        origin: The country from which it comes, as for *destination*.

    Returns:
        The provisions in the order of their dates, without those that the place or the time certainly excludes. What is
        not known excludes nothing.

    Raises:
        NormalizationError: A country or a time was not understood.

    >>> from newsevents import Item
    >>> from newsevents.registry import applicable_provisions
    >>> limousine = Item(id="limousine", description="a limousine", hs_code="8703")
    >>> [row.key for row in applicable_provisions(limousine, destination="KP", when="2024-02")]
    ['S/RES/1718#8(a)(iii)', 'S/RES/2094#23', 'S/RES/2397#7']
    >>> applicable_provisions(limousine, origin="KP", destination="RU", when="2024-02")
    ()

    .. versionadded:: 0.1
    """
    start = None if origin is None else normalize_country(origin)
    end = None if destination is None else normalize_country(destination)
    time = None if when is None else _time(when)
    return tuple(
        row
        for row in PROVISIONS
        if start != row.target and end in {None, row.target} and may_hold(row, time) and _bears_on(row, item)
    )


def _bears_on(row: Provision, item: Goods) -> bool:
    if row.is_luxury and (item.is_luxury or item.category == "luxury_good"):
        return True
    code = item.hs_code or _HEADINGS.get(item.category or "")
    return code is not None and any(part.may_contain(code) for part in ranges(row))


def ranges(row: Provision) -> tuple[HsRange, ...]:
    """Return the ranges of goods that a provision names, with those of the provisions that it is read with."""
    return (*row.hs, *(part for key in row.read_with for part in _PROVISIONS[key].hs))


def may_hold(row: Provision | PermanentMember | Seats, time: When | None) -> bool:
    """Return whether what a row says may have held at a time; an unknown one excludes nothing."""
    if time is None:
        return True
    is_over = row.until is not None and day(row.until).certainly_before(time)
    return not is_over and not time.certainly_before(day(row.since))


@cache
def day(text: str) -> When:
    """Return a day of the registry as a time."""
    return When(edtf=text)


def _time(when: When | dt.date | str) -> When:
    if isinstance(when, When):
        return when
    return parse_when(when) if isinstance(when, str) else When(edtf=when.isoformat())


# --- by key -----------------------------------------------------------------------------------------------------------


def find_regime(key: str | None) -> Regime | None:
    """Return the regime with this key; `None` where the registry has none."""
    return _REGIMES.get(key or "")


def find_body(key: str | None) -> Body | None:
    """Return the body with this key; `None` where the registry has none."""
    return _BODIES.get(key or "")


def find_instrument(reference: str) -> Instrument | None:
    """Return the instrument of which *reference* names a paragraph; `None` where the registry has none."""
    return _INSTRUMENTS.get(reference.partition("#")[0])


def find_provision(key: str) -> Provision | None:
    """Return the provision with this key; `None` where the registry has none."""
    return _PROVISIONS.get(key)


def _found(key: str, rows: Mapping[str, T], kind: str) -> T:
    try:
        return rows[key]
    except KeyError:
        raise UnknownRegistryKeyError(kind, key, _near(key, rows)) from None


def _near(key: str, known: Iterable[str]) -> list[str]:
    """Return up to three keys that are near to one, in whatever case it is written."""
    folded = {each.lower(): each for each in known}
    return [folded[found] for found in difflib.get_close_matches(key.lower(), folded, n=3, cutoff=0.75)]
