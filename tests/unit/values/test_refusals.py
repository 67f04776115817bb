"""The words of refusals, one line for each reason, in `refusals.txt`: they say what is wrong and what to do."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from newsevents import normalize_country, parse_money, parse_quantity, parse_when
from newsevents.errors import NormalizationError

NORMALIZERS: dict[str, Callable[..., object]] = {
    "country": normalize_country,
    "money": parse_money,
    "quantity": parse_quantity,
    "when": parse_when,
}


def refusals() -> list[tuple[str, str, dict[str, str], str]]:
    """Return normalizer, text, options and message of every line of the table."""
    rows = []
    for line in Path(__file__).with_name("refusals.txt").read_text("utf-8").splitlines()[1:]:
        case, message = line.split(" => ")
        kind, given = case.split(" | ")
        text, _, reference = given.partition(" @ ")
        rows.append((kind, text, {"reference": reference} if reference else {}, message))
    return rows


@pytest.mark.parametrize(("kind", "text", "options", "message"), refusals())
def test_says_why(kind: str, text: str, options: dict[str, str], message: str) -> None:
    """A refusal says of the text what the table says."""
    with pytest.raises(NormalizationError) as caught:
        NORMALIZERS[kind](text, **options)
    assert (str(caught.value), caught.value.text) == (message, text)


@pytest.mark.parametrize(("kind", "text", "options", "_"), refusals())
def test_goes_with_its_last_user(kind: str, text: str, options: dict[str, str], _: str) -> None:
    """What refused knows who called; it must not wait for the collector with all that they hold."""
    gc.disable()
    try:
        NORMALIZERS[kind](text, **options)
    except NormalizationError as error:
        is_there = weakref.ref(error)
    finally:
        gc.enable()
    assert is_there() is None
