"""Checking a file: shape, then sense, and every finding at its place in the text."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from newsevents._collection import no_collection
from newsevents.dossier import Dossier
from newsevents.errors import UnreadableFileError
from newsevents.files._format import Format
from newsevents.files._limit import MAX_SIZE
from newsevents.files._origin import Origins
from newsevents.files.read import read_file
from newsevents.files.texts import TextFolder, texts_of
from newsevents.findings import Finding, Level
from newsevents.rules._select import Selection
from newsevents.rules._view import Texts, View
from newsevents.rules.check import findings_in

__all__ = ["check_file"]


@no_collection()
def check_file(  # noqa: PLR0913  (options by name, as of check and load together)
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    levels: Mapping[str, Level] | None = None,
    texts: Texts = (),
    texts_folder: str | os.PathLike[str] | TextFolder | None = None,
    max_size: int = MAX_SIZE,
) -> list[Finding]:
    """Return everything that is wrong with a file: its shape, and where that is clean, what the rules find.

    A source's text is its `text`, else the one in *texts* for its id, else its `text_file`, which is read from below
    the file's own folder only, else one in *texts* or *texts_folder* with its `text_sha256`.

    Args:
        path: The file: a dossier, a list of records, one record, or one record a line.
        format: Its format; by default its ending says.
        select: The rules to run, by code (`NE301`) or by the start of codes (`NE3`); all by default.
        ignore: The rules to leave out, in the same way; this wins over *select*.
        levels: Other levels than the rules' own, by code or start of codes; the longest start wins.
        texts: The texts of sources: by the id of the source, or without names, to be matched by `text_sha256`.
        texts_folder: A folder with texts of sources in UTF-8, under any name, to be matched in the same way.
        max_size: How many bytes one JSON or YAML document, or one line of JSON Lines, may have after decompression.
            A higher one than 64 MB allows more values in a record or a YAML file, too.

    Returns:
        The findings in the order of the text, each with its place. What is about something that is not there stands at
        what lacks it. Pointers are into the document in which it stands: of JSON Lines, into the line. A file that
        cannot be read at all is one finding (`NE001`).

    Raises:
        UnknownRuleError: No rule has such a code, or there is no such level (`unknown_rule`).
        ValueError: There is no such format.
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    selection = Selection(select, ignore, levels)
    try:
        reading = read_file(path, format=format, max_size=max_size)
        found: list[Finding] = []
        if reading.dossier is not None:
            found = _sense(reading.dossier, Path(path).parent, selection, texts, texts_folder)
    except UnreadableFileError as error:
        return list(error.findings)
    name = os.fspath(path)
    placed = [*reading.findings, *(_placed(finding, name, reading.origins) for finding in found)]
    return sorted(placed, key=lambda finding: (finding.line or 0, finding.column or 0))


def _sense(
    dossier: Dossier,
    folder: Path,
    selection: Selection,
    texts: Texts,
    texts_folder: str | os.PathLike[str] | TextFolder | None,
) -> list[Finding]:
    read, faults = texts_of(dossier, folder, texts_folder)
    return findings_in(View(dossier, texts, read), selection, others={"NE311": faults})


def _placed(finding: Finding, path: str, origins: Origins) -> Finding:
    origin = origins.find(finding.pointer)
    if origin is None:
        return replace(finding, path=path)
    place = origin.place()
    return replace(
        finding,
        pointer=origin.pointer,
        path=path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
    )
