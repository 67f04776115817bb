"""datamodel-code-generator: its models import, keep the examples as they are, and refuse what is wrong."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.records.union import RECORD_TYPES

OPTIONS = (
    *("--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel"),
    *("--target-python-version", "3.11", "--use-annotated", "--use-type-alias", "--disable-timestamp"),
)
Feed = Callable[[list[str]], list[str]]


@pytest.fixture(scope="module")
def folder(run: Callable[..., Any], schema: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the generated module and a program that uses it."""
    folder = tmp_path_factory.mktemp("python")
    run("datamodel-codegen", "--input", str(schema), "--output", "dossier.py", *OPTIONS, folder=folder)
    shutil.copy(Path(__file__).with_name("again.py"), folder)
    return folder


@pytest.fixture(scope="module")
def feed(run: Callable[..., Any], folder: Path) -> Feed:
    """Return what sends dossiers, one JSON text a line, through the generated models."""

    def feed(lines: list[str]) -> list[str]:
        done = run(sys.executable, "again.py", folder=folder, text="\n".join(lines))
        # Not splitlines(), to which U+2028 is the end of a line.
        answers: list[str] = done.stdout.rstrip("\n").split("\n")
        assert len(answers) == len(lines)
        return answers

    return feed


def test_round_trip(feed: Feed, dossiers: dict[str, str], same: Callable[[str, str], bool]) -> None:
    """The examples are accepted, and written as they were read."""
    for text, answer in zip(dossiers.values(), feed(list(dossiers.values())), strict=True):
        assert same(text, answer), f"{text}\n{answer}"


def test_refusals(
    feed: Feed, faults: dict[str, dict[str, Any]], in_dossier: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """Every fault of a record is refused, a misspelled field among them."""
    answers = feed([json.dumps(in_dossier(gift)) for gift in faults.values()])
    refused = {fault for fault, answer in zip(faults, answers, strict=True) if "refused" in json.loads(answer)}
    assert refused == faults.keys() - {"nothing"}, answers


def test_names(folder: Path, schema: Path) -> None:
    """Every definition is a type of its own name, once; records are models and closed vocabularies enumerations."""
    text = (folder / "dossier.py").read_text("utf-8")
    names = re.findall(r"^(?:class )?(\w+)(?:\(| = TypeAliasType\()", text, re.MULTILINE)
    definitions: dict[str, Any] = json.loads(schema.read_text("utf-8"))["$defs"]
    assert sorted(names) == sorted(["Dossier", *definitions])
    for name in [record.__name__ for record in RECORD_TYPES.values()]:
        assert f"class {name}(BaseModel):" in text
    for name in [name for name, each in definitions.items() if "enum" in each]:
        assert f"class {name}(StrEnum):" in text
