"""What the tests of the hook and of the Action share: a clean copy of this checkout.

They install the package from its registry's dependencies, which takes its time: `nox -s hooks` runs them.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

if not os.environ.get("TEST_HOOKS"):
    collect_ignore_glob = ["test_*.py"]

ROOT = Path(__file__).parents[2]
GIT = shutil.which("git") or "git"
CLEAN = (
    '[{"type":"source","id":"r","form":"article","title":"A report"},'
    '{"type":"state","id":"s","country":"KP","attributions":[{"source_id":"r"}]}]\n'
)
WRONG = "type: state\nid: s\ncountri: KP\n"


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout of its own of what is here, committed or not."""
    copy = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(
        [GIT, "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    commit(copy)
    return copy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a checkout of a project with data, good and bad."""
    folder = tmp_path / "a project"
    (folder / ".hidden").mkdir(parents=True)
    (folder / "good.json").write_text(CLEAN, encoding="utf-8")
    (folder / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (folder / ".hidden" / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (folder / "notes.txt").write_text("no data", encoding="utf-8")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Make a folder a checkout in which everything is committed."""
    who = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message", "All")):
        subprocess.run([GIT, *words], cwd=folder, check=True)
