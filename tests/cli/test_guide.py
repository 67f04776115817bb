"""What the guide says of the command line."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsevents.cli._config import _KEYS, settings

GUIDE = Path(__file__).parents[2].joinpath("docs", "reference", "cli.md").read_text("utf-8")


def test_the_settings(here: Path) -> None:
    """The example names every key there is, and is taken as it stands."""
    (text,) = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    assert tomllib.loads(text)["tool"]["newsevents"].keys() == _KEYS.keys()
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    assert settings(None).max_size == 500 << 20


def test_the_exit_statuses(run: Callable[..., Any]) -> None:
    """The table and the command's own words name the same ones."""
    in_guide = re.findall(r"^\| ([0-9]+) \|", GUIDE, re.MULTILINE)
    in_help = re.findall(r"^  ([0-9]+) ", run("validate", "--help").out, re.MULTILINE)
    assert in_guide == in_help == ["0", "1", "2", "130"]
