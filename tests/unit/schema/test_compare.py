"""Comparing schema files: what only widens is compatible, everything else is breaking."""

from typing import Any

import pytest

from newsevents import compare_schemas, json_schema

CLOSED = {"type": "object", "additionalProperties": False, "properties": {"a": {"type": "string"}}}


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
        ({"properties": {}}, {"properties": {"a": {}}}, "breaking", "/properties/a"),
        ({"properties": {"a": {}}}, {"properties": {}}, "compatible", "/properties/a"),
        ({"$defs": {}}, {"$defs": {"a/b": {}}}, "compatible", "/$defs/a~1b"),
        ({"$defs": {"a": {}}}, {}, "compatible", "/$defs/a"),
        ({"items": {"maxLength": 1}}, {"items": {"maxLength": 2}}, "compatible", "/items/maxLength"),
        ({"additionalProperties": False}, {"additionalProperties": True}, "compatible", "/additionalProperties"),
        ({"additionalProperties": True}, {"additionalProperties": False}, "breaking", "/additionalProperties"),
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
