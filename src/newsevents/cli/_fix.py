"""`newsevents fix`: write values in canonical form, in place."""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsevents.cli._config import ConfigError, Settings, settings
from newsevents.cli._interruption import Interruption
from newsevents.cli._options import add_search, searched

if TYPE_CHECKING:
    from newsevents.cli._files import Input

__all__ = ["add_to"]

_DESCRIPTION = """\
Write values that can be normalized (NE004) in canonical form: "North Korea" as
"KP". Everything else in a file stays as it is, to the byte.

A file in which anything else is an error is left as it is, and what is wrong
with it is printed. At any moment a file is the old one or the new one, whole.
Compressed files are not fixed. Of the settings in [tool.newsevents], exclude
and max-size count here; which files are meant, the command line always says.
"""
_EXIT_STATUS = """\
exit status:
  0    nothing is left to do
  1    errors are left; with --check or --diff also: there is something to fix
  2    wrong use, a file that cannot be read or written (NE001), or nothing found
       to fix in a folder or by a pattern; this wins over 1
  130  interrupted
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "fix",
        help="write values in canonical form",
        description=_DESCRIPTION,
        epilog=_EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file; a folder, for the data files below it; a pattern, such as 'data/**/*.json'",
    )
    parser.add_argument("--check", action="store_true", help="write nothing; print what would be fixed")
    parser.add_argument("--diff", action="store_true", help="write nothing; print what would change")
    add_search(parser.add_argument_group("which files"))
    parser.set_defaults(run=_run, fail=parser.error)


def _run(options: argparse.Namespace) -> int:
    from newsevents.cli._files import STDIN, Search  # noqa: PLC0415  (other commands start without it)

    if STDIN in options.paths:
        options.fail("fix writes files in place; - is none")
    try:
        wanted = searched(options, Settings() if options.no_config else settings(options.config))
    except ConfigError as error:
        sys.stderr.write(f"newsevents: error: {error}\n")
        return 2
    search = Search(wanted.exclude, wanted.folder)
    counts: Counter[str] = Counter()
    for file in search.files(wanted.paths):
        Interruption.check()
        _fix(file, options, wanted.max_size, counts)
    for path in search.empty:
        sys.stderr.write(f"newsevents: error: no data file found below {path}\n")
    sys.stdout.flush()
    dry = options.check or options.diff
    sys.stderr.write(f"{_summary(counts, 'to fix' if dry else 'fixed')}\n")
    if counts["unreadable"] or search.empty:
        return 2
    return 1 if counts["left"] or (dry and counts["fixed"]) else 0


def _fix(file: "Input", options: argparse.Namespace, max_size: int | None, counts: Counter[str]) -> None:
    """Fix a file, or say what would be fixed, and count what came of it."""
    from newsevents.cli._diff import unified  # noqa: PLC0415  (other commands start without it)
    from newsevents.errors import MissingExtraError, UnreadableFileError  # noqa: PLC0415  (as above)
    from newsevents.files._content import unreadable  # noqa: PLC0415  (as above)
    from newsevents.files._limit import MAX_SIZE  # noqa: PLC0415  (as above)
    from newsevents.files.fix import fix_file  # noqa: PLC0415  (as above)

    dry = options.check or options.diff
    try:
        if file.fault is not None:
            raise unreadable(file.name, file.fault)
        try:
            fix = fix_file(file.name, write=not dry, max_size=max_size or MAX_SIZE)
        except MissingExtraError as error:
            raise unreadable(file.name, f"cannot be read: {error}") from error
    except UnreadableFileError as error:
        counts["unreadable"] += 1
        sys.stdout.writelines(f"{finding}\n" for finding in error.findings)
        return
    is_left = any(finding.level == "error" for finding in fix.left)
    counts["fixed" if fix.fixed else "left" if is_left else "clean"] += 1
    counts["values"] += len(fix.fixed)
    told = (*fix.fixed, *fix.left) if options.check else fix.left
    sys.stdout.writelines(f"{finding}\n" for finding in told)
    if options.diff and fix.fixed:
        sys.stdout.writelines(unified(Path(file.name).as_posix(), fix.before.decode("utf-8"), fix.edits))


def _summary(counts: Counter[str], fixed: str) -> str:
    told = [
        f"{_files(counts['fixed'])} {fixed} ({counts['values']} value{'' if counts['values'] == 1 else 's'})",
        f"{counts['clean']} clean",
        f"{counts['left']} left as {'it is' if counts['left'] == 1 else 'they are'}",
    ]
    if counts["unreadable"]:
        told.append(f"{counts['unreadable']} unreadable")
    return ", ".join(told)


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
