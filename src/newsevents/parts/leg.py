"""Legs of a shipment, and the signs that something on its way was hidden."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import OpenVocabulary, Opt, Vocabulary
from newsevents._model import Model
from newsevents.values.place import Place
from newsevents.values.reference import ItemId
from newsevents.values.when import WhenLike

__all__ = ["Indicator", "IndicatorKind", "Itinerary", "Leg", "LegStatus", "TransportMode"]

Itinerary = TypeAliasType(
    "Itinerary",
    Annotated[
        Literal["declared", "actual"], Vocabulary("Itinerary", "Whether a leg stands in the papers or was traveled.")
    ],
)
"""Whether a leg stands in the papers or was traveled."""

TransportMode = TypeAliasType(
    "TransportMode",
    Annotated[
        Literal["sea", "air", "rail", "road", "pipeline", "hand"],
        Vocabulary("TransportMode", "How goods travel; by hand is carried by a person."),
    ],
)
"""How goods travel; `hand` is carried by a person."""

LegStatus = TypeAliasType(
    "LegStatus",
    Annotated[Literal["planned", "attempted", "completed"], Vocabulary("LegStatus", "How far a leg got.")],
)
"""How far a leg got."""

IndicatorKind = TypeAliasType(
    "IndicatorKind",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "A sign that something about a shipment was changed or hidden on its way.",
            "transshipment",
            "ship_to_ship",
            "ais_gap",
            "flag_change",
            "name_change",
            "false_identity",
            "false_documents",
            "front_company",
        ),
    ],
)
"""A sign that something about a shipment was changed or hidden on its way."""


class Leg(Model):
    """One leg of a shipment's way, from one place to the next."""

    origin: Opt[Place] = Field(default=None, description="Where the leg starts.")
    destination: Opt[Place] = Field(default=None, description="Where the leg ends.")
    itinerary: Opt[Itinerary] = Field(default=None, description="Whether the leg stands in the papers or was traveled.")
    mode: Opt[TransportMode] = Field(
        default=None, description="How the goods travel: by sea, air, rail, road and so on."
    )
    conveyance_id: Opt[ItemId] = Field(default=None, description="The ship, aircraft, train or vehicle: an item.")
    departed: Opt[WhenLike] = Field(default=None, description="When it left.")
    arrived: Opt[WhenLike] = Field(default=None, description="When it arrived.")
    status: Opt[LegStatus] = Field(default=None, description="Whether the leg was planned, attempted or completed.")


class Indicator(Model):
    """A sign that something about a shipment was changed or hidden: a transfer at sea, a gap in its position."""

    kind: IndicatorKind = Field(description="What sort of sign it is.")
    when: Opt[WhenLike] = Field(default=None, description="When it was seen.")
    place: Opt[Place] = Field(default=None, description="Where it was seen.")
    conveyance_id: Opt[ItemId] = Field(
        default=None, description="The ship, aircraft, train or vehicle it was seen on: an item."
    )
