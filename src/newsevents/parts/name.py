"""Names of actors and items."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Opt, Vocabulary
from newsevents._model import Model
from newsevents.values.language import LanguageTag, Script
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["Name", "NameKind"]

NameKind = TypeAliasType(
    "NameKind",
    Annotated[
        Literal["official", "short", "acronym", "alias", "former", "assumed", "romanized", "metonym"],
        Vocabulary("NameKind", "What sort of name it is; a capital that stands for its state is a metonym."),
    ],
)
"""What sort of name it is; a capital that stands for its state is a metonym."""


class Name(Model):
    """One of the names of an actor or an item."""

    text: Text = Field(description="The name as it is written.")
    language: Opt[LanguageTag] = Field(default=None, description="The language of the name.")
    script: Opt[Script] = Field(default=None, description="The script in which it is written.")
    kind: Opt[NameKind] = Field(
        default=None, description="What sort of name it is: official, short, an acronym, an alias, a metonym and so on."
    )
    valid: Opt[WhenLike] = Field(
        default=None, description="When the name was in use, such as a ship's name before a renaming."
    )
