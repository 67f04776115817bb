"""Finding quotations in the texts of their sources, by character and never by guess."""

from newsevents.dossier import Dossier
from newsevents.parts.attribution import Span
from newsevents.parts.quotation import Quotation
from newsevents.records.statement import Statement
from newsevents.records.union import AnyRecord
from newsevents.rules._passage import places
from newsevents.rules._view import Texts, View

__all__ = ["annotate", "locate"]


def locate(text: str, quote: str) -> list[Span]:
    """Return all places where *quote* stands in *text* to the character, in the order of the text.

    Places are counted in Unicode code points, as Python counts them; they may overlap, or lie within a longer word. An
    empty quote stands nowhere.

    >>> locate("“Clear evidence,” he said: clear evidence.", "lear evidence")
    [Span(start=2, end=15), Span(start=28, end=41)]
    """
    return [Span(start=start, end=start + len(quote)) for start in places(text, quote)]


def annotate(dossier: Dossier, texts: Texts = ()) -> Dossier:
    """Return the dossier with a span on every quotation that has none and stands exactly once in its source.

    A quotation that stands nowhere or several times stays as it is (rule `NE302` reports it), as do those with a span,
    those whose source has no known text, and those whose source's text has another check sum.

    Args:
        dossier: The dossier; it is not changed.
        texts: The texts of sources that do not carry theirs: by the id of the source, or without names, to be matched
            by `text_sha256`.
    """
    view = View(dossier, texts)

    def spanned(quotation: Quotation) -> Quotation:
        passages = None if quotation.span is not None else view.passages(quotation.source_id)
        starts = () if passages is None else passages.places(quotation.text)
        if len(starts) != 1:
            return quotation
        span = Span(start=starts[0], end=starts[0] + len(quotation.text))
        return quotation.model_copy(update={"span": span})

    def annotated(record: AnyRecord) -> AnyRecord:
        if not isinstance(record, Statement):
            return record
        quotations = tuple(map(spanned, record.quotations))
        changed = any(new is not old for new, old in zip(quotations, record.quotations, strict=True))
        return record.model_copy(update={"quotations": quotations}) if changed else record

    return dossier.model_copy(update={"records": tuple(map(annotated, dossier.records))})
