"""Export of models to JSON Schema: one generator, four profiles."""

from collections.abc import Callable
from typing import Any, Literal

from newsevents._leaf import Json
from newsevents._model import Model, near, type_of
from newsevents.dossier import SCHEMA_VERSION, Dossier
from newsevents.records.union import RECORD_TYPES
from newsevents.schema import _codegen, _draft07, _llm

__all__ = ["BASE_URI", "PROFILES", "Profile", "json_schema", "model_named"]

Profile = Literal["validate", "draft-07", "codegen", "llm"]
"""What a schema is for: validators and editors, older ones, generators of code, language models."""

PROFILES: tuple[Profile, ...] = ("validate", "draft-07", "codegen", "llm")
BASE_URI = "urn:newsevents:schema:"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(
    model_or_type: type[Model] | str = Dossier,
    *,
    profile: Profile = "validate",
    core: bool = False,
    base_uri: str = BASE_URI,
) -> dict[str, Any]:
    """Return the JSON Schema of the dossier, a record or a part.

    The profiles `validate` (2020-12) and `draft-07` accept exactly the JSON texts that the model accepts. Records are
    told apart by `if`/`then` on `type`, so that a validator's error points at the field that is wrong. `codegen`
    accepts more, in a form that generators turn into good types; `llm` is what structured output of language models
    takes, and `from_llm` reads what they answer.

    Args:
        model_or_type: A model, or the `type` of the dossier or of a record.
        profile: What the schema is for.
        core: Whether to leave out what is not required, for language models with low limits; goes with `llm`.
        base_uri: What the `$id` starts with; the version of the schema, the profile and the type follow.

    Raises:
        ValueError: No such type, no such profile, or `core` with another profile than `llm`.

    >>> json_schema("gift")["$id"]
    'urn:newsevents:schema:1.0:validate:gift'
    """
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; known are {', '.join(PROFILES)}")
    if core and profile != "llm":
        raise ValueError("core goes with the profile llm")
    model = model_named(model_or_type) if isinstance(model_or_type, str) else model_or_type
    separator = ":" if base_uri.startswith("urn:") else "/"
    name = type_of(model) or model.__name__
    schema = _llm.convert(_validating(model), required_only=True) if core else _FORMS[profile](_validating(model))
    schema["$id"] = base_uri + separator.join((SCHEMA_VERSION, profile, f"{name}.core" if core else name))
    first = ("$schema", "$id", "title", "description", "type")
    return {key: schema[key] for key in first if key in schema} | schema


def model_named(name: str) -> type[Model]:
    """Return the class of a `type`.

    Raises:
        ValueError: There is none.
    """
    models: dict[str, type[Model]] = {"dossier": Dossier, **RECORD_TYPES}
    if name not in models:
        raise ValueError(f"no type {name!r}{near(name, models) or '; known are ' + ', '.join(models)}")
    return models[name]


def _validating(model: type[Model]) -> Json:
    schema: Json = {"$schema": _DIALECT, **model.model_json_schema()}
    if "AnyRecord" in schema.get("$defs", {}):
        schema["$defs"]["AnyRecord"] = _dispatch()
    return schema


def _dispatch() -> Json:
    """Return the schema of any record; a failing `oneOf` would say no more than "not valid under any"."""
    return {
        "type": "object",
        "description": "Any record; type says which.",
        "required": ["type"],
        "properties": {"type": {"enum": list(RECORD_TYPES)}},
        "allOf": [
            {
                "if": {"type": "object", "properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/$defs/{record.__name__}"},
            }
            for name, record in RECORD_TYPES.items()
        ],
    }


def _same(schema: Json) -> Json:
    return schema


_FORMS: dict[Profile, Callable[[Json], Json]] = {
    "validate": _same,
    "draft-07": _draft07.convert,
    "codegen": _codegen.convert,
    "llm": _llm.convert,
}
