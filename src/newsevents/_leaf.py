"""The leaves that every model is made of: strict and canonical on JSON text, friendly on Python values.

On the JSON path a leaf is one pydantic-core schema and no Python code runs. On the Python path a normalizer may stand
before that same schema, so whatever it returns is canonical or refused. A leaf owns its JSON Schema.
"""

from collections.abc import Callable, Sequence
from copy import copy, deepcopy
from typing import Annotated, Any, NoReturn, Self, TypeVar, Union, cast, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core import core_schema as cs

from newsevents.errors import NormalizationError

T = TypeVar("T")
Json = dict[str, Any]

# In Python and Java ``$`` also matches before a final line break; "nothing outside printable ASCII" closes that
# without look-around. The inner type keeps numbers from failing the ``not`` as well.
ASCII_ONLY: Json = {"not": {"type": "string", "pattern": "[^!-~]"}}


def _told(normalize: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return *normalize* with its own errors as pydantic's, of the same code and message."""

    def told(value: Any) -> Any:
        try:
            return normalize(value)
        except NormalizationError as error:
            code: Any = error.code  # to pydantic-core a LiteralString
            raise PydanticCustomError(code, "{message}", {"message": error.message}) from None

    return told


def expecting(description: str, canonical: CoreSchema) -> CoreSchema:
    """Return a core schema whose one error says what was expected, in the words of *description*."""
    expected = description[0].lower() + description[1:].removesuffix(".")
    return cs.custom_error_schema(canonical, "not_canonical", custom_error_message=f"Input should be {expected}")


class Leaf:
    """Metadata of a type: its canonical core schema, its JSON Schema, and what makes Python values canonical.

    An error says what was *expected*; by default that is the schema's `description`.
    """

    def __init__(
        self,
        canonical: CoreSchema,
        schema: Json,
        normalize: Callable[[Any], Any] | None = None,
        *,
        expected: str | None = None,
    ) -> None:
        self.schema = schema
        self.normalize = normalize
        expected = expected or schema.get("description")
        if expected and "maxLength" in schema:
            expected = f"{expected.removesuffix('.')}; at most {schema['maxLength']} characters"
        self.canonical = expecting(expected, canonical) if expected else canonical

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # A copy each time: pydantic writes ``ref`` into it, and a schema that is used twice becomes its own definition.
        canonical = copy(self.canonical)
        if self.normalize is None:
            return canonical
        # "before" and not a union: one error instead of two, and the result is checked by the canonical schema.
        friendly = cs.no_info_before_validator_function(_told(self.normalize), canonical)
        return cs.json_or_python_schema(json_schema=canonical, python_schema=friendly)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return deepcopy(self.schema)


def ascii_leaf(
    pattern: str, description: str, *, longest: int | None = None, normalize: Callable[[Any], Any] | None = None
) -> Leaf:
    """Return a leaf for an ASCII string of one portable pattern and, where that has no end, *longest* characters."""
    canonical = cs.str_schema(pattern=pattern, strict=True, max_length=longest)
    schema: Json = {"type": "string", "description": description, "pattern": pattern, **ASCII_ONLY}
    return Leaf(canonical, schema | ({"maxLength": longest} if longest else {}), normalize)


def code_leaf(
    codes: Sequence[str], title: str, description: str, normalize: Callable[[Any], Any] | None = None
) -> Leaf:
    """Return a leaf for a closed list of codes: a hash lookup in Rust, an `enum` in the schema.

    The title names its type in what generators write; without one they repeat the list at every field.
    """
    schema = {"type": "string", "title": title, "description": description, "enum": list(codes)}
    return Leaf(cs.literal_schema(list(codes)), schema, normalize)


def whole_leaf(minimum: int, maximum: int, description: str) -> Leaf:
    """Return a leaf for an integer as JSON Schema means it: 1.0 and 1e2 are integers, "1" and true are not."""
    exact = cs.int_schema(strict=True, ge=minimum, le=maximum)
    floating = cs.chain_schema([cs.float_schema(strict=True, multiple_of=1, ge=minimum, le=maximum), cs.int_schema()])
    either = cs.union_schema([exact, floating], mode="left_to_right")
    return Leaf(either, {"type": "integer", "description": description, "minimum": minimum, "maximum": maximum})


class Vocabulary:
    """Metadata of a closed vocabulary, a `Literal`; gives it a title, so that generators name its type."""

    def __init__(self, title: str, description: str) -> None:
        self.title = title
        self.description = description

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        values = cast(cs.LiteralSchema, core)["expected"]
        return {"type": "string", "enum": list(values), "title": self.title, "description": self.description}


class OpenVocabulary(Leaf):
    """Metadata of an open vocabulary: any snake_case word is taken, the known ones have an agreed meaning."""

    def __init__(self, pattern: str, description: str, *known: str) -> None:
        longest = 64
        schema: Json = {"type": "string", "description": description, "examples": list(known)}
        schema |= {"pattern": pattern, "maxLength": longest, **ASCII_ONLY}
        expected = f"A word in snake_case, such as {', '.join(known[:3])}."
        super().__init__(cs.str_schema(pattern=pattern, strict=True, max_length=longest), schema, expected=expected)
        self.description = description
        self.known = known


class Friendly:
    """Metadata of a model that has a short form on the Python path."""

    def __init__(self, normalize: Callable[[Any], Any]) -> None:
        self.normalize = normalize

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        model = handler(source)
        friendly = cs.no_info_before_validator_function(_told(self.normalize), model)
        return cs.json_or_python_schema(json_schema=model, python_schema=friendly)


class _Absent:
    """Absent in JSON, `None` in Python."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        present = handler.generate_schema(get_args(source)[0])
        return cs.json_or_python_schema(json_schema=present, python_schema=cs.nullable_schema(present))


Opt = Annotated[Union[T, None], _Absent()]  # noqa: UP007  (``T | None`` is no generic alias: ``Opt[Text]`` would fail)
"""An optional scalar: absent in JSON, never null; `None` in Python."""


class _Many:
    """A tuple at run time; `Sequence` to type checkers, so that callers may pass lists."""

    def __init__(self, at_least: int | None = None) -> None:
        self.at_least = at_least

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (item,) = get_args(source)
        return cs.tuple_schema([handler.generate_schema(item)], variadic_item_index=0, min_length=self.at_least)


Many = Annotated[Sequence[T], _Many()]
"""A list that may be empty, which means "the source does not say", never "none"."""
Some = Annotated[Sequence[T], _Many(1)]
"""A list with at least one entry."""


def _refuse(self: object, *_: object, **__: object) -> NoReturn:
    raise TypeError(f"{type(self).__name__} cannot be changed")


class FrozenDict(dict[str, Any]):
    """A dict that cannot be changed, and nothing in it."""

    __slots__ = ()

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        # pydantic copies a default that has none, for every record.
        return hash(frozenset(self))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # How to write a default of this type into a JSON Schema.
        return cs.dict_schema()

    def __reduce__(self) -> tuple[type["FrozenDict"], tuple[dict[str, Any]]]:
        return FrozenDict, (dict(self),)

    def __deepcopy__(self, memo: object) -> Self:
        return self


class FrozenList(list[Any]):
    """A list that cannot be changed."""

    __slots__ = ()

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = clear = extend = insert = pop = remove = reverse = sort = _refuse

    def __reduce__(self) -> tuple[type["FrozenList"], tuple[list[Any]]]:
        return FrozenList, (list(self),)


def frozen(value: Any) -> Any:
    """Return a JSON value that cannot be changed at any depth; it equals the one that can."""
    if isinstance(value, dict):
        return FrozenDict({key: frozen(kept) for key, kept in cast(Json, value).items()})
    if isinstance(value, list):
        return FrozenList(map(frozen, cast(Sequence[Any], value)))
    return value
