"""Gifts."""

from typing import Literal

from pydantic import Field

from newsevents._leaf import Many, Opt, Some
from newsevents.parts.party import Party
from newsevents.parts.status import GiftStatus, StatusChange
from newsevents.records._record import Event, tag
from newsevents.values.reference import ActorId, DeliveryId, ItemId
from newsevents.values.text import Text

__all__ = ["Gift"]


class Gift(Event):
    """Something handed over, or offered, for nothing; what is paid for is a `Transfer`."""

    type: Literal["gift"] = tag()
    givers: Some[Party] = Field(description="Who gives.")
    recipients: Some[Party] = Field(description="Who receives.")
    item_ids: Some[ItemId] = Field(description="What is given.")
    intermediary_ids: Many[ActorId] = Field(default=(), description="Who hands it over for the giver.")
    occasion: Opt[Text] = Field(default=None, description="On what occasion, such as a birthday or a visit.")
    reciprocates_id: Opt[DeliveryId] = Field(
        default=None, description="The earlier gift or transfer that this one answers."
    )
    status: Opt[GiftStatus] = Field(default=None, description="How far it got, as last known.")
    status_history: Many[StatusChange] = Field(default=(), description="The steps to there, the earliest first.")
