"""Relations between actors, and between actors and items."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import OpenVocabulary, Opt, Vocabulary
from newsevents.records._record import Record, tag
from newsevents.values.reference import ActorId, ActorOrItemId
from newsevents.values.when import WhenLike

__all__ = ["Relation", "RelationForm", "Trend"]

RelationForm = TypeAliasType(
    "RelationForm",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "How the subject of a relation stands to its object.",
            "sibling_of",
            "spouse_of",
            "parent_of",
            "ally_of",
            "adversary_of",
            "ties_with",
            "member_of",
            "permanent_member_of",
            "employed_by",
            "owns",
            "possesses",
            "controls",
            "subsidiary_of",
            "produces",
        ),
    ],
)
"""How the subject of a relation stands to its object."""

Trend = TypeAliasType(
    "Trend",
    Annotated[Literal["closer", "cooler", "stable"], Vocabulary("Trend", "Where a relation is going.")],
)
"""Where a relation is going."""


class Relation(Record):
    """How two actors stand to each other, or an actor to an item: siblings, allies, owner and owned."""

    type: Literal["relation"] = tag()
    form: RelationForm = Field(description="How the subject stands to the object, such as sibling_of or owns.")
    subject_id: ActorId = Field(description="The subject; in a symmetric form the end with the smaller id.")
    object_id: ActorOrItemId = Field(description="The object; of owns, possesses and produces it may be an item.")
    during: Opt[WhenLike] = Field(default=None, description="When it held, throughout.")
    trend: Opt[Trend] = Field(default=None, description="Whether they grow closer or cooler, or stay as they are.")
