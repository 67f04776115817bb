"""What fuzzing tries to break holds for what it starts from; `nox -s fuzz` goes on from there."""

import json

import pytest
from tests.fuzz.law import TASKS, hold
from tests.fuzz.mutation import mutated
from tests.fuzz.seed import STATE, seeds


def test_the_laws_hold_for_the_seeds() -> None:
    """The short ones, which are some of each task."""
    short = [seed for seed in seeds() if len(seed) < 200]
    assert {seed[0] for seed in short} == set(TASKS)
    for seed in short:
        hold(seed)


def test_mutations_are_json_of_every_kind() -> None:
    """They change the text, and leave it for the reader to judge."""
    texts = {mutated(STATE, seed) for seed in range(1000)}
    assert len(texts) > 500
    assert {type(json.loads(text)) for text in texts} >= {dict, list, str, bool, float, int, type(None)}


def test_what_is_no_json_is_not_mutated() -> None:
    """The fuzzer changes its bytes instead."""
    with pytest.raises(ValueError, match="Expecting"):
        mutated(b"a: b", 1)
