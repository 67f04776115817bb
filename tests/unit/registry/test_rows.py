"""The rows of the registry: complete, honest about their source, and at one with each other."""

import datetime as dt
from typing import Any, get_args

import pytest

from newsevents import registry
from newsevents._model import Model
from newsevents.records.organization import Organization
from newsevents.registry import Checked, HsRange, PermanentMember, Seats
from newsevents.values.country import country_codes

ROWS: list[Any] = [*registry.regimes(), *registry.bodies(), *registry.instruments(), *registry.provisions()]
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)


@EACH
def test_a_row_says_where_it_was_taken_from_and_how_well_it_was_checked(row: Any) -> None:
    """What was checked in part only says which part."""
    assert row.source
    assert row.checked in get_args(Checked)
    assert row.note or row.checked != "partly"


@EACH
def test_a_row_does_not_change(row: Any) -> None:
    """The registry is the same for everybody; its rows can be keys."""
    with pytest.raises(AttributeError):
        row.key = "other"
    assert hash(row) == hash(row)


def test_keys_stand_once() -> None:
    """In each table, other keys of the same regime included."""
    for rows in (registry.bodies(), registry.instruments(), registry.provisions()):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))
    keys = [key for row in registry.regimes() for key in (row.key, *row.also)]
    assert len(keys) == len(set(keys))


def test_rows_name_rows() -> None:
    """Whatever one row names of another table is there."""
    for regime in registry.regimes():
        assert registry.body(regime.authority).key == regime.authority
        assert set(regime.targets) <= set(country_codes())
    for body in registry.bodies():
        assert body.parent is None or registry.body(body.parent).key == body.parent
        for member in body.permanent_members:
            assert {member.country, member.also or member.country} <= set(country_codes())
    for instrument in registry.instruments():
        assert registry.regime(instrument.regime).key == instrument.regime
    for provision in registry.provisions():
        assert provision.key == f"{provision.instrument}#{provision.paragraph}"
        assert registry.instrument(provision.instrument).regime == provision.regime
        assert registry.instrument(provision.instrument).adopted == provision.since
        assert provision.target in registry.regime(provision.regime).targets
        assert all(registry.provision(key) for key in provision.read_with)


def test_days_are_days_and_run_forward() -> None:
    """ISO dates, the first not after the last."""
    spans: list[Any] = [*registry.regimes(), *registry.bodies(), *registry.provisions()]
    spans += [part for body in registry.bodies() for part in (*body.seats, *body.permanent_members)]
    for row in spans:
        days = [dt.date.fromisoformat(day) for day in (row.since, row.until) if day is not None]
        assert days == sorted(days)
    assert all(dt.date.fromisoformat(row.adopted) for row in registry.instruments())


def test_classifications_are_known_words() -> None:
    """A body is classified as the organization that stands for it in a dossier."""
    schema = Organization.model_json_schema()["$defs"]["OrganizationClassification"]
    assert {body.classification for body in registry.bodies()} <= set(schema["examples"])


def test_what_is_said_is_what_was_checked() -> None:
    """No provision claims more than it was checked for."""
    assert {row.key: (row.checked, row.is_exhaustive) for row in registry.provisions()} == {
        "S/RES/1718#8(a)(iii)": ("secondary_source", False),
        "S/RES/2094#23": ("secondary_source", False),
        "S/RES/2397#7": ("partly", True),
    }


@pytest.mark.parametrize(
    ("code", "expected"), [("72", True), ("85", True), ("8703", True), ("890310", True), ("71", False), ("9013", False)]
)
def test_codes_in_a_range_of_chapters(code: str, expected: bool) -> None:
    """Headings and subheadings lie in the range of their chapter."""
    assert any(part.may_contain(code) for part in registry.provision("S/RES/2397#7").hs) is expected


@pytest.mark.parametrize(("code", "expected"), [("87", True), ("870390", True), ("8704", False), ("88", False)])
def test_codes_in_a_heading(code: str, expected: bool) -> None:
    """A chapter may mean any heading in it."""
    assert HsRange("8703", "8703").may_contain(code) is expected


def test_no_row_is_a_model() -> None:
    """The registry is data of the library; nobody validates it."""
    assert not any(isinstance(row, Model) for row in ROWS)
    assert all(isinstance(seat, Seats) for body in registry.bodies() for seat in body.seats)
    assert all(isinstance(seat, PermanentMember) for body in registry.bodies() for seat in body.permanent_members)
