"""What a text is read with: the reference, the order of days and months, and how its errors are made."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, NoReturn

from newsevents.errors import AmbiguousTimeError, UnanchoredTimeError, UnreadableTimeError

__all__ = ["Context"]

_MOST_STEPS = 150


@dataclass(frozen=True)
class Context:
    """What is known beside the words.

    Attributes:
        text: The words, for error messages.
        anchor: The day from which relative words count, if it is given.
        day_first: Whether the day comes first in an all-numeric date; `None` if that is unknown.
        tense: Where bare names of days and months are looked for: in the past, near the reference, or not at all since
            the words beside them leave it open.
        steps: Grows by one with every attempt, so that no text can ask for too many.
    """

    text: str
    anchor: dt.date | None = None
    day_first: bool | None = None
    tense: Literal["near", "past", "open"] = "near"
    steps: list[None] = field(default_factory=list[None])

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

    def ambiguous(self, *candidates: str) -> NoReturn:
        """Raise that several times are read."""
        listed = " or ".join(candidates)
        raise AmbiguousTimeError(f"{self.shown} may mean {listed}", self.text, candidates=candidates)
