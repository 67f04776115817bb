"""`newsevents validate`: what can be said about a check; the check itself is loaded when it runs."""

import argparse
from typing import Any

from newsevents.cli._options import add_options

__all__ = ["add_to"]

_DESCRIPTION = """\
Check data files (JSON, JSON Lines, YAML; also .gz and .zst) and print every
finding as path:line:column: CODE level message.

In folders, hidden files and what git ignores are left out. Settings are read
from [tool.newsevents] in the nearest pyproject.toml that has such a table;
options win over them.
"""
_EXIT_STATUS = """\
exit status:
  0    no finding at or above the level that fails
  1    findings at or above the level that fails
  2    wrong use, a file that cannot be read at all (NE001), or nothing found to
       check in a folder or by a pattern; this wins over 1
  130  interrupted
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "validate",
        help="check data files",
        description=_DESCRIPTION,
        epilog=_EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_options(parser)
    parser.set_defaults(run=_run, fail=parser.error)


def _run(options: argparse.Namespace) -> int:
    from newsevents.cli._run import run  # noqa: PLC0415  (other commands start without it)

    return run(options)
