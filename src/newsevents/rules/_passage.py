"""Passages of a text: where words stand in it, and what stands there instead. The text is indexed once, by word."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from newsevents.findings import printable

__all__ = ["Near", "Passages", "Word", "places", "shown", "shown_apart", "words"]

# A word is a run of letters, digits and their accents; in scripts without blanks between words, one character.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Possessive, since a way back would be remembered for each character.
_WORD = rf"[{_UNSPACED}]|(?:[^\W{_UNSPACED}]++|[\u0300-\u036f]++)++"
# What a search for words need not look into. The wide ranges are compiled for a text that has some of them alone.
_RUN = r"[^\x00-/:-@\[-^`{-\x7f]+"
_BEYOND_UTF16 = "[\U00010000-\U0010ffff]"
# What bounds the work for one quotation, whatever the text.
_MOST_TRIED = 1000
_RAREST = 8
_MOST_VOTES = 64
_MOST_WINDOWS = 3
_LONGEST = 400
_SLACK = 2
_NEAR = 0.5
_SHOWN = 80
_SHOWN_WORDS = 6

_MARKS = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"\u2026": "...", "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None}
)
_FOLDS: dict[str, Callable[[str], str]] = {
    "white space": lambda text: " ".join(text.split()),
    "typographic marks (quotes, dashes, ellipses)": lambda text: text.translate(_MARKS),
    "case": str.casefold,
    "the Unicode normal form of accents": lambda text: unicodedata.normalize("NFC", text),
}


_Step = tuple[str, int, int, int, int]
"""What was done to come from words `a:b` of a quotation to words `c:d` of a text, and `a, b, c, d`."""


class Word(NamedTuple):
    """A word in a text."""

    folded: str
    start: int
    end: int


class Near(NamedTuple):
    """The passage of a text that is nearest to a quotation."""

    start: int
    end: int
    difference: str
    """What differs, as the end of a sentence."""


def places(text: str, quote: str) -> Iterator[int]:
    """Yield where *quote* starts in *text*, also where the places overlap; an empty one stands nowhere."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, alike whatever their case and the form of their accents."""
    for run in re.finditer(_RUN, text):
        if run[0].isascii():
            yield Word(run[0].casefold(), *run.span())
            continue
        for found in re.compile(_WORD).finditer(text, *run.span()):
            yield Word(unicodedata.normalize("NFKC", found[0]).casefold(), *found.span())


def shown(text: str) -> str:
    """Return a text as a message shows it: on one line, and not too long."""
    return f'"{printable(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")}"'


def shown_apart(one: str, other: str) -> tuple[str, str]:
    """Return two different texts as a message shows them, from near where they part if they begin alike for long."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if alike < _SHOWN - 1:
        return shown(one), shown(other)
    start = alike - _SHOWN // 2
    return shown("…" + one[start:]), shown("…" + other[start:])


class Passages:
    """A text, ready to be searched for many quotations."""

    def __init__(self, text: str) -> None:
        """Take the text; it is indexed when first searched."""
        self.text = text
        self._searched: dict[str, tuple[int, ...]] = {}

    def places(self, quote: str) -> tuple[int, ...]:
        """Return the first two places where *quote* starts."""
        if quote not in self._searched:
            self._searched[quote] = tuple(islice(self._starts(quote), 2))
        return self._searched[quote]

    def nearest(self, quote: str) -> Near | None:
        """Return the passage that differs from *quote* the least; `None` where none has more than half of its words."""
        wanted = [*islice(words(quote), _LONGEST)]
        folded = [word.folded for word in wanted]
        best: tuple[float, int, list[_Step]] = (_NEAR, 0, [])
        for offset in self._offsets(folded):
            first = max(0, offset - _SLACK)
            window = self._words[first : offset + len(folded) + _SLACK]
            matcher = SequenceMatcher(None, folded, window, autojunk=False)
            share = sum(size for _, _, size in matcher.get_matching_blocks()) / len(folded)
            if share > best[0]:
                best = (share, first, _trimmed([*matcher.get_opcodes()]))
        _, first, steps = best
        if not steps:
            return None
        start, end = self._starts_ends[2 * (first + steps[0][3])], self._starts_ends[2 * (first + steps[-1][4]) - 1]
        for step, a, b, c, d in steps:
            if step != "equal":
                said = wanted[a:b][:_SHOWN_WORDS]
                stands = self._shown(first + c, first + d)
                return Near(start, end, _changed(quote[said[0].start : said[-1].end] if said else "", stands))
        if len(wanted) == _LONGEST:
            return Near(start, end, f"it differs after {_LONGEST} words")
        core = quote[wanted[0].start : wanted[-1].end]
        return Near(start, end, f"it differs in {_difference(core, self.text[start:end])}")

    def in_utf16(self, offset: int) -> int:
        """Return an offset as UTF-16 counts it, where a character beyond U+FFFF is two."""
        return offset + bisect_left(self._beyond_utf16, offset)

    @cached_property
    def _beyond_utf16(self) -> list[int]:
        return [found.start() for found in re.finditer(_BEYOND_UTF16, self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return self._index[0]

    @cached_property
    def _starts_ends(self) -> "array[int]":
        return self._index[1]

    @cached_property
    def _places_of(self) -> "dict[str, array[int]]":
        return self._index[2]

    @cached_property
    def _index(self) -> "tuple[list[str], array[int], dict[str, array[int]]]":
        """The words, where they start and end, and the places of each in the list of them."""
        known: dict[str, str] = {}
        found: list[str] = []
        bounds = array("Q")
        places_of: dict[str, array[int]] = {}
        for number, word in enumerate(words(self.text)):
            found.append(known.setdefault(word.folded, word.folded))
            bounds.extend((word.start, word.end))
            places_of.setdefault(word.folded, array("Q")).append(number)
        return found, bounds, places_of

    def _starts(self, quote: str) -> Iterator[int]:
        """Yield where *quote* starts: wherever its rarest word stands, else anywhere."""
        # Its first and its last word may be parts of longer ones in the text.
        some = islice(words(quote), _LONGEST)
        whole = [word for word in some if word.start > 0 and word.end < len(quote)]
        if not whole:
            return places(self.text, quote)
        rarest = min(whole, key=lambda word: len(self._places_of.get(word.folded, ())))
        numbers = self._places_of.get(rarest.folded, array("Q"))
        if len(numbers) > _MOST_TRIED:
            return places(self.text, quote)
        starts = (self._starts_ends[2 * number] - rarest.start for number in numbers)
        return (start for start in starts if start >= 0 and self.text.startswith(quote, start))

    def _offsets(self, folded: list[str]) -> list[int]:
        """Return where a passage with these words may start, in words: where the rarest of them would have it."""
        votes: defaultdict[int, float] = defaultdict(float)
        known = sorted((word for word in set(folded) if word in self._places_of), key=self._rarity)
        at = {word: number for number, word in reversed([*enumerate(folded)])}
        for word in known[:_RAREST]:
            numbers = self._places_of[word]
            # The rarer a word, the more it says.
            for number in numbers[:_MOST_VOTES]:
                votes[number - at[word]] += 1 / len(numbers)
        return nlargest(_MOST_WINDOWS, votes, key=votes.__getitem__)

    def _rarity(self, word: str) -> tuple[int, str]:
        return len(self._places_of[word]), word

    def _shown(self, first: int, last: int) -> str:
        last = min(last, first + _SHOWN_WORDS)
        return self.text[self._starts_ends[2 * first] : self._starts_ends[2 * last - 1]] if first < last else ""


def _trimmed(steps: list[_Step]) -> list[_Step]:
    """Return the steps from quotation to text without what the window holds before and after the passage."""
    # A change at either end takes as many words of the text as the quotation has there.
    step, a, b, c, d = steps[0]
    if step in {"insert", "replace"}:
        steps = [(step, a, b, max(c, d - (b - a)), d), *steps[1:]]
    step, a, b, c, d = steps[-1]
    if step in {"insert", "replace"}:
        steps = [*steps[:-1], (step, a, b, c, min(d, c + (b - a)))]
    return [(step, a, b, c, d) for step, a, b, c, d in steps if b > a or d > c]


def _changed(said: str, stands: str) -> str:
    if not said:
        return f"it has {shown(stands)} in addition"
    return f"it has {shown(stands)} where the quotation has {shown(said)}" if stands else f"it has no {shown(said)}"


def _difference(quote: str, passage: str) -> str:
    """Return in what two texts with the same words differ."""
    if quote == passage:
        return "punctuation at its start or end"

    def alike(folds: dict[str, Callable[[str], str]]) -> bool:
        one, other = quote, passage
        for fold in folds.values():
            one, other = fold(one), fold(other)
        return one == other

    if not alike(_FOLDS):
        return "punctuation"
    needed = [name for name in _FOLDS if not alike({other: fold for other, fold in _FOLDS.items() if other != name})]
    return " and ".join(needed)
