"""What an assessment is about: when it happened, who supplied, who received, and where the goods went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from newsevents.records._record import Event, Record
from newsevents.records.gift import Gift
from newsevents.records.group import Group
from newsevents.records.occurrence import Occurrence
from newsevents.records.organization import Organization
from newsevents.records.person import Person
from newsevents.records.relation import Relation
from newsevents.records.shipment import Shipment
from newsevents.records.state import State
from newsevents.records.transfer import Transfer
from newsevents.rules._view import View
from newsevents.values.country import find_country
from newsevents.values.place import Place
from newsevents.values.when import When

__all__ = ["Acts", "Delivery", "countries_of", "is_ongoing", "item_ids", "times_of"]

T = TypeVar("T")

Delivery = Gift | Transfer | Shipment

# How the subject of a relation belongs to its object, and the other way round.
_BELONGS = frozenset({"employed_by", "member_of", "subsidiary_of"})
_HAS = frozenset({"controls", "owns"})
_TWO_WAY = frozenset({"barter", "exchange"})


class Sides(NamedTuple):
    """Who is on which side of a delivery, and where the goods go."""

    suppliers: list[str]
    receivers: list[str]
    goals: list[Place]
    """Where they are said to go."""
    scenes: list[Place]
    """Where they are handed over."""


class _Received(NamedTuple):
    """What one delivery tells of who receives."""

    reaches: bool
    """Whether its goods come to the country."""
    is_told: bool
    """Whether it says who receives, or where."""
    is_open: bool
    """Whether somebody or some place of no known country is among them."""


class Acts:
    """The deliveries of a dossier, and who in it belongs to which country."""

    def __init__(self, view: View) -> None:
        """Take what is looked at; indexes are made when first asked for."""
        self._view = view
        self._of: dict[str, frozenset[str]] = {}
        self._reached: dict[str, frozenset[str]] = {}
        self._supplied: dict[tuple[int, str], bool] = {}
        self._received: dict[tuple[int, str], _Received] = {}
        self._countries_of: dict[str, set[str]] = {}
        self._times: dict[int, Sequence[When]] = {}

    def linked(self, delivery: Delivery) -> Iterator[Delivery]:
        """Yield a delivery, the shipments that carry it out, and the gift or transfer that it carries out."""
        yield delivery
        yield from self._conveyances.get(delivery.id, ())
        if isinstance(delivery, Shipment):
            conveyed = self._view.get(delivery.conveys_id, Event)
            if isinstance(conveyed, Gift | Transfer):
                yield conveyed

    def times(self, event: Event) -> Sequence[When]:
        """Return when an event happened; where it does not say, when all the shipments did that carry it out."""
        if id(event) not in self._times:
            ways = [times_of(event)]
            if not ways[0] and isinstance(event, Gift | Transfer):
                ways = [times_of(shipment) for shipment in self._conveyances.get(event.id, ())]
            # One that may have been at any time leaves it open.
            self._times[id(event)] = [when for way in ways for when in way] if all(ways) else []
        return self._times[id(event)]

    def is_supplied_by(self, delivery: Delivery, country: str) -> bool:
        """Return whether somebody of a country supplies, carries or arranges a delivery."""
        return any(self._supplies(part, country) for part in self.linked(delivery))

    def _supplies(self, part: Delivery, country: str) -> bool:
        at = (id(part), country)
        if at not in self._supplied:
            self._supplied[at] = not self.of(country).isdisjoint(_sides(part).suppliers)
        return self._supplied[at]

    def reaches(self, delivery: Delivery, country: str) -> bool | None:
        """Return whether somebody or some place of a country receives; `None` where that is not known."""
        parts = [self._receives(part, country) for part in self.linked(delivery)]
        if any(part.reaches for part in parts):
            return True
        return False if any(part.is_told for part in parts) and not any(part.is_open for part in parts) else None

    def _receives(self, part: Delivery, country: str) -> "_Received":
        at = (id(part), country)
        if at not in self._received:
            sides = _sides(part)
            places = {_country_at(place) for place in sides.goals}
            self._received[at] = _Received(
                reaches=not self.reached(country).isdisjoint(item_ids(part)),
                is_told=bool(sides.receivers or places),
                is_open=None in places or not self._placed.issuperset(sides.receivers),
            )
        return self._received[at]

    def countries(self, id: str) -> set[str]:
        """Return the countries that the record of an actor names itself."""
        if id not in self._countries_of:
            self._countries_of[id] = countries_of(self._view.by_id.get(id))
        return self._countries_of[id]

    def of(self, country: str) -> frozenset[str]:
        """Return the ids of the actors of a country: by state, nationality, role, organization or relation."""
        if country not in self._of:
            seeds = [id for id, countries in self._countries.items() if country in countries]
            self._of[country] = self._spread(seeds)
        return self._of[country]

    def reached(self, country: str) -> frozenset[str]:
        """Return the ids of the items that go to somebody or some place of a country, in whatever delivery."""
        if country not in self._reached:
            deliveries = [record for record in self._view.of(Event) if isinstance(record, Delivery)]
            self._reached[country] = frozenset(
                id for each in deliveries if self._goes_to(_sides(each), country) for id in item_ids(each)
            )
        return self._reached[country]

    def _goes_to(self, sides: Sides, country: str) -> bool:
        actors = self.of(country)
        places = list(sides.goals)
        if not any(id in actors for id in sides.suppliers):
            # Where the giver is at home, the handing over there says nothing of where the goods go.
            places += sides.scenes
        return any(id in actors for id in sides.receivers) or any(_country_at(place) == country for place in places)

    def _spread(self, seeds: Iterable[str]) -> frozenset[str]:
        """Return *seeds* and whoever belongs to them, and to those in turn."""
        found: set[str] = set()
        waiting = list(seeds)
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting += self._members.get(id, ())
        return frozenset(found)

    @cached_property
    def _countries(self) -> dict[str, set[str]]:
        """The countries of the actors that have any of their own."""
        found = ((record.id, countries_of(record)) for record in self._view.records)
        return {id: countries for id, countries in found if countries}

    @cached_property
    def _placed(self) -> frozenset[str]:
        """The ids of the actors of whom some country is known."""
        return self._spread(self._countries)

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        """Who belongs to whom."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for person in self._view.of(Person):
            for role in person.roles:
                if role.organization_id is not None:
                    found[role.organization_id].append(person.id)
        for organization in self._view.of(Organization):
            if organization.parent_id is not None:
                found[organization.parent_id].append(organization.id)
        for relation in self._view.of(Relation):
            if relation.form in _BELONGS:
                found[relation.object_id].append(relation.subject_id)
            elif relation.form in _HAS:
                found[relation.subject_id].append(relation.object_id)
        return found

    @cached_property
    def _conveyances(self) -> dict[str, list[Shipment]]:
        """The shipments that carry out each gift or transfer."""
        found: defaultdict[str, list[Shipment]] = defaultdict(list)
        for shipment in self._view.of(Shipment):
            if shipment.conveys_id is not None:
                found[shipment.conveys_id].append(shipment)
        return found


def countries_of(record: Record | None) -> set[str]:
    """Return the countries that a record of an actor names itself."""
    if isinstance(record, State | Organization | Group):
        return set() if record.country is None else {record.country}
    if isinstance(record, Person):
        return {*record.nationalities, *(role.country for role in record.roles if role.country is not None)}
    return set()


def times_of(event: Event) -> list[When]:
    """Return when an event happened: its own time, else those of its legs, else those of its status."""
    legs = event.legs if isinstance(event, Shipment) else ()
    steps = event.status_history if isinstance(event, Gift | Transfer) else ()
    ways: list[list[When | None]] = [[event.when], [time for leg in legs for time in (leg.departed, leg.arrived)]]
    ways.append([step.when for step in steps])
    for way in ways:
        if found := [when for when in way if when is not None and when.edtf is not None]:
            return found
    return []


def is_ongoing(event: Event) -> bool:
    """Return whether an event went on throughout its time."""
    return isinstance(event, Transfer | Occurrence) and bool(event.is_ongoing)


def item_ids(event: Event) -> Sequence[str]:
    """Return the ids of the items with which something happened, those given in return included."""
    if isinstance(event, Transfer) and event.consideration:
        return (*event.item_ids, *event.consideration.item_ids)
    return event.item_ids if isinstance(event, Gift | Transfer | Shipment | Occurrence) else ()


def _sides(delivery: Delivery) -> Sides:
    if isinstance(delivery, Shipment):
        goals = [delivery.declared_destination, delivery.intended_destination, delivery.final_destination]
        goals += (leg.destination for leg in delivery.legs)
        senders = [delivery.consignor_id, *delivery.carrier_ids, *delivery.broker_ids]
        return Sides(_given(senders), _given([delivery.consignee_id]), _given(goals), _given([delivery.place]))
    suppliers = [id for party in delivery.givers for id in (party.actor_id, party.on_behalf_of_id)]
    receivers = [id for party in delivery.recipients for id in (party.actor_id, party.on_behalf_of_id)]
    goals = []
    if isinstance(delivery, Transfer):
        goals = [delivery.destination]
        receivers += delivery.beneficiary_ids
        if delivery.mode in _TWO_WAY or (delivery.consideration and delivery.consideration.item_ids):
            # What is given in return goes to the givers.
            receivers += suppliers
    scenes = [delivery.place, *(step.place for step in delivery.status_history)]
    return Sides(_given([*suppliers, *delivery.intermediary_ids]), _given(receivers), _given(goals), _given(scenes))


def _given(values: Iterable[T | None]) -> list[T]:
    return [value for value in values if value is not None]


def _country_at(place: Place) -> str | None:
    """Return the country in which a place lies, or that it is."""
    return place.country or find_country(place.name, capitals=True)
