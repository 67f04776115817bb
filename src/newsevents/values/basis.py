"""Whether a value was read or concluded."""

from typing import Annotated, Literal

from typing_extensions import TypeAliasType

from newsevents._leaf import Vocabulary

__all__ = ["Basis"]

Basis = TypeAliasType(
    "Basis",
    Annotated[
        Literal["stated", "inferred"],
        Vocabulary("Basis", "Whether the source states a value or its reader inferred it."),
    ],
)
"""Whether the source states a value or its reader inferred it."""
