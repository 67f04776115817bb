"""The laws of country names: idempotent, total, and blind to dress."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsevents.errors import AmbiguousCountryError, NormalizationError, UnknownCountryError
from newsevents.values import country as module
from newsevents.values._fold import fold
from newsevents.values.country import country_codes, country_name, normalize_country

CODES = st.sampled_from(country_codes())
LANGUAGES = st.sampled_from(sorted(module._names()._languages))
BLANKS = st.text(alphabet=" \t\n\u00a0\u2003", max_size=3)
# Names that are something else in a larger language, or in the hand-written tables.
SETTLED = {"لتونی": "LV", "Antilles yr Iseldiroedd": "ANHH"}
DRESSES = st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase, str.casefold])


def read(text: str) -> str:
    try:
        return normalize_country(text)
    except NormalizationError:
        return "-"


@given(CODES)
def test_a_code_is_read_as_itself(code: str) -> None:
    """What is canonical stays."""
    assert normalize_country(normalize_country(code)) == code


@given(CODES, DRESSES, BLANKS, BLANKS)
def test_english_names_are_read_in_any_dress(code: str, dress: Callable[[str], str], before: str, after: str) -> None:
    """Case and outer blanks change nothing."""
    assert normalize_country(before + dress(country_name(code)) + after) == code


@given(CODES, LANGUAGES)
def test_names_of_any_language_are_their_country_or_refused(code: str, language: str) -> None:
    """No language has a name that is read as another country, but those that are settled."""
    name = country_name(code, language)
    assert read(name) in {code, "-", SETTLED.get(name)}


@given(CODES, LANGUAGES, BLANKS)
def test_reading_is_idempotent(code: str, language: str, blanks: str) -> None:
    """What was read is read as itself."""
    found = read(country_name(code, language) + blanks)
    assume(found != "-")
    assert normalize_country(found) == found


@given(st.text(max_size=300), st.booleans(), st.booleans(), st.none() | st.dates())
def test_any_text_gives_a_code_or_one_of_two_errors(text: str, demonyms: bool, capitals: bool, on: date | None) -> None:
    """There is no third way out."""
    refusal: NormalizationError | None = None
    try:
        codes = {normalize_country(text, on=on, demonyms=demonyms, capitals=capitals)}
    except (UnknownCountryError, AmbiguousCountryError) as error:
        refusal = error
        codes = {*error.candidates, *error.suggestions}
    assert codes <= set(country_codes())
    assert refusal is None or refusal.text == text


@given(st.text(alphabet=st.characters(), max_size=40))
def test_lone_surrogates_and_unassigned_characters_are_refused(text: str) -> None:
    """Any code point at all is taken, and its error can be shown."""
    with pytest.raises(UnknownCountryError) as caught:
        normalize_country(f"\ud83c{text}\U000e01ef")
    assert str(caught.value).encode()


@given(st.text(max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    """A key is its own key."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aeiou bcd'-.&", max_size=30))
def test_a_key_has_no_case_and_no_outer_blanks(text: str) -> None:
    """Folding does not depend on what folds away."""
    assert fold(f" {text.upper()} ") == fold(text)
