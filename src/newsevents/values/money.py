"""Money: an exact figure with its currency."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Opt, Vocabulary
from newsevents.values.basis import Basis
from newsevents.values.currency import CurrencyCode
from newsevents.values.measure import Measure
from newsevents.values.text import Text

__all__ = ["Money", "MoneyScope"]

MoneyScope = TypeAliasType(
    "MoneyScope",
    Annotated[
        Literal["total", "per_unit"], Vocabulary("MoneyScope", "Whether a sum is for all of it together or for each.")
    ],
)
"""Whether a sum is for all of it together or for each."""


class Money(Measure):
    """An amount of money; never a bare number and never a float."""

    currency: Opt[CurrencyCode] = Field(default=None, description="The currency (ISO 4217), where it is clear.")
    currency_basis: Opt[Basis] = Field(
        default=None, description="Whether the source states the currency, or it was inferred, as from a $ sign."
    )
    scope: Opt[MoneyScope] = Field(default=None, description="Whether the sum is for all of it together or for each.")
    text: Opt[Text] = Field(
        default=None, description="The source's own words for the sum, such as more than $1 million."
    )
