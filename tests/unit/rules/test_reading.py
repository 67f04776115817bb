"""NE0: words outside the known ones, and what is deprecated."""

import pytest

from newsevents import Dossier, Indicator, Item, Meeting, Person, Role, Shipment, Statement, When
from newsevents.findings import Finding
from newsevents.records._record import Record
from newsevents.rules import check, reading
from newsevents.rules.reading import Deprecation


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


def test_a_word_in_a_part_is_found() -> None:
    """Not only the fields of records hold open vocabularies."""
    person = Person(id="p", is_anonymous=True, roles=[Role(office="minister"), Role(office="ministre")])
    shipment = Shipment(
        id="s", item_ids=["i"], indicators=[Indicator(kind="ais_gap", when=When(text="1 Nisan", calendar="attic"))]
    )
    assert [(each.pointer, each.level) for each in found("NE005", person, shipment)] == [
        ("/records/0/roles/1/office", "info"),
        ("/records/1/indicators/0/when/calendar", "info"),
    ]


def test_a_near_word_is_suggested_and_all_are_listed_otherwise() -> None:
    """The message helps either way."""
    near, far = found(
        "NE005", Item(id="a", description="A", category="vesel"), Item(id="b", description="B", category="xq")
    )
    assert near.message == "'vesel' is none of the known values of category; did you mean 'vessel'?"
    assert "expected one of vehicle, vessel, aircraft" in far.message


def test_a_scheme_is_compared_with_the_known_ones() -> None:
    """Keys of identifiers are an open vocabulary too."""
    (finding,) = found("NE005", Item(id="a", description="A", identifiers={"imo_number": "9074729", "imo": "9074729"}))
    assert finding.pointer == "/records/0/identifiers/imo_number"
    assert "schemes of identifiers" in finding.message


def test_what_is_deprecated_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field, a value in a field or a list, in a part, and the version of the schema."""
    monkeypatch.setattr(
        reading,
        "DEPRECATIONS",
        (
            Deprecation(Dossier, "schema_version", "1.0", "write 2.0"),
            Deprecation(Dossier, "title", None, "use description"),
            Deprecation(Item, "make", None, "use model"),
            Deprecation(Statement, "acts", "deny", "use refuse"),
            Deprecation(Meeting, "form", "summit", "use talks"),
            Deprecation(Role, "office", "official", "use officer"),
        ),
    )
    records: list[Record] = [
        Item(id="a", description="A", make="Aurus"),
        Item(id="b", description="B"),
        Statement(id="s", speaker_ids=["p"], acts=["assert", "deny"]),
        Meeting(id="m", form="summit", participant_ids=["p"]),
        Meeting(id="n", form="talks", participant_ids=["p"]),
        Person(id="p", is_anonymous=True, roles=[Role(office="official")]),
    ]
    assert [(each.pointer, each.message) for each in found("NE007", *records)] == [
        ("/schema_version", "schema_version '1.0' is deprecated; write 2.0"),
        ("/records/0/make", "the field make is deprecated; use model"),
        ("/records/2/acts/1", "acts 'deny' is deprecated; use refuse"),
        ("/records/3/form", "form 'summit' is deprecated; use talks"),
        ("/records/5/roles/0/office", "office 'official' is deprecated; use officer"),
    ]


def test_nothing_is_deprecated_yet() -> None:
    """Version 1.0 is the first."""
    assert reading.DEPRECATIONS == ()
