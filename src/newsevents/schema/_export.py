"""Export of a model to JSON Schema 2020-12."""

from typing import Any

from newsevents._leaf import Json
from newsevents._model import Model
from newsevents.dossier import SCHEMA_VERSION, Dossier
from newsevents.records.union import RECORD_TYPES

__all__ = ["json_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[Model] = Dossier) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the dossier, a record or a part.

    It accepts exactly the JSON texts that the model accepts. Records are told apart by `if`/`then` on `type`, so that a
    validator's error points at the field that is wrong.
    """
    schema: Json = {"$schema": _DIALECT, "$id": f"urn:newsevents:{SCHEMA_VERSION}:{model.__name__}"}
    schema |= model.model_json_schema()
    if "AnyRecord" in schema.get("$defs", {}):
        schema["$defs"]["AnyRecord"] = _dispatch()
    return schema


def _dispatch() -> Json:
    return {
        "type": "object",
        "description": "Any record; type says which.",
        "required": ["type"],
        "properties": {"type": {"enum": list(RECORD_TYPES)}},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/$defs/{record.__name__}"},
            }
            for name, record in RECORD_TYPES.items()
        ],
    }
