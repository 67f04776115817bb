"""Docstrings that people are shown: rules, schemas."""

import json
import subprocess
import sys
from types import ModuleType

import pytest

from newsevents import Gift, _docstring, json_schema
from newsevents._docstring import docstring
from newsevents._model import Model
from newsevents.rules._rule import RULES, documented


class Undocumented(Model):
    pass


def test_as_they_are() -> None:
    """Where Python has kept them, they are what it kept, and none is none."""
    assert docstring(Gift) == Gift.__doc__
    assert docstring(Undocumented) == ""
    assert "description" not in Undocumented.model_json_schema()


def test_from_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python has dropped them, they are what is written in the source; another member of it has none."""
    monkeypatch.setattr(_docstring, "_DROPPED", True)
    written = documented.__doc__
    monkeypatch.setattr(documented, "__doc__", None)
    assert written
    assert docstring(documented) == written
    assert docstring(Undocumented) == ""


def test_without_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed in, or has no source beside it, has none."""
    monkeypatch.setattr(_docstring, "_DROPPED", True)
    monkeypatch.setitem(sys.modules, "typed_in", ModuleType("typed_in"))
    assert docstring(type("Typed", (), {"__module__": "typed_in"})) == ""


@pytest.mark.parametrize("option", ["-O", "-OO"])
def test_nothing_is_lost_without_docstrings(option: str) -> None:
    """Rules say what they find, and schemas are the same, whatever Python drops."""
    code = (
        "import json; from newsevents import json_schema; from newsevents.rules._rule import RULES\n"
        "print(json.dumps([{code: rule.doc for code, rule in RULES.items()}, json_schema()]))"
    )
    done = subprocess.run([sys.executable, option, "-c", code], capture_output=True, check=True)
    assert json.loads(done.stdout) == [{code: rule.doc for code, rule in RULES.items()}, json_schema()]
