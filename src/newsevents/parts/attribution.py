"""Attributions: who says so, where it stands, and how firmly."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from newsevents._leaf import Json, Many, Opt, Vocabulary
from newsevents._model import Model, needs
from newsevents.values.identifier import Pointer
from newsevents.values.number import Offset
from newsevents.values.reference import ActorOrSourceId, SourceId, StatementId
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["Attribution", "Certainty", "Modality", "Span"]

Modality = TypeAliasType(
    "Modality",
    Annotated[
        Literal[
            "asserted",
            "claimed",
            "alleged",
            "believed",
            "reported",
            "denied",
            "confirmed",
            "predicted",
            "hypothetical",
        ],
        Vocabulary("Modality", "How it is said: a named speaker claims; alleged, reported and believed are hedges."),
    ],
)
"""How it is said: a named speaker claims; `alleged`, `reported` and `believed` are hedges."""

Certainty = TypeAliasType(
    "Certainty",
    Annotated[
        Literal["certain", "probable", "possible"],
        Vocabulary("Certainty", "How sure the words themselves say that they are."),
    ],
)
"""How sure the words themselves say that they are."""


class Span(Model):
    """A place in a source's text (W3C TextPositionSelector); the text is pinned by the source's `text_sha256`."""

    start: Offset = Field(description="Where it starts: 0-based, in Unicode code points.")
    end: Offset = Field(description="Where it ends: the place after its last code point.")


class Attribution(Model):
    """Who says so: in which source it stands, according to whom, how firmly, and where."""

    SHAPE: ClassVar[Json] = {
        "if": needs("statement_id"),
        "then": {
            "properties": {
                "according_to_ids": {"type": "array", "maxItems": 0},
                "via_ids": {"type": "array", "maxItems": 0},
            }
        },
    }

    source_id: SourceId = Field(description="The source in which it stands.")
    according_to_ids: Many[ActorOrSourceId] = Field(
        default=(), description="Who says it, by that source; none means the source in its own voice."
    )
    via_ids: Many[ActorOrSourceId] = Field(
        default=(),
        description="Who carried it from the speaker to the source, the carrier nearest to the source first.",
    )
    statement_id: Opt[StatementId] = Field(
        default=None, description="The statement by which it was said, instead of according_to_ids and via_ids."
    )
    modality: Modality = Field(
        default="asserted",
        description="How it is said: asserted, claimed, alleged, believed, reported, denied and so on.",
    )
    certainty: Opt[Certainty] = Field(
        default=None, description="How sure it is said to be, only where the words grade it."
    )
    hedge: Opt[Text] = Field(default=None, description="The words that lower the commitment, such as allegedly.")
    covers: Many[Pointer] = Field(
        default=(),
        description="The parts of the record that this speaks of, as JSON Pointers; none means the whole record.",
    )
    spans: Many[Span] = Field(default=(), description="Where in the source's text it stands.")
    stated: Opt[WhenLike] = Field(default=None, description="When it was said.")

    @field_validator("statement_id")
    @classmethod
    def _stands_alone(cls, statement_id: str | None, info: ValidationInfo) -> str | None:
        # On the field and not on the model: an attribution without one costs nothing.
        told = info.data
        if (told.get("according_to_ids") or told.get("via_ids")) and statement_id is not None:
            wrong = "according_to_ids" if told.get("according_to_ids") else "via_ids"
            raise PydanticCustomError(
                "attribution_statement", "statement_id stands instead of according_to_ids and via_ids", {"field": wrong}
            )
        return statement_id
