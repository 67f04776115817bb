"""Words that give two nationalities to one person."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsevents._regex import regex
from newsevents.values.country import find_country

__all__ = ["Names", "Second", "second"]


class Second(NamedTuple):
    """The other of two nationalities."""

    country: str
    words: str
    """What names the two."""


class Names:
    """The names of a person, of which a text may have a part."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names."""
        self.parts = {part for name in names for part in name.split()}
        self._lengths = {len(part) for part in self.parts}

    def last_end(self, text: str, stop: int) -> int | None:
        """Return where the last part of a name ends in *text* before *stop*; `None` where there is none."""
        runs = ((end - length, end) for end in range(stop, 0, -1) for length in self._lengths if length <= end)
        return next((end for start, end in runs if text[start:end] in self.parts), None)


# An adjective or a noun: Russian, North Korean, U.S.; a country: Cyprus, the United States, Republic of Korea.
_ADJECTIVE = r"(?:(?:North|South|New|Saudi|Sri|Costa) )?[A-Z][A-Za-z.]+"
_COUNTRY = r"(?:the )?[A-Z][A-Za-z.]+(?: (?:of )?[A-Z][A-Za-z.]+){0,3}"
_BELONGING = r"(?:citizen(?:ship)?s?|national(?:ity|ities|s)?|passports?|passport-holder)"
_PAIRS = (
    # dual Russian-Israeli citizen, Russian and Israeli passports
    regex(rf"(?<![\w-])({_ADJECTIVE})(?: and |/|[-\u2013])({_ADJECTIVE})(?: dual)? {_BELONGING}\b"),
    # both a British and an Iranian national, has a British and an Iranian passport; else they are two persons
    regex(
        r"\b(?:as|both|carrie[ds]|carrying|had|has|have|held|holding|holds?|is|was|with)"
        rf" an? ({_ADJECTIVE}) and an? ({_ADJECTIVE}) {_BELONGING}\b"
    ),
    regex(rf"\b[Dd]ual ({_ADJECTIVE})(?: and |/|[-\u2013])({_ADJECTIVE})\b"),
    # who is both British and Iranian
    regex(
        rf"\b(?:who|[Ss]?[Hh]e) (?:is|was) both ({_ADJECTIVE}) and ({_ADJECTIVE})"
        r"(?=[.,;:)\u2014]|$| (?:and|but|by|who|in)\b)"
    ),
    # dual citizen of Cyprus and Ukraine, passports of both
    regex(rf"\b{_BELONGING} of (?:both )?({_COUNTRY}) and ({_COUNTRY})"),
)
_COMPOUND = regex(rf"(?<![\w-])({_ADJECTIVE})[-\u2013/]({_ADJECTIVE})(?![\w-])")
# Behind a hyphen these tell descent more often than a second passport: Korean-American.
_DESCENT = frozenset({"American", "Canadian", "Australian"})
_PERSON = (
    "academic activist actor actress adviser advisor agent artist athlete author banker billionaire blogger broker "
    "businessman businesswoman captain chef citizen coach consultant criminal dealer detainee developer diplomat "
    "director doctor economist editor engineer entrepreneur executive financier fixer fugitive hacker historian "
    "industrialist inventor investor journalist jurist lawyer magnate man manager mercenary merchant millionaire model "
    "mogul musician national oligarch owner philanthropist photographer physicist pilot poet politician prisoner "
    "professor programmer promoter publisher refugee reporter researcher sailor scholar scientist shipowner singer "
    "soldier spy student teacher trader trafficker tycoon woman worker writer"
)
# A "Chinese-Russian border guard" stands between two countries, and belongs to either.
_BETWEEN = r"(?:joint|border|trade|friendship|bilateral|exchange)\b"
_NOUN = regex(rf"(?: (?!{_BETWEEN})[a-z][\w-]*){{0,3}}? (?:{'|'.join(_PERSON.split())})\b")
# Two persons may share a plural: Russian and Israeli citizens.
_SEVERAL = regex(r"\b(?:citizens|nationals|passport holders)\b")
# What is over, untrue, not yet so, or told of ancestors.
_DOUBTFUL = regex(
    r"\b(?:renounc\w*|former\w*|once|gave|given|giving|stripped|revok\w*|lost|losing|no longer|not|never|"
    r"den(?:y|ie)\w*|fak\w*|forge\w*|false|stolen|counterfeit|descent|origins?|heritage|roots|parents?|until|previously|appl(?:y|ied)|"
    r"seek\w*|sought|want\w*|offered|would|may|might|if|or|ex)\b",
    re.IGNORECASE,
)
_NAME_BEHIND = regex(r" ([A-Z][\w'\u2019-]*)")
_SPOKEN_OF = regex(r"(?:,|,? (?:is|was|has|had|holds|held|carries|with|who)\b)[^.;A-Z]*")
# The first part of a compound may be no word of its own. Others tell of descent or of history: Anglo-Irish.
_COMBINING = {"Franco": "FR", "Hispano": "ES", "Italo": "IT", "Luso": "PT", "Russo": "RU"}
_SHORT = frozenset({"UK", "US", "UAE", "USA"})


def second(text: str, told: str, names: Names) -> Second | None:
    """Return the nationality that *text* gives to one person beside the one *told*; `None` where it surely gives none.

    Args:
        text: Words about a person, in English.
        told: The code of a country.
        names: The person's names.
    """
    if _DOUBTFUL.search(text):
        return None
    for match in _matches(text):
        one, other = (_nation(word) for word in match.groups())
        if one and other and one != other and told in {one, other} and _is_about(text, match, names):
            return Second(other if told == one else one, match[0])
    return None


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if "dual" in match[0].lower() or not _SEVERAL.search(match[0]):
                yield match
    for match in _COMPOUND.finditer(text):
        is_all = match[0] == text.strip(" ,.")
        if match[2] not in _DESCENT and (is_all or _NOUN.match(text, match.end())):
            yield match


def _nation(word: str) -> str | None:
    """Return the country of an adjective or a name; codes that are words, as in He-Man or In-Is, are none."""
    if word in _COMBINING:
        return _COMBINING[word]
    return find_country(word, demonyms=True) if len(word) > 3 or word in _SHORT else None  # noqa: PLR2004  (as codes)


def _is_about(text: str, match: re.Match[str], names: Names) -> bool:
    """Return whether the words go with no name, or with one of *names*."""
    noun = _NOUN.match(text, match.end())
    behind = _NAME_BEHIND.match(text, noun.end() if noun else match.end())
    if behind:
        return behind[1] in names.parts
    start = match.start(1)
    end = names.last_end(text, start)
    if end is not None:
        return _SPOKEN_OF.fullmatch(text, end, start) is not None
    return names.last_end(text, len(text)) is None
