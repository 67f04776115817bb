"""The formats of data files, by name and by file ending."""

from pathlib import PurePath
from typing import Literal, NamedTuple, get_args

__all__ = [
    "COMPRESSIONS",
    "ENDINGS",
    "Compression",
    "Format",
    "Kind",
    "checked",
    "kind_of",
    "stem_of",
    "unknown_ending",
]

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


def checked(format: Format) -> Format:
    """Return *format*, which without a type checker may be any word.

    Raises:
        ValueError: There is no such format.
    """
    known = get_args(Format)
    if format not in known:
        raise ValueError(f"unknown format {format!r}; known are {', '.join(known)}")
    return format


class Kind(NamedTuple):
    """What a file's name says of its content."""

    format: Format
    compression: Compression | None


def kind_of(path: PurePath, format: Format | None = None) -> Kind | None:
    """Return what the endings of a file name, in any case; `None` where they name no format and none is given.

    Raises:
        ValueError: There is no such format as the one given.

    >>> kind_of(PurePath("story.jsonl.gz"))
    Kind(format='jsonl', compression='gzip')
    """
    bare, compression = _uncompressed(path)
    found = ENDINGS.get(bare.suffix.lower()) if format is None else checked(format)
    return None if found is None else Kind(found, compression)


def unknown_ending(path: PurePath) -> str:
    """Return what is wrong with a file of no known ending."""
    known = f"{', '.join(ENDINGS)}, each also with {' or '.join(COMPRESSIONS)}"
    return f"unknown ending {_uncompressed(path)[0].suffix!r}; known are {known}"


def stem_of(path: PurePath) -> str:
    """Return the name of a file without the endings that say its format and its compression."""
    return _uncompressed(path)[0].stem


def _uncompressed(path: PurePath) -> tuple[PurePath, Compression | None]:
    compression = COMPRESSIONS.get(path.suffix.lower())
    return (path.with_suffix("") if compression else path), compression
