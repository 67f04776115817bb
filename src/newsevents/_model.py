"""The one model config, and what every part and record shares."""

import difflib
import inspect
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, get_args, get_origin

import pydantic
from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import (
    CoreSchema,
    ErrorDetails,
    InitErrorDetails,
    PydanticCustomError,
    PydanticSerializationUnexpectedValue,
    SchemaSerializer,
    core_schema,
)
from typing_extensions import TypeAliasType

from newsevents._docstring import docstring
from newsevents._leaf import Json
from newsevents.findings import quoted

_LONGEST = 100


def unhashable(self: object) -> TypeError:
    """Return the error for taking as a key what has so much content, and an id."""
    return TypeError(f"{type(self).__name__} is not hashable; use its id as a key")


def needs(*names: str) -> Json:
    """Return keywords for "has these fields", in the form that ajv's strictRequired accepts in a subschema."""
    return {"required": list(names), "properties": dict.fromkeys(names, True)}


def near(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` where one of *known* is near to *word*, and the empty string otherwise."""
    # None of them is so long, and the search takes much memory.
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.7) if len(word) <= _LONGEST else []
    return f"; did you mean {found[0]!r}?" if found else ""


class Model(BaseModel):
    """What every part and record shares: frozen, no unknown fields, compared by value."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    SHAPE: ClassVar[Json] = {}
    """JSON Schema keywords for what validators check across fields."""

    if not TYPE_CHECKING:

        def __init__(self, /, **data):  # noqa: ANN003, ANN204  (seen at run time only)
            """Check *data*; an unknown field gets a suggestion, and what the class alone says is filled in."""
            try:
                super().__init__(**{**_constants(type(self)), **data})
            except pydantic.ValidationError as error:
                raise suggested(error, type(self), data) from None

        # Without the mark pydantic calls __init__ from Rust for every object that it validates.
        __init__.__pydantic_base_init__ = True

        @classmethod
        def model_construct(cls, _fields_set=None, **values):  # noqa: ANN001, ANN003, ANN206  (seen at run time only)
            """Return a model as pydantic does, unchecked; what the class alone says is filled in."""
            return super().model_construct(_fields_set, **{**_constants(cls), **values})

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """Return *obj* as a model; Python values are normalized, and its own `type` may be left out.

        Raises pydantic's `ValidationError`.
        """
        given: Json = {**_constants(cls), **obj} if isinstance(obj, Mapping) else {}
        try:
            return super().model_validate(given or obj, **options)
        except pydantic.ValidationError as error:
            raise suggested(error, cls, given) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """Return JSON text as a model; canonical form only. Raises pydantic's `ValidationError`."""
        try:
            return super().model_validate_json(json_data, **options)
        except pydantic.ValidationError as error:
            raise suggested(error, cls) from None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        # Cleaned here and not in a GenerateJsonSchema subclass, so that the OpenAPI of a web framework is clean too.
        reference = handler(core)
        schema = handler.resolve_ref_schema(reference)
        for field in schema.get("properties", {}).values():
            field.pop("title", None)
            if field.get("default", ...) in (None, [], {}):
                del field["default"]
        if described := inspect.cleandoc(docstring(cls)):
            schema.setdefault("description", described)
        schema.update(cls.SHAPE)
        return reference

    if not TYPE_CHECKING:
        # A return type would stand in for the model in the schema of what is written.
        @pydantic.model_serializer(when_used="json")
        def _written(self, info):  # noqa: ANN001, ANN202  (seen at run time only)
            """Return what JSON is written of: no nulls, which no reader of records takes."""
            if not isinstance(self, Model):  # a union asks every member whether a value is its own
                raise PydanticSerializationUnexpectedValue(f"expected a model, got {type(self).__name__}")
            # As Python values, where this is not asked again for each model within; they are as JSON has them.
            serialize = self.__pydantic_serializer__.to_python
            return _chosen(
                serialize(self, exclude_defaults=True, exclude_unset=info.exclude_unset), info.include, info.exclude
            )

    def model_dump(self, *, include: Any = None, exclude: Any = None, **options: Any) -> dict[str, Any]:
        """Return the fields by name; with `mode="json"` those that `to_json` writes."""
        return _chosen(super().model_dump(**options), include, exclude)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Yield the fields that `to_json` writes."""
        for name, value in super().__repr_args__():
            field = type(self).model_fields.get(str(name))
            if field is None or value != field.get_default(call_default_factory=True):
                yield name, value

    def to_json(self, *, indent: int | None = None) -> bytes:
        """Return canonical JSON: fields in the model's order, defaults left out, UTF-8.

        Args:
            indent: How many blanks each level is set in; `None` writes all on one line.
        """
        return self.__pydantic_serializer__.to_json(self, indent=indent)


_ANY = SchemaSerializer(core_schema.any_schema())


def _chosen(fields: dict[str, Any], include: Any, exclude: Any) -> dict[str, Any]:
    """Return the fields that are asked for; pydantic before 2.14 gives all where a model has a serializer."""
    if include is None and exclude is None:
        return fields
    chosen: dict[str, Any] = _ANY.to_python(fields, include=include, exclude=exclude)
    return chosen


def suggested(
    error: pydantic.ValidationError, model: type[Model], given: Mapping[str, Any] = MappingProxyType({})
) -> pydantic.ValidationError:
    """Return *error* with a suggestion on every unknown field of *model* or of a model within it.

    Lists are told of as lists, and once: pydantic calls them tuples, says that one is too short if its entries are
    wrong, and takes a model where a list is due, of what was *given*, for a list of its fields.
    """
    lone = {name for name, value in given.items() if isinstance(value, Model) and _is_list(model, name)}
    found = error.errors(include_url=False)
    if not lone and not any(detail["type"] in {"extra_forbidden", *_OF_LISTS} for detail in found):
        return error
    above = {detail["loc"][:depth] for detail in found for depth in range(len(detail["loc"]))}
    told = [
        _suggested_detail(detail, model)
        for detail in found
        if lone.isdisjoint(detail["loc"][:1]) and not _is_spurious(detail, above)
    ]
    told += [InitErrorDetails(type=_NO_LIST, loc=(name,), input=given[name]) for name in given if name in lone]
    return pydantic.ValidationError.from_exception_data(error.title, told)


_OF_LISTS = {"too_short", "tuple_type"}
_ONE_ENTRY = "Input should be a list; put the one entry in brackets"
_NO_LIST = PydanticCustomError("tuple_type", _ONE_ENTRY)


def _is_spurious(detail: ErrorDetails, above: Container[tuple[int | str, ...]]) -> bool:
    """Return whether a list is called too short that has an entry: an entry with a fault, to which *above* leads."""
    return detail["type"] == "too_short" and detail["loc"] in above and detail.get("ctx", {})["min_length"] == 1


def _is_list(model: type[Model], name: str) -> bool:
    return name in model.model_fields and get_origin(model.model_fields[name].annotation) is Sequence


def _suggested_detail(detail: ErrorDetails, model: type[Model]) -> InitErrorDetails:
    context = detail.get("ctx", {})
    kind: Any = detail["type"]  # to pydantic-core a LiteralString
    new: InitErrorDetails = {"type": kind, "loc": detail["loc"], "input": detail["input"], "ctx": context}
    if kind == "extra_forbidden":
        message = unknown_field(model, detail["loc"])
        new["type"] = PydanticCustomError("unknown_field", "{message}", {"message": message})
    elif kind in _OF_LISTS and (message := _list_wanted(detail, model)):
        new["type"] = PydanticCustomError(kind, "{message}", {**context, "message": message})
    elif kind not in get_args(core_schema.ErrorType):
        context = {**context, "message": detail["msg"]}
        new["type"] = PydanticCustomError(kind, "{message}", context)
    return new


def _list_wanted(detail: ErrorDetails, model: type[Model]) -> str:
    """Return what a list of ours should be; empty for those of others, and where pydantic's own words fit."""
    given, loc = detail["input"], detail["loc"]
    owner = model_at(model, loc[:-1])
    if owner is None or not _is_list(owner, str(loc[-1])):
        return ""
    if detail["type"] == "too_short":
        return "Input should be a list of at least one entry"
    if given is None:
        return f"Input should be a list{leave_out(model, loc)}"
    # Strict validation takes tuples alone.
    return "" if isinstance(given, list) else _ONE_ENTRY


def unknown_field(model: Any, loc: Sequence[int | str]) -> str:
    """Return the message for an unknown field at *loc* below *model*, a model or a type made of models."""
    owner = model_at(model, loc[:-1])
    name = str(loc[-1])
    if owner is None:
        return f"unknown field {quoted(name)}"
    return f"unknown field {quoted(name)} of {owner.__name__}{near(name, owner.model_fields)}"


def leave_out(model: Any, loc: Sequence[int | str]) -> str:
    """Return what to do about nothing in the field at *loc* below *model*; empty where it is required, or no field."""
    owner = model_at(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return "" if field is None or field.is_required() else "; leave it out where the source does not say"


def model_at(annotation: Any, loc: Sequence[int | str]) -> type[Model] | None:
    """Return the model that stands at a pydantic *loc* below *annotation*, or `None` where none does."""
    models = models_in(annotation)
    if loc:
        part, rest = loc[0], loc[1:]
        tagged = [model for model in models if type_of(model) == part]
        if tagged and len(models) > 1:
            return model_at(tagged[0], rest)
        if isinstance(part, int):
            return model_at(annotation, rest)
        fields = [model.model_fields[part].annotation for model in models if part in model.model_fields]
        return model_at(fields[0], rest) if fields else None
    return models[0] if len(models) == 1 else None


def models_in(annotation: Any) -> list[type[Model]]:
    """Return the models that *annotation* names, through aliases, unions, lists and metadata."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    if isinstance(annotation, TypeAliasType):
        return models_in(annotation.__value__)
    arguments = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    return [model for argument in arguments for model in models_in(argument)]


@cache
def _constants(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the fields of *model* that can have one value only, such as `type`, with that value."""
    words = {
        name: get_args(field.annotation)
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is Literal
    }
    return {name: known[0] for name, known in words.items() if len(known) == 1}


def type_of(model: type[BaseModel]) -> str:
    """Return the `type` of a record's class; empty where it has none."""
    return _constants(model).get("type", "")
