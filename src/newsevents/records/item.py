"""Items: things, animals, goods, ships."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Many, OpenVocabulary, Opt, Vocabulary, ascii_leaf
from newsevents.parts.flag import Flag
from newsevents.parts.name import Name
from newsevents.records._record import Record, tag
from newsevents.values.country import CountryCode
from newsevents.values.money import MoneyLike
from newsevents.values.number import YesNo
from newsevents.values.quantity import QuantityLike
from newsevents.values.reference import ItemId
from newsevents.values.text import Text

__all__ = ["HsCode", "Individuation", "Item", "ItemCategory"]

ItemCategory = TypeAliasType(
    "ItemCategory",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What sort of thing an item is.",
            "vehicle",
            "vessel",
            "aircraft",
            "rail",
            "animal",
            "arms",
            "ammunition",
            "dual_use",
            "commodity",
            "fuel",
            "luxury_good",
            "artwork",
            "jewelry",
            "document",
            "money",
            "technology",
            "food",
            "medical",
        ),
    ],
)
"""What sort of thing an item is."""

Individuation = TypeAliasType(
    "Individuation",
    Annotated[
        Literal["specific", "kind", "collection"],
        Vocabulary("Individuation", "Whether an item is one certain thing, a kind of thing, or several together."),
    ],
)
"""Whether an item is one certain thing, a kind of thing, or several together."""


def _hs_code(value: Any) -> Any:
    return value.replace(".", "").replace(" ", "") if isinstance(value, str) else value


HsCode = TypeAliasType(
    "HsCode",
    Annotated[
        str,
        ascii_leaf(
            _pattern.HS_CODE,
            "A chapter (2 digits), heading (4) or subheading (6) of the Harmonized System, without dots.",
            normalize=_hs_code,
        ),
    ],
)
"""A chapter (2 digits), heading (4) or subheading (6) of the WCO Harmonized System, without dots."""


class Item(Record):
    """A thing that is given, shipped, used or spoken of: a car, a ship, two dogs, coal."""

    type: Literal["item"] = tag()
    description: Text = Field(description="What it is, in the words of the source.")
    category: Opt[ItemCategory] = Field(
        default=None, description="What sort of thing it is, such as vehicle, animal or fuel."
    )
    names: Many[Name] = Field(default=(), description="Its names, for ships and other things that have one.")
    make: Opt[Text] = Field(default=None, description="Its make or brand.")
    model: Opt[Text] = Field(default=None, description="Its model.")
    hs_code: Opt[HsCode] = Field(
        default=None, description="Its code in the Harmonized System of customs: 2, 4 or 6 digits."
    )
    quantity: Opt[QuantityLike] = Field(default=None, description="How many or how much of it there is.")
    values: Many[MoneyLike] = Field(default=(), description="What it is worth, in each currency that the sources name.")
    country_of_origin: Opt[CountryCode] = Field(default=None, description="The country that it comes from.")
    flags: Many[Flag] = Field(default=(), description="The flags that a ship or an aircraft flew.")
    individuation: Opt[Individuation] = Field(
        default=None, description="Whether it is one certain thing, a kind of thing, or several together."
    )
    is_luxury: Opt[YesNo] = Field(default=None, description="Whether the source calls it a luxury.")
    part_of_id: Opt[ItemId] = Field(default=None, description="The item that it is a part of, such as a collection.")
