"""Tokens: the pieces of a folded text, each with what it may be in each language."""

import re
from collections.abc import Callable
from typing import NamedTuple

from newsevents._regex import regex
from newsevents.values._time import clock, numeric
from newsevents.values._time.lexicon import WORD, Lexicon, Meaning, is_unspaced, lexicon

__all__ = ["ANY", "Figures", "Token", "tokens"]

ANY = ""
"""Stands for every language: what a number means depends on none."""


class Token(NamedTuple):
    """A piece of text.

    Attributes:
        text: The piece, folded.
        meanings: What it may be, by language.
    """

    text: str
    meanings: dict[str, list[Meaning]]


_TOKEN = regex(
    rf"""
    (?P<date>{numeric.DATE})
    | (?P<month>{numeric.MONTH})
    | (?P<clock>{clock.CLOCK})
    | (?P<plain>{clock.PLAIN})
    | (?P<offset>{clock.OFFSET})
    | (?P<decade>(?<![\d.,])[12][0-9]{{2}}0\ ?'?s(?![^\W\d_]))
    | (?P<tens>(?<![\d.,])'?[0-9]0'?s(?![^\W\d_]))
    | (?P<short>'[0-9]{{2}}(?![0-9]))
    | (?P<quarter>q[1-4](?!\d)|(?<!\d)[1-4]q(?![^\W\d_]))
    | (?P<half>h[12](?!\d)|(?<!\d)[12]h(?![^\W\d_]))
    | (?P<ordinal>(?<![\d.,])[0-9]{{1,2}}(?:st|nd|rd|th|er|\.?o|°|e)(?![^\W\d_]))
    | (?P<number>[0-9]+)
    | (?P<word>{WORD})
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
# Between two dates in figures a hyphen is a dash.
_TWO_DATES = regex(r"(?<!\d)((\d{1,2}([./])\d{1,2}\3)\d{4})-(?=\d{1,2}\3\d{1,2}\3\d{4}(?!\d))")
_ELISION = regex(r"((?:d|l|dell|dall)')(.+)")
_ROMAN = {name: month for month, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}  # noqa: SIM905
_MARKS = {",": ",", "،": ",", "、": ",", "-": "-", "\u2013": "-", "~": "-", "/": "/", ".": ".", "(": "(", ")": ")"}
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_LAST_DAY = 31
_DECADE = 10


class Figures(int):
    """A number that was told in two figures, as a year may be."""


def _number(text: str) -> Meaning | None:
    if len(text) > len("2024"):
        return None
    value = int(text)
    if len(text) == len("2024"):
        return ("y", value) if _FIRST_YEAR <= value <= _LAST_YEAR else None
    kind = "d" if len(text) <= len("31") and 1 <= value <= _LAST_DAY else "n"
    return (kind, Figures(value) if len(text) == len("31") else value)


def _ordinal(text: str) -> Meaning | None:
    number, suffix = int(re.sub(r"\D", "", text)), re.sub(r"[\d.]", "", text)
    if suffix in {"er", "o", "°", "e"}:
        return ("o", number) if number == 1 else None
    usual = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return ("o", number) if suffix == usual and number else None


def _clock(text: str) -> Meaning | None:
    read = clock.read_clock(text)
    return None if read is None else ("K", read)


def _offset(text: str) -> Meaning | None:
    read = clock.read_offset(text)
    return None if read is None else ("z", read)


def _years(text: str) -> list[Meaning]:
    """Return the years that a month such as 2010-12 means to a reader of prose, if it may mean some."""
    year, _, last = text.partition("-")
    ahead = int(last) - int(year) % 100 if len(year) == len("2010") and last else 0
    return [("2", (int(year), int(year) + ahead))] if 0 < ahead <= _DECADE else []


def _month(text: str) -> Meaning | None:
    first, second = map(int, re.findall("[0-9]+", text))
    year = max(first, second)
    if numeric.may_be_other_year(year) and not text.startswith(f"{year}-"):
        return None
    return ("J", (year, min(first, second)))


# What each alternative of the pattern means.
_READ: dict[str, Callable[[str], Meaning | None]] = {
    "date": lambda text: ("D", text),
    "month": _month,
    "clock": _clock,
    "plain": lambda text: ("κ", clock.read_clock(text)),
    "offset": _offset,
    "decade": lambda text: ("X", int(text[:3])),
    "tens": lambda text: ("χ", text),
    "short": lambda text: ("a", text),
    "quarter": lambda text: ("Q", int(text.strip("q"))),
    "half": lambda text: ("h", int(text.strip("h"))),
    "ordinal": _ordinal,
    "number": _number,
}


def tokens(folded: str) -> list[Token] | None:
    """Return the tokens of a folded text, or `None` if a piece of it belongs to no time."""
    found: list[Token] = []
    words: list[str] = []
    folded = _TWO_DATES.sub("\\1\u2013", folded)
    known = lexicon(in_ascii=folded.isascii())
    for match in _TOKEN.finditer(folded):
        kind, text = str(match.lastgroup), match[0]
        if kind == "word" and is_unspaced(text):
            words.extend(_segments(text, known))
        elif kind in {"word", "mark"}:
            words.append(text)
        else:
            meaning = _READ[kind](text)
            if meaning is None or not _look_up(words, found, known):
                return None
            words.clear()
            found.append(Token(text, {ANY: [meaning, *(_years(text) if kind == "month" else ())]}))
    return found if _look_up(words, found, known) else None


def _segments(text: str, known: Lexicon) -> list[str]:
    """Return the words of a script without blanks, the longest first at every place."""
    segments: list[str] = []
    place = 0
    while place < len(text):
        words = known.unspaced.get(text[place], ())
        word = next((word for word in words if text.startswith(word, place)), text[place])
        segments.append(word)
        place += len(word)
    return segments


def _look_up(words: list[str], found: list[Token], known: Lexicon) -> bool:
    """Append the tokens of *words*, the longest phrase first at every place; false where a word is not known."""
    place = 0
    while place < len(words):
        for length in range(min(known.longest, len(words) - place), 0, -1):
            meanings = known.phrases.get(tuple(words[place : place + length]))
            if meanings is not None:
                found.append(Token(" ".join(words[place : place + length]), meanings))
                place += length
                break
        else:
            word = words[place]
            if word == "~" and not found:
                found.append(Token(word, {ANY: [("c", word)]}))
            elif word in _MARKS:
                found.append(Token(word, {ANY: [(_MARKS[word], word)]}))
            elif word in _ROMAN:
                found.append(Token(word, {ANY: [("I", _ROMAN[word])]}))
            elif (elided := _ELISION.fullmatch(word)) is not None:
                words[place : place + 1] = elided.groups()
                continue
            else:
                return False
            place += 1
    return True
