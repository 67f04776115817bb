"""Findings and exceptions: what they say, and that they travel."""

import copy
import pickle

import pytest

from newsevents import Finding, MissingExtraError, NewseventsError, UnreadableFileError, ValidationError

FOUND = Finding(code="NE003", level="error", message="id: wrong", path="a.json", line=2, column=3)


def test_a_finding_is_one_line() -> None:
    """Place, code, level and message, whatever of it is known, and never a second line."""
    assert str(FOUND) == "a.json:2:3: NE003 error id: wrong"
    assert str(Finding(code="NE101", level="info", message="m")) == "NE101 info m"
    assert str(Finding(code="NE001", level="error", message="m", path="a\nb")) == "a\\nb: NE001 error m"


@pytest.mark.parametrize("kind", [ValidationError, UnreadableFileError])
def test_errors_carry_their_findings_through_copies(kind: type[ValidationError]) -> None:
    """A pickle and a copy of an exception have the same findings."""
    error = kind([FOUND, FOUND])
    assert str(error) == f"{FOUND}\n{FOUND}"
    for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error), copy.copy(error)):  # noqa: S301  (our own bytes)
        assert type(other) is kind
        assert other.findings == (FOUND, FOUND)
        assert str(other) == str(error)


def test_the_tree_of_exceptions() -> None:
    """Every exception is a `NewseventsError` and what Python calls its kind."""
    assert issubclass(ValidationError, (NewseventsError, ValueError))
    assert issubclass(ValidationError, ValueError)
    assert issubclass(UnreadableFileError, OSError)
    assert issubclass(MissingExtraError, ImportError)
    assert all(issubclass(kind, NewseventsError) for kind in (ValidationError, MissingExtraError))
