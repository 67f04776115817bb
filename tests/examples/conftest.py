"""How examples are run: in a copy of `examples/`, with what they say that they need.

Where that is missing a test is skipped, except in `nox -s examples`, which sets EXAMPLES and where it fails.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
TOOLS = os.environ.get("CONSUMER_TOOLS")

Run = Callable[..., str]


@pytest.fixture(scope="session")
def needs() -> Callable[..., None]:
    """Return what passes over a test for which modules or programs are missing, or fails it where all have to run."""

    def needs(*modules: str, programs: tuple[str, ...] = ()) -> None:
        missing = [name for name in modules if importlib.util.find_spec(name) is None]
        missing += [name for name in programs if shutil.which(name, path=search_path()) is None]
        if missing and os.environ.get("EXAMPLES"):
            pytest.fail(f"nox -s examples has to install {', '.join(missing)}")
        if missing:
            pytest.skip(f"{', '.join(missing)} is needed; nox -s examples installs it")

    return needs


def search_path() -> str:
    """Return where programs are looked for: beside this Python, among the tools for Node.js, and on the PATH."""
    tools = [str(Path(TOOLS).resolve() / "node_modules" / ".bin")] if TOOLS else []
    return os.pathsep.join([str(Path(sys.executable).parent), *tools, os.environ["PATH"]])


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Return a copy of the examples, which programs may write into."""
    shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "examples"


@pytest.fixture
def run(examples: Path) -> Run:
    """Return what runs a command in the folder of an example and returns what a person sees."""

    def run(example: str, command: str) -> str:
        done = subprocess.run(  # noqa: S602  (the commands of our own READMEs, as a person types them)
            command,
            shell=True,
            cwd=examples / example,
            env=os.environ | {"PATH": search_path(), "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    return run
