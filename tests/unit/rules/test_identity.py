"""NE1, identity: corners and messages that the corpus does not show."""

from newsevents import Dossier, Item, Occurrence, Relation, Source, State
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.rules import check


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
    event = Occurrence(id="o", form="test", agent_ids=["north-corea", "xyz"], patient_ids=["north-corea"])
    near, far, again = found("NE102", state, event)
    assert near.message == again.message == "no record has the id 'north-corea'; did you mean 'north-korea'?"
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
