"""List where the sources of a dossier disagree: accounts of one event that differ, and claims that are denied."""

import sys
from collections.abc import Iterator

from newsevents import AnyRecord, Attribution, Dossier, Event, Gift, Item, Transfer, When, format_money, load


def disagreements(dossier: Dossier) -> Iterator[str]:
    """Yield a line for each thing on which sources differ."""
    for record in dossier.records:
        if isinstance(record, Event) and record.alternative_of_id is not None:
            yield from accounts(dossier, dossier.get(record.alternative_of_id), record)
        yield from denials(record)


def accounts(dossier: Dossier, one: AnyRecord, other: AnyRecord) -> Iterator[str]:
    """Yield where two accounts of an event differ. What only one of them tells is no disagreement."""
    names = f"{one.id} and {other.id}"
    if isinstance(one, Event) and isinstance(other, Event) and differ(one.when, other.when):
        yield f"{names}: when: {shown(one.when)} or {shown(other.when)}"
    first, second = told(dossier, one), told(dossier, other)
    for field in first:
        if field in second and first[field] != second[field]:
            yield f"{names}: {field}: {first[field]} or {second[field]}"


def differ(one: When | None, other: When | None) -> bool:
    """Return whether two times cannot both be right: "in June" and "on 2 June" can."""
    return bool(one and other and one.edtf and other.edtf and not one.overlaps(other))


def shown(when: When | None) -> str:
    """Return a time with the words that a source has for it."""
    return f"{when.edtf} ({when.text})" if when else "no time"


def told(dossier: Dossier, record: AnyRecord) -> dict[str, str]:
    """Return what a gift or transfer tells beside its time, by field, for people to read."""
    if not isinstance(record, (Gift, Transfer)):
        return {}
    items = [item for id in record.item_ids if isinstance(item := dossier.get(id), Item)]
    fields: dict[str, list[str]] = {
        "givers": [party.actor_id for party in record.givers],
        "recipients": [party.actor_id for party in record.recipients],
        "items": [item.description for item in items],
        "worth": [format_money(value) for item in items for value in item.values],
        "status": [record.status] if record.status else [],
    }
    return {field: ", ".join(values) for field, values in fields.items() if values}


def denials(record: AnyRecord) -> Iterator[str]:
    """Yield a line where one attribution of a record denies what another one says."""
    denying = [each for each in record.attributions if each.modality == "denied"]
    others = [each for each in record.attributions if each.modality != "denied"]
    if denying and others:
        yield f"{record.id}: {'; '.join(map(who, others + denying))}"


def who(attribution: Attribution) -> str:
    """Return who says so and how, such as `denied by museum in observer`."""
    speakers = ", ".join(attribution.according_to_ids)
    return f"{attribution.modality}{f' by {speakers}' if speakers else ''} in {attribution.source_id}"


if __name__ == "__main__":
    for line in disagreements(load(sys.argv[1])):
        print(line)
