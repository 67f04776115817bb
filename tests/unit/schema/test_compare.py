"""Comparing schema files: what only widens is compatible, everything else is breaking."""

import json
from typing import Any

import pytest

from newsevents import compare_schemas, json_schema
from newsevents.schema import PROFILES, Profile

STRING = {"type": "string"}
CLOSED = {"type": "object", "additionalProperties": False, "properties": {"a": STRING}}
OTHERS = {"additionalProperties": STRING}
BY_PATTERN = {"patternProperties": {"^x": {"type": "integer"}}}


def tagged(name: str) -> dict[str, Any]:
    """Return the schema of an object that is told apart by `type`."""
    return {"type": "object", "required": ["type"], "properties": {"type": {"const": name}}}


def referring(name: str, **definitions: Any) -> dict[str, Any]:
    """Return a schema that refers to one of its definitions."""
    return {"$defs": definitions, "items": {"$ref": f"#/$defs/{name}"}}


@pytest.mark.parametrize(
    ("old", "new", "kind", "pointer"),
    [
        ({"enum": ["a"]}, {"enum": ["a", "b"]}, "compatible", "/enum"),
        ({"enum": ["a", "b"]}, {"enum": ["a"]}, "breaking", "/enum"),
        ({"required": ["a"]}, {"required": ["a", "b"]}, "breaking", "/required"),
        ({"required": ["a", "b"]}, {"required": ["a"]}, "compatible", "/required"),
        ({"maxLength": 5}, {"maxLength": 6}, "compatible", "/maxLength"),
        ({"maxLength": 5}, {"maxLength": 4}, "breaking", "/maxLength"),
        ({"minItems": 1}, {"minItems": 0}, "compatible", "/minItems"),
        ({"minItems": 1}, {"minItems": 2}, "breaking", "/minItems"),
        ({}, {"minItems": 1}, "breaking", "/minItems"),
        ({"minItems": 1}, {}, "compatible", "/minItems"),
        ({"pattern": "a"}, {"pattern": "b"}, "breaking", "/pattern"),
        ({"type": "string"}, {"type": "integer"}, "breaking", "/type"),
        (CLOSED, {**CLOSED, "properties": {**CLOSED["properties"], "b": {}}}, "compatible", "/properties/b"),  # type: ignore[dict-item]  # an object
        (CLOSED, {**CLOSED, "properties": {}}, "breaking", "/properties/a"),
        ({"properties": {}}, {"properties": {"a": {"type": "string"}}}, "breaking", "/properties/a"),
        ({"properties": {}}, {"properties": {"a": {}}}, "compatible", "/properties/a"),
        ({"properties": {"a": {}}}, {"properties": {}}, "compatible", "/properties/a"),
        ({"$defs": {}}, {"$defs": {"a/b": {}}}, "compatible", "/$defs/a~1b"),
        ({"$defs": {"a": {}}}, {}, "compatible", "/$defs/a"),
        ({"items": {"maxLength": 1}}, {"items": {"maxLength": 2}}, "compatible", "/items/maxLength"),
        ({"additionalProperties": False}, {"additionalProperties": True}, "compatible", "/additionalProperties"),
        ({"additionalProperties": True}, {"additionalProperties": False}, "breaking", "/additionalProperties"),
        ({"maximum": 5}, {"maximum": 5.5}, "compatible", "/maximum"),
        ({"const": 1}, {"const": True}, "breaking", "/const"),
        ({"enum": [1]}, {"enum": [True, 1]}, "compatible", "/enum"),
        ({"const": "1.0"}, {"enum": ["1.0", "1.1"]}, "compatible", "/enum"),
        ({"enum": ["1.0", "1.1"]}, {"const": "1.1"}, "breaking", "/enum"),
        ({"type": "string"}, {"type": ["string", "null"]}, "compatible", "/type"),
        ({"type": ["string", "null"]}, {"type": "string"}, "breaking", "/type"),
        ({"type": "integer"}, {"type": "number"}, "compatible", "/type"),
        ({"type": "number"}, {"type": "integer"}, "breaking", "/type"),
        ({"items": {"type": "string"}}, {}, "compatible", "/items/type"),
        ({}, {"items": {"type": "string"}}, "breaking", "/items/type"),
        ({"items": [{"type": "string"}]}, {}, "compatible", "/items"),
        ({"pattern": "a"}, {}, "compatible", "/pattern"),
        # What has no schema of its own is judged by that of additional fields.
        ({**OTHERS, "properties": {"a": {"type": "integer"}}}, OTHERS, "breaking", "/properties/a"),
        ({**OTHERS, "properties": {"a": {"type": "string", "maxLength": 3}}}, OTHERS, "compatible", "/properties/a"),
        (OTHERS, {**OTHERS, "properties": {"a": {"type": "string"}}}, "compatible", "/properties/a"),
        (OTHERS, {**OTHERS, "properties": {"a": {"type": "integer"}}}, "breaking", "/properties/a"),
        ({**CLOSED, **BY_PATTERN}, CLOSED, "breaking", "/patternProperties"),
        (
            {**BY_PATTERN, "additionalProperties": False},
            {**BY_PATTERN, "additionalProperties": False, "properties": {"xa": {"type": "string"}}},
            "breaking",
            "/properties/xa",
        ),
        ({"prefixItems": [{}], "items": False}, {"items": False}, "breaking", "/prefixItems"),
        ({"contains": {}, "minContains": 0}, {"contains": {}}, "breaking", "/minContains"),
        ({"unevaluatedItems": False, "items": STRING}, {"unevaluatedItems": False}, "breaking", ""),
        # A branch of a condition that stays is compared; another condition is another matter.
        ({"if": {}, "then": {"required": ["a"]}}, {"if": {}, "then": {}}, "compatible", "/then/required"),
        ({"if": {}, "then": {}}, {"if": {}, "then": {"required": ["a"]}}, "breaking", "/then/required"),
        ({"if": {"type": "object"}}, {"if": {"type": "array"}}, "breaking", "/if"),
        # Branches.
        ({"anyOf": [STRING]}, {"anyOf": [{"type": "null"}, STRING]}, "compatible", "/anyOf/0"),
        ({"anyOf": [STRING, {"type": "null"}]}, {"anyOf": [STRING]}, "breaking", "/anyOf/1"),
        ({"anyOf": [{"maxLength": 1}, {}]}, {"anyOf": [{}, {"maxLength": 2}]}, "compatible", "/anyOf/1/maxLength"),
        ({"allOf": [STRING, {"maxLength": 1}]}, {"allOf": [{"maxLength": 1}]}, "compatible", "/allOf/0"),
        ({"allOf": [{}, STRING, {"maxLength": 1}]}, {"allOf": [{}, STRING]}, "compatible", "/allOf/2"),
        ({"allOf": [{}, STRING]}, {"allOf": [{}, STRING, {"maxLength": 1}]}, "breaking", "/allOf/2"),
        ({"oneOf": [STRING]}, {"oneOf": [STRING, {"minLength": 1}]}, "breaking", "/oneOf/1"),
        ({"oneOf": [STRING]}, {"oneOf": [STRING, False]}, "compatible", "/oneOf/1"),
        ({"oneOf": [STRING, tagged("a")]}, {"oneOf": [STRING, tagged("a"), tagged("b")]}, "breaking", "/oneOf/2"),
        ({"oneOf": [tagged("a")]}, {"oneOf": [tagged("a"), tagged("b")]}, "compatible", "/oneOf/1"),
        ({"oneOf": [tagged("a"), tagged("b")]}, {"oneOf": [tagged("a")]}, "breaking", "/oneOf/1"),
        # References.
        (referring("A", A=STRING, B={"const": 1}), referring("B", A=STRING, B={"const": 1}), "breaking", "/items"),
        (referring("A", A={"const": 1}, B={}), referring("B", A={"const": 1}, B={}), "compatible", "/items"),
        (referring("A", A=STRING), {"$defs": {}, "items": {"$ref": "#/$defs/A"}}, "breaking", "/$defs/A"),
        (
            {"$ref": "#/$defs/A", "maxLength": 1, "$defs": {"A": STRING, "B": {}}},
            {"$ref": "#/$defs/B", "maxLength": 1, "$defs": {"A": STRING, "B": {}}},
            "compatible",
            "/$ref",
        ),
        ({"items": {"$ref": "a.json"}}, {"items": {"$ref": "b.json"}}, "breaking", "/items/$ref"),
        ({"items": {"$ref": "#/$defs/A"}}, {"items": {"$ref": "#/$defs/B"}}, "breaking", "/items/$ref"),
        (
            {"$defs": {"A": {"maxLength": 1}}, "not": {"$ref": "#/$defs/A"}},
            {"$defs": {"A": {"maxLength": 2}}, "not": {"$ref": "#/$defs/A"}},
            "breaking",
            "/$defs/A/maxLength",
        ),
        (
            {"properties": {"a": {"const": 1}}},
            {"properties": {"a": {"const": "x" * 99}}},
            "breaking",
            "/properties/a/const",
        ),
    ],
)
def test_one_change(old: dict[str, Any], new: dict[str, Any], kind: str, pointer: str) -> None:
    """Each change alone, with its place and its kind."""
    (change,) = compare_schemas(old, new)
    assert (change.kind, change.pointer) == (kind, pointer)
    assert len(change.message) < 200


def test_words_are_no_change() -> None:
    """Titles, descriptions, examples and addresses decide nothing."""
    assert compare_schemas({"title": "a", "$id": "x", "examples": [1]}, {"description": "b"}) == []
    assert compare_schemas(json_schema(), json_schema(base_uri="https://example.org/")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"enum": [1, 2]}, {"enum": [2, 1]}),
        ({"const": 1}, {"enum": [1]}),
        ({"type": "string"}, {"type": ["string"]}),
        ({}, {"minItems": 0, "uniqueItems": False, "required": [], "items": True, "additionalProperties": {}}),
        ({"items": True}, {"items": {"readOnly": True}}),
        # A description beside a reference, and the same where it has to be wrapped.
        (referring("A", A=STRING), {**referring("A", A=STRING), "items": {"$ref": "#/$defs/A", "description": "x"}}),
        (
            referring("A", A=STRING),
            {**referring("A", A=STRING), "items": {"allOf": [{"$ref": "#/$defs/A"}], "title": "x"}},
        ),
        ({"items": {"$ref": "#"}}, {"items": {"$ref": "#", "title": "x"}}),
        ({"$defs": {"A": {"$ref": "#/$defs/A"}}}, {"$defs": {"A": {"$ref": "#/$defs/A", "title": "x"}}}),
    ],
)
def test_no_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    """What says the same in another way."""
    assert compare_schemas(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (referring("A", A=STRING), referring("B", B=STRING)),
        (referring("A", A=STRING), {"items": STRING}),
        ({"items": STRING}, referring("A", A=STRING)),
        (referring("A", A=STRING), {"definitions": {"A": STRING}, "items": {"$ref": "#/definitions/A"}}),
        (
            referring("A", A={"items": {"$ref": "#/$defs/A"}, "maxLength": 1}),
            referring("B", B={"items": {"$ref": "#/$defs/B"}, "maxLength": 2}),
        ),
        (referring("a~1b~0", **{"a/b~": STRING}), referring("B", B=STRING)),
    ],
)
def test_definitions_move(old: dict[str, Any], new: dict[str, Any]) -> None:
    """A definition may get another name or place; what uses it is the same."""
    assert {change.kind for change in compare_schemas(old, new)} <= {"compatible"}


def test_a_definition_that_moves_and_narrows() -> None:
    """Each pair is told once, where it is first used."""
    old = {"$defs": {"A": STRING}, "properties": {name: {"$ref": "#/$defs/A"} for name in "ab"}}
    narrow = {"type": "string", "maxLength": 1}
    new = {"$defs": {"B": narrow}, "properties": {name: {"$ref": "#/$defs/B"} for name in "ab"}}
    breaking = [change for change in compare_schemas(old, new) if change.kind == "breaking"]
    assert [(change.pointer, change.message) for change in breaking] == [
        ("/properties/a", "{'$ref': '#/$defs/A'} became {'$ref': '#/$defs/B'}")
    ]


def test_what_stands_beside_a_reference_is_nothing_in_draft_07() -> None:
    """Without the reference it counts."""
    dialect = {"$schema": "http://json-schema.org/draft-07/schema#"}
    old, new = {**dialect, "items": {"$ref": "a", "maxLength": 1}}, {**dialect, "items": {"maxLength": 1}}
    assert [change.kind for change in compare_schemas(old, new)] == ["compatible", "breaking"]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_new_type_of_record_is_compatible(profile: Profile) -> None:
    """As the policy says, in every profile."""
    new = json_schema(profile=profile)
    key = "definitions" if profile == "draft-07" else "$defs"
    text = json.dumps(new[key]["State"]).replace('"state"', '"empire"')
    union, reference = new[key]["AnyRecord"], {"$ref": f"#/{key}/Empire"}
    if "allOf" in union:
        union["properties"]["type"]["enum"].append("empire")
        fits = {"type": "object", "properties": {"type": {"const": "empire"}}, "required": ["type"]}
        union["allOf"].append({"if": fits, "then": reference})
    else:
        union["oneOf" if "oneOf" in union else "anyOf"].append(reference)
    new[key]["Empire"] = json.loads(text)
    changes = compare_schemas(json_schema(profile=profile), new)
    assert len(changes) >= 2
    assert {change.kind for change in changes} == {"compatible"}


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"properties": []}, r"/properties is wrong in a schema: \[\]"),
        ({"minLength": "1"}, "/minLength is wrong in a schema: '1'"),
        ({"items": {"type": 5}}, "/items/type is wrong in a schema: 5"),
        ({"properties": {"a": 5}}, "/properties/a is no schema: 5"),
    ],
)
def test_no_schema(schema: dict[str, Any], message: str) -> None:
    """What is compared must be a schema, as far as it is looked at."""
    with pytest.raises(ValueError, match=message):
        compare_schemas(schema, {"type": "string"})
