"""What money and quantities share: exact figures, and how the words compare them with the truth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from newsevents._leaf import Json, Opt, Vocabulary
from newsevents._model import Model, needs
from newsevents._regex import regex
from newsevents.values.number import Decimal
from newsevents.values.text import Text

__all__ = ["Comparator", "Measure", "compared", "unmistakable"]

Comparator = TypeAliasType(
    "Comparator",
    Annotated[
        Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "between"],
        Vocabulary("Comparator", "How a figure compares with the truth, in the words of the source."),
    ],
)
"""How a figure compares with the truth, in the words of the source."""


_WORDS: dict[Comparator, str] = {
    "exact": "{}",
    "about": "about {}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "less_than": "less than {}",
    "at_most": "at most {}",
    "between": "between {} and {}",
}


def compared(comparator: Comparator, ends: Sequence[str]) -> str:
    """Return *ends*, one or the two of a range, in the words of *comparator*."""
    return _WORDS[comparator].format(*ends)


_LIKE_A_GROUP = regex(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def unmistakable(figure: str) -> str:
    """Return *figure* with one zero more where others would take its decimals for a group of thousands.

    >>> unmistakable("1.234"), unmistakable("0.234"), unmistakable("1.23")
    ('1.2340', '0.234', '1.23')
    """
    return f"{figure}0" if _LIKE_A_GROUP.fullmatch(figure) else figure


class Measure(Model):
    """A figure: one amount, or a range, or words alone where no figure is said."""

    SHAPE: ClassVar[Json] = {
        "if": {"type": "object", "properties": {"comparator": {"const": "between"}}, "required": ["comparator"]},
        "then": {**needs("minimum", "maximum"), "not": needs("amount")},
        "else": {
            "if": {"not": needs("amount")},
            "then": needs("text"),
            "properties": {"minimum": False, "maximum": False},
        },
    }

    amount: Opt[Decimal] = Field(default=None, description="The figure, where the words give one.")
    minimum: Opt[Decimal] = Field(default=None, description="The lower end of a range; goes with comparator between.")
    maximum: Opt[Decimal] = Field(default=None, description="The upper end of a range; goes with comparator between.")
    comparator: Comparator = Field(
        default="exact", description="Whether the words say exactly that figure, about it, more, less, or a range."
    )
    if TYPE_CHECKING:
        text: Opt[Text] = None  # a field of every measure, which each puts last

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.comparator == "between":
            if self.minimum is None or self.maximum is None:
                missing = "minimum" if self.minimum is None else "maximum"
                raise PydanticCustomError("measure_range", "between needs minimum and maximum", {"field": missing})
            if self.amount is not None:
                raise PydanticCustomError(
                    "measure_range", "between takes minimum and maximum, and no amount", {"field": "amount"}
                )
            return self
        if self.minimum is not None or self.maximum is not None:
            wrong = "maximum" if self.minimum is None else "minimum"
            raise PydanticCustomError(
                "measure_amount", "minimum and maximum go with the comparator between alone", {"field": wrong}
            )
        if self.amount is None and self.text is None:
            raise PydanticCustomError("measure_amount", "an amount is needed, or text where no figure is said")
        return self
