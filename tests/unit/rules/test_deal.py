"""NE5, deals: corners that the corpus does not show."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents import Dossier, Gift, Transfer
from newsevents.findings import Finding
from newsevents.parts.status import GiftStatus
from newsevents.rules import check

GIFT: dict[str, Any] = {"type": "gift", "id": "g", "item_ids": ["i"]}
STATUS = st.sampled_from(get_args(get_args(GiftStatus.__value__)[0]))


def found(code: str, event: Gift | Transfer) -> list[Finding]:
    """Return what one rule finds in a dossier of this event."""
    return check(Dossier(id="d", records=[event]), select=[code])


@pytest.mark.parametrize(
    ("giver", "recipient", "is_found"),
    [
        ({}, {}, True),
        ({"capacity": "official"}, {}, True),
        ({}, {"capacity": "personal"}, True),
        ({"capacity": "state"}, {"capacity": "state"}, True),
        ({"capacity": "state"}, {"capacity": "personal"}, False),
        ({"on_behalf_of_id": "x"}, {"on_behalf_of_id": "x"}, True),
        ({"on_behalf_of_id": "x"}, {}, False),
    ],
)
def test_a_party_is_itself_unless_told(*, giver: dict[str, str], recipient: dict[str, str], is_found: bool) -> None:
    """By capacities that both are told, or by those for whom it acts; an actor is reported once."""
    parties = {"givers": [{"actor_id": "a", **giver}], "recipients": [{"actor_id": "a", **recipient}] * 2}
    findings = found("NE501", Gift.model_validate({**GIFT, **parties}))
    assert [finding.pointer for finding in findings] == ["/records/0/recipients/0/actor_id"] * is_found


def gift(status: str | None, *steps: str | tuple[str, str]) -> Gift:
    """Return a gift with a history; a step may have a time."""
    history = [
        {"status": step} if isinstance(step, str) else {"status": step[0], "when": {"edtf": step[1]}} for step in steps
    ]
    parties = {"givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}]}
    return Gift.model_validate({**GIFT, **parties, "status_history": history} | ({"status": status} if status else {}))


@pytest.mark.parametrize(
    "event",
    [
        gift(None, ("delivered", "2024-03"), ("offered", "2024-01")),
        gift("delivered", ("delivered", "2024-03"), ("declined", "2024-01")),
    ],
)
def test_times_that_run_backwards_are_anothers(event: Gift) -> None:
    """What is out of order in time is NE202, and says nothing of the order of the steps."""
    assert found("NE502", event) == []
    assert [finding.code for finding in found("NE2", event)] == ["NE202"]


@given(st.lists(STATUS, max_size=4), STATUS)
def test_a_status_that_repeats_the_last_step_adds_nothing(steps: list[str], status: str) -> None:
    """And a history is judged the same whether its last step is its own or the status."""
    alone = [finding.pointer for finding in found("NE502", gift(None, *steps, status))]
    assert [finding.pointer for finding in found("NE502", gift(status, *steps, status))] == alone


def test_the_message_says_what_was_to_come_between() -> None:
    """And what the status was expected to be."""
    (finding,) = found("NE502", gift(None, "withdrawn", "delivered"))
    assert "delivered comes right after withdrawn; expected a new offer between the two" in finding.message
    (finding,) = found("NE502", gift("offered", "accepted"))
    assert "the status is offered, but the history ends with accepted; expected accepted" in finding.message
