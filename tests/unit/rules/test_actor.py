"""NE4, actors: corners and messages that the corpus does not show."""

from typing import Any

import pytest

from newsevents import Dossier, Gift, Item, Person, Source
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.rules import check

ORLOV: dict[str, Any] = {"type": "person", "id": "orlov", "names": [{"text": "Viktor Orlov"}], "nationalities": ["RU"]}


def found(code: str, *records: Record, texts: dict[str, str] | None = None) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code], texts=texts or {})


@pytest.mark.parametrize(
    ("during", "when", "is_found"),
    [
        (None, None, True),
        ("2000/..", None, True),
        ("2000/2008", None, False),  # the gift may be older or younger
        ("2000/2008", "2007", True),
        ("2000/2008", "2008", True),
        ("2000/2008", "2009", False),
        ("2000/2008", "1999", False),
        ("2000/2008~", "2009", True),
    ],
)
def test_an_office_counts_while_it_may_be_held(*, during: str | None, when: str | None, is_found: bool) -> None:
    """A role that had certainly ended or not begun is none; without a time, one that has an end proves nothing."""
    role = {"office": "minister", "during": {"edtf": during}} if during else {"office": "minister"}
    person = Person.model_validate({"type": "person", "id": "p", "names": [{"text": "P"}], "roles": [role]})
    gift = {"type": "gift", "id": "g", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "p"}]}
    time = {"when": {"edtf": when}} if when else {}
    findings = found("NE404", person, Gift.model_validate({**gift, "item_ids": ["i"], **time}))
    assert bool(findings) == is_found
    assert all("(minister)" in finding.message and finding.related == ("p",) for finding in findings)


def test_nationality_needs_the_text() -> None:
    """Without the source's text, or with a span beyond it or longer than words about one person, nothing is read."""
    wire = Source(id="wire", title="Held", form="wire")
    text = "the Russian-Israeli businessman" + " and so on" * 50

    def person(*spans: dict[str, int]) -> Person:
        return Person.model_validate(ORLOV | {"attributions": [{"source_id": "wire", "spans": spans}]})

    whole = person({"start": 0, "end": 31})
    assert found("NE407", wire, whole) == []
    (finding,) = found("NE407", wire, whole, texts={"wire": text})
    assert "'Russian-Israeli' in the source name RU and IL, but nationalities holds RU alone" in finding.message
    assert found("NE407", wire, person({"start": 900, "end": 931}), texts={"wire": text}) == []
    assert found("NE407", wire, person({"start": 0, "end": 500}), texts={"wire": text}) == []


def test_one_person_is_told_once() -> None:
    """However many spans name the second nationality."""
    spans = [{"start": 0, "end": 31}, {"start": 4, "end": 31}]
    person = Person.model_validate(ORLOV | {"attributions": [{"source_id": "wire", "spans": spans}]})
    wire = Source(id="wire", title="Held", form="wire", text="the Russian-Israeli businessman")
    assert len(found("NE407", wire, person)) == 1


def test_a_gift_to_no_person() -> None:
    """A recipient that is missing or no person holds no office."""
    gift = {"type": "gift", "id": "g", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "i"}]}
    assert found("NE404", Item(id="i", description="a car"), Gift.model_validate({**gift, "item_ids": ["i"]})) == []
