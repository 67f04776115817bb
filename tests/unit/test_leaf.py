"""Leaves: text, vocabularies, optional fields and lists."""

from typing import Any

import pydantic
import pytest

from newsevents import Gift, Item, Person, Source, State, Statement


@pytest.mark.parametrize(
    ("fields", "longest"),
    [
        ({"id": "k" * 129}, 128),
        ({"form": "k" * 65}, 64),
        ({"tags": ["k" * 65]}, 64),
        ({"url": "https://a/" + "k" * 2048}, 2048),
        ({"identifiers": {"k" * 65: "a"}}, 64),
        ({"identifiers": {"k": "a" * 256}}, 255),
        ({"extensions": {"x-a-" + "b" * 128: 1}}, 128),
    ],
)
def test_what_is_too_long_is_told_how_long_it_may_be(fields: dict[str, Any], longest: int) -> None:
    """A limit that nobody names cannot be kept."""
    with pytest.raises(pydantic.ValidationError, match=f"at most {longest} characters"):
        Source(**{"id": "s", "title": "T", "form": "wire"} | fields)


@pytest.mark.parametrize("given", ["x", "a b", "a\nb", "\u00a0x\u00a0", "\u0085", "👩‍🚀", "é"])
def test_text(given: str) -> None:
    """Text is any text without a blank, tab or line break around it."""
    assert State(id="s", country="KP", note=given).note == given


@pytest.mark.parametrize("given", ["", " ", " x", "x ", "x\n", "\tx", "x\r", 5, ["x"], b"x", "\ud800"])
def test_no_text(given: Any) -> None:
    """White space around it is refused and not cut off; what is no text is refused and not converted."""
    with pytest.raises(pydantic.ValidationError):
        State(id="s", country="KP", note=given)


def test_the_text_of_a_source_keeps_its_white_space() -> None:
    """Spans count every character."""
    assert Source(id="s", title="t", form="wire", text="\n x \n").text == "\n x \n"
    with pytest.raises(pydantic.ValidationError):
        Source(id="s", title="t", form="wire", text="")


def test_open_vocabularies_take_any_word() -> None:
    """A known value and a word of one's own are both taken; a phrase is not."""
    assert Item(id="i", description="d", category="vehicle").category == "vehicle"
    assert Item(id="i", description="d", category="hot_air_balloon").category == "hot_air_balloon"
    with pytest.raises(pydantic.ValidationError, match="a word in snake_case, such as vehicle, vessel, aircraft"):
        Item(id="i", description="d", category="hot air balloon")


def test_closed_vocabularies_take_their_values_only() -> None:
    """A value that is not in the list is refused."""
    with pytest.raises(pydantic.ValidationError, match="'delivered'"):
        Gift.model_validate(
            {"type": "gift", "id": "g", "givers": [], "recipients": [], "item_ids": ["i"], "status": "Delivered"}
        )


def test_absent_is_not_null() -> None:
    """`None` stands for absent in Python; null in JSON is refused."""
    assert State(id="s", country="KP", note=None).note is None
    with pytest.raises(pydantic.ValidationError):
        State.model_validate_json('{"type":"state","id":"s","country":"KP","note":null}')


def test_lists_are_tuples_and_required_ones_are_not_empty() -> None:
    """A list comes in as any sequence and is a tuple; a required one has an entry."""
    statement = Statement(id="s", speaker_ids=["a"], acts=["deny"])
    assert statement.speaker_ids == ("a",)
    assert isinstance(statement.quotations, tuple)
    with pytest.raises(pydantic.ValidationError, match="at least one entry"):
        Statement(id="s", speaker_ids=[], acts=["deny"])
    with pytest.raises(pydantic.ValidationError):
        Statement.model_validate({"type": "statement", "id": "s", "speaker_ids": "a", "acts": ["deny"]})


@pytest.mark.parametrize("given", ["true", 1, 0, "yes"])
def test_booleans_are_booleans(given: Any) -> None:
    """Nothing that merely looks like it is true or false."""
    with pytest.raises(pydantic.ValidationError):
        Person(id="p", is_anonymous=given)
