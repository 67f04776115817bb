"""The formats of data files, by name and by file ending."""

from pathlib import PurePath
from typing import Literal

__all__ = ["ENDINGS", "Format", "format_of"]

Format = Literal["json", "jsonl", "yaml"]
"""A format of data files."""

ENDINGS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""The formats by file ending."""


def format_of(path: PurePath) -> Format | None:
    """Return the format that a file's ending names, in any case; `None` for an unknown ending."""
    return ENDINGS.get(path.suffix.lower())
