"""What rules look at: a dossier, indexed once for all of them, and the texts of its sources."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Self, TypeVar, cast, get_origin

from newsevents._model import Model, models_in
from newsevents.dossier import Dossier
from newsevents.parts.attribution import Span
from newsevents.records._record import Record
from newsevents.records.source import Source
from newsevents.rules._passage import Passages
from newsevents.values.reference import Reference, references

__all__ = ["Part", "Texts", "View", "sha256"]

R = TypeVar("R", bound=Record)
M = TypeVar("M", bound=Model)
T = TypeVar("T")

Texts = Mapping[str, str] | Iterable[str]
"""Texts of sources: by the id of the source, or without names, to be matched by their SHA-256."""


Part = tuple[Record, str, M]
"""A part of a record, such as a time or a name, or the record itself; with the record, and the JSON Pointer within."""


class View:
    """A dossier as rules see it. Every index is made when first asked for, in one pass."""

    def __init__(self, dossier: Dossier, *texts: Texts) -> None:
        """Take a dossier, and texts of sources that do not carry theirs; of two for one source the first counts."""
        self.dossier = dossier
        self._texts_by_id = [cast(Mapping[str, str], given) for given in texts if isinstance(given, Mapping)]
        self._loose_texts = [
            [given] if isinstance(given, str) else given for given in texts if not isinstance(given, Mapping)
        ]
        self._text_of: dict[str, str | None] = {}
        self._passages_of: dict[str, Passages] = {}
        self._made: dict[Any, Any] = {}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records, in the order of the file; each is an object of its own."""
        seen: set[int] = set()
        records: list[Record] = []
        for record in self.dossier.records:
            # A record may stand twice in a dossier that was made in Python.
            records.append(record.model_copy() if id(record) in seen else record)
            seen.add(id(record))
        return tuple(records)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by id; the first one where an id stands twice."""
        found: dict[str, Record] = {}
        for record in self.records:
            found.setdefault(record.id, record)
        return found

    def get(self, id: str | None, kind: type[R]) -> R | None:
        """Return the record with this id if it is of this class; otherwise `None`."""
        record = None if id is None else self.by_id.get(id)
        return record if isinstance(record, kind) else None

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one class, abstract ones included, in the order of the file."""
        if kind not in self._of:
            classes = [each for each in self._by_class if issubclass(each, kind)]
            if len(classes) > 1:
                self._of[kind] = tuple(record for record in self.records if isinstance(record, kind))
            else:
                self._of[kind] = tuple(record for each in classes for record in self._by_class[each])
        return self._of[kind]

    def parts(self, kind: type[M]) -> Sequence[Part[M]]:
        """Return every part of one class, wherever it stands, in the order of the file and of the fields.

        But for spans: there are more of them than of all other parts, and rules look at them in what they belong to.
        """
        return self._parts.get(kind, ())

    def made(self, index: Callable[[Self], T]) -> T:
        """Return what *index* makes of this view: an index of several rules, made when first asked for."""
        if index not in self._made:
            self._made[index] = index(self)
        found: T = self._made[index]
        return found

    def forget(self) -> None:
        """Let go of what was made: it holds this view, and in a circle all records would wait for the collector."""
        self._made.clear()

    @property
    def kinds(self) -> tuple[type[Model], ...]:
        """The classes of which there are records or parts."""
        return tuple(self._parts)

    @cached_property
    def references(self) -> tuple[tuple[Record, Sequence[Reference]], ...]:
        """Every record with all of its references, in the order of the file and of the fields."""
        return tuple((record, references(record)) for record in self.records)

    @cached_property
    def referred(self) -> set[str]:
        """The ids that some record names."""
        return {reference.id for _, found in self.references for reference in found}

    def text(self, source_id: str) -> str | None:
        """Return the text of a source; `None` if nobody gave it, there is no such source, or its check sum is another.

        Its own `text` comes first, then a text given for its id, then one with its `text_sha256`.
        """
        if source_id not in self._text_of:
            source = self.get(source_id, Source)
            text = None if source is None else self.given_text(source)
            # Spans count in the text that the check sum pins: in another version they mean nothing.
            is_other = source is not None and text is not None and source.text_sha256 not in {None, sha256(text)}
            self._text_of[source_id] = None if is_other else text
        return self._text_of[source_id]

    def passages(self, source_id: str) -> Passages | None:
        """Return the text of a source, ready to be searched; `None` where `text` has none."""
        text = self.text(source_id)
        if text is None:
            return None
        if source_id not in self._passages_of:
            self._passages_of[source_id] = Passages(text)
        return self._passages_of[source_id]

    def given_text(self, source: Source) -> str | None:
        """Return the text that was given for a source, whatever its check sum."""
        if source.text is not None:
            return source.text
        for texts in self._texts_by_id:
            if source.id in texts:
                return texts[source.id]
        return None if source.text_sha256 is None else self._by_sha256.get(source.text_sha256)

    @cached_property
    def _by_sha256(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for texts in (*(given.values() for given in self._texts_by_id), *self._loose_texts):
            for text in texts:
                found.setdefault(sha256(text), text)
        return found

    @cached_property
    def _of(self) -> dict[type[Record], tuple[Any, ...]]:
        return {}

    @cached_property
    def _by_class(self) -> dict[type[Record], list[Record]]:
        found: defaultdict[type[Record], list[Record]] = defaultdict(list)
        for record in self.records:
            found[type(record)].append(record)
        return found

    @cached_property
    def _parts(self) -> dict[type[Model], list[Part[Any]]]:
        found: defaultdict[type[Model], list[Part[Any]]] = defaultdict(list)
        for record in self.records:
            kind = type(record)
            found[kind].append((record, "", record))
            _collect(record, record, "", _plan(kind), found)
        # No key may come in by being asked for.
        found.default_factory = None
        return found


def sha256(text: str) -> str:
    """Return the SHA-256 check sum of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_Fields = Sequence[tuple[str, bool]]
"""The fields of a class that hold parts, and whether they hold a list of them."""


def _collect(
    record: Record, model: Model, pointer: str, fields: _Fields, found: defaultdict[type[Model], list[Part[Any]]]
) -> None:
    """Put every part that stands in *fields* of *model*, or within such a part, into *found*, by its class."""
    # Every rule waits for this: what looks roundabout here was measured.
    values = model.__dict__
    for name, is_list in fields:
        value: Any = values[name]
        if not value:
            continue
        at = f"{pointer}/{name}"
        parts: Sequence[Model] = value if is_list else (value,)
        for index, part in enumerate(parts):
            kind = type(part)
            place = f"{at}/{index}" if is_list else at
            found[kind].append((record, place, part))
            if within := _plan(kind):
                _collect(record, part, place, within, found)


@cache
def _plan(model: type[Model]) -> _Fields:
    fields = ((name, field.annotation, models_in(field.annotation)) for name, field in model.model_fields.items())
    return [(name, get_origin(told) is Sequence) for name, told, models in fields if models and models != [Span]]
