"""The lexicon: from folded words to what they may be in each language. It is built when first asked."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from newsevents._regex import regex
from newsevents.values._time import english
from newsevents.values._time.fold import fold
from newsevents.values._time.languages import LANGUAGES, Language

__all__ = ["WORD", "Lexicon", "Meaning", "is_unspaced", "lexicon", "pieces"]

WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*'?"
_PIECE = regex(rf"{WORD}|\S")

Meaning = tuple[str, Any]
"""The kind of a token (one character) and its value; or the kinds and values of what the grammar parts."""


class Lexicon(NamedTuple):
    """What words mean.

    Attributes:
        phrases: For the pieces of a word or phrase, its meanings by language.
        longest: The number of pieces of the longest phrase.
        unspaced: Words of scripts without blanks by their first character, the longest first.
    """

    phrases: dict[tuple[str, ...], dict[str, list[Meaning]]]
    longest: int
    unspaced: dict[str, list[str]]


def is_unspaced(word: str) -> bool:
    """Return whether a word is in a script that puts no blanks between words."""
    # As a regular expression it would take a millisecond to compile.
    first = word[:1]
    return "\u3040" <= first <= "\u30ff" or "\u3400" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7af"


def pieces(folded: str) -> tuple[str, ...]:
    """Return the words and marks of a folded text."""
    return tuple(_PIECE.findall(folded))


Add = Callable[[str, str, object, str], None]
"""Adds a meaning: language, kind, value, and the words, folded, with `_` for a blank."""


@cache
def lexicon(*, in_ascii: bool) -> Lexicon:
    """Return the lexicon of all languages, or of those that texts in ASCII may be in, which takes half the time."""
    phrases: dict[tuple[str, ...], dict[str, list[Meaning]]] = {}

    def add(language: str, kind: str, value: object, word: str) -> None:
        key = (word,) if word.isalpha() else pieces(word.replace("_", " "))
        meanings = phrases.setdefault(key, {}).setdefault(language, [])
        if (kind, value) not in meanings:
            meanings.append((kind, value))

    _add_english(add)
    _add_languages(add, {code: words for code, words in LANGUAGES.items() if not in_ascii or words.months[0].isascii()})
    if not in_ascii:
        _add_east_asian(add)
    for *era, names in english.ERAS:
        for name in _folded(names).split():
            for code in ("en", "zh", "ja", "ko"):
                add(code, "@", tuple(era), name)
    unspaced: dict[str, list[str]] = {}
    for word in sorted({key[0] for key in phrases if is_unspaced(key[0])}, key=len, reverse=True):
        unspaced.setdefault(word[0], []).append(word)
    return Lexicon(phrases, max(map(len, phrases)), unspaced)


def _folded(words: str) -> str:
    """Return words folded, all of them at once; "|" and "_" are what they were."""
    return fold(words) or ""


def _add_names(add: Add, language: str, kind: str, names: str, first: int) -> None:
    for value, forms in enumerate(names.split(), first):
        for form in forms.split("|"):
            add(language, kind, value, form)


def _add_english(add: Add) -> None:
    _add_names(add, "en", "M", english.MONTHS, 1)
    _add_names(add, "en", "M", english.SHORT_MONTHS, 1)
    _add_names(add, "en", "W", english.WEEKDAYS, 0)
    _add_names(add, "en", "W", english.SHORT_WEEKDAYS, 0)
    _add_names(add, "en", "o", english.ORDINALS, 1)
    _add_names(add, "en", "q", english.NUMBERS, 0)
    for tens, word in enumerate(english.TENS.split(), 2):
        add("en", "q", tens * 10, word)
        for ones, digit in enumerate(english.NUMBERS.split()[1:10], 1):
            add("en", "q", tens * 10 + ones, f"{word}-{digit}")
            add("en", "q", tens * 10 + ones, f"{word} {digit}")
    for kind, value, words in english.WORDS:
        for word in words.split():
            add("en", kind, value, word)
    for day, words in english.HOLIDAYS:
        for word in words.split():
            add("en", "v", day, word)
    for name, offset in english.ZONES.items():
        # "Z" alone, "ET" and "PT" are words elsewhere; a zone stands behind a clock time only.
        add("en", "z", offset, name)


def _add_languages(add: Add, languages: Mapping[str, Language]) -> None:
    for code, written in languages.items():
        words = Language(*map(_folded, written))
        _add_names(add, code, "M", words.months, 1)
        _add_names(add, code, "m", words.short_months, 1)
        _add_names(add, code, "W", words.weekdays, 0)
        _add_names(add, code, "w", words.short_weekdays, 0)
        _add_names(add, code, "R", words.days, -2)
        alone = (
            ("j", None, words.prepositions),
            ("i", None, words.inside),
            ("L", None, words.last),
            ("λ", None, words.last),
            ("T", None, words.this),
            ("f", None, words.links),
            ("G", None, words.years),
            ("$", None, words.suffixes),
            ("A", -1, words.ago),
            ("β", -1, words.ago_before),
            ("s", -1, words.since),
            ("F", -1, words.start),
            ("P", -1, words.day_parts),
            ("k", -1, words.onward),
            ("φ", None, words.ranging),
        )
        for kind, value, listed in alone:
            for word in listed.split():
                add(code, kind, value, word)
        _add_relative(add, code, words)


def _add_relative(add: Add, code: str, words: Language) -> None:
    """Add what counts from the reference. Several kinds at once are the order in which the grammar has such words."""
    named = ((which, unit) for unit in ("week", "month", "year") for which in "LTN")
    counted = ("day", "week", "month", "year")
    kinds: tuple[tuple[str, Iterable[object], str], ...] = (
        ("π", counted, words.counted),
        ("xπ", ((1, unit) for unit in counted), words.one),
        ("q", range(1, 11), words.numbers),
        ("E", ("start", "mid", "end"), words.parts),
        ("η", ("start", "mid", "end"), words.parts_behind),
    )
    for kind, values, groups in kinds:
        for value, forms in zip(values, groups.split(), strict=False):
            for form in forms.split("|") if forms != "-" else ():
                add(code, kind, value, form)
    for (which, unit), forms in zip(named, words.spans.split(), strict=True):
        for form in forms.split("|"):
            add(code, f"{which}U", (None, unit), form)
    joints = (("B&", words.between), ("rτ", words.to))
    for kind, forms in (pair for named in joints for pair in zip(named[0], named[1].split(), strict=False)):
        for form in forms.split("|") if forms != "-" else ():
            add(code, kind, None, form)


def _add_east_asian(add: Add) -> None:
    for kind, words in (("年", "年"), ("月", "月"), ("日", "日 号 號")):
        for word in words.split():
            add("zh", kind, None, word)
            add("ja", kind, None, word)
    for kind, word in (("年", "년"), ("月", "월"), ("日", "일")):
        add("ko", kind, None, word)
    digits = "一二三四五六七八九"
    numbers = [*digits, *(f"{ten}{one}" for ten in ("十", "二十", "三十") for one in ("", *digits))]
    for value, word in enumerate(numbers[:31], 1):
        add("zh", "d", value, word)
        add("ja", "d", value, word)
    add("zh", "d", 1, "元")
    add("ja", "d", 1, "元")
