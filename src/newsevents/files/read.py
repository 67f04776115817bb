"""Reading: bytes to a dossier, or to every fault in them. Nothing is ever half loaded."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import PurePath
from typing import IO, NamedTuple, cast

from newsevents._collection import no_collection
from newsevents._regex import regex
from newsevents.dossier import Dossier
from newsevents.errors import UnreadableFileError, ValidationError
from newsevents.files._content import Content, DamagedError, opened, unreadable
from newsevents.files._document import READERS, Held, finding_at, without_mark
from newsevents.files._fault import MOST_FAULTS, Fault, too_many
from newsevents.files._format import Format, Kind, checked, kind_of, stem_of, unknown_ending
from newsevents.files._limit import MAX_SIZE, TooLargeError, most_values
from newsevents.files._origin import Origins
from newsevents.files._place import Place
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.records.union import AnyRecord

__all__ = ["Reading", "content_of", "encoded", "load", "loads", "named_kind", "read", "read_file", "read_stream"]

_NO_ID = "dossier"
_NOT_IN_ID = regex(r"[^a-z0-9]+")
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
            A higher one than 64 MB allows more values in a record or a YAML file, too.

    Raises:
        ValidationError: The file breaks the model; it carries all findings (`NE002` to `NE004`).
        UnreadableFileError: The file cannot be read at all (`NE001`).
        ValueError: There is no such format, or *id* is no slug.
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    return _dossier(read_file(path, format=format, id=id, normalize=normalize, max_size=max_size))


def loads(text: str | bytes, *, format: Format = "json", id: str | None = None, normalize: bool = False) -> Dossier:
    """Return the dossier in a text, as `load` does for a file; without a wrapper its id is *id* or `dossier`.

    Args:
        text: The text, of any size; bytes are UTF-8.
        format: Its format.
        id: The id of the dossier where the text has no wrapper.
        normalize: Whether values may be written as people write them, as for `load`.

    Raises:
        ValidationError: The text breaks the model; it carries all findings (`NE002` to `NE004`).
        ValueError: There is no such format, or *id* is no slug.
        TypeError: *text* is neither text nor bytes.
        MissingExtraError: The text is YAML and PyYAML is not installed.
    """
    return _dossier(read(encoded(text), format, id=id or _NO_ID, normalize=normalize))


def encoded(text: str | bytes) -> bytes:
    """Return a text in UTF-8.

    Raises:
        TypeError: It is neither text nor bytes.
    """
    # A lone surrogate is a fault of the text, found with its place when the bytes are decoded.
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(memoryview(text))


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
        ValueError: There is no such format.
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    name = os.fspath(path)
    try:
        kind = named_kind(name, format)
    except UnreadableFileError:
        with opened(path):  # that it is missing, or a folder, says more
            pass
        raise
    content = content_of(opened(path), name, kind, max_size)
    if isinstance(content, Reading):
        return content
    most = most_values(max_size)
    return read(content, kind.format, id=id or _slug(name), name=name, normalize=normalize, most=most)


def read_stream(
    stream: IO[bytes],
    name: str,
    *,
    format: Format | None = None,
    normalize: bool = False,
    max_size: int = MAX_SIZE,
) -> Reading:
    """Return what reading a stream to its end gives, as `read_file` does for a file of that *name*."""
    kind = named_kind(name, format)
    content = content_of(nullcontext(stream), name, kind, max_size)
    if isinstance(content, Reading):
        return content
    most = most_values(max_size)
    return read(content, kind.format, id=_slug(name), name=name, normalize=normalize, most=most)


def named_kind(name: str, format: Format | None) -> Kind:
    """Return what a file's name says of its content, with *format* as its format.

    Raises:
        UnreadableFileError: It says nothing, and no format is given (`NE001`).
    """
    path = PurePath(name)
    kind = kind_of(path, format)
    if kind is None:
        raise unreadable(name, unknown_ending(path))
    return kind


def content_of(source: AbstractContextManager[IO[bytes]], name: str, kind: Kind, max_size: int) -> bytes | Reading:
    """Return all bytes of a source, decompressed, or what is wrong with them."""
    try:
        with source as stream:
            content = Content(stream, kind.compression)
            if kind.format == "jsonl":
                return b"".join(content.blocks(max_size))
            return content.read_all(max_size)
    except DamagedError as error:
        return Reading(None, (finding_at(Fault("NE002", str(error)), Place(1, 1, 1, 1), name),), Origins())
    except TooLargeError as error:
        raise unreadable(name, str(error), error.line) from None


@no_collection()
def read(  # noqa: PLR0913  (options by name)
    content: bytes,
    format: Format,
    *,
    id: str = _NO_ID,
    name: str | None = None,
    normalize: bool = False,
    most: int | None = None,
) -> Reading:
    """Return what reading UTF-8 bytes gives: a dossier, or every fault.

    Args:
        content: The bytes.
        format: Their format.
        id: The id of the dossier where the text has no wrapper.
        name: The name of the file, for the findings.
        normalize: Whether values may be written as people write them.
        most: How many values a record of JSON may have, or a file of YAML; by default any number.

    Raises:
        UnreadableFileError: It has more (`NE001`).
    """
    content, faults = without_mark(content)
    models: list[Dossier | Record] = []
    origins = Origins()
    try:
        for value in READERS[checked(format)](content, normalize=normalize, most=most):
            if isinstance(value, Held):
                models += value.models
                origins.add(value.document, len(value.records), value.above)
            else:
                faults.append(value)
                if len(faults) > MOST_FAULTS:
                    faults[-1] = too_many(), value[1]
                    break
    except TooLargeError as error:
        raise unreadable(name or "", str(error), error.line) from None
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
    return Reading(dossier, tuple(finding_at(fault, place, name) for fault, place in faults), origins)


def _dossier(reading: Reading) -> Dossier:
    if reading.dossier is None:
        raise ValidationError(reading.findings)
    return reading.dossier


def _slug(name: str) -> str:
    """Return a file's stem as an id: `My Notes (2).json` is `my-notes-2`; `dossier` where nothing of it can be kept."""
    words = _NOT_IN_ID.sub("-", stem_of(PurePath(name)).lower())[:_LONGEST_ID].strip("-")
    return words or _NO_ID
