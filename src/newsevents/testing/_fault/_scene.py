"""Scenes: a few records that no rule has anything against, and the edit by which one of them has."""

import copy
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

__all__ = ["GONE", "Body", "Fault", "Maker", "Scene", "edited", "located", "told"]

T = TypeVar("T")
Body = dict[str, Any]
"""A record as JSON has it."""

GONE = object()
"""The value of what an edit takes out."""

_FIRST_NAMES = ("Anna", "Bruno", "Carla", "David", "Elif", "Femi", "Goran", "Hana", "Ilmar", "Joana")
_LAST_NAMES = ("Adler", "Bekele", "Costa", "Dahl", "Egede", "Fischer", "Guzmán", "Holm", "Ito", "Jansen")
_COUNTRIES = ("AT", "BR", "CA", "DK", "EE", "FR", "GR", "IE", "JP", "KE", "MX", "NO", "NZ", "PE", "PT", "VN")
_PORTS = (
    *(("Aarhus", "DK"), ("Bergen", "NO"), ("Callao", "PE"), ("Dover", "GB"), ("Genoa", "IT"), ("Haiphong", "VN")),
    *(("Kobe", "JP"), ("Mombasa", "KE"), ("Ningbo", "CN"), ("Porto", "PT"), ("Rotterdam", "NL"), ("Split", "HR")),
)
_GOODS = ("a yacht", "a white horse", "three paintings", "two crates", "a clock", "an old car")
_WORDS = ("harbor", "river", "bridge", "market", "winter", "letter", "island", "engine", "garden", "window", "silver")


class Fault(NamedTuple):
    """Records that are clean, and what makes one of them faulty."""

    records: Sequence[Body]
    edits: Mapping[str, Any]
    """What is written where: the id of a record and a JSON Pointer within it, such as `gift/item_ids/0`."""
    at: str
    """Where the finding stands, written in the same way; the bare id is the whole record."""


def told(type: str, id: str, **fields: Any) -> Body:
    """Return a record that stands in the source `report`."""
    return {"type": type, "id": id, "attributions": [{"source_id": "report"}], **fields}


class Scene:
    """What is drawn for one scene; the first choice is the simplest."""

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of *options*."""
        return self._draw(st.sampled_from(options))

    def some_of(self, options: Sequence[T], count: int) -> list[T]:
        """Return *count* of the *options*, no two alike."""
        return self._draw(st.permutations(options))[:count]

    def number(self, least: int, most: int) -> int:
        """Return a number within bounds."""
        return self._draw(st.integers(least, most))

    def letters(self) -> str:
        """Return a few small letters."""
        return self._draw(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8))

    def code(self, length: int) -> str:
        """Return digits and capitals."""
        return self._draw(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=length, max_size=length))

    def words(self, count: int) -> list[str]:
        """Return words, no two alike."""
        return self.some_of(_WORDS, count)

    def day(self, first: str = "2005-01-01", last: str = "2018-12-31") -> dt.date:
        """Return a day within bounds."""
        return self._draw(st.dates(dt.date.fromisoformat(first), dt.date.fromisoformat(last)))

    def after(self, day: dt.date, most: int = 700) -> dt.date:
        """Return a later day."""
        return day + dt.timedelta(days=self.number(1, most))

    def country(self) -> str:
        """Return a country that has been the same since 1993."""
        return self.one_of(_COUNTRIES)

    def ports(self, count: int) -> list[Body]:
        """Return places, no two alike."""
        found = self.some_of(_PORTS, count)
        return [{"name": name, "country": country, "precision": "city"} for name, country in found]

    def report(self, **fields: Any) -> Body:
        """Return the source that tells the rest of the scene."""
        form = self.one_of(("article", "wire", "broadcast"))
        return {"type": "source", "id": "report", "title": "A report", "form": form, **fields}

    def person(self, id: str, **fields: Any) -> Body:
        """Return somebody who is named."""
        name = f"{self.one_of(_FIRST_NAMES)} {self.one_of(_LAST_NAMES)}"
        return told("person", id, names=[{"text": name}], **fields)

    def organization(self, id: str, **fields: Any) -> Body:
        """Return an organization."""
        name = f"{self.one_of(_LAST_NAMES)} {self.one_of(('Bank', 'Lines', 'Museum', 'Works'))}"
        return told("organization", id, names=[{"text": name}], **fields)

    def item(self, id: str = "thing", **fields: Any) -> Body:
        """Return a thing."""
        return told("item", id, **{"description": self.one_of(_GOODS), **fields})

    def gift(self, **fields: Any) -> list[Body]:
        """Return a gift with all that it refers to."""
        gift = told(
            "gift",
            "gift",
            givers=[{"actor_id": "giver"}],
            recipients=[{"actor_id": "recipient"}],
            item_ids=["thing"],
            **fields,
        )
        return [self.report(), self.person("giver"), self.person("recipient"), self.item(), gift]

    def shipment(self, **fields: Any) -> list[Body]:
        """Return a shipment with all that it refers to."""
        return [self.report(), self.item(), told("shipment", "voyage", item_ids=["thing"], **fields)]

    def meeting(self, published: dt.date | None = None, **fields: Any) -> list[Body]:
        """Return a meeting with all that it refers to, told in a report of 2022 or of another day."""
        date = (published or self.day("2022-01-01", "2023-12-31")).isoformat()
        people = [self.person("guest"), self.person("host")]
        meeting = told("meeting", "meeting", form="talks", participant_ids=["guest", "host"], **fields)
        return [self.report(published={"edtf": date}), *people, meeting]


Maker = Callable[[Scene], Fault]
"""Makes a fault of what a scene draws."""


def edited(records: Sequence[Body], edits: Mapping[str, Any]) -> list[Body]:
    """Return a copy of *records* in which something else is written."""
    after = copy.deepcopy(list(records))
    # All are found first: an edit may change an id.
    targets = [(_holder(after, address), address.rpartition("/")[2], value) for address, value in edits.items()]
    for holder, key, value in targets:
        if isinstance(holder, list):
            # The place after the last one is new.
            holder[int(key) : int(key) + 1] = [value]
        elif value is GONE:
            del holder[key]
        else:
            holder[key] = value
    return after


def located(records: Sequence[Body], address: str, first: int) -> str:
    """Return the JSON Pointer into a dossier whose record number *first* is the first of *records*."""
    id, slash, rest = address.partition("/")
    index = next(index for index, record in enumerate(records) if record["id"] == id)
    return f"/records/{first + index}{slash}{rest}"


def _holder(records: Sequence[Body], address: str) -> Any:
    id, *keys = address.split("/")[:-1]
    held: Any = next(record for record in records if record["id"] == id)
    for key in keys:
        held = held[int(key) if key.isdecimal() else key]
    return held
