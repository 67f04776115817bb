"""Values of a dossier written as people write them."""

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.properties.mutate import Place, places

from newsevents import Money, Quantity, format_money, format_quantity

__all__ = ["loosened"]

_CODES = frozenset({"country", "country_of_origin", "nationalities", "currency", "locode", "hs_code", "text_sha256"})
_LANGUAGES = frozenset({"language", "translated_from", "original_language", "script"})
_WHENS = frozenset({"when", "published", "birth", "death", "during", "departed", "arrived", "stated", "valid"})
_ENDS = frozenset({"amount", "minimum", "maximum"})
_NAMES = ("North Korea", "korea, republic of", "PRK", "Côte d'Ivoire", " nz ", "Korea", "Atlantis", "euros", "EN_us")
_TIMES = ("15 March 2024", "2024-02", "in early 2019", "15\u2028mars\n2024", "since 2018", "03/04/2024", "yesterday")
_SUMS = ("more than $1 million", "5 млн рублей", "between €5m and €7m", "kr 7", "£5\x0b", "USD 5 \U0001f6a2", "1.234 €")
_COUNTS = (3, "two dogs", "a dozen or so", 'about 20 "tons"', "1.234", "several")


def loosened(data: Any, random: Random, *, sure: bool = False) -> None:
    """Write some values of *data*, as JSON holds it, as people may write them; if *sure*, so that they can be read."""
    share = random.choice((0.1, 0.4, 1))
    for place in list(places(data)):
        if "/extensions/" in f"{place.pointer}/" or not place.pointer or random.random() > share:
            continue
        ways = list(_ways(place, sure=sure))
        if ways:
            place.parent[place.key] = random.choice(ways)


def _ways(place: Place, *, sure: bool) -> Iterator[Any]:
    key = next((part for part in reversed(place.pointer.split("/")) if not part.isdecimal()), "")
    value = place.value
    if isinstance(value, str) and key in _ENDS and "." not in value:
        yield int(value)
    elif isinstance(value, str) and key in _CODES | _LANGUAGES:
        yield value.upper() if key in _LANGUAGES or key == "text_sha256" else value.lower()
        if not sure:
            yield from (value.lower(), value.upper(), value.title(), f"{value} ", f"{value[:2]} {value[2:]}")
            yield from (value.replace("-", "_"), *_NAMES)
    elif isinstance(value, dict) and key in _WHENS:
        yield from _TIMES[:-2] if sure else (value.get("edtf", "unknown"), *_TIMES)
    elif isinstance(value, dict) and key in {"values", "money"}:
        yield from _SUMS[:-1] if sure else (format_money(Money.model_validate(value)), *_SUMS)
    elif isinstance(value, dict) and key == "quantity":
        yield from _COUNTS[:-2] if sure else (format_quantity(Quantity.model_validate(value)), *_COUNTS)
