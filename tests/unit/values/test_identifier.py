"""Ids, pointers, addresses, check sums and outer identifiers."""

import json
import pickle
from typing import Any

import pydantic
import pytest

from newsevents import Attribution, Dossier, Identifiers, Item, Source, State, check
from newsevents.values.identifier import IDENTIFIER_SCHEMES


def source(**fields: Any) -> Source:
    """Return a source with these fields."""
    return Source(id="s", title="t", form="article", **fields)


@pytest.mark.parametrize("given", ["a", "kim-jong-un", "gift-1", "a.b_c:d", "0", "a" * 128])
def test_slugs(given: str) -> None:
    """Lower-case ASCII letters and digits with single separators."""
    assert State(id=given, country="KP").id == given


@pytest.mark.parametrize("given", ["", "A", "a b", "-a", "a-", "a--b", "é", "a\n", "a" * 129, 1, None])
def test_no_slugs(given: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(pydantic.ValidationError, match="a slug"):
        State(id=given, country="KP")


@pytest.mark.parametrize("given", ["/when", "/legs/0/origin", "/extensions/x-a~1b", "/a~0", "//"])
def test_pointers(given: str) -> None:
    """JSON Pointers."""
    assert Attribution(source_id="s", covers=[given]).covers == (given,)


@pytest.mark.parametrize("given", ["", "when", "/a~2", "/a b", "/é", "/a\n"])
def test_no_pointers(given: str) -> None:
    """The whole record is no pointer; neither is anything that no record holds."""
    with pytest.raises(pydantic.ValidationError, match="a JSON Pointer"):
        Attribution(source_id="s", covers=[given])


@pytest.mark.parametrize(
    "given", ["https://example.org", "http://a.b:80/c?d=e#f", "https://e.org/%C3%A9~-_.!$&'()*+,;=:@/"]
)
def test_addresses(given: str) -> None:
    """Addresses of the web."""
    assert source(url=given).url == given


@pytest.mark.parametrize(
    "given", ["ftp://a.b", "https://", "https://a b", "https://a.b/é", "https://a.b/%zz", "a.b", "https://a.b\n"]
)
def test_no_addresses(given: str) -> None:
    """No other scheme, and nothing that is not percent-encoded."""
    with pytest.raises(pydantic.ValidationError, match="http or https"):
        source(url=given)


def test_check_sums() -> None:
    """A check sum is 64 hexadecimal digits; upper case is made lower."""
    assert source(text_sha256="AB" * 32).text_sha256 == "ab" * 32
    for wrong in ("ab", 5):
        with pytest.raises(pydantic.ValidationError, match="SHA-256"):
            source(text_sha256=wrong)


KNOWN = {
    "imo": "8905490",
    "isin": "US0378331005",
    "isni": "000000012150090X",
    "lei": "5493001KJTIIGC8Y1R12",
    "mmsi": "477995000",
    "opensanctions": "NK-2xgGFpBYKyvXyXdPzzt5kN",
    "registry": "un-security-council",
    "wikidata": "Q56226",
    "a_scheme_of_our_own": "Anything, 12/34 é",
}


def test_identifiers_are_kept_and_cannot_be_changed() -> None:
    """Identifiers of any scheme are a mapping that nobody changes, in memory and in a pickle."""
    item = Item(id="i", description="a ship", identifiers=KNOWN)
    assert dict(item.identifiers) == KNOWN
    assert json.loads(item.to_json())["identifiers"] == KNOWN
    for held in (item, pickle.loads(pickle.dumps(item))):  # noqa: S301  (our own bytes)
        with pytest.raises(TypeError, match="cannot be changed"):
            held.identifiers["imo"] = "1"  # type: ignore[index]  # a mapping to type checkers
        with pytest.raises(TypeError, match="cannot be changed"):
            held.extensions.update({"x-a-b": 1})  # type: ignore[union-attr]  # as above
        assert held == item


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("imo", "890549"),
        ("wikidata", "q1"),
        ("lei", "5493001kjtiigc8y1r12"),
        ("registry", "UN Security Council"),
        ("opensanctions", "-"),
        ("own", ""),
        ("own", " x"),
        ("own", "x" * 256),
        ("own", 5),
        ("Own", "x"),
        ("own scheme", "x"),
        ("", "x"),
    ],
)
def test_known_schemes_have_a_form(scheme: str, value: Any) -> None:
    """A known scheme's identifier has its form, any other is short text; schemes are snake_case."""
    with pytest.raises(pydantic.ValidationError):
        Item(id="i", description="a ship", identifiers={scheme: value})


@pytest.mark.parametrize("scheme", IDENTIFIER_SCHEMES)
def test_the_form_is_told_by_an_example(scheme: str) -> None:
    """In words and not as a pattern; the example is of the form, and its check digit is right."""
    with pytest.raises(pydantic.ValidationError, match="such as") as refused:
        Item(id="i", description="a ship", identifiers={scheme: "é"})
    example = refused.value.errors()[0]["msg"].rpartition(" such as ")[2]
    item = Item(id="i", description="a ship", identifiers={scheme: example})
    dossier = Dossier(id="d", schema_version="1.0", records=[item])
    assert check(dossier, select=["NE107"]) == []


def test_a_scheme_that_is_none_is_told_its_form() -> None:
    """What was expected is said of the scheme as of its identifier."""
    with pytest.raises(pydantic.ValidationError, match="Input should be a word in snake_case"):
        pydantic.TypeAdapter(Identifiers).validate_python({"IMO": "8905490"})
