"""How the library looks to a type checker. It is checked and never run; a wrong use that passes is an error here."""

# pyright: reportUnnecessaryTypeIgnoreComment=true, reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Sequence
from typing import Any, assert_never, assert_type

from newsevents import (
    AnyRecord,
    Dossier,
    Gift,
    GiftStatus,
    Item,
    Money,
    Name,
    Party,
    Person,
    Source,
    State,
    Transfer,
    When,
    dump,
    dumps,
    json_schema,
    load,
    loads,
)


def build() -> Dossier:
    """Records are built without `type`, with lists where the fields are tuples."""
    giver = Person(id="putin", names=[Name(text="Vladimir Putin")])
    gift = Gift(
        id="car",
        givers=[Party(actor_id=giver.id, capacity="official")],
        recipients=(Party(actor_id="kim"),),
        item_ids=["limousine"],
        status="delivered",
        when=When(edtf="2024-02"),
    )
    item = Item(id="limousine", description="a limousine", values=[Money(amount="1", currency="USD")])
    return Dossier(id="story", records=[giver, gift, item])


def read(dossier: Dossier) -> None:
    """What comes out has the types that go in; optional is `None`."""
    assert_type(dossier.of_type(Gift), tuple[Gift, ...])
    for gift in dossier.of_type(Gift):
        assert_type(gift.status, GiftStatus | None)
        assert_type(gift.givers, Sequence[Party])
        assert_type(gift.when, When | None)
    assert_type(load("a.json"), Dossier)
    assert_type(loads(dumps(dossier)), Dossier)
    dump(dossier, "a.json")
    assert_type(json_schema(Gift), dict[str, Any])


def kinds(record: AnyRecord) -> str:
    """`type` tells records apart."""
    if record.type == "gift":
        assert_type(record, Gift)
        return record.item_ids[0]
    if isinstance(record, Transfer):
        return record.mode
    return record.id


def exhaustive(status: GiftStatus) -> int:
    """A vocabulary can be matched to the last value."""
    match status:
        case "offered" | "announced" | "accepted" | "delivered":
            return 1
        case "declined" | "returned" | "withdrawn" | "seized" | "lost":
            return 0
        case _:
            assert_never(status)


def wrong(gift: Gift, source: Source) -> None:
    """What is wrong at run time is wrong to a type checker."""
    State(id="s")  # type: ignore[call-arg]  # country is missing
    State(id="s", country="KP", county="x")  # type: ignore[call-arg]  # misspelled
    repr(gift.statuss)  # type: ignore[attr-defined]  # misspelled
    source.identifiers["imo"] = "1"  # type: ignore[index]  # a mapping
