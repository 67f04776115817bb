"""Whether two places are one."""

from typing import Any

import pytest
from hypothesis import given

from newsevents import Place
from newsevents.rules._whereabouts import apart, meets, same
from newsevents.testing import values


def place(name: str, country: str | None = None, precision: str | None = None, **more: Any) -> Place:
    """Return a place."""
    told = {"name": name, "country": country, "precision": precision, **more}
    return Place.model_validate({key: value for key, value in told.items() if value is not None})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("Ningbo", "CN"), place("Busan", "KR")),
        (place("Ningbo", locode="CNNGB"), place("Busan", locode="KRPUS")),
        (place("Ningbo", locode="CNNGB"), place("Shanghai", locode="CNSHA")),
        (place("Nakhodka", "RU", "city"), place("Vanino", "RU", "city")),
        (place("Vladivostok", "RU", "city"), place("Vladikavkaz", "RU", "city")),
        (place("North Korea", None, "country"), place("South Korea", None, "country")),
        (place("Ningbo", "CN", latitude=29.9, longitude=121.5), place("Busan", "KR", latitude=35.1, longitude=129.0)),
    ],
)
def test_they_are_certainly_two(one: Place, other: Place) -> None:
    """By country, by UN/LOCODE, or by the names of two cities; neither is then where the other is."""
    assert apart(one, other)
    assert apart(other, one)
    assert not same(one, other)
    assert not meets(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("Ningbo", "CN"), place("Port of Ningbo", "CN")),
        (place("Nampo", "KP", "city"), place("Nampho", "KP", "city")),
        (place("Saint Petersburg", "RU", "city"), place("St. Petersburg", "RU", "city")),
        (place("Ningbo", locode="CNNGB"), place("Beilun", locode="CNNGB")),
        (place("Sevastopol", "UA", "city"), place("Sevastopol", "RU", "city")),
        (place("the pier", latitude=29.9, longitude=121.5), place("Ningbo", latitude=29.87, longitude=121.54)),
    ],
)
def test_they_are_one(one: Place, other: Place) -> None:
    """By name, by a name's other writing, by code, or by what lies between them."""
    assert same(one, other)
    assert meets(one, other)
    assert not apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("Ningbo", "CN", "city"), place("China", "CN", "country")),
        (place("Ningbo", "CN"), place("Shanghai", "CN")),  # a district, for all that is said
        (place("Ningbo", None, "city"), place("East China Sea", None, "sea_area")),
        (place("off Busan", "KR", "sea_area"), place("Wonsan", "KP", "city")),
        (place("Leningrad", "SUHH", "city"), place("Vyborg", "RU", "city")),
        (place("Shanghai", "CN", "city"), place("上海", "CN", "city")),
        (place("Zone A", locode="XZAAA"), place("Ningbo", "CN")),
        (place("the coast", None, "country"), place("the coast road", None, "city")),
        (place("there", latitude=29.9), place("here", latitude=35.1, longitude=129.0)),
    ],
)
def test_they_may_be_one(one: Place, other: Place) -> None:
    """What is wider, or not known closely enough, is not certainly elsewhere."""
    assert not apart(one, other)
    assert not apart(other, one)


def test_a_place_meets_the_country_in_which_it_lies() -> None:
    """And only that; a part of the sea is no part of a country, and an unknown country holds nothing."""
    korea = place("North Korea", "KP", "country")
    assert meets(place("Nampo", "KP", "city"), korea)
    assert meets(place("Nampo", locode="KPNAM"), place("North Korea", None, "country"))
    assert not meets(place("Yellow Sea", "KP", "sea_area"), korea)
    assert not meets(place("Ningbo"), place("Atlantis", None, "country"))
    assert not same(None, korea)


@given(values(Place), values(Place))
def test_no_place_is_apart_from_itself(one: Place, other: Place) -> None:
    """And no two are both one and apart; the order does not matter to being apart."""
    assert not apart(one, one)
    assert not (apart(one, other) and same(one, other))
    assert apart(one, other) == apart(other, one)
