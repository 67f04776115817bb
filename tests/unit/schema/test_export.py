"""The JSON Schema: well-formed, the same each time, and telling what is wrong where."""

import json
import re
from typing import Any

import jsonschema
import pytest

from newsevents import Dossier, Money, When, json_schema
from newsevents._model import Model
from newsevents.records.union import RECORD_TYPES

EVERY: list[type[Model]] = [Dossier, *RECORD_TYPES.values(), When, Money]


@pytest.mark.parametrize("model", EVERY)
def test_schemas_are_valid_2020_12(model: type[Model]) -> None:
    """Each schema is a valid one, names its dialect and itself, and comes out the same twice."""
    schema = json_schema(model)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"].startswith("urn:newsevents:schema:1.0:validate:")
    assert json.dumps(schema) == json.dumps(json_schema(model))


def patterns(schema: Any) -> list[str]:
    """Return every regular expression in a schema."""
    if isinstance(schema, list):
        return [found for part in schema for found in patterns(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema["pattern"]] if isinstance(schema.get("pattern"), str) else []
    return own + [found for part in schema.values() for found in patterns(part)]


def test_patterns_are_portable() -> None:
    """No look-around, no flags, no classes that engines read differently."""
    found = patterns(json_schema())
    assert len(found) > 10
    for pattern in found:
        assert not re.search(r"\\[dDwWsSbB]|\(\?", pattern)


def described(schema: dict[str, Any]) -> list[str]:
    """Return the properties of a schema's definitions that say nothing of themselves."""
    definitions = {"": schema, **schema["$defs"]}
    return [
        f"{name}.{field}"
        for name, definition in definitions.items()
        if name != "Identifiers"
        for field, keywords in definition.get("properties", {}).items()
        if name != "AnyRecord" and "description" not in keywords
    ]


def test_every_field_has_a_description() -> None:
    """A reader of the schema needs no other page."""
    assert described(json_schema()) == []


def test_vocabularies_have_a_title_each_and_open_ones_their_known_values() -> None:
    """Generators name a type by its title; open vocabularies list what they know as examples."""
    definitions = json_schema()["$defs"]
    assert definitions["GiftStatus"]["title"] == "GiftStatus"
    assert "vessel" in definitions["ItemCategory"]["examples"]


def test_an_error_points_at_the_field() -> None:
    """Dispatch on `type` leads a validator to the field that is wrong."""
    gift = {"type": "gift", "id": "G", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}]}
    dossier = {"type": "dossier", "schema_version": "1.0", "id": "d", "records": [gift | {"item_ids": ["i"]}]}
    (error,) = jsonschema.Draft202012Validator(json_schema()).iter_errors(dossier)
    assert list(error.absolute_path) == ["records", 0, "id"]
