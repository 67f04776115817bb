"""The profile `llm`: what the structured output of language models takes, and what its answers stand for.

An object at the root, `anyOf` alone, every field required and nullable, no free mappings, nothing beside a `$ref`, no
keyword that a provider refuses: limits go into the descriptions. Evidence comes first, since the order of the fields is
the order in which they are generated.
"""

from collections.abc import Sequence
from typing import Any, TypeGuard, cast

from newsevents._leaf import Json
from newsevents.records.union import RECORD_TYPES

__all__ = ["convert", "plain"]

_LEFT_OUT = {"extensions"}
_EVIDENCE = ("type", "attributions", "quotations", "spans", "text")


def convert(schema: Json, *, required_only: bool = False) -> Json:
    """Return a schema for structured output; with the required fields only, for providers with low limits."""
    definitions: Json = schema.get("$defs", {})
    root = dict(schema)
    if "records" in root["properties"]:
        # A dossier's wrapper is the caller's to write; the model answers with records.
        root["properties"] = {"records": root["properties"]["records"]}
        root["required"] = ["records"]
    new = _object(root, required_only=required_only)
    needed: Json = {}
    _collect(new, definitions, needed, required_only=required_only)
    return {**new, "$defs": {name: needed[name] for name in sorted(needed)}}


def _collect(part: Any, definitions: Json, needed: Json, *, required_only: bool) -> None:
    """Put into *needed* every definition that *part* refers to, and those that they refer to."""
    if isinstance(part, list):
        for entry in cast(Sequence[Any], part):
            _collect(entry, definitions, needed, required_only=required_only)
    elif isinstance(part, dict):
        fields = cast(Json, part)
        name = str(fields.get("$ref", "")).removeprefix("#/$defs/")
        if name and name not in needed:
            needed[name] = _definition(name, definitions[name], required_only=required_only)
            _collect(needed[name], definitions, needed, required_only=required_only)
        for value in fields.values():
            _collect(value, definitions, needed, required_only=required_only)


def _definition(name: str, schema: Json, *, required_only: bool) -> Json:
    if name == "AnyRecord":
        return {"anyOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in RECORD_TYPES.values()]}
    if name == "Identifiers":
        return _pairs(schema)
    if schema.get("type") == "object":
        return _object(schema, required_only=required_only)
    return _scalar(schema)


def _object(schema: Json, *, required_only: bool) -> Json:
    # What is needed under a condition only may be null: no provider takes conditions, and `from_llm` judges them.
    required = _needed(schema) if required_only else set(schema.get("required", ()))
    properties = {
        name: _field(field, nullable=name not in required)
        for name, field in cast(Json, schema["properties"]).items()
        if name not in _LEFT_OUT and (name in required or not required_only)
    }
    order = [name for name in _EVIDENCE if name in properties]
    order += [name for name in properties if name not in order]
    return {
        "type": "object",
        "description": _described(schema),
        "properties": {name: properties[name] for name in order},
        "required": order,
        "additionalProperties": False,
    }


def _needed(schema: Json) -> set[str]:
    """Return the fields that make an object valid while all others are absent; where one of several does, the first."""
    required = set(schema.get("required", ()))
    condition: Json | None = schema.get("if")
    if condition is None:
        return required
    if "not" in condition:
        return required | set(condition["not"]["required"])
    return required | _needed(schema.get("else", {}))


def _described(schema: Json) -> str:
    text: str = schema.get("description", "")
    return text


def _field(field: Json, *, nullable: bool) -> Json:
    if "$ref" in field:
        reference = {"$ref": field["$ref"]}
        if not nullable:
            return reference
        return {"anyOf": [reference, {"type": "null"}], "description": _described(field)}
    if "const" in field:
        return {"enum": [field["const"]], "description": _described(field)}
    new: Json = {"type": field["type"]}
    if field["type"] == "array":
        new["items"] = {"$ref": field["items"]["$ref"]}
    if "minItems" in field:
        new["minItems"] = 1
    if not nullable:
        return {**new, "description": _described(field)}
    return {"anyOf": [new, {"type": "null"}], "description": _described(field)}


def _pairs(schema: Json) -> Json:
    """Return identifiers as a list of pairs: a free mapping comes back empty from some providers."""
    schemes = ", ".join(cast(Json, schema["properties"]))
    pair: Json = {
        "type": "object",
        "properties": {
            "scheme": {"type": "string", "description": f"The scheme, such as {schemes}."},
            "value": {"type": "string", "description": "The identifier."},
        },
        "required": ["scheme", "value"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": pair, "description": _described(schema)}


def _scalar(schema: Json) -> Json:
    if "enum" in schema:
        return {"enum": schema["enum"], "description": _described(schema)}
    words = [_described(schema)]
    if "minimum" in schema:
        words.append(f"From {schema['minimum']} to {schema['maximum']}.")
    if "maxLength" in schema:
        words.append(f"At most {schema['maxLength']} characters.")
    if "examples" in schema:
        words.append(f"A word in snake_case, one of these where it fits: {', '.join(schema['examples'])}.")
    return {"type": schema["type"], "description": " ".join(words)}


def plain(value: Any) -> Any:
    """Return what a model answered as the JSON that it stands for: null is absent, pairs are a mapping."""
    if isinstance(value, list):
        return [plain(entry) for entry in cast(Sequence[Any], value)]
    if not isinstance(value, dict):
        return value
    # What is in extensions stands for itself.
    fields: Json = {
        key: entry if key in _LEFT_OUT else plain(entry)
        for key, entry in cast(Json, value).items()
        if entry is not None
    }
    pairs = fields.get("identifiers")
    if are_pairs(pairs):
        fields["identifiers"] = {pair["scheme"]: pair["value"] for pair in pairs}
    return fields


def are_pairs(value: Any) -> TypeGuard[list[Json]]:
    """Return whether *value* is what the profile asks for in the place of a mapping."""
    return isinstance(value, list) and all(map(_is_pair, cast(Sequence[Any], value)))


def _is_pair(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    pair = cast(Json, value)
    return pair.keys() == {"scheme", "value"} and isinstance(pair["scheme"], str)
