"""A part of a JSON Lines file, checked by itself: the unit of work of a stream, in this process or another one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, cast

from newsevents._collection import no_collection
from newsevents._regex import regex
from newsevents.dossier import Dossier
from newsevents.files._content import Content, DamagedError, opened, unreadable
from newsevents.files._document import Document, Held, faultless_records, finding_at, lines_of, read_lines, without_mark
from newsevents.files._fault import MOST_FAULTS, Fault, too_many
from newsevents.files._format import Compression
from newsevents.files._ids import IdFiles
from newsevents.files._json import JsonText
from newsevents.files._limit import TooLargeError
from newsevents.files._place import Place
from newsevents.files.texts import texts_of
from newsevents.findings import Finding, Level
from newsevents.records._record import Record
from newsevents.records.source import Source
from newsevents.records.statement import Statement
from newsevents.records.union import AnyRecord
from newsevents.rules._rule import RULES, Found
from newsevents.rules._select import ALWAYS, Selection
from newsevents.rules._view import View
from newsevents.rules.check import findings_in
from newsevents.values.reference import references

__all__ = ["ON_IDS", "REFERENCE", "STRING", "Checked", "Range", "blocks_of", "check_range", "placed"]

ON_IDS = frozenset({"NE101", "NE102"})
"""The rules on whole files that need no more than ids, so that they run on streams, too."""
# In text without a backslash every quote starts or ends a string, so that no string looks like one of these.
REFERENCE = regex(rb'_ids?(?<!"variant_of_id)"[ \t\r]*:[ \t\r]*("[^"]*"|\[[^\]]*\])')
"""The value of every field that refers to records, in text without a backslash; and of some that is in extensions."""
STRING = regex(rb'"([^"]*)"')
_MOST_KEPT = 2**16


class Range(NamedTuple):
    """Whole lines of a file, and how they are to be checked."""

    path: str
    name: str
    """What the findings call the file."""
    compression: Compression | None
    start: int
    size: int | None
    """How many bytes; `None` for all that follow."""
    max_size: int
    selection: Selection
    ids: Path
    """The folder with the files of ids."""


class Checked(NamedTuple):
    """What a range came to; lines count from 1 at its start."""

    lines: int
    faults: list[Finding]
    """What is wrong with content or shape."""
    found: list[Finding]
    """What the rules on single records find; nothing where a fault is an error."""
    is_whole: bool = True
    """Whether it was checked to its end."""


def blocks_of(part: Range) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a range in blocks, each with the number of its first line."""
    with opened(part.path) as stream:
        stream.seek(part.start)
        content = Content(stream, part.compression, part.size)
        for block in content.blocks(part.max_size):
            yield content.line, block


def check_range(part: Range) -> Checked:
    """Check every line for its shape and for what the rules on single records find; add its ids to the files of ids."""
    judge = _Judge(part)
    line, block, is_whole = 1, b"", False
    try:
        with no_collection():
            for line, block in blocks_of(part):
                judge.check(block, line)
                if judge.is_over:
                    break
            else:
                is_whole = True
    except DamagedError as error:
        line, block = line + block.count(b"\n"), b""
        judge.add(Fault("NE002", str(error)), Place(line, 1, line, 1))
    except TooLargeError as error:
        judge.faults += unreadable(part.name, str(error), error.line).findings
    judge.finish()
    lines = line - 1 + block.count(b"\n")
    return Checked(lines, judge.faults, [] if judge.is_broken else judge.found, is_whole)


class _Judge:
    """Checks block after block."""

    def __init__(self, part: Range) -> None:
        self.faults: list[Finding] = []
        self.found: list[Finding] = []
        self.ids = IdFiles(part.ids)
        self._part = part
        self._told: Counter[Level] = Counter()
        self._raw: set[bytes] = set()
        codes = part.selection.codes - ALWAYS
        self._wants_ids = not codes.isdisjoint(ON_IDS)
        self._wants_rules = any(RULES[code].alone for code in codes)

    @property
    def is_broken(self) -> bool:
        """Whether rules would judge what is not there."""
        return any(finding.level == "error" for finding in self.faults)

    @property
    def is_over(self) -> bool:
        """Whether there are more faults than are told."""
        return len(self.faults) > MOST_FAULTS

    def add(self, fault: Fault, place: Place) -> None:
        """Add a fault of content or shape."""
        self.faults.append(finding_at(fault, place, self._part.name))

    def check(self, block: bytes, line: int) -> None:
        """Check the lines of a block, of which the first has the number *line*."""
        if line == 1 and self._part.start == 0:
            block, marks = without_mark(block)
            for mark in marks:
                self.add(*mark)
        documents: Sequence[Document]
        lines = lines_of(block)
        if (records := faultless_records(lines)) is not None:
            documents = [JsonText(text, number) for number, text in enumerate(lines, line)]
        else:
            held = list(self._held(block, line))
            records = [value.records[0] for value in held]
            documents = [value.document for value in held]
        if not records or self.is_broken:
            return
        if self._wants_ids:
            self._add_ids(block, records, documents)
        if self._wants_rules:
            self._add_found(records, documents)

    def _held(self, block: bytes, line: int) -> Iterator[Held]:
        """Yield what the lines hold, and note what is wrong with the others."""
        for value in read_lines(block, line):
            if isinstance(value, Held):
                yield value
                continue
            if len(self.faults) == MOST_FAULTS:
                value = too_many(), value[1]  # noqa: PLW2901  (in place of the one too many)
            self.add(*value)
            if self.is_over:
                return

    def _add_found(self, records: Sequence[Record], documents: Sequence[Document]) -> None:
        """Run the rules that judge each record by itself."""
        part = self._part
        dossier = Dossier.model_construct(id="part", records=cast(Sequence[AnyRecord], records))
        refused: list[Found] = []
        if any(isinstance(record, Source) and record.text_file for record in dossier.records):
            _, refused = texts_of(dossier, Path(part.name).parent, None)
        for finding in findings_in(View(dossier), part.selection, alone=True, others={"NE311": refused}):
            # Of each level by itself: many words of advice must not hide an error.
            self._told[finding.level] += 1
            if self._told[finding.level] <= MOST_FAULTS:
                _, _, rest = finding.pointer.partition("/records/")
                index, slash, below = rest.partition("/")
                self.found.append(placed(finding, documents[int(index)], slash + below, part.name))

    def _add_ids(self, block: bytes, records: Sequence[Record], documents: Sequence[Document]) -> None:
        self.ids.add("id", [record.id.encode() for record in records])
        quotations = [each for record in records if isinstance(record, Statement) for each in record.quotations]
        self.ids.add("quotation", [each.id.encode() for each in quotations if each.id])
        self.ids.add("variant", [each.variant_of_id.encode() for each in quotations if each.variant_of_id])
        if b"\\" in block:
            for record, document in zip(records, documents, strict=True):
                text = document.content
                if b"\\" in text:
                    self._raw.update(b'"%s"' % reference.id.encode() for reference in references(record))
                else:
                    self._raw.update(REFERENCE.findall(text))
        else:
            self._raw.update(REFERENCE.findall(block))
        if len(self._raw) > _MOST_KEPT:
            self._add_references()

    def _add_references(self) -> None:
        """Pass on the ids that were named since the last time, each once."""
        self.ids.add("reference", set(STRING.findall(b"".join(self._raw))))
        self._raw = set()

    def finish(self) -> None:
        """Write what is left of the ids."""
        self._add_references()
        self.ids.flush()


def placed(finding: Finding, document: Document, pointer: str, path: str) -> Finding:
    """Return a finding with its place, at *pointer* in its line."""
    place = document.place(pointer)
    return replace(
        finding,
        pointer=pointer,
        path=path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
    )
