"""NE1: corners and messages that the corpus does not show."""

import pytest

from newsevents import Attribution, Dossier, Gift, Item, Occurrence, Organization, Party, Relation, Source, State
from newsevents.findings import Finding
from newsevents.parts.name import Name
from newsevents.records._record import Record
from newsevents.rules import check
from newsevents.rules._check_digit import expected_digits


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


def test_one_record_put_in_twice_is_a_duplicate() -> None:
    """Also where both are the same object."""
    state = State(id="s", country="KP")
    assert [each.pointer for each in found("NE101", state, state)] == ["/records/1/id"]


def test_a_near_id_is_suggested() -> None:
    """Where one is near; otherwise the message still says what to do."""
    state = State(id="north-korea", country="KP")
    near, far = found("NE102", state, Occurrence(id="o", form="test", agent_ids=["north-corea", "xyz"]))
    assert near.message.startswith("no record has the id 'north-corea'; did you mean 'north-korea'?")
    assert far.message == "no record has the id 'xyz'; name one that is there, or add it"


def test_suggestions_stop_before_they_take_long() -> None:
    """To compare every dangling reference with every id takes the square of the dossier: some are enough."""
    records = [Occurrence(id=f"event-{i}", form="test", agent_ids=[f"evemt-{i}"]) for i in range(30)]
    messages = [each.message for each in found("NE102", *records)]
    assert len(messages) == 30
    assert sum("did you mean" in message for message in messages) == 20
    many = [Item(id=f"item-{i}", description="X") for i in range(2000)]
    assert not any("did you mean" in each.message for each in found("NE102", *many, *records))


def test_a_record_of_a_wrong_type_is_named_with_what_was_expected() -> None:
    """An item cannot be an ally, but may be owned, or stand in a relation of a form of one's own."""
    item, state = Item(id="car", description="A car"), State(id="s", country="KP")
    relations = [
        Relation(id=form, form=form, subject_id="s", object_id="car") for form in ("ally_of", "owns", "repairs")
    ]
    (finding,) = found("NE103", item, state, *relations)
    assert finding.record_id == "ally_of"
    assert finding.message.startswith("'car' is of type item; expected person, organization, state or group")


def test_an_id_that_stands_twice_may_mean_the_record_of_the_right_type() -> None:
    """That it stands twice is the fault, and no other."""
    event = Occurrence(id="o", form="test", agent_ids=["x"])
    assert found("NE103", Item(id="x", description="X"), State(id="x", country="KP"), event) == []


def test_a_cycle_is_reported_once_and_shown() -> None:
    """Where it closes; a long one is cut short, and what leads into it is no part of it."""
    records = [Item(id=f"i{i}", description="X", part_of_id=f"i{(i + 1) % 9}") for i in range(9)]
    (finding,) = found("NE104", *records, Item(id="j", description="J", part_of_id="i3"))
    assert finding.record_id == "i8"
    assert "i0 → i1 → i2 → i3 → i4 → … → i0" in finding.message


def test_a_chain_that_two_reach_is_no_cycle() -> None:
    """A source may be made from two that were made from one."""
    texts = [
        Source(id="d", title="D", form="wire", derived_from_ids=["b", "c"]),
        Source(id="b", title="B", form="wire", derived_from_ids=["a"]),
        Source(id="c", title="C", form="wire", derived_from_ids=["a"]),
        Source(id="a", title="A", form="wire"),
    ]
    assert found("NE104", *texts) == []


def test_a_long_chain_is_followed() -> None:
    """However long, without recursion."""
    records = [Item(id=f"i{i}", description="X", part_of_id=f"i{i + 1}") for i in range(5000)]
    assert found("NE104", *records) == []


def test_what_leads_to_a_wrong_type_closes_no_cycle() -> None:
    """Nor does the second of two records of one id."""
    event = Occurrence(id="o", form="test", part_of_id="i")
    item = Item(id="i", description="X", part_of_id="o")
    twins = [Item(id="t", description="T"), Item(id="t", description="T", part_of_id="t")]
    assert found("NE104", event, item, *twins) == []


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
