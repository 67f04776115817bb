"""Roles: what someone was, where and when."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Json, OpenVocabulary, Opt
from newsevents._model import Model, needs
from newsevents.values.country import CountryCode
from newsevents.values.reference import OrganizationId
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["Office", "Role"]

Office = TypeAliasType(
    "Office",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What kind of office a role is.",
            "head_of_state",
            "head_of_government",
            "minister",
            "spokesperson",
            "official",
            "diplomat",
            "legislator",
            "officer",
        ),
    ],
)
"""What kind of office a role is."""


class Role(Model):
    """What someone was: a title, an office, a post at an organization."""

    SHAPE: ClassVar[Json] = {
        "if": {"not": needs("title")},
        "then": {"if": {"not": needs("office")}, "then": needs("organization_id")},
    }

    title: Opt[Text] = Field(default=None, description="The title as the source gives it.")
    office: Opt[Office] = Field(
        default=None, description="What kind of office it is, such as minister or spokesperson."
    )
    organization_id: Opt[OrganizationId] = Field(
        default=None, description="The organization at which the role is held."
    )
    country: Opt[CountryCode] = Field(default=None, description="The country that the role serves.")
    during: Opt[WhenLike] = Field(default=None, description="When the role was held, throughout.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.title is None and self.office is None and self.organization_id is None:
            raise PydanticCustomError("role_empty", "a role needs at least a title, an office or an organization_id")
        return self
