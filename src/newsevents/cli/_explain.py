"""`newsevents explain`: what a code means, why it matters and what to write instead."""

import argparse
import difflib
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsevents.rules._rule import Rule

__all__ = ["add_to"]

_MOST = 5


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "explain",
        help="say what a code means",
        description=(
            "Say what a code means: what is found, why it matters, an example, what to write instead. Examples are "
            "excerpts."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("codes", nargs="+", metavar="CODE", help="a code, such as NE301, or the name of a rule")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from newsevents.rules._rule import RULES  # noqa: PLC0415  (other commands start without it)

    known = {rule.name: rule for rule in RULES.values()} | RULES
    status = 0
    texts: list[str] = []
    for word in options.codes:
        rule = known.get(word.upper()) or known.get(word.lower())
        if rule is None:
            near = _near(word, known)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; newsevents rules lists them"
            sys.stderr.write(f"newsevents: error: no rule has the code {word!r}{hint}\n")
            status = 2
        else:
            texts.append("".join(f"{line}\n" for line in _lines(rule)))
    sys.stdout.write("\n".join(texts))
    return status


def _near(word: str, known: Mapping[str, "Rule"]) -> list[str]:
    """Return codes that a word may mean: those that start with it, else those that look like it, or whose name does."""
    codes = sorted(rule.code for code, rule in known.items() if word and code.startswith(word.upper()))
    return (
        codes[:_MOST]
        or [
            known[found].code
            for spelt in (word.upper(), word.lower())
            for found in difflib.get_close_matches(spelt, known)
        ][:_MOST]
    )


def _lines(rule: "Rule") -> Iterator[str]:
    """Yield the documentation of a rule as lines for a terminal: headings, and what stands below them indented."""
    yield f"{rule.code} {rule.name} ({rule.level})"
    yield ""
    yield rule.summary
    for heading, text in rule.sections.items():
        yield ""
        yield heading
        code = False
        for line in text.splitlines():
            if line.startswith("```"):
                code = not code
            elif line:
                yield f"{'      ' if code else '  '}{line}"
            else:
                yield ""
