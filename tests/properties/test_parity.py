"""Parity: for any JSON text, the model accepts it if and only if the schema accepts it, whichever validator runs."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import pydantic
import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.parity.known import KNOWN, Difference
from tests.properties.mutate import mutant

from newsevents import AnyRecord, Dossier, State, ValidationError, json_schema, loads
from newsevents._model import Model, models_in
from newsevents.records.union import RECORD_TYPES
from newsevents.testing import dossiers, from_model, records
from newsevents.values.identifier import IDENTIFIER_SCHEMES

STATE = '{{"type":"state","id":"s","country":"KP","extensions":{{"x-a-b":{}}}}}'


@cache
def python_validator(model: type[Model]) -> Any:
    """Return `jsonschema` for the schema of a model."""
    return Draft202012Validator(json_schema(model))


@cache
def rust_validator(model: type[Model]) -> Any:
    """Return `jsonschema-rs` for the schema of a model."""
    return jsonschema_rs.validator_for(json_schema(model))


def rust_verdict(model: type[Model], data: Any, otherwise: bool) -> bool:
    """Return the verdict of `jsonschema-rs`; *otherwise* where it cannot be handed the data."""
    try:
        return bool(rust_validator(model).is_valid(data))
    except ValueError:  # versions up to 0.33 take no integer past 64 bits
        return otherwise


def accepts(model: type[Model], text: str) -> bool:
    """Return the model's own verdict on a text."""
    try:
        model.model_validate_json(text)
    except pydantic.ValidationError:
        return False
    return True


def check(model: type[Model], text: str) -> bool:
    """Check that the three verdicts on a text are one, and return it."""
    data = json.loads(text)
    verdict = accepts(model, text)
    assert python_validator(model).is_valid(data) is verdict, f"jsonschema against {verdict}: {text}"
    assert rust_verdict(model, data, verdict) is verdict, f"jsonschema-rs against {verdict}: {text}"
    return bool(verdict)


def parts() -> list[type[Model]]:
    """Return every model that is no record, in the order in which records name them."""
    found: list[type[Model]] = list(RECORD_TYPES.values())
    for model in found:
        named = [part for field in model.model_fields.values() for part in models_in(field.annotation)]
        found += [part for part in dict.fromkeys(named) if part not in found]
    return found[len(RECORD_TYPES) :]


@given(records())
def test_valid_records(record: AnyRecord) -> None:
    """A record that the model takes is valid under the schema of its type."""
    assert check(type(record), record.to_json().decode())


@given(dossiers())
def test_valid_dossiers(dossier: Dossier) -> None:
    """A dossier that the model takes is valid under the schema of the dossier."""
    assert check(Dossier, dossier.to_json().decode())


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_mutated_records(name: str) -> None:
    """One mutation of a record is judged alike by the model and by both validators."""

    @given(records(RECORD_TYPES[name]), st.randoms(use_true_random=False))
    def law(record: AnyRecord, random: Random) -> None:
        found = mutant(json.loads(record.to_json()), random)
        note(found.description)
        check(type(record), found.text)

    law()


@given(dossiers(), st.randoms(use_true_random=False))
def test_mutated_dossiers(dossier: Dossier, random: Random) -> None:
    """One mutation of a dossier is judged alike by the model and by both validators."""
    found = mutant(json.loads(dossier.to_json()), random)
    note(found.description)
    check(Dossier, found.text)


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_mutated_parts(part: type[Model]) -> None:
    """One mutation of a part is judged alike, also where a record has it rarely."""

    @given(from_model(part), st.randoms(use_true_random=False))
    def law(value: Model, random: Random) -> None:
        found = mutant(json.loads(value.to_json()), random)
        note(found.description)
        check(type(value), found.text)

    law()


@pytest.mark.parametrize("scheme", [*IDENTIFIER_SCHEMES, "unlisted"])
@pytest.mark.parametrize("value", ["a", "1" * 7, "a" * 255, "a" * 256, "Q" + "1" * 300, "a ", "a\n", ""])
def test_identifiers_of_any_length(scheme: str, value: str) -> None:
    """The form of a known scheme, and the limit of length, are the same for all."""
    check(State, json.dumps({"type": "state", "id": "s", "country": "KP", "identifiers": {scheme: value}}))


@pytest.mark.parametrize("difference", KNOWN, ids=lambda difference: f"{difference.kind}: {difference.text[42:70]}")
def test_no_schema_sees(difference: Difference) -> None:
    """Each known difference is one: the reader refuses the text, and a validator its data only if it is never made."""
    with pytest.raises(ValidationError):
        loads(difference.text)
    try:
        data = json.loads(difference.text)
    except ValueError as error:
        assert "4300" in str(error)  # noqa: PT017  (Python's own limit: there is no data to judge)
    else:
        assert python_validator(State).is_valid(data)


def test_the_documentation_names_every_difference() -> None:
    """The list has no kind that its page does not tell of."""
    page = (Path(__file__).parents[2] / "docs" / "guides" / "schema.md").read_text("utf-8")
    table = page.partition("## What no schema can see")[2].partition("\n## ")[0]
    assert all(difference.kind in table for difference in KNOWN)


def test_the_longest_integer() -> None:
    """Digits up to the limit are no difference."""
    assert check(State, STATE.format("1" * 4300))
