"""NE6: votes and sanctions, where the corpus does not show the corner or the message."""

from collections.abc import Sequence
from typing import Any

import pytest

from newsevents import (
    Consideration,
    Dossier,
    Finding,
    Gift,
    Group,
    Item,
    Occurrence,
    Organization,
    Party,
    Person,
    Place,
    Relation,
    Role,
    SanctionsAction,
    SanctionsAssessment,
    Shipment,
    State,
    Transfer,
    Vote,
    check,
)
from newsevents.records._record import Event
from newsevents.rules import exemption as exemption_rule
from newsevents.rules._act import item_ids

FAMILY = ["NE6"]
RUSSIA = State(id="russia", country="RU")
KOREA = State(id="north-korea", country="KP")
CAR = Item(id="car", description="a car", hs_code="8703")


def gift(**fields: Any) -> Gift:
    """Return a gift of the car from Russia to North Korea, unless said otherwise."""
    given: dict[str, Any] = {
        "id": "gift",
        "givers": [Party(actor_id="russia")],
        "recipients": [Party(actor_id="north-korea")],
        "item_ids": ["car"],
        "when": "2024-02",
    }
    return Gift(**{**given, **fields})


def opinion(**fields: Any) -> SanctionsAssessment:
    """Return an assessment of the gift."""
    given: dict[str, Any] = {
        "id": "opinion",
        "assessor_ids": ["seoul"],
        "subject_ids": ["gift"],
        "provisions": ["S/RES/2397#7"],
        "finding": "violation",
    }
    return SanctionsAssessment(**{**given, **fields})


def found(*records: Any) -> list[Finding]:
    """Return what the family finds in these records."""
    return check(Dossier(id="d", records=records), select=FAMILY)


def codes(*records: Any) -> list[str]:
    """Return the codes of it."""
    return [finding.code for finding in found(*records)]


BACK = {"givers": [Party(actor_id="north-korea")], "recipients": [Party(actor_id="russia")]}


def test_messages_name_what_disagrees() -> None:
    """The provision, its day and the act; the country, and who should receive."""
    (early,) = found(RUSSIA, KOREA, CAR, gift(when="2015"), opinion())
    assert "S/RES/2397#7 (since 2017-12-22) was not yet in force at the time of gift" in early.message
    (maybe,) = found(RUSSIA, KOREA, CAR, gift(when="2017"), opinion())
    assert (maybe.level, early.level) == ("warning", "error")
    assert "may not yet have been in force" in maybe.message
    (back,) = found(RUSSIA, KOREA, CAR, gift(**BACK), opinion())
    assert "bans supply to North Korea, and nobody of North Korea receives in gift" in back.message
    assert back.related == ("gift",)


@pytest.mark.parametrize(
    ("item", "expected"),
    [(Item(id="car", description="wine", hs_code="2204"), ["NE605"]), (CAR, ["NE605"])],
)
def test_one_fault_is_one_finding(item: Item, expected: list[str]) -> None:
    """Of a provision that runs the other way nobody asks whether its goods fit."""
    assert codes(RUSSIA, KOREA, item, gift(**BACK), opinion(provisions=["S/RES/2397#7", "S/RES/2397#7"])) == expected


@pytest.mark.parametrize("when", ["../2018", "2016/..", "2018~", "2017-12-22", "2023"])
def test_times_that_prove_nothing(when: str) -> None:
    """Open on either side, approximate, or of the day itself."""
    assert codes(RUSSIA, KOREA, CAR, gift(when=when), opinion()) == []


def test_times_of_the_steps_of_a_gift_count_where_it_has_none() -> None:
    steps = [{"status": "delivered", "when": "2015-03"}]
    assert codes(RUSSIA, KOREA, CAR, gift(when=None, status_history=steps), opinion()) == ["NE604"]


def test_one_event_in_time_is_enough() -> None:
    """An assessment may be about several events."""
    early, late = gift(when="2015"), gift(id="second")
    assert codes(RUSSIA, KOREA, CAR, early, late, opinion(subject_ids=["gift", "second"])) == []


@pytest.mark.parametrize(
    "receiver",
    [
        Person(id="r", names=[{"text": "Ri"}], nationalities=["CN", "KP"]),
        Person(id="r", names=[{"text": "Ri"}], roles=[Role(title="envoy", country="KP")]),
        Person(id="r", names=[{"text": "Ri"}], roles=[Role(title="clerk", organization_id="party")]),
        Organization(id="r", names=[{"text": "Front"}], country="CN", parent_id="party"),
        Group(id="r", description="officials", country="KP"),
        Person(id="r", names=[{"text": "Nobody knows"}]),
    ],
    ids=["nationality", "role", "organization", "parent", "group", "unknown"],
)
def test_receivers_that_may_be_of_the_target(receiver: Any) -> None:
    """By whatever ties; of one of whom nothing is known, nothing is said."""
    party = Organization(id="party", names=[{"text": "Party"}], country="KP")
    given = gift(recipients=[Party(actor_id="r")])
    assert codes(RUSSIA, KOREA, CAR, party, receiver, given, opinion()) == []


@pytest.mark.parametrize(
    ("form", "subject", "object_", "expected"),
    [
        ("employed_by", "r", "north-korea", []),
        ("controls", "north-korea", "r", []),
        ("ally_of", "north-korea", "r", ["NE605"]),
    ],
)
def test_relations_that_make_a_receiver_one_of_the_target(
    form: str, subject: str, object_: str, expected: list[str]
) -> None:
    """Who is employed or controlled by it; an ally is not."""
    trader = Organization(id="r", names=[{"text": "Trader"}], country="CN")
    tie = Relation(id="tie", form=form, subject_id=subject, object_id=object_)
    given = gift(recipients=[Party(actor_id="r")])
    assert codes(RUSSIA, KOREA, CAR, trader, tie, given, opinion()) == expected


def test_ties_that_run_in_a_circle_end() -> None:
    one = Organization(id="one", names=[{"text": "One"}], country="KP", parent_id="two")
    two = Organization(id="two", names=[{"text": "Two"}], parent_id="one")
    assert codes(RUSSIA, CAR, one, two, gift(recipients=[Party(actor_id="two")]), opinion()) == []


def transfer(**fields: Any) -> Transfer:
    """Return a transfer of the car, under the id of the gift."""
    return Transfer(**{"id": "gift", "mode": "sale", "item_ids": ["car"], "when": "2024-02", **fields})


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (transfer(), []),
        (transfer(destination=Place(name="Pyongyang")), []),
        (transfer(destination=Place(name="Nowhere")), []),
        (transfer(destination=Place(name="Moscow", country="RU")), ["NE605"]),
        (transfer(beneficiary_ids=["north-korea"]), []),
        (transfer(**{**BACK, "mode": "barter"}), []),
        (transfer(**BACK, consideration=Consideration(text="a sum")), ["NE605"]),
        (transfer(**BACK, consideration=Consideration(item_ids=["car"])), []),
        (Shipment(id="gift", item_ids=["car"], consignee_id="russia", when="2024-02"), ["NE605"]),
        (Shipment(id="gift", item_ids=["car"], legs=[{"destination": {"name": "Rason", "country": "KP"}}]), []),
        (Occurrence(id="gift", form="use", item_ids=["car"], when="2024-02"), []),
    ],
)
def test_deliveries_that_may_reach_the_target(act: Any, expected: list[str]) -> None:
    """By receiver, beneficiary or place; in a barter the givers receive as well. What is no delivery tells nothing."""
    assert codes(RUSSIA, KOREA, CAR, act, opinion()) == expected


def test_a_shipment_is_judged_with_the_gift_that_it_carries_out() -> None:
    haul = Shipment(id="haul", item_ids=["car"], conveys_id="gift", consignee_id="russia", when="2024-02")
    assert codes(RUSSIA, KOREA, CAR, gift(), haul, opinion(subject_ids=["haul"])) == []
    assert codes(RUSSIA, KOREA, CAR, gift(**BACK), haul, opinion(subject_ids=["haul"])) == ["NE605"]
    # What it carries out may be no gift at all.
    stray = haul.model_copy(update={"conveys_id": "haul"})
    assert codes(RUSSIA, KOREA, CAR, stray, opinion(subject_ids=["haul"])) == ["NE605"]


def test_two_assessments_of_one_act() -> None:
    """They are judged alike, and each has its finding."""
    second = opinion(id="second")
    assert codes(RUSSIA, KOREA, CAR, gift(**BACK), opinion(), second) == ["NE605", "NE605"]
    respondents = [opinion(id=id, respondent_ids=["north-korea"]) for id in ("first", "second")]
    assert codes(RUSSIA, KOREA, CAR, gift(), *respondents) == ["NE607", "NE607"]


def test_items_that_are_assessed_themselves() -> None:
    """A missing one may be anything."""
    wine = Item(id="wine", description="wine", hs_code="2204")
    assert codes(wine, opinion(subject_ids=["wine"])) == ["NE606"]
    assert codes(wine, CAR, opinion(subject_ids=["wine", "car"])) == []
    assert codes(RUSSIA, KOREA, gift(), opinion()) == []


def test_a_respondent_without_duty() -> None:
    (finding,) = found(RUSSIA, KOREA, CAR, gift(), opinion(respondent_ids=["russia", "north-korea"]))
    assert (finding.code, finding.pointer) == ("NE607", "/records/4/respondent_ids/1")
    assert "to which S/RES/2397#7 bans supply" in finding.message
    # Of both countries, the person may be on the side that supplies.
    both = Person(id="p", names=[{"text": "Pak"}], nationalities=["KP", "RU"])
    assert codes(RUSSIA, KOREA, CAR, both, gift(), opinion(respondent_ids=["p", "unknown"])) == []
    assert codes(RUSSIA, KOREA, CAR, gift(), opinion(respondent_ids=["north-korea"], finding="no_violation")) == []


def exemption(**fields: Any) -> SanctionsAction:
    """Return an exemption of the gift."""
    given: dict[str, Any] = {"id": "e", "action": "exemption", "authority_id": "committee", "regime": "UN-SC1718"}
    return SanctionsAction(**{**given, "covers_ids": ["gift"], **fields})


@pytest.mark.parametrize(
    ("given", "assessed", "expected"),
    [
        (exemption(), {}, ["NE608"]),
        (exemption(regime="US-NK"), {}, []),
        (exemption(), {"regime": None}, []),
        (exemption(provisions=["S/RES/2094#23"]), {}, []),
        (exemption(provisions=["S/RES/2397#7"], action="waiver"), {}, ["NE608"]),
        (exemption(covers_ids=["car"]), {}, []),
        (exemption(covers_ids=["car"], valid="2024"), {}, ["NE608"]),
        (exemption(valid="2023"), {}, []),
        (exemption(covers_ids=["car"], valid="2024"), {"subject_ids": ["gift", "truck"]}, []),
        (exemption(covers_ids=["gift", "truck"]), {"subject_ids": ["gift", "truck"]}, ["NE608"]),
        (exemption(covers_ids=["car"], valid="2024"), {"subject_ids": ["car"]}, []),
        (exemption(covers_ids=["car"], valid="2024"), {"subject_ids": ["use"], "finding": "exempt"}, []),
        (exemption(action="exemption_denied"), {}, []),
        (exemption(covers_ids=["car"], valid="2024"), {"finding": "exempt"}, []),
        (exemption(valid="2023"), {"finding": "exempt"}, ["NE608"]),
        (exemption(valid={"text": "six months"}), {"finding": "exempt"}, []),
        (exemption(covers_ids=["fleet"]), {"finding": "exempt"}, []),
        (exemption(covers_ids=["truck"]), {"finding": "exempt"}, ["NE608"]),
        (exemption(covers_ids=[], valid="2024"), {"finding": "exempt"}, []),
        (exemption(covers_ids=[]), {"finding": "exempt", "regime": "US-NK"}, ["NE608"]),
        (exemption(covers_ids=["haul"]), {"finding": "exempt"}, []),
        (exemption(regime="US-NK"), {"finding": "exempt", "exemptions_considered_ids": ["e"]}, []),
        (exemption(valid="2023"), {"finding": "exempt", "exemptions_considered_ids": ["missing"]}, []),
        (exemption(action="lapse"), {"finding": "exempt", "exemptions_considered_ids": ["e"]}, ["NE608"]),
    ],
)
def test_exemptions(given: SanctionsAction, assessed: dict[str, Any], expected: list[str]) -> None:
    """Exempt without one that may cover it; a violation with one that certainly does."""
    car = CAR.model_copy(update={"part_of_id": "fleet"})
    truck = Item(id="truck", description="a truck", hs_code="8704")
    fleet = Item(id="fleet", description="a fleet")
    haul = Shipment(id="haul", item_ids=["car"], conveys_id="gift")
    use = Occurrence(id="use", form="use", item_ids=["car"])
    assessment = opinion(**{"regime": "UN-SC1718", **assessed})
    assert [
        code
        for code in codes(RUSSIA, KOREA, car, truck, fleet, gift(), haul, use, given, assessment)
        if code not in {"NE603", "NE612"}
    ] == expected


@pytest.mark.parametrize(
    ("shipped", "valid", "finding", "expected"),
    [
        (["2024-02"], "2024", "violation", ["NE608"]),
        (["2024-02", "2024-03"], "2024", "violation", ["NE608"]),
        (["2024-02", "2025-03"], "2024", "violation", []),
        (["2024-02", None], "2024", "violation", []),
        ([], "2024", "violation", []),
        (["2025-02"], "2024", "exempt", ["NE608"]),
        (["2025-02", None], "2024", "exempt", []),
        (["2025-02", "2024-02"], "2024", "exempt", []),
        ([], "2024", "exempt", []),
    ],
)
def test_a_gift_without_a_time_is_of_the_time_of_its_shipments(
    shipped: list[str | None], valid: str, finding: str, expected: list[str]
) -> None:
    """Where one of these has no time, it may have been at any."""
    hauls = [Shipment(id=f"x{at}", item_ids=["car"], conveys_id="gift", when=when) for at, when in enumerate(shipped)]
    given = exemption(covers_ids=["car"], valid=valid)
    assessment = opinion(regime="UN-SC1718", finding=finding)
    assert codes(RUSSIA, KOREA, CAR, gift(when=None), *hauls, given, assessment) == expected
    # Its own time counts before theirs.
    own = "2026" if finding == "violation" else "2024"
    assert codes(RUSSIA, KOREA, CAR, gift(when=own), *hauls, given, assessment) == []


def test_goods_that_a_provision_excepts_need_no_exemption() -> None:
    """Whether they are assessed themselves or with the event that they belong to."""
    part = Item(id="part", description="a turbine blade of an airliner", category="aircraft", hs_code="8803")
    records = (RUSSIA, KOREA, part, gift(item_ids=["part"]))
    for subject in ("part", "gift"):
        assert codes(*records, opinion(subject_ids=[subject], finding="exempt")) == []


def test_nothing_is_said_of_exemptions_under_an_unknown_regime() -> None:
    assert codes(RUSSIA, KOREA, CAR, gift(), opinion(regime="EU-RUS", finding="exempt")) == ["NE612"]


def test_what_the_registry_does_not_know_is_named_with_what_may_be_meant() -> None:
    given = ["S/RES/2397 (2017)#7", "S/RES/2371#8", "point 4"]
    findings = found(opinion(provisions=given, subject_ids=["gift"]))
    assert [finding.message.partition(";")[0] for finding in findings] == [
        "the registry has no provision 'S/RES/2397 (2017)#7'",
        "the registry has S/RES/2371 (2017), but no paragraph '8' of it",
        "the registry has no provision 'point 4'",
    ]
    assert "did you mean S/RES/2397#7?" in findings[0].message
    (finding,) = found(opinion(regime="UN-SC1719"))
    assert "did you mean UN-SC1718" in finding.message


# --- votes ------------------------------------------------------------------------------------------------------------

COUNCIL = Organization(id="council", names=[{"text": "Council"}], identifiers={"registry": "un-security-council"})


def vote(**fields: Any) -> Vote:
    """Return a vote in the Security Council."""
    return Vote(**{"id": "vote", "body_id": "council", "motion": "S/2022/431", "when": "2022-05-26", **fields})


@pytest.mark.parametrize(
    ("voter", "expected"),
    [
        (State(id="v", country="DE"), ["NE609"]),
        (Organization(id="v", names=[{"text": "Mission"}], parent_id="germany"), ["NE609"]),
        (Organization(id="v", names=[{"text": "Mission"}], parent_id="russia"), []),
        (Organization(id="v", names=[{"text": "Union"}]), []),
        (Person(id="v", names=[{"text": "A"}], roles=[Role(title="envoy", organization_id="mission")]), []),
        (Person(id="v", names=[{"text": "A"}], nationalities=["DE"]), ["NE609"]),
        (Group(id="v", description="some"), []),
    ],
)
def test_whoever_vetoes_for_a_country(voter: Any, expected: list[str]) -> None:
    """Found by state, mission or person; who is of no known country is left alone."""
    germany = State(id="germany", country="DE")
    mission = Organization(id="mission", names=[{"text": "Mission"}], country="RU")
    cast = vote(against_ids=["v"], veto_ids=["v"], outcome="vetoed")
    assert codes(COUNCIL, RUSSIA, germany, mission, voter, cast) == expected


def test_bodies_of_which_little_is_known_are_left_alone() -> None:
    """A committee decides by consensus; an undated vote may be of any year."""
    committee = COUNCIL.model_copy(update={"identifiers": {"registry": "un-1718-committee"}})
    cast = vote(against_ids=["north-korea"], veto_ids=["north-korea"], outcome="vetoed")
    assert codes(committee, KOREA, cast) == []
    assert codes(COUNCIL, KOREA, cast) == ["NE609"]
    taiwan = State(id="taiwan", country="TW")
    assert codes(COUNCIL, taiwan, vote(when=None, against_ids=["taiwan"], veto_ids=["taiwan"])) == []
    assert codes(COUNCIL, vote(when="1930", outcome="adopted", counts={"in_favor": 1})) == []
    assert codes(vote(body_id=None, outcome="adopted", counts={"in_favor": 1})) == []


def test_an_undated_vote_is_held_against_the_widest_rules() -> None:
    """Seven votes were enough once, and fifteen members are the most."""
    assert codes(COUNCIL, vote(when=None, outcome="adopted", counts={"in_favor": 7})) == []
    assert codes(COUNCIL, vote(when=None, outcome="adopted", counts={"in_favor": 6})) == ["NE610"]
    assert codes(COUNCIL, vote(when=None, counts={"in_favor": 16})) == ["NE610"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"against_ids": ["russia"], "counts": {"in_favor": 13, "against": 1}}, []),
        ({"against_ids": ["missing"], "counts": {"in_favor": 13, "against": 1}}, []),
        ({"against_ids": ["germany"], "counts": {"in_favor": 13, "against": 1}}, ["NE610"]),
        ({"against_ids": ["germany"], "counts": {"in_favor": 13, "against": 2}}, []),
        ({"against_ids": ["germany"], "counts": {"in_favor": 8, "against": 1}}, []),
        ({"counts": {"in_favor": 13}}, []),
    ],
)
def test_a_rejection_that_the_votes_exclude(fields: dict[str, Any], expected: list[str]) -> None:
    """With enough in favor, and everybody against known and without a veto."""
    assert codes(COUNCIL, RUSSIA, State(id="germany", country="DE"), vote(outcome="rejected", **fields)) == expected


def test_vetoes_of_several_attempts() -> None:
    """A repeated vote is looked at for its vetoes alone."""
    cast = vote(is_repeated=True, in_favor_ids=["russia"], against_ids=["russia"], veto_ids=["russia"])
    assert codes(COUNCIL, RUSSIA, cast) == []
    assert codes(COUNCIL, RUSSIA, cast.model_copy(update={"against_ids": ()})) == ["NE610"]


def test_a_veto_that_stands_twice_is_one_finding() -> None:
    cast = vote(abstained_ids=["russia"], against_ids=["russia"], veto_ids=["russia"], outcome="vetoed")
    (finding,) = found(COUNCIL, RUSSIA, cast)
    assert finding.message.startswith("russia is said to have vetoed, and stands in abstained_ids")


@pytest.mark.parametrize("finding", ["exempt", "violation"])
def test_what_exempts_an_event_is_looked_up_once(finding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many assessments are about it and however often an exemption is told: no work is done for each pair."""
    asked: list[str] = []

    def counted(event: Event) -> Sequence[str]:
        asked.append(event.id)
        return item_ids(event)

    monkeypatch.setattr(exemption_rule, "item_ids", counted)
    exemptions = [exemption(id=f"e{number}", covers_ids=["car"], valid="2022") for number in range(10)]
    opinions = [opinion(id=f"o{number}", finding=finding, regime="UN-SC1718") for number in range(10)]
    check(Dossier(id="d", records=[RUSSIA, KOREA, CAR, gift(), *exemptions, *opinions]), select=["NE608"])
    assert 0 < len(asked) < len(exemptions)


@pytest.mark.parametrize(
    ("subjects", "expected"),
    [
        (["gift"], "by-name"),
        (["use"], "of-both"),
        (["gift", "use"], "by-name"),
        (["use", "gift"], "by-name"),
        (["car", "gift"], "of-the-car"),
        (["gift", "car"], "by-name"),
        (["gift", "bare"], None),
        (["bare"], None),
    ],
)
def test_the_exemption_that_is_named(subjects: list[str], expected: str | None) -> None:
    """Of several the first that names the first subject that any names, else the first that covers all goods."""
    records = [
        RUSSIA,
        KOREA,
        CAR,
        Item(id="truck", description="a truck", hs_code="8704"),
        gift(),
        Occurrence(id="use", form="use", when="2024-02", item_ids=["car", "truck"]),
        Occurrence(id="bare", form="use", when="2024-02"),
        exemption(id="for-another-time", covers_ids=["gift", "car", "truck"], valid="2023"),
        exemption(id="of-the-car", covers_ids=["car"], valid="2024"),
        exemption(id="of-both", covers_ids=["truck", "car"], valid="2024"),
        exemption(id="by-name", covers_ids=["gift", "car", "truck"], valid="2024"),
        exemption(id="for-all-times", covers_ids=["gift", "car"]),
        *(opinion(id=f"o{at}", subject_ids=subjects, regime="UN-SC1718", provisions=named) for at, named in ENOUGH),
    ]
    related = [finding.related for finding in check(Dossier(id="d", records=records), select=["NE608"])]
    assert related == ([] if expected is None else [(expected,)] * len(ENOUGH))


ENOUGH = [(0, ["S/RES/2397#7"]), (1, []), (2, ["S/RES/2397#7"])]


def test_an_event_is_held_exempt_under_several_regimes() -> None:
    """What is known of one assessment tells nothing of one under another regime, or of other events."""
    records = [
        *(RUSSIA, KOREA, CAR, gift(), gift(id="late", when="2025")),
        exemption(covers_ids=["car"], valid="2024"),
        *(opinion(id=f"o{at}", finding="exempt", regime=regime) for at, regime in enumerate(["UN-SC1718", "US-NK"])),
        opinion(id="of-both", subject_ids=["late", "gift"], finding="exempt", regime="UN-SC1718"),
        opinion(id="of-the-late", subject_ids=["late"], finding="exempt", regime="UN-SC1718"),
        opinion(id="considered", finding="exempt", regime="US-NK", exemptions_considered_ids=["e"]),
        opinion(id="considered-too", finding="exempt", regime="US-NK", exemptions_considered_ids=["e"]),
    ]
    found = check(Dossier(id="d", records=records), select=["NE608"])
    assert [finding.record_id for finding in found] == ["o1", "of-the-late"]
