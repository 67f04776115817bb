"""`newsevents validate`: every fault in files and folders, one line a finding."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsevents.errors import MissingExtraError, UnreadableFileError
from newsevents.files._format import ENDINGS
from newsevents.files.read import read_file
from newsevents.findings import Finding

__all__ = ["add_to"]


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "validate",
        help="check data files",
        description="Check data files (JSON, JSON Lines, YAML) and print every finding as path:line:column: CODE level "
        "message. Exit status: 0 clean, 1 findings of level error, 2 wrong use or an unreadable file.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        type=Path,
        help=f"a file, or a folder: all files below it that end in {', '.join(ENDINGS)}, hidden ones left out",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    levels: Counter[str] = Counter()
    files = 0
    unreadable = False
    for path in _files(options.paths):
        files += 1
        try:
            findings = read_file(path).findings
        except UnreadableFileError as error:
            findings, unreadable = error.findings, True
        except MissingExtraError as error:
            message = f"cannot be read: {error}"
            findings = (Finding(code="NE001", level="error", message=message, path=str(path)),)
            unreadable = True
        for finding in findings:
            levels[finding.level] += 1
            sys.stdout.write(f"{finding}\n")
    if not files:
        sys.stderr.write(f"newsevents: error: no data file found below {', '.join(map(str, options.paths))}\n")
        return 2
    sys.stderr.write(f"{_summary(files, levels)}\n")
    if unreadable:
        return 2
    return 1 if levels["error"] else 0


def _files(paths: list[Path]) -> Iterator[Path]:
    """Yield the files named and those below the folders named, each once, in a fixed order."""
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in ENDINGS and not path.is_dir():
            yield path


def _summary(files: int, levels: Counter[str]) -> str:
    checked = f"{files} {'file' if files == 1 else 'files'} checked"
    counts = [_count(levels["error"], "error"), _count(levels["warning"], "warning"), f"{levels['info']} info"]
    return f"{checked}: {'clean' if not levels else ', '.join(counts)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
