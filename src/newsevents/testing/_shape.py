"""What the shape rules across fields leave to choose: for each model, the ways in which it can be valid."""

from typing import NamedTuple

from newsevents._model import Model
from newsevents.parts.attribution import Attribution
from newsevents.parts.consideration import Consideration
from newsevents.parts.role import Role
from newsevents.parts.vote_counts import VoteCounts
from newsevents.records.person import Person
from newsevents.records.source import Source
from newsevents.values.measure import Measure
from newsevents.values.when import When

__all__ = ["Shape", "shapes"]


class Shape(NamedTuple):
    """One way in which a model is valid."""

    needs: tuple[str, ...] = ()
    """Optional fields that must be there."""
    without: tuple[str, ...] = ()
    """Optional fields that must not be there."""
    fixed: tuple[tuple[str, object], ...] = ()
    """Fields whose value follows."""
    never: tuple[tuple[str, object], ...] = ()
    """Values that a field must not have; it is left out then."""


_FIGURE = Shape(needs=("amount",), without=("minimum", "maximum"), never=(("comparator", "between"),))
_SHAPES: dict[type[Model], tuple[Shape, ...]] = {
    Attribution: (Shape(without=("statement_id",)), Shape(without=("according_to_ids", "via_ids"))),
    Consideration: (Shape(needs=("text",)), Shape(needs=("money",)), Shape(needs=("item_ids",))),
    Measure: (
        _FIGURE,
        _FIGURE._replace(needs=("text",)),
        Shape(needs=("minimum", "maximum"), without=("amount",), fixed=(("comparator", "between"),)),
    ),
    Person: (Shape(needs=("names",)), Shape(fixed=(("is_anonymous", True),))),
    Role: (Shape(needs=("title",)), Shape(needs=("office",)), Shape(needs=("organization_id",))),
    Source: (Shape(needs=("title",)), Shape(needs=("description",))),
    VoteCounts: (Shape(needs=("in_favor",)), Shape(needs=("against",)), Shape(needs=("abstained",))),
    When: (Shape(needs=("edtf",)), Shape(needs=("text",))),
}


def shapes(model: type[Model]) -> tuple[Shape, ...]:
    """Return the ways in which *model* is valid; the first is the simplest."""
    return next((_SHAPES[base] for base in model.__mro__ if base in _SHAPES), (Shape(),))
