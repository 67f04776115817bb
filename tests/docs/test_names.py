"""Pages name things that exist: sessions, extras, inputs of the Action, hooks."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from tests.docs.blocks import ELSEWHERE, PAGES, TOP, blocks, name

SESSIONS = set(re.findall(r"^def ([a-z]\w*)", (TOP / "noxfile.py").read_text("utf-8"), re.MULTILINE))
PROJECT: dict[str, Any] = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
TEXTS = {name(page): page.read_text("utf-8") for page in PAGES}


def found(pattern: str) -> set[str]:
    """Return what a pattern captures in all pages, split where it is a list."""
    return {word for text in TEXTS.values() for match in re.findall(pattern, text) for word in re.split("[ ,]+", match)}


def fragments(page: str) -> Iterator[Any]:
    """Yield what the YAML blocks of a page hold."""
    for block in blocks(TOP / page):
        if block.kind == "yaml":
            yield yaml.safe_load(block.text)


@pytest.mark.parametrize(
    ("named", "known"),
    [
        pytest.param(found(r"nox -s ([a-z_ ]+)(?=`|\n)"), SESSIONS, id="nox"),
        pytest.param(
            found(r"(?:newsevents|\.)\[([a-z,]+)\]"), set(PROJECT["project"]["optional-dependencies"]), id="extras"
        ),
        pytest.param(found(r"--group (\w+)"), set(PROJECT["dependency-groups"]), id="groups"),
    ],
)
def test_names_exist(named: set[str], known: set[str]) -> None:
    """What is named is there."""
    assert named
    assert named <= known


def test_the_action_has_the_inputs_that_the_guide_gives() -> None:
    """Its steps and its table name the inputs of action.yml."""
    inputs = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))["inputs"].keys()
    steps = next(part["steps"] for part in fragments("docs/guides/ci.md") if "steps" in part)
    given = next(step["with"] for step in steps if "newsevents" in step["uses"])
    assert given.keys() <= inputs
    guide = TEXTS["docs/guides/ci.md"].partition("| input |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", guide, re.MULTILINE)) == inputs


def test_the_hooks_are_there() -> None:
    """Ids of hooks are those of .pre-commit-hooks.yaml."""
    known = {hook["id"] for hook in yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    named = set(re.findall(r"- id: (newsevents\S*)", TEXTS["docs/guides/ci.md"]))
    assert named
    assert named <= known


def test_what_runs_elsewhere_is_shown() -> None:
    """No line of the table is left from a block that is gone."""
    assert {(page, kind) for page in TEXTS for kind in {block.kind for block in blocks(TOP / page)}} >= ELSEWHERE.keys()
