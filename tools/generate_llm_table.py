"""Write `docs/_tables/llm.inc`: how large the schemas of the profile `llm` are, and whose limits they keep.

Run it with `python tools/generate_llm_table.py`; the checks run it with `--check`, which writes nothing and fails where
the table differs.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newsevents.records.union import RECORD_TYPES
from newsevents.schema import schema_files

TABLE = Path(__file__).parents[1] / "docs" / "_tables" / "llm.inc"
# OpenAI, strict: properties, levels, characters, values of all enums; characters of an enum of over 250 values.
_OPENAI = (5_000, 10, 120_000, 1_000)
_LARGE_ENUM, _LARGE_ENUM_CHARACTERS = 250, 15_000
# Anthropic: optional parameters, parameters of several types.
_ANTHROPIC = (24, 16)


class Size(NamedTuple):
    """What providers count in a schema; a definition counts once, wherever it is used."""

    properties: int
    optional: int
    unions: int
    enum_values: int
    largest_enum: int
    """How many characters the values have of an enum of over 250."""
    depth: int
    characters: int

    @property
    def fits_openai(self) -> bool:
        """Whether it keeps the limits of OpenAI's strict mode."""
        counted = (self.properties, self.depth, self.characters, self.enum_values)
        return all(map(int.__le__, counted, _OPENAI)) and self.largest_enum <= _LARGE_ENUM_CHARACTERS

    @property
    def fits_anthropic(self) -> bool:
        """Whether it keeps the limits of Anthropic's structured output."""
        return all(map(int.__le__, (self.optional, self.unions), _ANTHROPIC))


def measure(text: str) -> Size:
    """Return the size of a schema."""
    schema = json.loads(text)
    parts = list(_parts(schema))
    objects = [part for part in parts if isinstance(part.get("properties"), dict)]
    enums = [part["enum"] for part in parts if isinstance(part.get("enum"), list)]
    return Size(
        properties=sum(len(part["properties"]) for part in objects),
        optional=sum(len(part["properties"].keys() - set(part["required"])) for part in objects),
        unions=sum("anyOf" in part or isinstance(part.get("type"), list) for part in parts),
        enum_values=sum(map(len, enums)),
        largest_enum=max((len("".join(enum)) for enum in enums if len(enum) > _LARGE_ENUM), default=0),
        depth=_depth(schema, schema.get("$defs", {})),
        characters=len(json.dumps(schema, separators=(",", ":"), ensure_ascii=False)),
    )


def sizes() -> dict[str, Size]:
    """Return the size of every schema of the profile, by the name of its file."""
    # Not the published files: they may not have been written anew yet.
    texts = schema_files()
    names = ["dossier", *(f"{kind}{variant}" for kind in RECORD_TYPES for variant in ("", ".core"))]
    return {name: measure(texts[f"llm/{name}.schema.json"]) for name in names}


def table() -> str:
    """Return the table as Markdown."""
    lines = [
        "| schema | properties | of several types | enum values | depth | characters | OpenAI | Anthropic |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, size in sizes().items():
        fits = ("yes" if fit else "no" for fit in (size.fits_openai, size.fits_anthropic))
        counts = (size.properties, size.unions, size.enum_values, size.depth, size.characters)
        lines.append(f"| `{name}` | {' | '.join(f'{count:,}' for count in counts)} | {' | '.join(fits)} |")
    return "\n".join(lines) + "\n"


def _parts(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else ():
        yield from _parts(part)


def _depth(schema: Any, definitions: Mapping[str, Any]) -> int:
    """Return how many objects and arrays stand within one another; no definition holds itself."""
    if isinstance(schema, list):
        return max((_depth(part, definitions) for part in schema), default=0)
    if not isinstance(schema, dict):
        return 0
    if "$ref" in schema:
        return _depth(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    within = max((_depth(part, definitions) for name, part in schema.items() if name != "$defs"), default=0)
    return within + (schema.get("type") in ("object", "array"))


def main() -> int:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description="Write the table of the schemas for language models.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the table differs")
    check = parser.parse_args().check
    text = table()
    if not check:
        TABLE.write_text(text, encoding="utf-8", newline="\n")
    differs = not TABLE.exists() or TABLE.read_text(encoding="utf-8") != text
    if differs:
        sys.stderr.write(f"differs: {TABLE.name}\n")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
