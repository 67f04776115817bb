"""Hedges: the words by which a report lowers its commitment."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

__all__ = ["HEDGES", "Hedge", "hedges_in", "within"]

_BE = r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:\w+ly|also|now|still|long|once)\s+)?"
_SPEAKER = r"(?<!\bI )(?<!he )(?<!they )(?<!\bwe )(?<!you )(?<!who )"
# What somebody or something is or has, and nobody sets out to do: "a ship thought to belong to him".
_STATE = r"(?=\s+(?:have|be|belong|comprise|consist|exceed|exist|number|originate|possess|stem|total)\b)"
# By its ending, right behind the word; the last of a few words only if it is one of these: "a suspected tanker" and
# "a suspected ship-to-ship transfer" are no persons, nor is "a suspected terrorist attack".
_THING = r"(?:transfers?|murders?|letters?|tankers?|carriers?|freighters?|containers?|reactors?|plants?)\b"
_PERSON = rf"(?!{_THING})\w+(?:ers?|ors?|ists?|ants?|m[ae]n|women)\b"
_PERSONS = (
    r"(?:accomplice|agent|assassin|attacker|bomber|broker|collaborator|criminal|dealer|extremist|fighter|gunm[ae]n|"
    r"hacker|insurgent|islamist|jihadi|jihadist|kidnapper|killer|leader|m[ae]n|member|mercenar(?:y|ies)|militant|"
    r"murderer|officer|operative|pirate|rebel|robber|separatist|smuggler|sp(?:y|ies)|suspect|terrorist|thie(?:f|ve)|"
    r"trafficker|wom[ae]n)s?\b"
)
_DEED = (
    r"(?:\s+(?:activit(?:y|ies)|ambush(?:es)?|assaults?|attacks?|balloons?|bases?|bombings?|camps?|drones?|hideouts?|"
    r"incidents?|killings?|operations?|planes?|plots?|raids?|satellites?|ships?|strikes?|vessels?)\b)"
)
_SOMEBODY = rf"(?:{_PERSON}|(?:(?!(?:of|to|in|by|that|the|an?)\b)[\w-]+\s+){{0,3}}{_PERSONS})(?!{_DEED})"

HEDGES: dict[str, str] = {
    "allegedly": r"\b(allegedly)\b",
    "reportedly": r"\b(reportedly)\b",
    "purportedly": r"\b(purportedly)\b",
    "apparently": r"\b(apparently)\b",
    # Not "believed in".
    "believed": r"\b(believed)\b(?!\s+in\b)",
    # Not "a suspected Russian spy", which hedges what the person is, and not what the sentence tells.
    "suspected": rf"\b(suspected)\b(?!\s+{_SOMEBODY})",
    # In the passive only: "she said to reporters" and "he thought to himself" hedge nothing.
    "thought to": rf"{_BE}(thought\s+to)\b|{_SPEAKER}\b(thought\s+to)\b{_STATE}",
    "said to": rf"{_BE}(said\s+to)\b|{_SPEAKER}\b(said\s+to)\b{_STATE}",
}
"""The hedges that `NE307` knows, with what each looks like in a text, whatever the case."""
_HEDGE = "|".join(HEDGES.values())


class Hedge(NamedTuple):
    """A hedge in the text of a source."""

    start: int
    end: int
    words: str
    source_id: str


def hedges_in(text: str, source_id: str) -> list[Hedge]:
    """Return the hedges in the text of a source, in its order."""
    found = ((match, match.lastindex or 0) for match in re.finditer(_HEDGE, text, re.IGNORECASE))
    return [Hedge(*match.span(group), match[group], source_id) for match, group in found]


def within(hedges: Sequence[Hedge], start: int, end: int) -> tuple[int, int]:
    """Return which of *hedges* stand wholly within a span: the place of the first one, and that after the last one."""
    return bisect_left(hedges, start, key=attrgetter("start")), bisect_right(hedges, end, key=attrgetter("end"))
