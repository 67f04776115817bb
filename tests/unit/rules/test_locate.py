"""Finding quotations: every place to the character, and spans written only where there is no doubt."""

import hashlib
from typing import Any

from newsevents import Dossier, Quotation, Source, Span, State, Statement
from newsevents.rules.locate import annotate, locate

TEXT = "🚢 No deal. “Off the table,” she said; “no deal”. Off the table."


def dossier(*quotations: Quotation, **fields: Any) -> Dossier:
    """Return a dossier with one statement and its source."""
    source = Source(id="s", title="T", form="wire", **fields)
    statement = Statement(id="st", speaker_ids=["kp"], acts=["refuse"], quotations=quotations)
    return Dossier(id="d", records=[State(id="kp", country="KP"), source, statement])


def spans(dossier: Dossier) -> list[Span | None]:
    """Return the spans of the quotations of a dossier."""
    return [quotation.span for statement in dossier.of_type(Statement) for quotation in statement.quotations]


def quote(text: str, source_id: str = "s", span: Span | None = None) -> Quotation:
    """Return a quotation."""
    return Quotation(text=text, source_id=source_id, span=span)


def test_locate_counts_code_points() -> None:
    """All places, in order; case counts."""
    assert locate(TEXT, "Off the table") == [Span(start=12, end=25), Span(start=49, end=62)]
    assert locate(TEXT, "no deal") == [Span(start=39, end=46)]
    assert locate(TEXT, "No  deal") == locate(TEXT, "") == []


def test_a_quotation_that_stands_once_gets_its_span() -> None:
    """One that stands twice, nowhere, or in a source without text gets none; one that has a span keeps it."""
    wrong = Span(start=0, end=7)
    quotations = [
        quote("no deal"),
        quote("Off the table"),
        quote("Never"),
        quote("no deal", "x"),
        quote("No deal", "s", wrong),
    ]
    before = dossier(*quotations, text=TEXT)
    after = annotate(before)
    assert spans(after) == [Span(start=39, end=46), None, None, None, wrong]
    assert spans(before) == [None, None, None, None, wrong]
    assert annotate(after) == after
    assert after.get("st") is after.records[2]


def test_texts_may_be_given() -> None:
    """By id, or by check sum; a text with another check sum is another version."""
    pinned = dossier(quote("no deal"), text_sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    expected = [Span(start=39, end=46)]
    assert spans(annotate(pinned)) == [None]
    assert spans(annotate(pinned, [TEXT])) == spans(annotate(pinned, {"s": TEXT})) == expected
    assert spans(annotate(pinned, {"s": TEXT + " "})) == [None]
    assert spans(annotate(dossier(quote("no deal")), {"s": TEXT})) == expected


def test_what_needs_nothing_is_the_same_object() -> None:
    """Records without new spans are taken over as they are."""
    before = dossier(quote("Off the table"), text=TEXT)
    assert all(new is old for new, old in zip(annotate(before).records, before.records, strict=True))
