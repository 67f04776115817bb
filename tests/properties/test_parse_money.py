"""Money and quantities in words: total, idempotent, and exact in every way of writing digits."""

import string
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsevents._data.currency import CURRENCY_CODES
from newsevents.errors import (
    AmbiguousMoneyError,
    AmbiguousQuantityError,
    NormalizationError,
    UnreadableMoneyError,
    UnreadableQuantityError,
)
from newsevents.values.measure import unmistakable
from newsevents.values.money import Money, format_money, parse_money
from newsevents.values.quantity import format_quantity, parse_quantity

PIECES = [
    *["$", "€", "USD ", "kr", "R$", "dollars", "euros", "cents", "p", "grand", "元", "円", "won", "рублей", "Canadian"],
    *["5", "0", "1,234", "1.234", "1 234", "1'234", "12,5", ".5", "1,00,000", "007", "½", "٥", "五", "万", "億", "千"],
    *["one", "twenty", "hundred", "thousand", "million", "m", "k", "bn", "crore", "млн", "Mrd.", "mil", "billion"],
    *["a", "an", "half", "and", "and a half", "point", "dozen", "a couple of", "a pair of", "dozens", "several"],
    *["more than", "at least", "some", "or more", "+", "~", "between", "to", "-", "–", "from", "of", "d'"],
    *["each", "per", "barrel", "in total", "worth", "cars", "tonnes", "percent", "(", ")", ".", ",", " ", "\u200f"],
]
PROSE = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join)
TEXTS = st.text(max_size=300) | st.text(string.printable) | PROSE
Reading = tuple[Callable[[str], Any], Callable[[Any], str], tuple[type[Exception], ...]]
READINGS: list[Reading] = [
    (parse_money, format_money, (UnreadableMoneyError, AmbiguousMoneyError)),
    (parse_quantity, format_quantity, (UnreadableQuantityError, AmbiguousQuantityError)),
]


@pytest.mark.parametrize(("parse", "write", "errors"), READINGS)
@given(text=TEXTS)
@example(text="\ud800$5")
@example(text="$5\x00")
@example(text="1" * 10_000)
@example(text="one hundred and " * 600)
@example(text="5 USD -0")
def test_any_text_is_a_value_or_a_named_error(
    parse: Callable[[str], Any], write: Callable[[Any], str], errors: tuple[type[Exception], ...], text: str
) -> None:
    """Nothing else is raised, and what is read is read again as itself."""
    try:
        value = parse(text)
    except errors:
        return
    again = parse(write(value))
    kept = {"text"}
    assert again.model_dump(exclude=kept) == value.model_dump(exclude=kept)
    assert write(again) == write(value)
    assert value.text is None or value.text == text.strip()


@given(
    text=TEXTS, currency=st.sampled_from(CURRENCY_CODES), country=st.sampled_from(["US", "JP", "KP", "DE", "SE", "KW"])
)
def test_hints_never_change_what_is_stated(text: str, currency: str, country: str) -> None:
    """What is read without hints, and is stated, is read with them."""
    try:
        money = parse_money(text)
    except NormalizationError:
        return
    assume(money.currency and money.currency_basis is None)
    assert parse_money(text, currency=currency, reference_country=country) == money


WHOLE = st.from_regex(r"0|[1-9][0-9]{0,29}", fullmatch=True)
FRACTION = st.from_regex(r"[0-9]{0,9}", fullmatch=True)
AMOUNTS = st.builds(lambda whole, rest: f"{whole}.{rest}" if rest else whole, WHOLE, FRACTION)


@given(amount=AMOUNTS, currency=st.sampled_from(CURRENCY_CODES), negative=st.booleans())
def test_code_and_amount_are_read_as_they_stand(amount: str, currency: str, negative: bool) -> None:
    """The canonical writing is read to the digit, where no reader could take its point for a group's."""
    amount = f"-{amount}" if negative and Decimal(amount) else amount
    assume(unmistakable(amount) == amount)
    assert parse_money(f"{currency} {amount}") == Money(amount=amount, currency=currency)


@given(amount=AMOUNTS, currency=st.sampled_from(CURRENCY_CODES))
@example(amount="1.234", currency="IDR")
def test_any_sum_is_written_as_it_is_read(amount: str, currency: str) -> None:
    """Whatever its digits, the writing of a sum is read as that number, and written again the same."""
    written = format_money(Money(amount=amount, currency=currency))
    again = parse_money(written)
    assert (Decimal(again.amount or "NaN"), again.currency) == (Decimal(amount), currency)
    assert format_money(again) == written


@given(amount=st.from_regex(r"[1-9][0-9]{0,2}\.[0-9]{3}", fullmatch=True))
@example(amount="1.234")
def test_what_others_would_group_is_not_read(amount: str) -> None:
    """One to three digits, a point, three digits: both readings are candidates."""
    with pytest.raises(AmbiguousMoneyError) as caught:
        parse_money(f"{amount} €")
    assert caught.value.candidates == (amount.replace(".", ""), amount)
    # One zero more is no group: this is how such an amount is written.
    assert parse_money(f"{amount}0 €").amount == f"{amount}0"


def grouped(digits: str, mark: str) -> str:
    """Return *digits* with *mark* between groups of three from the right."""
    return f"{int(digits):,}".replace(",", mark)


FAMILIES = [(",", "."), (".", ","), (" ", ","), (" ", "."), ("\u00a0", ","), ("\u202f", ","), ("'", "."), ("’", ".")]


@pytest.mark.parametrize(("group", "point"), FAMILIES)
@given(whole=WHOLE, cents=st.from_regex(r"[0-9]{2}", fullmatch=True))
def test_both_families_of_separators(group: str, point: str, whole: str, cents: str) -> None:
    """Digits in groups with cents are read alike whichever marks part them."""
    for text in (f"{grouped(whole, group)}{point}{cents} EUR", f"€{grouped(whole, group)}{point}{cents}"):
        assert parse_money(text).amount == f"{whole}.{cents}"


@given(whole=st.integers(1_000_000, 10**30))
def test_groups_alone(whole: int) -> None:
    """Two marks of one kind group, also in the Indian way."""
    digits = str(whole)
    head, last = digits[:-3], digits[-3:]
    pairs = f"{head[: len(head) % 2]}," * (len(head) % 2) + ",".join(
        head[place : place + 2] for place in range(len(head) % 2, len(head), 2)
    )
    for text in (grouped(digits, ","), grouped(digits, "."), grouped(digits, " "), f"{pairs},{last}"):
        assert parse_money(f"{text} EUR").amount == digits


@given(mantissa=st.decimals(1, 999, places=2), scale=st.sampled_from([("k", 3), ("m", 6), ("bn", 9), ("trillion", 12)]))
def test_scales_are_exact(mantissa: Decimal, scale: tuple[str, int]) -> None:
    """A scale moves the point, whatever the digits."""
    word, exponent = scale
    assert Decimal(parse_money(f"£{mantissa}{' ' * (len(word) > 2)}{word}").amount or "") == mantissa.scaleb(exponent)


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905  (as a text)
ONES += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """Return *number* as English spells it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if rest < 100 else " "
            return f"{in_words(number // scale)} {word}" + (f"{joint}{in_words(rest)}" if rest else "")
    raise AssertionError


@given(number=st.integers(0, 10**12 - 1) | st.integers(0, 2000))
def test_number_words(number: int) -> None:
    """Every number in words is read as that number."""
    assert parse_money(f"{in_words(number)} euros").amount == str(number)
    assert parse_quantity(f"{in_words(number)} cars").amount == str(number)
