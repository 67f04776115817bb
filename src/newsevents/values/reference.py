"""References: ids of other records, with the types of record that each may name.

A reference is a plain id to the models. What it may lead to is data on the field, for rules and docs to read.
"""

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from typing_extensions import TypeAliasType

from newsevents._model import Model, models_in
from newsevents.values.identifier import Id

__all__ = [
    "ActorId",
    "ActorOrItemId",
    "ActorOrSourceId",
    "CauseId",
    "CoveredId",
    "DeliveryId",
    "EventId",
    "ExemptionId",
    "ItemId",
    "OrganizationId",
    "QuotationId",
    "RecordId",
    "Reference",
    "Refers",
    "RetractableId",
    "SourceId",
    "SourceOrEventId",
    "StatementId",
    "SubjectId",
    "references",
]

ACTORS = ("person", "organization", "state", "group")
EVENTS = ("gift", "transfer", "shipment", "meeting", "vote", "sanctions_action", "occurrence")


class Refers:
    """Metadata of a reference: the types of record that it may name; none given means any."""

    def __init__(self, *types: str) -> None:
        self.types = types

    def __repr__(self) -> str:
        return f"Refers{self.types!r}"


RecordId = Annotated[Id, Refers()]
SourceId = Annotated[Id, Refers("source")]
ActorId = Annotated[Id, Refers(*ACTORS)]
OrganizationId = Annotated[Id, Refers("organization")]
ItemId = Annotated[Id, Refers("item")]
EventId = Annotated[Id, Refers(*EVENTS)]
StatementId = Annotated[Id, Refers("statement")]
ActorOrSourceId = Annotated[Id, Refers(*ACTORS, "source")]
ActorOrItemId = Annotated[Id, Refers(*ACTORS, "item")]
SourceOrEventId = Annotated[Id, Refers("source", *EVENTS, "statement")]
CauseId = Annotated[Id, Refers(*EVENTS, "statement")]
CoveredId = Annotated[Id, Refers("item", *EVENTS)]
DeliveryId = Annotated[Id, Refers("gift", "transfer")]
RetractableId = Annotated[Id, Refers("statement", "source", *EVENTS)]
SubjectId = Annotated[Id, Refers(*EVENTS, "item", *ACTORS, "statement")]
ExemptionId = Annotated[Id, Refers("sanctions_action")]
QuotationId = Id
"""The `id` of a quotation within the same dossier; no record."""


class Reference(NamedTuple):
    """One reference in a record."""

    pointer: str
    """Where it stands, as a JSON Pointer within the record."""
    id: str
    """The id that it names."""
    types: tuple[str, ...]
    """The types of record that it may name; none means any."""


def references(model: Model, pointer: str = "") -> Sequence[Reference]:
    """Return every reference in *model* and in its parts, in the order of the fields."""
    found: list[Reference] = []
    _collect(model, pointer, found)
    return found


def _collect(model: Model, pointer: str, found: list[Reference]) -> None:
    values = model.__dict__
    for name, types, is_list in _plan(type(model)):
        value: Any = values[name]
        if not value:
            continue
        at = f"{pointer}/{name}"
        entries: Sequence[Model | str] = value if is_list else (value,)
        for index, entry in enumerate(entries):
            place = f"{at}/{index}" if is_list else at
            if isinstance(entry, str):
                found.append(Reference(place, entry, types))
            elif _plan(type(entry)):
                _collect(entry, place, found)


class _Step(NamedTuple):
    """A field to look into."""

    name: str
    types: tuple[str, ...]
    is_list: bool


@cache
def _plan(model: type[Model]) -> list[_Step]:
    """Return the fields of *model* that are references or hold parts."""
    plan: list[_Step] = []
    for name, field in model.model_fields.items():
        refers = _refers((field.annotation, *field.metadata))
        if refers is not None or models_in(field.annotation):
            plan.append(_Step(name, refers.types if refers else (), get_origin(field.annotation) is Sequence))
    return plan


def _refers(annotations: Sequence[Any]) -> Refers | None:
    """Return the `Refers` among or within *annotations*."""
    for annotation in annotations:
        if isinstance(annotation, Refers):
            return annotation
        if isinstance(annotation, TypeAliasType) or get_origin(annotation) is None:
            continue
        if found := _refers(get_args(annotation)):
            return found
    return None
