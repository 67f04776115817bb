"""The registry: every rule once, with all that is known of it. Checker, command line and docs read it from here."""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from newsevents._docstring import docstring
from newsevents._regex import regex
from newsevents.findings import Level
from newsevents.records._record import Record
from newsevents.rules._view import View

__all__ = ["RULES", "SECTIONS", "Found", "Rule", "documented", "rule"]

SECTIONS = ("What it does", "Why it matters", "Example", "Use instead", "Source")
"""The headings of a rule's docstring, in order."""
_HEADING = regex(r"^## (.+)$", re.MULTILINE)


class Found(NamedTuple):
    """What a rule found: one fault on one record."""

    record: Record | None
    """The record on which it stands; `None` for the dossier itself."""
    pointer: str
    """Where it stands, as a JSON Pointer within the record."""
    message: str
    """What was found and what was expected; names the two things that disagree."""
    related: tuple[str, ...] = ()
    """Ids of the other records that it is about."""
    level: Level | None = None
    """The level, where it is not the rule's own."""


Check = Callable[[View], Iterator[Found]]


class Rule(NamedTuple):
    """One rule, with all that is known of it."""

    code: str
    """Its stable code, such as `NE301`."""
    name: str
    """Its name, lower-case words with hyphens."""
    level: Level
    """How bad what it finds is, where nobody says otherwise."""
    written: str
    """Its documentation as it stands in the source, indented as that is; empty where Python has dropped it."""
    alone: bool
    """Whether it judges each record by itself, so that it holds for any part of a file."""
    check: Check | None
    """What finds it; `None` where the reader does, before there is a dossier."""

    @property
    def doc(self) -> str:
        """Its documentation in Markdown: a summary line, then the `SECTIONS`."""
        return inspect.cleandoc(self.written or docstring(cast(Check, self.check)))

    @property
    def summary(self) -> str:
        """What is wrong where it finds something, in one line."""
        return self.doc.partition("\n")[0]

    @property
    def sections(self) -> dict[str, str]:
        """The text below each heading of its documentation."""
        _, *parts = _HEADING.split(self.doc)
        return {heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)}


RULES: dict[str, Rule] = {}
"""Every rule by its code, in the order of the codes."""


def rule(code: str, name: str, level: Level, *, alone: bool = False) -> Callable[[Check], Check]:
    """Enter a function into the registry: it yields what it finds in a dossier, and its docstring documents it."""

    def enter(check: Check) -> Check:
        _enter(Rule(code, name, level, check.__doc__ or "", alone, check))
        return check

    return enter


def documented(code: str, name: str, level: Level, doc: str) -> None:
    """Enter what the reader finds: a code without a function."""
    _enter(Rule(code, name, level, doc, alone=True, check=None))


def _enter(entry: Rule) -> None:
    if entry.code in RULES:
        raise ValueError(f"two rules have the code {entry.code}")
    last = max(RULES, default="")
    RULES[entry.code] = entry
    if entry.code < last:
        # Families hold rules of several hundreds.
        entries = sorted(RULES.items())
        RULES.clear()
        RULES.update(entries)
