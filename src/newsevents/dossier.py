"""The container: one data file about one story."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeVar

from pydantic import Field

from newsevents._leaf import FrozenDict, Many, Opt
from newsevents._model import Model, unhashable
from newsevents.records._record import Extensions, Record, tag
from newsevents.records.union import AnyRecord
from newsevents.values.identifier import Id
from newsevents.values.language import LanguageTag
from newsevents.values.reference import references
from newsevents.values.text import Text
from newsevents.values.when import Instant

__all__ = ["SCHEMA_VERSION", "Dossier"]

R = TypeVar("R", bound=Record)
RecordClass = type[R]  # in the class below, ``type`` is a field
SCHEMA_VERSION = "1.0"


_KEPT = "_kept_index"


class _Index(NamedTuple):
    records: Sequence[AnyRecord]
    by_id: dict[str, AnyRecord]
    referring: dict[str, list[AnyRecord]]


class Dossier(Model):
    """One data file about one story: a flat list of records that name each other by id."""

    type: Literal["dossier"] = tag("Says that this is a dossier.")
    schema_version: Literal["1.0"] = tag("The version of the schema that the file is written in.")
    id: Id = Field(description="The dossier's id, a slug.")
    title: Opt[Text] = Field(default=None, description="What the story is, in a line.")
    description: Opt[Text] = Field(default=None, description="What the dossier holds, and how it came to be.")
    language: Opt[LanguageTag] = Field(
        default=None, description="The language that notes and paraphrases are written in."
    )
    created: Opt[Instant] = Field(default=None, description="When the dossier was made.")
    records: Many[AnyRecord] = Field(default=(), description="The records, in any order.")
    extensions: Extensions = Field(
        default=FrozenDict(), description="Your own data: keys x-vendor-name, any JSON value."
    )

    def __hash__(self) -> int:
        """Refuse to be a key."""
        raise unhashable(self)

    def get(self, id: str) -> AnyRecord:
        """Return the record with this id; the first one where an id stands twice.

        Raises:
            KeyError: No record has this id.
        """
        return self._index.by_id[id]

    def of_type(self, record_type: RecordClass[R]) -> tuple[R, ...]:
        """Return the records of one class, in the order of the file.

        >>> Dossier(id="empty").of_type(Record)
        ()
        """
        return tuple(record for record in self.records if isinstance(record, record_type))

    def referring_to(self, id: str) -> tuple[AnyRecord, ...]:
        """Return the records that name this id in any of their fields, in the order of the file, each once."""
        return tuple(self._index.referring.get(id, ()))

    @property
    def _index(self) -> _Index:
        """The index of the records, made on first use; a copy with other records has none of them yet."""
        kept: _Index | None = vars(self).get(_KEPT)
        if kept is None or kept.records is not self.records:
            kept = vars(self)[_KEPT] = _indexed(self.records)
        return kept


def _indexed(records: Sequence[AnyRecord]) -> _Index:
    by_id: dict[str, AnyRecord] = {}
    referring: dict[str, list[AnyRecord]] = {}
    for record in records:
        by_id.setdefault(record.id, record)
        for named in dict.fromkeys(reference.id for reference in references(record)):
            referring.setdefault(named, []).append(record)
    return _Index(records, by_id, referring)
