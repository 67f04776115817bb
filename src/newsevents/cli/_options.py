"""The options of `newsevents validate`, some of `fix` too, and what the settings say where one was not given."""

import argparse
import os
from argparse import BooleanOptionalAction
from collections.abc import Callable
from typing import Any, get_args

from newsevents.cli._config import FAIL_ON, Settings
from newsevents.cli._size import size
from newsevents.findings import Level

__all__ = ["FORMATS", "add_options", "add_search", "merged", "searched"]

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add everything that can be said about a check."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a file; a folder, for the data files below it; a pattern, such as 'data/**/*.json'; - for the standard "
        "input (default: the paths in the settings)",
    )
    _add_files(parser.add_argument_group("what is checked"))
    _add_rules(parser.add_argument_group("which rules"))
    _add_output(parser.add_argument_group("what is printed"))


def _add_files(group: Any) -> None:
    add = group.add_argument
    add(
        "--together",
        action=BooleanOptionalAction,
        help="take all files as one dossier: references lead from one to the other, and no id stands in two",
    )
    add(
        "--stdin-filename",
        metavar="NAME",
        help="what to call the standard input; the ending names its format (default: it is JSON)",
    )
    add(
        "--jobs",
        type=_checked(_count),
        metavar="N",
        help="how many processes check files, or parts of a large JSON Lines file; 0 for one a core (default: 1 for "
        "files, one a core for parts)",
    )
    add_search(group)


def add_search(group: Any) -> None:
    """Add what can be said about files that are looked for and read, whatever is done with them."""
    group.add_argument(
        "--exclude",
        action="append",
        metavar="PATTERN",
        help="leave out of folders and patterns whatever has this name, or this path from the current folder; may be "
        "given more than once",
    )
    group.add_argument(
        "--max-size",
        type=_checked(size),
        metavar="SIZE",
        help="how large a document or a line may be, such as 500MB (default: 64MB)",
    )
    where = group.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", help="the file with the settings, in a table [tool.newsevents]")
    where.add_argument("--no-config", action="store_true", help="take no settings from a file")


def _add_rules(group: Any) -> None:
    add = group.add_argument
    add("--select", action="extend", type=_checked(_codes), metavar="CODES", help="run these rules: NE301,NE5")
    add("--ignore", action="extend", type=_checked(_codes), metavar="CODES", help="leave these rules out")
    add(
        "--level",
        action="append",
        type=_checked(_level),
        metavar="CODE=LEVEL",
        help="report what a rule finds as error, warning or info; may be given more than once",
    )
    add("--texts", metavar="FOLDER", help="the texts of sources, found by their check sums (text_sha256)")
    add(
        "--all-rules",
        action=BooleanOptionalAction,
        help="run every rule on large files too (over 64 MB of JSON Lines or 100,000 records), in memory; without it "
        "the summary names those left out",
    )


def _add_output(group: Any) -> None:
    add = group.add_argument
    add("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    add("--output", metavar="FILE", help="write the report to this file, and text to the standard output")
    add(
        "--fail-on",
        choices=FAIL_ON,
        help="the lowest level of finding that makes the exit status 1 (default: error)",
    )
    add(
        "--columns",
        choices=("code-points", "utf-16"),
        default="code-points",
        help="what columns count (default: code-points; sarif always counts utf-16)",
    )
    add("--color", choices=("auto", "always", "never"), default="auto", help="color the text (default: on a terminal)")
    add("--quiet", action="store_true", help="print findings only: no summary and no progress bar")


def merged(options: argparse.Namespace, found: Settings) -> Settings:
    """Return the settings with what the command line says in their place.

    Rules that are selected on the command line are run, whatever the settings leave out.
    """
    given = {name: getattr(options, name) for name in ("fail_on", "together", "all_rules", "jobs", "texts")}
    if options.select is not None:
        given |= {"select": tuple(options.select), "ignore": ()}
    if options.ignore is not None:
        given["ignore"] = tuple(options.ignore)
    if options.level:
        levels = dict(options.level)
        kept = {code: level for code, level in found.levels.items() if not code.startswith(tuple(levels))}
        given["levels"] = kept | levels
    return searched(options, found)._replace(**{name: value for name, value in given.items() if value is not None})


def searched(options: argparse.Namespace, found: Settings) -> Settings:
    """Return the settings with what the command line says of files in their place."""
    given: dict[str, Any] = {}
    if options.paths:
        given["paths"] = tuple(options.paths)
    if options.max_size is not None:
        given["max_size"] = options.max_size
    if options.exclude is not None:
        # These start in the current folder, not in that of the settings.
        given |= {"exclude": tuple(options.exclude), "folder": os.curdir}
    return found._replace(**given)


def _codes(text: str) -> list[str]:
    found = [code.strip() for code in text.split(",") if code.strip()]
    if not found:
        # A variable that is empty must not pass for a clean check.
        raise ValueError(f"{text!r} names no rule; leave the option out instead")
    return found


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise ValueError(f"{text!r} is no whole number from 0")
    return int(text)


def _level(text: str) -> tuple[str, str]:
    code, _, level = text.partition("=")
    if level not in get_args(Level):
        raise ValueError(
            f"{text!r}: expected CODE=LEVEL, such as NE306=error, with one of {', '.join(get_args(Level))}"
        )
    return code, level


def _checked(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return *read* for argparse, which shows the message of no other error."""

    def checked(text: str) -> Any:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return checked
