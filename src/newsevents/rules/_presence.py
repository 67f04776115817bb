"""Who takes part in what, and when: people, their roles and their countries in the records of a dossier."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsevents.parts.leg import Indicator, Leg
from newsevents.parts.status import StatusChange
from newsevents.records._record import Event, Record
from newsevents.records.gift import Gift
from newsevents.records.person import Person
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.shipment import Shipment
from newsevents.records.statement import Statement
from newsevents.records.transfer import Transfer
from newsevents.rules._act import times_of
from newsevents.rules._period import Periods
from newsevents.rules._view import View
from newsevents.values import _edtf
from newsevents.values.when import When

__all__ = ["PATIENTS", "Span", "TakingPart", "Times", "dated", "is_dead", "span_of", "taking_part"]

_ACTORS = frozenset(
    {
        "givers",
        "recipients",
        "intermediary_ids",
        "consignor_id",
        "consignee_id",
        "carrier_ids",
        "broker_ids",
        "participant_ids",
        "host_ids",
        "visitor_ids",
        "in_favor_ids",
        "against_ids",
        "abstained_ids",
        "veto_ids",
        "blocked_by_ids",
        "authority_id",
        "requested_by_ids",
        "agent_ids",
        "speaker_ids",
        "assessor_ids",
    }
)
# What is done to the dead, or for them, may be done after they died.
PATIENTS = frozenset({"patient_ids", "beneficiary_ids"})
_ALL = _ACTORS | PATIENTS


class TakingPart(NamedTuple):
    """An actor who takes part in something."""

    record: Record
    pointer: str
    id: str
    acts: bool
    """Whether the actor does something, or receives it."""


def taking_part(view: View) -> Sequence[TakingPart]:
    """Return who takes part in an event, a statement or an assessment, each once for each."""
    found: list[TakingPart] = []
    for record, references in view.references:
        if not isinstance(record, (Event, Statement, SanctionsAssessment)):
            continue
        seen: set[str] = set()
        for pointer, id, _ in references:
            name = pointer.split("/", 2)[1]
            if name in _ALL and id not in seen and not pointer.endswith("/on_behalf_of_id"):
                seen.add(id)
                found.append(TakingPart(record, pointer, id, name in _ACTORS))
    return found


class Span(NamedTuple):
    """The days between which something was; `None` is no bound."""

    first: dt.date | None
    last: dt.date | None


def span_of(times: Sequence[When]) -> Span:
    bounds = [_edtf.bounds(when.edtf) for when in times if when.edtf is not None]
    firsts = [each.sure_earliest for each in bounds]
    lasts = [each.sure_latest for each in bounds]
    return Span(
        min((day for day in firsts if day is not None), default=None) if None not in firsts else None,
        max((day for day in lasts if day is not None), default=None) if None not in lasts else None,
    )


class Times:
    """When things happened; worked out once for each record, since all of its places and actors ask for it."""

    def __init__(self, _: View) -> None:
        self._of: dict[int, Sequence[When]] = {}
        self._periods: dict[int, Periods] = {}
        self._spans: dict[int, Span] = {}

    def of(self, record: Record) -> Sequence[When]:
        """Return the times of an act: its own, else those of its parts."""
        if id(record) not in self._of:
            if isinstance(record, Event):
                self._of[id(record)] = times_of(record)
            else:
                own = record.when if isinstance(record, Statement | SanctionsAssessment) else None
                self._of[id(record)] = dated([own])
        return self._of[id(record)]

    def periods(self, record: Record) -> Periods:
        """Return the times of an act, ready to be compared with those of all who take part."""
        if id(record) not in self._periods:
            self._periods[id(record)] = Periods(self.of(record))
        return self._periods[id(record)]

    def span(self, record: Record) -> Span:
        """Return the days between which an act was."""
        if id(record) not in self._spans:
            self._spans[id(record)] = span_of(self.of(record))
        return self._spans[id(record)]

    def span_at(self, record: Record, pointer: str) -> Span:
        """Return the days of the part at *pointer*: those of its leg, step or indicator, else those of the whole."""
        name, _, rest = pointer[1:].partition("/")
        parts: Sequence[Leg | Indicator | StatusChange] = ()
        if isinstance(record, Shipment) and name in {"legs", "indicators"}:
            parts = record.legs if name == "legs" else record.indicators
        elif isinstance(record, Gift | Transfer) and name == "status_history":
            parts = record.status_history
        if not parts:
            return self.span(record)
        part = parts[int(rest.partition("/")[0])]
        own = dated([part.departed, part.arrived] if isinstance(part, Leg) else [part.when])
        return span_of(own) if own else self.span(record)


def dated(times: Iterable[When | None]) -> Sequence[When]:
    return [when for when in times if when is not None and when.edtf is not None]


def is_dead(person: Person, times: Periods) -> bool:
    """Return whether a person was certainly dead at *times*."""
    return person.death is not None and times.after(person.death)
