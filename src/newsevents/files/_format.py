"""The formats of data files, by name and by file ending."""

from pathlib import PurePath
from typing import Literal, NamedTuple

__all__ = ["COMPRESSIONS", "ENDINGS", "Compression", "Format", "Kind", "format_of", "kind_of", "stem_of"]

Format = Literal["json", "jsonl", "yaml"]
"""A format of data files."""
Compression = Literal["gzip", "zstd"]
"""How a data file may be compressed."""

ENDINGS: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""The formats by file ending."""
COMPRESSIONS: dict[str, Compression] = {".gz": "gzip", ".zst": "zstd"}
"""The compressions by the ending that stands behind that of the format."""


class Kind(NamedTuple):
    """What a file's name says of its content."""

    format: Format
    compression: Compression | None


def format_of(path: PurePath) -> Format | None:
    """Return the format that a file's ending names, in any case; `None` for an unknown ending."""
    return ENDINGS.get(path.suffix.lower())


def kind_of(path: PurePath, format: Format | None = None) -> Kind | None:
    """Return what the endings of a file name, in any case; `None` where they name no format and none is given.

    >>> kind_of(PurePath("story.jsonl.gz"))
    Kind(format='jsonl', compression='gzip')
    """
    bare, compression = _uncompressed(path)
    found = format or format_of(bare)
    return None if found is None else Kind(found, compression)


def stem_of(path: PurePath) -> str:
    """Return the name of a file without the endings that say its format and its compression."""
    return _uncompressed(path)[0].stem


def _uncompressed(path: PurePath) -> tuple[PurePath, Compression | None]:
    compression = COMPRESSIONS.get(path.suffix.lower())
    return (path.with_suffix("") if compression else path), compression
