"""Makers, the small parts that strategies are put together from.

Every choice that Hypothesis makes takes longer than checking a record. So a maker is handed a number from 0 to 65,535,
and draws only what it cannot take from there; 0 gives the simplest value.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["Maker", "drawn", "either", "of_pattern", "picked"]

Maker = Callable[[DrawFn, int], Any]
"""Makes a value of a number and of what it draws."""


def picked(options: Sequence[Any]) -> Maker:
    """Return a maker that draws nothing and takes one of *options*."""
    return lambda _draw, number: options[number % len(options)]


def drawn(strategy: SearchStrategy[Any], finish: Callable[[Any], Any] = lambda value: value) -> Maker:
    """Return a maker that draws, and finishes what it has drawn."""
    # Not ``strategy.map``, which takes as long as another choice.
    return lambda draw, _number: finish(draw(strategy))


def either(makers: Sequence[Maker]) -> Maker:
    """Return a maker that leaves it to one of *makers*."""
    return lambda draw, number: makers[number % len(makers)](draw, number // len(makers))


def of_pattern(pattern: str, longest: int) -> Maker:
    """Return a maker of ASCII text that matches *pattern*, which starts with `^` and ends in `$`."""
    # ``$`` lets a line break through, which no leaf does.
    matching = st.from_regex(re.compile(pattern.removesuffix("$") + r"\Z"))
    return drawn(matching.filter(lambda value: len(value) <= longest))
