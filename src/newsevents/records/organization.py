"""Organizations."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import OpenVocabulary, Opt, Some
from newsevents.parts.name import Name
from newsevents.records._record import Record, tag
from newsevents.values.country import CountryCode
from newsevents.values.number import YesNo
from newsevents.values.reference import ActorId
from newsevents.values.text import Text

__all__ = ["Organization", "OrganizationClassification"]

OrganizationClassification = TypeAliasType(
    "OrganizationClassification",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What sort of organization it is.",
            "ministry",
            "agency",
            "legislature",
            "armed_force",
            "company",
            "brand",
            "media",
            "news_agency",
            "intergovernmental",
            "intergovernmental_organ",
            "committee",
            "expert_panel",
            "court",
            "party",
            "ngo",
            "armed_group",
        ),
    ],
)
"""What sort of organization it is."""


class Organization(Record):
    """A body with a name: a ministry, a company, a news agency, an armed group."""

    type: Literal["organization"] = tag()
    names: Some[Name] = Field(description="Its names.")
    description: Opt[Text] = Field(default=None, description="What it is, in the words of the source.")
    classification: Opt[OrganizationClassification] = Field(
        default=None, description="What sort of organization it is, such as ministry, company or news_agency."
    )
    country: Opt[CountryCode] = Field(default=None, description="The country that it belongs to or is seated in.")
    parent_id: Opt[ActorId] = Field(default=None, description="The organization or state that it is a part of.")
    is_state_controlled: Opt[YesNo] = Field(default=None, description="Whether a state controls it.")
