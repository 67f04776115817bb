"""Sense across files: several files checked as one dossier, each finding at its place in its own file."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from newsevents.dossier import Dossier
from newsevents.files.read import Reading
from newsevents.files.texts import TextFolder, texts_of
from newsevents.findings import Finding
from newsevents.rules._rule import Found
from newsevents.rules._select import Selection
from newsevents.rules._view import View
from newsevents.rules.check import findings_in

__all__ = ["Read", "sense"]


class Read(NamedTuple):
    """A file that was read without an error."""

    name: str
    dossier: Dossier
    reading: Reading


def sense(files: Sequence[Read], selection: Selection, folder: TextFolder | None) -> dict[str, list[Finding]]:
    """Return what the rules find in *files* taken as one dossier, by the name of the file in which it stands.

    What stands in no record is said of the first file.
    """
    texts: dict[str, str] = {}
    faults: list[Found] = []
    for file in files:
        found, refused = texts_of(file.dossier, Path(file.name).parent, folder)
        texts = found | texts
        faults += refused
    dossier = files[0].dossier
    if len(files) > 1:
        dossier = Dossier(id=dossier.id, records=[record for file in files for record in file.dossier.records])
    starts = [0, *accumulate(len(file.dossier.records) for file in files)]
    placed: dict[str, list[Finding]] = {file.name: [] for file in files}
    for finding in findings_in(View(dossier, (), texts), selection, others={"NE311": faults}):
        top, _, rest = finding.pointer.removeprefix("/").partition("/")
        number, slash, below = rest.partition("/")
        # An empty file takes the start of the next one.
        at = bisect_right(starts, int(number)) - 1 if top == "records" and number else 0
        file = files[at]
        pointer = f"/records/{int(number) - starts[at]}{slash}{below}" if number else finding.pointer
        placed[file.name].append(_placed(replace(finding, pointer=pointer, path=file.name), file.reading))
    return placed


def _placed(finding: Finding, reading: Reading) -> Finding:
    origin = reading.origins.find(finding.pointer)
    if origin is None:
        return finding
    place = origin.place()
    return replace(
        finding,
        pointer=origin.pointer,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
    )
