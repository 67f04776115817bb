"""Periods: what they tell of many times is what the times tell one by one."""

from hypothesis import example, given
from hypothesis import strategies as st

from newsevents import (
    Dossier,
    Gift,
    Occurrence,
    Organization,
    Party,
    Person,
    Source,
    State,
    Vote,
    When,
    check,
)
from newsevents.rules._period import Need, Periods, Rooms, Row

_WRITINGS = """
2018 2019 2020 2019-03 2019-03-05 2019-03-06 2019~ 2019-24 201X 2018/2019 2020/2018 2018/.. ../2019 2019/ /2019
2018?/2019 2019/2020~ 2019-03-05T10:00 2019-03-05T10:00:30 2020-01-01T00:00 2019-03-05T11:00Z 2019-03-05T23:30-05:00
2019-03-06T00:30+09:00 2019-03-05T11:00:10Z 2019-21/2019-23 2019-03-07T00:00+14:00
0001-01-01T00:00+14:00 9999-12-31T23:59-12:00
"""
_EDTF = st.sampled_from(_WRITINGS.split())
TIMES = st.one_of(_EDTF.map(lambda edtf: When(edtf=edtf)), st.just(When(text="then")))


@given(st.lists(st.one_of(TIMES, st.none()), min_size=1, max_size=6), TIMES)
@example([When(edtf="2019-03-05T11:00Z"), When(edtf="2020")], When(edtf="2020"))
@example([When(edtf="2019-03-05T11:00Z"), When(edtf="2019-03-05T11:00:10Z")], When(edtf="2020"))
@example([When(edtf="2019/.."), When(edtf="2019")], When(edtf="2018"))
@example([When(edtf="2019"), None], When(edtf="2020"))
@example([When(edtf="2019")], When(edtf="2019"))
def test_before_and_after(times: list[When | None], when: When) -> None:
    """All of them are, or it is not certain."""
    periods = Periods(times)
    assert periods.before(when) is all(time is not None and time.certainly_before(when) for time in times)
    assert periods.after(when) is all(time is not None and when.certainly_before(time) for time in times)


@given(st.lists(st.one_of(TIMES, st.none()), max_size=6), st.lists(_EDTF, min_size=1, max_size=6))
@example([None], ["2019"])
@example([When(edtf="2019")], ["2018", "2020"])
def test_one_within(times: list[When | None], others: list[str]) -> None:
    """One that is neither before all of the others nor after all of them."""
    told = [When(edtf=edtf) for edtf in others]
    expected = any(
        time is None
        or not (all(time.certainly_before(each) for each in told) or all(each.certainly_before(time) for each in told))
        for time in times
    )
    assert Periods(times).has_one_within(Periods(told)) is expected


@given(st.lists(st.one_of(TIMES, st.none()), max_size=6), st.lists(st.one_of(TIMES, st.none()), max_size=6))
@example([When(edtf="2019-03-05T10:00")], [When(edtf="2019-03-05T10:00:30")])
@example([When(edtf="2018")], [When(edtf="2019")])
@example([When(edtf="2018")], [])
@example([When(edtf="2018")], [None])
def test_one_at(times: list[When | None], others: list[When | None]) -> None:
    """One of which it is not certain that it is before or after one of the others; of what is unknown it never is."""
    expected = any(
        time is None or other is None or not (time.certainly_before(other) or other.certainly_before(time))
        for time in times
        for other in others
    )
    if times and others:
        assert Periods(times).has_one_at(Periods(others)) is expected
    assert Periods(times).is_empty is (not times)


@given(st.lists(st.one_of(TIMES, st.none()), max_size=6), st.lists(_EDTF, max_size=3))
@example([When(edtf="2019-24"), None], ["2019-24"])
@example([When(edtf="2019-03-05T10:00")], ["2019-03-05T10:00:30"])
@example([When(edtf="2019")], ["2019-03", "2019-03-05"])
@example([When(edtf="2019"), When(edtf="2018/..")], ["2020"])
@example([When(edtf="2019")], ["2018"])
@example([When(edtf="2019")], [])
@example([None], ["2018"])
@example([When(edtf="2019-03-05T11:00Z"), When(edtf="2019-03-05T10:00")], ["2019-03-05T10:00"])
@example([When(edtf="2018/2019-06")], ["2018-12", "2019", "2019-03"])
@example([When(edtf="2012/2040")], ["2015/2030", "201X"])
def test_room(times: list[When | None], others: list[str]) -> None:
    """One that contains all of the others."""
    told = [When(edtf=edtf) for edtf in others]
    need, rooms = Need.of(told), Rooms(times)
    expected = bool(told) and any(time is not None and all(map(time.contains, told)) for time in times)
    assert (need is not None and rooms.have_room(need)) is expected
    assert rooms.has_untold is (None in times)


@given(st.lists(st.integers(0, 9)), st.integers(0, 9))
@example([3, 1, 2], 2)
def test_what_something_holds_of_stays_in_order(numbers: list[int], most: int) -> None:
    """And is found one by one."""
    row = Row(numbers, min)
    assert len(row) == len(numbers)
    assert [*row.where(lambda least: least <= most)] == [number for number in numbers if number <= most]


def test_the_first_in_a_row_is_found_without_a_look_at_the_others() -> None:
    """However far back it stands."""
    asked: list[int] = []

    def is_late(most: int) -> bool:
        asked.append(most)
        return most >= 1000

    assert next(Row(range(1024), max).where(is_late)) == 1000
    assert len(asked) <= 2 * 11


def test_one_who_acts_twice_is_judged_twice() -> None:
    """What is known of an actor is kept from one act to the next."""
    role = {"title": "Minister", "office": "minister", "during": {"edtf": "2001"}}
    minister = Person.model_validate({"type": "person", "id": "p", "is_anonymous": True, "roles": [role]})
    state = State(id="r", country="DE")
    official, unsaid = Party(actor_id="p", capacity="official"), Party(actor_id="p")
    gifts = [
        Gift(id=f"g{at}", when=When(edtf=year), givers=[official], recipients=[unsaid], item_ids=["i"])
        for at, year in enumerate(["2001", "2003", "2001", "2003"])
    ]
    council = Organization(id="c", names=[{"text": "Council"}], identifiers={"registry": "un-security-council"})
    votes = [Vote(id=f"v{at}", motion="m", body_id="c", against_ids=["r"], veto_ids=["r"]) for at in range(2)]
    found = check(
        Dossier(id="d", records=[minister, state, *gifts, council, *votes]), select=["NE209", "NE404", "NE609"]
    )
    told = [(finding.code, finding.record_id) for finding in found]
    assert told == [
        ("NE404", "g0"),
        ("NE209", "g1"),
        ("NE404", "g2"),
        ("NE209", "g3"),
        ("NE609", "v0"),
        ("NE609", "v1"),
    ]


def test_hedges_are_carried_by_spans_together() -> None:
    """Spans that overlap carry what stands in either of them, and nothing else."""
    text = "It allegedly was reportedly sold, apparently."
    source = Source(id="s", form="article", title="T", text=text)
    carried = [{"start": 0, "end": 27}, {"start": 13, "end": 33}]
    told = [
        {"source_id": "s", "modality": "alleged", "spans": carried},
        {"source_id": "s", "spans": [{"start": 0, "end": 33}]},
        {"source_id": "s", "spans": [{"start": 0, "end": len(text)}]},
    ]
    event = Occurrence.model_validate({"type": "occurrence", "id": "e", "form": "test", "attributions": told})
    (finding,) = check(Dossier(id="d", records=[source, event]), select=["NE307"])
    assert finding.pointer == "/records/1/attributions/2"
    assert "'apparently'" in finding.message
