"""NE5, vessels: corners that the corpus does not show."""

from typing import Any

import pytest

from newsevents import Dossier
from newsevents.findings import Finding
from newsevents.rules import check
from newsevents.rules._period import Periods

TEXT = "In 2018 the Sun Petrel left Nampo."
NAMES = [
    {"text": "Lady Rose", "valid": {"edtf": "../2019-05"}},
    {"text": "Sun Petrel", "valid": {"edtf": "2019-06/.."}},
]


DEPARTURE: dict[str, Any] = {"type": "occurrence", "form": "departure"}


def found(
    text: str = TEXT, *, names: Any = NAMES, given: bool = True, kind: dict[str, Any] = DEPARTURE, **event: Any
) -> list[Finding]:
    """Return what the rule finds in a dossier of one ship and one event."""
    source = {"type": "source", "id": "s", "title": "A ship", "form": "article"} | ({"text": text} if given else {})
    item = {"type": "item", "id": "ship", "description": "a tanker", "names": names}
    told = kind | {"id": "e", "item_ids": ["ship"], "when": {"edtf": "2018"}}
    spans = {"attributions": [{"source_id": "s", "spans": [{"start": 0, "end": len(text)}]}]}
    dossier = {"type": "dossier", "schema_version": "1.0", "id": "d", "records": [source, item, told | spans | event]}
    return check(Dossier.model_validate(dossier), select=["NE511"])


def test_the_message_names_both_names_and_the_time() -> None:
    """What was said, when, and what the ship was called then, if that is known."""
    (finding,) = found()
    assert "names ship as 'Sun Petrel', but that name's valid excludes the event's time 2018" in finding.message
    assert "the names of that time are Lady Rose" in finding.message
    assert finding.related == ("ship",)
    (finding,) = found(names=NAMES[1:])
    assert "the names of that time" not in finding.message


def test_the_message_names_a_few_names() -> None:
    """Of many names of that time the first ones in the order of the alphabet."""
    others = [{"text": f"Lady Rose {number}", "valid": {"edtf": "../2019-05"}} for number in "6152043"]
    (finding,) = found(names=[*others[:5], NAMES[1]])
    assert "time are Lady Rose 0, Lady Rose 1, Lady Rose 2, Lady Rose 5, Lady Rose 6; expected" in finding.message
    (finding,) = found(names=[*others, NAMES[1]])
    assert "time are Lady Rose 0, Lady Rose 1, Lady Rose 2, Lady Rose 3, Lady Rose 4, …; expected" in finding.message


def test_the_times_of_the_whole_and_of_its_parts_count() -> None:
    """Legs that were later do not take the time of the shipment away."""
    legs = [{"departed": {"edtf": "2018-03"}}, {"departed": {"edtf": "2018-05"}}]
    shipment: dict[str, Any] = {"type": "shipment"}
    assert found(kind=shipment, legs=legs)
    assert not found(kind=shipment, legs=legs, when={"edtf": "2018/2020"})
    assert not found(kind=shipment, legs=[*legs, {"arrived": {"edtf": "2020"}}])


def test_two_events_and_two_ships_of_one_id() -> None:
    """Each event is judged, and the first of the ships is meant."""
    source = {"type": "source", "id": "s", "title": "A ship", "form": "article", "text": TEXT}
    ship = {"type": "item", "id": "ship", "description": "a tanker"}
    spans = {"attributions": [{"source_id": "s", "spans": [{"start": 0, "end": len(TEXT)}]}]}
    events = [DEPARTURE | spans | {"id": f"e{at}", "item_ids": ["ship"], "when": {"edtf": "2018"}} for at in range(2)]
    ships = [ship | {"names": NAMES}, ship | {"names": [{"text": "Blue Star"}]}]
    records = [source, *ships, *events]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    told = check(dossier, select=["NE511"])
    assert [finding.record_id for finding in told] == ["e0", "e1"]
    assert all("the names of that time are Lady Rose;" in finding.message for finding in told)


def test_it_needs_the_text() -> None:
    """Without it, or in a span that is too long to speak of one event, nothing is found."""
    assert found(given=False) == []
    assert found(TEXT + " And so on." * 100) == []


def test_a_span_may_stand_far_on_in_a_text() -> None:
    """What counts is its length."""
    spans = [{"start": 2000, "end": 2000 + len(TEXT)}]
    (finding,) = found(" " * 2000 + TEXT, attributions=[{"source_id": "s", "spans": spans}])
    assert finding.pointer == "/records/2/attributions/0/spans/0"


def test_a_longer_name_that_two_ships_have_had_says_nothing() -> None:
    """Though a shorter one in it is that of one of them alone."""
    source = {"type": "source", "id": "s", "title": "A ship", "form": "article", "text": "The Sun Petrel II left."}
    ship = {"type": "item", "description": "a tanker"}
    names = [{"text": "Sun Petrel"}, {"text": "Sun Petrel II", "valid": {"edtf": "2019-06/.."}}]
    ships = [ship | {"id": "a", "names": names}, ship | {"id": "b", "names": names[1:]}]
    spans = {"attributions": [{"source_id": "s", "spans": [{"start": 0, "end": 23}]}]}
    event = DEPARTURE | spans | {"id": "e", "item_ids": ["a"], "when": {"edtf": "2018"}}
    records = [source, *ships, event]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert check(dossier, select=["NE511"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the ship left Nampo.",
        "In 2018 the Sun Petrels left Nampo.",
        "In 2018, in the sun. Sun, Petrel said, was scarce.",
        "In 2018 the Lady Rose left Nampo.",
        "In 2018 the ship, since renamed Sun Petrel, left Nampo.",
        "In 2018 the Lady Rose (Sun Petrel) left Nampo.",
        "In 2018 what is now the SUN PETREL left Nampo.",
        "In 2018 the Sun Petrel (then under another flag) left Nampo.",
        "In 2018 the ship, known as Sun Petrel, left Nampo.",
        "In 2018 the ship called Sun Petrel left Nampo.",
        "En 2018, le navire, rebaptisé Sun Petrel depuis, a quitté Nampo.",
        "Das heutige Schiff Sun Petrel verließ Nampo 2018.",
        "El actual Sun Petrel zarpó de Nampo en 2018.",
        "Судно, позднее переименованное в Sun Petrel, вышло из Нампхо.",
        "Нинішнє судно Sun Petrel вийшло з Нампхо.",
        "2018년 이 배(현 Sun Petrel)가 남포를 떠났다.",
        "2018年,该船(后改名 Sun Petrel)离开南浦。",
        "غادرت السفينة التي تسمى حاليا Sun Petrel ميناء نامبو.",
    ],
)
def test_spans_without_a_bare_wrong_name(text: str) -> None:
    """A name of the time, or words that explain the other one, make it right."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the Sun Petrel left Nampo, and then went on by rail.",
        "In 2018 the Sun Petrel called at Nampo.",
        "In 2018 the Sun Petrel is known to have left Nampo.",
        "In 2018 containers went out on the Sun Petrel, and have been there since.",
        "In 2018 the Antigua-flagged Sun Petrel actually left Nampo, an ancient port.",
        "En 2018, le Sun Petrel a quitté Nampo, alors que le port était fermé.",
        "В 2018 году судно Sun Petrel вышло из Нампхо.",
        "2018년 Sun Petrel 호가 석유를 이전한 뒤 남포를 떠났다.",
        "2018年,Sun Petrel 离开南浦。",
        "غادرت السفينة Sun Petrel ميناء نامبو.",
    ],
)
def test_words_that_explain_something_else(text: str) -> None:
    """Those away from the name tell what came next, and no name."""
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "kind",
    [
        {"type": "gift", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}]},
        {"type": "transfer", "mode": "sale"},
    ],
)
def test_every_time_of_the_event_counts(kind: dict[str, Any]) -> None:
    """One step at the time of the name is enough to be silent."""
    assert len(found(kind=kind, status_history=[{"status": "delivered", "when": {"edtf": "2017"}}])) == 1
    assert found(kind=kind, status_history=[{"status": "delivered", "when": {"edtf": "2020"}}]) == []


def test_a_time_without_a_date_excludes_no_name() -> None:
    """Words alone prove nothing."""
    assert found(when={"text": "long ago"}) == []


def test_only_the_names_that_a_span_has_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ship of many names in many events costs nothing where the words of the source name none of them."""
    asked: list[object] = []
    monkeypatch.setattr(Periods, "has_one_at", lambda _, times: asked.append(times))
    assert found(given=False) == []
    assert found("In 2018 the ship left Nampo.") == []
    assert asked == []
