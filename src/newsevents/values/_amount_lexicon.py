"""The writings that sums and quantities are made of, gathered from the tables when they are first needed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from newsevents.values import _amount_words as words
from newsevents.values import _currency_signs as signs
from newsevents.values._amount_scan import LONGEST, Lexicon, Senses, folded
from newsevents.values._currency_adjectives import ADJECTIVES
from newsevents.values._currency_names import code_senses, currencies, named, names

__all__ = ["currency_code", "money_entries", "money_lexicon", "quantity_lexicon"]

_Row: TypeAlias = tuple[str, str, Any, str]
"""A writing, its kind, its value, and how its language writes numbers."""

# Written small, other codes are words: all, cup, pen, top, try.
_SMALL = (
    "aed aud brl cad chf cny czk dkk eur gbp hkd huf idr ils inr jpy kpw krw kzt mxn myr ngn nok nzd php pkr pln rub "
    "sar sek sgd thb twd uah usd vnd zar"
)

# Nouns that stand before a number too, as rupees and euros do; the others are names: Mark 5, Real 5.
_BEFORE = [
    "dollars",
    "yen",
    "yuan",
    "renminbi",
    "naira",
    "taka",
    "baht",
    "birr",
    "ringgit",
    "rupiah",
    "dirham",
    "dirhams",
    "riyal",
    "riyals",
    "dinar",
    "dinars",
    "peso",
    "pesos",
]
_AMOUNT_WORDS = {
    "single": words.SINGLES,
    "of": "of|d'|de|di|of the|av|der|des|do",
    "and": "and|&|y|et|und|e|i|и|en|och|og",
    "to": "to|bis|a|do|до|through|til|till|tot|~|から|至|到|에서",
    "point": "point|komma|virgule",
    "couple": "a couple of|a couple|couple of",
    "dozen": "dozen",
    "dash": "-|\u2013",
    "minus": "-",
    "between": "between|entre|zwischen|tra|fra|tussen|mellan|mellom|mellem|между|між|від|da|od|van|fran",
    "from": "from|de|von|от",
    "total_before": "a total of|totaling|totalling|altogether|in all|a combined|a total",
    "total_after": "in total|altogether|total|in all|overall|combined|all told|in sum|all together",
}
_MONEY_WORDS = {
    "lead": (
        "worth|worth of|valued at|priced at|costing|in the amount of|the sum of|a sum of|the equivalent of|anywhere|"
        "somewhere|ranging|in the range of|a range of|a price of|a price tag of|a cost of"
    ),
    "per": "per|/|for each|for every|every",
    "per_unit": words.PER_UNIT,
    "unit_noun": words.UNITS,
}


def _split(row: str) -> Iterator[str]:
    """Yield the writings of a row of words, which a bar parts."""
    for writing in row.split("|"):
        yield folded(writing)[1]


def _names(row: str) -> Iterator[str]:
    """Yield the writings of a row of names, which blanks part."""
    for writing in row.split():
        yield folded(writing.replace("_", " "))[1]


def _amount_rows() -> Iterator[_Row]:
    """Yield what money and quantities share."""
    single: dict[str, Mapping[str, int]] = {
        "ones": words.ONES,
        "tens": words.TENS,
        "cjk_digit": words.CJK_DIGITS,
        "cjk_unit": words.CJK_UNITS,
    }
    yield from ((writing, kind, value, "") for kind, table in single.items() for writing, value in table.items())
    fractions = {"fraction": words.FRACTIONS, "plus_fraction": words.PLUS_FRACTIONS, "vulgar": words.VULGAR}
    for kind, rows in fractions.items():
        yield from ((writing, kind, Decimal(value), "") for row, value in rows.items() for writing in _split(row))
    comparisons = {"before": words.BEFORE, "after": words.AFTER}
    for kind, each in comparisons.items():
        yield from ((writing, kind, value, "") for value, row in each.items() for writing in _split(row))
    for style, scales in words.SCALES.items():
        yield from ((writing, "scale", value, style) for row, value in scales.items() for writing in _split(row))
    yield from ((writing, kind, True, "") for kind, row in _AMOUNT_WORDS.items() for writing in _split(row))


def _currency_rows() -> Iterator[_Row]:
    """Yield the signs and names of currencies."""
    for row, codes in signs.SIGNS.items():
        yield from ((writing, "currency", currencies(codes, before=True), "") for writing in _names(row))
    for row, codes in signs.WORDS.items():
        for writing in _names(row):
            # A grand is a thousand of the currency that goes without saying.
            kind = "with_currency" if writing == "grand" else "currency"
            yield writing, kind, currencies(codes, before=writing in _BEFORE), ""
    for style, rows in signs.FOREIGN.items():
        for row, codes in rows.items():
            yield from ((writing, "currency", currencies(codes), style) for writing in _names(row))
    for row, codes in signs.MINOR.items():
        yield from ((writing, "currency", currencies(codes, minor=2), "") for writing in _names(row))
    for row, country in ADJECTIVES.items():
        yield from ((writing, "adjective", country, "") for writing in _names(row))
    yield from ((code, "currency", code_senses()[code.upper()]["currency"], "") for code in _SMALL.split())


def _money_rows() -> Iterator[_Row]:
    """Yield what sums have and quantities have not."""
    yield from _currency_rows()
    for writing, (exponent, code) in words.COMPOUNDS.items():
        yield writing, "scale", exponent, ""
        yield writing, "with_currency", currencies(code), ""
    yield from ((writing, kind, True, "") for kind, row in _MONEY_WORDS.items() for writing in _split(row))
    # "mil" is a thousand in Spanish, a million on trading floors: no English word, but no hint of Spanish either.
    yield "mil", "mil", True, ""


def _gathered(*several: Iterator[_Row]) -> dict[str, dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    for rows in several:
        for writing, kind, value, style in rows:
            senses = entries.setdefault(writing, {"style": style})
            # What is English too says nothing of how the numbers are written.
            if senses["style"] != style:
                senses["style"] = ""
            senses.setdefault(kind, value)
    return entries


@cache
def quantity_lexicon() -> Lexicon:
    """Return the writings that quantities are made of."""
    entries = _gathered(_amount_rows())
    # These are units and other things too: tonnes, bits, grand pianos. "m" is settled by what follows.
    for writing in ("t", "b", "cr", "tr", "grand"):
        del entries[writing]["scale"]
    return Lexicon(entries, {})


@cache
def money_entries() -> Mapping[str, Senses]:
    """Return every writing of a sum but the long names of currencies."""
    return _gathered(_amount_rows(), _money_rows())


@cache
def money_lexicon(*, full: bool) -> Lexicon:
    """Return the writings that sums are made of; *full* with the names of all currencies in many languages."""
    return Lexicon(money_entries(), _cased(), names(), _named) if full else Lexicon(money_entries(), _cased())


@cache
def _cased() -> Mapping[str, Senses]:
    """Return the writings that count only in the letter case that is given."""
    scales = {writing: {"scale": exponent} for writing, exponent in words.CASED_SCALES.items()}
    return scales | {writing: {"currency": currencies(code, before=True)} for writing, code in signs.CASED.items()}


def _named(name: str) -> Senses:
    found = named(name)
    return {"currency": found} if found else {}


def currency_code(name: str) -> str | None:
    """Return the code of the one currency that *name* states, in words; `None` where it states none."""
    plain, low = (" ".join(text.split()) for text in folded(name if len(name) <= LONGEST else ""))
    found = (_cased().get(plain) or money_entries().get(low) or {}).get("currency") or named(low)
    return found.codes[0] if found and found.stated and not found.minor else None
