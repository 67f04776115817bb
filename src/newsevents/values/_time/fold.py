"""Folding: what two writers of the same words do differently and mean nothing by."""

import re
import unicodedata
from functools import lru_cache

from newsevents._regex import regex

__all__ = ["fold", "lower_words"]

# Controls, surrogates, private and unassigned characters; and numbers that are no digits, such as "²" and "½".
_NO_TEXT = {"Cc", "Cs", "Co", "Cn", "No", "Nl"}
_BLANKS = "\t\n\r\x0b\x0c\x85"
_RANGE_DASHES = "\u2212\u301c"
_HYPHENS = "\u2010\u2011"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u02bb\u0060\u00b4\u2032"
_TATWEEL = "\u0640"
_HARAKAT = regex("[\u064b-\u0652]")
_DOT_ABOVE, _DOTLESS = "\u0307", "\u0131"
_ZERO, _DASH = "\u3007", "\u2013"
_CJK_YEAR = regex("[〇零一二三四五六七八九]{4}(?=年)")
_CJK_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


@lru_cache(maxsize=1024)
def _folded(character: str) -> str:
    """Return what stands for *character*; NUL for what cannot stand in words."""
    category = unicodedata.category(character)
    folded = character
    if character in _BLANKS:
        folded = " "
    elif category in _NO_TEXT and character != _ZERO:
        folded = "\0"
    elif category == "Cf" or character == _TATWEEL:
        folded = ""
    elif character in _HYPHENS:
        folded = "-"
    elif (category == "Pd" and character != "-") or character in _RANGE_DASHES:
        # A dash that is no hyphen stands between the ends of a range only.
        folded = _DASH
    elif character in _APOSTROPHES:
        folded = "'"
    elif category == "Nd":
        folded = str(unicodedata.digit(character))
    return folded


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(map(_folded, text)))


def fold(text: str) -> str | None:
    """Return *text* in the form that the lexicon has, or `None` if it holds what no words hold."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").lower().split())
    plain = _plain(text)
    if "\0" in plain:
        return None
    # Turkish dotted and dotless i both fold to i, as the tables do.
    folded = plain.casefold().replace(_DOT_ABOVE, "").replace(_DOTLESS, "i")
    folded = _HARAKAT.sub("", folded)
    folded = _CJK_YEAR.sub(lambda match: match[0].translate(_CJK_DIGITS), folded)
    return " ".join(unicodedata.normalize("NFC", folded).split())


def lower_words(text: str) -> frozenset[str]:
    """Return the words of *text* that are written in small ASCII letters throughout."""
    return frozenset(word for word in re.findall("[A-Za-z]+", _plain(text)) if word.islower())
