"""Looking for a country in words of which most name none."""

import pytest

from newsevents.errors import NormalizationError
from newsevents.values.country import country_codes, country_name, find_country, normalize_country

WORDS = [
    *(country_name(code) for code in country_codes()),
    *country_codes(),
    *("North Korean", "Korean", "Russians", "the Kremlin", "Kyiv", "Brussels", "Georgetown", "Ningbo", "Germany's", ""),
]


@pytest.mark.parametrize("demonyms", [False, True])
@pytest.mark.parametrize("capitals", [False, True])
def test_it_finds_what_normalizing_takes(*, demonyms: bool, capitals: bool) -> None:
    """The same code, and none where normalizing refuses."""
    for word in WORDS:
        try:
            expected: str | None = normalize_country(word, demonyms=demonyms, capitals=capitals)
        except NormalizationError:
            expected = None
        assert find_country(word, demonyms=demonyms, capitals=capitals) == expected, word


def test_it_takes_no_sloppy_code_and_no_long_text() -> None:
    """Words such as "in" and "no" are no codes, and what is longer than any name is not looked at."""
    assert find_country("no") is None
    assert find_country("France" + " " * 200) is None
