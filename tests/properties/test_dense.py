"""Dense texts: taken apart, they give what they give as a whole."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.mutate import mutant

from newsevents import Dossier
from newsevents.files import _document
from newsevents.files._dense import Parts
from newsevents.files._limit import TooLargeError
from newsevents.files.read import read
from newsevents.testing import dossiers, invalid_dossiers

CORPUS = sorted(Path(__file__).parents[1].glob("corpus/**/*.json"))
EVERY_TEXT_IS_DENSE = -1
ANY_NUMBER = 10**6
# Small, and of what the syntax is made of.
BITS = st.sampled_from(
    [*'[]{},:" \n1a\\', '"records"', '"records":[', '{"a":', "[[[[[[[", "]]]]]]]", '"\\""', "null", "é"]
)


def check_both_ways(content: bytes, *, normalize: bool = False) -> None:
    """Check that as a whole and record by record a text is the same dossier, or has the same findings and places."""
    whole = read(content, "json", normalize=normalize)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_document, "_MANY", EVERY_TEXT_IS_DENSE)
        patch.setattr(_document, "_AT_ONCE", 3)
        parted = read(content, "json", normalize=normalize)
    assert parted.findings == whole.findings
    assert parted.dossier == whole.dossier
    if parted.dossier is not None and whole.dossier is not None:
        assert parted.dossier.to_json() == whole.dossier.to_json()
        assert parted.dossier.model_fields_set == whole.dossier.model_fields_set
        for index in range(len(whole.dossier.records)):
            one, other = (reading.origins.find(f"/records/{index}/id") for reading in (parted, whole))
            assert one is not None
            assert other is not None
            assert one.place() == other.place()


@given(dossiers(), st.booleans(), st.sampled_from([None, 2]))
def test_a_dossier_is_put_together_as_it_was(dossier: Dossier, is_list: bool, indent: int | None) -> None:
    """With its records, its own fields and their places; a list of records too."""
    data = json.loads(dossier.to_json())
    check_both_ways(json.dumps(data.get("records", []) if is_list else data, indent=indent).encode())


@given(dossiers(), st.integers(0, 2**32), st.floats(0, 1))
def test_a_fault_is_the_same(dossier: Dossier, seed: int, share: float) -> None:
    """Wherever it is, of shape or of syntax: something wrong in the value, or an early end of the text."""
    text = mutant(json.loads(dossier.to_json()), Random(seed)).text
    check_both_ways(text.encode())
    check_both_ways(text.encode()[: int(len(text) * share)])


@given(invalid_dossiers())
def test_every_kind_of_fault_is_the_same(invalid: Any) -> None:
    """Of syntax and of shape; what is a matter of sense is no fault for the reader."""
    check_both_ways(invalid.text.encode())
    check_both_ways(invalid.text.encode(), normalize=True)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: str(path.relative_to(path.parents[1])))
def test_the_corpus_is_read_the_same(path: Path) -> None:
    """Duplicate keys, other types, empty files, several values."""
    content = path.read_bytes()
    check_both_ways(content.replace(b"\xef\xbb\xbf", b""))


@pytest.mark.parametrize(
    "text",
    [
        '[{"type": "item", "id": "a", "description": "x"} {"type": "item", "id": "b", "description": "x"}]',
        '[{"type": "item", "id": "a", "description": "x"},]',
        '[,{"type": "item", "id": "a", "description": "x"}]',
        '[{"type": "item", "id": "a", "description": "x"},,{"type": "item", "id": "b", "description": "x"}]',
        '[{"type": "item", "id": "a", "description": "x"}',
        '[{"type": "item", "id": "a", "description": "x"}]]',
        '[{"type": "item", "id": "a", "id": "a", "description": "x"}]',
        '{"type": "dossier", "schema_version": "1.0", "id": "d", "records": [], "records": []}',
        '{"type": "dossier", "schema_version": "1.0", "id": "d", "records": {}}',
        '{"type": "dossier", "schema_version": "1.0", "id": "d"}',
        '{"type": "dossier", "schema_version": "1.0", "id": "d", "note": {"records": [1]}, "records": [1]}',
        '{"records": [1], "records": [{"type": "item", "id": "a", "description": "x"}], "type": "dossier"}',
        '{"type": "item", "id": "a", "description": "x", "records": []}',
        "[1, 2}",
        "[[}",
        "[]",
        "{}",
        " ",
        "1",
        '"',
    ],
)
def test_odd_texts_are_read_the_same(text: str) -> None:
    """Commas too many and too few, brackets that do not match, lists twice, no list at all."""
    check_both_ways(text.encode())


@given(st.lists(BITS).map("".join).map(str.encode))
def test_nothing_is_lost(content: bytes) -> None:
    """Whatever the text, all of it is in the parts, but for commas and white space between records."""
    parts = Parts(content, ANY_NUMBER)
    starts, found = [*zip(*parts.records(), strict=True)] or ((), ())
    kept = parts.around + b"".join(found)
    assert sorted(kept.translate(None, b", \n")) == sorted(content.translate(None, b", \n"))
    assert all(content.startswith(record, start) for start, record in zip(starts, found, strict=True))


VALUES = st.recursive(
    st.none() | st.integers(0, 9) | st.text('[]{},:"\\ a', max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('[]{},:"\\ a', max_size=3), inner, max_size=3),
)


@given(st.lists(VALUES), st.dictionaries(st.sampled_from(["a", "b", "records"]), VALUES), st.sampled_from([None, 1]))
def test_the_entries_are_the_parts(entries: list[Any], fields: dict[str, Any], indent: int | None) -> None:
    """Of a list, and of the list of records in an object; what is left is the same with an empty list."""
    for data, rest in ((entries, []), ({**fields, "records": entries}, {**fields, "records": []})):
        parts = Parts(json.dumps(data, indent=indent).encode(), ANY_NUMBER)
        assert [json.loads(record) for _, record in parts.records()] == entries
        assert parts.is_clear
        assert json.loads(parts.around) == rest


def test_entries_may_be_deep() -> None:
    """Deeper than what is found at one stroke."""
    deep: Any = {"a": "]"}
    for _ in range(20):
        deep = [1, {"b": deep}, "}"]
    assert [json.loads(record) for _, record in Parts(json.dumps([deep, 1, deep]).encode(), 1000).records()] == [
        deep,
        1,
        deep,
    ]


@pytest.mark.parametrize("text", ["[" * 20 + "]" * 20, '{"a": 1, "b": 2, "c": 3, "records": []}'])
def test_what_is_too_dense_is_not_taken_apart(text: str) -> None:
    """However many brackets or fields there are."""
    with pytest.raises(TooLargeError, match="more than 2 values in what is around the records"):
        list(Parts(text.encode(), 2).records())


@given(st.integers(0, 40), st.integers(0, 40), st.integers(10, 30))
def test_dense_parts_are_refused(inside: int, around: int, most: int) -> None:
    """A record with more values than there may be, or what is around all of them; commas in strings are none."""
    record = {"text": "," * 200, "list": [1] * inside}
    text = json.dumps({"title": [1] * around, "records": [record] * 3}).encode()
    # Commas count, and brackets fourfold.
    is_dense = max(inside - 1, 0) + 9 > most or max(around - 1, 0) + 13 > most
    try:
        count = len(list(Parts(text, most).records()))
    except TooLargeError:
        assert is_dense or len(text) <= most
    else:
        assert count == 3
        assert not is_dense
