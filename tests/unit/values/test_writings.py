"""Every writing in the tables of sums: what it says is written down once more, in `writings.txt`."""

from pathlib import Path

import pytest

from newsevents.errors import AmbiguousMoneyError
from newsevents.values._amount_lexicon import money_entries
from newsevents.values.money import Money, parse_money

_, READ, AMBIGUOUS = (
    [(words, said) for words, _, said in (line.partition(" => ") for line in part.splitlines()[1:])]
    for part in (Path(__file__).parent / "writings.txt").read_text("utf-8").split("\n\n")
)


def told(money: Money) -> str:
    """Write *money* as `money.txt` does."""
    unsure = money.currency is None or money.currency_basis == "inferred"
    parts = [f"{money.currency or ''}{'?' if unsure else ''}", money.amount or f"{money.minimum}..{money.maximum}"]
    parts += [money.comparator] if money.comparator not in {"exact", "between"} else []
    return " ".join(parts + ([money.scope] if money.scope else []))


def test_every_writing_is_read_as_ever() -> None:
    """What a report was read as, the next release reads it as."""
    assert [(words, told(parse_money(words))) for words, _ in READ] == READ


@pytest.mark.parametrize(("words", "amounts"), AMBIGUOUS)
def test_writings_that_leave_it_open(words: str, amounts: str) -> None:
    """Both amounts are told."""
    with pytest.raises(AmbiguousMoneyError) as caught:
        parse_money(words)
    assert " or ".join(caught.value.candidates) == amounts


def test_no_writing_is_left_out() -> None:
    """A writing that is added to the tables gets a line."""
    phrases = "\n".join(words for words, _ in READ + AMBIGUOUS)
    assert [writing for writing in money_entries() if writing not in phrases] == []
