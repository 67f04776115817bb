"""Writing: canonical text, the same bytes for the same dossier, and files that are whole or untouched."""

import json
import os
from pathlib import Path
from typing import Any

from newsevents.dossier import Dossier
from newsevents.files._content import compressed
from newsevents.files._format import Format, checked, kind_of, unknown_ending
from newsevents.files._replace import replace_file

__all__ = ["dump", "dumps"]

_INDENT = 2
_NO_FOLDING = 2**31 - 1
_BREAKS = frozenset("\x85\u2028\u2029")  # line breaks to YAML 1.1 alone: escaped


def dumps(dossier: Dossier, *, format: Format = "json") -> str:
    """Return a dossier as text: fields in the model's order, defaults left out, a line break at the end.

    JSON Lines has no wrapper: only the records are written, one a line.

    Raises:
        ValueError: There is no such format.
        MissingExtraError: *format* is `yaml` and PyYAML is not installed.
    """
    if checked(format) == "jsonl":
        # An empty file is a fault when read; no records at all are one empty line.
        return "".join(record.to_json().decode() + "\n" for record in dossier.records) or "\n"
    if format == "yaml":
        return _yaml(json.loads(dossier.to_json()))
    return dossier.to_json(indent=_INDENT).decode() + "\n"


def dump(dossier: Dossier, path: str | os.PathLike[str], *, format: Format | None = None) -> None:
    """Write a dossier to a file, compressed if its ending says so (`.gz`, `.zst`).

    At any moment it is the old file or the new one, whole.

    Args:
        dossier: What to write.
        path: The file; an existing one is replaced, its mode kept.
        format: Its format; by default its ending says.

    Raises:
        ValueError: The ending names no format and none is given, or there is no such format.
        OSError: The file cannot be written.
        MissingExtraError: The format is YAML and PyYAML is not installed, or it is `.zst` and backports.zstd is not.
    """
    file = Path(path)
    kind = kind_of(file, format)
    if kind is None:
        raise ValueError(f"{unknown_ending(file)}; or name a format")
    replace_file(file, compressed(dumps(dossier, format=kind.format).encode(), kind.compression))


def _yaml(data: Any) -> str:
    from newsevents.files._yaml import is_text, yaml_module  # noqa: PLC0415  (for YAML only)

    yaml = yaml_module()
    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc,valid-type]  # the C dumper where there is one
        """Quotes what any YAML, 1.1 or 1.2, would not read as the text it is."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    def text(dumper: Any, value: str) -> Any:
        style = None if is_text(value) and _BREAKS.isdisjoint(value) else '"'
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    dumped: str = yaml.dump(
        data, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=_NO_FOLDING
    )
    return dumped
