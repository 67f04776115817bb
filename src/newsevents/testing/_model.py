"""Strategies derived from the models: their fields, annotations and metadata.

A new field, part, vocabulary or record needs no edit here.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import TypeAdapter
from pydantic_core import to_json
from typing_extensions import TypeAliasType

from newsevents._leaf import Leaf, OpenVocabulary
from newsevents._model import Model
from newsevents.testing._leaf import BY_HAND, leaf, open_vocabulary
from newsevents.testing._maker import Drawer, Maker, either, picked
from newsevents.testing._shape import Shape, shapes
from newsevents.values.reference import Refers

__all__ = ["Body", "filled", "from_model", "validated", "values"]

M = TypeVar("M", bound=Model)
Body = dict[str, Any]
"""A model as JSON has it."""

# Bytes and not an integer: Hypothesis prefers small ones of those.
_NUMBER = st.binary(min_size=2, max_size=2)
# With two bytes of this sum a field is there; with each further step, once more.
_PRESENT, _STEP = 376, 36


class _Field(NamedTuple):
    name: str
    make: Maker
    is_many: bool
    at_least: int
    at: int
    """Where its two bytes stand among those drawn."""


class _Way(NamedTuple):
    """One shape of a model, with all that follows from it worked out once."""

    constants: Body
    fields: tuple[_Field, ...]
    never: tuple[tuple[str, object], ...]


class _Plan(NamedTuple):
    ways: tuple[_Way, ...]
    size: int
    """How many bytes are drawn: two to start with and two a field, in one choice, where each shrinks by itself."""


def from_model(model: type[M]) -> SearchStrategy[M]:
    """Return a strategy for one model: a record, or a part such as `Money`.

    References are ids of records that exist nowhere; in `dossiers` they lead to its records.

    Args:
        model: The class, which may be your own subclass of one.
    """
    _plan(model)  # An annotation without a strategy is refused at once.
    return _models(model)


def values(annotation: Any) -> SearchStrategy[Any]:
    """Return a strategy for what a field may be annotated with, such as `CountryCode`, `Edtf` or `AnyRecord`."""
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return _made(_maker(annotation)).map(lambda data: adapter.validate_json(to_json(data)))


def validated(model: type[M], data: Body) -> M:
    """Return *data* as a model, by way of JSON: canonical form only."""
    return model.model_validate_json(to_json(data))


def filled(draw: Drawer, model: type[Model], *, bare: bool = False, without: str = "") -> Body:
    """Return drawn fields of *model*, all but one; a *bare* one has none but the required."""
    plan = _plan(model, without)
    return _filled(draw, plan, bytes(plan.size) if bare else draw.dice(plan.size))


@st.composite
def _models(draw: DrawFn, model: type[M]) -> M:
    return validated(model, filled(Drawer(draw), model))


@st.composite
def _made(draw: DrawFn, make: Maker) -> Any:
    return make(Drawer(draw), int.from_bytes(draw(_NUMBER)))


def _filled(draw: Drawer, plan: _Plan, dice: bytes) -> Body:
    way = plan.ways[dice[1] % len(plan.ways)]
    richness = dice[0] - _PRESENT + _STEP
    data = way.constants.copy()
    for name, make, is_many, at_least, at in way.fields:
        roll = dice[at]
        count = at_least + max((richness + roll) // _STEP, 0)
        if not count:
            continue
        # 0 for the simplest roll with which a field is there: of an optional one that is the highest.
        number = dice[at + 1] << 8 | -roll % 255
        if is_many:
            data[name] = [make(draw, number + place) for place in range(count)]
        else:
            value = make(draw, number)
            if (name, value) not in way.never:
                data[name] = value
    return data


@cache
def _plan(model: type[Model], without: str = "") -> _Plan:
    constants: Body = {}
    fields: list[_Field] = []
    for name, info in model.model_fields.items():
        literal = get_args(info.annotation) if get_origin(info.annotation) is Literal else ()
        is_many = get_origin(info.annotation) is Sequence
        if len(literal) == 1:
            constants[name] = literal[0]
        elif name != without:
            make = _maker(*get_args(info.annotation)) if is_many else _maker(info.annotation, *info.metadata)
            fields.append(_Field(name, make, is_many, int(info.is_required()), 2 + 2 * len(fields)))
    return _Plan(tuple(_way(shape, constants, fields) for shape in shapes(model)), 2 + 2 * len(fields))


def _way(shape: Shape, constants: Body, fields: Sequence[_Field]) -> _Way:
    fixed = constants | dict(shape.fixed)
    free = (field for field in fields if field.name not in fixed and field.name not in shape.without)
    needed = (field._replace(at_least=1) if field.name in shape.needs else field for field in free)
    return _Way(fixed, tuple(needed), shape.never)


def _maker(annotation: Any, *metadata: Any) -> Maker:
    """Return what makes the values that a field so annotated may have."""
    for mark in metadata:
        for kind, make in _MARKS.items():
            if isinstance(mark, kind):
                return make(mark)
    if isinstance(annotation, TypeAliasType):
        return BY_HAND[annotation] if annotation in BY_HAND else _maker(annotation.__value__)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return partial(_part, annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _maker(*arguments)
    if origin is Literal:
        return picked(arguments)
    if origin in {Union, UnionType}:
        return either([_maker(member) for member in arguments if member is not NoneType])
    raise TypeError(f"no strategy is known for {annotation!r}")


def _link(refers: Refers) -> Maker:
    return lambda draw, number: draw.name(refers.types, number)


# An open vocabulary is a leaf as well.
_MARKS: dict[type[Any], Callable[[Any], Maker]] = {Refers: _link, OpenVocabulary: open_vocabulary, Leaf: leaf}


def _part(model: type[Model], draw: Drawer, _number: int) -> Body:
    return filled(draw, model)
