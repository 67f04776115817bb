"""Texts that break one keyword each, so that none waits for chance."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from tests.parity.keyword import HOLDERS, KEYWORDS, SCHEMAS, Visit, refusals, visits

__all__ = ["aimed"]

# So many texts are to break a keyword alone, and each sample may be tried so often for that; of two values so many
# mixtures may be.
WANTED, ROUNDS, MIXTURES = 44, 4, 12000

# A value of the right form that is too long; elsewhere a letter is repeated.
_LONG = {
    "Decimal": ("1", "0"),
    "Extensions/propertyNames": ("x-a-", "a"),
    "LanguageTag": ("en-x", "-a"),
    "Pointer": ("/", "a"),
    "Url": ("https://a.b/", "a"),
}


def aimed(model: str, values: Sequence[Any], random: Random) -> Iterator[str]:
    """Yield texts made of valid *values*, each with one keyword broken of the definitions that *model* is to show."""
    visited = [
        (value, visit)
        for value in values
        for visit in visits(value, SCHEMAS[model], model)
        if model in HOLDERS[_definition(visit.name)]
    ]
    yield from _broken(model, visited)
    for name in dict.fromkeys(visit.name for _, visit in visited if "if" in visit.schema):
        yield from _mixed(model, name, [pair for pair in visited if pair[1].name == name], random)


def _definition(name: str) -> str:
    return re.split(r"[./#]", name)[0]


def _share(name: str) -> int:
    """Return how many texts one of the models that have a definition is to give for each of its keywords."""
    return WANTED // len(HOLDERS[_definition(name)])


def _broken(model: str, visited: Sequence[tuple[Any, Visit]]) -> Iterator[str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number in range(ROUNDS):
        for index, (value, visit) in enumerate(visited):
            for keyword in filter(_BREAKERS.get, visit.schema):
                cause = f"{visit.name}#{keyword}"
                if len(found[cause]) < _share(cause):
                    text = _text(value, visit, _BREAKERS[keyword](visit, number * len(visited) + index + 1))
                    if refusals(model, json.loads(text)) == [cause]:
                        found[cause].add(text)
                        yield text


def _mixed(model: str, name: str, visited: Sequence[tuple[Any, Visit]], random: Random) -> Iterator[str]:
    """Yield texts with some fields of two values; each field is right, and together they break a condition."""
    found = {cause: set[str]() for cause in sorted(KEYWORDS) if cause.startswith((f"{name}/then", f"{name}/else"))}
    # Most have few fields, of which nothing wrong can be made.
    weights = [len(visit.value) ** 2 for _, visit in visited]
    for _ in range(MIXTURES):
        (value, visit), (_, other) = random.choices(visited, weights, k=2)
        required = visit.schema.get("required", ())
        share = random.choice((0.2, 0.5, 0.8))
        fields = {
            key: [] if isinstance(field, list) and random.random() < 0.3 else field
            for key, field in {**visit.value, **other.value}.items()
            if key in required or random.random() < share
        }
        text = _text(value, visit, fields)
        causes = refusals(model, json.loads(text))
        if len(causes) == 1 and len(texts := found.get(causes[0], set())) < _share(name):
            texts.add(text)
            yield text
            if all(len(texts) >= _share(name) for texts in found.values()):
                break


def _text(root: Any, visit: Visit, value: Any) -> str:
    """Return *root* as JSON text with *value* in the place of what was visited."""
    whole = [deepcopy(root)]
    *way, last = (0, *visit.path)
    place: Any = whole
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(whole[0], ensure_ascii=False)


def _put(visit: Visit, value: Any) -> Any:
    return {**visit.value, value: "1"} if visit.name.endswith("/propertyNames") else value


def _type(visit: Visit, number: int) -> Any:
    return number if visit.schema["type"] == "string" else f"no {number}"


def _pattern(visit: Visit, number: int) -> Any:
    # Text is refused for white space at its start only.
    return _put(visit, f" {number}" if visit.schema["pattern"].startswith("^[^") else f"!{number}")


def _not(visit: Visit, number: int) -> Any:
    if visit.name.endswith("/propertyNames"):
        return _put(visit, f"x-a-b{number}\n" if visit.name.startswith("Extensions") else f"scheme{number}\n")
    # Of some open vocabularies few words are drawn.
    return f"word{number}\n" if "examples" in visit.schema else f"{visit.value}\n"


def _too_long(visit: Visit, number: int) -> Any:
    head, filler = _LONG.get(visit.name, ("a", "a"))
    return _put(visit, head + filler * (visit.schema["maxLength"] + number))


def _required(visit: Visit, number: int) -> Any:
    names = visit.schema["required"]
    return {name: field for name, field in visit.value.items() if name != names[number % len(names)]}


def _closed(visit: Visit, number: int) -> Any:
    return {**visit.value, f"zzz{number}": 1} if visit.schema["additionalProperties"] is False else visit.value


_BREAKERS: dict[str, Callable[[Visit, int], Any]] = {
    "type": _type,
    "pattern": _pattern,
    "not": _not,
    "maxLength": _too_long,
    "enum": lambda _, number: f"zz{number}",
    "const": lambda _, number: f"zz{number}",
    "required": _required,
    "additionalProperties": _closed,
    "minItems": lambda _visit, _number: [],
    "minLength": lambda _visit, _number: "",
    "minimum": lambda visit, number: visit.schema["minimum"] - number,
    "maximum": lambda visit, number: visit.schema["maximum"] + number,
}
