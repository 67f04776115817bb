"""What the parts and records require across their fields."""

from typing import Any

import pydantic
import pytest

from newsevents import Attribution, Consideration, Name, Person, Role, Source, VoteCounts


@pytest.mark.parametrize(
    ("model", "fields", "reason"),
    [
        (Role, {"country": "KP"}, "a title, an office or an organization_id"),
        (Consideration, {}, "item_ids, money or text"),
        (VoteCounts, {}, "at least one of in_favor, against, abstained"),
        (Source, {"type": "source", "id": "s", "form": "wire"}, "a title or a description"),
        (Person, {"type": "person", "id": "p"}, "a person needs names unless is_anonymous is true"),
        (Person, {"type": "person", "id": "p", "is_anonymous": False}, "a person needs names"),
        (
            Attribution,
            {"source_id": "s", "statement_id": "t", "according_to_ids": ["a"]},
            "statement_id stands instead",
        ),
        (Attribution, {"source_id": "s", "statement_id": "t", "via_ids": ["a"]}, "statement_id stands instead"),
    ],
)
def test_what_is_refused(model: Any, fields: dict[str, Any], reason: str) -> None:
    """A part that says nothing, or two things at once, is refused with the reason."""
    with pytest.raises(pydantic.ValidationError, match=reason):
        model.model_validate(fields)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Role, {"title": "aide"}),
        (Role, {"office": "official"}),
        (Role, {"organization_id": "o"}),
        (Consideration, {"item_ids": ["i"]}),
        (Consideration, {"text": "oil"}),
        (Consideration, {"money": {"amount": "1"}}),
        (VoteCounts, {"in_favor": 13}),
        (VoteCounts, {"against": 0}),
        (VoteCounts, {"abstained": 1}),
        (Source, {"type": "source", "id": "s", "form": "wire", "description": "a cable"}),
        (Person, {"type": "person", "id": "p", "is_anonymous": True}),
        (Person, {"type": "person", "id": "p", "names": [{"text": "Pak"}], "is_anonymous": True}),
        (Attribution, {"source_id": "s", "statement_id": "t", "via_ids": []}),
        (Attribution, {"source_id": "s", "according_to_ids": ["a"], "via_ids": ["b"]}),
        (Name, {"text": "Pyongyang", "kind": "metonym"}),
    ],
)
def test_what_is_enough(model: Any, fields: dict[str, Any]) -> None:
    """Each of the alternatives is enough by itself."""
    assert model.model_validate(fields)
