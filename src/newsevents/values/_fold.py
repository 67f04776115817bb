"""Folding: what is the same name in every case, script form, accent, punctuation and spacing becomes one key."""

import re
from unicodedata import category, normalize

from newsevents._regex import regex

__all__ = ["fold"]

# Combining marks of alphabets in which a word is the same word without them. Other marks of Indic scripts, Thai and
# the like are vowels, and stay.
_MARKS = (
    (0x0300, 0x036F),  # Latin, Greek, Cyrillic
    (0x0483, 0x0487),  # Cyrillic titlo
    (0x0591, 0x05BD),  # Hebrew cantillation and niqqud, without the maqaf, which joins words
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),  # Arabic signs
    (0x0640, 0x0640),  # tatweel
    (0x064B, 0x065F),  # harakat; also the hamza and madda that decomposition splits off
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    *((block + 0x3C,) * 2 for block in (0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xC00, 0xC80)),  # nukta, often left out
)
# Letters that no normalization form decomposes, marks that drop out without parting words, the ampersand and the minus.
_LETTERS: dict[int, str] = {
    **{ord(letter): plain for letter, plain in zip("łøđðıəɛɔɓɗƙƴħŋǝŧ", "loddieeobdkyhnet", strict=True)},
    **{ord(letter): plain for letter, plain in {"æ": "ae", "œ": "oe", "þ": "th", "&": " and ", "\u2212": " "}.items()},
    # Arabic letters, as Persian writes them.
    **{ord(letter): other for letter, other in zip("يىكة", "ییکه", strict=True)},
    **dict.fromkeys(
        map(ord, "'`\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u00b7\u30fb\u2027"), ""
    ),
}
# Punctuation that is no part of a name, wherever it stands: what holds it is no name.
_FOREIGN = frozenset("@#*%")
# Above are ideographs, which stand for themselves, and more characters than a cache should hold.
_CACHED_BELOW = 0x3400

_INITIALS = regex(r"(?<!\S)\w(?: \w)+(?!\S)")
# Most names need no more than their case folded, and most of the time would go into the rest.
_UNPLAIN = re.compile(r"[^a-z ]").search
# Compiled when first used, as it takes long.
_IDEOGRAPHIC = r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]) (?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"


class _Characters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = _folded(point)
        if point < _CACHED_BELOW:
            self[point] = folded
        return folded


def _folded(point: int) -> str:
    character = chr(point)
    if any(first <= point <= last for first, last in _MARKS):
        return ""
    kind = category(character)
    if kind == "Cf":
        return ""
    if character.isspace() or (kind[0] == "P" and character not in _FOREIGN):
        return " "
    return character


_CHARACTERS = _Characters(_LETTERS)


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(" ", "")


def fold(text: str) -> str:
    """Return the key of *text*: two texts with one key are one name.

    >>> fold("Côte  d'Ivoire")
    'cote divoire'
    >>> fold("U.S.A.")
    'usa'
    """
    # Compatibility forms before the case: full-width letters and ligatures have case only when decomposed.
    lower = text.lower() if text.isascii() else normalize("NFKD", text).casefold()
    words = (lower.translate(_CHARACTERS) if _UNPLAIN(lower) else lower).split()
    folded = " ".join(words)
    if len(words) > 1 and 1 in map(len, words):
        folded = _INITIALS.sub(_joined, folded)
    if folded.isascii():
        return folded
    # Composed again: Hangul syllables, and kana with their voicing marks.
    folded = normalize("NFC", folded)
    return re.sub(_IDEOGRAPHIC, "", folded) if " " in folded else folded
