"""Looking things up in the registry."""

import datetime as dt
import pickle
import subprocess
import sys
from typing import Any

import pytest

from newsevents import Item, NewseventsError, When, registry
from newsevents.errors import UnknownCountryError, UnknownRegistryKeyError, UnreadableTimeError

LUXURY = ["S/RES/1718#8(a)(iii)", "S/RES/2094#23"]
VEHICLES = ["S/RES/2397#7"]


def item(**fields: Any) -> Item:
    """Return an item with these fields."""
    return Item(id="i", description="something", **fields)


def named(given: Item, **act: Any) -> list[str]:
    """Return the keys of the provisions that may bear on it."""
    return [row.key for row in registry.applicable_provisions(given, **act)]


@pytest.mark.parametrize(
    ("look_up", "key"),
    [
        (registry.regime, "UN-SC1718"),
        (registry.regime, "SECO-NORTHKOREA"),
        (registry.body, "un-security-council"),
        (registry.instrument, "S/RES/2397"),
        (registry.provision, "S/RES/1718#8(a)(iii)"),
    ],
)
def test_a_row_is_found_by_its_key(look_up: Any, key: str) -> None:
    assert look_up(key).key == key


def test_other_keys_of_the_same_thing() -> None:
    """A regime under its former number, an instrument by its whole symbol."""
    assert registry.regime("UN-SC751").key == "UN-SC2713"
    assert registry.regime("UN-SC1267").key == "UN-SCISIL"
    assert registry.instrument("S/RES/1718 (2006)").key == "S/RES/1718"


@pytest.mark.parametrize(
    ("look_up", "key", "expected"),
    [
        (registry.regime, "UN-SC1719", "the registry has no regime 'UN-SC1719'; did you mean UN-SC1718 or UN-SC"),
        (registry.regime, "un-sc1718", "the registry has no regime 'un-sc1718'; did you mean UN-SC1718 or UN-SC"),
        (registry.body, "UN-Security-Council", "did you mean un-security-council"),
        (registry.regime, "elsewhere", "the registry has no regime 'elsewhere'; it does not know every one"),
        (registry.body, "un-securty-council", "did you mean un-security-council?"),
        (registry.instrument, "S/RES/2398", "the registry has no instrument 'S/RES/2398'; did you mean S/RES/2397"),
        (registry.provision, "S/RES/2397#8", "the registry has no provision 'S/RES/2397#8'; did you mean S/RES/2397#7"),
        (registry.provision, "S/RES/2397 (2017)#7", "did you mean S/RES/2397#7"),
        (registry.regime, "", "the registry has no regime ''"),
    ],
)
def test_an_unknown_key_is_refused_with_near_ones(look_up: Any, key: str, expected: str) -> None:
    """Never taken for a near one."""
    with pytest.raises(UnknownRegistryKeyError) as caught:
        look_up(key)
    assert expected in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, NewseventsError)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  (our own)
    assert (copy.kind, copy.key, copy.suggestions) == (caught.value.kind, key, caught.value.suggestions)
    assert str(copy) == str(caught.value)


# --- permanent members ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("1955-12-13", {"TW", "FR", "GB", "SUHH", "US"}),
        ("1971-10-24", {"TW", "FR", "GB", "SUHH", "US"}),
        ("1971-10-26", {"CN", "FR", "GB", "SUHH", "US"}),
        ("1971", {"TW", "CN", "FR", "GB", "SUHH", "US"}),
        ("1991-12-23", {"CN", "FR", "GB", "SUHH", "US"}),
        ("1991-12", {"CN", "FR", "GB", "SUHH", "RU", "US"}),
        ("1991-12-25", {"CN", "FR", "GB", "RU", "US"}),
        (dt.date(2022, 5, 26), {"CN", "FR", "GB", "RU", "US"}),
        (dt.datetime(1984, 10, 3, 9, tzinfo=dt.UTC), {"CN", "FR", "GB", "SUHH", "US"}),
        (When(edtf="2018/.."), {"CN", "FR", "GB", "RU", "US"}),
        ("26 May 2022", {"CN", "FR", "GB", "RU", "US"}),
        (None, {"CN", "FR", "GB", "RU", "US"}),
        ("1920", set()),
        (When(text="in those days"), {"TW", "CN", "FR", "GB", "SUHH", "RU", "US"}),
    ],
)
def test_permanent_members_by_date(when: Any, expected: set[str]) -> None:
    """Who may have been one at a time that is not known to the day; five on every day that is."""
    found = registry.permanent_members(when)
    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_time_that_is_not_read() -> None:
    with pytest.raises(UnreadableTimeError):
        registry.permanent_members("whenever")


# --- what may bear on an act ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "act", "expected"),
    [
        (item(hs_code="8703"), {"destination": "KP", "when": "2024-02"}, LUXURY + VEHICLES),
        (item(hs_code="8703"), {"destination": "North Korea", "when": dt.date(2024, 2, 18)}, LUXURY + VEHICLES),
        (item(hs_code="8703"), {"destination": "KP", "origin": "RU", "when": When(edtf="2024-02")}, LUXURY + VEHICLES),
        (item(hs_code="8703"), {}, LUXURY + VEHICLES),
        (item(hs_code="8703"), {"destination": "KP", "when": "2017"}, LUXURY + VEHICLES),
        (item(hs_code="8703"), {"destination": "KP", "when": "2015"}, LUXURY),
        (item(hs_code="8703"), {"destination": "KP", "when": "2013-03-06"}, LUXURY[:1]),
        (item(hs_code="8703"), {"destination": "KP", "when": "2006-10-13"}, []),
        (item(hs_code="8703"), {"destination": "RU"}, []),
        (item(hs_code="8703"), {"destination": "KP", "origin": "KP"}, []),
        (item(hs_code="0106"), {"origin": "KP", "destination": "RU", "when": "2018"}, []),
        (item(hs_code="0106"), {"destination": "KP"}, []),
        (item(category="vehicle"), {"destination": "KP"}, LUXURY + VEHICLES),
        (item(category="vessel", hs_code="8901"), {"destination": "KP"}, VEHICLES),
        (item(category="jewelry"), {"destination": "KP"}, LUXURY),
        (item(category="luxury_good"), {"destination": "KP"}, LUXURY),
        (item(category="food", is_luxury=True), {"destination": "KP"}, LUXURY),
        (item(category="food"), {"destination": "KP"}, []),
        (item(), {"destination": "KP"}, []),
        (item(hs_code="8471"), {"destination": "KP"}, VEHICLES),
    ],
)
def test_provisions_that_may_bear_on_an_act(given: Item, act: Any, expected: list[str]) -> None:
    """What place or time certainly excludes is left out; what is not known excludes nothing."""
    assert named(given, **act) == expected


def test_each_provision_says_how_well_it_was_checked() -> None:
    found = registry.applicable_provisions(item(hs_code="8703"), "KP", "2024-02")
    assert [row.checked for row in found] == ["secondary_source", "secondary_source", "partly"]


def test_a_country_that_is_none() -> None:
    with pytest.raises(UnknownCountryError):
        named(item(hs_code="8703"), destination="Freedonia")


@pytest.mark.base
def test_importing_it_loads_no_tables_of_others() -> None:
    """Neither the names of countries nor the grammar of times, which wait until words are read."""
    script = (
        "import sys, newsevents.registry; print([m for m in ('pycountry', 'dateutil', 'argparse') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
