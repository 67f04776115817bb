"""Edits: values of a text written anew, with everything around them as it was."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from newsevents.files._format import Format
from newsevents.files._place import Lines
from newsevents.findings import Finding

__all__ = ["Edit", "edited", "edits_of"]

_BYTE_ORDER_MARK = "\ufeff"


class Edit(NamedTuple):
    """What is written in the place of `text[start:end]`; it has no line break."""

    start: int
    """Where it starts, in code points; a byte order mark counts."""
    end: int
    """The place after the last code point that it replaces."""
    written: str
    """What stands there then."""


def edits_of(text: str, format: Format, findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits that write each finding's replacement, in the order of the text.

    Where aliases of YAML share a value, its last replacement counts: whether all agree is for the caller to see.
    """
    # Places do not count the mark.
    mark = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    bare = text[mark:]
    lines = Lines(bare)
    wanted: dict[tuple[int, int], str] = {}
    for finding in findings:
        start = lines.offset(cast(int, finding.line), cast(int, finding.column))
        end = lines.offset(cast(int, finding.end_line), cast(int, finding.end_column))
        wanted[start, end] = cast(str, finding.replacement)
    found: Iterable[tuple[int, int, str]] = ((start, end, new) for (start, end), new in wanted.items())
    if format == "yaml":
        from newsevents.files._yaml_edit import yaml_edits  # noqa: PLC0415  (for YAML only)

        found = yaml_edits(bare, {start: json.loads(new) for (start, _), new in wanted.items()})
    return sorted(Edit(start + mark, end + mark, new) for start, end, new in found)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return *text* with *edits* made."""
    parts: list[str] = []
    at = 0
    for start, end, written in edits:
        parts += (text[at:start], written)
        at = end
    return "".join((*parts, text[at:]))
