"""The schema files: generated, committed, shipped."""

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

from newsevents.dossier import SCHEMA_VERSION
from newsevents.records.union import RECORD_TYPES
from newsevents.schema._export import BASE_URI, PROFILES, Profile, json_schema, model_named

__all__ = ["schema_files", "schema_text", "write_schemas"]

_PUBLISHED = files("newsevents.schema") / "published"


def schema_files(
    *, type: str | None = None, profile: Profile | None = None, base_uri: str = BASE_URI
) -> dict[str, str]:
    """Return the text of every schema file, or of those of one type or profile, by its path below the folder.

    Raises:
        ValueError: No such type, no such profile, or *base_uri* is no address.
    """
    if type is not None:
        model_named(type)
    texts: dict[str, str] = {}
    for each in PROFILES if profile is None else (profile,):
        for name in ("dossier", *RECORD_TYPES) if type is None else (type,):
            texts[f"{each}/{name}.schema.json"] = _text(json_schema(name, profile=each, base_uri=base_uri))
            if each == "llm" and name in RECORD_TYPES:
                core = json_schema(name, profile=each, core=True, base_uri=base_uri)
                texts[f"{each}/{name}.core.schema.json"] = _text(core)
    return texts


def write_schemas(
    folder: str | os.PathLike[str],
    *,
    type: str | None = None,
    profile: Profile | None = None,
    base_uri: str = BASE_URI,
) -> int:
    """Write every schema file into *folder*, by profile, the same bytes each time; return how many.

    Args:
        folder: Where to write; it is made where it is missing.
        type: `dossier` or the `type` of a record, where only its files are wanted.
        profile: What the schemas are for, where only those are wanted.
        base_uri: What every `$id` starts with.

    Raises:
        ValueError: No such type, no such profile, or *base_uri* is no address.
        OSError: The folder cannot be written to.
    """
    texts = schema_files(type=type, profile=profile, base_uri=base_uri)
    for name, text in texts.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(texts)


def schema_text(name: str = "dossier", *, profile: Profile = "validate") -> str:
    """Return the text of a schema file as it was published with this version.

    Args:
        name: `dossier`, or the `type` of a record; with profile `llm` also `<type>.core`.
        profile: What the schema is for.

    Raises:
        ValueError: There is no such file.
    """
    is_core = profile == "llm" and name.removesuffix(".core") in RECORD_TYPES
    model_named(name.removesuffix(".core") if is_core else name)
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; known are {', '.join(PROFILES)}")
    return (_PUBLISHED / SCHEMA_VERSION / profile / f"{name}.schema.json").read_text("utf-8")


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
