"""Counts of a vote."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from newsevents._leaf import Json, Opt
from newsevents._model import Model, needs
from newsevents.values.number import Count

__all__ = ["VoteCounts"]


class VoteCounts(Model):
    """How many voted how; a figure that the source does not give is absent."""

    SHAPE: ClassVar[Json] = {
        "if": {"not": needs("in_favor")},
        "then": {"if": {"not": needs("against")}, "then": needs("abstained")},
    }

    in_favor: Opt[Count] = Field(default=None, description="Votes in favor.")
    against: Opt[Count] = Field(default=None, description="Votes against.")
    abstained: Opt[Count] = Field(default=None, description="Abstentions.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.in_favor is None and self.against is None and self.abstained is None:
            raise PydanticCustomError("vote_counts_empty", "counts need at least one of in_favor, against, abstained")
        return self
