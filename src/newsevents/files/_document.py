"""Documents: what a text holds, one JSON value after the other, each a model or all that is wrong with it."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, Protocol, Union, cast

import pydantic
from pydantic import ConfigDict, Field, TypeAdapter

from newsevents._model import Model
from newsevents.dossier import Dossier
from newsevents.files._fault import MOST_FAULTS, Fault, SyntaxFault
from newsevents.files._format import Format
from newsevents.files._json import JsonText, decoded
from newsevents.files._keys import keys_stand_once, names_keys_once
from newsevents.files._limit import MAX_SIZE, count, most_values
from newsevents.files._place import Place
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.records.union import RECORD_TYPES, AnyRecord

__all__ = [
    "MARK",
    "READERS",
    "Found",
    "Held",
    "faultless_records",
    "finding_at",
    "line_blocks",
    "lines_of",
    "numbered_lines",
    "prepare",
    "read_document",
    "read_lines",
    "without_mark",
]

MARK = b"\xef\xbb\xbf"
"""The byte order mark that a text in UTF-8 may start with."""
_blank = cast(Callable[[bytes, int], re.Match[bytes]], re.compile(rb"[ \t\r\n]*").match)


class Document(Protocol):
    """One JSON value in a text."""

    @property
    def content(self) -> bytes: ...  # the value as JSON

    @property
    def data(self) -> Any: ...  # the value itself

    def check_syntax(self) -> None: ...  # raises SyntaxFault

    def check_keys(self, models: Sequence[Model] = ()) -> None: ...  # raises SyntaxFault

    def place(self, pointer: str, *, key: bool = False) -> Place: ...


class Expected(NamedTuple):
    """What a document may be."""

    annotation: Any
    adapter: TypeAdapter[Any]


_EMPTY = Fault("NE002", "the text is empty; expected a dossier or records"), Place(1, 1, 1, 1)


_AT_ONCE = 100
"""So many records are held before their keys are counted, and so many bytes of JSON Lines: it all fits in a cache."""
_BLOCK = 2**17
_MANY = most_values(MAX_SIZE) // 4
"""A text with more values than so many is parsed record by record."""


class Held(NamedTuple):
    """What a document held."""

    document: Document
    models: Sequence[Dossier | Record]
    records: Sequence[Record]
    """The records, which are the models where those are no dossier."""
    above: str | None
    """The pointer of the list of records; `None` where the document is one record."""


Found = Held | tuple[Fault, Place]


def _read_json(content: bytes, *, normalize: bool, most: int | None) -> Iterator[Found]:
    if not content:
        yield _EMPTY
        return
    if count(content) > _MANY:
        yield from _read_dense(content, normalize=normalize, most=most)
    else:
        yield from _check(JsonText(content), _expected_in(content), normalize=normalize)


def _expected_in(content: bytes) -> Expected:
    return _records() if content.lstrip(b" \t\n\r").startswith(b"[") else _document()


def _read_dense(content: bytes, *, normalize: bool, most: int | None) -> Iterator[Found]:
    """Yield what a text with very many values holds, parsed record by record.

    Faults are told by the text as a whole, unless there are so many that they would fill the memory.

    Raises:
        TooLargeError: A record has more values than *most*, or what is around the records has.
    """
    from newsevents.files._dense import Parts  # noqa: PLC0415  (its patterns are compiled for such texts only)

    parts = Parts(content, sys.maxsize if most is None else most)
    validate = _record().adapter.validator.validate_json
    records: list[Record] = []
    faults = 0
    waiting: list[bytes] = []
    for _, text in parts.records():
        if normalize:
            continue
        try:
            records.append(validate(text))
        except pydantic.ValidationError as error:
            faults += error.error_count()
        else:
            waiting.append(text)
        if faults > MOST_FAULTS:
            yield _hopeless(f"over {MOST_FAULTS:,}"), Place(1, 1, 1, 1)
            return
        if len(waiting) == _AT_ONCE:
            faults += not _name_keys_once(waiting, records[-_AT_ONCE:])
            waiting.clear()
    faults += not _name_keys_once(waiting, records[len(records) - len(waiting) :])
    document = JsonText(content)
    held = None if normalize or faults else _put_together(document, parts.around, records)
    if held is not None:
        yield held
    else:
        del records
        yield from _check(document, _expected_in(content), normalize=normalize)


def _put_together(document: Document, around: bytes, records: list[Record]) -> Held | None:
    """Return what a document holds, if what is around its records is without a fault."""
    try:
        value = _expected_in(around).adapter.validate_json(around)
    except ValueError:
        return None
    if not names_keys_once(around):
        return None
    if value == []:
        return Held(document, records, records, "")
    if isinstance(value, Dossier) and "records" in value.model_fields_set and not value.records:
        dossier = value.model_copy(update={"records": tuple(records)})
        return Held(document, [dossier], dossier.records, "/records")
    return None


def read_document(document: Document, content: bytes) -> Iterator[Found]:
    """Yield what a JSON document of this content holds, or what is wrong with it."""
    yield from _check(document, _expected_in(content), normalize=False)


def _read_jsonl(
    content: bytes,
    *,
    normalize: bool,
    most: int | None,  # noqa: ARG001  (whatever reads a file looks at each line)
) -> Iterator[Found]:
    if not content:
        yield _EMPTY
    number = 1
    for block in line_blocks(content):
        lines = [] if normalize else lines_of(block)
        if (records := faultless_records(lines)) is not None:
            for offset, record in enumerate(records):
                yield Held(JsonText(lines[offset], number + offset), [record], [record], None)
        else:
            yield from read_lines(block, number, normalize=normalize)
        number += block.count(b"\n")


def line_blocks(content: bytes) -> Iterator[bytes]:
    """Yield JSON Lines in blocks of whole lines, so large that what they hold fits in the caches of a processor."""
    at = 0
    while at < len(content):
        end = content.find(b"\n", at + _BLOCK) + 1 or len(content)
        yield content[at:end]
        at = end


def read_lines(content: bytes, first_line: int = 1, *, normalize: bool = False) -> Iterator[Found]:
    """Yield what each line of JSON Lines holds, blank ones left out, or what is wrong with it."""
    for number, line in numbered_lines(content, first_line):
        yield from _check(JsonText(line, number), _record(), normalize=normalize)


def lines_of(block: bytes) -> list[bytes]:
    """Return the lines of a block of JSON Lines; nothing where one is blank."""
    lines = block.removesuffix(b"\n").split(b"\n")
    # There may be very many: no object is made of an empty line.
    return [] if b"" in lines else lines


def faultless_records(lines: Sequence[bytes]) -> list[Record] | None:
    """Return what lines of JSON Lines hold; `None` where one is no record or has a fault, or there are none."""
    if not lines:
        return None
    validate = _record().adapter.validator.validate_json
    try:
        records: list[Record] = [validate(line) for line in lines]
    except ValueError:
        return None
    return records if _name_keys_once(lines, records) else None


def _name_keys_once(texts: Sequence[bytes], records: Sequence[Record]) -> bool:
    """Return whether no object in texts of records names a key twice; all at once costs less than one by one."""
    return keys_stand_once(b"[%s]" % b",".join(texts), records)


def numbered_lines(content: bytes, number: int) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers, of which the first is *number*."""
    at = 0
    while True:
        # Blank lines are no bytes objects: there may be millions of them.
        start = _blank(content, at).end()
        if start == len(content):
            return
        number += content.count(b"\n", at, start)
        begin = max(at, content.rfind(b"\n", at, start) + 1)
        end = content.find(b"\n", start)
        yield number, content[begin : end if end >= 0 else len(content)]
        if end < 0:
            return
        number += 1
        at = end + 1


def _read_yaml(content: bytes, *, normalize: bool, most: int | None) -> Iterator[Found]:
    from newsevents.files._yaml import read_yaml  # noqa: PLC0415  (for YAML only)

    try:
        documents = read_yaml(decoded(content), most)
    except SyntaxFault as error:
        yield error.fault, error.place
        return
    if not documents:
        yield _EMPTY
    for document in documents:
        expected = _records() if isinstance(document.data, list) else _document()
        yield from _check(document, expected, normalize=normalize)


READERS: dict[Format, Callable[..., Iterator[Found]]] = {
    "json": _read_json,
    "jsonl": _read_jsonl,
    "yaml": _read_yaml,
}


def _check(document: Document, expected: Expected, *, normalize: bool) -> Iterator[Found]:
    """Yield the models that a document holds, or all its faults."""
    try:
        if normalize:
            document.check_syntax()
            value = expected.adapter.validate_python(document.data)
        else:
            value = expected.adapter.validate_json(document.content)
            document.check_keys(cast(Sequence[Model], value if isinstance(value, list) else [value]))
    except SyntaxFault as error:
        yield error.fault, error.place
    except pydantic.ValidationError as error:
        yield from _faults(document, expected, error)
    else:
        if isinstance(value, Dossier):
            yield Held(document, [value], value.records, "/records")
        elif isinstance(value, list):
            records = cast(list[Record], value)
            yield Held(document, records, records, "")
        else:
            yield Held(document, [value], [value], None)


def _faults(document: Document, expected: Expected, error: pydantic.ValidationError) -> Iterator[tuple[Fault, Place]]:
    try:
        document.check_syntax()
    except SyntaxFault as syntax:
        yield syntax.fault, syntax.place
        return
    if (number := error.error_count()) > MOST_FAULTS:
        # To list them would take more memory than the file.
        yield _hopeless(f"{number:,}"), document.place("")
        return
    from newsevents.files._shape import shape_faults  # noqa: PLC0415  (for what has faults only)

    for fault in shape_faults(error, document.data, expected.annotation):
        yield fault, document.place(fault.pointer, key=fault.at_key)


def _hopeless(how_many: str) -> Fault:
    return Fault("NE003", f"{how_many} faults of shape, more than anyone mends: is this a file of news events?")


@cache
def _document() -> Expected:
    return _expected(Annotated[Union[Dossier, *RECORD_TYPES.values()], Field(discriminator="type")])


@cache
def _records() -> Expected:
    return _expected(list[AnyRecord])


@cache
def _record() -> Expected:
    return _expected(AnyRecord)


def prepare() -> None:
    """Build what judges records, so that copies of this process need not."""
    _record()


def _expected(annotation: Any) -> Expected:
    # Few texts return: to look for each among those before takes longer than to make it.
    return Expected(annotation, TypeAdapter(annotation, config=ConfigDict(cache_strings="none")))


def finding_at(fault: Fault, place: Place, name: str | None) -> Finding:
    return Finding(
        code=fault.code,
        level=fault.level,
        message=fault.message,
        pointer=fault.pointer,
        record_id=fault.record_id,
        path=name,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        replacement=fault.replacement,
    )


def without_mark(content: bytes) -> tuple[bytes, list[tuple[Fault, Place]]]:
    """Return a text without the byte order mark that it starts with, and what is to be said of that."""
    if not content.startswith(MARK):
        return content, []
    mark = Fault("NE002", "starts with a byte order mark; save the file as UTF-8 without it", level="warning")
    return content[len(MARK) :], [(mark, Place(1, 1, 1, 1))]
