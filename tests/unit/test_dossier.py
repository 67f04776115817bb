"""The container: finding records by id, by class and by what they name."""

import copy
import pickle
from collections.abc import Callable

import pytest

from newsevents import Dossier, Event, Gift, Party, Record, State, Transfer

NORTH = State(id="north-korea", country="KP")
RUSSIA = State(id="russia", country="RU")
GIFT = Gift(
    id="car",
    givers=[Party(actor_id="russia")],
    recipients=[Party(actor_id="north-korea", on_behalf_of_id="north-korea")],
    item_ids=["limousine"],
)
DOSSIER = Dossier(id="story", records=[NORTH, RUSSIA, GIFT])


def test_records_by_id() -> None:
    """A record is found by its id; an unknown one is a `KeyError`."""
    assert DOSSIER.get("russia") is RUSSIA
    with pytest.raises(KeyError, match="nobody"):
        DOSSIER.get("nobody")


def test_the_first_of_two_records_with_one_id() -> None:
    """An id that stands twice leads to the first; the records stay both."""
    twice = Dossier(id="d", records=[NORTH, State(id="north-korea", country="KR")])
    assert twice.get("north-korea") is NORTH
    assert len(twice.records) == 2


def test_records_by_class() -> None:
    """A class stands for itself and for what is made from it, in the order of the file."""
    assert DOSSIER.of_type(State) == (NORTH, RUSSIA)
    assert DOSSIER.of_type(Event) == (GIFT,)
    assert DOSSIER.of_type(Record) == DOSSIER.records
    assert DOSSIER.of_type(Transfer) == ()


def test_records_by_what_they_name() -> None:
    """A record that names an id in several places is found once."""
    assert DOSSIER.referring_to("north-korea") == (GIFT,)
    assert DOSSIER.referring_to("limousine") == (GIFT,)
    assert DOSSIER.referring_to("car") == ()


def test_looking_up_leaves_no_trace() -> None:
    """Equality, copies and pickles are the same before and after a record was looked up."""
    fresh = Dossier(id="story", records=[NORTH, RUSSIA, GIFT])
    before = pickle.dumps(fresh)
    fresh.get("russia")
    assert fresh == DOSSIER == copy.deepcopy(fresh) == pickle.loads(before)  # noqa: S301  (our own bytes)
    assert pickle.loads(pickle.dumps(fresh)).get("russia") == RUSSIA  # noqa: S301  (our own bytes)


@pytest.mark.parametrize(
    "changed",
    [
        lambda dossier: dossier.model_copy(update={"records": (NORTH,)}),
        lambda dossier: dossier.model_copy(update={"records": (NORTH,)}, deep=True),
        pytest.param(
            lambda dossier: dossier.copy(update={"records": (NORTH,)}),
            marks=pytest.mark.filterwarnings("ignore:The `copy` method is deprecated"),
        ),
    ],
)
def test_a_changed_copy_is_looked_up_anew(changed: Callable[[Dossier], Dossier]) -> None:
    """A copy with other records finds those, however it was made."""
    DOSSIER.get("russia")
    other = changed(DOSSIER)
    assert other.get("north-korea") == NORTH
    with pytest.raises(KeyError):
        other.get("russia")
    assert other.referring_to("north-korea") == ()
    assert DOSSIER.get("russia") is RUSSIA


def test_an_index_is_made_once() -> None:
    """It is kept, also in a deep copy, which holds records of its own."""
    DOSSIER.get("russia")
    other = copy.deepcopy(DOSSIER)
    assert other.get("russia") is other.records[1]
    assert DOSSIER._index is DOSSIER._index
