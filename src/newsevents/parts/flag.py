"""Flags of ships."""

from pydantic import Field

from newsevents._leaf import Opt
from newsevents._model import Model
from newsevents.values.country import CountryCode
from newsevents.values.when import WhenLike

__all__ = ["Flag"]


class Flag(Model):
    """The flag that a ship or an aircraft flew."""

    country: CountryCode = Field(description="The country whose flag it was.")
    during: Opt[WhenLike] = Field(default=None, description="When it flew that flag, throughout.")
