"""NE6, votes: whether who vetoes can, and whether the outcome goes with the votes."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from newsevents.records._record import Record
from newsevents.records.group import Group
from newsevents.records.organization import Organization
from newsevents.records.person import Person
from newsevents.records.vote import Vote
from newsevents.registry import Body
from newsevents.registry.lookup import find_body, may_hold
from newsevents.rules._act import countries_of
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.country import country_name

_LISTS = ("in_favor_ids", "against_ids", "abstained_ids", "absent_ids")


@rule("NE609", "veto-without-right", "error")
def veto_without_right(view: View) -> Iterator[Found]:
    """Somebody vetoes who was no permanent member of the Security Council, or in a body that knows no veto.

    ## What it does

    Looks at votes of a body that says by `identifiers.registry` which one it is. In the Security Council
    (`un-security-council`) it compares who vetoes with the permanent members at the time of the vote: the country of a
    state, an organization or a group, the nationalities and roles of a person; one whose country is not known passes.
    Until 1971-10-25 the Republic of China (`TW`) held the seat of China; lists of votes write it as China, so that `CN`
    passes, too. The Soviet Union (`SUHH`) and Russia are one seat: a code of the wrong time is `NE210`. The General
    Assembly (`un-general-assembly`) knows no veto.

    ## Why it matters

    Five states can veto; a vote against by any other is a vote against. "Blocked" is not a veto, either.

    ## Example

    ```yaml
    - {type: organization, id: council, identifiers: {registry: un-security-council}, names: [{text: Security Council}]}
    - {type: state, id: germany, country: DE}
    - {type: vote, id: vote, body_id: council, motion: S/2020/654, against_ids: [germany], veto_ids: [germany]}
    ```

    ## Use instead

    ```yaml
    - {type: organization, id: council, identifiers: {registry: un-security-council}, names: [{text: Security Council}]}
    - {type: state, id: germany, country: DE}
    - {type: vote, id: vote, body_id: council, motion: S/2020/654, against_ids: [germany]}
    ```

    ## Source

    Charter of the United Nations, Articles 23 and 27; General Assembly resolution 2758 (XXVI).
    """
    for vote in view.of(Vote):
        body = _body(view, vote) if vote.veto_ids else None
        if body is None or not body.seats:
            continue
        members = [row for row in body.permanent_members if may_hold(row, vote.when)]
        allowed = {code for row in members for code in (row.country, row.also)}
        for place, voter in enumerate(vote.veto_ids):
            countries = view.made(_Voters).of(voter)
            if countries and countries.isdisjoint(allowed):
                whose = " and ".join(country_name(code) for code in sorted(countries))
                now = ", ".join(country_name(row.country) for row in members) or "none"
                message = (
                    f"{voter} ({whose}) is said to have vetoed, and was no permanent member of the {body.name} then "
                    f"({now}); expected a vote against alone, or another voter"
                )
                yield Found(vote, f"/veto_ids/{place}", message, (voter,))


def _body(view: View, vote: Vote) -> Body | None:
    """Return the body that votes, where it is one of the registry."""
    organization = view.get(vote.body_id, Organization)
    return None if organization is None else find_body(organization.identifiers.get("registry"))


class _Voters:
    """For which countries somebody votes; worked out once for each, who may vote thousands of times."""

    def __init__(self, view: View) -> None:
        """Take what is looked at."""
        self._view = view
        self._of: dict[str, set[str]] = {}

    def of(self, voter: str) -> set[str]:
        """Return the countries for which somebody votes; empty where they are not known."""
        if voter not in self._of:
            self._of[voter] = _countries(self._view, self._view.by_id.get(voter))
        return self._of[voter]


def _countries(view: View, record: Record | None) -> set[str]:
    countries = countries_of(record)
    if isinstance(record, Organization) and not countries and record.parent_id is not None:
        return countries_of(view.by_id.get(record.parent_id))
    if isinstance(record, Person):
        posts = [view.get(role.organization_id, Organization) for role in record.roles]
        countries |= {post.country for post in posts if post is not None and post.country is not None}
    return countries


@rule("NE610", "outcome-against-votes", "error")
def outcome_against_votes(view: View) -> Iterator[Found]:
    """The outcome does not go with the votes, or these do not go with each other.

    ## What it does

    Reports of each vote

    - a member who stands in two of the lists (a person or a state; in a body of the registry anybody, since a party or
      a group may split its vote elsewhere), and a veto that is not among the votes against;
    - if there is none of these: more names than `counts` says, or more members than the body has seats: 15 in the
      Security Council, 11 until 1965;
    - if there is none of these: an outcome that the votes exclude. A motion is not adopted with a veto, nor in the
      Security Council with less than 9 votes in favor (7 until 1965) or, where it is said not to be procedural, with a
      permanent member against, nor in the General Assembly with no more in favor than against. In the Council it is not
      rejected with enough in favor, unless somebody is against whose vote is a veto, as none is in a procedural motion
      (nor is that ever vetoed); nor in the Assembly with two thirds of all members in favor, the most that anything
      takes there.

    A veto by one who has none is `NE609`, and counts as none here; an id that no record has is `NE102`. Lists name as
    many as the source does: a short one proves nothing, and votes that nobody told may be in favor. A permanent member
    may abstain or be absent, and vote against a procedural motion. A vote that stands for several (`is_repeated`) is
    looked at for its vetoes alone.

    ## Why it matters

    Counts and outcomes are copied from report to report; one of the two is wrong here.

    ## Example

    ```yaml
    counts: {in_favor: 8, against: 2, abstained: 5}
    outcome: adopted
    ```

    ## Use instead

    ```yaml
    counts: {in_favor: 8, against: 2, abstained: 5}
    outcome: rejected
    ```

    ## Source

    Charter of the United Nations, Articles 18, 23, 27 and 108, as amended in 1965.
    """
    for vote in view.of(Vote):
        body = _body(view, vote)
        found = [*_misplaced(view, vote, body)]
        if not found and not vote.is_repeated:
            found = [*_uncounted(vote, body)] or [*_outcome(view, vote, body)]
        yield from found


def _misplaced(view: View, vote: Vote, body: Body | None) -> Iterator[Found]:
    """Yield who votes in two ways, and whose veto is no vote against."""
    where: dict[str, str] = {}
    vetoes = frozenset(_vetoes(view, vote, body))
    voters = {name: frozenset(getattr(vote, name)) for name in _LISTS}
    for name in () if vote.is_repeated else _LISTS:
        for place, voter in enumerate(getattr(vote, name)):
            before = where.setdefault(voter, name)
            splits = (body is None or not body.seats) and isinstance(view.by_id.get(voter), Organization | Group)
            if before != name and not splits and voter not in vetoes:
                message = f"{voter} stands in {before} and in {name}; expected each member in one list"
                yield Found(vote, f"/{name}/{place}", message, (voter,))
    # Who is misspelled, here or among the votes against, is NE102's.
    is_against_known = view.by_id.keys() >= voters["against_ids"]
    for place, voter in enumerate(vote.veto_ids):
        if voter not in vetoes or voter not in view.by_id:
            continue
        others = [name for name in _LISTS if name != "against_ids" and voter in voters[name]]
        is_missing = is_against_known and voter not in voters["against_ids"]
        if is_missing or (others and not vote.is_repeated):
            stands = f"stands in {' and '.join(others)}" if others else "is not among the votes against"
            message = f"{voter} is said to have vetoed, and {stands}; expected it in against_ids, and only there"
            yield Found(vote, f"/veto_ids/{place}", message, (voter,))


def _vetoes(view: View, vote: Vote, body: Body | None) -> tuple[str, ...]:
    """Return who vetoes, but for those who have no veto."""
    return tuple(each for each in vote.veto_ids if body is None or not body.seats or _may_veto(view, vote, body, each))


class _Range(NamedTuple):
    """How many may have voted in one way."""

    low: int
    high: int | None


def _range(count: int | None, voters: Sequence[str]) -> _Range:
    named = len(set(voters))
    return _Range(named, None) if count is None else _Range(max(count, named), count)


def _told(vote: Vote) -> tuple[_Range, _Range, _Range]:
    counts = vote.counts
    figures = (None, None, None) if counts is None else (counts.in_favor, counts.against, counts.abstained)
    lists = (vote.in_favor_ids, vote.against_ids, vote.abstained_ids)
    in_favor, against, abstained = (_range(count, voters) for count, voters in zip(figures, lists, strict=True))
    return in_favor, against, abstained


def _uncounted(vote: Vote, body: Body | None) -> Iterator[Found]:
    """Yield where more voters are named than counted, or more are told than the body has members."""
    told = _told(vote)
    for name, (low, high) in zip(("in_favor", "against", "abstained"), told, strict=True):
        if high is not None and low > high:
            message = f"{name}_ids names {low}, and counts says {high}; expected no more names than votes"
            yield Found(vote, f"/counts/{name}", message)
            return
    total = sum(low for low, _ in told) + len(set(vote.absent_ids))
    members = _most_members(vote, body)
    if members is not None and body is not None and total > members:
        message = f"{total} members vote or are absent, and the {body.name} had {members}; expected no more than that"
        longest = max(_LISTS, key=lambda name: len(getattr(vote, name)))
        yield Found(vote, "/counts" if vote.counts else f"/{longest}", message)


def _most_members(vote: Vote, body: Body | None) -> int | None:
    """Return how many members a body had at most at the time of the vote; `None` where that is not known."""
    seats = [row.members for row in body.seats if may_hold(row, vote.when)] if body is not None else []
    return max(seats, default=None)


def _outcome(view: View, vote: Vote, body: Body | None) -> Iterator[Found]:
    """Yield where the outcome is not that of the votes."""
    vetoes = _vetoes(view, vote, body)
    if vote.outcome == "adopted" and vetoes:
        message = f"the outcome is adopted, and {' and '.join(vetoes)} vetoed; expected vetoed, or no veto"
        yield Found(vote, "/outcome", message, vetoes)
        return
    if vote.outcome == "vetoed" and vote.is_procedural and body is not None and body.permanent_members:
        message = f"the outcome is vetoed, and no vote against a procedural motion is a veto in the {body.name}"
        yield Found(vote, "/outcome", f"{message}; expected another outcome, or a motion that is not procedural")
        return
    rows = [row for row in body.seats if may_hold(row, vote.when)] if body is not None else []
    if body is None or not rows:
        return
    barring = [
        each for each in vote.against_ids if vote.is_procedural is False and _is_permanent(view, vote, body, each)
    ]
    if vote.outcome == "adopted" and barring:
        message = f"the outcome is adopted against {' and '.join(barring)}, whose vote is a veto in the {body.name}"
        yield Found(vote, "/outcome", f"{message}; expected vetoed, or a motion that is procedural", tuple(barring))
        return
    in_favor, against, abstained = _told(vote)
    majorities = [row.majority for row in rows if row.majority is not None]
    if vote.outcome == "adopted":
        least = min(majorities) if majorities else against.low + 1
        others = against.low + abstained.low + len(set(vote.absent_ids))
        most = max(row.members for row in rows) - others if in_favor.high is None else in_favor.high
        if most < least:
            message = f"the outcome is adopted with {most} votes in favor; the {body.name} needed {least} at least"
            yield Found(vote, "/outcome", f"{message}; expected rejected, or other votes")
    elif vote.outcome == "rejected":
        enough = max(majorities) if majorities else ceil(max(row.members for row in rows) * 2 / 3)
        if in_favor.low >= enough and not _may_be_vetoed(view, vote, body):
            message = f"the outcome is rejected with {in_favor.low} votes in favor, and nobody against who can veto"
            yield Found(vote, "/outcome", f"{message}; expected adopted, or other votes")


def _may_be_vetoed(view: View, vote: Vote, body: Body) -> bool:
    """Return whether a vote against may be a veto, told or not."""
    if vote.is_procedural or not body.permanent_members:
        return False
    _, against, _ = _told(vote)
    untold = against.high != len(set(vote.against_ids))
    return untold or any(_may_veto(view, vote, body, voter) for voter in vote.against_ids)


def _may_veto(view: View, vote: Vote, body: Body, voter: str) -> bool:
    countries = view.made(_Voters).of(voter)
    return not countries or not countries.isdisjoint(_permanent(vote, body))


def _is_permanent(view: View, vote: Vote, body: Body, voter: str) -> bool:
    countries = view.made(_Voters).of(voter)
    return bool(countries) and countries <= _permanent(vote, body)


def _permanent(vote: Vote, body: Body) -> set[str | None]:
    """Return the countries that may have held a permanent seat at the time of a vote, under either code of the seat."""
    members = (row for row in body.permanent_members if may_hold(row, vote.when))
    return {code for row in members for code in (row.country, row.also)}


@rule("NE611", "nobody-vetoed", "warning", alone=True)
def nobody_vetoed(view: View) -> Iterator[Found]:
    """A motion was vetoed and nobody is said to have done so, or blocked and nobody who blocked.

    ## What it does

    Reports a vote with the outcome `vetoed` and no `veto_ids`, and one with the outcome `blocked` and neither
    `blocked_by_ids` nor `veto_ids`.

    ## Why it matters

    A motion does not fail by itself. Where the source does not say who stopped it, leave the outcome out, or silence
    this rule on the record.

    ## Example

    ```yaml
    type: vote
    id: vote
    motion: S/2022/431
    outcome: vetoed
    ```

    ## Use instead

    ```yaml
    type: vote
    id: vote
    motion: S/2022/431
    against_ids: [china, russia]
    veto_ids: [china, russia]
    outcome: vetoed
    ```

    ## Source

    The data model: `veto_ids` are formal vetoes, `blocked_by_ids` whoever kept a motion from passing without one.
    """
    for vote in view.of(Vote):
        if vote.outcome == "vetoed" and not vote.veto_ids:
            yield Found(
                vote, "/outcome", "the outcome is vetoed, and nobody vetoed; expected veto_ids, or another outcome"
            )
        elif vote.outcome == "blocked" and not vote.blocked_by_ids and not vote.veto_ids:
            message = "the outcome is blocked, and nobody blocked; expected blocked_by_ids, or another outcome"
            yield Found(vote, "/outcome", message)
