"""A fault in one document, before it is known in which file that stands."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from newsevents.files._place import Place
from newsevents.findings import Finding, Level

__all__ = ["MOST_FAULTS", "Fault", "SyntaxFault", "below", "first_faults", "too_many"]

MOST_FAULTS = 20_000
"""How many faults of a file are told: who meets more has taken the wrong file, or repeats one fault."""


class Fault(NamedTuple):
    """What is wrong, and where in the document."""

    code: str
    message: str
    pointer: str = ""
    at_key: bool = False
    """Whether the key is wrong, and not its value."""
    record_id: str | None = None
    level: Level = "error"
    replacement: str | None = None
    """What to write instead, as JSON, where that is known."""


class SyntaxFault(Exception):  # noqa: N818  (caught here and made a finding; no user sees it)
    """The text is no document at all."""

    def __init__(self, message: str, place: Place) -> None:
        self.fault = Fault("NE002", message)
        self.place = place
        super().__init__(message)


def below(finding: Finding, lines: int) -> Finding:
    """Return a finding in a part of a text with its place in the whole, where so many lines stand before the part."""
    return replace(finding, line=(finding.line or 0) + lines, end_line=(finding.end_line or 0) + lines)


def first_faults(faults: Iterable[Finding]) -> list[Finding]:
    """Return the faults, no more of them than are told; then the last one says so."""
    found = list(islice(faults, MOST_FAULTS + 1))
    if len(found) > MOST_FAULTS:
        fault = too_many()
        found[-1] = replace(found[-1], code=fault.code, level=fault.level, message=fault.message, pointer="")
    return found


def too_many() -> Fault:
    """Return the fault that stands in place of those that are not told."""
    return Fault("NE002", f"more than {MOST_FAULTS:,} faults; what comes after them was not checked: mend these first")
