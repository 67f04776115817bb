"""Occurrences: anything else that happened or goes on."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Many, OpenVocabulary, Opt
from newsevents.records._record import Event, tag
from newsevents.values.number import YesNo
from newsevents.values.reference import ActorId, ActorOrItemId, ItemId

__all__ = ["Occurrence", "OccurrenceForm"]

OccurrenceForm = TypeAliasType(
    "OccurrenceForm",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What happened; an exchange is one of people.",
            "use",
            "invitation",
            "arrival",
            "departure",
            "ceremony",
            "test",
            "attack",
            "invasion",
            "detention",
            "release",
            "dismissal",
            "judgment",
            "exchange",
            "inspection",
            "accident",
            "announcement",
            "policy",
            "trend",
        ),
    ],
)
"""What happened; an `exchange` is one of people."""


class Occurrence(Event):
    """Anything else that happened or goes on: a use, an arrival, a test, an invasion, a trend."""

    type: Literal["occurrence"] = tag()
    form: OccurrenceForm = Field(description="What happened, such as use, arrival, test or invasion.")
    agent_ids: Many[ActorId] = Field(default=(), description="Who did it.")
    patient_ids: Many[ActorOrItemId] = Field(default=(), description="To whom or to what it was done.")
    item_ids: Many[ItemId] = Field(default=(), description="The things with which or to which it happened.")
    is_first: Opt[YesNo] = Field(default=None, description="Whether the source says that it was the first of its kind.")
    is_ongoing: Opt[YesNo] = Field(default=None, description="Whether it goes on; then it held throughout its time.")
