"""Shape faults: pydantic's errors, mapped to the data's own pointers and to words that help."""

import json
from collections.abc import Iterator, Mapping, Sequence
from math import isinf
from typing import Any, cast

import pydantic
from pydantic_core import ErrorDetails

from newsevents._model import leave_out, model_at, near, unknown_field
from newsevents._regex import regex
from newsevents.dossier import SCHEMA_VERSION
from newsevents.files._fault import Fault
from newsevents.files._normal import Normal, normal_of
from newsevents.findings import printable, short

__all__ = ["shape_faults", "version_fault"]

_VERSION = regex(r"[0-9]{1,4}\.[0-9]{1,4}")


def shape_faults(error: pydantic.ValidationError, data: Any, model: Any) -> Iterator[Fault]:
    """Yield the faults that *error* names in *data*, which was to be of type *model*."""
    if (fault := version_fault(data)) is not None:
        # What else is wrong in a file of another version is not ours to say.
        yield fault
        return
    for detail in error.errors(include_url=False):
        if not _is_spurious(detail):
            yield _fault(detail, data, model)


def version_fault(data: Any) -> Fault | None:
    """Return the fault of a dossier in a version of the schema that this release does not read."""
    fields = cast(dict[str, Any], data) if isinstance(data, dict) else {}
    version = fields.get("schema_version")
    if fields.get("type") != "dossier" or not isinstance(version, str) or version == SCHEMA_VERSION:
        return None
    if not _VERSION.fullmatch(version):
        return None
    newer = tuple(map(int, version.split("."))) > tuple(map(int, SCHEMA_VERSION.split(".")))
    advice = "upgrade newsevents" if newer else "no such version was ever published"
    message = f"schema_version: this release reads version {SCHEMA_VERSION}, not {version}; {advice}"
    return Fault("NE003", message, "/schema_version")


def _is_spurious(detail: ErrorDetails) -> bool:
    """Return whether this is the "too short" that pydantic reports of a list whose entries are wrong."""
    if detail["type"] != "too_short":
        return False
    shortest: int = detail.get("ctx", {})["min_length"]
    return len(detail["input"]) >= shortest


def _fault(detail: ErrorDetails, data: Any, model: Any) -> Fault:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    walked = _walk(loc, data)
    parts, at_key = walked.parts, loc[-1:] == ("[key]",)
    normal = Normal()
    if kind == "extra_forbidden":
        at_key = True
        message = unknown_field(model, loc)
    elif kind == "missing":
        message = f"required field {str(loc[-1])!r} is missing"
    elif kind.startswith("union_tag"):
        given = cast(Mapping[str, Any], walked.value)
        if "type" in given:
            parts.append("type")
            message = _unknown_type(given["type"], context)
        else:
            message = "required field 'type' is missing"
    else:
        if not _is_about(context.get("field"), walked.value, parts) and not at_key:
            normal = normal_of(walked.value, model, loc)
        name = _name(parts, at_key=at_key)
        reason = normal.reason or _reason(detail, context, model)
        if normal.lacks_quotes:
            reason = f"{reason}; write it in quotes"
        if normal.replacement is not None:
            written = printable(normal.replacement)
            reason = f"{_shown(walked.value)} is not canonical; write {written}, as newsevents fix does"
        message = f"{name}: {reason}" if name else reason
        if kind == "not_json":
            parts += _way_to_infinity(walked.value)
    pointer = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)
    code = "NE003" if normal.replacement is None else "NE004"
    return Fault(code, message, pointer, at_key, walked.record_id, replacement=normal.replacement)


def _is_about(field: str | None, value: Any, parts: list[str]) -> bool:
    """Return whether a fault is about one *field*, to which *parts* then lead."""
    if field is None:
        return False
    if not isinstance(value, Mapping):
        # Found where one field stands, it is about one beside it.
        parts[-1] = field
    elif field in value:
        parts.append(field)
    else:
        return False
    return True


def _way_to_infinity(value: Mapping[str, Any] | Sequence[Any]) -> tuple[str, ...]:
    """Return the way to the first number in a value that is too large for one; empty where there is none.

    What a parser has read is no deeper than it allows.
    """
    members = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, inner in members:
        if isinstance(inner, float) and isinf(inner):
            return (str(key),)
        if isinstance(inner, (dict, list)) and (way := _way_to_infinity(cast(Sequence[Any], inner))):
            return str(key), *way
    return ()


def _name(parts: Sequence[str], *, at_key: bool) -> str:
    """Return what to call the value at the end of *parts*: `when`, `acts[0]`, `key of extensions`."""
    if at_key:
        return f"key of {_name(parts[:-1], at_key=False)}"
    named = [index for index, part in enumerate(parts) if not part.isdigit()]
    return short(parts[named[-1]]) + "".join(f"[{part}]" for part in parts[named[-1] + 1 :]) if named else ""


def _unknown_type(given: Any, context: Mapping[str, Any]) -> str:
    known = [part.strip(" '") for part in str(context.get("expected_tags", "")).split(",")]
    hint = near(given, known) if isinstance(given, str) else ""
    return f"type: {_shown(given)} is no type{hint or '; expected ' + ', '.join(known)}"


def _reason(detail: ErrorDetails, context: Mapping[str, Any], model: Any) -> str:
    """Return what is wrong with a value, in the library's words."""
    given, kind = detail["input"], detail["type"]
    if kind == "too_short":
        return "needs at least one entry"
    if kind == "literal_error":
        known = [part.strip(" '") for part in str(context["expected"]).replace(" or ", ", ").split(",")]
        hint = near(given, known) if isinstance(given, str) else ""
        return f"expected {context['expected']}, not {_shown(given)}{hint}"
    # What was normalized was no JSON to pydantic any more.
    message = detail["msg"].removeprefix("Input ").replace("valid tuple", "valid array")
    if given is None:
        return f"{message}, not null{leave_out(model, detail['loc'])}"
    if kind == "model_type" and (owner := model_at(model, detail["loc"])) is not None:
        message = f"{message} with fields of {owner.__name__}, such as {_first_field(owner)!r}"
    if kind == "not_canonical" or kind.endswith("_type"):
        return f"{message}, not {_shown(given)}"
    return message


def _first_field(model: type[pydantic.BaseModel]) -> str:
    """Return the first field that has to be there; where none has to, the first."""
    fields = model.model_fields
    return min(fields, key=lambda name: not fields[name].is_required())


def _shown(value: Any) -> str:
    """Return a value as short JSON on one line."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "an array"
    if isinstance(value, str):
        value = short(value)
    return short(printable(json.dumps(value, ensure_ascii=False, default=repr)))


class _Walked:
    def __init__(self, data: Any) -> None:
        self.value: Any = data
        self.parts: list[str] = []
        self.record_id: str | None = None

    def enter(self, fields: Mapping[str, Any]) -> None:
        """Note the id of the record whose fields these are; a dossier is none."""
        found = fields.get("id")
        self.record_id = found if isinstance(found, str) and fields.get("type") != "dossier" else None


def _walk(loc: Sequence[int | str], data: Any) -> _Walked:
    """Follow a pydantic `loc` through *data*, leaving out what is no key: union tags, `[key]`, the name of a lack.

    A union tag stands wherever a record starts.
    """
    walked = _Walked(data)
    at_record = True
    for part in loc:
        value: Any = walked.value
        if isinstance(value, dict):
            fields = cast(dict[str, Any], value)
            if at_record:
                walked.enter(fields)
                at_record = False
                continue
            if part not in fields:
                continue
            walked.value = fields[str(part)]
        elif isinstance(value, list) and isinstance(part, int):
            at_record = walked.parts in ([], ["records"])
            walked.value = cast(Sequence[Any], value)[part]
        else:
            continue
        walked.parts.append(str(part))
    value = walked.value
    if at_record and isinstance(value, dict):
        walked.enter(cast(dict[str, Any], value))
    return walked
