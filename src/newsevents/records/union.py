"""All records together."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, get_args

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._model import type_of
from newsevents.records._record import Record
from newsevents.records.gift import Gift
from newsevents.records.group import Group
from newsevents.records.item import Item
from newsevents.records.meeting import Meeting
from newsevents.records.occurrence import Occurrence
from newsevents.records.organization import Organization
from newsevents.records.person import Person
from newsevents.records.relation import Relation
from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.shipment import Shipment
from newsevents.records.source import Source
from newsevents.records.state import State
from newsevents.records.statement import Statement
from newsevents.records.transfer import Transfer
from newsevents.records.vote import Vote

__all__ = ["RECORD_TYPES", "AnyRecord"]

AnyRecord = TypeAliasType(
    "AnyRecord",
    Annotated[
        Source
        | Person
        | Organization
        | State
        | Group
        | Item
        | Gift
        | Transfer
        | Shipment
        | Meeting
        | Vote
        | SanctionsAction
        | Occurrence
        | Statement
        | SanctionsAssessment
        | Relation,
        Field(discriminator="type"),
    ],
)
"""Any record; `type` says which."""

_UNION = get_args(AnyRecord.__value__)[0]

RECORD_TYPES: Mapping[str, type[Record]] = MappingProxyType({type_of(record): record for record in get_args(_UNION)})
"""The class of every record type, by its `type`, in the order of the documentation."""
