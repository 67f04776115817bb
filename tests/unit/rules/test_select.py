"""Which rules were asked for, and at what level."""

from typing import Any

import pytest

from newsevents import Dossier, Level, State, UnknownRuleError, check
from newsevents.rules._select import ALWAYS, Selection

DOSSIER = Dossier(id="d", records=[State(id="s", country="KP")])


def test_a_code_alone_is_one_code() -> None:
    """A string is not taken for the letters in it."""
    assert Selection(select="NE105").codes == {"NE105", *ALWAYS}
    assert [finding.code for finding in check(DOSSIER, select="NE105")] == ["NE105"]
    assert check(DOSSIER, ignore="NE105") == []


def test_the_longest_start_says_the_level() -> None:
    """In whatever order the wishes stand."""
    wishes: list[dict[str, Level]] = [{"NE1": "info", "NE105": "error"}, {"NE105": "error", "NE1": "info"}]
    for levels in wishes:
        selection = Selection(levels=levels)
        assert (selection.level("NE105"), selection.level("NE106")) == ("error", "info")
    assert Selection().level("NE105") == "warning"
    assert Selection().level("NE604", "warning") == "warning"


def test_what_the_reader_finds_keeps_its_level() -> None:
    """Nobody makes a file pass that was not checked."""
    selection = Selection(ignore=["NE0"], levels={"NE0": "info"})
    assert selection.codes >= {"NE001", "NE002", "NE003", "NE004"}
    assert selection.level("NE003") == "error"
    assert selection.level("NE002", "warning") == "warning"
    assert selection.level("NE005") == "info"


def test_a_level_that_is_none() -> None:
    """The error says which there are."""
    with pytest.raises(UnknownRuleError, match="'fatal' is no level; expected error, warning, info") as caught:
        check(DOSSIER, levels={"NE1": "fatal"})  # type: ignore[dict-item]
    assert caught.value.code == "unknown_rule"


@pytest.mark.parametrize("code", ["NE999", "NE1O1", "", "N", "ne105", "E105"])
def test_a_code_that_is_none(code: str) -> None:
    """A slip of the pen is no silence."""
    wishes: list[dict[str, Any]] = [{"select": [code]}, {"ignore": [code]}, {"levels": {code: "info"}}]
    for wish in wishes:
        with pytest.raises(UnknownRuleError, match="no rule has the code"):
            check(DOSSIER, **wish)
