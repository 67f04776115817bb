"""Laws of evidence: what is located stands there, and annotating adds right spans only."""

from hypothesis import given
from hypothesis import strategies as st

from newsevents import Dossier, Quotation, Source, Span, Statement
from newsevents.rules._passage import Passages
from newsevents.rules.locate import annotate, locate

TEXTS = st.text("ab .“🚢é\n", min_size=1, max_size=40) | st.text(min_size=1)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, str]:
    """Return a text, and mostly a piece of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, draw(st.just(text[start : draw(st.integers(start + 1, len(text)))]) | TEXTS)


@given(quoted())
def test_what_is_located_stands_there(drawn: tuple[str, str]) -> None:
    """Every place is the quote to the character, and no place is left out."""
    text, quote = drawn
    found = locate(text, quote)
    assert [text[span.start : span.end] for span in found] == [quote] * len(found)
    assert [span.start for span in found] == [at for at in range(len(text)) if text.startswith(quote, at)]
    assert Passages(text).places(quote) == tuple(span.start for span in found)[:2]


@given(quoted())
def test_the_nearest_passage_is_within_the_text(drawn: tuple[str, str]) -> None:
    """Whatever text and quotation are."""
    text, quote = drawn
    near = Passages(text).nearest(quote)
    assert near is None or 0 <= near.start < near.end <= len(text)


@given(st.lists(quoted(), min_size=1, max_size=4), st.data())
def test_annotating_adds_right_spans_only(drawn: list[tuple[str, str]], data: st.DataObject) -> None:
    """Where a quote stands exactly once; again, it does nothing; all else stays as it is."""
    sources = [Source(id=f"s-{n}", title="T", form="wire", text=text) for n, (text, _) in enumerate(drawn)]
    quotations = [
        Quotation(
            text=quote,
            source_id=f"s-{n}",
            span=data.draw(st.none() | st.builds(Span, start=st.integers(0, 9), end=st.integers(0, 9))),
        )
        for n, (_, whole) in enumerate(drawn)
        if (quote := whole.strip("\t\n\r "))
    ]
    statement = Statement(id="st", speaker_ids=["a"], acts=["assert"], quotations=quotations)
    before = Dossier(id="d", records=[*sources, statement])
    after = annotate(before)
    assert annotate(after) == after
    assert after.records[:-1] == before.records[:-1]
    (changed,) = after.of_type(Statement)
    for old, new in zip(quotations, changed.quotations, strict=True):
        places = locate(drawn[int(old.source_id[2:])][0], old.text)
        assert new.span == (places[0] if old.span is None and len(places) == 1 else old.span)
