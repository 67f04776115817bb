"""The command line: which commands there are, and what their exit status means."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, TextIO, cast

from newsevents.cli._interruption import Interruption

__all__ = ["CLEAN", "FAULTY", "INTERRUPTED", "WRONG_USE", "main"]

CLEAN, FAULTY, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
_COMMANDS = {
    "validate": "_validate",
    "fix": "_fix",
    "schema": "_schema",
    "rules": "_rules",
    "explain": "_explain",
    "normalize": "_normalize",
}
"""The commands, each with its module, of which only the one that was asked for is loaded."""
_REPEATED = ("paths", "texts", "codes")
"""Under which names commands take any number of words."""
_EXIT_CODES = """\
exit status:
  0    clean
  1    findings at or above the level that fails, or words that name no value
  2    wrong use, or a file that cannot be read at all; this wins over 1
  130  interrupted
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 clean, 1 findings, 2 wrong use, 130 interrupted.

    Args:
        arguments: The words after the command's name; by default those of the process.
    """
    _open_streams()
    _speak_utf8()
    Interruption.watch()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        try:
            options = _options(words)
            _check_folder()
            status: int = options.run(options)
            Interruption.check()
        finally:
            # What argparse prints, it prints on its way out.
            sys.stdout.flush()
    except _NoFolderError as error:
        sys.stderr.write(f"newsevents: error: {error}\n")
        return WRONG_USE
    except OSError as error:
        _give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return FAULTY  # whoever read the output has enough of it
        try:
            sys.stderr.write(f"newsevents: error: the output cannot be written: {error.strerror}\n")
        except OSError:
            _give_up(sys.stderr)
        return WRONG_USE
    except BaseException as error:
        if not Interruption.seen and not isinstance(error, KeyboardInterrupt):
            raise
        Interruption.end()
        _end_processes()
        sys.stderr.write("newsevents: interrupted\n")
        return INTERRUPTED
    return status


class _NoFolderError(Exception):
    """There is no current folder; the message says why."""


def _check_folder() -> None:
    """Check that there is a current folder, which most commands start from.

    Raises:
        _NoFolderError: It was deleted, or is closed.
    """
    try:
        os.getcwd()  # noqa: PTH109  (whether it is there is all that is asked)
    except OSError as error:
        raise _NoFolderError(f"the current folder cannot be found: {error.strerror}") from error


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = _parser(words)
    options, rest = parser.parse_known_args(words)
    if rest:
        # argparse takes no second run of words behind an option.
        given = [getattr(options, name, None) for name in _REPEATED]
        lists = cast(list[list[str]], [found for found in given if isinstance(found, list)])
        if not lists or any(word.startswith("-") for word in rest):
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        lists[0].extend(rest)
    return options


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsevents",
        description="Structured news-event data: validate files, explain what is found, normalize words, print the "
        "JSON Schema.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in [words[0]] if words and words[0] in _COMMANDS else _COMMANDS:
        import_module(f"newsevents.cli.{_COMMANDS[command]}").add_to(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says so when the help cannot be written, which argparse keeps to itself where output is not buffered."""

    def print_help(self, file: Any = None) -> None:
        (file or sys.stdout).write(self.format_help())


class _Version(argparse.Action):
    """Prints the version, which takes a look at what is installed and is not free."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version  # noqa: PLC0415  (only this needs it)

        sys.stdout.write(f"newsevents {version('newsevents')}\n")
        parser.exit()


def _open_streams() -> None:
    """Put something in the place of streams that are closed, of which Python makes none.

    Otherwise files that are opened later would get their numbers. Using the standard input or output fails as it does
    in other programs, and what is said on standard error is lost.
    """
    for name, flags, mode in (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.open(os.devnull, flags), mode))  # noqa: PTH123, SIM115  (a number, for good)


def _end_processes() -> None:
    """End the processes that still check files: nobody would tell them that this one is gone."""
    loaded = sys.modules.get("multiprocessing")
    for process in loaded.active_children() if loaded else ():
        process.terminate()


def _give_up(stream: TextIO) -> None:
    """Let go of what a stream did not take: Python would complain once more when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak_utf8() -> None:
    """Print UTF-8 with bare line feeds, whatever the locale; file names that are no text come out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a test may have put something else there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
