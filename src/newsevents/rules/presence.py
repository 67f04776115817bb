"""NE2, presence: people and countries are there, and hold their roles, at the time of what they take part in."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsevents.errors import UnknownCountryError
from newsevents.parts.flag import Flag
from newsevents.parts.leg import Indicator, Leg
from newsevents.parts.role import Role
from newsevents.parts.status import StatusChange
from newsevents.records._record import Event, Record
from newsevents.records.gift import Gift
from newsevents.records.person import Person
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.shipment import Shipment
from newsevents.records.state import State
from newsevents.records.statement import Statement
from newsevents.records.transfer import Transfer
from newsevents.rules._act import times_of
from newsevents.rules._period import Periods
from newsevents.rules._rule import Found, rule
from newsevents.rules._told import FEW, few
from newsevents.rules._view import Part, View
from newsevents.values import _edtf
from newsevents.values.country import country_times, normalize_country
from newsevents.values.place import Place
from newsevents.values.when import When


@rule("NE207", "impossible-age", "error", alone=True)
def impossible_age(view: View) -> Iterator[Found]:
    """A person's age does not fit the birth.

    ## What it does

    Computes the ages that a person may have had on the day `as_of`, from the first and the last day on which the birth
    certainly lies, and reports an age in full years that is none of them. A birth marked approximate proves nothing.

    ## Why it matters

    One of the two is wrong, or they belong to two people of one name.

    ## Example

    ```yaml
    birth: {edtf: 1984-01-08}
    age: {years: 39, as_of: 2024-03-16}
    ```

    ## Use instead

    ```yaml
    birth: {edtf: 1984-01-08}
    age: {years: 40, as_of: 2024-03-16}
    ```

    ## Source

    The data model: an age counts full years.
    """
    for person in view.of(Person):
        age, edtf = person.age, person.birth and person.birth.edtf
        if age is None or edtf is None:
            continue
        day, birth = dt.date.fromisoformat(age.as_of), _edtf.bounds(edtf)
        first, last = birth.sure_earliest, birth.sure_latest
        too_old = first is not None and age.years > _age(first, day)
        too_young = last is not None and age.years < _age(last, day)
        if too_old or too_young:
            possible = f"at {'most' if too_old else 'least'} {_age((first if too_old else last) or day, day)}"
            message = f"{age.years} years on {age.as_of}, but who was born {edtf} was {possible} then; correct one"
            yield Found(person, "/age/years", message)


def _age(birth: dt.date, day: dt.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


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
_PATIENTS = frozenset({"patient_ids", "beneficiary_ids"})


class _Part(NamedTuple):
    """An actor who takes part in something."""

    record: Record
    pointer: str
    id: str
    acts: bool
    """Whether the actor does something, or receives it."""


def _taking_part(view: View) -> Iterator[_Part]:
    """Yield who takes part in an event, a statement or an assessment, each once for each."""
    seen: set[str] = set()
    last: Record | None = None
    for record, reference in view.references:
        if not isinstance(record, Event | Statement | SanctionsAssessment):
            continue
        if record is not last:
            last, seen = record, set()
        name = reference.pointer.split("/")[1]
        if reference.pointer.endswith("/on_behalf_of_id") or name not in _ACTORS | _PATIENTS or reference.id in seen:
            continue
        seen.add(reference.id)
        yield _Part(record, reference.pointer, reference.id, name in _ACTORS)


class _Times:
    """When things happened; worked out once for each record, since all of its places and actors ask for it."""

    def __init__(self, _: View) -> None:
        self._of: dict[int, Sequence[When]] = {}
        self._periods: dict[int, Periods] = {}
        self._spans: dict[int, _Span] = {}

    def of(self, record: Record) -> Sequence[When]:
        """Return the times of an act: its own, else those of its parts."""
        if id(record) not in self._of:
            if isinstance(record, Event):
                self._of[id(record)] = times_of(record)
            else:
                own = record.when if isinstance(record, Statement | SanctionsAssessment) else None
                self._of[id(record)] = _dated([own])
        return self._of[id(record)]

    def periods(self, record: Record) -> Periods:
        """Return the times of an act, ready to be compared with those of all who take part."""
        if id(record) not in self._periods:
            self._periods[id(record)] = Periods(self.of(record))
        return self._periods[id(record)]

    def span(self, record: Record) -> "_Span":
        """Return the days between which an act was."""
        if id(record) not in self._spans:
            self._spans[id(record)] = _span(self.of(record))
        return self._spans[id(record)]

    def span_at(self, record: Record, pointer: str) -> "_Span":
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
        own = _dated([part.departed, part.arrived] if isinstance(part, Leg) else [part.when])
        return _span(own) if own else self.span(record)


def _dated(times: Iterable[When | None]) -> Sequence[When]:
    return [when for when in times if when is not None and when.edtf is not None]


@rule("NE208", "unborn-or-dead", "error")
def unborn_or_dead(view: View) -> Iterator[Found]:
    """Somebody takes part who was certainly not yet born, or certainly dead.

    ## What it does

    Compares the time of an event, a statement or an assessment with the birth and death of those who give, receive,
    meet, vote, act or speak in it. To whom something is done (`patient_ids`, `beneficiary_ids`) may be dead: the dead
    are buried and judged. So may those on whose behalf (`on_behalf_of_id`) heirs or an estate give and receive.

    ## Why it matters

    A date is wrong, or the person is another of the same name, often a father or a daughter.

    ## Example

    ```yaml
    - type: person
      id: kim-jong-il
      names: [{text: Kim Jong Il}]
      death: {edtf: 2011-12-17}
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2023-09-13}
      participant_ids: [kim-jong-il, vladimir-putin]
    ```

    ## Use instead

    ```yaml
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2023-09-13}
      participant_ids: [kim-jong-un, vladimir-putin]
    ```

    ## Source

    The data model: who takes part in an event is there.
    """
    when_of = view.made(_Times)
    for record, pointer, id, acts in _taking_part(view):
        person = view.get(id, Person)
        times = when_of.of(record)
        if person is None or not times:
            continue
        birth, death = person.birth, person.death
        if birth is not None and death is not None and death.certainly_before(birth):
            # Of a life that ends before it starts that alone is the fault.
            continue
        periods = when_of.periods(record)
        if birth is not None and periods.before(birth):
            fault = f"was born {birth.edtf}, after this of {times[0].edtf}"
        elif acts and _is_dead(person, periods):
            fault = f"died {death and death.edtf}, before this of {times[0].edtf}"
        else:
            continue
        yield Found(record, pointer, f"{id!r} {fault}; correct a date, or name the one who took part", (id,))


def _is_dead(person: Person, times: Periods) -> bool:
    """Return whether a person was certainly dead at *times*."""
    return person.death is not None and times.after(person.death)


@rule("NE209", "official-out-of-office", "warning")
def official_out_of_office(view: View) -> Iterator[Found]:
    """Somebody acts in official capacity while holding no office.

    ## What it does

    Looks at the parties of a gift or transfer whose `capacity` is `official`, and reports a person of whom roles are
    known, where each of these had certainly ended or not begun when it happened. A role without a time proves nothing.

    ## Why it matters

    A gift to an office-holder falls under rules that a gift to a private person does not.

    ## Example

    ```yaml
    - type: person
      id: former-mayor
      names: [{text: Ada Berg}]
      roles: [{title: Mayor, during: {edtf: 2015/2019}}]
    - type: gift
      id: clock
      when: {edtf: 2023-05}
      givers: [{actor_id: former-mayor, capacity: official}]
      recipients: [{actor_id: museum}]
      item_ids: [tower-clock]
    ```

    ## Use instead

    ```yaml
    - type: gift
      id: clock
      when: {edtf: 2023-05}
      givers: [{actor_id: former-mayor, capacity: personal}]
      recipients: [{actor_id: museum}]
      item_ids: [tower-clock]
    ```

    ## Source

    The data model: `official` is the capacity of an office-holder.
    """
    when_of = view.made(_Times)
    held_by: dict[str, Periods] = {}
    for record in view.records:
        if not isinstance(record, Gift | Transfer):
            continue
        times = when_of.of(record)
        for field in ("givers", "recipients"):
            for index, party in enumerate(record.givers if field == "givers" else record.recipients):
                person = view.get(party.actor_id, Person)
                if party.capacity != "official" or person is None or not person.roles or not times:
                    continue
                if person.id not in held_by:
                    held_by[person.id] = Periods(role.during for role in person.roles)
                if not held_by[person.id].has_one_within(when_of.periods(record)):
                    held = few([str(role.during and role.during.edtf) for role in person.roles[: FEW + 1]])
                    message = f"{party.actor_id!r} acts in official capacity in {times[0].edtf}, roles were held {held}"
                    at = f"/{field}/{index}/capacity"
                    yield Found(record, at, f"{message}; correct a date, or the capacity", (party.actor_id,))


# --- countries --------------------------------------------------------------------------------------------------------


class _Span(NamedTuple):
    """The days between which something was; `None` is no bound."""

    first: dt.date | None
    last: dt.date | None


def _span(times: Sequence[When]) -> _Span:
    bounds = [_edtf.bounds(when.edtf) for when in times if when.edtf is not None]
    firsts = [each.sure_earliest for each in bounds]
    lasts = [each.sure_latest for each in bounds]
    return _Span(
        min((day for day in firsts if day is not None), default=None) if None not in firsts else None,
        max((day for day in lasts if day is not None), default=None) if None not in lasts else None,
    )


@lru_cache(maxsize=1024)
def _in_use(country: str) -> tuple[tuple[str, str], ...]:
    """Return the times of a code or name as first and last days; empty where it was always in use, or is none."""
    ranges = (each.partition("..") for each in country_times(country).split(",") if each)
    return tuple((first, last) for first, _, last in ranges)


def _is_over(country: str, span: _Span) -> bool:
    """Return whether a code or name was certainly in use no more."""
    times = _in_use(country)
    first = None if span.first is None else span.first.isoformat()
    return bool(times) and first is not None and all(last and last < first for _, last in times)


def _refusal(country: str, span: _Span) -> UnknownCountryError | None:
    """Return why a code or name was certainly not in use on any day of *span*; `None` where it may have been."""
    times = _in_use(country)
    first = span.first.isoformat() if span.first else ""
    last = span.last.isoformat() if span.last else "~"
    refusal = None
    if times and all((end and end < first) or last < start for start, end in times):
        try:
            normalize_country(country, on=span.first or span.last)
        except UnknownCountryError as error:
            refusal = error
    return refusal


@rule("NE210", "country-not-in-use", "warning")
def country_not_in_use(view: View) -> Iterator[Found]:
    """A country's code or name was certainly not in use at that time.

    ## What it does

    Compares the times of former and new countries (ISO 3166-3 and the dates of independence) with the time of the
    event: the code of a place, of a state that takes part, of a role and a flag with a time of their own. The
    nationality of a person is reported where the country had ended before that birth, began after that death, or had
    ended, with every other of that person's, before an event in which the person takes part. A name of a place is
    reported only where it had ended, since sources give the old places their new names.

    ## Why it matters

    A search for the Soviet Union finds what Russia did years later, and the other way round.

    ## Example

    ```yaml
    place: {name: Moscow, country: SUHH}
    when: {edtf: 2001-06-12}
    ```

    ## Use instead

    ```yaml
    place: {name: Moscow, country: RU}
    when: {edtf: 2001-06-12}
    ```

    ## Source

    ISO 3166-3, codes for formerly used names of countries.
    """
    when_of = view.made(_Times)
    for record, pointer, place in view.parts(Place):
        span = when_of.span_at(record, pointer)
        refusal = None if place.country is None else _refusal(place.country, span)
        if refusal is not None:
            yield _unused(record, f"{pointer}/country", refusal)
        elif place.precision in {None, "country"} and _is_over(place.name, span):
            refusal = _refusal(place.name, span)
            # A town may have the name of a country: one elsewhere is not meant, unless the place is said to be one.
            same = {None, normalize_country(place.name), *(refusal.suggestions if refusal else ())}
            if refusal is not None and (place.precision == "country" or place.country in same):
                yield _unused(record, f"{pointer}/name", refusal)
    dated: list[Part[Role] | Part[Flag]] = [*view.parts(Role), *view.parts(Flag)]
    for record, pointer, held in dated:
        if held.country is not None and held.during is not None:
            refusal = _refusal(held.country, _span([held.during]))
            if refusal is not None:
                yield _unused(record, f"{pointer}/country", refusal)
    parts = list(_taking_part(view))
    yield from _states(view, parts)
    yield from _nationals(view, parts)


def _unused(record: Record, pointer: str, refusal: UnknownCountryError, related: tuple[str, ...] = ()) -> Found:
    then = ", ".join(refusal.suggestions) or "what it was then"
    return Found(record, pointer, f"{refusal.message}; write {then}, or correct the date", related)


def _states(view: View, parts: Sequence[_Part]) -> Iterator[Found]:
    """Yield states in events of another time: on the state where all of its events are, else on each such event."""
    known: dict[str, list[tuple[_Part, UnknownCountryError | None]]] = {}
    for part in parts:
        state = view.get(part.id, State)
        if state is not None and view.made(_Times).of(part.record):
            known.setdefault(part.id, []).append((part, _refusal(state.country, view.made(_Times).span(part.record))))
    for id, found in known.items():
        wrong = [(part, refusal) for part, refusal in found if refusal is not None]
        if wrong and len(wrong) == len(found):
            yield _unused(view.by_id[id], "/country", wrong[0][1], tuple(part.record.id for part, _ in wrong[:5]))
        else:
            yield from (_unused(part.record, part.pointer, refusal, (id,)) for part, refusal in wrong)


def _nationals(view: View, parts: Sequence[_Part]) -> Iterator[Found]:
    for person in view.of(Person):
        born, died = (_span([when] if when else []) for when in (person.birth, person.death))
        for index, country in enumerate(person.nationalities):
            if refusal := _refusal(country, _Span(born.first, died.last)):
                yield _unused(person, f"/nationalities/{index}", refusal)
    reported: set[str] = set()
    known: dict[str, set[str]] = {}
    for part in parts:
        national = view.get(part.id, Person)
        if national is not None and part.id not in known:
            known[part.id] = set(national.nationalities)
        if national is None or not national.nationalities or part.id in reported:
            continue
        times = view.made(_Times)
        if not part.acts or _is_dead(national, times.periods(part.record)):
            continue
        span = times.span(part.record)
        refusal = _refusal(national.nationalities[0], span)
        if refusal is not None and all(_is_over(country, span) for country in known[part.id]):
            reported.add(part.id)
            yield _unused(national, "/nationalities/0", refusal, (part.record.id,))
