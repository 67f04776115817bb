"""The guide names the versions that are tested."""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
GUIDE = (HERE.parents[1] / "docs" / "guides" / "types.md").read_text("utf-8")


def test_versions() -> None:
    """The versions in the guide's commands and table are the pinned ones."""
    pinned: dict[str, str] = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    lines = (HERE / "requirements.txt").read_text("utf-8").split()
    pinned |= dict(line.split("==") for line in lines if "==" in line)  # constraints.txt pins the others
    # These are for the reports of the command line.
    for name in ("@microsoft/jest-sarif", "mocha-junit-reporter", "lxml"):
        del pinned[name]
    commands = re.findall(r"(?:npx |pip install )([\w-]+)(?:@|==)([\d.]+)", GUIDE)
    rows = re.findall(r"^\| ([\w-]+)(?:, \w+)? \| ([\d.]+) \|", GUIDE, re.MULTILINE)
    rows += [("typescript", version) for version in re.findall(r"TypeScript ([\d.]+\d)", GUIDE)]
    assert {name for name, _ in commands} == pinned.keys() - {"typescript", "@types/node"}
    assert {name for name, _ in rows} == pinned.keys() - {"@types/node"}
    for name, version in commands + rows:
        assert version == pinned[name]
