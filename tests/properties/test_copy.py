"""Models and errors survive `pickle` and `copy.deepcopy`, equal."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents import AnyRecord, Dossier, ValidationError, dumps, loads
from newsevents.testing import dossiers, records


@given(dossiers(), st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_dossiers_survive(dossier: Dossier, protocol: int) -> None:
    """A copy of a dossier is equal, is written the same, and finds its records."""
    dossier.referring_to("a")
    copies = [
        pickle.loads(pickle.dumps(dossier, protocol)),  # noqa: S301  (our own bytes)
        copy.copy(dossier),
        copy.deepcopy(dossier),
        dossier.model_copy(),
        dossier.model_copy(deep=True),
    ]
    for copied in copies:
        assert type(copied) is Dossier
        assert copied == dossier
        assert repr(copied) == repr(dossier)
        assert dumps(copied) == dumps(dossier)
        assert copied.model_fields_set == dossier.model_fields_set
        assert all(copied.get(record.id) == record for record in dossier.records)


@given(records(), st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_records_survive(record: AnyRecord, protocol: int) -> None:
    """A copy of a record is equal and still cannot be changed."""
    copies = [pickle.loads(pickle.dumps(record, protocol)), copy.deepcopy(record), record.model_copy(deep=True)]  # noqa: S301
    for copied in copies:
        assert copied == record
        with pytest.raises(TypeError, match="cannot be changed"):
            copied.extensions["x-a-b"] = 1
        with pytest.raises(ValueError, match="frozen"):
            copied.id = "other"


@given(dossiers(), st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_errors_survive(dossier: Dossier, protocol: int) -> None:
    """A copy of an error has equal findings and the same words."""
    with pytest.raises(ValidationError) as caught:
        loads(dumps(dossier).replace('"type"', '"typo"'))
    error = caught.value
    for copied in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert type(copied) is ValidationError
        assert copied.findings == error.findings
        assert str(copied) == str(error)
