"""Patterns of times: only those that cannot fit are passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.values._time.point import RULES

KNOWN = {pattern: letters for pattern, letters, _ in RULES if letters is not None}


@pytest.mark.parametrize("pattern", KNOWN)
def test_what_fits_is_made_of_the_letters(pattern: str) -> None:
    """Whatever fits a pattern has no letters but those that are known of it."""

    @given(st.from_regex(pattern, fullmatch=True))
    def law(kinds: str) -> None:
        assert set(kinds) <= KNOWN[pattern]

    law()


def test_most_patterns_are_known() -> None:
    """Those that take any letter are few."""
    assert len(KNOWN) > len(RULES) / 2
