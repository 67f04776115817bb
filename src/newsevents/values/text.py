"""Text in a report's own words, and the single words of vocabularies."""

from typing import Annotated

from pydantic_core import core_schema as cs
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Json, Leaf, ascii_leaf

__all__ = ["SourceText", "Text", "Word"]

# Core takes one Rust pattern. The schema says it in two that no engine reads differently: "ends in white space" is
# exact even where ``$`` also matches before a final line break.
TEXT_PATTERN = r"^[^\t\n\r ]([\s\S]*[^\t\n\r ])?$"
TEXT_SCHEMA: Json = {
    "type": "string",
    "pattern": "^[^\\t\\n\\r ]",
    "not": {"type": "string", "pattern": "[\\t\\n\\r ]$"},
}

Text = TypeAliasType(
    "Text",
    Annotated[
        str,
        Leaf(
            cs.str_schema(pattern=TEXT_PATTERN, strict=True),
            {**TEXT_SCHEMA, "description": "Text that is not empty and has no white space around it."},
        ),
    ],
)
"""Text that is not empty and has no white space (blank, tab, line break) around it."""

SourceText = TypeAliasType(
    "SourceText",
    Annotated[
        str,
        Leaf(
            cs.str_schema(min_length=1, strict=True),
            {"type": "string", "minLength": 1, "description": "The text of a source, to the character as it is."},
        ),
    ],
)
"""The text of a source, to the character as it is: white space around it stays, since spans count it."""

Word = TypeAliasType(
    "Word",
    Annotated[str, ascii_leaf(_pattern.SNAKE_CASE, "A word in snake_case.", longest=64)],
)
"""A word in snake_case, at most 64 characters."""
