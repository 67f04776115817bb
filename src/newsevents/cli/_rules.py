"""`newsevents rules`: every code with its level and what is wrong."""

import argparse
import json
import sys
from typing import Any

__all__ = ["add_to"]


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "rules",
        help="list the codes of findings",
        description="List every code with its name, its level and what is wrong where it is found.",
        allow_abbrev=False,
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="the format (default: text)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from newsevents.rules._rule import RULES  # noqa: PLC0415  (other commands start without it)

    rules = [rule for _, rule in sorted(RULES.items())]
    if options.format == "json":
        table = [
            {
                "code": rule.code,
                "name": rule.name,
                "level": rule.level,
                "summary": rule.summary,
                "sections": rule.sections,
            }
            for rule in rules
        ]
        sys.stdout.write(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
        return 0
    longest = max(len(rule.name) for rule in rules)
    for rule in rules:
        sys.stdout.write(f"{rule.code}  {rule.level:7}  {rule.name:{longest}}  {rule.summary}\n")
    return 0
