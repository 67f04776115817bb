"""NE1, identity: an id is that of one record, and a reference leads to a record that may stand there."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsevents._model import type_of
from newsevents.parts.quotation import Quotation
from newsevents.records._record import Event, Record
from newsevents.records.relation import Relation
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.statement import Statement
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View

_MOST_SUGGESTED, _MOST_COMPARED = 20, 2000


def _type(record: Record) -> str:
    return type_of(type(record))


@rule("NE101", "duplicate-id", "error")
def duplicate_id(view: View) -> Iterator[Found]:
    """Two records, or two quotations, have the same id.

    ## What it does

    Reports every record whose id an earlier record of the dossier has, and every quotation whose id an earlier
    quotation has. A quotation may have the id of a record: nothing can name both.

    ## Why it matters

    A reference names its record by id. With two to choose from, one reader takes the first, another the last.

    ## Example

    ```yaml
    - type: state
      id: korea
      country: KP
    - type: state
      id: korea
      country: KR
    ```

    ## Use instead

    ```yaml
    - type: state
      id: north-korea
      country: KP
    - type: state
      id: south-korea
      country: KR
    ```

    ## Source

    The data model: an id is unique in its dossier.
    """
    seen: dict[str, Record] = {}
    for record in view.records:
        first = seen.setdefault(record.id, record)
        if first is not record:
            yield Found(record, "/id", said_twice(record.id, _type(first)))
    quoted: dict[str, Record] = {}
    for record, pointer, quotation in view.parts(Quotation):
        if quotation.id is not None and quotation.id in quoted:
            holder = quoted[quotation.id].id
            yield Found(record, f"{pointer}/id", quoted_twice(quotation.id, holder), (holder,))
        elif quotation.id is not None:
            quoted[quotation.id] = record


@rule("NE102", "dangling-reference", "error")
def dangling_reference(view: View) -> Iterator[Found]:
    """A reference names no record of the dossier.

    ## What it does

    Looks every id that a record names up in the dossier, and suggests one that is near. `variant_of_id` is looked up
    among the quotations.

    ## Why it matters

    A giver, a speaker or a source that is not there is lost to every reader, and mostly a slip of the pen.

    ## Example

    ```yaml
    - type: person
      id: kim-jong-un
      names: [{text: Kim Jong Un}]
    - type: occurrence
      id: ride
      form: use
      agent_ids: [kim-jong-on]
    ```

    ## Use instead

    ```yaml
    - type: occurrence
      id: ride
      form: use
      agent_ids: [kim-jong-un]
    ```

    ## Source

    The data model: a dossier is whole; its records name each other by id.
    """
    meant = view.made(_meant)
    missing = view.referred - view.by_id.keys()
    for record, references in view.references if missing else ():
        for reference in references:
            if reference.id in missing:
                near = meant.get(reference.id)
                hint = f"did you mean {near!r}?" if near else ""
                yield Found(record, reference.pointer, no_record(reference.id, hint))
    quotations = {quotation.id for _, _, quotation in view.parts(Quotation)}
    for record, pointer, quotation in view.parts(Quotation):
        if quotation.variant_of_id is not None and quotation.variant_of_id not in quotations:
            yield Found(record, f"{pointer}/variant_of_id", no_quotation(quotation.variant_of_id))


def said_twice(id: str, type: str) -> str:
    """Return what is said of a record whose *id* an earlier record of a *type* has."""
    return f"the id {id!r} is that of an earlier {type} too; an id names one record: change one"


def quoted_twice(id: str, holder: str) -> str:
    """Return what is said of a quotation whose *id* an earlier one has, in the record *holder*."""
    return f"the id {id!r} is that of a quotation of {holder!r} too; an id names one: change one"


def no_record(id: str, hint: str = "") -> str:
    """Return what is said of a reference to no record."""
    return f"no record has the id {id!r}; {hint or 'name one that is there, or add it'}"


def no_quotation(id: str) -> str:
    """Return what is said of a reference to no quotation."""
    return f"no quotation has the id {id!r}; name one that is there, or give it that id"


def _meant(view: View) -> dict[str, str]:
    """Return for ids that no record has the nearest one that some record has."""
    # To compare with every id takes its time: it is done for some, in dossiers that people write.
    if len(view.by_id) > _MOST_COMPARED:
        return {}
    named = (reference.id for _, references in view.references for reference in references)
    missing = dict.fromkeys(id for id in named if id not in view.by_id)
    near = ((id, difflib.get_close_matches(id, view.by_id, n=1, cutoff=0.7)) for id in [*missing][:_MOST_SUGGESTED])
    return {id: found[0] for id, found in near if found}


_OF_ACTORS_ALONE = frozenset(
    {
        "sibling_of",
        "spouse_of",
        "parent_of",
        "ally_of",
        "adversary_of",
        "ties_with",
        "member_of",
        "permanent_member_of",
        "employed_by",
        "controls",
        "subsidiary_of",
    }
)


@rule("NE103", "wrong-type-of-record", "error")
def wrong_type_of_record(view: View) -> Iterator[Found]:
    """A reference leads to a record of a type that cannot stand there.

    ## What it does

    Compares the type of the record that a reference names with those that the field may name: a speaker is an actor, a
    shipment carries items. In a relation an item may be the object of `owns`, `possesses` and `produces`, and of forms
    that are no known ones.

    ## Why it matters

    A car that speaks, or a gift that is given as an item, makes nonsense of every answer that is drawn from the data.

    ## Example

    ```yaml
    - type: item
      id: limousine
      description: A limousine
    - type: statement
      id: praise
      speaker_ids: [limousine]
      acts: [praise]
    ```

    ## Use instead

    ```yaml
    - type: statement
      id: praise
      speaker_ids: [kim-yo-jong]
      acts: [praise]
    ```

    ## Source

    The data model: what each reference may name stands in the documentation of its field.
    """
    kinds: dict[str, frozenset[str]] = {}
    for each in view.records:
        kind = _kind(type(each))
        if kinds.setdefault(each.id, kind) is not kind:
            kinds[each.id] |= kind
    for record, references in view.references:
        is_among_actors = isinstance(record, Relation) and record.form in _OF_ACTORS_ALONE
        for reference in references:
            found, types = kinds.get(reference.id), reference.types
            if is_among_actors and reference.pointer == "/object_id":
                types = tuple(name for name in types if name != "item")
            if found and types and found.isdisjoint(types):
                message = f"{reference.id!r} is of type {min(found)}; expected {_or(types)}: name another record"
                yield Found(record, reference.pointer, message, (reference.id,))


@cache
def _kind(model: type[Record]) -> frozenset[str]:
    return frozenset({type_of(model)})


def _or(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


_CHAINS = ("part_of_id", "derived_from_ids", "caused_by_ids", "parent_id", "alternative_of_id")


@rule("NE104", "reference-cycle", "error")
def reference_cycle(view: View) -> Iterator[Found]:
    """A chain of references that must have an end leads back to where it started.

    ## What it does

    Follows `part_of_id`, `derived_from_ids`, `caused_by_ids`, `parent_id` and `alternative_of_id`, each by itself, and
    reports the reference that closes a circle. A record that names itself is the shortest one.

    ## Why it matters

    Nothing is a part of its own part, or was caused by what it caused. Programs that follow such a chain never stop.

    ## Example

    ```yaml
    - type: organization
      id: ministry
      names: [{text: Ministry}]
      parent_id: department
    - type: organization
      id: department
      names: [{text: Department}]
      parent_id: ministry
    ```

    ## Use instead

    ```yaml
    - type: organization
      id: ministry
      names: [{text: Ministry}]
    - type: organization
      id: department
      names: [{text: Department}]
      parent_id: ministry
    ```

    ## Source

    Part, cause, derivation (`prov:wasDerivedFrom`, W3C PROV-DM) and membership are orders, which have no circles.
    """
    chains: dict[str, dict[str, list[tuple[str, str]]]] = {name: {} for name in _CHAINS}
    for record, references in view.references:
        names = [name for name in _chains(type(record)) if getattr(record, name)]
        if not names or view.by_id[record.id] is not record:
            continue
        for reference in references:
            name = reference.pointer.split("/")[1]
            target = view.by_id.get(reference.id) if name in names else None
            # What leads to a record of the wrong type is that fault alone.
            if target is not None and _type(target) in reference.types:
                chains[name].setdefault(record.id, []).append((reference.pointer, reference.id))
    for name, edges in chains.items():
        for source, pointer, circle in _circles(edges):
            message = f"{name} leads in a circle: {circle}; it must have an end: take one of them out"
            yield Found(view.by_id[source], pointer, message)


@cache
def _chains(kind: type[Record]) -> Sequence[str]:
    """Return the fields of a class of records that lead on in a chain."""
    return [name for name in _CHAINS if name in kind.model_fields]


def _circles(edges: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str, str]]:
    """Yield the edges that close a circle, each with its start, its pointer and the circle in words."""
    depth: dict[str, int] = {}
    done: set[str] = set()
    for root in edges:
        if root in done:
            continue
        path, waiting = [root], [iter(edges[root])]
        depth[root] = 0
        while path:
            step = next(waiting[-1], None)
            if step is None:
                done.add(path.pop())
                waiting.pop()
                continue
            pointer, target = step
            if target not in depth:
                depth[target] = len(path)
                path.append(target)
                waiting.append(iter(edges.get(target, ())))
            elif target not in done:
                yield path[-1], pointer, _circle(path, depth[target])


def _circle(path: Sequence[str], start: int) -> str:
    # A circle may be as long as the dossier: its first steps tell enough.
    shown = list(path[start : start + 5])
    shown += ["…"] if len(path) - start > len(shown) else []
    return " → ".join([*shown, path[start]])


@rule("NE105", "unused-record", "warning")
def unused_record(view: View) -> Iterator[Found]:
    """A record stands alone: nothing refers to it, and it has no attribution.

    ## What it does

    Reports a source, an actor, an item or a relation that no record names and of which no attribution says where it
    comes from. Events, statements and assessments always need an attribution; without one they are `NE306`. One that a
    misspelled reference seems to mean is left to `NE102`.

    ## Why it matters

    Either a reference to it was forgotten, or it was left over; in neither case does anybody know what it is doing
    there.

    ## Example

    ```yaml
    - type: state
      id: mongolia
      country: MN
    ```

    ## Use instead

    ```yaml
    - type: state
      id: mongolia
      country: MN
      attributions: [{source_id: report}]
    ```

    ## Source

    W3C PROV-DM: an entity without provenance cannot be judged.
    """
    named = view.referred.union(view.made(_meant).values())
    for record in view.records:
        if isinstance(record, Event | Statement | SanctionsAssessment):
            continue
        if not record.attributions and record.id not in named:
            message = f"no record names this {_type(record)}, and no attribution says which source it comes from"
            yield Found(record, "", f"{message}: name it, give it an attribution, or take it out")
