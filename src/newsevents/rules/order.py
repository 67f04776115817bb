"""NE2, order: what ends after it starts, and comes in the order of its steps and its reasons."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsevents.records._record import Event, Record
from newsevents.records.gift import Gift
from newsevents.records.person import Person
from newsevents.records.shipment import Shipment
from newsevents.records.source import Source
from newsevents.records.statement import Statement
from newsevents.records.transfer import Transfer
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.rules._whereabouts import are_side_by_side
from newsevents.values import _edtf
from newsevents.values.when import When


@rule("NE201", "end-before-start", "error", alone=True)
def end_before_start(view: View) -> Iterator[Found]:
    """A time, a leg or a life ends before it starts.

    ## What it does

    Reports an interval whose end is certainly before its start, wherever a time stands (a role's `during`, a name's
    `valid` and so on), a leg that certainly arrived before it departed, and a person who certainly died before birth. A
    leg by air may arrive on the day before, since it may cross the date line.

    ## Why it matters

    Such a time holds on no day at all, so every question about it gets the answer no.

    ## Example

    ```yaml
    roles:
      - title: Mayor
        during: {edtf: 2019-05/2015-04}
    ```

    ## Use instead

    ```yaml
    roles:
      - title: Mayor
        during: {edtf: 2015-04/2019-05}
    ```

    ## Source

    EDTF (ISO 8601-2), intervals.
    """
    for record, pointer, when in view.parts(When):
        if when.edtf is None or "/" not in when.edtf:
            continue
        start, _, end = when.edtf.partition("/")
        if _edtf.before(end, start):
            message = f"{when.edtf} ends on {end}, before it starts on {start}; swap the two, or correct one"
            yield Found(record, f"{pointer}/edtf", message)
    for shipment in view.of(Shipment):
        for index, leg in enumerate(shipment.legs):
            if leg.departed and leg.arrived and _is_leg_over(leg.arrived, leg.departed, by_air=leg.mode == "air"):
                message = f"arrived {leg.arrived.edtf}, before it departed {leg.departed.edtf}; swap or correct them"
                yield Found(shipment, f"/legs/{index}/arrived", message)
    for person in view.of(Person):
        if person.birth and person.death and person.death.certainly_before(person.birth):
            message = f"died {person.death.edtf}, before birth on {person.birth.edtf}; swap or correct them"
            yield Found(person, "/death", message)


def _is_leg_over(end: When, start: When, *, by_air: bool) -> bool:
    if not end.certainly_before(start):
        return False
    if not by_air or end.latest is None or start.earliest is None:
        return True
    return (start.earliest - end.latest).days > 1


@rule("NE202", "out-of-order", "error")
def out_of_order(view: View) -> Iterator[Found]:
    """What comes later is certainly earlier: a status, a leg, or an effect before its cause.

    ## What it does

    Compares each step of a `status_history` with those before it, each leg with the ones before it in the same
    itinerary, an event with what it was caused by, a gift or transfer with the one it reciprocates, and a statement
    with the one it responds to and the statements and sources that it retracts or corrects. Steps and legs stand in
    their lists the earliest first. Where one leg comes from the same place as the next one, or leads to the same, as
    with several ships, only the departures of that itinerary are compared.

    ## Why it matters

    A car that is delivered before it was offered is either two stories, or one date is wrong.

    ## Example

    ```yaml
    status_history:
      - {status: offered, when: {edtf: 2023-09-13}}
      - {status: delivered, when: {edtf: 2023-02-18}}
    ```

    ## Use instead

    ```yaml
    status_history:
      - {status: offered, when: {edtf: 2023-09-13}}
      - {status: delivered, when: {edtf: 2024-02-18}}
    ```

    ## Source

    The data model; causes precede effects.
    """
    for record in view.records:
        if isinstance(record, Gift | Transfer):
            yield from _disordered(
                record, [(f"/status_history/{i}/when", [each.when]) for i, each in enumerate(record.status_history)]
            )
        elif isinstance(record, Shipment):
            for itinerary in ("declared", "actual", None):
                legs = [(i, leg) for i, leg in enumerate(record.legs) if leg.itinerary == itinerary]
                is_split = any(are_side_by_side(one, other) for (_, one), (_, other) in pairwise(legs))
                steps = [(f"/legs/{i}", [leg.departed, leg.arrived]) for i, leg in legs]
                yield from _disordered(record, steps, by_start=is_split)
        yield from _before_its_reason(view, record)


def _disordered(
    record: Record, steps: Sequence[tuple[str, Sequence[When | None]]], *, by_start: bool = False
) -> Iterator[Found]:
    """Yield the steps of which some time, or only the first, is certainly before one of an earlier step."""
    latest: When | None = None
    for pointer, told in steps:
        times = [when for when in told if when is not None]
        if len(times) > 1 and times[1].certainly_before(times[0]):
            # A leg that ends before it starts has that fault alone.
            continue
        if by_start:
            times = [when for when in told[:1] if when is not None]
        early = next((when for when in times if latest is not None and when.certainly_before(latest)), None)
        if early is not None and latest is not None:
            message = f"{early.edtf} is before {latest.edtf} of an earlier entry; entries stand the earliest first"
            yield Found(record, pointer, f"{message}: correct a date, or the order")
            # Which of the two is wrong nobody knows: what follows is compared with the later entry.
            latest = None
        latest = max([*times, *([latest] if latest else [])], key=_start, default=None)


def _start(when: When) -> int:
    day = None if when.edtf is None else _edtf.bounds(when.edtf).sure_earliest
    return 0 if day is None else day.toordinal()


def _before_its_reason(view: View, record: Record) -> Iterator[Found]:
    mine = record.when if isinstance(record, Event | Statement) else None
    if mine is None:
        return
    for pointer, id, what in _reasons(view, record):
        reason = view.get(id, Record)
        when = reason.when if isinstance(reason, Event | Statement) else None
        if isinstance(reason, Source):
            when = reason.published
        if when is not None and mine.certainly_before(when):
            message = f"this is of {mine.edtf}, before {what} {id!r} of {when.edtf}; correct a date, or the reference"
            yield Found(record, pointer, message, (id,))
            if isinstance(record, Statement):
                # What it answers is often what it takes back: one wrong date is one fault.
                return


def _reasons(view: View, record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield what comes before *record*: the pointer to it, its id, and what it is to the record."""
    if isinstance(record, Event):
        yield from ((f"/caused_by_ids/{i}", id, "its cause") for i, id in enumerate(record.caused_by_ids))
    if isinstance(record, Gift | Transfer) and record.reciprocates_id is not None:
        yield "/reciprocates_id", record.reciprocates_id, "what it answers"
    if isinstance(record, Statement):
        answered = record.responds_to_id
        # Who was asked beforehand answers a report, or an event, that is still to come.
        if answered is not None and view.get(answered, Statement) is not None:
            yield "/responds_to_id", answered, "what it answers"
        for name, what in (("retracts_ids", "what it retracts"), ("corrects_ids", "what it corrects")):
            for i, id in enumerate(getattr(record, name)):
                # That an event will be is corrected before it would have been.
                if view.get(id, Event) is None:
                    yield f"/{name}/{i}", id, what
