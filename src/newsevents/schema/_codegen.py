"""The profile `codegen`: what generators of code turn into good types.

Types cannot say what `if`, `not` and `propertyNames` say, and generators stumble over them; validators need them.
Generators carry descriptions into the code and little else, so what readers should know goes there.
"""

from collections.abc import Sequence
from typing import Any, cast

from newsevents._leaf import Json
from newsevents.records.union import RECORD_TYPES

__all__ = ["convert"]

_NO_TYPE = {"if", "then", "else", "not", "propertyNames"}
_SAID_IN_WORDS = {"default", "examples"}


_ANY_RECORD: Json = {
    # quicktype makes one class of all records; without a title it calls that class Source, as the first.
    "title": "AnyRecord",
    "description": "Any record; type says which.",
    "oneOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in RECORD_TYPES.values()],
}


def convert(schema: Json) -> Json:
    """Return a schema of plain types: records in a `oneOf` of `$ref`s, scalars named in `$defs`."""
    definitions = schema.get("$defs", {})
    if "AnyRecord" in definitions:
        schema = {**schema, "$defs": {**definitions, "AnyRecord": _ANY_RECORD}}
    new: Json = _converted(schema)
    return new


def _converted(schema: Any, *, names: bool = False) -> Any:
    """Return *schema* without what is no type; the keys of *names* are names and no keywords."""
    if isinstance(schema, list):
        return [_converted(part) for part in cast(Sequence[Any], schema)]
    if not isinstance(schema, dict):
        return schema
    fields = cast(Json, schema)
    if names:
        return {name: _converted(field) for name, field in fields.items()}
    new: Json = {
        key: _converted(value, names=key in {"properties", "$defs"})
        for key, value in fields.items()
        if key not in _NO_TYPE | _SAID_IN_WORDS
    }
    if said := _said(fields):
        new["description"] = said
    if "$ref" in new and len(new) > 1:
        # Beside a description, a bare $ref is a type of its own to json-schema-to-typescript: Id1, Id2 and so on.
        new = {"allOf": [{"$ref": new.pop("$ref")}], **new}
    if new.get("type") == "object":
        new |= _mapping(new)
    return new


def _mapping(fields: Json) -> Json:
    """Return what makes an object that takes keys of one's own a plain mapping; nothing where it takes none."""
    free = fields.get("additionalProperties", True)
    if free is False:
        return {}
    if known := fields.pop("properties", None):
        # What quicktype writes for known and free keys together does not compile in TypeScript.
        fields["description"] += f" Known keys: {', '.join(known)}."
        return {"additionalProperties": {"type": free["type"]}}
    # Where it is not said, datamodel-code-generator takes no keys to be free and loses them.
    return {"additionalProperties": free}


def _said(fields: Json) -> str:
    """Return the description of a type, with its known values and what its absence means."""
    said = [fields["description"]] if "description" in fields else []
    if "examples" in fields:
        said.append(f"Known values: {', '.join(fields['examples'])}.")
    if "default" in fields:
        said.append(f"Absent means {fields['default']}.")
    return " ".join(said)
