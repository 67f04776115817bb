"""Parties: actors in a deal."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Opt, Vocabulary
from newsevents._model import Model
from newsevents.values.reference import ActorId

__all__ = ["Capacity", "Party"]

Capacity = TypeAliasType(
    "Capacity",
    Annotated[
        Literal["personal", "official", "state"],
        Vocabulary("Capacity", "In what capacity someone acts: as a person, as an office-holder, for the state."),
    ],
)
"""In what capacity someone acts: as a person, as an office-holder, for the state."""


class Party(Model):
    """An actor in a deal: was the car given to the man or to the state?"""

    actor_id: ActorId = Field(description="The actor.")
    capacity: Opt[Capacity] = Field(
        default=None, description="Whether the actor takes part as a person, as an office-holder or for the state."
    )
    on_behalf_of_id: Opt[ActorId] = Field(default=None, description="The actor for whom this one acts.")
