"""NE2, existence: countries were there at the time of what is said of them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsevents.errors import UnknownCountryError
from newsevents.parts.flag import Flag
from newsevents.parts.role import Role
from newsevents.records._record import Record
from newsevents.records.person import Person
from newsevents.records.state import State
from newsevents.rules._presence import Span, TakingPart, Times, is_dead, span_of, taking_part
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import Part, View
from newsevents.values.country import country_times, normalize_country
from newsevents.values.place import Place


@lru_cache(maxsize=1024)
def _in_use(country: str) -> tuple[tuple[str, str], ...]:
    """Return the times of a code or name as first and last days; empty where it was always in use, or is none."""
    ranges = (each.partition("..") for each in country_times(country).split(",") if each)
    return tuple((first, last) for first, _, last in ranges)


def _is_over(country: str, span: Span) -> bool:
    """Return whether a code or name was certainly in use no more."""
    times = _in_use(country)
    first = None if span.first is None else span.first.isoformat()
    return bool(times) and first is not None and all(last and last < first for _, last in times)


class _Refusal(NamedTuple):
    """Why a code or name was not in use, and what was. The error itself would hold all that was going on."""

    message: str
    suggestions: tuple[str, ...]


def _refusal(country: str, span: Span) -> _Refusal | None:
    """Return why a code or name was certainly not in use on any day of *span*; `None` where it may have been."""
    times = _in_use(country)
    first = span.first.isoformat() if span.first else ""
    last = span.last.isoformat() if span.last else "~"
    if times and all((end and end < first) or last < start for start, end in times):
        day = span.first or span.last
        try:
            normalize_country(country, on=day)
        except UnknownCountryError as error:
            # The error knows of one day only.
            return _Refusal(error.message.replace(f" on {day}:", f" {_told(span)}:", 1), tuple(error.suggestions))
    return None


def _told(span: Span) -> str:
    if span.first == span.last:
        return f"on {span.first}"
    return " ".join(f"{word} {day}" for word, day in (("from", span.first), ("to", span.last)) if day is not None)


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
    when_of = view.made(Times)
    for record, pointer, place in view.parts(Place):
        # When it was matters only for what was not always in use.
        if not any(_in_use(told) for told in (place.country, place.name) if told is not None):
            continue
        span = when_of.span_at(record, pointer)
        refusal = None if place.country is None else _refusal(place.country, span)
        if refusal is not None:
            yield _unused(record, f"{pointer}/country", refusal)
        elif (
            place.precision in {None, "country"}
            and _is_over(place.name, span)
            and (refusal := _refusal(place.name, span)) is not None
        ):
            # A town may have the name of a country: one elsewhere is not meant, unless the place is said to be one.
            same = {None, normalize_country(place.name), *refusal.suggestions}
            if place.precision == "country" or place.country in same:
                yield _unused(record, f"{pointer}/name", refusal)
    dated: list[Part[Role] | Part[Flag]] = [*view.parts(Role), *view.parts(Flag)]
    for record, pointer, held in dated:
        if held.country is not None and held.during is not None:
            refusal = _refusal(held.country, span_of([held.during]))
            if refusal is not None:
                yield _unused(record, f"{pointer}/country", refusal)
    parts = view.made(taking_part)
    yield from _states(view, parts)
    yield from _nationals(view, parts)


def _unused(record: Record, pointer: str, refusal: _Refusal, related: tuple[str, ...] = ()) -> Found:
    then = ", ".join(refusal.suggestions) or "what it was then"
    return Found(record, pointer, f"{refusal.message}; write {then}, or correct the date", related)


def _states(view: View, parts: Sequence[TakingPart]) -> Iterator[Found]:
    """Yield states in events of another time: on the state where all of its events are, else on each such event."""
    known: dict[str, list[tuple[TakingPart, _Refusal | None]]] = {}
    for part in parts:
        state = view.get(part.id, State)
        if state is not None and _in_use(state.country) and view.made(Times).of(part.record):
            known.setdefault(part.id, []).append((part, _refusal(state.country, view.made(Times).span(part.record))))
    for id, found in known.items():
        wrong = [(part, refusal) for part, refusal in found if refusal is not None]
        if wrong and len(wrong) == len(found):
            yield _unused(view.by_id[id], "/country", wrong[0][1], tuple(part.record.id for part, _ in wrong[:5]))
        else:
            yield from (_unused(part.record, part.pointer, refusal, (id,)) for part, refusal in wrong)


def _nationals(view: View, parts: Sequence[TakingPart]) -> Iterator[Found]:
    for person in view.of(Person):
        for index, country in enumerate(person.nationalities):
            if not _in_use(country):
                continue
            born, died = (span_of([when] if when else []) for when in (person.birth, person.death))
            if refusal := _refusal(country, Span(born.first, died.last)):
                yield _unused(person, f"/nationalities/{index}", refusal)
    reported: set[str] = set()
    known: dict[str, set[str]] = {}
    for part in parts:
        national = view.get(part.id, Person)
        if national is None or part.id in reported or not any(map(_in_use, national.nationalities[:1])):
            continue
        if part.id not in known:
            known[part.id] = set(national.nationalities)
        times = view.made(Times)
        if not part.acts or is_dead(national, times.periods(part.record)):
            continue
        span = times.span(part.record)
        refusal = _refusal(national.nationalities[0], span)
        if refusal is not None and all(_is_over(country, span) for country in known[part.id]):
            reported.add(part.id)
            yield _unused(national, "/nationalities/0", refusal, (part.record.id,))
