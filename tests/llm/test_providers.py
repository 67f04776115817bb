"""The profile `llm` and what providers' own packages make of it: they take it as it is.

They need the packages of `tests/llm/requirements.txt`; `nox -s llm` installs them. No provider is called.
"""

import json
from copy import deepcopy
from typing import Any

import pytest

from newsevents.records.union import RECORD_TYPES
from newsevents.schema import schema_text

openai = pytest.importorskip("openai.lib._pydantic", reason="nox -s llm installs openai")
anthropic = pytest.importorskip("anthropic.lib._parse._transform", reason="nox -s llm installs anthropic")
llguidance = pytest.importorskip("llguidance", reason="nox -s llm installs llguidance")

NAMES = ["dossier", *(kind + variant for kind in RECORD_TYPES for variant in ("", ".core"))]


@pytest.fixture(params=NAMES)
def schema(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return a published schema, without its `$id`."""
    read: dict[str, Any] = json.loads(schema_text(request.param, profile="llm"))
    # It constrains nothing; Anthropic's package moves it into the description.
    del read["$id"]
    return read


def test_openai_changes_nothing(schema: dict[str, Any]) -> None:
    """What makes a schema strict finds nothing to do."""
    given = deepcopy(schema)
    assert openai._ensure_strict_json_schema(given, path=(), root=given) == schema


def test_anthropic_changes_nothing(schema: dict[str, Any]) -> None:
    """What moves keywords into descriptions finds none, and closes no object that was open."""
    assert anthropic.transform_schema(deepcopy(schema)) == schema


def test_llguidance_compiles_it(schema: dict[str, Any]) -> None:
    """The grammar is made within the limits that servers set."""
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema))
    is_error, messages = llguidance.LLMatcher.validate_grammar_with_warnings(grammar)
    assert not is_error
    assert messages == []
