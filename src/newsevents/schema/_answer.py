"""Reading what a language model answered under the profile `llm`."""

from dataclasses import replace
from typing import Any, cast

from pydantic_core import to_json

from newsevents.errors import ValidationError
from newsevents.files._fault import SyntaxFault
from newsevents.files._json import JsonText
from newsevents.files.read import encoded, read
from newsevents.findings import Finding
from newsevents.records.union import AnyRecord
from newsevents.schema._export import model_named
from newsevents.schema._llm import plain

__all__ = ["from_llm"]


def from_llm(json_text: str | bytes, *, type: str | None = None, normalize: bool = False) -> tuple[AnyRecord, ...]:
    """Return the records that a language model answered with, checked like any others.

    Null is taken as absent and lists of pairs as mappings, since the profile `llm` asks for them; then the records are
    judged by the models. Nothing is mended.

    Args:
        json_text: The answer: an object with `records`, or one record where *type* is given.
        type: The `type` of the one record that was asked for.
        normalize: Whether values may be written as people write them ("North Korea" for `KP`).

    Raises:
        ValidationError: The answer breaks the models; it carries all findings, with pointers into the answer.
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
    value: Any = plain(answer.data)
    fields = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    at = ""
    if type is None:
        if not isinstance(fields.get("records"), list):
            raise ValidationError([_wrong("expected an object with a list of records")])
        at, value = "/records", fields["records"]
    elif fields.get("type") != type:
        raise ValidationError([_wrong(f"expected a record of type {type!r}")])
    reading = read(to_json(value), "json", normalize=normalize)
    if reading.dossier is None:
        # The places are those of another text than the caller has; the pointers are the same.
        raise ValidationError(
            replace(found, pointer=at + found.pointer, line=None, column=None, end_line=None, end_column=None)
            for found in reading.findings
        )
    return tuple(reading.dossier.records)


def _wrong(message: str) -> Finding:
    return Finding(code="NE003", level="error", message=message)
