"""Who tells of which part of a record: a part that an attribution covers is told by that one alone."""

from collections.abc import Sequence

from newsevents.parts.attribution import Attribution
from newsevents.records._record import Record
from newsevents.records.source import Source
from newsevents.rules._view import View

__all__ = ["FEW", "Told", "few", "sources"]

FEW = 5
"""How many of those who tell the same a message names."""


class Told:
    """The attributions of one record, by what they cover."""

    def __init__(self, record: Record) -> None:
        """Take a record."""
        self.record = record
        self._covering: dict[str, list[Attribution]] = {}
        self._within: dict[str, list[Attribution]] = {}
        for attribution in record.attributions:
            for cover in dict.fromkeys(attribution.covers or ("",)):
                self._covering.setdefault(cover, []).append(attribution)
                for outer in _outer(cover):
                    self._within.setdefault(outer, []).append(attribution)

    def of(self, pointer: str) -> Sequence[Attribution]:
        """Return the attributions of the part at *pointer*: the closest ones that cover it or some of it."""
        closest = [*self._covering.get(pointer, ()), *self._within.get(pointer, ())]
        if closest:
            return closest
        return next((self._covering[outer] for outer in _outer(pointer) if outer in self._covering), ())


def _outer(pointer: str) -> Sequence[str]:
    """Return the pointers to what holds the part at *pointer*, the closest first, the whole record last."""
    found: list[str] = []
    while pointer:
        pointer = pointer.rpartition("/")[0]
        found.append(pointer)
    return found


def few(names: Sequence[str]) -> str:
    """Return names in a row, the first ones if there are many."""
    return ", ".join([*names[:FEW], "…"] if len(names) > FEW else names)


def sources(view: View, attributions: Sequence[Attribution]) -> list[Source]:
    """Return the sources in which something stands, each once."""
    found = (view.get(source_id, Source) for source_id in dict.fromkeys(each.source_id for each in attributions))
    return [source for source in found if source is not None]
