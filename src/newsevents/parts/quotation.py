"""Quotations: what a source gives as somebody's very words."""

from pydantic import Field

from newsevents._leaf import Opt
from newsevents._model import Model
from newsevents.parts.attribution import Span
from newsevents.values.identifier import Id
from newsevents.values.language import LanguageTag
from newsevents.values.number import YesNo
from newsevents.values.reference import QuotationId, SourceId
from newsevents.values.text import Text

__all__ = ["Quotation"]


class Quotation(Model):
    """Words of a speaker, verbatim as they stand in one source."""

    id: Opt[Id] = Field(default=None, description="An id by which another quotation can name this one.")
    text: Text = Field(description="The words, verbatim as in the source, without the quote marks.")
    source_id: SourceId = Field(description="The source in which they stand.")
    span: Opt[Span] = Field(default=None, description="Where in the source's text they stand.")
    is_partial: Opt[YesNo] = Field(default=None, description="Whether the source quotes only a part of the sentence.")
    language: Opt[LanguageTag] = Field(default=None, description="The language of the words as quoted.")
    original_text: Opt[Text] = Field(default=None, description="The words in the language in which they were said.")
    original_language: Opt[LanguageTag] = Field(default=None, description="The language in which they were said.")
    is_translation: Opt[YesNo] = Field(default=None, description="Whether the words as quoted are a translation.")
    variant_of_id: Opt[QuotationId] = Field(
        default=None, description="The id of another quotation that gives the same words in another way."
    )
