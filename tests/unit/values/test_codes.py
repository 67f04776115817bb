"""Countries, currencies, languages, scripts, trade locations and goods: canonical codes, whatever case people write."""

import pycountry
import pydantic
import pytest

from newsevents import Item, Money, Name, Place, Quotation, State
from newsevents._data.country import COUNTRY_CODES
from newsevents._data.currency import CURRENCY_CODES


def test_countries_are_those_of_iso() -> None:
    """The table holds ISO 3166-1 alpha-2, Kosovo, and every former country of ISO 3166-3."""
    current = {country.alpha_2 for country in pycountry.countries}
    former = {country.alpha_4 for country in pycountry.historic_countries}
    assert set(COUNTRY_CODES) == current | former | {"XK"}
    assert len(COUNTRY_CODES) == len(set(COUNTRY_CODES))


def test_currencies_hold_those_of_iso() -> None:
    """Every current code of ISO 4217 is there, beside the withdrawn ones."""
    assert {currency.alpha_3 for currency in pycountry.currencies} <= set(CURRENCY_CODES)
    assert {"DEM", "SUR", "ITL"} <= set(CURRENCY_CODES)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("KP", "KP"),
        ("kp", "KP"),
        ("PRK", "KP"),
        ("prk", "KP"),
        ("408", "KP"),
        ("Korea, Republic of", "KR"),
        ("  russian   federation ", "RU"),
        ("suhh", "SUHH"),
        ("xk", "XK"),
        ("NO", "NO"),
        ("Bolivia", "BO"),
    ],
)
def test_country_codes_and_iso_names(given: str, code: str) -> None:
    """Codes in any case and the names of ISO 3166 become the code."""
    assert State(id="s", country=given).country == code


@pytest.mark.parametrize("given", ["Niger Delta", "", "England", "K P", "Nothr Korea"])
def test_no_country_is_guessed(given: str) -> None:
    """What is no name of a country is an error that names it."""
    with pytest.raises(pydantic.ValidationError, match="no country is known as"):
        State(id="s", country=given)


@pytest.mark.parametrize("given", ["kp", "North Korea", "PRK", "408", " KP", "KP\n", "ZZ", "UK", "EU"])
def test_json_takes_canonical_codes_only(given: str) -> None:
    """In JSON a country is its code."""
    with pytest.raises(pydantic.ValidationError, match="a country code"):
        Place.model_validate_json(f'{{"name": "x", "country": {given!r}}}'.replace("'", '"'))


def test_a_code_is_text() -> None:
    """What is no text is refused and not converted."""
    with pytest.raises(pydantic.ValidationError):
        State.model_validate({"type": "state", "id": "s", "country": 408})
    with pytest.raises(pydantic.ValidationError):
        Money.model_validate({"amount": "1", "currency": 840})
    with pytest.raises(pydantic.ValidationError):
        Name.model_validate({"text": "x", "language": 1})
    with pytest.raises(pydantic.ValidationError):
        Name.model_validate({"text": "x", "script": 1})
    with pytest.raises(pydantic.ValidationError):
        Place.model_validate({"name": "x", "locode": 1})
    with pytest.raises(pydantic.ValidationError):
        Item.model_validate({"type": "item", "id": "i", "description": "d", "hs_code": 8703})


def test_currencies_in_any_case() -> None:
    """A currency code in any case becomes the code."""
    assert Money(amount="1", currency="usd").currency == "USD"


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("EN", "en"),
        ("en_us", "en-US"),
        ("ZH-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("sl-ROZAJ", "sl-rozaj"),
        ("en-US-U-CA-Gregory", "en-US-u-ca-gregory"),
        ("en-x-TWAIN-Ab", "en-x-twain-ab"),
    ],
)
def test_language_tags_get_their_case(given: str, tag: str) -> None:
    """A language tag gets the letter case that BCP 47 recommends."""
    assert Quotation(text="x", source_id="s", language=given).language == tag


def test_no_language() -> None:
    """What is no language tag is refused."""
    with pytest.raises(pydantic.ValidationError, match="BCP 47"):
        Quotation(text="x", source_id="s", language="English")


def test_scripts_locations_and_goods() -> None:
    """Scripts, UN/LOCODEs and HS codes are taken as people write them."""
    assert Name(text="x", script="HANG").script == "Hang"
    assert Place(name="Ningbo", locode="cn ngb").locode == "CNNGB"
    assert Item(id="i", description="d", hs_code="8703.23").hs_code == "870323"
