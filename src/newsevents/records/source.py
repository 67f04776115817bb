"""Sources: the texts that say something."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Json, Many, OpenVocabulary, Opt, Vocabulary
from newsevents._model import needs
from newsevents.records._record import Record, tag
from newsevents.values.identifier import Sha256, Url
from newsevents.values.language import LanguageTag
from newsevents.values.reference import ActorId, SourceId
from newsevents.values.text import SourceText, Text
from newsevents.values.when import Instant, WhenLike

__all__ = ["Source", "SourceForm", "SourceStatus"]

SourceForm = TypeAliasType(
    "SourceForm",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What sort of text a source is.",
            "article",
            "wire",
            "press_release",
            "official_statement",
            "official_report",
            "resolution",
            "broadcast",
            "social_post",
            "court_record",
            "dataset",
            "book",
        ),
    ],
)
"""What sort of text a source is."""

SourceStatus = TypeAliasType(
    "SourceStatus",
    Annotated[
        Literal["usable", "corrected", "withdrawn"],
        Vocabulary("SourceStatus", "Whether its publisher still stands by a source (IPTC ninjs pubstatus)."),
    ],
)
"""Whether its publisher still stands by a source."""


class Source(Record):
    """A text that says something: an article, a wire report, a resolution, a broadcast."""

    SHAPE: ClassVar[Json] = {"if": {"not": needs("title")}, "then": needs("description")}

    type: Literal["source"] = tag()
    title: Opt[Text] = Field(default=None, description="Its headline or title.")
    description: Opt[Text] = Field(
        default=None, description="What it is, where it has no title or is known by hearsay only."
    )
    form: SourceForm = Field(description="What sort of text it is, such as article, wire or resolution.")
    publisher_id: Opt[ActorId] = Field(default=None, description="The actor that published it.")
    authors: Many[Text] = Field(default=(), description="Its authors' names, as printed.")
    url: Opt[Url] = Field(default=None, description="Where it can be read.")
    published: Opt[WhenLike] = Field(default=None, description="When it was published.")
    retrieved: Opt[Instant] = Field(default=None, description="When this copy of it was fetched.")
    language: Opt[LanguageTag] = Field(default=None, description="The language it is written in.")
    text: Opt[SourceText] = Field(
        default=None, description="Its full text, which spans count in; it need not be given."
    )
    text_file: Opt[Text] = Field(
        default=None, description="The file that holds its full text (UTF-8), relative to the folder of the dossier."
    )
    text_sha256: Opt[Sha256] = Field(
        default=None,
        description="The SHA-256 check sum of its full text in UTF-8, which pins the text that spans count in.",
    )
    status: Opt[SourceStatus] = Field(default=None, description="Whether its publisher corrected or withdrew it.")
    derived_from_ids: Many[SourceId] = Field(default=(), description="The sources that it was made from.")
    translated_from: Opt[LanguageTag] = Field(default=None, description="The language it was translated from.")
    version: Opt[Text] = Field(default=None, description="Which version of the text it is, as its publisher counts.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.title is None and self.description is None:
            raise PydanticCustomError("source_nameless", "a source needs a title or a description")
        return self
