"""NE1, entries: identifiers, pointers and lists say one thing, once, and lead to what is there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast, get_origin

from newsevents._model import Model, models_in
from newsevents.parts.party import Party
from newsevents.records._record import Event, Record
from newsevents.records.item import Item
from newsevents.records.organization import Organization
from newsevents.records.relation import Relation
from newsevents.rules._check_digit import expected_digits
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View

_STRONG = ("imo", "wikidata", "lei")


@rule("NE106", "same-identifier", "warning")
def same_identifier(view: View) -> Iterator[Found]:
    """Two records have the same strong identifier, so they are one and the same thing.

    ## What it does

    Compares the IMO number, the Wikidata id and the LEI of every record with those of the records before it. An event
    that is another account of one (`alternative_of_id`) may share them, and the IMO number of a ship is compared with
    those of ships only: companies have numbers of their own.

    ## Why it matters

    What is told of a ship under two records is told of none: its renaming, its flags and its voyages fall apart.

    ## Example

    ```yaml
    - type: item
      id: sea-star
      description: The tanker Sea Star
      identifiers: {imo: "9074729"}
    - type: item
      id: ocean-pearl
      description: The tanker Ocean Pearl
      identifiers: {imo: "9074729"}
    ```

    ## Use instead

    ```yaml
    - type: item
      id: sea-star
      description: A tanker that was renamed at sea
      names:
        - text: Sea Star
          kind: former
        - text: Ocean Pearl
      identifiers: {imo: "9074729"}
    ```

    ## Source

    IMO resolution A.1117(30) (a ship keeps its number for life), ISO 17442 (LEI), Wikidata's policy of one item for
    one thing.
    """
    first: dict[tuple[str, str, bool], Record] = {}
    for record in view.records:
        if isinstance(record, Event) and record.alternative_of_id is not None:
            continue
        for scheme in _STRONG:
            value = record.identifiers.get(scheme)
            if value is None:
                continue
            holder = first.setdefault((scheme, value, scheme == "imo" and isinstance(record, Item)), record)
            if holder is not record and holder.id != record.id:
                message = f"{scheme} {value} is that of {holder.id!r} too; one thing is one record: merge the two"
                yield Found(record, f"/identifiers/{scheme}", message, (holder.id,))


@rule("NE107", "wrong-check-digit", "error", alone=True)
def wrong_check_digit(view: View) -> Iterator[Found]:
    """An identifier fails its check digit.

    ## What it does

    Computes the check digit of every IMO, ISIN, ISNI and LEI identifier. Under `imo` a ship (an item) has a ship number
    and an organization a company number, which are checked in two ways; other records with one are left alone.

    ## Why it matters

    A check digit fails because a figure was mistyped. The number then names nothing, or something else.

    ## Example

    ```yaml
    type: item
    id: tanker
    description: A tanker
    identifiers: {imo: "9074792"}
    ```

    ## Use instead

    ```yaml
    type: item
    id: tanker
    description: A tanker
    identifiers: {imo: "9074729"}
    ```

    ## Source

    IMO resolution A.1117(30) (ships) and MSC.160(78) (companies), ISO 6166 (ISIN), ISO 27729 (ISNI), ISO 17442 (LEI).
    """
    for record in view.records:
        for scheme, value in record.identifiers.items():
            named = scheme
            if scheme == "imo" and not isinstance(record, Item):
                named = "imo company" if isinstance(record, Organization) else ""
            expected = expected_digits(named, value)
            if expected is not None and not value.endswith(expected):
                found = value[-len(expected) :]
                message = f"{scheme} {value} ends in {found}, its check digit is {expected}; a figure was mistyped"
                yield Found(record, f"/identifiers/{scheme}", f"{message}: look it up")


@rule("NE108", "pointer-to-nothing", "error", alone=True)
def pointer_to_nothing(view: View) -> Iterator[Found]:
    """A pointer in `covers` or `inferred` leads to no part of its record.

    ## What it does

    Follows every JSON Pointer in the `covers` of an attribution and in `inferred` through the record that holds it. A
    field that is absent is no part of it.

    ## Why it matters

    A hedge that covers a part that is not there hedges nothing, and the part that was meant stands as plain fact.

    ## Example

    ```yaml
    type: shipment
    id: shipment-1
    item_ids: [cars]
    legs:
      - origin: {name: Dubai, country: AE}
    attributions:
      - source_id: report
        modality: alleged
        covers: [/legs/1/origin]
    ```

    ## Use instead

    ```yaml
    type: shipment
    id: shipment-1
    item_ids: [cars]
    legs:
      - origin: {name: Dubai, country: AE}
    attributions:
      - source_id: report
        modality: alleged
        covers: [/legs/0/origin]
    ```

    ## Source

    RFC 6901 (JSON Pointer).
    """
    for record in view.records:
        # Most pointers lead to a field of the record itself that says something.
        fields = record.__dict__
        for index, pointer in enumerate(record.inferred):
            if not fields.get(pointer[1:]):
                yield from _lost(record, f"/inferred/{index}", pointer)
        for number, attribution in enumerate(record.attributions):
            for index, pointer in enumerate(attribution.covers):
                if not fields.get(pointer[1:]):
                    yield from _lost(record, f"/attributions/{number}/covers/{index}", pointer)


def _lost(record: Record, place: str, pointer: str) -> Iterator[Found]:
    part: Any = record
    way = ""
    for token in pointer.split("/")[1:]:
        within = _step(part, token.replace("~1", "/").replace("~0", "~") if "~" in token else token)
        if within is None:
            message = f"{pointer} leads nowhere: {way or 'the record'} has no {token!r}; point at a part that is there"
            yield Found(record, place, message)
            return
        part, way = within, f"{way}/{token}"


def _step(part: Any, token: str) -> Any:
    """Return what *token* leads to within *part*; `None` where that is nothing."""
    if isinstance(part, Model):
        found = part.__dict__.get(token)
        return None if found in ((), {}) else found
    if isinstance(part, Mapping):
        return cast(Mapping[str, Any], part).get(token)
    entries = cast(Sequence[Any], part) if isinstance(part, list | tuple) else ()
    if token.isdecimal() and str(int(token)) == token and int(token) < len(entries):
        return entries[int(token)]
    return None


_SYMMETRIC = frozenset({"sibling_of", "spouse_of", "ally_of", "adversary_of", "ties_with"})


@rule("NE109", "symmetric-relation-reversed", "info", alone=True)
def symmetric_relation_reversed(view: View) -> Iterator[Found]:
    """A relation that holds both ways is written the other way round.

    ## What it does

    In `sibling_of`, `spouse_of`, `ally_of`, `adversary_of` and `ties_with` the end with the smaller id is the subject,
    by the order of the characters.

    ## Why it matters

    Two careful people write the same, so that a search finds the relation from either end, and once.

    ## Example

    ```yaml
    type: relation
    id: siblings
    form: sibling_of
    subject_id: kim-yo-jong
    object_id: kim-jong-un
    ```

    ## Use instead

    ```yaml
    type: relation
    id: siblings
    form: sibling_of
    subject_id: kim-jong-un
    object_id: kim-yo-jong
    ```

    ## Source

    The data model: in a symmetric form the smaller id is the subject.
    """
    for relation in view.of(Relation):
        if relation.form in _SYMMETRIC and relation.subject_id > relation.object_id:
            ends = f"{relation.subject_id!r} is the subject and {relation.object_id!r} the object"
            message = f"{relation.form} holds both ways: {ends}; the smaller id is the subject: swap them"
            yield Found(relation, "/subject_id", message, (relation.object_id,))


# Where order or number counts, an entry may well return.
_NO_SETS = frozenset({"via_ids", "authors", "agenda"})


@rule("NE110", "entry-twice", "warning", alone=True)
def entry_twice(view: View) -> Iterator[Found]:
    """The same entry stands twice in a list that is a set.

    ## What it does

    Reports an id, a tag, a nationality, a provision or the like that stands in its list before, and a party that is
    wholly like an earlier one. The carriers in `via_ids`, authors and agendas are no sets.

    ## Why it matters

    Who counts the votes in favor counts one state twice.

    ## Example

    ```yaml
    type: vote
    id: vote-1
    motion: S/2022/431
    against_ids: [china, russia, china]
    ```

    ## Use instead

    ```yaml
    type: vote
    id: vote-1
    motion: S/2022/431
    against_ids: [china, russia]
    ```

    ## Source

    The data model: these lists have no order that means something.
    """
    for kind in view.kinds:
        sets = _sets(kind)
        for record, pointer, part in view.parts(kind) if sets else ():
            fields = part.__dict__
            for name, has_parties in sets:
                entries: Sequence[Any] = fields[name]
                if len(entries) > 1:
                    keys = [*map(_key, entries)] if has_parties else entries
                    if len(set(keys)) < len(keys):
                        yield from _twice(record, f"{pointer}/{name}", keys)


def _twice(record: Record, pointer: str, entries: Sequence[Any]) -> Iterator[Found]:
    first: dict[Any, int] = {}
    for index, entry in enumerate(entries):
        place = first.setdefault(entry, index)
        if place != index:
            shown = entry if isinstance(entry, str) else entry[0]
            message = f"{shown!r} stands in this list at {place} already; an entry counts once: take one out"
            yield Found(record, f"{pointer}/{index}", message)


def _key(party: Party) -> tuple[str | None, ...]:
    return party.actor_id, party.capacity, party.on_behalf_of_id


@cache
def _sets(kind: type[Model]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of *kind* whose lists hold strings or parties, and whether they hold parties."""
    lists = ((name, field) for name, field in kind.model_fields.items() if get_origin(field.annotation) is Sequence)
    held = ((name, models_in(field.annotation)) for name, field in lists if name not in _NO_SETS)
    return tuple((name, bool(models)) for name, models in held if models in ([], [Party]))
