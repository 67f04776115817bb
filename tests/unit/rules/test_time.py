"""NE2, times: corners and messages that the corpus does not show."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents import Attribution, Dossier, Leg, Occurrence, Person, Role, Shipment, Source, Statement, Transfer, When
from newsevents.findings import Finding
from newsevents.parts.status import StatusChange
from newsevents.records._record import Record
from newsevents.rules import check
from newsevents.rules._told import Told
from newsevents.rules._words import days_of, other_time


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


def source(published: str | None, id: str = "s") -> Source:
    """Return a source."""
    return Source(id=id, title="T", form="wire", published=None if published is None else When(edtf=published))


def event(when: When, *attributions: Attribution, id: str = "e") -> Occurrence:
    """Return an event, told in the source `s` unless otherwise said."""
    return Occurrence(id=id, form="test", when=when, attributions=attributions or [Attribution(source_id="s")])


def saying(text: str, edtf: str, published: str | None = "2024-03-16", **more: str) -> list[str]:
    """Return the messages about words and a value beside them."""
    when = When.model_validate({"text": text, "edtf": edtf, **more})
    return [finding.message for finding in found("NE205", source(published), event(when))]


# --- order ------------------------------------------------------------------------------------------------------------


def leg(departed: str | None, arrived: str | None, **more: str) -> Leg:
    """Return a leg."""
    ends = {"departed": departed and {"edtf": departed}, "arrived": arrived and {"edtf": arrived}}
    return Leg.model_validate({**ends, **more})


@pytest.mark.parametrize(
    ("departed", "arrived", "mode", "is_fault"),
    [
        ("2024-03-16", "2024-03-15", "sea", True),
        ("2024-03-16", "2024-03-15", "air", False),
        ("2024-03-16", "2024-03-14", "air", True),
        ("2024-03-16", "../2024-03-15", "air", False),
        ("2024-03", "2024-03-15", "sea", False),
    ],
)
def test_a_leg_by_air_may_gain_a_day(departed: str, arrived: str, mode: str, *, is_fault: bool) -> None:
    """Over the date line one arrives on the day before, and never on the one before that."""
    shipment = Shipment(id="x", item_ids=["i"], legs=[leg(departed, arrived, mode=mode)])
    assert bool(found("NE201", shipment)) is is_fault


def test_what_follows_a_misplaced_entry_is_compared_with_that() -> None:
    """One wrong date is one finding, whichever of the two it is."""
    dates = ["2024-01", "2024-09", "2024-02", "2024-03", None]
    steps = [StatusChange(status="offered", when=date and When(edtf=date)) for date in dates]
    transfer = Transfer(id="t", mode="sale", item_ids=["i"], status_history=steps)
    assert [each.pointer for each in found("NE202", transfer)] == ["/records/0/status_history/2/when"]


def test_a_leg_that_ends_before_it_starts_is_that_alone() -> None:
    """It is compared with no other leg."""
    legs = [leg("2024-01-02", "2024-01-09"), leg("2024-06-01", "2024-01-20"), leg("2024-01-21", None)]
    shipment = Shipment(id="x", item_ids=["i"], legs=legs)
    assert found("NE202", shipment) == []
    assert len(found("NE201", shipment)) == 1


def test_a_statement_answers_what_was_said() -> None:
    """It may come before an event that it speaks of, and before what has no time, but not before a statement."""
    answer = Statement(id="a", speaker_ids=["p"], acts=["deny"], when=When(edtf="2024-01"), responds_to_id="e")
    assert found("NE202", answer, event(When(edtf="2024-02"))) == []
    said = Statement(id="e", speaker_ids=["p"], acts=["assert"], when=When(edtf="2024-02"))
    assert [each.related for each in found("NE202", answer, said)] == [("e",)]
    assert found("NE202", answer, Statement(id="e", speaker_ids=["p"], acts=["assert"])) == []


# --- told as past -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attribution", "is_fault"),
    [
        ({}, True),
        ({"modality": "alleged"}, True),
        ({"modality": "predicted"}, False),
        ({"modality": "hypothetical"}, False),
        ({"modality": "denied"}, False),
        ({"statement_id": "promise"}, False),
        ({"statement_id": "claim"}, True),
        ({"statement_id": "nobody"}, True),
    ],
)
def test_what_may_lie_ahead(attribution: dict[str, str], *, is_fault: bool) -> None:
    """Predictions, promises and denials do not tell of something as past."""
    told = Attribution.model_validate({"source_id": "s", **attribution})
    statements = [
        Statement(id="promise", speaker_ids=["p"], acts=["assert", "promise"]),
        Statement(id="claim", speaker_ids=["p"], acts=["assert"]),
    ]
    assert bool(found("NE203", source("2024-03-16"), *statements, event(When(edtf="2024-05"), told))) is is_fault


def test_every_source_must_be_earlier() -> None:
    """One that is later, or has no date, may tell of it."""
    when, both = When(edtf="2024-05"), [Attribution(source_id="s"), Attribution(source_id="t")]
    for other in ("2024-06", None):
        assert found("NE203", source("2024-03-16"), source(other, "t"), event(when, *both)) == []
    (finding,) = found("NE203", source("2024-03-16"), source("2024-04", "t"), event(when, *both))
    assert finding.related == ("s", "t")
    assert "2024-05 is after 2024-03-16, 2024-04" in finding.message


def test_a_value_that_its_words_contradict_is_that_alone() -> None:
    """Which of the two is wrong nobody knows, so the value is not held against its sources."""
    records = [source("2024-03-16"), event(When(edtf="2024-05", text="yesterday"))]
    assert found("NE203", *records) == []
    assert len(found("NE205", *records)) == 1


def test_when_it_was_said_is_not_after_its_own_source() -> None:
    """The time in an attribution is that attribution's own."""
    told = [Attribution(source_id="s", stated=When(edtf="2024-05")), Attribution(source_id="t")]
    records = [source("2024-03-16"), source("2024-06", "t"), event(When(edtf="2024-02"), *told)]
    assert [each.pointer for each in found("NE203", *records)] == ["/records/2/attributions/0/stated/edtf"]


def test_a_source_that_tells_of_itself() -> None:
    """It is not published after itself."""
    own = source("2024-03-16").model_copy(update={"attributions": (Attribution(source_id="s"),)})
    assert found("NE203", own) == []


@pytest.mark.parametrize(
    ("shipment", "is_fault"),
    [
        ({"status": "planned"}, False),
        ({"status": "delivered"}, True),
        ({"legs": [{"departed": {"edtf": "2024-05"}, "status": "planned"}]}, False),
        ({"legs": [{"departed": {"edtf": "2024-05"}, "status": "completed"}]}, True),
    ],
)
def test_a_plan_may_lie_ahead(shipment: dict[str, object], *, is_fault: bool) -> None:
    """A shipment or a leg says itself that it has not been yet."""
    when = {} if "legs" in shipment else {"when": {"edtf": "2024-05"}}
    attributions = [{"source_id": "s"}]
    record = Shipment.model_validate(
        {"type": "shipment", "id": "x", "item_ids": ["i"], "attributions": attributions, **when, **shipment}
    )
    assert bool(found("NE203", source("2024-03-16"), record)) is is_fault


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edtf", "published"),
    [
        ("On Friday", "2024-03-15", "2024-03-16"),
        ("On Friday", "2024-03-15T10:00+09:00", "2024-03-16"),
        ("On Friday", "2024-03", "2024-03-16"),
        ("On Friday", "2024-03-22", "2024-03-16"),
        ("On Friday", "2024-03-16?", "2024-03-16"),
        ("On Friday", "2024-03-20", None),
        ("On Friday", "2024-03-20", "2024-03"),
        ("On Friday", "2024-03-20", "2024-03-16~"),
        ("On Friday", "2024-03-20", "2024-03-01/.."),
        ("today", "2024-03-15", "2024-03-16T01:30Z"),
        ("in February", "2024-02-10/2024-02-20", "2024-03-16"),
        ("in April", "2024-04", "2024-03-16"),
        ("last September", "2023-09", "2024-03"),
        ("over the past year", "2023-03~/2024-03-16", "2024-03-16"),
        ("since 2018", "2018/..", "2024-03-16"),
        ("since 2018", "2018-05/2024", "2024-03-16"),
        ("since Friday", "2024-03-15/..", "2024-03-16"),
        ("until 1999", "../1999-06", "2024-03-16"),
        ("from 2017 to 2019", "2017-05/2019-02", "2024-03-16"),
        ("from early 2023 to late 2023", "2023-02/2023-11", "2024-03-16"),
        ("from March 2023 until now", "2023-03/2024-03-16", "2024-03-16"),
        ("in early 2023", "2023-02/2023-03", "2024-03-16"),
        ("since 2018", "2024/2019", "2024-03-16"),
        ("from last week to this week", "2024-03-05/2024-03-13", "2024-03-16"),
        ("last Friday", "2024-03-15", "2024-03-16"),
        ("last Friday", "2024-03-08", "2024-03-16"),
        ("vendredi dernier", "2024-03-08", "2024-03-16"),
        ("two weeks ago", "2024-02-28", "2024-03-16"),
        ("when the bridge fell", "2011", "2024-03-16"),
        ("03/04/2024", "2011", "2024-03-16"),
        ("2011", "2011", "2024-03-16"),
        ("24 février 2022", "2022-02", "2024-03-16"),
    ],
)
def test_words_and_values_that_may_agree(text: str, edtf: str, published: str | None) -> None:
    """Nothing is reported that is not certain."""
    assert saying(text, edtf, published) == []


@pytest.mark.parametrize(
    ("text", "edtf", "published", "said"),
    [
        ("On Friday", "2024-03-16", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("last Monday", "0001-02-01", "0001-01-07", "0001-01-01 when counted from 0001-01-07"),
        ("last Friday", "2024-03-01", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("On Friday", "2024-03-08", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("On Friday", "2024-03-01", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("On Friday", "2024-03-21", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("yesterday", "2024-03-17", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("yesterday", "9999-12-31", "2024-03-16", "2024-03-15 when counted from 2024-03-16"),
        ("today", "2024-03-13", "2024-03-16T01:30Z", "2024-03-16 when counted from 2024-03-16"),
        ("in February", "2024-03", "2024-03-16", "2024-02 when counted from 2024-03-16"),
        ("last September", "2022-09", "2024-03", "2023-09 when counted from 2024-03-01/2024-03-31"),
        ("since 2018", "2019/..", "2024-03-16", "2018/.."),
        ("since 2018", "2017/2024", "2024-03-16", "2018/.."),
        ("since Friday", "2024-03-16/..", "2024-03-16", "2024-03-15/.. when counted from 2024-03-16"),
        ("until 1999", "../2001", "2024-03-16", "../1999"),
        ("till 1999", "../2001", "2024-03-16", "../1999"),
        ("up to 1999", "../2001", "2024-03-16", "../1999"),
        ("up until 1999", "../2001", "2024-03-16", "../1999"),
        ("ever since 2018", "2019/..", "2024-03-16", "2018/.."),
        ("from 2017 to 2019", "2017/2020", "2024-03-16", "2017/2019"),
        ("between 2017 and 2019", "2016/2019", "2024-03-16", "2017/2019"),
        (
            "between September 7 and October 1",
            "2023-09-07/2023-11-01",
            "2024-02-27",
            "2023-09-07/2023-10-01 when counted from 2024-02-27",
        ),
        ("24 février 2022", "2022-02-25", "2024-03-16", "2022-02-24"),
    ],
)
def test_words_and_values_that_exclude_each_other(text: str, edtf: str, published: str, said: str) -> None:
    """The message names both, and the day from which relative words were counted, with a way out if it is another."""
    remedy = ", or name in anchor_id what the words count from" if "counted" in said else ""
    assert saying(text, edtf, published) == [
        f"{text!r} says {said}, and the value is {edtf}; correct the one that is wrong{remedy}"
    ]


@pytest.mark.parametrize(
    ("text", "calendar", "edtf", "says"),
    [
        ("Juche 113", "juche", "2024", None),
        ("Juche 113", "juche", "2023", "2024"),
        ("Juche 113", "minguo", "2023", None),
        ("Minguo 113", "minguo", "2023", "2024"),
        ("113", "minguo", "2023", None),
        ("Reiwa 6", "reiwa", "2023", "2024"),
        ("in 2023", "gregorian", "2024", "2023"),
        ("2567", "buddhist", "2024", None),
        ("2567", "buddhist", "2023", "2024"),
        ("2567", "buddhist", "2567", "2024"),
        ("5 March 2567", "buddhist", "2024-03-06", "2024-03-05"),
        ("29 February 2567", "buddhist", "2024-02-28", "2024-02-29"),
        ("29 February 2568", "buddhist", "2024-02-28", None),
        ("2566/2567", "buddhist", "2025", "2023/2024"),
        ("since 2561", "buddhist", "2017/..", "2018/.."),
        ("2484", "buddhist", "1942", "1941"),
        ("2483", "buddhist", "1942", None),
        ("the 2560s", "buddhist", "2024", None),
        ("25670305", "buddhist", "2024", None),
        ("on Friday", "buddhist", "2024-03-14", None),
        ("5784", "hebrew", "2023-09/2024-10", None),
        ("1 Farvardin 1403", "solar_hijri", "2024-03-20", None),
        ("1403-01-01", "solar_hijri", "2024-03-20", None),
        ("1445", "islamic", "2024", None),
        ("on Friday", "islamic", "2024-03-14", None),
        ("2567", "thai", "2023", None),
    ],
)
def test_words_of_another_calendar(text: str, calendar: str, edtf: str, says: str | None) -> None:
    """They are read where they name their era, or count Thailand's years as these are counted since 1941."""
    told = saying(text, edtf, calendar=calendar)
    assert [message.partition(", and")[0] for message in told] == ([] if says is None else [f"{text!r} says {says}"])


def test_words_count_from_their_anchor() -> None:
    """From the event or the other source that it names, and from nothing where that is not said or not there."""
    anchor = event(When(edtf="2019-05-06"), id="a")
    assert saying("yesterday", "2019-05-05", anchor="event") == []
    assert saying("yesterday", "2019-05-05", anchor="event", anchor_id="nobody") == []
    told = event(When(edtf="2019-05-05", text="yesterday", anchor_id="a"))
    assert found("NE205", source("2024-03-16"), anchor, told) == []
    told = event(When(edtf="2024-03-15", text="yesterday", anchor_id="a"))
    (finding,) = found("NE205", source("2024-03-16"), anchor, told)
    assert finding.message.endswith(", or name in anchor_id what the words count from if not 'a'")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("three days earlier", "2019-05-03"),
        ("Two days before", "2019-05-04"),
        ("a day previously", "2019-05-05"),
        ("ten days later", "2019-05-16"),
        ("one day after", "2019-05-07"),
        ("two days afterwards", "2019-05-08"),
        ("three days afterward", "2019-05-09"),
        ("the previous day", "2019-05-05"),
        ("on the preceding day", "2019-05-05"),
        ("The day before", "2019-05-05"),
        ("that same day", "2019-05-06"),
        ("on the same day", "2019-05-06"),
        ("the next day", "2019-05-07"),
        ("on the following day", "2019-05-07"),
        ("the day after", "2019-05-07"),
    ],
)
def test_words_that_count_from_an_event_alone(text: str, day: str) -> None:
    """Never from the report: without an event they say no time, and in a report without a date they lack an anchor."""
    anchor = event(When(edtf="2019-05-06"), id="a")
    for edtf, count in ((day, 0), ("2019-05-01", 1)):
        told = event(When(edtf=edtf, text=text, anchor_id="a"))
        assert len(found("NE205", source("2024-03-16"), anchor, told)) == count
    assert saying(text, "2019-05-01") == []
    assert len(found("NE204", source(None), event(When(edtf="2019-05-01", text=text)))) == 1


@pytest.mark.parametrize("text", ["earlier", "the day before yesterday", "a few days later", "days earlier"])
def test_words_that_count_vaguely(text: str) -> None:
    """They say no day, whatever they count from."""
    anchor = event(When(edtf="2019-05-06"), id="a")
    told = event(When(edtf="2001-01-01", text=text, anchor_id="a"))
    assert len(found("NE205", source("2024-03-16"), anchor, told)) == (text == "the day before yesterday")


def test_any_source_may_be_the_one_that_the_words_are_from() -> None:
    """Where two sources tell of it, one in which they fit is enough; so is one without a date."""
    both = [Attribution(source_id="s"), Attribution(source_id="t")]
    told = event(When(edtf="2024-03-15", text="yesterday"), *both)
    assert found("NE205", source("2024-03-16"), source("2024-03-20", "t"), told) == []
    assert found("NE205", source("2024-03-18"), source(None, "t"), told) == []
    assert len(found("NE205", source("2024-03-18"), source("2024-03-20", "t"), told)) == 1


def test_words_of_a_record_without_attributions() -> None:
    """Absolute ones say what they say; relative ones cannot be judged."""
    roles = [Role(title="Mayor", during=When(edtf="2016/..", text="since 2015"))]
    person = Person(id="p", is_anonymous=True, roles=roles, birth=When(edtf="1970", text="yesterday"))
    assert [each.pointer for each in found("NE205", person)] == ["/records/0/roles/0/during/edtf"]
    assert found("NE204", person) == []


def test_the_date_of_a_source_counts_from_nothing() -> None:
    """Whatever the source that cites it says of its own date."""
    cited = Source(
        id="c",
        title="C",
        form="wire",
        published=When(edtf="2024-03-01", text="yesterday"),
        attributions=[Attribution(source_id="s")],
    )
    assert found("NE205", source("2024-03-16"), cited) == []


@given(st.dates(), st.sampled_from(["on Friday", "yesterday", "in February", "last week", "since Friday", "this year"]))
def test_what_words_say_agrees_with_them(day: dt.date, text: str) -> None:
    """Whatever the day they count from."""
    near = [(day, day)]
    said = other_time(When(edtf="0001-01-01", text=text), near) or other_time(When(edtf="9999-12-31", text=text), near)
    if said is not None:
        assert other_time(When(edtf=said.edtf, text=text), near) is None


@pytest.mark.parametrize("edtf", ["0001-01-01T00:00Z", "9999-12-31T23:00Z"])
def test_a_moment_at_the_end_of_the_calendar_has_a_neighbor_less(edtf: str) -> None:
    """Its day depends on the zone, as far as there are days."""
    assert len(days_of(When(edtf=edtf))) == 2
    assert days_of(When(text="yesterday")) == []


# --- reports ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "published", "is_fault"),
    [
        ({"edtf": "2021"}, "2021", True),
        ({"edtf": "2021"}, "2021-05-07", True),
        ({"edtf": "2021"}, "2021-12/2022-01", False),
        ({"edtf": "2021"}, "2021/..", False),
        ({"edtf": "2021"}, None, False),
        ({"edtf": "2021", "text": "2021"}, "2021", True),
        ({"edtf": "2021", "text": "the 2021 report"}, "2021", True),
        ({"edtf": "2021", "text": "in 2021"}, "2021", False),
        ({"edtf": "2021", "text": "the year of the flood"}, "2021", False),
        ({"edtf": "2021", "text": "2564 (2021)", "calendar": "buddhist"}, "2021", False),
        ({"edtf": "2021", "text": "the 2021 report", "calendar": "gregorian"}, "2021", True),
        ({"edtf": "2021", "basis": "inferred"}, "2021", True),
        ({"edtf": "2021?"}, "2021", False),
        ({"text": "in that year"}, "2021", False),
    ],
)
def test_the_year_of_the_report(when: dict[str, str], published: str | None, *, is_fault: bool) -> None:
    """Only the bare year of the report itself, of which nobody says that it is the event's."""
    assert bool(found("NE206", source(published), event(When.model_validate(when)))) is is_fault


# --- who tells of what ------------------------------------------------------------------------------------------------


def test_the_closest_attribution_tells_of_a_part() -> None:
    """One that covers the part or some of it, else one of what holds the part, else those of the whole."""
    covers = {"whole": [], "legs": ["/legs"], "leg": ["/legs/0", "/legs/1/origin"], "time": ["/when/edtf"]}
    told = Told(
        Shipment(
            id="x",
            item_ids=["i"],
            attributions=[Attribution(source_id=id, covers=pointers) for id, pointers in covers.items()],
        )
    )
    for pointer, expected in {
        "/place": ["whole"],
        "/when": ["time"],
        "/legs/0": ["leg"],
        "/legs/0/departed": ["leg"],
        "/legs/1": ["leg"],
        "/legs/2/origin": ["legs"],
    }.items():
        assert [each.source_id for each in told.of(pointer)] == expected
    assert not Told(Shipment(id="x", item_ids=["i"])).of("/when")


def test_of_many_sources_the_first_ones_are_named() -> None:
    """A message is no longer the more of them there are."""
    told = [Attribution(source_id=f"s{at}") for at in range(9)]
    happened = event(When(edtf="2025", text="on Friday"), *told)
    (early,) = found("NE203", *(source("2024", f"s{at}") for at in range(9)), happened)
    assert "is after 2024, 2024, 2024, 2024, 2024, …, when" in early.message
    (loose,) = found("NE204", *(source(None, f"s{at}") for at in range(9)), happened)
    assert "s0, s1, s2, s3, s4, … has no published date" in loose.message
    assert early.related == loose.related == ("s0", "s1", "s2", "s3", "s4")


@pytest.mark.parametrize(("count", "is_fault"), [(100, True), (101, False)])
def test_words_that_count_from_very_many_days_say_nothing(count: int, *, is_fault: bool) -> None:
    """One of so many days may be the one that was meant."""
    first = dt.date(2024, 1, 1)
    days = [source((first + dt.timedelta(days=at)).isoformat(), f"s{at}") for at in range(count)]
    told = [Attribution(source_id=each.id) for each in days]
    assert bool(found("NE205", *days, event(When(edtf="1990", text="on Friday"), *told))) is is_fault
