"""Messages and corners of the rules on evidence."""

import hashlib
from typing import Any

import pytest

from newsevents import Dossier, Name, Organization, Quotation, Source, Span, State, Statement
from newsevents.rules import check
from newsevents.rules._hedge import HEDGES, hedges_in
from newsevents.rules._rule import RULES

TEXT = "🚢 “We will not sell what we may need tomorrow,” she said. Off the table. Off the table."


def messages(code: str, *records: Any, **options: Any) -> list[str]:
    """Return what a rule says about records."""
    return [finding.message for finding in check(Dossier(id="d", records=records), select=[code], **options)]


def source(text: str | None = TEXT, **fields: Any) -> Source:
    """Return a source."""
    return Source(id="s", title="T", form="wire", text=text, **fields)


def said(*quotations: Quotation, id: str = "st", speakers: tuple[str, ...] = ("a",), **fields: Any) -> Statement:
    """Return a statement."""
    return Statement(id=id, speaker_ids=speakers, acts=["assert"], quotations=quotations, **fields)


def quote(text: str, start: int | None = None, end: int | None = None) -> Quotation:
    """Return a quotation."""
    span = None if start is None or end is None else Span(start=start, end=end)
    return Quotation(text=text, source_id="s", span=span)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (
            quote("We will not sell", 4, 20),
            "at characters 3 to 19; spans count Unicode code points, not units of UTF-16",
        ),
        (
            quote("We will not sell", 6, 22),
            '"will not sell wh" at characters 6 to 22; they stand at characters 3 to 19',
        ),
        (quote("Off the table", 0, 5), "they stand first at characters"),
        (quote("We shall not sell what we may need", 3, 9), '3 to 36: it has "will" where the quotation has "shall"'),
        (quote("Nobody knows", 3, 9), "nothing in the source is like them"),
    ],
)
def test_a_quotation_that_is_not_there_is_told_where_it_is(quotation: Quotation, expected: str) -> None:
    """Where the words do stand, else what is nearest and what differs."""
    (message,) = messages("NE301", source(), said(quotation))
    assert expected in message
    assert message.endswith(expected) or "first" in expected or "like" in expected


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("\ufeffA\nb", "without the byte order mark"),
        ("A\r\nb", "line breaks of Unix"),
        (" A\nb\n", "without white space around it"),
        ("other", "give the version that was read"),
    ],
)
def test_another_text_is_told_how_it_would_be_the_right_one(given: str, advice: str) -> None:
    """What programs do to texts is recognized."""
    record = source(None, text_sha256=hashlib.sha256(b"A\nb").hexdigest())
    (message,) = messages("NE304", record, texts={"s": given})
    assert advice in message
    assert messages("NE304", record, texts={"s": "A\nb"}) == []


def test_two_who_speak_together_are_reported_once() -> None:
    """However many speakers two quotations share; and once, however many quotations are alike."""
    first, second = quote("a clear proof of the friendship"), quote("clear evidence of the friendship")
    assert len(messages("NE303", said(first, second, speakers=("a", "b")))) == 1
    assert len(messages("NE303", said(first, second, quote("a clear sign of the friendship")))) == 2


@pytest.mark.parametrize(
    "texts",
    [
        ("we will, not sell", "Indeed: we will not sell it"),
        ("They will never sell this harbor", "One will of the never had that"),
        ("off the table", "off a table"),
    ],
)
def test_what_is_not_nearly_alike(texts: tuple[str, str]) -> None:
    """Words within other words, other words, and too few of them."""
    assert messages("NE303", said(*map(quote, texts))) == []


def test_a_turn_of_phrase_does_not_make_quotations_alike() -> None:
    """What is in so many quotations is compared with the first of them only."""
    many = [quote(f"we will word{n} another{n} thing{n} too{n}") for n in range(50)]
    assert messages("NE303", said(*many)) == []


def test_a_copy_is_found_between_quotes_and_names() -> None:
    """A quote or a name cuts a row of words; what is left counts."""
    text = (
        "Seen by all were the ships of the northern line at the old pier. "
        "She left the grey harbor at night without any lights."
    )
    name = Organization(id="o", names=[Name(text="the ships of the northern line"), Name(text="Line")])

    def copied(note: str, *others: Any) -> list[str]:
        return messages("NE310", source(text), State(id="kp", country="KP", note=note), *others)

    assert len(copied("“No.” She left the grey harbor at night without any lights.")) == 1
    assert copied("She left the grey harbor “at night” without any lights.") == []
    assert copied("She left the grey harbor at “night”. And then it was all dark at sea again.") == []
    assert len(copied("All were the ships of the northern line at the old pier.")) == 1
    assert copied("All were the ships of the northern line at the old pier.", name) == []
    assert copied("Too short.") == []


def test_a_copy_in_many_notes_is_reported_in_each() -> None:
    """The same note is compared once; a turn of phrase that stands in many different notes costs no more."""
    text = "She left the grey harbor at night without any lights on her deck."
    same = [
        State(id=f"s-{n}", country="KP", note="She left the grey harbor at night without lights") for n in range(40)
    ]
    assert len(messages("NE310", source(text), *same)) == 40
    other = [State(id=f"s-{n}", country="KP", note=f"She left the grey w{n} x y z {n}") for n in range(40)]
    assert messages("NE310", source(text), *other) == []


@pytest.mark.parametrize(
    ("note", "is_copied"),
    [
        ("She left the grey harbor at night “without any lights.", True),
        ("“She left the grey harbor at night without any lights.”", False),
        ("„She left the grey harbor at night without any lights“ and «so on", False),
        ("“No.” „She left the grey harbor at night without any lights“", False),
        ('„She left the grey harbor at night without any lights"', False),
        ("No: ”She left the grey harbor at night without any lights”", False),
        ("(»She left the grey harbor at night without any lights«)", False),
        ("『She left the grey harbor at night without any lights』", False),
        ("« No » she left the grey harbor at night without any lights « or »", True),
        ("“No,” she left the grey harbor at night without any lights ”so on", True),
        ("‘She left the grey harbor at night without any lights’", False),
        ("It said 'She left the grey harbor at night without any lights'", False),
        ("„She left „the grey harbor at night without any lights", True),
        ("« 「 “ She left the grey harbor at night without any lights „", True),
    ],
)
def test_what_nothing_closes_is_no_quote(note: str, is_copied: bool) -> None:
    """A mark that opens counts only with one that closes, which may be one that opens elsewhere."""
    text = "She left the grey harbor at night without any lights."
    found = messages("NE310", source(text), State(id="kp", country="KP", note=note))
    assert bool(found) is is_copied


def test_notes_are_compared_up_to_so_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after them costs nothing, in one note or in all of them."""
    text = "She left the grey harbor at night without any lights."
    notes = [State(id=f"s-{n}", country="KP", note=f"N{n}: {text}") for n in range(3)]
    monkeypatch.setattr("newsevents.rules.wording._MOST_WORDS", 25)
    assert len(messages("NE310", source(text), *notes)) == 2
    monkeypatch.setattr("newsevents.rules.wording._MOST_WORDS", 8)
    assert messages("NE310", source(text), *notes) == []


def test_hedges_are_documented() -> None:
    """Every hedge of the table is named where the rule is explained, and is found."""
    for hedge in HEDGES:
        assert hedge in RULES["NE307"].doc
        assert [found.words for found in hedges_in(f"It is {hedge} be so", "s")] == [hedge]


@pytest.mark.parametrize("words", ["said to", "thought to"])
@pytest.mark.parametrize(
    "text",
    [
        *("a ship {} be his", "the men, {} have fled", "it was long {} be his", "a ship {} belong to him"),
        *("troops {} number 500", "oil {} originate in Iran", "assets {} total $5m", "a fleet {} comprise 20 ships"),
    ],
)
def test_what_is_a_hedge_without_a_speaker(text: str, words: str) -> None:
    """Nobody says it, or somebody who is not named."""
    assert [found.words for found in hedges_in(text.format(words), "s")] == [words]


@pytest.mark.parametrize(
    "text",
    [
        *("suspected of being a spy", "suspected to be a spy", "he suspected the spy", "a suspected arms deal"),
        *("a suspected transfer of coal", "a suspected ship-to-ship transfer", "two suspected North Korean tankers"),
        *("a suspected terrorist attack", "a suspected rebel raid", "a suspected Chinese spy balloon"),
    ],
)
def test_what_is_suspected_and_no_person(text: str) -> None:
    """A deed, or that somebody is something."""
    assert [found.words for found in hedges_in(text, "s")] == ["suspected"]


@pytest.mark.parametrize(
    "text",
    [
        *("she said to reporters", "he thought to himself", "he believed in it", "a suspected smuggler"),
        *("a suspected Russian spy", "two suspected North Korean state-backed hackers"),
        *("he said to be", "I said to be", "they thought to be", "we said to have", "you said to be", "who said to be"),
        *("as she thought to have", "they said to be ready", "nobody thought to ask", "the guards said to carry on"),
    ],
)
def test_what_is_no_hedge(text: str) -> None:
    """The same words in another use."""
    assert hedges_in(text, "s") == []
