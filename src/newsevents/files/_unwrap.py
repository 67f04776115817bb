"""A JSON document of very many records, taken apart into JSON Lines; what is found there is told at its own place."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic_core import from_json

from newsevents.files._dense import Parts
from newsevents.files._document import Held, read_document, without_mark
from newsevents.files._fault import Fault, SyntaxFault
from newsevents.files._json import JsonText
from newsevents.files._place import Lines, Place
from newsevents.files._shape import version_fault
from newsevents.findings import Finding

__all__ = ["Unwrapped"]

_OBJECT = b"{"


class Unwrapped:
    """A JSON document, its records written down one a line, and what is around them."""

    def __init__(self, content: bytes, lines: Path, most: int) -> None:
        """Take the text, the file to write to, and how many values a record may have.

        Raises:
            TooLargeError: One has more, or what is around the records has.
        """
        self._content, self._marks = without_mark(content)
        # One more than there are records: the last is where what follows them starts.
        self._starts = array("Q")
        end = 0
        parts = Parts(self._content, most)
        with lines.open("wb") as file:
            for start, record in parts.records():
                self._starts.append(start)
                end = start + len(record)
                # A carriage return may stand where a line feed may, and in a string neither may; and it moves no place.
                file.write(record.replace(b"\n", b"\r") + b"\n")
        self._starts.append(end)
        self._around = parts.around
        self._is_clear = parts.is_clear

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._starts) - 1

    @property
    def holds_records(self) -> bool:
        """Whether the list is one of records that this release knows, as what is around it says, which must be JSON."""
        data = from_json(self._around)
        return isinstance(data, list) or (data.get("type") == "dossier" and version_fault(data) is None)

    def faults(self) -> list[tuple[Fault, Place]] | None:
        """Return what is wrong with what is around the records; `None` where it cannot be told apart from them."""
        if not self._is_clear:
            # The last record belongs to the rest: what comes behind it may follow from it.
            broken = self._broken(len(self) - 1)
            return None if broken is None else [*self._marks, broken]
        found = read_document(JsonText(self._around), self._around)
        faults = [each for each in found if not isinstance(each, Held)]
        return [*self._marks, *((fault, self._moved(place, self._starts[-1])) for fault, place in faults)]

    def _broken(self, number: int) -> tuple[Fault, Place] | None:
        """Return where the document ceases to be JSON, if all is well before the record of this number."""
        start = self._starts[number]
        try:
            JsonText(self._content[: self._starts[0]] + self._content[start:]).check_syntax()
        except SyntaxFault as error:
            return error.fault, self._moved(error.place, start)
        return None

    def _moved(self, place: Place, after: int) -> Place:
        """Return where a place is that was found without what stands from the first record to the byte *after*."""
        cut = _position(self._content[: self._starts[0]], (1, 1))
        rest = _position(self._content[:after], (1, 1))

        def moved(line: int, column: int) -> tuple[int, int]:
            if (line, column) < cut:
                return line, column
            return line + rest[0] - cut[0], column + (rest[1] - cut[1] if line == cut[0] else 0)

        return Place(*moved(place.line, place.column), *moved(place.end_line, place.end_column))

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings on the lines, which are in their order, as findings on the document."""
        above = "/records" if self._content.lstrip().startswith(_OBJECT) else ""
        at, position, is_json = 0, (1, 1), True
        for finding in findings:
            number = (finding.line or 1) - 1
            start, end = self._starts[number], self._starts[number + 1]
            position = _position(self._content[at:start], position)
            at = start
            place = _within(finding, self._content[start:end], *position)
            if is_json and finding.code == "NE002" and not _is_json(self._content[start:end]):
                # Where it ceases to be that, what follows has a part in it.
                is_json = False
                fault, place = self._broken(number) or (Fault("NE002", finding.message), place)
                finding = replace(finding, message=fault.message)  # noqa: PLW2901  (in its place)
            yield replace(
                finding,
                pointer=f"{above}/{number}{finding.pointer}",
                line=place.line,
                column=place.column,
                end_line=place.end_line,
                end_column=place.end_column,
            )


def _is_json(text: bytes) -> bool:
    """Return whether a record is JSON, with what stands between it and the next."""
    try:
        from_json(text.rstrip(b" \t\r\n,"))
    except ValueError:
        return False
    return True


def _position(text: bytes, before: tuple[int, int]) -> tuple[int, int]:
    """Return the line and column where a text ends that starts at *before*."""
    line, column = before
    if breaks := text.count(b"\n"):
        line, column = line + breaks, 1
        text = text[text.rfind(b"\n") + 1 :]
    return line, column + len(text.decode("utf-8", "replace"))


def _within(finding: Finding, text: bytes, line: int, column: int) -> Place:
    """Return the place of a finding on a text that was on one line, where the text starts at *line* and *column*."""
    lines = Lines(text.decode("utf-8", "replace"), line)
    found = lines.place((finding.column or 1) - 1, (finding.end_column or 1) - 1)
    first, last = (column - 1 if at == line else 0 for at in (found.line, found.end_line))
    return Place(found.line, found.column + first, found.end_line, found.end_column + last)
