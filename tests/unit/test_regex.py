"""Patterns that are compiled when they are first used."""

import re

import pytest

from newsevents._regex import regex


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    """Not where it is written."""
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_a_pattern_is_what_it_would_be_compiled() -> None:
    """With its flags, and all that patterns have, again and again."""
    late, soon = regex("A(?P<b>b)", re.IGNORECASE), re.compile("A(?P<b>b)", re.IGNORECASE)
    for _ in range(2):
        assert [found.span() for found in late.finditer("ab AB")] == [(0, 2), (3, 5)]
        assert late.sub(r"\g<b>", "ab AB") == soon.sub(r"\g<b>", "ab AB")
    assert (late.pattern, late.flags, dict(late.groupindex)) == (soon.pattern, soon.flags, dict(soon.groupindex))
