"""Compare the published schema files with those of the last release, or, before there is one, of the commit before.

A breaking change since a release is an error: data that was valid would not be any more. Until the first release it is
only told, since version 1.0 freezes with it. Without the history of the project there is nothing to compare with.
"""

import json
import subprocess
import sys
from pathlib import Path

from newsevents.dossier import SCHEMA_VERSION
from newsevents.schema import compare_schemas

ROOT = Path(__file__).parents[1]
FOLDER = f"src/newsevents/schema/published/{SCHEMA_VERSION}/validate"


def git(*words: str) -> str:
    """Return what git prints, nothing where it fails."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout if done.returncode == 0 else ""


def base() -> tuple[str, bool]:
    """Return the commit to compare with, and whether it is a release."""
    if release := git("describe", "--tags", "--abbrev=0", "--match", "v*").strip():
        return release, True
    changed = git("log", "--format=%H", "--", FOLDER).split()
    if changed and not git("status", "--porcelain", "--", FOLDER):
        # What was last committed is what lies here.
        return f"{changed[0]}~1", False
    return "HEAD", False


def main() -> int:
    """Print every change, and fail where a released schema is broken."""
    commit, is_release = base()
    broken = 0
    names = git("ls-tree", "--name-only", commit, f"{FOLDER}/").split()
    if not names:
        sys.stderr.write(f"{commit} has no schema files to compare with\n")
    for name in names:
        path = ROOT / name
        if not path.exists():
            broken += 1
            sys.stdout.write(f"{path.name}: breaking: it is gone\n")
            continue
        old, new = json.loads(git("show", f"{commit}:{name}")), json.loads(path.read_text(encoding="utf-8"))
        for change in compare_schemas(old, new):
            broken += change.kind == "breaking"
            sys.stdout.write(f"{path.name}: {change.kind} at {change.pointer or '/'}: {change.message}\n")
    since = f"since {commit}" + ("" if is_release else ", and no release froze them yet")
    sys.stdout.write(f"{len(names)} schema files compared, {broken} breaking changes {since}\n")
    return int(is_release and broken > 0)


if __name__ == "__main__":
    sys.exit(main())
