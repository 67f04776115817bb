"""What every record shares, and what every event shares."""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, JsonValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core import core_schema as cs
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import ASCII_ONLY, FrozenDict, Json, Many, Opt, expecting, frozen
from newsevents._model import Model, unhashable
from newsevents._regex import regex
from newsevents.parts.attribution import Attribution
from newsevents.values.identifier import Id, Identifiers, Pointer
from newsevents.values.place import Place
from newsevents.values.reference import CauseId, EventId
from newsevents.values.text import Text, Word
from newsevents.values.when import WhenLike

__all__ = ["Event", "Extensions", "Record", "tag"]

_LONGEST_KEY = 128
_TOO_LARGE = 10**4300  # what the readers of JSON that Python has still take
# The readers of JSON and YAML take 200 levels; a dossier, its records, a record and its extensions are four of them.
_DEEPEST = 196
_SURROGATE = regex(r"[\ud800-\udfff]")


def _kept(value: dict[str, Any]) -> Any:
    """Return the extensions unchangeable; refuse what no JSON text can hold, and what no reader of ours takes."""
    for key, kept in value.items():
        if reason := _refusal(kept):
            raise PydanticCustomError("not_json", "{reason}, found in {key}", {"reason": reason, "key": key})
    return frozen(value)


def _refusal(kept: Any) -> str:
    """Return why a JSON value cannot be kept; empty where it can."""
    level, depth = [kept], 0
    while level:
        deeper: list[Any] = []
        for part in level:
            if isinstance(part, (dict, list)) and depth == _DEEPEST:
                return f"nested deeper than {_DEEPEST} levels"
            if isinstance(part, dict):
                fields = cast(dict[str, Any], part)
                deeper += fields.keys()
                deeper += fields.values()
            elif isinstance(part, list):
                deeper += cast(Sequence[Any], part)
            elif isinstance(part, float) and not isfinite(part):
                return "NaN and infinities are no JSON"
            elif isinstance(part, str) and _SURROGATE.search(part):
                return "a lone surrogate is no text"
            elif isinstance(part, int) and abs(part) >= _TOO_LARGE:
                return "an integer of over 4,300 digits"
        level, depth = deeper, depth + 1
    return ""


class _Extensions:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        key = expecting(
            "A key of the form x-vendor-name, in lower-case ASCII letters, digits and hyphens; "
            f"at most {_LONGEST_KEY} characters.",
            cs.str_schema(pattern=_pattern.EXTENSION_KEY, strict=True, max_length=_LONGEST_KEY),
        )
        return cs.no_info_after_validator_function(_kept, cs.dict_schema(key, handler.generate_schema(JsonValue)))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        # propertyNames, not patternProperties: only there can the loose ``$`` be closed.
        return {
            "type": "object",
            "description": "Your own data, kept as it is: keys x-vendor-name, any JSON value.",
            "propertyNames": {"pattern": _pattern.EXTENSION_KEY, "maxLength": _LONGEST_KEY, **ASCII_ONLY},
        }


Extensions = TypeAliasType("Extensions", Annotated[Mapping[str, Any], _Extensions()])
"""Your own data: keys `x-<vendor>-<name>`, any JSON value, kept as it is through load and dump."""


def tag(description: str = "The type of record.") -> Any:
    """Return a field that the schema and JSON require and that Python callers need not write."""
    return Field(description=description)


class Record(Model):
    """What every record shares; `type` and `id` come first in the file."""

    if not TYPE_CHECKING:
        type: str  # here only for its place; to pyright a redeclared mutable field would have to be invariant
    id: Id = Field(description="The record's id, a slug that is unique in its dossier.")
    attributions: Many[Attribution] = Field(default=(), description="Who says so, in which source, with which hedge.")
    inferred: Many[Pointer] = Field(
        default=(),
        description="The parts that the author concluded and did not read, as JSON Pointers within the record.",
    )
    identifiers: Identifiers = Field(
        default=FrozenDict(), description="What it is called elsewhere, by scheme: wikidata, imo, lei."
    )
    tags: Many[Word] = Field(default=(), description="Your own labels, words in snake_case.")
    note: Opt[Text] = Field(default=None, description="A remark of the author of the record, for readers of the data.")
    extensions: Extensions = Field(
        default=FrozenDict(), description="Your own data: keys x-vendor-name, any JSON value."
    )

    def __hash__(self) -> int:
        """Refuse to be a key."""
        raise unhashable(self)


class Event(Record):
    """What every event shares."""

    when: Opt[WhenLike] = Field(
        default=None, description="When it happened: at some time within; if it is ongoing, throughout."
    )
    place: Opt[Place] = Field(default=None, description="Where it happened.")
    part_of_id: Opt[EventId] = Field(default=None, description="The larger event that it is a part of.")
    caused_by_ids: Many[CauseId] = Field(default=(), description="The events or statements that led to it.")
    alternative_of_id: Opt[EventId] = Field(
        default=None, description="The event of which this is another account, where sources differ in the facts."
    )
