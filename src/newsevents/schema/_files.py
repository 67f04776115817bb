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


def schema_files(*, base_uri: str = BASE_URI) -> dict[str, str]:
    """Return the text of every schema file, by its path below the version's folder."""
    texts: dict[str, str] = {}
    for profile in PROFILES:
        for name in ("dossier", *RECORD_TYPES):
            texts[f"{profile}/{name}.schema.json"] = _text(json_schema(name, profile=profile, base_uri=base_uri))
    for name in RECORD_TYPES:
        texts[f"llm/{name}.core.schema.json"] = _text(json_schema(name, profile="llm", core=True, base_uri=base_uri))
    return texts


def write_schemas(folder: str | os.PathLike[str], *, base_uri: str = BASE_URI) -> int:
    """Write every schema file into *folder*, by profile, the same bytes each time; return how many.

    Args:
        folder: Where to write; it is made where it is missing.
        base_uri: What every `$id` starts with.
    """
    texts = schema_files(base_uri=base_uri)
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
    model_named(name.removesuffix(".core") if profile == "llm" else name)
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; known are {', '.join(PROFILES)}")
    return (_PUBLISHED / SCHEMA_VERSION / profile / f"{name}.schema.json").read_text("utf-8")


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
