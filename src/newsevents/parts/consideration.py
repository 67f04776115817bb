"""What is given in return."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from newsevents._leaf import Json, Many, Opt
from newsevents._model import Model, needs
from newsevents.values.money import MoneyLike
from newsevents.values.reference import ItemId
from newsevents.values.text import Text

__all__ = ["Consideration"]


class Consideration(Model):
    """What is given in return for a transfer: things, money, or what the source says of it."""

    SHAPE: ClassVar[Json] = {
        "if": {"not": needs("money")},
        "then": {
            "if": {"not": needs("text")},
            "then": {"required": ["item_ids"], "properties": {"item_ids": {"type": "array", "minItems": 1}}},
        },
    }

    item_ids: Many[ItemId] = Field(default=(), description="The items given in return.")
    money: Opt[MoneyLike] = Field(default=None, description="The sum paid in return.")
    text: Opt[Text] = Field(default=None, description="What the source says is given in return.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if not self.item_ids and self.money is None and self.text is None:
            raise PydanticCustomError("consideration_empty", "a consideration needs item_ids, money or text")
        return self
