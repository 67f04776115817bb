"""What the checks of generated code share.

They need Node.js, Go, a JDK with Jackson and the generators; `nox -s consumers` installs the generators and says in
CONSUMER_TOOLS where they are. Without it there are no checks here.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsevents

TOOLS = os.environ.get("CONSUMER_TOOLS")
if not TOOLS:
    collect_ignore_glob = ["test_*.py"]

ROOT = Path(__file__).parents[2]
GIFT = {"type": "gift", "id": "g", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}], "item_ids": ["i"]}


@pytest.fixture(scope="session")
def tools() -> Path:
    """Return the folder of the generators."""
    return Path(TOOLS or "").resolve()


@pytest.fixture(scope="session")
def run(tools: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs a program in a folder; a program that is missing fails the check."""
    # What is downloaded and compiled is kept beside the tools; Go asks nobody for modules.
    env = os.environ | {"GOCACHE": str(tools / "go"), "GOFLAGS": "-mod=mod", "GOPROXY": "off"}

    def run(
        program: str, *arguments: str, folder: Path, text: str = "", succeeds: bool = True
    ) -> subprocess.CompletedProcess[str]:
        path = shutil.which(program, path=f"{tools / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}")
        if path is None:
            pytest.fail(f"{program} is needed for this check and was not found")
        command = (path, *arguments)
        done = subprocess.run(
            command, cwd=folder, input=text, capture_output=True, encoding="utf-8", check=False, env=env
        )
        if succeeds and done.returncode:
            pytest.fail(f"{program} failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    return run


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that the generators read."""
    path = tmp_path_factory.mktemp("schema") / "dossier.schema.json"
    path.write_text(newsevents.schema_text("dossier", profile="codegen"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def dossiers() -> dict[str, str]:
    """Return the dossiers that have to come through, as canonical JSON on one line, by name."""
    paths = [*ROOT.glob("examples/*/*.yaml"), *ROOT.glob("examples/*/*.json"), Path(__file__).with_name("edges.json")]
    texts = {path.parent.name: newsevents.load(path).to_json().decode() for path in paths}
    assert texts.keys() == {"ferry", "limousine", "two_reports", "frames", "consumers"}
    return texts


@pytest.fixture(scope="session")
def faults() -> dict[str, dict[str, Any]]:
    """Return a gift for each thing that a reader may refuse, and one that is right."""
    return {
        "nothing": GIFT,
        "misspelled field": GIFT | {"ocasion": "a birthday"},
        "field of another record": GIFT | {"motion": "a birthday"},
        "unknown value": GIFT | {"status": "wrapped"},
        "missing field": {name: value for name, value in GIFT.items() if name != "item_ids"},
    }


@pytest.fixture(scope="session")
def in_dossier() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what puts a record into a dossier."""
    return lambda record: {"type": "dossier", "schema_version": "1.0", "id": "d", "records": [record]}


@pytest.fixture(scope="session")
def same() -> Callable[[str, str], bool]:
    """Return what compares two JSON texts as data: neither the order of fields nor the spelling of numbers counts."""

    def canonical(text: str) -> str:
        # As numbers of JSON 33 and 33.0 are one; true and 1 are not, as they would be to Python's ``==``.
        return json.dumps(json.loads(text, parse_int=float), sort_keys=True)

    return lambda one, other: canonical(one) == canonical(other)
