"""Persons."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from newsevents._leaf import Json, Many, Opt
from newsevents.parts.age import Age
from newsevents.parts.name import Name
from newsevents.parts.role import Role
from newsevents.records._record import Record, tag
from newsevents.values.country import CountryCode
from newsevents.values.number import YesNo
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["Person"]


class Person(Record):
    """A human being, named or not."""

    SHAPE: ClassVar[Json] = {
        "if": {"properties": {"is_anonymous": {"const": True}}, "required": ["is_anonymous"]},
        "else": {"required": ["names"], "properties": {"names": {"type": "array", "minItems": 1}}},
    }

    type: Literal["person"] = tag()
    names: Many[Name] = Field(default=(), description="The person's names; required unless the person is anonymous.")
    is_anonymous: Opt[YesNo] = Field(
        default=None, description="Whether the source keeps the name back; absent means that the person is named."
    )
    description: Opt[Text] = Field(default=None, description="Who the person is, in the words of the source.")
    nationalities: Many[CountryCode] = Field(default=(), description="The countries whose national the person is.")
    birth: Opt[WhenLike] = Field(default=None, description="When the person was born, where a source says so.")
    death: Opt[WhenLike] = Field(default=None, description="When the person died.")
    age: Opt[Age] = Field(default=None, description="The person's age, as a source gives it.")
    roles: Many[Role] = Field(default=(), description="What the person was: titles, offices, posts.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if not self.is_anonymous and not self.names:
            raise PydanticCustomError(
                "person_nameless", "a person needs names unless is_anonymous is true", {"field": "names"}
            )
        return self
