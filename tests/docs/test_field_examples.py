"""The reference shows an example of every field, and it is one."""

import importlib.util
import json
from types import ModuleType

import jsonschema
import pytest
from tests.docs.blocks import TOP


def load() -> ModuleType:
    """Return the module of the documentation that knows the schema; it needs no Sphinx."""
    path = TOP / "docs" / "_ext" / "newsevents_schema.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCHEMA = load()
MODELS = [name for name, schema in SCHEMA.definitions().items() if SCHEMA.kind(schema) in {"records", "values"}]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_an_example(model: str) -> None:
    """Each is valid for its field, and short enough for a table."""
    definitions = SCHEMA.definitions()
    for field, part in definitions[model]["properties"].items():
        text = SCHEMA.example(model, field)
        assert len(text) <= 140, text
        jsonschema.Draft202012Validator({**part, "$defs": definitions["Dossier"]["$defs"]}).validate(json.loads(text))
