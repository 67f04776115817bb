"""Round trips through JSON and JSON Lines lose nothing, and canonical text is the same bytes each time."""

import json

from hypothesis import given
from pydantic import TypeAdapter

from newsevents import AnyRecord, Dossier, dumps, loads
from newsevents.testing import dossiers, records


@given(dossiers())
def test_json_round_trip(dossier: Dossier) -> None:
    """`loads(dumps(d)) == d`, and what is written again is the same to the byte."""
    text = dumps(dossier)
    assert loads(text) == dossier
    assert loads(text.encode()) == dossier
    assert dumps(loads(text)) == text


@given(dossiers())
def test_json_lines_round_trip(dossier: Dossier) -> None:
    """JSON Lines holds the same records, one a line, and is written again to the byte."""
    text = dumps(dossier, format="jsonl")
    again = loads(text, format="jsonl", id=dossier.id)
    assert again.records == dossier.records
    assert again.id == dossier.id
    assert text.count("\n") == max(len(dossier.records), 1)
    assert dumps(again, format="jsonl") == text


@given(records())
def test_record_round_trip(record: AnyRecord) -> None:
    """A record alone is read from the text that it is written as."""
    text = record.to_json()
    again = type(record).model_validate_json(text)
    assert again == record
    assert again.to_json() == text
    assert loads(text).records == (record,)


@given(dossiers())
def test_every_way_of_writing_is_one(dossier: Dossier) -> None:
    """Pydantic's own JSON, and what a web framework makes of a value for its JSON, are canonical."""
    assert dossier.model_dump_json().encode() == dossier.to_json()
    assert TypeAdapter(list[AnyRecord]).dump_json(list(dossier.records)) == (
        b"[" + b",".join(record.to_json() for record in dossier.records) + b"]"
    )
    # As JSON text again: 1 and true are one to Python.
    assert json.dumps(dossier.model_dump(mode="json")) == json.dumps(json.loads(dossier.to_json()))


@given(dossiers())
def test_types_survive(dossier: Dossier) -> None:
    """A number stays the number that it was: 1 stays 1, 1.0 stays 1.0, true stays true."""
    assert repr(loads(dumps(dossier))) == repr(dossier)
