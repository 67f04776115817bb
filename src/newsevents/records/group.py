"""Groups that nobody named."""

from typing import Literal

from pydantic import Field

from newsevents._leaf import Many, Opt
from newsevents.parts.name import Name
from newsevents.records._record import Record, tag
from newsevents.values.country import CountryCode
from newsevents.values.text import Text

__all__ = ["Group"]


class Group(Record):
    """A collective that nobody named: state media, senior officials, reporters."""

    type: Literal["group"] = tag()
    description: Text = Field(description="Who they are, in the words of the source.")
    names: Many[Name] = Field(default=(), description="What they are called, where they are called anything.")
    country: Opt[CountryCode] = Field(default=None, description="The country that they belong to.")
