"""The command line: which commands there are, and what their exit status means."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from newsevents.cli import _schema, _validate

__all__ = ["CLEAN", "FAULTY", "WRONG_USE", "main"]

CLEAN, FAULTY, WRONG_USE = 0, 1, 2
_EXIT_CODES = """\
exit status:
  0  clean
  1  at least one finding of level error
  2  wrong use, or a file that cannot be read at all
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 clean, 1 findings of level error, 2 wrong use.

    Args:
        arguments: The words after the command's name; by default those of the process.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has enough of it. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTY
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return WRONG_USE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsevents",
        description="Structured news-event data: validate files, print the JSON Schema.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"newsevents {version('newsevents')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (_validate, _schema):
        command.add_to(commands)
    return parser


def _speak_utf8() -> None:
    """Print UTF-8 with bare line feeds, whatever the locale; file names that are no text come out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a test may have put something else there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
