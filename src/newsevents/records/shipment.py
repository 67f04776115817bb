"""Shipments: goods on their way."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Many, Opt, Some, Vocabulary
from newsevents.parts.leg import Indicator, Leg
from newsevents.records._record import Event, tag
from newsevents.values.place import Place
from newsevents.values.reference import ActorId, DeliveryId, ItemId

__all__ = ["Shipment", "ShipmentStatus"]

ShipmentStatus = TypeAliasType(
    "ShipmentStatus",
    Annotated[
        Literal["planned", "attempted", "in_transit", "delivered", "intercepted", "seized", "diverted", "returned"],
        Vocabulary("ShipmentStatus", "How far a shipment got."),
    ],
)
"""How far a shipment got."""


class Shipment(Event):
    """Goods on their way: who sends them, on what way, where they were said to go and where they went."""

    type: Literal["shipment"] = tag()
    consignor_id: Opt[ActorId] = Field(default=None, description="Who sends the goods.")
    consignee_id: Opt[ActorId] = Field(default=None, description="To whom the goods are sent.")
    carrier_ids: Many[ActorId] = Field(default=(), description="Who carries the goods: shipping lines, airlines.")
    broker_ids: Many[ActorId] = Field(default=(), description="Who arranged the shipment.")
    item_ids: Some[ItemId] = Field(description="What is shipped.")
    legs: Many[Leg] = Field(
        default=(), description="The legs of the way, in order; the declared ones and the actual ones."
    )
    origin: Opt[Place] = Field(default=None, description="Where the goods start.")
    declared_destination: Opt[Place] = Field(default=None, description="Where the papers say that the goods go.")
    intended_destination: Opt[Place] = Field(default=None, description="Where the goods were meant to go.")
    final_destination: Opt[Place] = Field(default=None, description="Where the goods ended up.")
    status: Opt[ShipmentStatus] = Field(default=None, description="How far the shipment got, as last known.")
    indicators: Many[Indicator] = Field(
        default=(), description="Signs that something was changed or hidden on the way."
    )
    conveys_id: Opt[DeliveryId] = Field(default=None, description="The gift or transfer that the shipment carries out.")
