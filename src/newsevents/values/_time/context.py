"""What a text is read with: the reference, the order of days and months, and how its errors are made."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, NoReturn

from newsevents.errors import AmbiguousTimeError, UnanchoredTimeError, UnreadableTimeError

__all__ = ["Context", "Question", "Several"]

_MOST_STEPS = 150

Question = tuple[object, ...]
"""What names a choice between several times."""


class Several(Exception):  # noqa: N818  (no error: it asks which of them is to be taken)
    """Several times are meant by a part of the text, and it is open which is to be taken.

    Attributes:
        question: What names the choice.
        count: How many there are.
    """

    def __init__(self, question: Question, count: int) -> None:
        """Keep what is asked."""
        super().__init__(question, count)
        self.question = question
        self.count = count


class Context(NamedTuple):
    """What is known beside the words.

    Attributes:
        text: The words, for error messages.
        steps: Grows by one with every attempt, so that no text can ask for too many.
        anchor: The day from which relative words count, if it is given.
        day_first: Whether the day comes first in an all-numeric date; `None` if that is unknown.
        tense: Where bare names of days and months are looked for: in the past, near the reference, or not at all since
            the words beside them leave it open.
        choices: Which of several times to take where a question was asked before, to see what each makes of the whole.
    """

    text: str
    steps: list[None]
    anchor: dt.date | None = None
    day_first: bool | None = None
    tense: Literal["near", "past", "open"] = "near"
    choices: Mapping[Question, int] = MappingProxyType({})

    @property
    def reference(self) -> dt.date:
        """The day from which relative words count."""
        if self.anchor is None:
            raise UnanchoredTimeError(f"{self.shown} counts from a day that is not given; give a reference", self.text)
        return self.anchor

    @property
    def shown(self) -> str:
        """The words as error messages quote them."""
        longest = 60
        return repr(self.text if len(self.text) <= longest else f"{self.text[:longest]}…")

    def step(self) -> None:
        """Count one attempt; an error where there were too many for words that people write."""
        self.steps.append(None)
        if len(self.steps) > _MOST_STEPS:
            self.unreadable()

    def unreadable(self, why: str = "it is not understood as a whole") -> NoReturn:
        """Raise that no time is read."""
        raise UnreadableTimeError(f"no time is read from {self.shown}: {why}", self.text)

    def one_of(self, *times: str, question: Question | None = None) -> str:
        """Return the one of several times that is to be taken; `Several` where that is open.

        One question has one answer in the whole text; by default the times are the question.
        """
        question = question or times
        if question not in self.choices:
            raise Several(question, len(times))
        return times[self.choices[question]]

    def ambiguity(self, *candidates: str) -> AmbiguousTimeError:
        """Return the error that several times are read."""
        listed = " or ".join(sorted(candidates))
        return AmbiguousTimeError(f"{self.shown} may mean {listed}", self.text, candidates=sorted(candidates))
