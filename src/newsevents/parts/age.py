"""Ages."""

from pydantic import Field

from newsevents._model import Model
from newsevents.values.number import Count
from newsevents.values.when import Date

__all__ = ["Age"]


class Age(Model):
    """An age as a source gives it; the range of the birth date follows from it and is never written down."""

    years: Count = Field(description="The age in full years.")
    as_of: Date = Field(description="The day on which the person was of that age, mostly the source's publication.")
