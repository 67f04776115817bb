"""Makers, the small parts that strategies are put together from.

Every choice that Hypothesis makes takes longer than checking a record. So a maker is handed a number from 0 to 65,535,
and draws only what it cannot take from there; 0 gives the simplest value.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["Drawer", "Maker", "drawn", "either", "made_up", "of_pattern", "picked", "spelled"]

T = TypeVar("T")
_BLOCK = 48


def made_up(types: Sequence[str], number: int) -> str:
    """Return the id of a record that exists nowhere."""
    return f"{types[number % len(types)] if types else 'record'}-{number}"


class Drawer:
    """What makers draw with: called with a strategy it gives a value."""

    __slots__ = ("_draw", "_spare", "name")

    def __init__(self, draw: DrawFn, name: Callable[[Sequence[str], int], str] = made_up) -> None:
        self._draw = draw
        self._spare = b""
        self.name = name
        """Names a record of one of some types, or of any where there are none; which one is in the number."""

    def __call__(self, strategy: SearchStrategy[T]) -> T:
        return self._draw(strategy)

    def dice(self, size: int) -> bytes:
        """Return so many bytes, of a block that was drawn for several parts where that lasts."""
        if len(self._spare) < size:
            self._spare = self._draw(_block(max(size, _BLOCK)))
        taken, self._spare = self._spare[:size], self._spare[size:]
        return taken


@cache
def _block(size: int) -> SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


Maker = Callable[[Drawer, int], Any]
"""Makes a value of a number and of what it draws."""


def picked(options: Sequence[Any]) -> Maker:
    """Return a maker that draws nothing and takes one of *options*."""
    return lambda _draw, number: options[number % len(options)]


def drawn(strategy: SearchStrategy[Any], finish: Callable[[Any], Any] = lambda value: value) -> Maker:
    """Return a maker that draws, and finishes what it has drawn."""
    # Not ``strategy.map``, which takes as long as another choice.
    return lambda draw, _number: finish(draw(strategy))


def spelled(alphabet: str, least: int, most: int, finish: Callable[[str], Any] = lambda letters: letters) -> Maker:
    """Return a maker of text in a small alphabet, whose first letter is the simplest; it finishes the text."""
    # Not ``st.text``: it looks up each letter again whenever Hypothesis meets the choice.
    count = len(alphabet)
    letters = st.binary(min_size=least, max_size=most)
    return drawn(letters, lambda data: finish("".join([alphabet[byte % count] for byte in data])))


def either(makers: Sequence[Maker]) -> Maker:
    """Return a maker that leaves it to one of *makers*."""
    return lambda draw, number: makers[number % len(makers)](draw, number // len(makers))


def of_pattern(pattern: str, longest: int) -> Maker:
    """Return a maker of ASCII text that matches *pattern*, which starts with `^` and ends in `$`."""
    # ``$`` lets a line break through, which no leaf does.
    matching = st.from_regex(re.compile(pattern.removesuffix("$") + r"\Z"))
    return drawn(matching.filter(lambda value: len(value) <= longest))
