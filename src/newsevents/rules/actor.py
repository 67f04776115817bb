"""NE4, actors: in what capacity they receive, by what name a state goes, and whose nationals they are."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsevents._regex import regex
from newsevents.records.gift import Gift
from newsevents.records.person import Person
from newsevents.records.state import State
from newsevents.rules._period import Periods
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.country import country_name, find_country
from newsevents.values.place import Place
from newsevents.values.when import When

if TYPE_CHECKING:
    from newsevents.rules._nationality import Second

_LONGEST_SPAN = 400
"""How many characters a text may have that speaks of one person."""


@rule("NE404", "capacity-unsaid", "info")
def capacity_unsaid(view: View) -> Iterator[Found]:
    """A head of state or government, or a minister, receives a gift, and in what capacity is not said.

    ## What it does

    Looks at the recipients of a gift who are persons with a role of the office `head_of_state`, `head_of_government`
    or `minister`, and reports the one with no `capacity` and no `on_behalf_of_id`. A role that had ended before the
    gift or began after it does not count, nor does a former holder's title ("former president"); nor a gift that was
    not received, being only offered or announced, declined, withdrawn or lost.

    ## Why it matters

    A gift to the office belongs to the state in most countries, one to the person to the person. Which of the two it
    was is often the story.

    ## Example

    ```yaml
    type: gift
    id: dogs
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: vladimir-putin}]
    item_ids: [two-dogs]
    ```

    ## Use instead

    ```yaml
    type: gift
    id: dogs
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: vladimir-putin, capacity: official}]
    item_ids: [two-dogs]
    ```

    ## Source

    UN Convention against Corruption, article 8(5): public officials declare substantial gifts.
    """
    offices: dict[str, list[_Office]] = {}
    for gift in view.of(Gift):
        reached = gift.status or (gift.status_history[-1].status if gift.status_history else None)
        if reached in _NOT_RECEIVED:
            continue
        times = [when for when in (gift.when, *(step.when for step in gift.status_history)) if when is not None]
        periods = Periods(times)
        for index, party in enumerate(gift.recipients):
            person = view.get(party.actor_id, Person)
            if person is None or party.capacity is not None or party.on_behalf_of_id is not None:
                continue
            if person.id not in offices:
                offices[person.id] = _offices(person)
            office = next((each.name for each in offices[person.id] if each.is_held(times, periods)), None)
            if office is not None:
                message = (
                    f"{person.id} holds an office ({office}) and receives a gift, but no capacity says whether as a "
                    "person, as an office-holder or for the state; expected capacity, where the source makes it clear"
                )
                yield Found(gift, f"/recipients/{index}", message, (person.id,))


_NOT_RECEIVED = frozenset({"offered", "announced", "declined", "withdrawn", "lost"})
_OFFICES = frozenset({"head_of_state", "head_of_government", "minister"})
_NOT_IN_OFFICE = regex(r"\b(?:former|ex|past|late|deposed|ousted|retired|elect|designate)\b", re.IGNORECASE)


class _Office(NamedTuple):
    """One of those offices, with the times at which a person held it."""

    name: str
    held: Sequence[When | None]
    periods: Periods

    def is_held(self, times: Sequence[When], periods: Periods) -> bool:
        """Return whether it may have been held at one of *times*, which are *periods* too."""
        if not times:
            return any(when is None or when.latest is None for when in self.held)
        few, many = (self.held, periods) if len(self.held) < len(times) else (times, self.periods)
        return any(many.has_one_within(Periods([when])) for when in few)


def _offices(person: Person) -> list[_Office]:
    """Return those of the offices that a person holds or held."""
    found: dict[str, list[When | None]] = {}
    for role in person.roles:
        if role.office in _OFFICES and not (role.title is not None and _NOT_IN_OFFICE.search(role.title)):
            found.setdefault(role.office, []).append(role.during)
    return [_Office(name, held, Periods(held)) for name, held in found.items()]


@rule("NE406", "metonym-misplaced", "warning", alone=True)
def metonym_misplaced(view: View) -> Iterator[Found]:
    """A capital's name stands where a state is meant, or a state's name where its capital is.

    ## What it does

    Reports the name of a `state` that is a capital or a seat of government ("Moscow", "the Kremlin") and not of kind
    `metonym`, or of that kind and the state's own name; a place of precision `country` that is named by a capital; and
    one of precision `city` that is named by the country in which it lies. City-states, and capitals that bear the
    country's name in some language (Luxembourg, Panama, Tunis), are left alone, as are places of any other precision.
    Capitals are known by their English names, and some by those of their own language in Latin letters.

    ## Why it matters

    "Pyongyang has forged closer ties" is the state, "arrived in Pyongyang" the city. Data that mixes the two places a
    government's word on a map, or counts a car's arrival as a policy.

    ## Example

    ```yaml
    type: state
    id: russia
    country: RU
    names: [{text: Moscow, kind: alias}]
    ```

    ## Use instead

    ```yaml
    type: state
    id: russia
    country: RU
    names: [{text: Moscow, kind: metonym}]
    ```

    ## Source

    Associated Press Stylebook: a capital stands for its government only where that is clear.
    """
    for state in view.of(State):
        for index, name in enumerate(state.names):
            if name.kind != "metonym" and (code := _seat_of(name.text)):
                message = (
                    f"{name.text!r} is a capital or seat of government of {country_name(code)}, but stands as a "
                    f"state's name with kind {name.kind or 'unsaid'}; expected kind metonym"
                )
                yield Found(state, f"/names/{index}", message)
            elif name.kind == "metonym" and _country(name.text) == state.country and state.country not in _NAMESAKES:
                message = (
                    f"{name.text!r} has kind metonym, but is the name of {country_name(state.country)} itself; "
                    "expected another kind, such as short"
                )
                yield Found(state, f"/names/{index}", message)
    for record, pointer, place in view.parts(Place):
        if place.precision == "country" and (code := _seat_of(place.name)) and place.country in {None, code}:
            message = (
                f"{place.name!r} is a capital or seat of government, but the precision is country; expected the name "
                f"{country_name(code)!r}, or the precision city or site if the city is meant"
            )
            yield Found(record, f"{pointer}/name", message)
        elif place.precision == "city" and _is_named_by_country(place):
            message = (
                f"{place.name!r} is the name of a country, but the precision is city; expected the name of the city, "
                "or the precision country"
            )
            yield Found(record, f"{pointer}/name", message)


# City-states, and countries whose capital bears their name in English, Arabic, French or Spanish.
_NAMESAKES = frozenset("AD BZ DJ DZ GI GT GW HK KW LU MC MO MX PA SG SM ST SV TN VA".split())  # noqa: SIM905


def _is_named_by_country(place: Place) -> bool:
    code = place.country
    return code is not None and code not in _NAMESAKES and _country(place.name) == code


@lru_cache(maxsize=4096)
def _country(name: str) -> str | None:
    return find_country(name)


@lru_cache(maxsize=4096)
def _seat_of(name: str) -> str | None:
    """Return the country whose capital or seat of government *name* is, and no country's name."""
    return find_country(name, capitals=True) if find_country(name) is None else None


@rule("NE407", "second-nationality-missing", "warning")
def second_nationality_missing(view: View) -> Iterator[Found]:
    """A person has one nationality, and a span about the person names two.

    ## What it does

    Reads the spans of a person's attributions for words that give two nationalities to one person: "a Russian-Israeli
    businessman", "dual US-Russian citizen", "holds British and Iranian passports", "a citizen of Cyprus and Ukraine",
    "who is both Thai and Lao". Where one of the two is the only one in `nationalities`, the other is missing. Nothing
    is read from spans of more than 400 characters, from words that may tell descent ("Korean-American") or what is
    over or untrue (a passport renounced or forged), nor where the words go with somebody else's name. It needs the
    source's text, and reads English.

    ## Why it matters

    Whose national someone is decides which law, consulate and sanctions list apply. The second one is lost easily.

    ## Example

    The span reads "the Russian-Israeli businessman":

    ```yaml
    type: person
    id: viktor-orlov
    names: [{text: Viktor Orlov}]
    nationalities: [RU]
    attributions: [{source_id: wire, spans: [{start: 4, end: 31}]}]
    ```

    ## Use instead

    ```yaml
    type: person
    id: viktor-orlov
    names: [{text: Viktor Orlov}]
    nationalities: [RU, IL]
    attributions: [{source_id: wire, spans: [{start: 4, end: 31}]}]
    ```

    ## Source

    OpenSanctions and Popolo data: a person's nationalities are a list.
    """
    for person in view.of(Person):
        if len(person.nationalities) != 1:
            continue
        (told,) = person.nationalities
        spans = [*_spans_of(view, person)]
        second = _second(spans, told, person) if spans else None
        if second is not None:
            message = (
                f"the words {second.words!r} in the source name {told} and {second.country}, but nationalities holds "
                f"{told} alone; expected {second.country} too"
            )
            yield Found(person, "/nationalities", message)


def _second(spans: Sequence[str], told: str, person: Person) -> "Second | None":
    from newsevents.rules._nationality import Names, second  # noqa: PLC0415  (many patterns, for spans only)

    names = Names(name.text for name in person.names)
    return next(filter(None, (second(words, told, names) for words in spans)), None)


def _spans_of(view: View, person: Person) -> Iterator[str]:
    for attribution in person.attributions:
        text = view.text(attribution.source_id) if attribution.modality not in _UNTRUE else None
        for span in attribution.spans:
            if text is not None and span.end - span.start <= _LONGEST_SPAN:
                yield text[span.start : span.end]


_UNTRUE = frozenset({"denied", "predicted", "hypothetical"})
