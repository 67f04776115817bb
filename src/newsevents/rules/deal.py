"""NE5, deals: who gives to whom, and how far a gift or a transfer got."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsevents.parts.status import GiftStatus, StatusChange
from newsevents.records.gift import Gift
from newsevents.records.transfer import Transfer
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View


@rule("NE501", "giver-is-recipient", "error", alone=True)
def giver_is_recipient(view: View) -> Iterator[Found]:
    """The giver of a gift or transfer is its recipient.

    ## What it does

    Reports a recipient who stands among the givers, too. Two entries that say different capacities, or that act for
    different principals, are two parties: a minister may pass on to himself what is the state's. In a transfer of mode
    `exchange` everybody gives and receives.

    ## Why it matters

    A deal with oneself is no deal; mostly an id was copied to the wrong side, and the other side got lost.

    ## Example

    ```yaml
    type: gift
    id: dogs
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: kim-jong-un}]
    item_ids: [two-dogs]
    ```

    ## Use instead

    ```yaml
    type: gift
    id: dogs
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: vladimir-putin}]
    item_ids: [two-dogs]
    ```

    ## Source

    Black's Law Dictionary: a gift is a transfer of property to another.
    """
    for deal in _deals(view):
        if isinstance(deal, Transfer) and deal.mode == "exchange":
            continue
        givers: defaultdict[tuple[str, str | None], set[str | None]] = defaultdict(set)
        for party in deal.givers:
            givers[party.actor_id, party.on_behalf_of_id].add(party.capacity)
        told: set[str] = set()
        for index, party in enumerate(deal.recipients):
            capacities = givers.get((party.actor_id, party.on_behalf_of_id), set[str | None]())
            is_same = bool(capacities) and (party.capacity is None or not capacities.isdisjoint({None, party.capacity}))
            if is_same and party.actor_id not in told:
                told.add(party.actor_id)
                message = (
                    f"{party.actor_id} gives and receives; expected two different actors, or the capacities or "
                    "principals that tell them apart"
                )
                yield Found(deal, f"/recipients/{index}/actor_id", message, (party.actor_id,))


@rule("NE502", "status-against-history", "warning", alone=True)
def status_against_history(view: View) -> Iterator[Found]:
    """The status of a gift or transfer does not follow from the step before.

    ## What it does

    Goes through `status_history` in its order, then to `status`, and reports what cannot follow: a delivery of what
    was declined or withdrawn, with no new offer, announcement or acceptance between; an acceptance of what was
    withdrawn; an offer of what was just accepted or delivered; a status that falls behind what the history has
    reached already. Allowed are an acceptance and then a refusal or the other way round, what is delivered and then
    declined, returned, seized or lost, and a second offer after any of these. In a transfer that `is_ongoing`, one
    delivery follows the other. Steps whose times run backwards are left to NE202.

    ## Why it matters

    Whether the car was ever handed over is what readers look up, and they look at one of the two fields.

    ## Example

    ```yaml
    type: gift
    id: whale
    givers: [{actor_id: aid-group}]
    recipients: [{actor_id: town-council}]
    item_ids: [bronze-whale]
    status: delivered
    status_history: [{status: offered}, {status: declined}]
    ```

    ## Use instead

    ```yaml
    type: gift
    id: whale
    givers: [{actor_id: aid-group}]
    recipients: [{actor_id: town-council}]
    item_ids: [bronze-whale]
    status: declined
    status_history: [{status: offered}, {status: declined}]
    ```

    ## Source

    United Nations Convention on Contracts for the International Sale of Goods, articles 15 to 18: an offer that was
    rejected or withdrawn cannot be accepted.
    """
    for deal in _deals(view):
        against = _AGAINST_ONGOING if isinstance(deal, Transfer) and deal.is_ongoing else _AGAINST
        steps = deal.status_history
        backwards = [_runs_backwards(before, step) for before, step in pairwise(steps)]
        for index, (before, step) in enumerate(pairwise(steps), 1):
            if step.status in against.get(before.status, ()) and not backwards[index - 1]:
                message = (
                    f"{step.status} comes right after {before.status}; expected {_BETWEEN[before.status]} between the "
                    "two, or the steps in the order in which they happened"
                )
                yield Found(deal, f"/status_history/{index}/status", message)
        if not steps or deal.status is None or any(backwards):
            continue
        last = steps[-1].status
        behind = () if against is _AGAINST_ONGOING else _behind(last, steps)
        if deal.status in behind or deal.status in against.get(last, ()):
            message = (
                f"the status is {deal.status}, but the history ends with {last}; expected {last}, or in the history "
                f"the steps from there to {deal.status}"
            )
            yield Found(deal, "/status", message)


# What cannot come right after a step, and what would have to be between.
_AGAINST: dict[GiftStatus, frozenset[GiftStatus]] = {
    "declined": frozenset({"delivered"}),
    "withdrawn": frozenset({"accepted", "delivered"}),
    "accepted": frozenset({"offered"}),
    "delivered": frozenset({"offered"}),
}
_AGAINST_ONGOING = {before: _AGAINST[before] for before in ("declined", "withdrawn")}
_BETWEEN: dict[GiftStatus, str] = {
    "declined": "a new offer or an acceptance",
    "withdrawn": "a new offer",
    "accepted": "a refusal",
    "delivered": "a refusal or a return",
}


# After these it can be offered anew, and no more is it how far it had got before.
_GONE = frozenset({"returned", "seized", "lost"})


def _behind(last: GiftStatus, steps: Sequence[StatusChange]) -> frozenset[GiftStatus]:
    """Return what is no longer how far it got after the *last* of the steps; an acceptance may follow a delivery."""
    if last in _GONE:
        return frozenset({"accepted", "delivered"})
    if last != "delivered":
        return frozenset()
    return frozenset({"announced", "accepted"} if any(step.status == "accepted" for step in steps) else {"announced"})


def _runs_backwards(before: StatusChange, step: StatusChange) -> bool:
    return before.when is not None and step.when is not None and step.when.certainly_before(before.when)


def _deals(view: View) -> tuple[Gift | Transfer, ...]:
    return (*view.of(Gift), *view.of(Transfer))
