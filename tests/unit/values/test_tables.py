"""The hand-written tables are tidy: words as they are looked up, codes as they are given."""

from collections.abc import Iterable, Mapping

import pytest

from newsevents._data.country import COUNTRY_CODES
from newsevents._data.currency import CURRENCY_CODES
from newsevents.values import _amount_words as amounts
from newsevents.values import _country_table as countries
from newsevents.values import _currency_signs as signs
from newsevents.values._currency_adjectives import ADJECTIVES
from newsevents.values._time import english
from newsevents.values._time.fold import fold
from newsevents.values._time.languages import LANGUAGES


def forms(texts: Iterable[str]) -> list[str]:
    """Return the words of a table, one by one."""
    return [form for text in texts for words in text.split() for form in words.split("|")]


@pytest.mark.parametrize("table", [signs.SIGNS, signs.WORDS, signs.MINOR, *signs.FOREIGN.values()])
def test_currencies(table: Mapping[str, str]) -> None:
    """Words are in lower case, and codes are those of ISO 4217, one of them perhaps marked as the likely one."""
    assert [word for word in table if word != word.lower()] == []
    codes = [code.removesuffix("?") for code in forms(table.values())]
    assert set(codes) <= {*CURRENCY_CODES}


def test_adjectives() -> None:
    """Words are in lower case, and say a country."""
    assert [word for word in ADJECTIVES if word != word.lower()] == []
    assert {*ADJECTIVES.values()} <= {*COUNTRY_CODES}


def test_amounts() -> None:
    """Words are in lower case, but for scales that are told apart by it."""
    tables = [*amounts.ONES, *amounts.TENS, *amounts.FRACTIONS, *amounts.PLUS_FRACTIONS, *amounts.COMPOUNDS]
    tables += [*amounts.BEFORE.values(), *amounts.AFTER.values(), amounts.SINGLES, amounts.PER_UNIT, amounts.UNITS]
    tables += [word for scales in amounts.SCALES.values() for word in scales]
    assert [word for word in forms(tables) if word != word.lower()] == []


def test_times() -> None:
    """English words are folded, those of other languages in lower case; languages have their tag."""
    tables = [english.MONTHS, english.WEEKDAYS, english.ORDINALS, english.NUMBERS, english.TENS, *english.ZONES]
    tables += [row[-1] for row in english.WORDS] + [row[-1] for row in english.HOLIDAYS]
    assert [word for word in forms(tables) if word != fold(word)] == []
    tables += [words for language in LANGUAGES.values() for words in language]
    assert [word for word in forms(tables) if word != word.lower()] == []
    assert [tag for tag in LANGUAGES if tag != tag.lower() or len(tag) != len("en")] == []


def test_a_country_is_found_however_many_are_asked_for() -> None:
    """A name means the same where few of its length are looked up as where the table of that length is taken apart."""
    apart = countries.Table()
    for length in range(100):
        for _ in range(20):
            apart.name("?" * length)
    keys = sorted(key for names in apart._names.values() for key in names)
    assert len(keys) > 30_000
    few = countries.Table()
    for index, key in enumerate(keys):
        if index % 10 == 0:
            few = countries.Table()
        assert few.name(key) == apart.name(key), key


@pytest.mark.parametrize("key", ["", "?", "\t", "an\tb", "a\nb", "\ud800", "ger\ud800any", "german", "x" * 5000])
def test_what_names_no_country_is_not_found(key: str) -> None:
    """Nor does what stands between the names of the table."""
    table = countries.Table()
    assert [table.name(key) for _ in range(20)] == [None] * 20
