"""Export of models to JSON Schema: one generator, four profiles."""

from collections.abc import Callable
from typing import Any, Literal

from pydantic import TypeAdapter
from typing_extensions import TypeAliasType

from newsevents._leaf import Json
from newsevents._model import Model, near, type_of
from newsevents._regex import regex
from newsevents.dossier import SCHEMA_VERSION, Dossier
from newsevents.records.union import RECORD_TYPES, AnyRecord
from newsevents.schema import _codegen, _draft07, _llm

__all__ = ["BASE_URI", "PROFILES", "Profile", "json_schema", "model_named"]

Profile = Literal["validate", "draft-07", "codegen", "llm"]
"""What a schema is for: validators and editors, older ones, generators of code, language models."""

PROFILES: tuple[Profile, ...] = ("validate", "draft-07", "codegen", "llm")
BASE_URI = "urn:newsevents:schema:"
# What RFC 3986 has in an address, without a fragment, which no `$id` may have.
_ADDRESS = regex(r"[!$&-;=?-Z\[\]_a-z~%]*")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(
    model_or_type: type[Model] | TypeAliasType | str = Dossier,
    *,
    profile: Profile = "validate",
    core: bool = False,
    base_uri: str = BASE_URI,
) -> dict[str, Any]:
    """Return the JSON Schema of the dossier, a record, a part, or a type of value such as `CountryCode`.

    The profiles `validate` (2020-12) and `draft-07` accept exactly the JSON texts that the model accepts. Records are
    told apart by `if`/`then` on `type`, so that a validator's error points at the field that is wrong. `codegen`
    accepts more, in a form that generators turn into good types; `llm` is what structured output of language models
    takes, and `from_llm` reads what they answer.

    Args:
        model_or_type: A model, a type of value itself, or the `type` of the dossier or of a record, by name.
        profile: What the schema is for; `llm` is for models only.
        core: Whether to leave out what is not required, for language models with low limits; goes with `llm`.
        base_uri: What the `$id` starts with; the version of the schema, the profile and the type follow.

    Raises:
        ValueError: No such type, no such profile, `core` with another profile than `llm`, a type of value with `llm`,
            or a *base_uri* that is no address.
        TypeError: *model_or_type* is something else.

    >>> json_schema("gift")["$id"]
    'urn:newsevents:schema:1.0:validate:gift'
    """
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; known are {', '.join(PROFILES)}")
    if core and profile != "llm":
        raise ValueError("core goes with the profile llm")
    model = model_named(model_or_type) if isinstance(model_or_type, str) else model_or_type
    name, validating = _validating(model)
    if profile == "llm" and isinstance(model, TypeAliasType):
        raise ValueError(f"the profile llm is for models, which {name} is not")
    schema = _llm.convert(validating, required_only=True) if core else _FORMS[profile](validating)
    schema["$id"] = _address(base_uri, SCHEMA_VERSION, profile, f"{name}.core" if core else name)
    first = ("$schema", "$id", "title", "description", "type")
    return {key: schema[key] for key in first if key in schema} | schema


def _address(base: str, *steps: str) -> str:
    if not _ADDRESS.fullmatch(base):
        raise ValueError(f"{base!r} is no address")
    separator = ":" if base.startswith("urn:") else "/"
    return base + separator * (base[-1:] not in {"", ":", "/"}) + separator.join(steps)


def model_named(name: str) -> type[Model]:
    """Return the class of a `type`.

    Raises:
        ValueError: There is none.
    """
    models: dict[str, type[Model]] = {"dossier": Dossier, **RECORD_TYPES}
    if name not in models:
        raise ValueError(f"no type {name!r}{near(name, models) or '; known are ' + ', '.join(models)}")
    return models[name]


def _validating(model: type[Model] | TypeAliasType) -> tuple[str, Json]:
    """Return the name of a model or a type of value, and its schema."""
    told: Any = model  # callers need not check types
    own: Json
    if model is AnyRecord:
        definitions = Dossier.model_json_schema()["$defs"]
        name, own = "AnyRecord", {"$ref": "#/$defs/AnyRecord", "$defs": definitions}
    elif isinstance(told, TypeAliasType):
        value: Any = told
        name, own = told.__name__, TypeAdapter[Any](value).json_schema()
    elif isinstance(told, type) and issubclass(told, Model):
        name, own = type_of(told) or told.__name__, told.model_json_schema()
    else:
        raise TypeError(f"expected a model, a type of value or the type of a record, not {model!r}")
    schema: Json = {"$schema": _DIALECT, **own}
    if "AnyRecord" in schema.get("$defs", {}):
        schema["$defs"]["AnyRecord"] = _dispatch()
    return name, schema


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
