"""Words that give two nationalities to one person."""

import pytest

from newsevents.rules._nationality import Names, second


@pytest.mark.parametrize(
    ("text", "told", "other"),
    [
        ("the Russian-Israeli businessman", "RU", "IL"),
        ("Viktor Orlov, a Russian-Israeli metals trader,", "IL", "RU"),
        ("the British-Iranian aid worker", "GB", "IR"),
        ("Russian-Israeli", "RU", "IL"),
        ("a dual Iranian-American national", "US", "IR"),
        ("dual North Korean and Chinese citizen", "KP", "CN"),
        ("Russian-Israeli dual nationals", "RU", "IL"),
        ("both a British and an Iranian national", "GB", "IR"),
        ("Orlov is a British and an Iranian national", "GB", "IR"),
        ("with a Russian and an Israeli passport", "RU", "IL"),
        ("Orlov holds Russian and Israeli citizenship", "RU", "IL"),
        ("dual citizenship of the United States and Russia", "US", "RU"),
        ("U.S.-Russian dual citizen Viktor Orlov", "RU", "US"),
        ("the Franco-Lebanese businessman", "LB", "FR"),
        ("the Hispano-Lebanese businessman", "LB", "ES"),
        ("the Italo-Lebanese businessman", "LB", "IT"),
        ("the Luso-Lebanese businessman", "LB", "PT"),
        ("the Russo-Lebanese businessman", "LB", "RU"),
        ("the Russian-Thai businessman", "RU", "TH"),
        ("US-Russian dual citizen Viktor Orlov", "RU", "US"),
        ("USA-Russian dual citizen", "RU", "US"),
        ("UK-Russian dual citizen", "RU", "GB"),
        ("UAE-Russian dual citizen", "RU", "AE"),
        ("U.K.-Russian dual citizen", "RU", "GB"),
        ("Russian-Israeli,", "RU", "IL"),
        ("Viktor Orlov, who is both British and Iranian and is 46", "GB", "IR"),
        ("She is both British and Iranian.", "IR", "GB"),
    ],
)
def test_two_are_named(text: str, told: str, other: str) -> None:
    """The other one of the two is found, whichever was told."""
    found = second(text, told, Names(["Viktor Orlov"]))
    assert found is not None
    assert found.country == other
    assert found.words in text


@pytest.mark.parametrize(
    "text",
    [
        "the Russian businessman",
        "the Israeli-Cypriot businessman",  # the one told is neither
        "the Russian-Soviet-Israeli businessman",
        "the Russian-Russian border guard and citizen",
        "Russian-American businessman",  # descent
        "Russian and Israeli citizens",  # some are one, some the other
        "a Russian and an Israeli citizen met",  # two persons
        "the Russian-Israeli joint venture director",
        "the Russian-Israeli trade office manager",
        "the Russian-Israeli talks",
        "the Russian-Israeli chamber of commerce",
        "Orlov renounced Russian and Israeli citizenship",
        "forged Russian and Israeli passports",
        "of Russian-Israeli descent, a businessman",
        "Pavel Lund met Viktor Orlov and a Russian-Israeli businessman",
        "the Russian-Israeli businessman Ali Rad met Viktor Orlov",
        "a Russian-Israeli businessman met Viktor Orlov in Limassol",
        "In-Is businessman",
        "the Russian-IT entrepreneur",  # no Italian
        "the Russian-LNG trader",
        "the Russian-CAR dealer",
        "Russian-Jewish businessman",
        "Viktor Orlov, whose yacht is both Russian and Israeli, is 46",
        "the banker who is both Russian and Israeli envoys' friend",
        "Russian and Korean citizenship",  # which Korea is not said
        "",
    ],
)
def test_two_are_not_surely_named(text: str) -> None:
    """What may be descent, somebody else's, over or of no persons at all gives nobody a nationality."""
    assert second(text, "RU", Names(["Viktor Orlov"])) is None


# Whose nationality is told most often in reports.
PERSONS = (
    "academic activist actor actress adviser advisor agent artist athlete author banker billionaire blogger broker "
    "businessman businesswoman captain chef citizen coach consultant criminal dealer detainee developer diplomat "
    "director doctor economist editor engineer entrepreneur executive financier fixer fugitive hacker historian "
    "industrialist inventor investor journalist jurist lawyer magnate man manager mercenary merchant millionaire model "
    "mogul musician national oligarch owner philanthropist photographer physicist pilot poet politician prisoner "
    "professor programmer promoter publisher refugee reporter researcher sailor scholar scientist shipowner singer "
    "soldier spy student teacher trader trafficker tycoon woman worker writer"
)


@pytest.mark.parametrize("noun", PERSONS.split())
def test_persons(noun: str) -> None:
    """Two adjectives with a hyphen before a word for a person are nationalities of that person."""
    found = second(f"the Russian-Israeli {noun} left", "RU", Names([]))
    assert found is not None
    assert found.country == "IL"
