"""The ferry example travels with its text, counts in code points, and uses what the limousine does not."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

import newsevents
from newsevents import (
    Dossier,
    Gift,
    Item,
    Meeting,
    SanctionsAction,
    SanctionsAssessment,
    Shipment,
    Source,
    Span,
    Statement,
    Transfer,
    Vote,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "ferry" / "dossier.json"
REPORT = EXAMPLES / "ferry" / "report.txt"

# The sentences of the report, 0-based and end-exclusive, in code points; the headline and the dateline count as two.
NOTICE = (0, 93)  # the line that says the report is invented
SENTENCES = (
    (95, 152),
    (154, 195),
    (197, 310),
    (311, 426),
    (427, 548),
    (550, 632),
    (633, 709),
    (711, 887),
    (888, 952),
    (954, 1039),
    (1040, 1170),
    (1171, 1243),
    (1245, 1369),
    (1370, 1415),
    (1416, 1504),
)

R = TypeVar("R")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the example."""
    return newsevents.load(EXAMPLE)


@pytest.fixture(scope="module")
def text() -> str:
    """Return the report, exactly as its file has it."""
    return REPORT.read_bytes().decode("utf-8")


def get(dossier: Dossier, kind: type[R], id: str) -> R:
    """Return the record of that id, which has to be of that kind."""
    record = dossier.get(id)
    assert isinstance(record, kind)
    return record


def spans(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    """Yield every span of the dossier, with the id of its record."""
    for record in dossier.records:
        for attribution in record.attributions:
            for span in attribution.spans:
                yield record.id, span
        if isinstance(record, Statement):
            for quotation in record.quotations:
                assert quotation.span is not None, f"{record.id}: a quotation without a span"
                yield record.id, quotation.span


def within(span: Span, stretch: tuple[int, int]) -> bool:
    """Return whether the span lies wholly in the stretch."""
    return stretch[0] <= span.start < span.end <= stretch[1]


# --- the text ---------------------------------------------------------------------------------------------------------


def test_text_file_is_the_pinned_one(dossier: Dossier) -> None:
    """The source names the text beside the dossier and pins its bytes."""
    source = get(dossier, Source, "herald-report")
    assert source.text_file is not None
    assert EXAMPLE.parent / source.text_file == REPORT
    assert source.text_sha256 == hashlib.sha256(REPORT.read_bytes()).hexdigest()


def test_report_is_marked_as_invented(dossier: Dossier, text: str) -> None:
    """Both the report and the dossier say that it is invented."""
    assert text[slice(*NOTICE)].startswith("[An invented report")
    assert dossier.description is not None
    assert "invented" in dossier.description


def test_sentences_are_all_there_is(text: str) -> None:
    """Between the notice and the end there is nothing but the sentences and white space."""
    told = NOTICE[1]
    for start, end in SENTENCES:
        assert text[told:start].strip() == ""
        told = end
    assert text[told:] == "\n"


def test_no_span_crosses_a_sentence(dossier: Dossier) -> None:
    """Every span of an attribution or a quotation lies in one sentence of the report."""
    astray = [
        (id, span.start, span.end)
        for id, span in spans(dossier)
        if not any(within(span, sentence) for sentence in SENTENCES)
    ]
    assert astray == []


def test_every_sentence_is_touched(dossier: Dossier) -> None:
    """There is no sentence without a span in it."""
    found = [span for _, span in spans(dossier)]
    untouched = [sentence for sentence in SENTENCES if not any(within(span, sentence) for span in found)]
    assert untouched == []


def test_quotations_stand_at_their_spans(dossier: Dossier, text: str) -> None:
    """Every quotation is verbatim what the report has at its span."""
    quotations = [quotation for statement in dossier.of_type(Statement) for quotation in statement.quotations]
    assert len(quotations) == 1
    for quotation in quotations:
        assert quotation.span is not None
        assert text[quotation.span.start : quotation.span.end] == quotation.text


def test_spans_count_code_points(dossier: Dossier, text: str) -> None:
    """The text tells code points from bytes and from UTF-16 units: at the same numbers neither has the quotation."""
    (quotation,) = get(dossier, Statement, "mayor-after-the-vote").quotations
    assert quotation.span is not None
    start, end = quotation.span.start, quotation.span.end
    assert text[start:end] == quotation.text
    assert text.encode("utf-8")[start:end].decode("utf-8", "replace") != quotation.text
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace") != quotation.text


# --- the file ---------------------------------------------------------------------------------------------------------


def test_file_is_canonical(dossier: Dossier) -> None:
    """The file is what the library would write: the model's order, two spaces, no escapes, defaults left out."""
    assert EXAMPLE.read_bytes().decode("utf-8") == newsevents.dumps(dossier)


def test_examples_together_use_every_record(dossier: Dossier) -> None:
    """All sixteen types of record stand in the two examples together."""
    limousine = newsevents.load(EXAMPLES / "limousine" / "limousine.yaml")
    assert {record.type for record in (*dossier.records, *limousine.records)} == {
        "gift",
        "group",
        "item",
        "meeting",
        "occurrence",
        "organization",
        "person",
        "relation",
        "sanctions_action",
        "sanctions_assessment",
        "shipment",
        "source",
        "state",
        "statement",
        "transfer",
        "vote",
    }


# --- what the README points at ----------------------------------------------------------------------------------------


def test_vote_counts(dossier: Dossier) -> None:
    """Five voted for it, three against, one did neither; on a Monday, so on the sixteenth."""
    vote = get(dossier, Vote, "council-vote")
    assert vote.counts is not None
    assert (vote.counts.in_favor, vote.counts.against, vote.counts.abstained) == (5, 3, 1)
    assert vote.outcome == "adopted"
    assert vote.when is not None
    assert (vote.when.text, vote.when.edtf) == ("on Monday", "2025-06-16")


def test_barter_has_its_consideration(dossier: Dossier) -> None:
    """The ferry goes one way and about forty tonnes of fish the other."""
    deal = get(dossier, Transfer, "ferry-for-fish")
    assert (deal.mode, tuple(deal.item_ids)) == ("barter", ("dyrfinna",))
    assert deal.consideration is not None
    assert tuple(deal.consideration.item_ids) == ("salted-fish",)
    quantity = get(dossier, Item, "salted-fish").quantity
    assert quantity is not None
    assert (quantity.amount, quantity.comparator, quantity.unit) == ("40", "about", "tonne")


def test_gift_was_declined(dossier: Dossier) -> None:
    """The whale was offered, then declined."""
    gift = get(dossier, Gift, "whale-offered")
    assert gift.status == "declined"
    assert [step.status for step in gift.status_history] == ["offered", "declined"]


def test_talks_lasted_two_days(dossier: Dossier) -> None:
    """The talks are an interval, both ends known."""
    talks = get(dossier, Meeting, "talks-in-reykjavik")
    assert talks.when is not None
    assert talks.when.edtf == "2025-06-03/2025-06-04"
    assert set(talks.participant_ids) == {"sigurdur-hallur", "thora-lind"}


def test_legs_meet_and_are_predicted(dossier: Dossier) -> None:
    """The first leg ends where the second starts; both are predicted, apart from the voyage as such."""
    voyage = get(dossier, Shipment, "voyage-to-wonsan")
    first, second = voyage.legs
    assert first.destination == second.origin
    assert second.destination == voyage.intended_destination
    predicted = {pointer for each in voyage.attributions if each.modality == "predicted" for pointer in each.covers}
    assert predicted == {"/legs/0", "/legs/1"}


def test_exemption_covers_what_the_lawyer_relies_on(dossier: Dossier) -> None:
    """The lawyer finds the voyage exempt, by an exemption that covers its items and its month."""
    view = get(dossier, SanctionsAssessment, "lawyers-view")
    assert view.finding == "exempt"
    assert tuple(view.exemptions_considered_ids) == ("exemption",)
    exemption = get(dossier, SanctionsAction, "exemption")
    voyage = get(dossier, Shipment, "voyage-to-wonsan")
    assert set(voyage.item_ids) <= set(exemption.covers_ids)
    assert exemption.valid is not None
    assert exemption.valid.edtf == "2025-05/2026-02"
    assert exemption.conditions is not None


def test_contested_transfer_has_two_attributions(dossier: Dossier) -> None:
    """What one claims and another denies is one record; the denial and the retraction name what they are about."""
    diesel = get(dossier, Transfer, "diesel-at-sea")
    assert [each.modality for each in diesel.attributions] == ["claimed", "denied"]
    assert tuple(get(dossier, Statement, "hjalparhofn-denies").denies_ids) == ("diesel-at-sea",)
    assert tuple(get(dossier, Statement, "station-withdraws").retracts_ids) == ("diesel-broadcast",)
    assert get(dossier, Source, "diesel-broadcast").status == "withdrawn"


def test_former_name_ends_with_its_use(dossier: Dossier) -> None:
    """The ship's former name is valid until 1999."""
    names = {name.text: name for name in get(dossier, Item, "dyrfinna").names}
    former = names["Fagranes"]
    assert former.kind == "former"
    assert former.valid is not None
    assert former.valid.edtf == "../1999"


def test_hedge_covers_the_worth_alone(dossier: Dossier) -> None:
    """The worth of the equipment is reported, a range in euros; that there is equipment is asserted."""
    equipment = get(dossier, Item, "x-ray-equipment")
    (worth,) = equipment.values
    assert (worth.minimum, worth.maximum, worth.comparator) == ("200000", "250000", "between")
    assert worth.currency == "EUR"
    assert [(each.modality, tuple(each.covers)) for each in equipment.attributions] == [
        ("asserted", ()),
        ("reported", ("/values",)),
    ]
