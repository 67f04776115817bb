"""Transfers: goods or money that change hands in any other way than as a gift."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Many, Opt, Some, Vocabulary
from newsevents.parts.consideration import Consideration
from newsevents.parts.party import Party
from newsevents.parts.status import GiftStatus, StatusChange
from newsevents.records._record import Event, tag
from newsevents.values.number import YesNo
from newsevents.values.place import Place
from newsevents.values.reference import ActorId, DeliveryId, ItemId
from newsevents.values.text import Text

__all__ = ["Transfer", "TransferMode"]

TransferMode = TypeAliasType(
    "TransferMode",
    Annotated[
        Literal[
            "sale",
            "barter",
            "loan",
            "aid",
            "supply",
            "return",
            "release",
            "payment",
            "confiscation",
            "exchange",
            "smuggling",
        ],
        Vocabulary("TransferMode", "In what way something changes hands."),
    ],
)
"""In what way something changes hands."""


class Transfer(Event):
    """Something that changes hands, other than as a gift: a sale, a loan, aid, a seizure, smuggling."""

    type: Literal["transfer"] = tag()
    mode: TransferMode = Field(description="In what way it changes hands.")
    givers: Many[Party] = Field(default=(), description="Who gives it up; absent where the source does not say.")
    recipients: Many[Party] = Field(default=(), description="Who receives it; absent where the source does not say.")
    item_ids: Some[ItemId] = Field(description="What changes hands.")
    intermediary_ids: Many[ActorId] = Field(default=(), description="Who arranges it or hands it over.")
    beneficiary_ids: Many[ActorId] = Field(default=(), description="Who has the good of it in the end.")
    consideration: Opt[Consideration] = Field(default=None, description="What is given in return.")
    purpose: Opt[Text] = Field(default=None, description="What it is for.")
    destination: Opt[Place] = Field(default=None, description="Where it goes.")
    conditions: Opt[Text] = Field(default=None, description="On what conditions.")
    occasion: Opt[Text] = Field(default=None, description="On what occasion.")
    reciprocates_id: Opt[DeliveryId] = Field(
        default=None, description="The earlier gift or transfer that this one answers."
    )
    is_ongoing: Opt[YesNo] = Field(default=None, description="Whether it goes on, as deliveries over months do.")
    status: Opt[GiftStatus] = Field(default=None, description="How far it got, as last known.")
    status_history: Many[StatusChange] = Field(default=(), description="The steps to there, the earliest first.")
