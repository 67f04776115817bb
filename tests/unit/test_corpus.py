"""The corpus: files that any implementation can be tested against, each with the verdict expected of it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pydantic
import pytest

import newsevents
from newsevents import ValidationError, json_schema, load

CORPUS = Path(__file__).parents[1] / "corpus"
VALID = sorted((CORPUS / "valid").glob("*.json"))
INVALID = sorted(path for path in (CORPUS / "invalid").glob("*.json") if not path.name.endswith(".findings.json"))
VALUES: dict[str, dict[str, list[Any]]] = json.loads((CORPUS / "values.json").read_text("utf-8"))


def name_of(path: Path) -> str:
    """Return what a test of a file is called."""
    return path.stem


def schema_accepts(data: Any) -> bool:
    """Return the verdict of the JSON Schema on a dossier, a list of records or a record."""
    if isinstance(data, list):
        return all(schema_accepts(entry) for entry in data)
    kind = data.get("type") if isinstance(data, dict) else "dossier"
    try:
        schema = json_schema(kind if isinstance(kind, str) else "dossier")
    except ValueError:
        return False
    return jsonschema.Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_valid_files(path: Path) -> None:
    """A valid file is accepted, by the models and by the schema."""
    load(path)
    assert schema_accepts(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("example", ["ferry/dossier.json", "limousine/limousine.yaml"])
def test_examples(example: str) -> None:
    """Other implementations are given the examples as they are."""
    path = CORPUS.parents[1] / "examples" / example
    assert load(CORPUS / "valid" / f"example-{path.parent.name}.json") == load(path)


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_invalid_files(path: Path) -> None:
    """A file with one fault has exactly that finding, and the schema refuses it too where it can see the fault."""
    with pytest.raises(ValidationError) as caught:
        load(path)
    expected = json.loads(path.with_suffix(".findings.json").read_text("utf-8"))
    found = [{name: getattr(finding, name) for name in expected[0]} for finding in caught.value.findings]
    assert found == expected
    if expected[0]["code"] != "NE002":
        assert not schema_accepts(json.loads(path.read_text("utf-8")))


def test_every_file_has_its_findings() -> None:
    """No file without its twin, and none of the twins alone."""
    named = {path.name.removesuffix(".findings.json") for path in (CORPUS / "invalid").glob("*.findings.json")}
    assert {path.stem for path in INVALID} == named
    assert len(VALID) > 40
    assert len(INVALID) > 60


@pytest.mark.parametrize("name", VALUES)
def test_values(name: str) -> None:
    """The values of a type that are accepted and refused, by the models and by the schema."""
    kind = getattr(newsevents, name)
    models = pydantic.TypeAdapter(kind)
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    for verdict, values in VALUES[name].items():
        assert values
        for value in values:
            try:
                models.validate_json(json.dumps(value))
                found = "accepted"
            except pydantic.ValidationError:
                found = "refused"
            assert found == verdict, value
            assert validator.is_valid(value) is (verdict == "accepted"), value
