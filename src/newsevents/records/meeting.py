"""Meetings."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Many, OpenVocabulary, Some
from newsevents.records._record import Event, tag
from newsevents.values.reference import ActorId, SourceId
from newsevents.values.text import Text

__all__ = ["Meeting", "MeetingForm"]

MeetingForm = TypeAliasType(
    "MeetingForm",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What sort of meeting it is.",
            "summit",
            "state_visit",
            "official_visit",
            "talks",
            "phone_call",
            "video_call",
            "multilateral",
        ),
    ],
)
"""What sort of meeting it is."""


class Meeting(Event):
    """Actors who meet: a summit, a visit, a call."""

    type: Literal["meeting"] = tag()
    form: MeetingForm = Field(description="What sort of meeting it is, such as summit, talks or phone_call.")
    participant_ids: Some[ActorId] = Field(description="Who takes part.")
    host_ids: Many[ActorId] = Field(default=(), description="Who receives the others.")
    visitor_ids: Many[ActorId] = Field(default=(), description="Who comes to visit.")
    agenda: Many[Text] = Field(default=(), description="What they talk about.")
    outcome_source_ids: Many[SourceId] = Field(
        default=(), description="The texts that came out of it, such as a communiqué."
    )
