"""Duplicate keys, found fast: what was read from a text has as many keys as the text, unless one stands twice."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, cast, get_origin

from pydantic_core import from_json, to_json

from newsevents._model import Model, models_in
from newsevents.values.identifier import Identifiers

__all__ = ["hold_all_keys", "keys_stand_once", "names_keys_once"]

_SHORT = 2**16

_SPACES = (b"\t", b"\n", b"\r", b" :")
_key_before_space = re.compile(rb'"[ \t\n\r]+:').search
_fields_set = attrgetter("__pydantic_fields_set__")
_values = attrgetter("__dict__")


def keys_stand_once(text: bytes, models: Iterable[Model]) -> bool:
    """Return whether no object of a JSON text, of which *models* were read, names a key twice; `False` means "perhaps".

    The faster way is taken: to learn of what models are made takes longer than to parse a short text once more.
    """
    return (len(text) > _SHORT and hold_all_keys(text, models)) or names_keys_once(text)


def names_keys_once(text: bytes) -> bool:
    """Return whether no object of a JSON text names a key twice; `False` means "perhaps one does".

    What is counted are colons: each key has one, and some strings hold more. Of two equal keys the value keeps one,
    with whatever its strings hold, so that its own text has fewer.
    """
    if rb"\u003" in text:
        # A colon in a string may be written as an escape.
        return False
    # Only keys return so often that it pays to keep them.
    return text.count(b":") == to_json(from_json(text, cache_strings="keys")).count(b":")


def hold_all_keys(text: bytes, models: Iterable[Model]) -> bool:
    """Return whether models hold each key of the JSON texts that they were read from; `False` means "perhaps not".

    If they do, none stands twice. Each key ends with a quote and a colon, unless white space is between; some strings
    hold that, too, so that the text has more.
    """
    # Two bytes are found twice as fast from behind.
    if any(text.rfind(space) >= 0 for space in _SPACES) and _key_before_space(text):
        return False
    return text.count(b'":') == _count(models)


def _count(models: Iterable[Model]) -> int:
    """Return how many keys models were read from, and all that is in them; those of one type at a time."""
    waiting: defaultdict[type[Model], list[Model]] = defaultdict(list)
    for model in models:
        waiting[type(model)].append(model)
    count = 0
    while waiting:
        # What holds others comes before them, so that each type has its turn once.
        kind = max(waiting, key=_height)
        found = waiting.pop(kind)
        count += sum(map(len, map(_fields_set, found)))
        values = [*map(_values, found)]
        for step in _plan(kind):
            held = filter(None, map(step.take, values))
            if step.each:
                count += step.each * sum(map(len, held))
                continue
            parts = [*chain.from_iterable(held)] if step.is_list else [*held]
            if not step.kinds:
                count += _keys_in(parts)
            elif len(step.kinds) == 1:
                if parts:
                    waiting[step.kinds[0]] += parts
            else:
                for part in parts:
                    waiting[type(part)].append(part)
    return count


def _keys_in(values: list[Any]) -> int:
    """Return how many keys JSON values have at any depth."""
    count = 0
    while values:
        value = values.pop()
        if isinstance(value, dict):
            mapping = cast(Mapping[str, Any], value)
            count += len(mapping)
            values += mapping.values()
        elif isinstance(value, list):
            values += cast(Sequence[Any], value)
    return count


class _Step(NamedTuple):
    """A field that has keys in it."""

    take: Callable[[Any], Any]
    is_list: bool
    kinds: Sequence[type[Model]]
    """What it holds, or a list of which; nothing where it is a mapping."""
    each: int
    """How many keys an entry of it has, if that is the same for all and their values have none; else 0."""


@cache
def _plan(model: type[Model]) -> list[_Step]:
    fields = [(name, field, models_in(field.annotation)) for name, field in model.model_fields.items()]
    return [
        _Step(itemgetter(name), get_origin(field.annotation) is Sequence, parts, _each(field.annotation, parts))
        for name, field, parts in fields
        if parts or isinstance(field.default, dict)
    ]


def _each(annotation: Any, parts: Sequence[type[Model]]) -> int:
    if not parts:
        # The entries of a mapping are its keys, and identifiers are no more than text.
        return int(annotation is Identifiers)
    if get_origin(annotation) is not Sequence or len(parts) > 1 or _plan(parts[0]):
        return 0
    fields = parts[0].model_fields.values()
    return len(fields) if all(field.is_required() for field in fields) else 0


@cache
def _height(model: type[Model]) -> int:
    """Return how many levels of models may be below one."""
    return max((1 + _height(kind) for step in _plan(model) for kind in step.kinds), default=0)
