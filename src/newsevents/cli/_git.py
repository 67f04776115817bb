"""What git ignores, asked of git itself."""

import os
import sys
from pathlib import Path

__all__ = ["ignored_in", "repository_of"]

# In a hook, these speak of the repository as seen from another folder.
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_LIST = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")


def repository_of(folder: Path) -> Path | None:
    """Return the top of the git checkout that holds *folder*, a real path; `None` if there is none."""
    # Pathlib raises where a folder is closed.
    return next((parent for parent in (folder, *folder.parents) if os.path.exists(parent / ".git")), None)  # noqa: PTH110


def ignored_in(top: Path) -> set[Path]:
    """Return the files and folders that git ignores in the checkout at *top*; none without git.

    A folder that is ignored as a whole stands for all that is in it.
    """
    import subprocess  # noqa: PLC0415  (many modules, for folders only)

    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | {"LC_ALL": "C"}
    # A checkout may be anybody's: it must not start programs of its own.
    command = ["git", "-c", "core.fsmonitor=false", *_LIST]
    try:
        done = subprocess.run(  # noqa: S603  (the words are ours)
            command, cwd=top, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return set()
    if done.returncode:
        reason = os.fsdecode(done.stderr).strip().partition("\n")[0]
        sys.stderr.write(f"newsevents: git does not say what it ignores in {top}: {reason}\n")
    return {top / name for name in os.fsdecode(done.stdout).split("\0") if name}
