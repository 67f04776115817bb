"""What the schema of the dossier defines, sorted into the pages that tell of it. Nothing here knows of Sphinx."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import newsevents

Json = dict[str, Any]

TOP = Path(__file__).parents[2]
KINDS = ("records", "values", "vocabularies", "scalars")
# For what no dossier of this project shows, and its schema has no example of.
SPARE: Json = {
    "Date": "2024-03-16",
    "Extensions": {"x-archive-box": "12"},
    "HsCode": "8703",
    "Instant": "2024-03-16T09:30:00Z",
    "Latitude": 63.43,
    "Longitude": -20.28,
    "Script": "Latn",
    "Sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "SourceText": "The mill burned down on Friday, the mayor said.",
    "Text": "as the first edition has it",
    "UnLocode": "NLRTM",
    "Url": "https://example.org/report",
    "Word": "second_reading",
    "absent_ids": ["norway"],
    "abstained_ids": ["china", "russia"],
    "against_ids": ["russia"],
    "agent_ids": ["coast-guard"],
    "authors": ["Ada Poole"],
    "broker_ids": ["west-quay-agents"],
    "conveyance_id": "cargo-ship",
    "consignor_id": "grain-exporters",
    "conveys_id": "grain-sale",
    "description": "What three newspapers said of one gift",
    "host_ids": ["norway"],
    "imo": "9074729",
    "in_favor_ids": ["norway", "iceland"],
    "indicators": [{"kind": "transshipment"}],
    "intermediary_ids": ["embassy"],
    "isin": "US0378331005",
    "isni": "000000012146438X",
    "lei": "5493001KJTIIGC8Y1R12",
    "mmsi": "235082896",
    "opensanctions": "Q1058",
    "outcome_source_ids": ["communique"],
    "reciprocates_id": "gift-of-a-barometer",
    "region": "South Holland",
    "registry": "gb-12345678",
    "responds_to_id": "ministers-remark",
    "veto_ids": ["russia"],
    "version": "second edition",
    "wikidata": "Q1058",
}
LONGEST = 72


@cache
def definitions() -> dict[str, Json]:
    """Return the schema of everything that has a name: the dossier and whatever it is made of."""
    schema = newsevents.Dossier.model_json_schema()
    # The records in the order of their union, which is the order of thought; the rest by name.
    records = [part["$ref"].rpartition("/")[2] for part in schema["$defs"]["AnyRecord"]["oneOf"]]
    return {"Dossier": schema, **{name: schema["$defs"][name] for name in records}, **schema["$defs"]}


def kind(schema: Json) -> str | None:
    """Return on which page a definition is documented, or `None` for a union, which is no thing of its own."""
    if "properties" in schema:
        return "records" if "const" in schema["properties"].get("type", {}) else "values"
    if {"oneOf", "anyOf", "allOf"} & schema.keys():
        return None
    return "vocabularies" if is_closed(schema) or is_open(schema) else "scalars"


def is_closed(schema: Json) -> bool:
    """Return whether a definition lists every value that there is, in words of ours."""
    # Codes of a standard are upper case; their pages would be the standard's own tables.
    return any(value.islower() for value in schema.get("enum", ()))


def is_open(schema: Json) -> bool:
    """Return whether a definition is an open vocabulary, whose known values are its examples."""
    return "examples" in schema and all(str(value).replace("_", "").islower() for value in schema["examples"])


def anchor(name: str) -> str:
    """Return the anchor of the definition *name*."""
    return f"type-{name.lower()}"


def users(name: str) -> Iterator[tuple[str, str]]:
    """Yield the fields that hold the definition *name*, each with its model."""
    for model, schema in definitions().items():
        for field, part in schema.get("properties", {}).items():
            if _target(part) == name:
                yield model, field


def example(model: str, field: str) -> str:
    """Return a value of a field as JSON: one that a dossier of this project has, or what its schema suggests.

    A dossier's own value of that very field is the best; after it the same field of another model, then any value of
    the same type.
    """
    part = definitions()[model]["properties"][field]
    others = None if field in SPARE else _seen().get((field, _target(part)))
    for seen in (_seen().get((model, field)), others):
        if seen and len(seen) <= LONGEST:
            return seen
    return json.dumps(SPARE[field] if field in SPARE else _made(part, field), ensure_ascii=False)


def _made(part: Json, field: str) -> Any:
    """Return a value of a part of the schema."""
    if "$ref" in part:
        return _named(_target(part))
    if "const" in part:
        return part["const"]
    if "enum" in part or part.get("examples"):
        return (part.get("enum") or part["examples"])[0]
    if part.get("type") == "array":
        return [_made(part["items"], field)]
    if part.get("type") == "boolean":
        return True
    return _made((part.get("anyOf") or part["oneOf"])[0], field)


def _named(name: str) -> Any:
    """Return a value of the definition *name*."""
    if name in SPARE:
        return SPARE[name]
    if seen := _seen().get((name,)):
        return json.loads(seen)
    schema = definitions()[name]
    if "properties" in schema:
        return {field: _made(schema["properties"][field], field) for field in schema.get("required", ())}
    return _made(schema, name)


def _target(part: Json) -> str:
    """Return the name of the definition that a part of the schema refers to, itself or in a list; else its text."""
    found = re.findall(r'"#/\$defs/(\w+)"', json.dumps(part))
    return found[0] if len(found) == 1 else json.dumps(part)


@cache
def _seen() -> dict[tuple[str, ...], str]:
    """Return the shortest values in clean dossiers: by model and field, by field and type, by type."""
    shortest: dict[tuple[str, ...], str] = {}

    def keep(value: Any, *key: str) -> None:
        text = json.dumps(value, ensure_ascii=False)
        if key not in shortest or len(text) < len(shortest[key]):
            shortest[key] = text

    for model in _models():
        name = type(model).__name__
        data = model.model_dump(mode="json")
        keep(data, name)
        for field, value in data.items() if name in definitions() else ():
            part = definitions()[name]["properties"].get(field, {})
            keep(value, name, field)
            keep(value, field, _target(part))
            if not isinstance(value, dict | list) and "$ref" in part:
                keep(value, _target(part))
    return shortest


def _models() -> Iterator[BaseModel]:
    """Yield every model in every clean dossier."""
    for text in _texts():
        try:
            dossier = newsevents.loads(text, format="yaml")
        except newsevents.ValidationError:
            continue  # pages show mistakes as well
        if not any(finding.level == "error" for finding in newsevents.check(dossier)):
            yield from _within(dossier)


def _within(value: object) -> Iterator[BaseModel]:
    """Yield the models in *value*, itself included."""
    if isinstance(value, BaseModel):
        yield value
        for field in type(value).model_fields:
            yield from _within(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from _within(part)


def _texts() -> Iterator[str]:
    """Yield the dossiers of the examples and those on pages."""
    for path in sorted(TOP.glob("examples/*/*.yaml")) + sorted(TOP.glob("examples/*/*.json")):
        yield path.read_text("utf-8")
    for path in sorted(TOP.glob("docs/**/*.md")):
        yield from re.findall(
            r"^```\{code-block\} yaml\n:caption: [^\n]*\n+(.*?)^```$",
            path.read_text("utf-8"),
            re.MULTILINE | re.DOTALL,
        )
