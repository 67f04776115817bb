"""Strategies for records and dossiers whose references lead somewhere."""

from collections.abc import Sequence
from typing import Any, TypeVar, overload

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from newsevents.dossier import Dossier
from newsevents.records._record import Record
from newsevents.records.union import RECORD_TYPES, AnyRecord
from newsevents.testing._clean import cleaned
from newsevents.testing._maker import Drawer
from newsevents.testing._model import Body, filled, from_model, validated

__all__ = ["dossiers", "few_clean", "records"]

R = TypeVar("R", bound=Record)

_MOST, _FEW = 18, 4
# The simplest choice comes first and ends the dossier.
_NEXT = st.sampled_from((None, *RECORD_TYPES))
_SEPARATOR = st.sampled_from("-._:")


@overload
def records() -> SearchStrategy[AnyRecord]: ...
@overload
def records(record_type: type[R]) -> SearchStrategy[R]: ...
def records(record_type: type[Any] = Record) -> SearchStrategy[Any]:
    """Return a strategy for records of one class, of all the classes below it (such as `Event`), or of any class.

    References are ids of records that exist nowhere; in `dossiers` they lead to its records.
    """
    return st.one_of([from_model(known) for known in RECORD_TYPES.values() if issubclass(known, record_type)])


def dossiers(*, clean: bool = False) -> SearchStrategy[Dossier]:
    """Return a strategy for dossiers with about ten records on average, and none at the simplest.

    Ids are unique. Every reference leads to a record of a type that its field may name, never round in a circle.

    Args:
        clean: Whether `check` finds nothing in them. By default they are valid, and the rules find much: what is drawn
            makes little sense. What they find is taken out of a clean one, which is smaller and takes longer.
    """
    return _dossiers(_MOST).map(cleaned) if clean else _dossiers(_MOST)


def few_clean() -> SearchStrategy[Dossier]:
    """Return a strategy for clean dossiers with few records, to have something around what matters."""
    return _dossiers(_FEW).map(cleaned)


class _Records:
    """The records of one dossier while they are drawn. Each refers only to those before it: no circles."""

    def __init__(self, draw: DrawFn) -> None:
        self.bodies: list[Body] = []
        self._draw = draw
        self._separator = draw(_SEPARATOR)
        self._ids: dict[str, list[str]] = {kind: [] for kind in RECORD_TYPES}

    def add(self, kind: str, *, bare: bool = False) -> str:
        """Add a record, and before it those that it needs; return its id."""
        data = filled(Drawer(self._draw, self._name), RECORD_TYPES[kind], bare=bare, without="id")
        known = self._ids[kind]
        known.append(f"{kind}{self._separator}{len(known) + 1}")
        self.bodies.append(data | {"id": known[-1]})
        return known[-1]

    def _name(self, types: Sequence[str], number: int) -> str:
        types = types or tuple(RECORD_TYPES)
        known = [id for kind in types for id in self._ids[kind]]
        return known[number % len(known)] if known else self.add(types[number % len(types)], bare=True)


@st.composite
def _added(draw: DrawFn, records: _Records, most: int) -> bool:
    """Add one more record, if any; drawn as a whole, so that Hypothesis can take it out as a whole."""
    kind = draw(_NEXT)
    # Drawn even where it is of no use: an end that is not drawn would have to be, once a record is taken out.
    if kind is None or len(records.bodies) >= most:
        return False
    records.add(kind)
    return True


@st.composite
def _dossiers(draw: DrawFn, most: int) -> Dossier:
    records = _Records(draw)
    more = _added(records, most)
    while draw(more):
        pass
    # The order of records means nothing, so nobody may rely on it.
    if draw(st.booleans()):
        records.bodies.reverse()
    return validated(Dossier, filled(Drawer(draw), Dossier, without="records") | {"records": records.bodies})
