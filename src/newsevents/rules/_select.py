"""Which rules run and at what level: codes or the start of codes, checked against the registry."""

from collections.abc import Iterable, Mapping
from typing import get_args

from newsevents.errors import UnknownRuleError
from newsevents.findings import Level
from newsevents.rules._rule import RULES

__all__ = ["ALWAYS", "Selection"]

ALWAYS = frozenset({"NE001", "NE002", "NE003", "NE004"})
"""What the reader finds: without it there is nothing to check, so nobody can leave it out."""


class Selection:
    """The codes that were asked for, with their levels."""

    def __init__(
        self,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        levels: Mapping[str, Level] | None = None,
    ) -> None:
        """Take codes such as `NE301`, or the start of some, such as `NE3`.

        Raises:
            UnknownRuleError: No rule has such a code, or there is no such level (`unknown_rule`).
        """
        chosen = RULES.keys() if select is None else _codes(select)
        left_out = _codes(ignore)
        self.codes: frozenset[str] = frozenset(chosen - left_out | ALWAYS)
        """The codes whose findings count."""
        self._levels: dict[str, Level] = {}
        # The longer start is the more precise wish.
        for start, level in sorted((levels or {}).items(), key=lambda wish: len(wish[0])):
            if level not in get_args(Level):
                raise UnknownRuleError(f"{level!r} is no level; expected {', '.join(get_args(Level))}")
            self._levels |= dict.fromkeys(_codes([start]), level)

    def level(self, code: str, found: Level | None = None) -> Level:
        """Return the level of a code: as asked for, else as *found*, else the rule's own."""
        if code in ALWAYS:
            return found or RULES[code].level
        return self._levels.get(code) or found or RULES[code].level


def _codes(starts: Iterable[str]) -> set[str]:
    if isinstance(starts, str):
        # Iterating it would take every letter for a code.
        starts = [starts]
    found: set[str] = set()
    for start in starts:
        codes = {code for code in RULES if code.startswith(start)} if start.startswith("NE") else set[str]()
        if not codes:
            raise UnknownRuleError(f"no rule has the code {start!r} or one that starts so; newsevents rules lists them")
        found |= codes
    return found
