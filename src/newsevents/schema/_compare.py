"""What changed between two schema files, and whether data that was valid stays valid."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, cast

from newsevents._leaf import Json

__all__ = ["SchemaChange", "compare_schemas"]

# What describes and does not decide.
_WORDS = {"$schema", "$id", "$comment", "title", "description", "examples", "default", "deprecated"}
_LOWER = {"minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"}
_UPPER = {"maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"}
_NESTED = {"properties", "$defs", "definitions"}


class SchemaChange(NamedTuple):
    """One difference between two schemas."""

    kind: Literal["breaking", "compatible"]
    """`breaking` where data that the old schema accepts may be refused by the new one."""
    pointer: str
    """Where in the schema, as a JSON Pointer into the new one, or into the old one for what is gone."""
    message: str
    """What changed."""


def compare_schemas(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[SchemaChange]:
    """Return what changed from *old* to *new*, words left out, in the order of pointers.

    A change is breaking unless it is known to only widen what is accepted: a new optional field, a new value of a
    vocabulary, a wider bound, a definition that is new or that nothing refers to any more.

    >>> compare_schemas({"maxLength": 5}, {"maxLength": 4})[0].kind
    'breaking'
    """
    return sorted(_changes(dict(old), dict(new), ""), key=lambda change: change.pointer)


def _changes(old: Any, new: Any, at: str) -> Iterator[SchemaChange]:
    if old == new:
        return
    if not isinstance(old, dict) or not isinstance(new, dict):
        kind: Literal["breaking", "compatible"] = "compatible" if new is True or old is False else "breaking"
        yield SchemaChange(kind, at, f"{_shown(old)} became {_shown(new)}")
        return
    was, now = cast(Json, old), cast(Json, new)
    for key in sorted(was.keys() | now.keys()):
        if key not in _WORDS and was.get(key, ...) != now.get(key, ...):
            yield from _keyword(key, was, now, f"{at}/{_escaped(key)}")


def _keyword(key: str, old: Json, new: Json, at: str) -> Iterator[SchemaChange]:
    if key in _NESTED:
        yield from _members(key, old, new, at)
    elif key not in old:
        yield SchemaChange("breaking", at, f"{key} is new: {_shown(new[key])}")
    elif key not in new:
        yield SchemaChange("compatible", at, f"{key} is gone: {_shown(old[key])}")
    elif key in {"enum", "required"}:
        yield from _entries(key, old[key], new[key], at)
    elif key in _LOWER or key in _UPPER:
        wider = new[key] < old[key] if key in _LOWER else new[key] > old[key]
        yield SchemaChange("compatible" if wider else "breaking", at, f"{key} {old[key]} became {new[key]}")
    elif key in {"items", "additionalProperties"}:
        yield from _changes(old[key], new[key], at)
    else:
        yield SchemaChange("breaking", at, f"{key} {_shown(old[key])} became {_shown(new[key])}")


def _members(key: str, old: Json, new: Json, at: str) -> Iterator[SchemaChange]:
    """Compare what has a name: fields, and definitions, which judge nothing that does not refer to them."""
    was, now = cast(Json, old.get(key, {})), cast(Json, new.get(key, {}))
    closed = old.get("additionalProperties") is False
    for name in sorted(was.keys() | now.keys()):
        place = f"{at}/{_escaped(name)}"
        if name not in now:
            gone_is_refused = key == "properties" and new.get("additionalProperties") is False
            yield SchemaChange("breaking" if gone_is_refused else "compatible", place, f"{name} is gone")
        elif name not in was:
            # In an open object a value of that name was taken whatever it was.
            narrows = key == "properties" and not closed
            yield SchemaChange("breaking" if narrows else "compatible", place, f"{name} is new")
        else:
            yield from _changes(was[name], now[name], place)


def _entries(key: str, old: Sequence[Any], new: Sequence[Any], at: str) -> Iterator[SchemaChange]:
    """Compare an `enum`, where more is wider, or a `required`, where more is narrower."""
    noun = "value" if key == "enum" else "required field"
    for value in new:
        if value not in old:
            yield SchemaChange("compatible" if key == "enum" else "breaking", at, f"{noun} {_shown(value)} is new")
    for value in old:
        if value not in new:
            yield SchemaChange("breaking" if key == "enum" else "compatible", at, f"{noun} {_shown(value)} is gone")


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004  (a line of a terminal)
