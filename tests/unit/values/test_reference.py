"""References are found wherever they stand, with what they may lead to."""

from typing import Any, get_args

import pytest

from newsevents import Dossier, Gift, Role, Shipment, Statement, When, check
from newsevents._model import Model
from newsevents.records.union import RECORD_TYPES
from newsevents.values.reference import _plan, references


def test_references_of_a_record_and_of_its_parts() -> None:
    """Single ones, lists, and those within parts, each at its pointer."""
    shipment = Shipment.model_validate(
        {
            "type": "shipment",
            "id": "s",
            "item_ids": ["i1", "i2"],
            "consignor_id": "c",
            "legs": [{"mode": "sea", "conveyance_id": "v", "departed": {"edtf": "2024", "anchor_id": "src"}}],
            "attributions": [{"source_id": "src", "via_ids": ["agency"]}],
        }
    )
    found = {(reference.pointer, reference.id) for reference in references(shipment)}
    assert found == {
        ("/attributions/0/source_id", "src"),
        ("/attributions/0/via_ids/0", "agency"),
        ("/consignor_id", "c"),
        ("/item_ids/0", "i1"),
        ("/item_ids/1", "i2"),
        ("/legs/0/conveyance_id", "v"),
        ("/legs/0/departed/anchor_id", "src"),
    }


def test_what_a_reference_may_lead_to() -> None:
    """Each reference names the types of record that it may lead to."""
    (giver, recipient, item) = references(
        Gift(id="g", givers=[{"actor_id": "a"}], recipients=[{"actor_id": "b"}], item_ids=["i"])
    )
    assert giver.types == recipient.types == ("person", "organization", "state", "group")
    assert item.types == ("item",)


def test_the_id_of_a_quotation_is_no_reference_to_a_record() -> None:
    """`variant_of_id` names a quotation."""
    statement = Statement.model_validate(
        {
            "type": "statement",
            "id": "s",
            "speaker_ids": ["p"],
            "acts": ["assert"],
            "quotations": [{"id": "q", "text": "x", "source_id": "src", "variant_of_id": "r"}],
        }
    )
    assert [reference.id for reference in references(statement)] == ["p", "src"]


MODELS: list[type[Model]] = [*RECORD_TYPES.values(), Role, When]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_that_is_named_like_a_reference_is_one(model: type[Model]) -> None:
    """A field that ends in `_id` or `_ids` leads to records, of known types."""
    named = {name for name in model.model_fields if name.endswith(("_id", "_ids"))} - {"variant_of_id"}
    planned = {step.name: step for step in _plan(model)}
    assert named <= planned.keys()
    for name in named:
        assert planned[name].is_list == name.endswith("_ids")
        assert set(planned[name].types) <= set(RECORD_TYPES)


def test_the_union_holds_sixteen_records() -> None:
    """Each `type` is the snake_case of its class's name."""
    assert len(RECORD_TYPES) == 16
    for kind, record in RECORD_TYPES.items():
        annotation: Any = record.model_fields["type"].annotation
        assert get_args(annotation) == (kind,)
        assert kind.replace("_", "") == record.__name__.lower()


def test_a_source_may_carry_words_and_a_statement_be_counted_from() -> None:
    """What a wire service passed on, and what was said "two days after" a remark."""
    records: list[dict[str, object]] = [
        {"type": "source", "id": "wire", "form": "wire", "title": "A wire"},
        {"type": "source", "id": "paper", "form": "article", "title": "A paper"},
        {"type": "person", "id": "envoy", "names": [{"text": "An Envoy"}]},
        {"type": "statement", "id": "remark", "acts": ["assert"], "speaker_ids": ["envoy"]},
        {
            "type": "occurrence",
            "id": "ride",
            "form": "use",
            "when": {"text": "two days later", "anchor_id": "remark"},
            "attributions": [{"source_id": "paper", "according_to_ids": ["wire"], "via_ids": ["wire"]}],
        },
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert check(dossier, select=["NE103"]) == []
