"""Places."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Opt, Vocabulary, ascii_leaf
from newsevents._model import Model
from newsevents.values.country import CountryCode
from newsevents.values.number import Latitude, Longitude
from newsevents.values.text import Text

__all__ = ["Place", "PlacePrecision", "UnLocode"]


def _locode(value: Any) -> Any:
    return "".join(value.split()).upper() if isinstance(value, str) else value


UnLocode = TypeAliasType(
    "UnLocode",
    Annotated[
        str,
        ascii_leaf(
            _pattern.UN_LOCODE,
            "A trade location (UN/LOCODE) without the blank, such as CNNGB for Ningbo.",
            normalize=_locode,
        ),
    ],
)
"""A trade location (UN/LOCODE) without the blank, such as `CNNGB` for Ningbo."""

PlacePrecision = TypeAliasType(
    "PlacePrecision",
    Annotated[
        Literal["site", "city", "region", "country", "sea_area"],
        Vocabulary("PlacePrecision", "How closely a place is known."),
    ],
)
"""How closely a place is known."""


class Place(Model):
    """Where: a place as the source names it, with what is known of it."""

    name: Text = Field(description="The place as the source names it.")
    country: Opt[CountryCode] = Field(default=None, description="The country in which it lies.")
    region: Opt[Text] = Field(default=None, description="The province, state or region in which it lies.")
    locode: Opt[UnLocode] = Field(default=None, description="Its UN/LOCODE, for ports and other places of trade.")
    latitude: Opt[Latitude] = Field(default=None, description="Degrees north of the equator; south is negative.")
    longitude: Opt[Longitude] = Field(default=None, description="Degrees east of Greenwich; west is negative.")
    precision: Opt[PlacePrecision] = Field(
        default=None,
        description="How closely the place is known: a site, a city, a region, a country, a part of the sea.",
    )
