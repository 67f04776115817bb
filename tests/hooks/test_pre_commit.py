"""The hook for pre-commit, tried as its users would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where pre-commit keeps what it installs."""
    return tmp_path_factory.mktemp("home")


def test_the_hook(checkout: Path, project: Path, home: Path) -> None:
    """It checks data files, YAML too, and neither hidden ones nor others; findings fail it."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pre_commit",
            "try-repo",
            str(checkout),
            "newsevents-validate",
            "--all-files",
            "--verbose",
        ],
        cwd=project,
        env={**os.environ, "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "wrong.yaml:3:1: NE003 error unknown field 'countri' of State; did you mean 'country'?\n" in done.stdout
    assert "2 files checked: 2 errors, 0 warnings, 0 info\n" in done.stdout
