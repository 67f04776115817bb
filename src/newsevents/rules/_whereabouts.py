"""Whether two places are one, as far as their names, codes and countries tell: both ways only where it is sure."""

from difflib import SequenceMatcher
from functools import lru_cache

from newsevents.parts.leg import Leg
from newsevents.values._fold import fold
from newsevents.values.country import find_country
from newsevents.values.place import Place

__all__ = ["apart", "are_side_by_side", "key_of", "meets", "same"]

# What a port is called beside the name of its city.
_GENERIC = frozenset(
    "port harbor harbour anchorage airport station terminal city of the near off at in international sea roads".split()  # noqa: SIM905
)
_ALIKE = 0.7  # Nampo and Nampho, Pusan and Busan; not Vladivostok and Vladikavkaz
_NEAR = 0.5  # degrees: a port and its outer roads
_ALPHA_2 = 2


def apart(one: Place, other: Place) -> bool:
    """Return whether two places certainly are not the same, and neither lies in the other.

    They are where their countries differ; in one country where their UN/LOCODEs do, or the names of two cities, unless
    one name may be a writing of the other. A part of the sea, and a country that is no more, have no such bounds.
    """
    if _is_one(one, other) or "sea_area" in {one.precision, other.precision}:
        return False
    mine, theirs = _country_of(one), _country_of(other)
    if mine and theirs and mine != theirs:
        return len(mine) == len(theirs) == _ALPHA_2
    coded = one.locode is not None and other.locode is not None
    cities = one.precision == other.precision == "city"
    return (coded or cities) and not _alike(fold(one.name), fold(other.name))


def same(one: Place | None, other: Place | None) -> bool:
    """Return whether two places are the same: by code, or by name where their countries do not differ."""
    if one is None or other is None:
        return False
    mine, theirs = _country_of(one), _country_of(other)
    return _is_one(one, other) or (mine == theirs and _alike(fold(one.name), fold(other.name)))


def are_side_by_side(one: Leg, other: Leg) -> bool:
    """Return whether two legs come from one place, or lead to one, so that neither follows the other."""
    return same(one.origin, other.origin) or same(one.destination, other.destination)


def meets(one: Place, goal: Place) -> bool:
    """Return whether a place is the *goal*, or lies in it where that is a country."""
    if goal.precision == "country" and one.precision != "sea_area":
        country = _country_of(goal)
        return country is not None and country == _country_of(one)
    return same(one, goal)


def key_of(place: Place) -> str:
    """Return what two places have in common that are the same to the letter."""
    return place.locode or fold(place.name)


def _is_one(one: Place, other: Place) -> bool:
    if one.locode is not None and one.locode == other.locode:
        return True
    return fold(one.name) == fold(other.name) or _are_near(one, other)


def _are_near(one: Place, other: Place) -> bool:
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return False
    return abs(one.latitude - other.latitude) < _NEAR and abs(one.longitude - other.longitude) < _NEAR


def _country_of(place: Place) -> str | None:
    """Return the country in which a place lies, or that it is."""
    if place.country is not None:
        return place.country
    if place.locode is not None:
        return find_country(place.locode[:_ALPHA_2])  # none for XZ, the high seas
    return find_country(place.name) if place.precision == "country" else None


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    """Return whether two folded names may be writings of one; names in two scripts always may."""
    mine, theirs = set(one.split()) - _GENERIC, set(other.split()) - _GENERIC
    if mine <= theirs or theirs <= mine or not (one + other).isascii():
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
