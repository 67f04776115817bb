"""Reading: bytes to a dossier, or to every fault in them. Nothing is ever half loaded."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import PurePath
from typing import IO, Annotated, Any, NamedTuple, Protocol, Union, cast

import pydantic
from pydantic import Field, TypeAdapter

from newsevents.dossier import Dossier
from newsevents.errors import ValidationError
from newsevents.files._content import MAX_SIZE, Content, DamagedError, TooLargeError, opened, too_large, unreadable
from newsevents.files._fault import Fault, SyntaxFault
from newsevents.files._format import COMPRESSIONS, ENDINGS, Format, Kind, kind_of, stem_of
from newsevents.files._json import JsonText, decoded
from newsevents.files._origin import Origins
from newsevents.files._place import Place
from newsevents.files._shape import shape_faults
from newsevents.files._yaml import read_yaml
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.records.union import RECORD_TYPES, AnyRecord

__all__ = ["Reading", "load", "loads", "read", "read_file", "read_stream"]

_BOM = b"\xef\xbb\xbf"
_NO_ID = "dossier"
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 128


class Reading(NamedTuple):
    """What reading a text gave: the dossier, where no finding is an error, and the findings."""

    dossier: Dossier | None
    findings: tuple[Finding, ...]
    origins: Origins
    """Where in the text each record stands."""


def load(
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,
    id: str | None = None,
    normalize: bool = False,
    max_size: int = MAX_SIZE,
) -> Dossier:
    """Return the dossier in a file, which may be compressed (`.gz`, `.zst`).

    A file is a dossier, a list of records, one record, or (JSON Lines) one record a line. Without a wrapper, the id of
    the dossier is *id*, or the stem of the file's name made a slug.

    Args:
        path: The file.
        format: Its format; by default its ending says.
        id: The id of the dossier where the file has no wrapper.
        normalize: Whether values may be written as people write them ("North Korea" for `KP`). By default only
            canonical form is taken.
        max_size: How many bytes one JSON or YAML document, or one line of JSON Lines, may have after decompression.

    Raises:
        ValidationError: The file breaks the model; it carries all findings (`NE002`, `NE003`).
        UnreadableFileError: The file cannot be read at all (`NE001`).
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    return _dossier(read_file(path, format=format, id=id, normalize=normalize, max_size=max_size))


def loads(text: str | bytes, *, format: Format = "json", id: str | None = None, normalize: bool = False) -> Dossier:
    """Return the dossier in a text, as `load` does for a file; without a wrapper its id is *id* or `dossier`.

    Raises:
        ValidationError: The text breaks the model; it carries all findings (`NE002`, `NE003`).
        MissingExtraError: The text is YAML and PyYAML is not installed.
    """
    # A lone surrogate is a fault of the text, found with its place when the bytes are decoded.
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _dossier(read(content, format, id=id or _NO_ID, normalize=normalize))


def read_file(
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,
    id: str | None = None,
    normalize: bool = False,
    max_size: int = MAX_SIZE,
) -> Reading:
    """Return what reading a file gives, as findings instead of exceptions.

    Raises:
        UnreadableFileError: The file cannot be read at all (`NE001`).
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    name = os.fspath(path)
    kind = _named_kind(name, format)
    content = _content(opened(path), name, kind, max_size)
    if isinstance(content, Reading):
        return content
    return read(content, kind.format, id=id or _slug(name), name=name, normalize=normalize)


def read_stream(
    stream: IO[bytes],
    name: str,
    *,
    format: Format | None = None,
    normalize: bool = False,
    max_size: int = MAX_SIZE,
) -> Reading:
    """Return what reading a stream to its end gives, as `read_file` does for a file of that *name*."""
    kind = _named_kind(name, format)
    content = _content(nullcontext(stream), name, kind, max_size)
    if isinstance(content, Reading):
        return content
    return read(content, kind.format, id=_slug(name), name=name, normalize=normalize)


def _named_kind(name: str, format: Format | None) -> Kind:
    path = PurePath(name)
    kind = kind_of(path, format)
    if kind is None:
        known = f"{', '.join(ENDINGS)}, each also with {' or '.join(COMPRESSIONS)}"
        raise unreadable(name, f"unknown ending {path.suffix!r}; known are {known}")
    return kind


def _content(source: AbstractContextManager[IO[bytes]], name: str, kind: Kind, max_size: int) -> bytes | Reading:
    """Return all bytes of a source, decompressed, or what is wrong with them."""
    try:
        with source as stream:
            content = Content(stream, kind.compression)
            if kind.format == "jsonl":
                return b"".join(content.blocks(max_size))
            return content.read_all(max_size)
    except DamagedError as error:
        return Reading(None, (_finding(Fault("NE002", str(error)), Place(1, 1, 1, 1), name),), Origins())
    except TooLargeError as error:
        raise unreadable(name, too_large(max_size), error.line) from None


def read(
    content: bytes, format: Format, *, id: str = _NO_ID, name: str | None = None, normalize: bool = False
) -> Reading:
    """Return what reading UTF-8 bytes gives: a dossier, or every fault.

    Args:
        content: The bytes.
        format: Their format.
        id: The id of the dossier where the text has no wrapper.
        name: The name of the file, for the findings.
        normalize: Whether values may be written as people write them.
    """
    faults: list[tuple[Fault, Place]] = []
    if content.startswith(_BOM):
        content = content[len(_BOM) :]
        mark = Fault("NE002", "starts with a byte order mark; save the file as UTF-8 without it", level="warning")
        faults.append((mark, Place(1, 1, 1, 1)))
    models: list[Dossier | Record] = []
    origins = Origins()
    for value in _READERS[format](content, normalize=normalize):
        if isinstance(value, _Held):
            models += value.models
            origins.add(value.document, len(value.records), value.above)
        else:
            faults.append(value)
    failed = any(fault.level == "error" for fault, _ in faults)
    dossier = None
    if not failed:
        wrappers = [model for model in models if isinstance(model, Dossier)]
        if not wrappers:
            dossier = Dossier(id=id, records=cast(list[AnyRecord], models))
        elif len(models) == 1:
            dossier = wrappers[0]
        else:
            faults.append((Fault("NE002", "a dossier stands alone in its file; split the file"), Place(1, 1, 1, 1)))
    faults.sort(key=lambda found: found[1])
    return Reading(dossier, tuple(_finding(fault, place, name) for fault, place in faults), origins)


class _Document(Protocol):
    """One JSON value in a text."""

    @property
    def content(self) -> bytes: ...  # the value as JSON

    @property
    def data(self) -> Any: ...  # the value itself

    def check_syntax(self) -> None: ...  # raises SyntaxFault

    def check_keys(self) -> None: ...  # raises SyntaxFault

    def place(self, pointer: str, *, key: bool = False) -> Place: ...


class _Kind(NamedTuple):
    """What a document may be."""

    annotation: Any
    adapter: TypeAdapter[Any]


_EMPTY = Fault("NE002", "the text is empty; expected a dossier or records"), Place(1, 1, 1, 1)


class _Held(NamedTuple):
    """What a document held."""

    document: _Document
    models: Sequence[Dossier | Record]
    records: Sequence[Record]
    """The records, which are the models where those are no dossier."""
    above: str | None
    """The pointer of the list of records; `None` where the document is one record."""


_Found = _Held | tuple[Fault, Place]


def _read_json(content: bytes, *, normalize: bool) -> Iterator[_Found]:
    if not content:
        yield _EMPTY
        return
    is_list = content.lstrip(b" \t\n\r").startswith(b"[")
    yield from _check(JsonText(content), _records() if is_list else _document(), normalize=normalize)


def _read_jsonl(content: bytes, *, normalize: bool) -> Iterator[_Found]:
    if not content:
        yield _EMPTY
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip(b" \t\r"):
            yield from _check(JsonText(line, number), _record(), normalize=normalize)


def _read_yaml(content: bytes, *, normalize: bool) -> Iterator[_Found]:
    try:
        documents = read_yaml(decoded(content))
    except SyntaxFault as error:
        yield error.fault, error.place
        return
    if not documents:
        yield _EMPTY
    for document in documents:
        kind = _records() if isinstance(document.data, list) else _document()
        yield from _check(document, kind, normalize=normalize)


_READERS: dict[Format, Callable[..., Iterator[_Found]]] = {
    "json": _read_json,
    "jsonl": _read_jsonl,
    "yaml": _read_yaml,
}


def _check(document: _Document, kind: _Kind, *, normalize: bool) -> Iterator[_Found]:
    """Yield the models that a document holds, or all its faults."""
    try:
        if normalize:
            document.check_syntax()
            value = kind.adapter.validate_python(document.data)
        else:
            value = kind.adapter.validate_json(document.content)
            document.check_keys()
    except SyntaxFault as error:
        yield error.fault, error.place
    except pydantic.ValidationError as error:
        yield from _faults(document, kind, error)
    else:
        if isinstance(value, Dossier):
            yield _Held(document, [value], value.records, "/records")
        elif isinstance(value, list):
            records = cast(list[Record], value)
            yield _Held(document, records, records, "")
        else:
            yield _Held(document, [value], [value], None)


def _faults(document: _Document, kind: _Kind, error: pydantic.ValidationError) -> Iterator[tuple[Fault, Place]]:
    try:
        document.check_syntax()
    except SyntaxFault as syntax:
        yield syntax.fault, syntax.place
        return
    for fault in shape_faults(error, document.data, kind.annotation):
        yield fault, document.place(fault.pointer, key=fault.at_key)


@cache
def _document() -> _Kind:
    return _kind(Annotated[Union[Dossier, *RECORD_TYPES.values()], Field(discriminator="type")])


@cache
def _records() -> _Kind:
    return _kind(list[AnyRecord])


@cache
def _record() -> _Kind:
    return _kind(AnyRecord)


def _kind(annotation: Any) -> _Kind:
    return _Kind(annotation, TypeAdapter(annotation))


def _dossier(reading: Reading) -> Dossier:
    if reading.dossier is None:
        raise ValidationError(reading.findings)
    return reading.dossier


def _finding(fault: Fault, place: Place, name: str | None) -> Finding:
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


def _slug(name: str) -> str:
    """Return a file's stem as an id: `My Notes (2).json` is `my-notes-2`; `dossier` where nothing of it can be kept."""
    words = _NOT_IN_ID.sub("-", stem_of(PurePath(name)).lower())[:_LONGEST_ID].strip("-")
    return words or _NO_ID
