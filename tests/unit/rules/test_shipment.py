"""NE5, shipments: corners and messages that the corpus does not show."""

from typing import Any

import pytest

from newsevents import Dossier, Shipment
from newsevents.findings import Finding
from newsevents.rules import check

NAMPO: dict[str, Any] = {"name": "Nampo", "country": "KP", "precision": "city"}
BUSAN: dict[str, Any] = {"name": "Busan", "country": "KR", "precision": "city"}
KOREA: dict[str, Any] = {"name": "North Korea", "country": "KP", "precision": "country"}
HANOI: dict[str, Any] = {"name": "Hanoi"}
SEA: dict[str, Any] = {"name": "Yellow Sea", "precision": "sea_area"}


def found(code: str, **fields: Any) -> list[Finding]:
    """Return what one rule finds in a dossier of one shipment."""
    shipment = Shipment.model_validate({"type": "shipment", "id": "s", "item_ids": ["i"], **fields})
    return check(Dossier(id="d", records=[shipment]), select=[code])


def test_the_message_names_both_places() -> None:
    """With their countries, as far as they are told."""
    vinh = {"name": "Vinh", "locode": "VNVIN"}
    (finding,) = found("NE504", legs=[{"destination": NAMPO}, {"origin": vinh}])
    assert "the leg starts in Vinh, but the one before it ends in Nampo (KP)" in finding.message


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [
        ("completed", None, True),
        (None, "attempted", True),
        ("planned", "planned", True),
        ("attempted", "planned", True),
        ("attempted", None, False),
        ("planned", "completed", False),
    ],
)
def test_a_leg_that_was_not_made_leads_nowhere(*, before: str | None, after: str | None, is_found: bool) -> None:
    """Only a plan goes on from where a planned or attempted leg was to end."""
    legs = [{"destination": NAMPO, "status": before}, {"origin": BUSAN, "status": after}]
    stated = [{key: value for key, value in leg.items() if value is not None} for leg in legs]
    assert bool(found("NE504", legs=stated)) == is_found


def test_legs_that_run_backwards_are_anothers() -> None:
    """Legs whose times are out of order are NE202's alone; in order, they have to meet."""
    late, early = {"edtf": "2024-03"}, {"edtf": "2024-01"}
    legs: list[dict[str, Any]] = [{"destination": NAMPO, "arrived": late}, {"origin": BUSAN, "departed": early}]
    assert found("NE504", legs=legs) == []
    assert [finding.code for finding in found("NE202", legs=legs)] == ["NE202"]
    legs = [{"destination": NAMPO, "arrived": early}, {"origin": BUSAN, "departed": late}]
    assert [finding.code for finding in found("NE504", legs=legs)] == ["NE504"]


def test_legs_without_an_itinerary_are_not_compared_where_others_have_one() -> None:
    """One may be declared and the other actual."""
    legs = [{"destination": NAMPO}, {"origin": BUSAN}]
    assert found("NE504", legs=[*legs, {"itinerary": "declared"}]) == []


@pytest.mark.parametrize(
    "leg",
    [{}, {"destination": BUSAN, "itinerary": "declared"}, {"destination": HANOI}, {"origin": KOREA}],
)
def test_a_leg_explains_a_destination_where_it_leads_there(leg: dict[str, Any]) -> None:
    """Or goes on from the stop. A leg of which nothing is told does neither; a place that may be there will do."""
    findings = found("NE505", legs=[leg], declared_destination=NAMPO, intended_destination=BUSAN)
    assert [finding.pointer for finding in findings] == (["/records/0/intended_destination"] if not leg else [])


def test_a_leg_back_to_the_stop_does_not_go_on() -> None:
    """Where the ship only shifts within the port, the way to the destination is still missing."""
    shift = {
        "origin": NAMPO | {"name": "Nampho"},
        "destination": NAMPO | {"name": "port of Nampo"},
        "itinerary": "declared",
    }
    (finding,) = found("NE505", legs=[shift | {"itinerary": "declared"}], intended_destination=BUSAN)
    assert "but the last declared stop port of Nampo (KP)" in finding.message


def test_one_gap_is_told_once() -> None:
    """Where both the intended and the final destination are elsewhere."""
    findings = found("NE505", declared_destination=NAMPO, intended_destination=BUSAN, final_destination=BUSAN)
    assert [finding.pointer for finding in findings] == ["/records/0/intended_destination"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"status": "intercepted", "legs": [{"status": "completed"}]}, "the leg has arrived"),
        ({"status": "intercepted", "legs": [{"status": "completed", "destination": SEA}]}, None),
        ({"status": "intercepted", "legs": [{"status": "completed"}], "intended_destination": NAMPO}, None),
        ({"status": "delivered", "legs": [{"status": "planned", "destination": BUSAN}]}, "Busan (KR) is planned"),
        ({"status": "delivered", "legs": [{"status": "completed"}]}, None),
        ({"status": "in_transit", "legs": [{"status": "completed", "destination": BUSAN}]}, None),
        ({"status": "planned", "legs": [{"status": "attempted"}]}, None),
        ({"status": "diverted", "legs": [{"status": "completed"}]}, None),
        ({"status": "planned"}, None),
    ],
)
def test_status_and_legs(*, fields: dict[str, Any], message: str | None) -> None:
    """What surely contradicts is named; what may be so is not."""
    findings = found("NE506", **fields)
    assert [message in finding.message for finding in findings if message] == [True] * bool(message)
    assert len(findings) == bool(message)
