"""`newsevents normalize`: words to canonical values, one a line, for use in a shell."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

__all__ = ["add_to"]

_LONGEST = 1 << 20
_EXIT_STATUS = """\
exit status:
  0  every text was read
  1  at least one was not; standard error says why
  2  wrong use
"""


class _InputError(Exception):
    """The standard input cannot be read; the message says why."""


class _Value(NamedTuple):
    """What was read from a text."""

    line: str
    """The canonical value on a line."""
    data: Any
    """The value as it stands in a data file."""


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "normalize",
        help="turn words into canonical values",
        description="Turn words into canonical values, one a line. What is ambiguous is an error and never a guess.",
        epilog=_EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    kinds = parser.add_subparsers(title="what to read", metavar="KIND", required=True)
    country = _kind(kinds, "country", "a country, to its code: 'North Korea' is KP", _country)
    country.add_argument("--on", type=_date, metavar="DATE", help="the day that the text speaks of: 1990-10-02")
    country.add_argument("--demonyms", action="store_true", help="take English demonyms too: Russian")
    country.add_argument("--capitals", action="store_true", help="take capitals for their governments too: Pyongyang")
    when = _kind(kinds, "when", "a time, to EDTF (ISO 8601-2): '15 March 2024' is 2024-03-15", _when)
    when.add_argument("--reference", type=_date, metavar="DATE", help="the day from which words such as Friday count")
    when.add_argument(
        "--day-first",
        action=argparse.BooleanOptionalAction,
        help="how to read 03/04/2024, which is an error otherwise",
    )
    money = _kind(kinds, "money", "a sum of money: 'at least €5m' is at least EUR 5000000", _money)
    money.add_argument("--currency", metavar="CODE", help="the currency where the words leave it open: USD")
    money.add_argument("--reference-country", metavar="CODE", help="the country whose dollar, pound or crown it is: CA")
    _kind(kinds, "quantity", "how many or how much: 'a pair of dogs' is 2 dogs", _quantity)


def _kind(kinds: Any, name: str, help: str, read: Callable[..., _Value]) -> argparse.ArgumentParser:  # noqa: A002
    parser: argparse.ArgumentParser = kinds.add_parser(
        name, help=help, description=f"Read {help}. Without TEXT, each line of the standard input.", allow_abbrev=False
    )
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="the words, and nothing else")
    parser.add_argument("--json", action="store_true", help="print the whole value as it stands in a data file")
    parser.set_defaults(run=_run, read=read)
    return parser


def _run(options: argparse.Namespace) -> int:
    try:
        return _print(options)
    except _InputError as error:
        sys.stderr.write(f"newsevents: error: {error}\n")
        return 2


def _print(options: argparse.Namespace) -> int:
    from newsevents.errors import NormalizationError  # noqa: PLC0415  (other commands start without it)

    status = 0
    for text in options.texts or _stdin_lines():
        try:
            value: _Value = options.read(_as_text(text), options)
        except NormalizationError as error:
            sys.stdout.flush()
            sys.stderr.write(f"newsevents: {error.code}: {error}\n")
            status = 1
        except ValueError as error:
            sys.stderr.write(f"newsevents: error: {error}\n")
            return 2
        else:
            sys.stdout.write(f"{json.dumps(value.data, ensure_ascii=False) if options.json else value.line}\n")
    return status


def _stdin_lines() -> Iterator[str]:
    try:
        while line := sys.stdin.buffer.readline(_LONGEST + 1):
            if len(line) > _LONGEST:
                raise _InputError(f"a line of the input is longer than {_LONGEST >> 20} MB")
            text = line.decode("utf-8", "replace").strip()
            if text:
                yield text
    except OSError as error:
        raise _InputError(f"the input cannot be read: {error.strerror}") from error


def _as_text(argument: str) -> str:
    # In a locale without UTF-8, Python holds bytes that it cannot decode as surrogates.
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _country(text: str, options: argparse.Namespace) -> _Value:
    from newsevents.values.country import normalize_country  # noqa: PLC0415  (other commands start without it)

    code = normalize_country(text, on=options.on, demonyms=options.demonyms, capitals=options.capitals)
    return _Value(code, code)


def _when(text: str, options: argparse.Namespace) -> _Value:
    from newsevents.values.when import parse_when  # noqa: PLC0415  (other commands start without it)

    when = parse_when(text, reference=options.reference, day_first=options.day_first)
    return _Value(str(when.edtf), _data(when))


def _money(text: str, options: argparse.Namespace) -> _Value:
    from newsevents.values.money import format_money, parse_money  # noqa: PLC0415  (other commands start without it)

    money = parse_money(text, currency=options.currency, reference_country=options.reference_country)
    # The words are what is to be replaced here.
    bare = money.model_copy(update={"text": None, "currency_basis": None})
    return _Value(format_money(bare), _data(money))


def _quantity(text: str, _: argparse.Namespace) -> _Value:
    from newsevents.values.quantity import format_quantity, parse_quantity  # noqa: PLC0415  (as above)

    quantity = parse_quantity(text)
    return _Value(format_quantity(quantity), _data(quantity))


def _data(value: Any) -> Any:
    return json.loads(value.to_json())


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2024-03-15") from None
