"""NE2, presence: corners and messages that the corpus does not show."""

import pytest

from newsevents import (
    Age,
    Dossier,
    Gift,
    Item,
    Occurrence,
    Party,
    Person,
    Place,
    Role,
    SanctionsAssessment,
    Shipment,
    State,
    When,
)
from newsevents.findings import Finding
from newsevents.parts.flag import Flag
from newsevents.parts.leg import Leg
from newsevents.records._record import Event, Record
from newsevents.rules import _presence, check
from newsevents.rules._act import times_of


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


def person(**fields: object) -> Person:
    """Return an unnamed person."""
    return Person.model_validate({"type": "person", "id": "p", "is_anonymous": True, **fields})


@pytest.mark.parametrize(
    ("birth", "years", "told"),
    [
        ("1984-01-08", 40, None),
        ("1984-03-17", 39, None),
        ("1984-03-17", 40, "at most 39"),
        ("1984-03-16", 39, "at least 40"),
        ("1984", 39, None),
        ("1984", 41, "at most 40"),
        ("1983/1984", 41, None),
        ("../1984", 60, None),
        ("../1984", 20, "at least 39"),
        ("1984/..", 60, "at most 40"),
        ("1984~", 12, None),
        ("2030", 0, "at most -6"),
    ],
)
def test_ages(birth: str, years: int, told: str | None) -> None:
    """On 16 March 2024; an age is full years."""
    age = Age(years=years, as_of="2024-03-16")
    messages = [each.message for each in found("NE207", person(birth={"edtf": birth}, age=age))]
    assert len(messages) == (told is not None)
    assert all(str(told) in message for message in messages)


def test_an_age_without_a_birth_proves_nothing() -> None:
    """Nor does a birth in words."""
    age = Age(years=40, as_of="2024-03-16")
    assert found("NE207", person(age=age), person(age=age, birth={"text": "in the war"})) == []


def test_who_takes_part_twice_is_reported_once() -> None:
    """As participant and as visitor; and the message says when death came."""
    meeting = {"form": "talks", "participant_ids": ["p", "q"], "visitor_ids": ["p"], "when": {"edtf": "2024"}}
    record = Dossier(id="d", records=[{"type": "meeting", "id": "m", **meeting}]).records[0]
    (finding,) = found("NE208", person(death={"edtf": "2011-12-17"}), record)
    assert finding.pointer == "/records/1/participant_ids/0"
    assert finding.message.startswith("'p' died 2011-12-17, before this of 2024;")


def test_a_shipment_without_a_time_has_that_of_its_legs() -> None:
    """Each of them must be after the death."""
    legs = [Leg(departed=When(edtf="2012"), arrived=When(edtf="2013"))]
    shipment = Shipment(id="x", item_ids=["i"], consignor_id="p", legs=legs)
    assert len(found("NE208", person(death={"edtf": "2011"}), shipment)) == 1
    assert found("NE208", person(death={"edtf": "2012"}), shipment) == []


def test_an_act_without_a_time() -> None:
    """It may have been at any."""
    record = SanctionsAssessment(id="a", assessor_ids=["p"], subject_ids=["q"], finding="violation")
    assert found("NE208", person(birth={"edtf": "1984"}, death={"edtf": "2011"}), record) == []


def test_an_assessor_who_was_dead() -> None:
    """Assessing is an act, being assessed is none."""
    record = SanctionsAssessment(
        id="a", assessor_ids=["p"], subject_ids=["q"], finding="violation", when=When(edtf="2024")
    )
    dead = person(death={"edtf": "2011"})
    assert len(found("NE208", dead, record)) == 1
    assert found("NE208", dead.model_copy(update={"id": "q"}), record) == []


@pytest.mark.parametrize(
    ("roles", "is_fault"),
    [
        ([], False),
        ([Role(title="Mayor")], False),
        ([Role(title="Mayor", during=When(edtf="2015/2019"))], True),
        ([Role(title="Mayor", during=When(edtf="2025/.."))], True),
        ([Role(title="Mayor", during=When(edtf="2015/2019")), Role(title="Envoy", during=When(edtf="2024"))], False),
        ([Role(title="Mayor", during=When(text="for years"))], False),
    ],
)
def test_offices(roles: list[Role], *, is_fault: bool) -> None:
    """Every role must certainly have ended or not begun; without one nothing is known."""
    gift = Gift(
        id="g",
        givers=[Party(actor_id="p", capacity="official"), Party(actor_id="q", capacity="official")],
        recipients=[Party(actor_id="p")],
        item_ids=["i"],
        when=When(edtf="2024-05"),
    )
    assert bool(found("NE209", person(roles=roles), gift)) is is_fault
    assert found("NE209", person(roles=roles), gift.model_copy(update={"when": None})) == []


@pytest.mark.parametrize(
    ("place", "when", "pointer"),
    [
        (Place(name="Moscow", country="SUHH"), "1980", None),
        (Place(name="Moscow", country="SUHH"), "1991/2001", None),
        (Place(name="Moscow", country="SUHH"), "2001?", None),
        (Place(name="Moscow", country="SUHH"), "2001/..", "/country"),
        (Place(name="Moscow", country="RU"), "../1980", "/country"),
        (Place(name="Belgrade", country="CSXX"), "2000/2010", None),
        (Place(name="Kinshasa", country="CD"), "1980", "/country"),
        (Place(name="Kinshasa", country="CD"), "1960", None),
        (Place(name="Soviet Union", country="RU"), "2001", "/name"),
        (Place(name="the USSR"), "2001", "/name"),
        (Place(name="Soviet Union", precision="city"), "2001", None),
        (Place(name="Zaire", country="AO"), "2001", None),
        (Place(name="Kazakhstan"), "1980", None),
        (Place(name="Burma"), "2010", None),
        (Place(name="East Timor"), "1999", None),
        (Place(name="Congo"), "2010", None),
        (Place(name="by the sea, " * 20 + "a town"), "2010", None),
    ],
)
def test_countries_of_places(place: Place, when: str, pointer: str | None) -> None:
    """A code was certainly not in use; a name certainly no more."""
    event = Occurrence(id="e", form="test", when=When(edtf=when), place=place)
    assert [each.pointer for each in found("NE210", event)] == ([f"/records/0/place{pointer}"] if pointer else [])


def test_a_part_has_its_own_time() -> None:
    """A leg's place is that of its own time, where it has one."""
    old, new = Place(name="Leningrad", country="SUHH"), Place(name="Helsinki", country="FI")
    legs = [
        Leg(origin=old, destination=new, departed=When(edtf="1990")),
        Leg(origin=old, destination=new),
        Leg(origin=old, destination=new, departed=When(text="later")),
    ]
    shipment = Shipment(id="x", item_ids=["i"], legs=legs, when=When(edtf="1993"))
    assert [each.pointer for each in found("NE210", shipment)] == [
        "/records/0/legs/1/origin/country",
        "/records/0/legs/2/origin/country",
    ]


def test_a_state_is_reported_where_the_fault_is() -> None:
    """On the state if it is out of its time everywhere, else on the events of another time."""
    state = State(id="s", country="SUHH")
    events = [
        Occurrence(id=f"e{year}", form="test", agent_ids=["s"], when=When(edtf=year)) for year in ("1985", "2001")
    ]
    (late,) = found("NE210", state, *events)
    assert (late.pointer, late.related) == ("/records/2/agent_ids/0", ("s",))
    (only,) = found("NE210", state, events[1], Occurrence(id="e", form="test", agent_ids=["s"]))
    assert (only.pointer, only.related) == ("/records/0/country", ("e2001",))
    assert "write RU, UA, BY" in only.message


def test_nationalities_and_lives() -> None:
    """Who was born after a country ended was none of its nationals, nor who died before it began."""
    assert found("NE210", person(nationalities=["SUHH", "RU"], birth={"edtf": "1975"})) == []
    late = found("NE210", person(nationalities=["RU", "SUHH"], birth={"edtf": "1995"}))
    early = found("NE210", person(nationalities=["RU"], death={"edtf": "1980"}))
    assert [each.pointer for each in (*late, *early)] == ["/records/0/nationalities/1", "/records/0/nationalities/0"]


def test_nationals_of_a_country_gone() -> None:
    """Somebody who acts is reported once, and not where another nationality holds, nor in death."""
    events = [
        Occurrence(id=f"e{year}", form="test", agent_ids=["p"], when=When(edtf=year)) for year in ("2001", "2002")
    ]
    (finding,) = found("NE210", person(nationalities=["SUHH"]), *events)
    assert (finding.pointer, finding.related) == ("/records/0/nationalities/0", ("e2001",))
    assert found("NE210", person(nationalities=["SUHH", "DE"]), *events) == []
    assert found("NE210", person(nationalities=["SUHH"], death={"edtf": "1990"}), *events) == []


def test_flags_and_roles_have_times_of_their_own() -> None:
    """Without one nothing is known."""
    flags = [Flag(country="SUHH"), Flag(country="SUHH", during=When(edtf="2001"))]
    role = Role(title="Envoy", country="SUHH", during=When(edtf="1985/1990"))
    records = [Item(id="i", description="A ship", flags=flags), person(roles=[role, Role(title="Envoy", country="RU")])]
    assert [each.pointer for each in found("NE210", *records)] == ["/records/0/flags/1/country"]


def test_the_times_of_a_whole_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many places a shipment has that ask for them: the work grows with the dossier, and no faster."""
    asked: list[str] = []

    def counted(event: Event) -> list[When]:
        asked.append(event.id)
        return times_of(event)

    monkeypatch.setattr(_presence, "times_of", counted)
    legs = [Leg(destination=Place(name="Odesa", country="SUHH")) for _ in range(20)]
    assert len(found("NE210", Shipment(id="s", item_ids=["i"], legs=legs, when=When(edtf="2001")))) == len(legs)
    assert asked == ["s"]


def test_of_many_roles_the_first_ones_are_told() -> None:
    """A message is no longer the more of them there are."""
    roles = [{"title": "Mayor", "during": {"edtf": f"{year}"}} for year in range(2001, 2010)]
    gift = Gift(
        id="g",
        when=When(edtf="2023"),
        givers=[Party(actor_id="p", capacity="official")],
        recipients=[Party(actor_id="q")],
        item_ids=["i"],
    )
    (finding,) = found("NE209", person(roles=roles), gift)
    assert "roles were held 2001, 2002, 2003, 2004, 2005, …; correct" in finding.message
