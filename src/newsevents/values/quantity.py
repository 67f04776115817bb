"""Quantities: how many, how much."""

from pydantic import Field

from newsevents._leaf import Opt
from newsevents.values.measure import Measure
from newsevents.values.text import Text

__all__ = ["Quantity"]


class Quantity(Measure):
    """How many or how much: a pair of dogs, dozens of cars, 40 tonnes of coal."""

    unit: Opt[Text] = Field(
        default=None, description="What is counted or measured in, such as tonnes, barrels or pairs."
    )
    text: Opt[Text] = Field(
        default=None, description="The source's own words for the quantity, such as dozens of cars."
    )
