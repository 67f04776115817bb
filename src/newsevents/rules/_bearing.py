"""Whether the provisions that a record names may bear on what it is about, and the first thing that keeps them from it.

One fault has one code: of a provision that was not in force yet nobody asks whether its goods fit.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from newsevents.findings import Level
from newsevents.records._record import Event
from newsevents.records.item import Item
from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.registry import Instrument, Provision
from newsevents.registry.lookup import day, find_instrument, find_provision, find_regime, ranges
from newsevents.rules._act import Acts, Delivery, is_ongoing, item_ids, times_of
from newsevents.rules._rule import Found
from newsevents.rules._view import View
from newsevents.values.when import When

__all__ = ["FOUND_NOTHING", "Assessing", "Bearing", "Bearings", "assessing", "together"]

Assessing = SanctionsAction | SanctionsAssessment
"""What names a regime and provisions of it."""

Fault = Literal["NE603", "NE604", "NE605", "NE606", "NE612"]

# Where it is found that there is no breach, the reason may be just this.
FOUND_NOTHING = frozenset({"no_violation", "inconclusive"})
# Items of these categories stand in the chapters 01 to 24, whatever they are.
_IN_NO_INDUSTRY = frozenset({"animal", "food"})


class Bearing(NamedTuple):
    """One provision that a record names."""

    place: int
    """Its place in the record's `provisions`."""
    key: str
    row: Provision | None
    """What the registry has of it."""
    instrument: Instrument | None
    """The instrument that it is a paragraph of."""
    fault: Fault | None = None
    """The first thing that keeps it from bearing on the act; `None` where nothing does, as far as that is known."""
    level: Level | None = None
    """How bad that is, where it is not the rule's own level."""


class _Facts(NamedTuple):
    """What an event tells of a provision; `None` where it does not tell."""

    in_force: bool | None
    """Whether the provision was in force then; `None` where it may have been or not."""
    is_dated: bool
    reaches: bool | None
    """Whether its target receives."""
    is_outside: bool
    """Whether all of the goods are certainly others than those of the provision."""


class Bearings:
    """The provisions that records name, judged once for all rules."""

    def __init__(self, view: View) -> None:
        """Take what is looked at."""
        self._view = view
        self._acts = view.made(Acts)
        self._named: dict[int, Sequence[Bearing]] = {}
        self._of: dict[int, Sequence[Bearing]] = {}
        self._facts: dict[tuple[int, str], _Facts] = {}

    def named(self, record: Assessing) -> Sequence[Bearing]:
        """Return the provisions that a record names, each once, with what the record alone tells of them."""
        if id(record) not in self._named:
            self._named[id(record)] = [*_looked_up(record)]
        return self._named[id(record)]

    def of(self, record: Assessing) -> Sequence[Bearing]:
        """Return the provisions that a record names, each once, with what the acts tell of them, too."""
        if id(record) not in self._of:
            self._of[id(record)] = [self._judged(given, record) for given in self.named(record)]
        return self._of[id(record)]

    def subjects(self, assessment: SanctionsAssessment) -> list[Event]:
        """Return the events that an assessment is about."""
        found = (self._view.get(id, Event) for id in assessment.subject_ids)
        return [event for event in found if event is not None]

    def items(self, assessment: SanctionsAssessment) -> list[Item]:
        """Return the items that an assessment names as its subjects."""
        found = (self._view.get(id, Item) for id in assessment.subject_ids)
        return [item for item in found if item is not None]

    def _judged(self, given: Bearing, record: Assessing) -> Bearing:
        if given.fault is not None or given.row is None:
            return given
        if isinstance(record, SanctionsAction):
            return self._of_action(given, given.row, record)
        return self._of_assessment(given, given.row, record)

    @staticmethod
    def _of_action(given: Bearing, row: Provision, action: SanctionsAction) -> Bearing:
        # A year alone proves nothing: whoever rests an act on a provision says that it was there.
        is_early = action.when is not None and action.when.certainly_before(day(row.since))
        return given._replace(fault="NE604", level="error") if is_early else given

    def _of_assessment(self, given: Bearing, row: Provision, assessment: SanctionsAssessment) -> Bearing:
        if assessment.finding in FOUND_NOTHING:
            return given
        facts = [self._fact(event, row) for event in self.subjects(assessment)]
        if level := _too_early(facts):
            return given._replace(fault="NE604", level=level)
        return given._replace(fault=self._misfit(row, facts, assessment))

    def _misfit(self, row: Provision, facts: Sequence[_Facts], assessment: SanctionsAssessment) -> Fault | None:
        if row.direction == "to_target" and facts and all(fact.reaches is False for fact in facts):
            return "NE605"
        outside = [fact.is_outside for fact in facts]
        outside += (_is_outside(row, item) for item in self.items(assessment))
        return "NE606" if row.is_exhaustive and outside and all(outside) else None

    def _fact(self, event: Event, row: Provision) -> _Facts:
        at = (id(event), row.key)
        if at not in self._facts:
            times = times_of(event)
            outside = [_is_outside(row, self._view.get(each, Item)) for each in item_ids(event)]
            self._facts[at] = _Facts(
                in_force=_in_force(times, row.since, throughout=is_ongoing(event)) if times else None,
                is_dated=bool(times),
                reaches=self._acts.reaches(event, row.target) if isinstance(event, Delivery) else None,
                is_outside=bool(outside) and all(outside),
            )
        return self._facts[at]


def _looked_up(record: Assessing) -> Iterator[Bearing]:
    """Yield the provisions that a record names, each once, as the registry has them; none of an unknown regime."""
    regime = find_regime(record.regime)
    if regime is None and record.regime is not None:
        return
    places: dict[str, int] = {}
    for place, key in enumerate(record.provisions):
        places.setdefault(key, place)
    for key, place in places.items():
        row, instrument = find_provision(key), find_instrument(key)
        fault: Fault | None = "NE612" if row is None else None
        if regime is not None and instrument is not None and instrument.regime != regime.key:
            fault = "NE603"
        yield Bearing(place, key, row, instrument, fault)


def _too_early(facts: Sequence[_Facts]) -> Level | None:
    """Return how bad it is that a provision was not in force at any of the events; `None` where it was, or may be."""
    if facts and all(fact.in_force is False for fact in facts):
        return "error"
    is_known = facts and not any(fact.in_force or not fact.is_dated for fact in facts)
    return "warning" if is_known else None


def _in_force(times: Sequence[When], since: str, *, throughout: bool) -> bool | None:
    """Return whether something was in force at *times*; `None` where it may have been or not."""
    later = [when for when in times if not when.certainly_before(day(since))]
    if not later:
        return False
    # What went on throughout, or with an open end, went on into the time of the provision.
    return True if throughout or any(_is_at_or_after(when, since) for when in later) else None


def _is_at_or_after(when: When, since: str) -> bool:
    is_open = when.earliest is None or when.latest is None
    return is_open or str(when.earliest) >= since


def _is_outside(row: Provision, item: Item | None) -> bool:
    """Return whether an item is certainly none of the goods of a provision."""
    if item is None:
        return False
    if item.hs_code is not None:
        return not any(part.may_contain(item.hs_code) for part in ranges(row))
    return item.category in _IN_NO_INDUSTRY


def assessing(view: View) -> tuple[Assessing, ...]:
    """Return what may name provisions."""
    return (*view.of(SanctionsAction), *view.of(SanctionsAssessment))


def together(record: Assessing, faults: Sequence[Bearing], message: str, related: Sequence[str] = ()) -> Found:
    """Return one finding for several provisions of a record with one fault, on the first of them."""
    return Found(record, f"/provisions/{faults[0].place}", message, tuple(related), faults[0].level)
