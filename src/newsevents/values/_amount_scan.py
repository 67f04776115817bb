"""Words into tokens: folding, and the one scanner that money and quantities share.

A text is understood whole or not at all: where no token fits, scanning ends, and so the time is linear in the text.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from newsevents._regex import regex

__all__ = ["LONGEST", "Lexicon", "Senses", "Token", "blanked", "folded", "quoted", "scan"]

LONGEST = 160
"""No sum or quantity takes more characters; longer texts are refused unread."""

_SHOWN = 60

Senses = Mapping[str, Any]
"""What a writing may be: the kinds of token, each with its value."""

# ruff: noqa: RUF001  (marks of many scripts)
_PLAIN = {
    **dict.fromkeys("’‘ʼʻ′`´٬", "'"),
    **dict.fromkeys("‐‑‒−﹣", "-"),
    **dict.fromkeys("—―", "–"),
    **dict.fromkeys("～〜", "~"),
    **dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b", " "),
    "٫": "·",
    "⁄": "/",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ø": "o",
    "Ø": "O",
    "ı": "i",
    "ς": "σ",
    "￥": "¥",
    "￡": "£",
    "￦": "₩",
    "￠": "¢",
    "。": ".",
    "、": ",",
}
_ASCII = str.maketrans({char: plain for char, plain in _PLAIN.items() if char.isascii()})
# A full-width form is its ASCII twin moved by this much.
_WIDE = 0xFEE0
# On letters only: what stands over a digit, or strikes either out, changes what is said.
_ACCENTS = r"(?<=[^\W\d_])[\u0300-\u0333\u0339-\u036f]+"


def quoted(words: str) -> str:
    """Return *words* for a message, cut where they are long."""
    return repr(words if len(words) <= _SHOWN else words[:_SHOWN] + "…")


def blanked(text: str) -> str:
    """Return *text* with one blank for each white space in it, and two where digits on its sides are two numbers.

    A tab, a new line or more than one blank parts columns and lines, not thousands.
    """
    return re.sub(r"\s+", _blank, text.strip())


def _blank(found: re.Match[str]) -> str:
    white, text = found.group(), found.string
    parts = text[found.start() - 1].isdigit() and text[found.end()].isdigit()
    return "  " if parts and (len(white) > 1 or unicodedata.category(white) != "Zs") else " "


@cache
def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if "！" <= char <= "｝":
        return chr(ord(char) - _WIDE)
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    return " " if kind == "Zs" else char


def folded(text: str) -> tuple[str, str]:
    """Return *text* with one writing for each digit, blank, dash and apostrophe and no accents; and that in lower case.

    The two are of equal length.
    """
    if text.isascii():
        plain = text.translate(_ASCII)
        return plain, plain.lower()
    plain = "".join(map(_plain, text))
    if not plain.isascii():
        bare = re.sub(_ACCENTS, "", unicodedata.normalize("NFD", plain))
        plain = "".join(map(_plain, unicodedata.normalize("NFC", bare)))
    low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    return plain, low


class Token(NamedTuple):
    """A piece of text with what it may be; `number` holds digits and marks, and a dash where no cents are said."""

    shown: str
    senses: Senses
    number: str = ""
    spaced: bool = False


def _nothing(_: str) -> Senses:
    return {}


class Lexicon:
    """Writings by their folded form.

    Args:
        entries: The writings.
        cased: Those that count only in the letter case that is given.
        more: Further writings, many of them, and what tells the senses of one.
    """

    def __init__(
        self,
        entries: Mapping[str, Senses],
        cased: Mapping[str, Senses],
        more: Mapping[str, str] | None = None,
        told: Callable[[str], Senses] | None = None,
    ) -> None:
        self._entries = entries
        self._cased = cased
        self._told = told or _nothing
        # Longest first, and by first character: few lengths are tried at each place.
        lengths: dict[str, set[int]] = {}
        for writing in (*entries, *cased, *(more or ())):
            lengths.setdefault(writing[0], set()).add(len(writing))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def longest(self, plain: str, low: str, start: int) -> tuple[int, Senses] | None:
        """Return where the longest writing that stands at *start* ends, and its senses."""
        for length in self._lengths_at(plain, low, start):
            end = start + length
            if end > len(low) or not _ends(low, end):
                continue
            writing = low[start:end]
            senses = self._cased.get(plain[start:end]) or self._entries.get(writing) or self._told(writing)
            if senses:
                return end, senses
        return None

    def means(self, writing: str, kinds: frozenset[str]) -> bool:
        """Return whether the folded *writing* is one of *kinds*."""
        return not kinds.isdisjoint(self._entries.get(writing, {}))

    def _lengths_at(self, plain: str, low: str, start: int) -> list[int]:
        lengths = self._lengths.get(low[start], [])
        if plain[start] == low[start]:
            return lengths
        return sorted({*lengths, *self._lengths.get(plain[start], [])}, reverse=True)


# Scripts that are written without blanks between words: Thai to Lao, Burmese, Khmer, kana, Han, Hangul.
# Compiled when first used, as it takes long.
_JOINED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"


def _ends(low: str, end: int) -> bool:
    """Return whether a word may end at *end*: no letter goes on there, unless the script has no blanks."""
    last = low[end - 1]
    if end == len(low) or not last.isalpha() or re.match(_JOINED, last):
        return True
    following = low[end]
    if following.isascii():  # as nearly all are, and it is asked of every writing at every place
        return not following.isalpha()
    return not following.isalpha() or bool(re.match(_JOINED, following))


_NUMBER = regex(r"(?:[0-9]+|(?=\.[0-9]))(?:[.,'·][0-9]+| [0-9]{3}(?![0-9]))*")
# "100,-" and "100/-": no cents.
_NO_CENTS = regex(r"(?:[.,] ?[-–]+|/[-=])(?=$|[ a-z€])")
_CODE = regex(r"[A-Z]{3}(?![A-Za-z])")


_MOST_TOKENS = 40


def scan(text: tuple[str, str], lexicon: Lexicon, codes: Mapping[str, Senses]) -> list[Token] | None:
    """Return the tokens of a folded *text*; `None` where a piece of it is unknown."""
    plain, low = text
    tokens: list[Token] = []
    place, spaced = 0, False
    while place < len(plain) and len(tokens) <= _MOST_TOKENS:
        if plain[place] == " ":
            place, spaced = place + 1, True
            continue
        found = _token(plain, low, place, lexicon, codes)
        if found is None:
            return None
        end, senses, number = found
        tokens.append(Token(plain[place:end], senses, number, spaced))
        place, spaced = end, False
    return tokens if len(tokens) <= _MOST_TOKENS else None


def _token(
    plain: str, low: str, place: int, lexicon: Lexicon, codes: Mapping[str, Senses]
) -> tuple[int, Senses, str] | None:
    number = _NUMBER.match(plain, place)
    if number:
        # Letters run into a number are a unit or a scale; digits run into letters are a name.
        tail = _NO_CENTS.match(low, number.end())
        return (tail or number).end(), {"number": True}, number.group() + ("-" if tail else "")
    code = _CODE.match(plain, place)
    if code and code.group() in codes:
        return code.end(), codes[code.group()], ""
    longest = lexicon.longest(plain, low, place)
    return longest and (*longest, "")
