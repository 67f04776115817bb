"""NE3, texts and spans: what is quoted stands in its source, word for word and where it is said to stand."""

import unicodedata
from collections.abc import Callable, Iterator

from newsevents.parts.attribution import Attribution, Span
from newsevents.parts.quotation import Quotation
from newsevents.records._record import Record
from newsevents.records.source import Source
from newsevents.rules._passage import Passages, shown, shown_apart
from newsevents.rules._rule import Found, documented, rule
from newsevents.rules._view import View, sha256


@rule("NE301", "quote-not-at-span", "error")
def quote_not_at_span(view: View) -> Iterator[Found]:
    """A quotation is not what stands in its source at its span.

    ## What it does

    Compares the text of a quotation with the characters of its source at its span, to the character. Where they differ,
    it says where the words do stand; where they stand nowhere, which passage is nearest and what differs: white space,
    typographic marks, case, or the first word that is another. Spans count Unicode code points from 0, the end
    exclusive. The text of the source has to be known, in the version that its check sum pins (`NE304`). A span outside
    the source is `NE305`.

    ## Why it matters

    A quotation is the strongest evidence there is, and a changed word in it the worst mistake: it puts words into
    somebody's mouth.

    ## Example

    ```yaml
    - type: source
      id: report
      title: A report
      form: article
      text: The minister spoke of “a clear proof” of it.
    - type: statement
      id: remark
      speaker_ids: [minister]
      acts: [assert]
      quotations:
        - text: clear evidence
          source_id: report
          span: {start: 25, end: 36}
    ```

    ## Use instead

    ```yaml
    - type: statement
      id: remark
      speaker_ids: [minister]
      acts: [assert]
      quotations:
        - text: clear proof
          source_id: report
          span: {start: 25, end: 36}
    ```

    ## Source

    W3C Web Annotation Data Model, TextPositionSelector. Associated Press Stylebook, "quotations in the news": never
    alter quotations.
    """
    for record, pointer, quotation in view.parts(Quotation):
        passages, span = view.passages(quotation.source_id), quotation.span
        if passages is None or span is None or _is_outside(span, passages.text):
            continue
        stands = passages.text[span.start : span.end]
        if stands != quotation.text:
            starts = passages.places(quotation.text)
            said, there = shown_apart(quotation.text, stands)
            where = f"the source has {there} at characters {span.start} to {span.end}"
            advice = _places_shown(starts, quotation, passages) if starts else _nearest_shown(quotation, passages)
            message = f"the words {said} do not stand at their span: {where}; {advice}"
            field = "span" if starts else "text"
            yield Found(record, f"{pointer}/{field}", message, (quotation.source_id,))


@rule("NE302", "quote-without-place", "warning")
def quote_without_place(view: View) -> Iterator[Found]:
    """A quotation has no span, and its words stand in its source several times, or not at all.

    ## What it does

    Searches the text of the source for the words of a quotation that has no span. Words that stand exactly once need no
    span (`newsevents.annotate` writes it). Words that stand more than once leave open which place is meant; for words
    that stand nowhere it names the nearest passage, and what differs.

    ## Why it matters

    Who checks a quotation has to find it, and two places may have two speakers.

    ## Example

    ```yaml
    - type: source
      id: report
      title: A report
      form: article
      text: The minister said “no deal”. The opposition, too, wants “no deal”.
    - type: statement
      id: remark
      speaker_ids: [minister]
      acts: [refuse]
      quotations:
        - text: no deal
          source_id: report
    ```

    ## Use instead

    ```yaml
    - type: statement
      id: remark
      speaker_ids: [minister]
      acts: [refuse]
      quotations:
        - text: no deal
          source_id: report
          span: {start: 19, end: 26}
    ```

    ## Source

    W3C Web Annotation Data Model, TextQuoteSelector: a quote alone may match several places.
    """
    for record, pointer, quotation in view.parts(Quotation):
        passages = None if quotation.span is not None else view.passages(quotation.source_id)
        if passages is None:
            continue
        starts = passages.places(quotation.text)
        if len(starts) != 1:
            how = "more than once" if starts else "nowhere"
            advice = _places_shown(starts, quotation, passages) if starts else _nearest_shown(quotation, passages)
            message = f"the words {shown(quotation.text)} have no span and stand {how} in their source; {advice}"
            yield Found(record, f"{pointer}/text", message, (quotation.source_id,))


@rule("NE304", "other-text", "error")
def other_text(view: View) -> Iterator[Found]:
    """The text of a source is another than the one that its check sum pins.

    ## What it does

    Computes the SHA-256 check sum of a source's text in UTF-8, wherever the text comes from, and compares it with
    `text_sha256`. It says so where the text would be the right one with other line breaks, in another normal form of
    its accents, or without a byte order mark. No other rule looks into such a text.

    ## Why it matters

    Reports are changed after they are published. Spans count the characters of one version; in another they point at
    other words, and nobody notices.

    ## Example

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text: The ship left on Sunday.
    text_sha256: "dd6a20e84e6f56a974da4a8d7ab69703b8e58a8b1ce27d63737fff301dcd564a"
    ```

    ## Use instead

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text: The ship left on Monday.
    text_sha256: "dd6a20e84e6f56a974da4a8d7ab69703b8e58a8b1ce27d63737fff301dcd564a"
    ```

    ## Source

    FIPS 180-4 (SHA-256). W3C Subresource Integrity pins what was meant in the same way.
    """
    for source in view.of(Source):
        text = None if source.text_sha256 is None else view.given_text(source)
        if text is None or (found := sha256(text)) == source.text_sha256:
            continue
        same = [how for how, change in _CHANGES.items() if sha256(change(text)) == source.text_sha256]
        advice = f"it would be the right one {same[0]}" if same else "give the version that was read, or read it anew"
        message = f"text_sha256 is {source.text_sha256}, but the text has {found}; {advice}"
        yield Found(source, "/text_sha256", message)


@rule("NE305", "span-outside", "error")
def span_outside(view: View) -> Iterator[Found]:
    """A span ends before it starts, or outside the text of its source.

    ## What it does

    Looks at the spans of quotations and attributions. One that ends before it starts is wrong whatever the text. Where
    the text is known, in the version that its check sum pins, none may end after its last character. Spans count
    Unicode code points from 0, the end exclusive: in a text of 100 characters the last one ends at 100.

    ## Why it matters

    Such a span points at nothing. Mostly its offsets were counted in bytes, or in another version of the text.

    ## Example

    ```yaml
    - type: source
      id: report
      title: A report
      form: article
      text: The ship left.
    - type: occurrence
      id: departure
      form: departure
      attributions:
        - source_id: report
          spans: [{start: 0, end: 140}]
    ```

    ## Use instead

    ```yaml
    - type: occurrence
      id: departure
      form: departure
      attributions:
        - source_id: report
          spans: [{start: 0, end: 14}]
    ```

    ## Source

    W3C Web Annotation Data Model, TextPositionSelector.
    """
    for record, pointer, quotation in view.parts(Quotation):
        if quotation.span is not None:
            yield from _span_fault(view, record, f"{pointer}/span", quotation.span, quotation.source_id)
    for record, pointer, attribution in view.parts(Attribution):
        text = view.text(attribution.source_id) if attribution.spans else None
        for index, span in enumerate(attribution.spans):
            if _is_outside(span, text):
                yield from _span_fault(view, record, f"{pointer}/spans/{index}", span, attribution.source_id)


def _is_outside(span: Span, text: str | None) -> bool:
    return span.start > span.end or (text is not None and span.end > len(text))


def _span_fault(view: View, record: Record, pointer: str, span: Span, source_id: str) -> Iterator[Found]:
    if span.start > span.end:
        yield Found(record, pointer, f"a span ends before it starts: start is {span.start}, end is {span.end}")
        return
    text = view.text(source_id)
    if text is not None and span.end > len(text):
        where = f"its source {source_id!r} has {len(text)} characters"
        message = f"a span ends at {span.end}, but {where}; count Unicode code points from 0, the end exclusive"
        yield Found(record, pointer, message, (source_id,))


def _places_shown(starts: tuple[int, ...], quotation: Quotation, passages: Passages) -> str:
    """Return where the words of a quotation stand, and what to do about it."""
    length, span = len(quotation.text), quotation.span
    there = [f"characters {start} to {start + length}" for start in starts]
    if len(there) > 1:
        return f"they stand first at {there[0]}, then at {there[1]}; give the span of those that are meant"
    units = span is not None and span.start != starts[0] and span.start == passages.in_utf16(starts[0])
    return f"they stand at {there[0]}" + ("; spans count Unicode code points, not units of UTF-16" if units else "")


def _nearest_shown(quotation: Quotation, passages: Passages) -> str:
    """Return which passage is nearest to a quotation that stands nowhere, and what differs."""
    near = passages.nearest(quotation.text)
    if near is None:
        return "nothing in the source is like them; quote what it says, or name the source that says them"
    if quotation.span == Span(start=near.start, end=near.end):
        return near.difference
    there = f"{shown(passages.text[near.start : near.end])} at characters {near.start} to {near.end}"
    return f"nearest is {there}: {near.difference}"


_CHANGES: dict[str, Callable[[str], str]] = {
    "without the byte order mark at its start": lambda text: text.removeprefix("\ufeff"),
    "with line breaks of Unix (LF)": lambda text: text.replace("\r\n", "\n"),
    "with line breaks of Windows (CRLF)": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "without white space around it": str.strip,
    "with a line break at its end": lambda text: text + "\n",
    "in the Unicode normal form NFC": lambda text: unicodedata.normalize("NFC", text),
    "in the Unicode normal form NFD": lambda text: unicodedata.normalize("NFD", text),
}
"""What programs do to texts on the way."""


documented(
    "NE311",
    "text-file-outside",
    "error",
    """
    A source's `text_file` leads outside the dossier's folder, or to no text.

    ## What it does

    Reports a `text_file` that is not read: an absolute path, one with `..` or a backslash, a link that leads out of the
    folder in which the dossier stands, a folder, device or pipe, a file that is missing, that has more than 64 MB (or
    all of the dossier together more than 256 MB), or that is not UTF-8. Only what reads files finds it:
    `newsevents validate` and `check_file`, not `check`.

    ## Why it matters

    A dossier comes from someone else. What it names must not make a program open the reader's own files, or wait
    forever; and a text that is not there checks no quotation.

    ## Example

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text_file: ../../report.txt
    ```

    ## Use instead

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text_file: texts/report.txt
    ```

    ## Source

    CWE-22 (path traversal) and CWE-59 (link following) in MITRE's Common Weakness Enumeration.
    """,
)
