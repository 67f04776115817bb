"""Check every JSON file of a folder, and say how often each rule found something, and where first."""

import sys
from collections import defaultdict
from pathlib import Path

from newsevents import Finding, check_file


def found_in(folder: Path) -> dict[str, list[Finding]]:
    """Return what is wrong with the files of a folder, by code."""
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for path in sorted(folder.rglob("*.json")):
        for finding in check_file(path):
            by_code[finding.code].append(finding)
    return dict(sorted(by_code.items()))


def main(folder: Path) -> int:
    """Print a line a code; the exit status is 1 where anything is an error."""
    by_code = found_in(folder)
    for code, findings in by_code.items():
        print(f"{code} {findings[0].level:<7} {len(findings):>3}  such as {findings[0]}")
    errors = sum(finding.level == "error" for findings in by_code.values() for finding in findings)
    print(f"{errors} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
