"""The README of each example shows what its commands print, to the character."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
# What each needs beside the base installation; the two that hold nothing but a dossier have no commands.
NEEDS: dict[str, tuple[str, ...]] = {
    "build_dossier": (),
    "fastapi": ("fastapi", "httpx2"),
    "frames": ("yaml", "pandas", "polars"),
    "llm_extraction": (),
    "two_reports": ("yaml",),
    "typescript": (),
    "validate_folder": (),
}
PROGRAMS = {"typescript": ("json2ts", "tsc", "node")}


def shown(example: str) -> list[tuple[str, str]]:
    """Return the commands in an example's README, each with what it prints."""
    text = (EXAMPLES / example / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    parts = [part for block in blocks for part in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)]
    return [(command, output) for command, output in parts]


def test_all_are_run() -> None:
    """Every example with a program has commands in its README, and stands in the table above."""
    programs = {path.parent.name for path in EXAMPLES.glob("*/*.*") if path.suffix in {".py", ".sh"}}
    assert programs == NEEDS.keys()
    assert {path.parent.name for path in EXAMPLES.glob("*/README.md") if shown(path.parent.name)} == programs


@pytest.mark.parametrize("example", NEEDS)
def test_commands(example: str, run: Callable[..., str], needs: Callable[..., None]) -> None:
    """What a command prints is what the README shows."""
    needs(*NEEDS[example], programs=PROGRAMS.get(example, ()))
    for command, output in shown(example):
        assert run(example, command) == output
