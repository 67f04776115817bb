"""Whatever a record can say, a language model can answer under the profile `llm`, and is understood."""

import json
from typing import Any, cast

import jsonschema_rs
from hypothesis import given

from newsevents import AnyRecord, from_llm, json_schema
from newsevents._leaf import FrozenDict
from newsevents.testing import records

Json = dict[str, Any]

SCHEMA = json_schema(profile="llm")
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
DEFINITIONS: dict[str, Json] = SCHEMA["$defs"]


def answered(value: Any, schema: Json) -> Any:
    """Return a value as a model has to answer it: every field of an object, those that say nothing as null."""
    if "anyOf" in schema:
        schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
    if "$ref" in schema:
        schema = DEFINITIONS[schema["$ref"].removeprefix("#/$defs/")]
    if schema.get("items", {}).get("required") == ["scheme", "value"]:
        return [{"scheme": scheme, "value": identifier} for scheme, identifier in cast("Json", value).items()]
    if isinstance(value, list):
        return [answered(entry, schema["items"]) for entry in value]
    if not isinstance(value, dict):
        return value
    fields = cast("Json", value)
    return {
        name: answered(fields[name], field) if name in fields else None for name, field in schema["properties"].items()
    }


@given(records())
def test_every_record_can_be_answered(record: AnyRecord) -> None:
    """With every other field null, the answer is valid under the schema, and is read as the record."""
    kind = type(record).__name__
    answer = answered(json.loads(record.to_json()), DEFINITIONS[kind])
    VALIDATOR.validate({"records": [answer]})
    (read,) = from_llm(json.dumps({"records": [answer]}))
    # The profile leaves extensions out: they are the caller's own.
    assert read == record.model_copy(update={"extensions": FrozenDict()})
