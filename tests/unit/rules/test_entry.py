"""NE1, entries: corners and messages that the corpus does not show."""

import pytest

from newsevents import Attribution, Dossier, Gift, Item, Organization, Party, Relation, State
from newsevents.findings import Finding
from newsevents.parts.name import Name
from newsevents.records._record import Record
from newsevents.rules import check
from newsevents.rules._check_digit import expected_digits


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


@pytest.mark.parametrize(
    ("scheme", "value", "digits"),
    [
        ("imo", "9074729", "9"),
        ("imo company", "2041999", "9"),
        ("isin", "AU0000XVGZA3", "3"),
        ("isin", "GB0002634946", "6"),
        ("isni", "000000012146438X", "X"),
        ("lei", "5493000IBP32UQZ0KL24", "24"),
        ("wikidata", "Q1", None),
    ],
)
def test_check_digits(scheme: str, value: str, digits: str | None) -> None:
    """Numbers that were given out end in theirs."""
    assert expected_digits(scheme, value) == digits


def test_a_number_of_whom_nobody_knows_is_left_alone() -> None:
    """The number of a ship and that of a company are checked in two ways; a state has neither."""
    ship = Item(id="ship", description="A ship", identifiers={"imo": "2041999"})
    company = Organization(id="co", names=[Name(text="Co")], identifiers={"imo": "9074729"})
    state = State(id="s", country="KP", identifiers={"imo": "1234560"})
    assert [each.message for each in found("NE107", ship, company, state)] == [
        "imo 2041999 ends in 9, its check digit is 3; a figure was mistyped: look it up",
        "imo 9074729 ends in 9, its check digit is 2; a figure was mistyped: look it up",
    ]


@pytest.mark.parametrize(
    ("pointer", "leads"),
    [
        ("/type", True),
        ("/values/0/comparator", True),
        ("/extensions/x-a-b/1/c~1d", True),
        ("/extensions/x-a-b/0/~0", True),
        ("/identifiers/imo", True),
        ("/identifiers/lei", False),
        ("/values/00", False),
        ("/values/-", False),
        ("/values/1", False),
        ("/values/0/minimum", False),
        ("/names", False),
        ("/model_config", False),
        ("/description/0", False),
        ("/extensions/x-a-b/2", False),
    ],
)
def test_pointers_are_followed(pointer: str, *, leads: bool) -> None:
    """Through models, lists, mappings and one's own data; never into what is absent, or no field."""
    item = Item(
        id="i",
        description="X",
        values=[{"amount": "1"}],
        identifiers={"imo": "9074729"},
        inferred=[pointer],
        extensions={"x-a-b": [{"~": 1}, {"c/d": 0}]},
    )
    assert (found("NE108", item) == []) is leads


def test_a_relation_to_oneself_has_no_order() -> None:
    """Only two ends can be swapped."""
    assert found("NE109", Relation(id="r", form="ally_of", subject_id="a", object_id="a")) == []


def test_an_entry_is_named_with_its_first_place() -> None:
    """Also in an attribution, and for parties by their actor."""
    gift = Gift(
        id="g",
        attributions=[Attribution(source_id="s", according_to_ids=["a", "b", "a"])],
        givers=[Party(actor_id="a"), Party(actor_id="a", capacity="state"), Party(actor_id="a")],
        recipients=[Party(actor_id="b")],
        item_ids=["i"],
    )
    assert [(each.pointer, each.message) for each in found("NE110", gift)] == [
        (
            "/records/0/attributions/0/according_to_ids/2",
            "'a' stands in this list at 0 already; an entry counts once: take one out",
        ),
        ("/records/0/givers/2", "'a' stands in this list at 0 already; an entry counts once: take one out"),
    ]
