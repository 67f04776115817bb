"""Reading what a language model answered under the profile `llm`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isinf
from typing import Any, cast

from pydantic_core import to_json

from newsevents.errors import ValidationError
from newsevents.files._fault import SyntaxFault
from newsevents.files._json import JsonText
from newsevents.files.read import encoded, read
from newsevents.findings import Finding
from newsevents.records.union import AnyRecord
from newsevents.schema._export import model_named
from newsevents.schema._llm import are_pairs, plain

__all__ = ["from_llm"]


def from_llm(json_text: str | bytes, *, type: str | None = None, normalize: bool = False) -> tuple[AnyRecord, ...]:
    """Return the records that a language model answered with, checked like any others.

    Null is taken as absent and lists of pairs as mappings, since the profile `llm` asks for them; then the records are
    judged by the models. Nothing is mended, and nothing is left out.

    Args:
        json_text: The answer: an object with `records`, a whole dossier, or one record where *type* is given.
        type: The `type` of the one record that was asked for; `dossier`, the default, asks for any records.
        normalize: Whether values may be written as people write them ("North Korea" for `KP`).

    Raises:
        ValidationError: The answer breaks the models; it carries all findings, with pointers and places in the answer.
        ValueError: There is no such type.
    """
    if type is not None:
        model_named(type)
    answer = JsonText(encoded(json_text))
    try:
        answer.check_syntax()
    except SyntaxFault as error:
        place = error.place
        fault = Finding(code="NE002", level="error", message=error.fault.message, line=place.line, column=place.column)
        raise ValidationError([fault]) from None
    if faults := list(_faults(answer.data, "")):
        raise ValidationError(_placed(answer, fault) for fault in faults)
    value: Any = plain(answer.data)
    fields = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    at = ""
    if type not in {None, "dossier"}:
        if fields.get("type") != type:
            raise ValidationError([_wrong(f"expected a record of type {type!r}")])
    elif fields.get("type") != "dossier":
        if not isinstance(fields.get("records"), list):
            raise ValidationError([_wrong("expected an object with a list of records")])
        if others := fields.keys() - {"records"}:
            raise ValidationError(
                _wrong(f"unknown field {name!r} beside records", _key(name)) for name in sorted(others)
            )
        at, value = "/records", fields["records"]
    reading = read(to_json(value), "json", normalize=normalize)
    if reading.dossier is None:
        # What was read is another text than the caller has.
        raise ValidationError(
            _placed(answer, replace(found, pointer=_in_answer(answer.data, at + found.pointer)))
            for found in reading.findings
        )
    return tuple(reading.dossier.records)


def _placed(answer: JsonText, found: Finding) -> Finding:
    """Return *found* with the place in the answer that its pointer leads to."""
    line, column, end_line, end_column = answer.place(found.pointer)
    return replace(found, line=line, column=column, end_line=end_line, end_column=end_column)


def _faults(value: Any, at: str) -> Iterator[Finding]:
    """Yield what would be lost or changed before a model sees it: numbers out of range, schemes that stand twice."""
    if isinstance(value, float) and isinf(value):
        yield _wrong("a number out of range", at)
    elif isinstance(value, list):
        for index, entry in enumerate(cast("Sequence[Any]", value)):
            yield from _faults(entry, f"{at}/{index}")
    elif isinstance(value, dict):
        for key, entry in cast("dict[str, Any]", value).items():
            yield from _faults(entry, at + _key(key))
            if key == "identifiers" and are_pairs(entry) and "extensions" not in at.split("/"):
                schemes = [pair["scheme"] for pair in entry]
                for index, scheme in enumerate(schemes):
                    if scheme in schemes[:index]:
                        yield _wrong(f"a second identifier of scheme {scheme!r}", f"{at}/identifiers/{index}")


def _in_answer(answer: Any, pointer: str) -> str:
    """Return a pointer into the records as one into the answer, where identifiers are pairs."""
    place: Any = answer
    found = ""
    for step in pointer.split("/")[1:]:
        if found.endswith("/identifiers") and are_pairs(place):
            schemes = [_key(pair["scheme"]) for pair in place]
            return f"{found}/{schemes.index('/' + step)}"
        found += f"/{step}"
        if isinstance(place, dict):
            place = cast("dict[str, Any]", place).get(step.replace("~1", "/").replace("~0", "~"))
        else:
            place = cast("Sequence[Any]", place)[int(step)] if isinstance(place, list) else None
    return found


def _key(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _wrong(message: str, pointer: str = "") -> Finding:
    return Finding(code="NE003", level="error", message=message, pointer=pointer)
