"""How far a gift or a transfer got."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Opt, Vocabulary
from newsevents._model import Model
from newsevents.values.place import Place
from newsevents.values.when import WhenLike

__all__ = ["GiftStatus", "StatusChange"]

GiftStatus = TypeAliasType(
    "GiftStatus",
    Annotated[
        Literal["offered", "announced", "accepted", "delivered", "declined", "returned", "withdrawn", "seized", "lost"],
        Vocabulary("GiftStatus", "How far a gift or a transfer got."),
    ],
)
"""How far a gift or a transfer got."""


class StatusChange(Model):
    """One step of a gift or a transfer: it was offered, then delivered."""

    status: GiftStatus = Field(description="What it came to.")
    when: Opt[WhenLike] = Field(default=None, description="When.")
    place: Opt[Place] = Field(default=None, description="Where.")
