"""The GitHub Action: the commands of its steps, run as GitHub runs them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ACTION: dict[str, Any] = yaml.safe_load(Path(__file__).parents[2].joinpath("action.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the runner's temporary folder after the first step."""
    temporary = tmp_path_factory.mktemp("runner temp")
    done = run_step(ACTION["runs"]["steps"][0], temporary, {"python": sys.executable}, temporary, checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    return temporary


def run_step(
    step: dict[str, Any], cwd: Path, inputs: dict[str, str], temporary: Path, action: Path
) -> subprocess.CompletedProcess[str]:
    """Run a step's commands with *inputs*, the others as their defaults say."""
    given = {name: spec["default"] for name, spec in ACTION["inputs"].items()} | inputs
    environment = {name: _expanded(value, given) for name, value in step["env"].items()}
    runner = {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_ACTION_PATH": str(action),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
    }
    assert step["shell"] == "bash"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607  (the runner's own)
        cwd=cwd,
        env={**os.environ, **runner, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _expanded(value: str, inputs: dict[str, str]) -> str:
    """Return an expression of GitHub's as the value of the input that it names."""
    return inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]


class Expected(NamedTuple):
    """How a step ends."""

    status: int
    out: str
    err: str


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"paths": "good.json\n"}, Expected(0, "", "1 file checked: clean\n")),
        ({"paths": "good.json\n\n*.yaml\n"}, Expected(1, "::error file=wrong.yaml,", "2 files checked: 2 errors, ")),
        (
            {"paths": ".", "options": "--fail-on\nnever\r\n"},
            Expected(0, "::error file=wrong.yaml,", "2 files checked: 2 errors, "),
        ),
        ({"paths": "no file.json"}, Expected(2, "::error file=no file.json,title=", "1 file checked: 1 error, ")),
        ({}, Expected(2, "", "usage: newsevents validate ")),
    ],
)
def test_the_action(installed: Path, project: Path, inputs: dict[str, str], expected: Expected) -> None:
    """Findings become annotations and a summary, the exit status is that of the command, and an output of the step."""
    for name in ("output", "summary"):
        (installed / name).write_text("", encoding="utf-8")
    done = run_step(ACTION["runs"]["steps"][1], project, inputs, installed, project)
    assert done.returncode == expected.status, done.stdout + done.stderr
    assert done.stdout.startswith(expected.out)
    assert bool(done.stdout) is bool(expected.out)
    assert done.stderr.startswith(expected.err)
    assert (installed / "output").read_text("utf-8") == f"exit-status={expected.status}\n"
    assert ("### newsevents" in (installed / "summary").read_text("utf-8")) is not done.stderr.startswith("usage")
