"""States."""

from typing import Literal

from pydantic import Field

from newsevents._leaf import Many
from newsevents.parts.name import Name
from newsevents.records._record import Record, tag
from newsevents.values.country import CountryCode

__all__ = ["State"]


class State(Record):
    """A state as an actor; the place is a `Place`."""

    type: Literal["state"] = tag()
    country: CountryCode = Field(description="Which country it is.")
    names: Many[Name] = Field(
        default=(), description="What the source calls it; a capital that stands for it is a name of kind metonym."
    )
