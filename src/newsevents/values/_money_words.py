"""Sums of money in words: what they say, as the fields of `Money`."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Any, NoReturn

from newsevents.errors import AmbiguousMoneyError, UnreadableMoneyError
from newsevents.values import _currency_names as names
from newsevents.values._amount import Point, shifted, style_of, written
from newsevents.values._amount_lexicon import money_lexicon
from newsevents.values._amount_scan import LONGEST, Token, blanked, folded, quoted, scan
from newsevents.values._money_reader import Sum, read_sum
from newsevents.values.currency import THREE_DECIMALS

__all__ = ["read"]


def read(text: str, currency: str | None, reference_country: str | None) -> dict[str, Any]:
    """Return the fields that `parse_money` reads from words, `None` among them, without `text`.

    Raises what `parse_money` does.
    """
    hint, country = names.checked(currency, reference_country)
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise UnreadableMoneyError(f"no sum of money is read from {quoted(words)}", text)
    fields = _read(words, hint, country)
    if fields is None:
        _refuse(words, hint, country, text)
    return fields


def _read(words: str, hint: str | None, country: str | None) -> dict[str, Any] | None:
    # A full stop after a word is the sentence's, unless it is an abbreviation's.
    whole = _read_all(words, hint, country)
    return _read_all(words[:-1], hint, country) if whole is None and re.search(r"[^\W\d_]\.$", words) else whole


def _read_all(words: str, hint: str | None, country: str | None) -> dict[str, Any] | None:
    text = folded(blanked(words))
    # The names of all currencies in many languages are loaded only for what cannot be read without them.
    for full in (False, True):
        tokens = scan(text, money_lexicon(full=full), names.code_senses())
        if tokens is None:
            continue
        for adds in (True, False):
            read = read_sum(tokens, adds=adds)
            if read and (fields := _fields(read, tokens, words, hint, country)):
                return fields
    return None


# No decimals in use, and a point groups where they are tender.
_POINT_GROUPS = frozenset({"CLP", "COP", "IDR", "ISK", "PYG", "VND"})


def _point(codes: tuple[str, ...]) -> Point:
    if codes and THREE_DECIMALS.issuperset(codes):
        return "decimal"
    return "group" if codes and _POINT_GROUPS.issuperset(codes) else ""


# Sold at prices to a tenth of a cent.
_FINE_PRICES = frozenset({"gallon", "liter", "litre", "kwh"})


def _fields(read: Sum, tokens: list[Token], words: str, hint: str | None, country: str | None) -> dict[str, Any] | None:
    if read.currency is not None:
        code, basis = read.currency.settle(hint, country)
    elif hint:
        code, basis = hint, "inferred"
    else:
        return None
    shown = {token.shown.lower() for token in tokens}
    style = style_of(tokens)
    point = _point((code,) if code else read.currency.codes if read.currency else ())
    reading: Point = "decimal" if shown & _FINE_PRICES else point
    ends = read.values(style, reading)
    said = [part.figure.as_said or (part.figure.bare and bool(part.minor or part.cents)) for part in read.ends]
    amounts = [written(values, as_said=as_said, point=point) for values, as_said in zip(ends, said, strict=True)]
    if not all(amounts):
        return None
    for several in amounts:
        if len(several) > 1:
            _several(words, several, "its mark may group digits or part decimals")
    if _long_scale(tokens, shown):
        thousand_fold = written([shifted(ends[-1][0], 3)], as_said=False)
        _several(words, (*amounts[-1], *thousand_fold), "its scale word is another number in English")
    if "mil" in shown and not style:
        _several(
            words, (*amounts[-1], *written([shifted(ends[-1][0], 3)], as_said=False)), "mil is a thousand or a million"
        )
    fields: dict[str, Any] = {"comparator": read.comparator, "currency": code, "currency_basis": basis}
    fields["scope"] = read.scope
    if read.comparator != "between":
        return fields | {"amount": amounts[0][0]}
    return fields | _range(read, ends, amounts, words) if ends[0][0] < ends[1][0] else None


def _range(
    read: Sum, ends: Sequence[Sequence[Decimal]], amounts: Sequence[Sequence[str]], words: str
) -> dict[str, str]:
    if read.may_share_thousands:
        in_thousands = written([shifted(ends[0][0], 3)], as_said=False)
        _several(words, (*amounts[0], *in_thousands), "its lower end may be in thousands")
    return {"minimum": amounts[0][0], "maximum": amounts[1][0]}


_SHORT_SCALE = frozenset({"billion", "billions", "trillion", "trillions"})


def _long_scale(tokens: Sequence[Token], shown: AbstractSet[str]) -> bool:
    """Return whether a scale word may be French or German, and a thousand times the English one."""
    foreign = any("of" in token.senses and token.shown.lower() != "of" for token in tokens)
    german = {"Billion", "Euro"} <= {token.shown for token in tokens} or not shown.isdisjoint({"ein", "eine"})
    return not _SHORT_SCALE.isdisjoint(shown) and (foreign or german)


def _several(words: str, amounts: Sequence[str], why: str) -> NoReturn:
    message = f"{quoted(words)} is {' or '.join(amounts)}: {why}"
    raise AmbiguousMoneyError(message, words, candidates=amounts)


def _refuse(words: str, hint: str | None, country: str | None, text: str) -> NoReturn:
    inner = words[1:-1] if words.startswith("(") and words.endswith(")") else words.lstrip("-\u2212\u2013\u2014 ")
    if inner != words and (fields := _read(inner, hint, country)) and "amount" in fields:
        amount = fields["amount"]
        raise AmbiguousMoneyError(
            f"{quoted(words)} may be negative, or only punctuated so; write USD -5 for what is owed",
            text,
            candidates=[amount, f"-{amount}"],
        )
    raise UnreadableMoneyError(f"no sum of money is read from {quoted(words)}", text)
