"""The profile `draft-07`: the same verdicts for older validators and editors."""

from collections.abc import Sequence
from typing import Any, cast

from newsevents._leaf import Json

__all__ = ["convert"]

_DIALECT = "http://json-schema.org/draft-07/schema#"


def convert(schema: Json) -> Json:
    """Return a 2020-12 schema in draft-07, which knows no `$defs` and ignores whatever stands beside a `$ref`."""
    return {**_converted(schema), "$schema": _DIALECT}


def _converted(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_converted(part) for part in cast(Sequence[Any], schema)]
    if not isinstance(schema, dict):
        return schema
    fields = cast(Json, schema)
    new = {"definitions" if key == "$defs" else key: _converted(value) for key, value in fields.items()}
    if isinstance(reference := new.get("$ref"), str):
        target = {"$ref": reference.replace("#/$defs/", "#/definitions/")}
        beside = {key: value for key, value in new.items() if key != "$ref"}
        return {**beside, "allOf": [target]} if beside else target
    return new
