"""Sanctions assessments: what someone holds an act to be under a regime."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Many, Opt, Some, Vocabulary
from newsevents.records._record import Record, tag
from newsevents.values.reference import ActorId, ExemptionId, StatementId, SubjectId
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["AssessmentFinding", "SanctionsAssessment"]

AssessmentFinding = TypeAliasType(
    "AssessmentFinding",
    Annotated[
        Literal[
            "violation",
            "likely_violation",
            "possible_violation",
            "no_violation",
            "exempt",
            "under_review",
            "inconclusive",
        ],
        Vocabulary("AssessmentFinding", "What an assessor holds an act to be under sanctions."),
    ],
)
"""What an assessor holds an act to be under sanctions."""


class SanctionsAssessment(Record):
    """What someone holds an act to be under sanctions. It is theirs; this library never pronounces one."""

    type: Literal["sanctions_assessment"] = tag()
    assessor_ids: Some[ActorId] = Field(description="Who assesses.")
    subject_ids: Some[SubjectId] = Field(description="What is assessed: events, items, actors, statements.")
    respondent_ids: Many[ActorId] = Field(default=(), description="Who is said to be in breach.")
    regime: Opt[Text] = Field(default=None, description="The key of the regime, such as UN-SC1718.")
    provisions: Many[Text] = Field(default=(), description="The provisions in question, such as S/RES/2397#7.")
    finding: AssessmentFinding = Field(description="What the assessor finds.")
    exemptions_considered_ids: Many[ExemptionId] = Field(
        default=(), description="The exemptions and waivers that were considered."
    )
    statement_id: Opt[StatementId] = Field(default=None, description="The statement by which the assessment was made.")
    reasoning: Opt[Text] = Field(
        default=None, description="The assessor's reasons, in the words of the author of the record."
    )
    when: Opt[WhenLike] = Field(default=None, description="When the assessment was made.")
