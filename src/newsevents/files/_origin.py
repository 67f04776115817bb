"""Where in its file each record of a dossier stands."""

from bisect import bisect_right
from typing import NamedTuple, Protocol

from newsevents.files._place import Place

__all__ = ["Origin", "Origins"]


class _Document(Protocol):
    def place(self, pointer: str, *, key: bool = False) -> Place: ...


class Origin(NamedTuple):
    """A place in a document of a file."""

    document: _Document
    pointer: str
    """The pointer within the document."""

    def place(self) -> Place:
        """Return where that is, or the nearest place around it that is there."""
        return self.document.place(self.pointer)


class Origins:
    """The documents of a file, with what each gave to the dossier. One entry a document, none a record."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._documents: list[tuple[_Document, str | None]] = []
        self._count = 0

    def add(self, document: _Document, count: int, above: str | None) -> None:
        """Add a document that gave *count* records: those of the list at *above*, or with `None` itself as one."""
        self._starts.append(self._count)
        self._documents.append((document, above))
        self._count += count

    def find(self, pointer: str) -> Origin | None:
        """Return where in the file a JSON Pointer into the dossier leads; `None` where the file has no such place.

        What is not about a record stands at the same pointer in a file that is a dossier, and nowhere in another.
        """
        top, _, rest = pointer.removeprefix("/").partition("/")
        if top != "records" or not rest:
            is_dossier = self._documents[:1] and self._documents[0][1] == "/records"
            return Origin(self._documents[0][0], pointer) if is_dossier else None
        record, slash, below = rest.partition("/")
        number = bisect_right(self._starts, int(record)) - 1
        document, above = self._documents[number]
        base = "" if above is None else f"{above}/{int(record) - self._starts[number]}"
        return Origin(document, f"{base}{slash}{below}")
