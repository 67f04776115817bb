"""The keywords of the schemas: which can refuse a value, where each judges one, and which one did."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from newsevents import Dossier, json_schema
from newsevents._model import Model, models_in
from newsevents.records.union import RECORD_TYPES

__all__ = ["DEFINITIONS", "HOLDERS", "KEYWORDS", "MODELS", "SCHEMAS", "Visit", "refusals", "visits"]

Schema = dict[str, Any]
_BRANCHES = ("items", "then", "else", "additionalProperties", "propertyNames")
# What describes or leads on, and refuses nothing by itself.
_WORDS = {"$schema", "$id", "$defs", "title", "description", "examples", "default"}
_NO_CAUSE = _WORDS | {"$ref", "properties", "allOf", "if"}
_MANY = 2


def _models() -> dict[str, type[Model]]:
    found: list[type[Model]] = [Dossier, *RECORD_TYPES.values()]
    for model in found:
        for field in model.model_fields.values():
            found += [part for part in models_in(field.annotation) if part not in found]
    return {model.__name__: model for model in found}


MODELS: Mapping[str, type[Model]] = _models()
"""Every model by name: the dossier, the records, and the parts that they are made of."""

SCHEMAS: Mapping[str, Schema] = {name: json_schema(model) for name, model in MODELS.items()}
DEFINITIONS: Mapping[str, Schema] = {
    name: definition
    for model, schema in SCHEMAS.items()
    for name, definition in {**schema.get("$defs", {}), model: schema}.items()
}
"""Every definition by name; a model's own is its schema."""


def _holders(name: str) -> list[str]:
    holders = [model for model, schema in SCHEMAS.items() if name == model or name in schema.get("$defs", {})]
    # Dossiers take longest to judge.
    others = [model for model in holders if model != "Dossier"] or holders
    return sorted(others, key=lambda model: len(SCHEMAS[model].get("$defs", {})))[:2]


HOLDERS: Mapping[str, list[str]] = {name: _holders(name) for name in DEFINITIONS}
"""For every definition the two smallest models that have it; dossiers only where nothing else has."""


def _keywords(schema: Schema, at: str, *, conditional: bool = False) -> Iterator[str]:
    # Beside a list of values, and in a branch for what has its type elsewhere, `type` says nothing more; it stands
    # there because ajv's strict mode wants it.
    says_nothing = {"type"} if conditional or {"enum", "const"} & schema.keys() else set()
    for key, value in schema.items():
        if key in _BRANCHES and isinstance(value, dict):
            yield from _keywords(value, f"{at}/{key}", conditional=key in {"then", "else"})
        elif key == "properties":
            for name, inner in value.items():
                if inner is False:
                    yield f"{at}#properties"
                elif inner is not True:
                    yield from _keywords(inner, f"{at}.{name}", conditional=conditional)
        elif key not in _NO_CAUSE | says_nothing:
            yield f"{at}#{key}"


KEYWORDS = frozenset(found for name, schema in DEFINITIONS.items() for found in _keywords(schema, name))
"""Every keyword that can be the only one to refuse a value, such as `Gift.item_ids#minItems`."""

_VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def refusals(model: str, value: Any) -> list[str]:
    """Return the keywords that refuse *value*; more than two are not looked for."""
    found: list[str] = []
    for error in _VALIDATORS[model].iter_errors(value):
        found.append(_keyword(model, error))
        if len(found) == _MANY:
            break
    return found


def _keyword(model: str, error: ValidationError) -> str:
    at = model
    schema: Any = SCHEMAS[model]
    # Neither `$ref` nor `if` is a step; the last one is the keyword, or `properties` where a field is `false`.
    *path, keyword = error.absolute_schema_path
    steps = iter(path)
    for step in steps:
        schema = schema[step]
        if step == "properties":
            name = next(steps)
            at, schema = f"{at}.{name}", schema[name]
        elif step in _BRANCHES:
            at = f"{at}/{step}"
        while isinstance(schema, dict) and "$ref" in schema:
            at = schema["$ref"].removeprefix("#/$defs/")
            schema = DEFINITIONS[at]
    return f"{at}#{keyword}"


class Visit(NamedTuple):
    """A value, a schema that judges it, and the name of that schema."""

    path: tuple[str | int, ...]
    value: Any
    schema: Schema
    name: str


def visits(value: Any, schema: Any, name: str, path: tuple[str | int, ...] = ()) -> Iterator[Visit]:
    """Yield every schema that judges a valid value or what is in it; what depends on a condition is left out."""
    while isinstance(schema, dict) and "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        schema = DEFINITIONS[name]
    if not isinstance(schema, dict):
        return
    yield Visit(path, value, schema, name)
    for branch in schema.get("allOf", ()):
        if branch["if"]["properties"]["type"]["const"] == value["type"]:
            yield from visits(value, branch["then"], name, path)
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from visits(entry, schema.get("items"), f"{name}/items", (*path, index))
    elif isinstance(value, dict):
        known = schema.get("properties", {})
        for key, entry in value.items():
            inner, step = (known[key], f".{key}") if key in known else (schema.get("additionalProperties"), "")
            yield from visits(entry, inner, f"{name}{step or '/additionalProperties'}", (*path, key))
        if "propertyNames" in schema:
            yield Visit(path, value, schema["propertyNames"], f"{name}/propertyNames")
