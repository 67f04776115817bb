"""Sums in the words of reports: what is read, what is refused, and what is left open."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pydantic
import pytest
from pydantic import BaseModel

from newsevents.errors import AmbiguousMoneyError, NormalizationError, UnreadableMoneyError
from newsevents.values.money import Money, MoneyLike, format_money, parse_money

TABLE = (Path(__file__).parent / "money.txt").read_text(encoding="utf-8")


def rows(section: str) -> list[tuple[str, str]]:
    """Return the two sides of each line of a section of the table."""
    lines = TABLE.partition(f"[{section}]\n")[2].partition("\n\n")[0].splitlines()
    return [(words, said) for words, _, said in (line.partition(" => ") for line in lines)]


def told(money: Money) -> str:
    """Write *money* as the table does."""
    unsure = money.currency is None or money.currency_basis == "inferred"
    parts = [f"{money.currency or ''}{'?' if unsure else ''}", money.amount or f"{money.minimum}..{money.maximum}"]
    parts += [money.comparator] if money.comparator not in {"exact", "between"} else []
    return " ".join(parts + ([money.scope] if money.scope else []))


@pytest.mark.parametrize(("words", "said"), rows("read"))
def test_reads_what_is_said(words: str, said: str) -> None:
    """Currency, amount, comparison and scope, and whether the currency is stated; the words are kept."""
    money = parse_money(words)
    assert told(money) == said
    assert money.text in {words, None}


@pytest.mark.parametrize(
    "mark",
    [
        "\u200e",
        "\u200f",
        "\u061c",
        "\u202a",
        "\u202b",
        "\u202c",
        "\u202d",
        "\u202e",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\u200b",
    ],
)
def test_marks_without_width_are_blanks(mark: str) -> None:
    """They set the direction of a line, or say where it may break."""
    assert told(parse_money(f"{mark}US$5{mark} million{mark}")) == "USD 5000000"


def test_hints_hold_before_a_full_stop() -> None:
    """The sentence ends, and the hints are the same."""
    assert parse_money("5 million.", currency="EUR").currency == "EUR"
    assert parse_money("$5 million.", reference_country="CA").currency == "CAD"


@pytest.mark.parametrize(("words", "_"), rows("read"))
def test_what_was_read_is_read_as_itself(words: str, _: str) -> None:
    """Written out, a sum is read as the same sum, and its writing no longer changes."""
    money = parse_money(words)
    again = parse_money(format_money(money))
    assert told(again) == told(money)
    assert format_money(again) == format_money(money)


@pytest.mark.parametrize(("words", "amounts"), rows("ambiguous"))
def test_says_no_where_two_sums_are_meant(words: str, amounts: str) -> None:
    """Both readings are told, and neither is taken."""
    with pytest.raises(AmbiguousMoneyError) as caught:
        parse_money(words)
    assert " or ".join(caught.value.candidates) == amounts


@pytest.mark.parametrize(("words", "_"), rows("refused"))
def test_refuses_what_is_no_sum(words: str, _: str) -> None:
    """A piece that is not understood refuses the whole."""
    with pytest.raises(UnreadableMoneyError, match="no sum of money is read from"):
        parse_money(words)


@pytest.mark.parametrize(
    ("words", "currency", "country", "said"),
    [
        ("$5", None, "CA", "CAD? 5"),
        ("$5", None, "mx", "MXN? 5"),
        ("$5", None, "EC", "USD? 5"),
        ("$5", None, "FR", "USD? 5"),
        ("$5", "aud", None, "AUD? 5"),
        ("$5", "AUD", "CA", "AUD? 5"),
        ("$5", "EUR", None, "USD? 5"),
        ("US$5", "CAD", "CA", "USD 5"),
        ("€5", "USD", "US", "EUR 5"),
        ("£5", None, "EG", "EGP? 5"),
        ("£5", None, "GB", "GBP? 5"),
        ("¥5", None, "JP", "JPY? 5"),
        ("¥5", None, "CN", "CNY? 5"),
        ("¥5", None, "US", "? 5"),
        ("5 kr", None, "SE", "SEK? 5"),
        ("5 kr.", None, "DK", "DKK? 5"),
        ("5 kroner", None, "NO", "NOK? 5"),
        ("5 crowns", None, "CZ", "CZK? 5"),
        ("R5", None, "ZA", "ZAR? 5"),
        ("Rs 5", None, "IN", "INR? 5"),
        ("Rs 5", None, "PK", "PKR? 5"),
        ("5 won", None, "KP", "KPW? 5"),
        ("₩5", None, "KR", "KRW? 5"),
        ("5 dirhams", None, "MA", "MAD? 5"),
        ("5 rubles", None, "BY", "BYN? 5"),
        ("5 pounds", None, "LB", "LBP? 5"),
        ("5 grand", None, "GB", "GBP? 5000"),
        ("1.500 dinars", None, "KW", "KWD? 1.500"),
        ("5 dollars", None, "SUHH", "USD? 5"),
        ("40", "KPW", None, "KPW? 40"),
        ("a billion", "EUR", None, "EUR? 1000000000"),
        ("5-7 million", "EUR", None, "EUR? 5000000..7000000"),
        ("99 cents", None, "AU", "AUD? 0.99"),
        ("99 cents", None, "DE", "EUR? 0.99"),
    ],
)
def test_hints_settle_what_the_words_leave_open(
    words: str, currency: str | None, country: str | None, said: str
) -> None:
    """A hint chooses among what the words may mean, and never overrules them; what it settles is inferred."""
    assert told(parse_money(words, currency=currency, reference_country=country)) == said


def test_hints_settle_no_contradiction() -> None:
    """Two currencies of one sum are a slip, whichever is expected."""
    for currency in ("EUR", "USD"):
        with pytest.raises(UnreadableMoneyError):
            parse_money("$5 euros", currency=currency)


@pytest.mark.parametrize("hint", [{"currency": "ZZZ"}, {"currency": ""}, {"reference_country": "ZZ"}])
def test_a_wrong_hint_is_an_error(hint: dict[str, str]) -> None:
    """A hint that is no code is the caller's mistake, and not the text's."""
    with pytest.raises(ValueError, match="is no c") as caught:
        parse_money("$5", **hint)
    assert not isinstance(caught.value, NormalizationError)


def test_a_country_is_no_currency() -> None:
    """Where no currency is named, a country alone makes no money of a number."""
    with pytest.raises(UnreadableMoneyError):
        parse_money("40", reference_country="US")


@pytest.mark.parametrize(
    "words",
    ["USD 5", "more than EUR 1000000", "between JPY 5 and JPY 7", "at most CHF 5.50 each", "USD -5", "about USD 5"],
)
def test_canonical_words_are_not_kept(words: str) -> None:
    """What says no more than the fields do is not kept beside them."""
    money = parse_money(words)
    assert money.text is None
    assert format_money(money) == words


def test_words_stand_for_what_has_no_canonical_writing() -> None:
    """An inferred or unknown currency, or words alone, are written as the source has them."""
    assert format_money(parse_money("100 kr")) == "100 kr"
    assert format_money(parse_money("$5")) == "$5"
    assert format_money(Money(text="a fortune")) == "a fortune"
    assert format_money(Money(amount="5")) == "5"
    assert format_money(parse_money("US$5 apiece")) == "USD 5 each"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"amount": "1.234", "currency": "EUR"}, "EUR 1.2340"),
        ({"amount": "-12.345", "currency": "IDR"}, "IDR -12.3450"),
        (
            {"minimum": "1.234", "maximum": "2.345", "comparator": "between", "currency": "EUR"},
            "between EUR 1.2340 and EUR 2.3450",
        ),
        ({"amount": "1.234", "currency": "KWD"}, "KWD 1.234"),
        ({"amount": "1234.567", "currency": "EUR"}, "EUR 1234.567"),
    ],
)
def test_three_decimals_are_written_as_no_group(figures: dict[str, str], words: str) -> None:
    """A sum that was not read from words is written so that it is read as itself, too."""
    money = Money.model_validate(figures)
    assert format_money(money) == words
    again = parse_money(words)
    for name in ("amount", "minimum", "maximum"):
        assert Decimal(getattr(again, name) or 0) == Decimal(figures.get(name, 0))


def test_forty_digits() -> None:
    """Forty digits are exact, in digits and by their scale; one more is refused."""
    assert parse_money("USD " + "9" * 40).amount == "9" * 40
    assert parse_money(f"${'9' * 31} billion").amount == "9" * 31 + "0" * 9
    assert parse_money(f"€0.{'1' * 39}").amount == "0." + "1" * 39
    with pytest.raises(UnreadableMoneyError):
        parse_money("USD " + "9" * 41)
    with pytest.raises(UnreadableMoneyError):
        parse_money(f"${'9' * 32} billion")


def test_long_texts_are_refused() -> None:
    """A sum is short; longer texts are not read, and messages quote their beginning."""
    with pytest.raises(UnreadableMoneyError, match=r"^no sum of money is read from '\$5 5 5[ 5]*…'$") as caught:
        parse_money("$5" + " 5" * 4000)
    assert len(str(caught.value)) < 120


def test_white_space_around_is_not_kept() -> None:
    """Blanks around the words are no part of them."""
    assert parse_money(" \t$5\n").text == "$5"


class Priced(BaseModel):
    """A model with a price."""

    price: MoneyLike


def test_fields_take_words() -> None:
    """On the Python path a field takes words, on the JSON path canonical objects only."""
    assert Priced.model_validate({"price": "more than $1 million"}).price == parse_money("more than $1 million")
    assert Priced(price=Money(amount="5")).price.amount == "5"
    with pytest.raises(pydantic.ValidationError):
        Priced.model_validate_json('{"price": "$5"}')
    for value, code in [("a fortune", "unreadable_money"), ("1.234 €", "ambiguous_money"), (5, "model_type")]:
        with pytest.raises(pydantic.ValidationError) as caught:
            Priced.model_validate({"price": value})
        assert caught.value.errors()[0]["type"] == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("usd", "USD"),
        ("euros", "EUR"),
        ("Japanese yen", "JPY"),
        ("доллар США", "USD"),
        ("€", "EUR"),
        ("US$", "USD"),
        ("Ft", "HUF"),
    ],
)
def test_codes_by_name(name: str, code: str) -> None:
    """A currency is also taken by a name or sign that states it."""
    assert Money.model_validate({"amount": "5", "currency": name}).currency == code


@pytest.mark.parametrize("name", ["$", "dollars", "won", "cents", "Le", "ft", "CFA-Frank", "", "x" * 500, 5, "apples"])
def test_shared_names_are_no_codes(name: Any) -> None:
    """What several currencies share, and what names none, is refused as a code."""
    with pytest.raises(pydantic.ValidationError, match="a currency code"):
        Money.model_validate({"amount": "5", "currency": name})


# --- the worked cases -------------------------------------------------------------------------------------------------

CASES = Path(__file__).parents[4] / "shared" / "cases" / "money.txt"
COMPARATORS = {
    "=": "exact",
    ">": "more_than",
    ">=": "at_least",
    "<": "less_than",
    "<=": "at_most",
    "~": "about",
}


def fits(money: Money | None, answer: str) -> bool:
    """Return whether *money* is the *answer* of a case."""
    if money is None or answer == "-":
        return money is None and answer == "-"
    codes, amount, *comparator = answer.split()
    known = {money.currency or "?"} | ({"?"} if money.currency_basis == "inferred" else set())
    ends = money.amount or f"{money.minimum}..{money.maximum}"
    right = [end.rstrip("0").rstrip(".") if "." in end else end for end in ends.split("..")] == [
        end.rstrip("0").rstrip(".") if "." in end else end for end in amount.split("..")
    ]
    return (
        right
        and not known.isdisjoint(codes.split(","))
        and all(COMPARATORS[sign] == money.comparator for sign in comparator)
    )


@pytest.mark.skipif(not CASES.exists(), reason="the worked cases are not part of the repository")
def test_worked_cases() -> None:
    """Every worked case is answered as it should be, or refused where that is right."""
    wrong = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        words, arrow, answers = line.partition(" => ")
        if not arrow or line.startswith("#"):
            continue
        words = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), "" if words == '""' else words)
        try:
            money = parse_money(words)
        except NormalizationError:
            money = None
        if not any(fits(money, answer.strip()) for answer in answers.partition("  # ")[0].split(" | ")):
            wrong.append((words, answers, money))
    assert wrong == []
