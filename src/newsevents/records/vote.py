"""Votes."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Many, Opt, Vocabulary
from newsevents.parts.vote_counts import VoteCounts
from newsevents.records._record import Event, tag
from newsevents.values.number import YesNo
from newsevents.values.reference import ActorId, OrganizationId
from newsevents.values.text import Text

__all__ = ["Vote", "VoteOutcome"]

VoteOutcome = TypeAliasType(
    "VoteOutcome",
    Annotated[
        Literal["adopted", "rejected", "vetoed", "blocked", "withdrawn", "not_put_to_vote"],
        Vocabulary("VoteOutcome", "What became of a motion; repeatedly blocked is not a veto."),
    ],
)
"""What became of a motion; "repeatedly blocked" is not a veto."""


class Vote(Event):
    """A decision of a body, or the attempt at one."""

    type: Literal["vote"] = tag()
    body_id: Opt[OrganizationId] = Field(default=None, description="The body that decides.")
    motion: Text = Field(description="What is decided on: its text or its symbol, such as S/2022/431.")
    in_favor_ids: Many[ActorId] = Field(default=(), description="Who voted in favor.")
    against_ids: Many[ActorId] = Field(default=(), description="Who voted against, those with a veto among them.")
    abstained_ids: Many[ActorId] = Field(default=(), description="Who abstained.")
    absent_ids: Many[ActorId] = Field(default=(), description="Who was absent or did not vote.")
    counts: Opt[VoteCounts] = Field(default=None, description="How many voted how.")
    veto_ids: Many[ActorId] = Field(
        default=(), description="Whose vote against was a veto; they stand in against_ids too."
    )
    blocked_by_ids: Many[ActorId] = Field(default=(), description="Who kept it from passing without a formal veto.")
    is_procedural: Opt[YesNo] = Field(
        default=None, description="Whether it was a procedural motion, where no veto counts."
    )
    is_repeated: Opt[YesNo] = Field(default=None, description="Whether this stands for several attempts of the kind.")
    outcome: Opt[VoteOutcome] = Field(default=None, description="What became of the motion.")
