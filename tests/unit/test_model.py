"""What every model shares: frozen, no unknown fields, compared by value, safe to build anywhere."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from types import MappingProxyType
from typing import Annotated, Any

import pydantic
import pytest

import newsevents
from newsevents import (
    Attribution,
    Consideration,
    Dossier,
    Event,
    Gift,
    Money,
    Name,
    Party,
    Person,
    Quantity,
    Record,
    Role,
    Source,
    State,
    VoteCounts,
    When,
)
from newsevents._model import Model, model_at, near, unknown_field
from newsevents.records.union import RECORD_TYPES, AnyRecord

GIFT: dict[str, Any] = {"givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}], "item_ids": ["i"]}


def test_models_are_frozen_and_compared_by_value() -> None:
    """A record does not change, and equal content is equal."""
    gift = Gift(id="g", **GIFT)
    with pytest.raises(pydantic.ValidationError, match="frozen"):
        gift.id = "h"  # type: ignore[misc]  # on purpose
    assert gift == Gift(id="g", **GIFT)
    assert gift != Gift(id="h", **GIFT)
    for record in (gift, State(id="s", country="KP"), Dossier(id="d")):
        with pytest.raises(TypeError, match=f"{type(record).__name__} is not hashable; use its id as a key"):
            hash(record)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (
            lambda: Gift(id="g", **GIFT, givers_ids=[]),  # type: ignore[call-arg]  # on purpose
            "unknown field 'givers_ids' of Gift; did you mean 'givers'",
        ),
        (lambda: Gift(id="g", **{**GIFT, "givers": [{"actor": "a"}]}), "unknown field 'actor' of Party; did you mean"),
        (lambda: Party(actor_id="a", self=1), "unknown field 'self' of Party"),  # type: ignore[call-arg]
        (lambda: Party.model_validate({"actor_id": "a", "zzz": 1}), "unknown field 'zzz' of Party$"),
        (lambda: Party.model_validate_json('{"actorId": "a"}'), "unknown field 'actorId' of Party; did you mean"),
        (
            lambda: Dossier(id="d", records=[{"type": "state", "id": "s", "countri": "KP"}]),
            "unknown field 'countri' of State; did you mean 'country'",
        ),
    ],
)
def test_unknown_fields_get_a_suggestion(attempt: Any, message: str) -> None:
    """A misspelled field is refused with what it may have meant; other errors beside it stay."""
    with pytest.raises(pydantic.ValidationError) as caught:
        attempt()
    assert any(pydantic_message(detail, message) for detail in caught.value.errors())


def pydantic_message(detail: Any, message: str) -> bool:
    """Return whether an error's message starts with *message*; a final `$` ends it."""
    text: str = detail["msg"]
    return text == message[:-1] if message.endswith("$") else text.startswith(message)


def test_other_errors_stay_beside_a_suggestion() -> None:
    """pydantic's and our own errors keep their type and their message."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Person.model_validate({"type": "person", "id": "A", "nationalities": ["Nowhere", 5], "birth": {}, "nam": 1})
    kinds = {detail["type"]: detail["msg"] for detail in caught.value.errors()}
    assert kinds["unknown_field"].endswith("did you mean 'names'?")
    assert kinds["unknown_country"].startswith("no country is known as 'Nowhere'")
    assert kinds["not_canonical"].startswith("Input should be a")
    assert kinds["when_empty"] == "a time needs edtf or text"


@pytest.mark.parametrize("make", [lambda fields: Person(**fields), Person.model_validate])
def test_one_entry_is_no_list(make: Any) -> None:
    """A model where a list is due is told once; it can be iterated over, and its fields are no entries."""
    fields = {"id": "kim", "names": Name(text="Kim"), "roles": [], "birth": 5}
    with pytest.raises(pydantic.ValidationError) as caught:
        make(fields)
    found = {detail["loc"]: detail["msg"] for detail in caught.value.errors()}
    assert found[("names",)] == "Input should be a list; put the one entry in brackets"
    assert {loc[0] for loc in found} == {"names", "birth"}


def test_lists_are_called_lists() -> None:
    """What is wrong with a list is told once and in its user's words, with pydantic's type."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Gift(id="g", givers=[{"actor_id": "A"}], recipients=[], item_ids="i", tags=None)
    found = {detail["loc"]: (detail["type"], detail["msg"]) for detail in caught.value.errors()}
    assert found.pop(("givers", 0, "actor_id"))[0] == "not_canonical"
    assert found == {
        ("tags",): ("tuple_type", "Input should be a list; leave it out where the source does not say"),
        ("recipients",): ("too_short", "Input should be a list of at least one entry"),
        ("item_ids",): ("tuple_type", "Input should be a list; put the one entry in brackets"),
    }
    with pytest.raises(pydantic.ValidationError, match=r"givers\n  Input should be a list \["):
        Gift(id="g", **GIFT | {"givers": None})
    with pytest.raises(pydantic.ValidationError, match=r"item_ids\n  Input should be a valid tuple \["):
        Gift.model_validate({"id": "g", **GIFT}, strict=True)


class Crate(Gift):
    """A gift with a field of somebody else."""

    size: tuple[int, int] | None = None
    marks: Annotated[tuple[int, ...], pydantic.Field(min_length=2)] = (1, 2)


def test_lists_of_others_keep_their_words() -> None:
    """What a field of a subclass wants is for pydantic to say."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Crate(id="g", **GIFT, size=5, marks=["x"], tag=1)  # type: ignore[call-arg]  # on purpose
    found = {detail["loc"]: detail["msg"] for detail in caught.value.errors()}
    assert found[("size",)] == "Input should be a valid tuple"
    assert found[("marks",)] == "Tuple should have at least 2 items after validation, not 0"


@pytest.mark.parametrize(
    ("model", "fields", "kind", "place", "message"),
    [
        (Source, {"id": "s", "form": "wire"}, "source_nameless", None, "a source needs a title or a description"),
        (Person, {"id": "p"}, "person_nameless", "names", "a person needs names unless is_anonymous is true"),
        (When, {}, "when_empty", None, "a time needs edtf or text"),
        (
            Money,
            {"comparator": "between", "minimum": "1"},
            "measure_range",
            "maximum",
            "between needs minimum and maximum",
        ),
        (
            Money,
            {"comparator": "between", "minimum": "1", "maximum": "2", "amount": "1"},
            "measure_range",
            "amount",
            "between takes minimum and maximum, and no amount",
        ),
        (
            Quantity,
            {"comparator": "about", "minimum": "1"},
            "measure_amount",
            "minimum",
            "minimum and maximum go with the comparator between alone",
        ),
        (Money, {}, "measure_amount", None, "an amount is needed, or text where no figure is said"),
        (VoteCounts, {}, "vote_counts_empty", None, "counts need at least one of in_favor, against, abstained"),
        (
            Attribution,
            {"source_id": "s", "statement_id": "a", "via_ids": ["b"]},
            "attribution_statement",
            "via_ids",
            "statement_id stands instead of according_to_ids and via_ids",
        ),
        (Role, {}, "role_empty", None, "a role needs at least a title, an office or an organization_id"),
        (Consideration, {}, "consideration_empty", None, "a consideration needs item_ids, money or text"),
    ],
)
def test_what_fields_are_together(
    model: type[Model], fields: dict[str, Any], kind: str, place: str | None, message: str
) -> None:
    """Each has a type of its own, words, and the field that it is about where it is about one."""
    with pytest.raises(pydantic.ValidationError) as caught:
        model(**fields)
    (error,) = caught.value.errors()
    assert (error["type"], error.get("ctx", {}).get("field"), error["msg"]) == (kind, place, message)


def test_errors_without_an_unknown_field_are_pydantics_own() -> None:
    """Nothing is rewritten that need not be."""
    with pytest.raises(pydantic.ValidationError) as caught:
        Party.model_validate_json('{"actor_id": 5}')
    assert caught.value.errors()[0]["type"] == "not_canonical"
    with pytest.raises(pydantic.ValidationError):
        Party.model_validate({})


def test_type_need_not_be_written_in_python_but_in_json() -> None:
    """What a class alone says is filled in, by its constructor and for its data; JSON needs it."""
    assert State(id="s", country="KP").type == "state"
    assert State.model_validate({"id": "s", "country": "KP"}) == State(id="s", country="KP")
    assert Dossier(id="d").schema_version == "1.0"
    assert Dossier.model_validate({"id": "d"}) == Dossier(id="d")
    assert State.model_validate(MappingProxyType({"id": "s", "country": "kp"})) == State(id="s", country="KP")
    assert State.model_construct(id="s", country="KP").to_json() == State(id="s", country="KP").to_json()
    with pytest.raises(pydantic.ValidationError, match="Input should be 'state'"):
        State.model_validate({"type": "gift", "id": "s", "country": "KP"})
    with pytest.raises(pydantic.ValidationError, match="Field required"):
        State.model_validate_json('{"id":"s","country":"KP"}')


@pytest.mark.parametrize("model", [Record, Event])
def test_what_records_share_is_no_record(model: type[Record]) -> None:
    """It has no `type` of its own."""
    with pytest.raises(pydantic.ValidationError, match=r"type\n  Field required"):
        model(id="r")


def test_a_representation_has_what_is_said() -> None:
    """Absent fields are not shown; evaluated, it is the model again."""
    state = State(id="s", country="KP", names=[Name(text="North Korea", kind="short")])
    assert repr(state) == ("State(type='state', id='s', country='KP', names=(Name(text='North Korea', kind='short'),))")
    assert eval(repr(state)) == state  # noqa: S307  (our own)
    assert str(Money(amount="5")) == "amount='5'"


def test_extensions_are_kept_as_they_are() -> None:
    """Any JSON value under an extension key, through load and dump."""
    value = {"x-acme-list": [1, 2.5, None, {"a": ["b"]}], "x-acme-a1": True}
    state = State(id="s", country="KP", extensions=value)
    assert state.extensions == value
    assert State.model_validate_json(state.to_json()) == state
    assert State.model_validate(state.model_dump()) == state
    assert pickle.loads(pickle.dumps(state)) == copy.deepcopy(state) == state  # noqa: S301  (our own bytes)


@pytest.mark.parametrize(
    "change",
    [
        lambda extensions: extensions.update({"x-a-c": 1}),
        lambda extensions: extensions["x-a-b"].append(1),
        lambda extensions: extensions["x-a-b"][0].clear(),
        lambda extensions: extensions["x-a-b"][0]["c"].sort(),
        lambda extensions: extensions["x-a-b"].__iadd__([1]),
        lambda extensions: extensions["x-a-b"][0].__ior__({}),
    ],
)
def test_extensions_do_not_change_at_any_depth(change: Callable[[Any], object]) -> None:
    """Frozen means frozen, also where any JSON may stand."""
    state = State(id="s", country="KP", extensions={"x-a-b": [{"c": [2, 1]}]})
    with pytest.raises(TypeError, match=r"^Frozen(List|Dict) cannot be changed$"):
        change(state.extensions)
    assert state.extensions == {"x-a-b": [{"c": [2, 1]}]}


@pytest.mark.parametrize(
    "extensions",
    [
        {"x-a": 1},
        {"acme": 1},
        {"x-Acme-a": 1},
        {"x-acme-a": float("nan")},
        {"x-acme-a": [{"b": [float("inf")]}]},
        {"x-acme-a": object()},
        [],
    ],
)
def test_extensions_are_json_under_a_key_of_yours(extensions: Any) -> None:
    """Other keys, NaN, infinities and what is no JSON are refused."""
    with pytest.raises(pydantic.ValidationError):
        State(id="s", country="KP", extensions=extensions)


def test_json_infinities_in_extensions_are_refused() -> None:
    """A number that overflows is no JSON either."""
    with pytest.raises(pydantic.ValidationError, match="infinities"):
        State.model_validate_json('{"type":"state","id":"s","country":"KP","extensions":{"x-a-b":[1e400]}}')


def test_canonical_json_leaves_out_defaults() -> None:
    """What equals its default is not written; `type` and required fields always are."""
    gift = Gift(id="g", **GIFT, status=None, tags=[])
    assert gift.to_json() == (
        b'{"type":"gift","id":"g","givers":[{"actor_id":"a"}],"recipients":[{"actor_id":"b"}],"item_ids":["i"]}'
    )


class Reply(pydantic.BaseModel):
    """What a web service would answer with."""

    record: AnyRecord
    gift: Gift | None = None
    either: Gift | dict[str, int] = {}


def test_json_of_any_maker_has_no_nulls() -> None:
    """Pydantic's own JSON, a type adapter's and that of a model around ours are what our readers take."""
    gift = Gift(id="g", **GIFT)
    canonical = gift.to_json().decode()
    assert gift.model_dump_json() == canonical
    assert Gift.model_validate(gift.model_dump(mode="json")) == gift
    assert pydantic.TypeAdapter(AnyRecord).dump_json(gift).decode() == canonical
    assert pydantic.TypeAdapter(list[Gift | State]).dump_json([gift]).decode() == f"[{canonical}]"
    reply = Reply(record=gift, either={"a": 1})
    assert reply.model_dump_json() == f'{{"record":{canonical},"gift":null,"either":{{"a":1}}}}'
    assert Reply.model_validate_json(reply.model_dump_json()) == reply


def test_python_data_has_every_field() -> None:
    """`model_dump` is pydantic's; what is asked of JSON is done."""
    gift = Gift(id="g", **GIFT)
    assert gift.model_dump().keys() == Gift.model_fields.keys()
    assert gift.model_dump_json(include={"id"}) == '{"id":"g"}'
    assert pydantic.TypeAdapter(list[Gift]).dump_python([gift], mode="json", include={0: {"givers"}}) == [
        {"givers": [{"actor_id": "a"}]}
    ]
    assert gift.model_dump(mode="json", exclude={"givers"}).keys() == {"type", "id", "recipients", "item_ids"}
    same = Gift.model_validate_json(gift.to_json()).model_copy(update={"note": None})
    assert same.model_dump_json(exclude_unset=True) == gift.to_json().decode()


def test_fields_can_be_chosen() -> None:
    """Whichever pydantic is installed, of a list too, and in Python as in JSON."""
    dossier = Dossier(id="d", records=[State(id="a", country="KP"), State(id="b", country="RU")])
    second = {"records": {1: {"id"}}}
    assert dossier.model_dump(include=second) == {"records": ({"id": "b"},)}
    assert dossier.model_dump_json(include=second) == '{"records":[{"id":"b"}]}'
    assert [record["id"] for record in dossier.model_dump(exclude={"records": {0}})["records"]] == ["b"]
    assert "note" not in dossier.records[0].model_dump(exclude={"note"})
    assert dossier.model_dump(mode="json", exclude={"records", "type"}) == {"schema_version": "1.0", "id": "d"}


def test_writing_what_is_no_model_is_told() -> None:
    """As pydantic tells it."""
    value: Any = {"a": 1}
    with pytest.warns(UserWarning, match="expected a model, got dict"):
        assert pydantic.TypeAdapter(Gift).dump_json(value) == b'{"a":1}'


@pytest.mark.parametrize("model", [Dossier, *RECORD_TYPES.values()])
def test_one_schema_for_reading_and_writing(model: type[Model]) -> None:
    """Frameworks that describe what they take and what they give need one type for both."""
    assert model.model_json_schema(mode="serialization") == model.model_json_schema(mode="validation")


def test_models_survive_copies_and_pickles() -> None:
    """A copy and a pickle are equal to what they were made from."""
    gift = Gift(id="g", **GIFT, when="2024-02", extensions={"x-a-b": [1]})
    assert copy.deepcopy(gift) == gift
    assert pickle.loads(pickle.dumps(gift)) == gift  # noqa: S301  (our own bytes)


THREADS = """
import sys, threading
sys.setswitchinterval(1e-5)
import newsevents as ne
from newsevents import Dossier, Gift, State, Statement, json_schema, loads
failures, ready = [], threading.Barrier(8)
def work(number):
    ready.wait()
    try:
        for _ in range(2):
            State(id="s", country="Bolivia")
            Gift(id="g", givers=[{"actor_id": "a"}], recipients=[{"actor_id": "b"}], item_ids=["i"], when="2024-02")
            loads('{"type":"dossier","schema_version":"1.0","id":"d","records":[{"type":"state","id":"s","country":"KP"}]}')
            loads('{"type":"state","id":"s","country":"prk"}', normalize=True)
            json_schema(Dossier if number % 2 else Statement)
    except BaseException as error:
        failures.append(repr(error))
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
sys.exit("\\n".join(failures) or 0)
"""


@pytest.mark.parametrize("attempt", range(2))
def test_first_use_from_many_threads(attempt: int) -> None:
    """Lazy tables and deferred builds are safe when many threads are the first to use them."""
    del attempt
    done = subprocess.run([sys.executable, "-c", THREADS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_loads_only_what_it_needs() -> None:
    """Neither the command line, schemas, what writes, pycountry, dateutil nor YAML is loaded before it is needed."""
    code = "import sys, newsevents; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {
        "newsevents.cli",
        "newsevents.files.fix",
        "newsevents.files.write",
        "newsevents.schema",
        "newsevents.testing",
        "pycountry",
        "dateutil",
        "yaml",
        "argparse",
        "hypothesis",
        "rich",
    }
    assert unwanted.isdisjoint(loaded)
    assert "newsevents.dossier" in loaded


@pytest.mark.parametrize("before", ["", "gc.freeze()", "gc.disable()"])
def test_importing_leaves_the_collector_as_it_was(before: str) -> None:
    """It collects, or does not, as before, and what was frozen stays so; nothing else is."""
    state = "gc.isenabled(), gc.get_freeze_count() > 1000"
    code = f"import gc; {before}\nbefore = {state}\nimport newsevents; print(before == ({state}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_face_is_sorted_and_complete() -> None:
    """`__all__` is sorted, and every name in it is there and documented."""
    assert newsevents.__all__ == sorted(newsevents.__all__)
    for name in newsevents.__all__:
        assert getattr(newsevents, name) is not None


def test_what_is_loaded_later_is_there() -> None:
    """What is of schemas is listed, found by name and by its module, and nothing else is."""
    code = "import newsevents; print('json_schema' in dir(newsevents), newsevents.schema.json_schema.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True json_schema\n"
    assert set(newsevents.__all__) <= set(dir(newsevents))
    with pytest.raises(AttributeError, match="module 'newsevents' has no attribute 'json_schemas'"):
        newsevents.json_schemas  # type: ignore[attr-defined]  # noqa: B018


def test_near_names() -> None:
    """A suggestion is made for a near miss, in any case, and for nothing else."""
    assert near("Counrty", ["country"]) == "; did you mean 'country'?"
    assert near("zzz", ["country"]) == ""


def test_the_model_at_a_place() -> None:
    """A pydantic `loc` leads to a model through aliases, unions, tags and lists."""
    assert model_at(Dossier, ("records", 3, "gift", "givers", 0)) is Party
    assert model_at(AnyRecord, ("state",)) is State
    assert model_at(AnyRecord, ()) is None
    assert model_at(Gift, ("no_such_field",)) is None
    assert model_at(Gift, ("id",)) is None
    assert issubclass(Gift, Model)


def test_an_unknown_field_of_no_model() -> None:
    """Where no one model is meant, the field alone is named."""
    assert unknown_field(AnyRecord, ("x",)) == "unknown field 'x'"
