"""Silencers: what a record says shall not be reported about it, in `extensions` under `x-newsevents-ignore`."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from newsevents.records._record import Record
from newsevents.rules._rule import RULES, Found

__all__ = ["SILENCER", "idle", "silenced"]

SILENCER = "x-newsevents-ignore"
"""The key in a record's `extensions` whose list of codes silences these rules on this record."""
_POINTER = f"/extensions/{SILENCER}"


def silenced(record: Record) -> frozenset[str]:
    """Return the codes that a record silences on itself."""
    kept: Any = record.extensions.get(SILENCER)
    return frozenset(code for code in _entries(kept) if isinstance(code, str))


def idle(record: Record, used: frozenset[str], ran: frozenset[str]) -> Iterator[Found]:
    """Yield the silencers of a record that silence nothing: those that ran, and are not among the *used* ones."""
    kept: Any = record.extensions.get(SILENCER)
    if kept is not None and not isinstance(kept, (list, tuple)):
        yield Found(record, _POINTER, f'{SILENCER} is a list of codes such as ["NE406"]; this one silences nothing')
    for index, code in enumerate(_entries(kept)):
        if not isinstance(code, str) or code not in RULES:
            yield Found(record, f"{_POINTER}/{index}", f"no rule has the code {code!r}; newsevents rules lists them")
        elif code in ran and code not in used:
            message = f"{code} finds nothing on this record; take the silencer out"
            yield Found(record, f"{_POINTER}/{index}", message)


def _entries(kept: Any) -> Sequence[Any]:
    return cast(Sequence[Any], kept) if isinstance(kept, (list, tuple)) else ()
