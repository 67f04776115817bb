"""The profile `codegen`: what generators of code turn into good types.

Types cannot say what `if`, `not` and `propertyNames` say, and generators stumble over them; validators need them.
"""

from collections.abc import Sequence
from typing import Any, cast

from newsevents._leaf import Json
from newsevents.records.union import RECORD_TYPES

__all__ = ["convert"]

_NO_TYPE = {"if", "then", "else", "not", "propertyNames"}


def convert(schema: Json) -> Json:
    """Return a schema of plain types: records in a `oneOf` of `$ref`s, scalars named in `$defs`."""
    new: Json = _converted(schema)
    if "AnyRecord" in new.get("$defs", {}):
        new["$defs"]["AnyRecord"] = {
            "description": "Any record; type says which.",
            "oneOf": [{"$ref": f"#/$defs/{record.__name__}"} for record in RECORD_TYPES.values()],
        }
    return new


def _converted(schema: Any, *, names: bool = False) -> Any:
    """Return *schema* without what is no type; the keys of *names* are names and no keywords."""
    if isinstance(schema, list):
        return [_converted(part) for part in cast(Sequence[Any], schema)]
    if not isinstance(schema, dict):
        return schema
    fields = cast(Json, schema)
    return {
        key: _converted(value, names=key in {"properties", "$defs"} and not names)
        for key, value in fields.items()
        if names or key not in _NO_TYPE
    }
