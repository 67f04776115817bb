"""Mutations of JSON: one thing wrong, or merely odd, in a JSON value.

A mutation is a pure function of the value and a source of random numbers. Left out is what no JSON Schema can see:
NaN and infinities, lone surrogates, integers past 4,300 digits, duplicate keys, numbers past the range of a double.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from newsevents import Dossier
from newsevents._model import Model, models_in
from newsevents.records.union import RECORD_TYPES

__all__ = ["Mutant", "Place", "mutant", "mutants", "places"]


class Mutant(NamedTuple):
    """A mutated JSON text."""

    text: str
    description: str


class Place(NamedTuple):
    """A value in a JSON value: where it stands, and in what."""

    pointer: str
    parent: Any
    key: Any

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.parent[self.key]


class _Spelled(str):
    """A literal that stands in the text exactly as it is spelled here, without quotes."""

    __slots__ = ()


def places(value: Any) -> Iterator[Place]:
    """Yield every place in *value*, the outermost first."""
    waiting = [Place("", [value], 0)]
    for place in waiting:
        yield place
        if isinstance(place.value, dict):
            waiting += [Place(f"{place.pointer}/{_escaped(key)}", place.value, key) for key in place.value]
        elif isinstance(place.value, list):
            waiting += [Place(f"{place.pointer}/{index}", place.value, index) for index in range(len(place.value))]


def mutant(value: Any, random: Random) -> Mutant:
    """Return *value* as JSON text with one mutation at a random place."""
    place = random.choice(list(places(value)))
    return _mutated(value, place.pointer, random.choice(_possible(place)), random)


def mutants(value: Any, random: Random) -> Iterator[Mutant]:
    """Yield *value* as JSON text with each kind of mutation at each place, one at a time."""
    for place in places(value):
        for mutation in dict.fromkeys(_possible(place)):
            yield _mutated(value, place.pointer, mutation, random)


_Mutation = Callable[[Place, Random], Any]


def _possible(place: Place) -> Sequence[_Mutation]:
    return [*_ANYWHERE, *_MUTATIONS[type(place.value)]]


def _mutated(value: Any, pointer: str, mutation: _Mutation, random: Random) -> Mutant:
    root = [deepcopy(value)]
    place = next(place for place in places(root[0]) if place.pointer == pointer)
    # The outermost value is replaced in the list that holds it.
    place = place if pointer else Place("", root, 0)
    before = repr(place.value)
    what = mutation(place, random)
    return Mutant(_text(root[0]), f"{mutation.__name__[1:]} at {pointer or '/'}: {what or before}")


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _text(value: Any) -> str:
    spelled: list[str] = []

    def marked(part: Any) -> Any:
        if isinstance(part, _Spelled):
            spelled.append(part)
            return f"\0{len(spelled) - 1}\0"
        if isinstance(part, dict):
            return {key: marked(inner) for key, inner in part.items()}
        return [marked(inner) for inner in part] if isinstance(part, list) else part

    text = json.dumps(marked(value), ensure_ascii=False)
    for index, literal in enumerate(spelled):
        text = text.replace(f'"\\u0000{index}\\u0000"', literal)
    return text


def _put(place: Place, value: Any) -> str:
    place.parent[place.key] = value
    return f"{value!r}"[:80]


# --- anywhere ---------------------------------------------------------------------------------------------------------

_ALIENS: Sequence[Any] = (
    *(None, True, False, 0, 1, -1, 0.5, "", " ", "a", "1", "true", "null", [], {}, [[]], [None], {"": None}),
    *({"type": "gift"}, "2024-02", "KP", [""], ["a"], 10**30),
)


def _alien(place: Place, random: Random) -> str:
    return _put(place, deepcopy(random.choice(_ALIENS)))


def _dropped(place: Place, _random: Random) -> str:
    if not place.pointer:
        return _put(place, None)
    del place.parent[place.key]
    return ""


def _wrapped(place: Place, _random: Random) -> str:
    return _put(place, [place.value])


def _object(place: Place, _random: Random) -> str:
    return _put(place, {"text": place.value})


def _moved(place: Place, random: Random) -> str:
    """Put what stands elsewhere in the same container here."""
    siblings = list(place.parent) if isinstance(place.parent, dict) else range(len(place.parent))
    return _put(place, deepcopy(place.parent[random.choice(list(siblings))]))


_ANYWHERE: list[_Mutation] = [_alien, _dropped, _wrapped, _object, _moved]

# --- text -------------------------------------------------------------------------------------------------------------

_SPACES = (" ", "\n", "\t", "\r", "\r\n", "\x00", "\x0b", "\x0c", "\x1c", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff")
# One, an umlaut, Greek, Cyrillic and full-width look-alikes, the astral planes.
_STRANGERS = (
    "\u0661",
    "\uff11",
    "\u00e4",
    "\u0391",
    "\u0430",
    "\uff0d",
    "\u212a",
    "\u0131",
    "\U0001d7cf",
    "\U0001f6a2",
)


def _spaced(place: Place, random: Random) -> str:
    space = random.choice(_SPACES)
    return _put(place, random.choice((place.value + space, space + place.value, space)))


def _strange(place: Place, random: Random) -> str:
    """Put a character that merely looks right, or any other, in the place of one."""
    at = random.randrange(len(place.value) + 1)
    return _put(place, place.value[:at] + random.choice(_STRANGERS) + place.value[at + 1 :])


def _edited(place: Place, random: Random) -> str:
    text, at = place.value, random.randrange(len(place.value) + 1)
    inserted = random.choice("-._:/~?%X09aZ+@#|")
    return _put(place, random.choice((text[:at] + text[at + 1 :], text[:at] + inserted + text[at:], text + text)))


def _cased(place: Place, random: Random) -> str:
    return _put(place, random.choice((str.upper, str.lower, str.title, str.swapcase))(place.value))


def _long(place: Place, random: Random) -> str:
    """Come near the limits of length, or go far beyond."""
    letter = place.value[:1] or "a"
    return _put(place, letter * random.choice((2, 3, 32, 33, 42, 43, 48, 49, 64, 65, 128, 129, 255, 256, 512, 2049)))


def _other_tag(place: Place, random: Random) -> str:
    return _put(place, random.choice((*RECORD_TYPES, "dossier", "Gift", "gift ", "")))


def _date(place: Place, random: Random) -> str:
    return _put(place, random.choice(_DATES))


_DATES = (
    *("2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "10000-01-01", "2024-13"),
    *("2024-00", "2024-04-31", "2024-25", "2024-2", "24-02", "202X", "20XX", "2XXX", "2024-XX-05", "2024-02-XX?"),
    *(
        "2024?~",
        "../..",
        "/",
        "..",
        "2024/",
        "2024/2023",
        "2024-03-15T09:30/2024",
        "2024-03-15T24:00",
        "Y2024",
        "2024-21?",
    ),
    *("2024-03-15T09:30:60Z", "2024-03-15T09:30:00z", "2024-03-15T09:30:00+25:00", "2024-03-15 09:30:00Z", "-2024"),
)

# --- numbers ----------------------------------------------------------------------------------------------------------


def _beside(place: Place, random: Random) -> str:
    return _put(place, place.value + random.choice((-1, 1, 0.5)))


def _bound(place: Place, random: Random) -> str:
    return _put(place, random.choice(_BOUNDS))


_BOUNDS: Sequence[float] = (
    *(0, -1, -0.0, 1.0, 1e-9, 2**53 - 1, 2**53, 2**53 + 1, float(2**53 - 1), float(2**53), 2**63, 2**64, -(2**63)),
    *(10**400, -(10**400), 1e300, 5e-324, 90, 90.0, 90.00000000000001, -90, 180, 180.00000000000003, -180.1, 181),
)


def _spelled(place: Place, random: Random) -> str:
    """Write a number in another way that JSON allows."""
    return _put(place, _Spelled(random.choice(("1.0", "1e2", "1E+2", "100e-2", "-0", "-0.0", "1.5e1", "1e-1", "0e9"))))


def _quoted(place: Place, _random: Random) -> str:
    return _put(place, json.dumps(place.value))


# --- containers -------------------------------------------------------------------------------------------------------


def _repeated(place: Place, _random: Random) -> str:
    return _put(place, place.value * 2)


def _emptied(place: Place, _random: Random) -> str:
    return _put(place, type(place.value)())


def _appended(place: Place, random: Random) -> str:
    alien = deepcopy(random.choice(_ALIENS))
    place.value.insert(random.randrange(len(place.value) + 1), alien)
    return repr(alien)


def _models(model: type[Model], seen: list[type[Model]]) -> list[type[Model]]:
    if model not in seen:
        seen.append(model)
        for field in model.model_fields.values():
            for part in models_in(field.annotation):
                _models(part, seen)
    return seen


_FIELDS = sorted({name for model in _models(Dossier, []) for name in model.model_fields})
_NO_FIELDS = ("", "Type", "type ", "x-a-b", "x-a", "extension", "$ref", "__class__", "\u0131d", "nam\u0435", "a" * 300)


def _extra(place: Place, random: Random) -> str:
    """Add a field: unknown, of another type, or an optional one with whatever value."""
    name = random.choice(_FIELDS + list(_NO_FIELDS))
    place.value[name] = deepcopy(random.choice(_ALIENS))
    return f"{name}={place.value[name]!r}"


def _renamed(place: Place, random: Random) -> str:
    if not place.value:
        return _extra(place, random)
    name = random.choice(list(place.value))
    new = random.choice((name + "s", name.title(), name + " ", name + "\n", name[1:], random.choice(_FIELDS)))
    place.value[new] = place.value.pop(name)
    return f"{name} to {new!r}"


def _shuffled(place: Place, random: Random) -> str:
    names = list(place.value)
    random.shuffle(names)
    return _put(place, {name: place.value[name] for name in names})


_MUTATIONS: dict[type, list[_Mutation]] = {
    str: [_spaced, _spaced, _strange, _edited, _edited, _cased, _long, _other_tag, _date],
    bool: [_spelled, _quoted],
    int: [_beside, _bound, _spelled, _quoted],
    float: [_beside, _bound, _spelled, _quoted],
    type(None): [],
    list: [_repeated, _emptied, _appended],
    dict: [_extra, _extra, _extra, _renamed, _emptied, _shuffled],
}
