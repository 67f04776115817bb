"""Statements: what someone said."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Many, OpenVocabulary, Opt, Some, Vocabulary
from newsevents.parts.quotation import Quotation
from newsevents.records._record import Record, tag
from newsevents.values.number import YesNo
from newsevents.values.place import Place
from newsevents.values.reference import ActorId, EventId, RecordId, RetractableId, SourceId
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["SpeakingTerms", "SpeechAct", "Statement", "StatementChannel"]

SpeechAct = TypeAliasType(
    "SpeechAct",
    Annotated[
        Literal[
            "assert",
            "confirm",
            "deny",
            "accuse",
            "condemn",
            "praise",
            "thank",
            "express_concern",
            "demand",
            "request",
            "promise",
            "threaten",
            "offer",
            "accept",
            "refuse",
            "apologize",
            "retract",
            "correct",
            "announce",
        ],
        Vocabulary("SpeechAct", "What a speaker does by speaking."),
    ],
)
"""What a speaker does by speaking."""

StatementChannel = TypeAliasType(
    "StatementChannel",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "Through what a statement was made.",
            "press_statement",
            "briefing",
            "press_conference",
            "interview",
            "speech",
            "social_post",
            "state_media",
            "joint_communique",
            "letter",
            "report",
        ),
    ],
)
"""Through what a statement was made."""

SpeakingTerms = TypeAliasType(
    "SpeakingTerms",
    Annotated[
        Literal["on_record", "background", "deep_background"],
        Vocabulary("SpeakingTerms", "On what terms a speaker may be quoted."),
    ],
)
"""On what terms a speaker may be quoted: by name, by position only, or not at all."""


class Statement(Record):
    """What someone said. Its attributions say that it was said, never that it is true."""

    type: Literal["statement"] = tag()
    speaker_ids: Some[ActorId] = Field(description="Who speaks; of a communiqué, the states.")
    is_joint: Opt[YesNo] = Field(default=None, description="Whether several speakers speak as one.")
    on_behalf_of_ids: Many[ActorId] = Field(default=(), description="For whom they speak.")
    addressee_ids: Many[ActorId] = Field(default=(), description="To whom they speak: who hears it.")
    acts: Some[SpeechAct] = Field(description="What they do by it: assert, deny, condemn, promise and so on.")
    channel: Opt[StatementChannel] = Field(default=None, description="Through what: a briefing, a speech, state_media.")
    document_id: Opt[SourceId] = Field(default=None, description="The source that is the text of the statement itself.")
    terms: Opt[SpeakingTerms] = Field(
        default=None, description="On what terms they spoke: on the record or on background."
    )
    when: Opt[WhenLike] = Field(default=None, description="When it was said.")
    place: Opt[Place] = Field(default=None, description="Where it was said.")
    part_of_id: Opt[EventId] = Field(default=None, description="The event in which it was said, such as a meeting.")
    quotations: Many[Quotation] = Field(default=(), description="Its words, as the sources quote them.")
    paraphrase: Opt[Text] = Field(default=None, description="What it says, in the words of the author of the record.")
    about_ids: Many[RecordId] = Field(default=(), description="What it is about: any records.")
    target_ids: Many[RecordId] = Field(default=(), description="Who or what is praised or blamed.")
    responds_to_id: Opt[RetractableId] = Field(
        default=None, description="The statement, source or event that it answers."
    )
    denies_ids: Many[RetractableId] = Field(default=(), description="The statements, sources or events that it denies.")
    retracts_ids: Many[RetractableId] = Field(
        default=(), description="The statements, sources or events that it takes back."
    )
    corrects_ids: Many[RetractableId] = Field(
        default=(), description="The statements, sources or events that it corrects."
    )
