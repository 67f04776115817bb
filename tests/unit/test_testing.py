"""The strategies as their users see them: what they offer, how they shrink, that they follow the models."""

import importlib
import subprocess
import sys
import textwrap
from collections.abc import Callable, Sequence
from random import Random
from typing import Annotated, Any, Literal

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy
from pydantic import Field
from typing_extensions import TypeAliasType

import newsevents
from newsevents import CountryCode, Dossier, Event, Gift, Money, Place, Record, State, dumps
from newsevents._leaf import Opt, ascii_leaf, whole_leaf
from newsevents._model import Model, models_in
from newsevents.errors import MissingExtraError
from newsevents.records._record import tag
from newsevents.records.union import RECORD_TYPES
from newsevents.testing import dossiers, from_model, records, register, values
from newsevents.testing._identifier import imo, isin, isni, lei
from newsevents.values.number import YesNo

FAST = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
# How far a failure shrinks is the work of Hypothesis, and of its pinned version.
SHRINKS = pytest.mark.pinned
CALM = settings(
    max_examples=3000, database=None, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def anything(_value: object) -> bool:
    """Take any value: the simplest is looked for."""
    return True


@SHRINKS
def test_a_record_shrinks_to_its_required_fields() -> None:
    """What fails for every gift is shown with a gift of three words."""
    gift = find(from_model(Gift), anything, settings=CALM)
    assert gift.to_json() == (
        b'{"type":"gift","id":"0","givers":[{"actor_id":"person-0"}],"recipients":[{"actor_id":"person-0"}],'
        b'"item_ids":["item-0"]}'
    )


@SHRINKS
def test_a_dossier_shrinks_to_what_matters() -> None:
    """What fails for a gift with a status is shown with a gift and little more than it must refer to."""

    def fails(dossier: Dossier) -> bool:
        return any(gift.status == "seized" for gift in dossier.of_type(Gift))

    dossier = find(dossiers(), fails, settings=CALM, random=Random(0))
    assert len(dossier.records) <= 5
    assert len(dumps(dossier, format="jsonl")) < 800
    assert dossier.title is None


@SHRINKS
def test_the_simplest_dossier_is_empty() -> None:
    """Nothing but what every dossier has."""
    assert find(dossiers(), anything, settings=CALM) == Dossier(id="0")


@SHRINKS
def test_text_shrinks_to_a_letter() -> None:
    """No word of a phrase book stays where any text would do."""
    assert find(values(newsevents.Text), lambda text: len(text) > 0, settings=CALM) == "a"


@given(from_model(Money))
@FAST
def test_a_part_can_be_had_alone(money: Money) -> None:
    """Not records only."""
    assert type(money) is Money


@given(values(newsevents.AnyRecord))
@FAST
def test_a_union_can_be_had(record: Record) -> None:
    """Whatever a field may be annotated with has values, models among them."""
    assert isinstance(record, Record)


class Harbor(Place):
    """A model of somebody else: fields of every kind, none of which the strategies know by name."""

    berths: Annotated[int, whole_leaf(1, 9, "How many berths.")] = Field(description="How many.")
    code: TypeAliasType("Code", Annotated[str, ascii_leaf("^[a-c]{2}$", "Two letters.", longest=2)])  # type: ignore[valid-type]
    is_open: Opt[YesNo] = None
    ways: Sequence[Literal["in", "out"]] = ()


class Visit(Event):
    """A record of somebody else."""

    type: Literal["visit"] = tag()
    harbor: Harbor = Field(description="Where.")


@given(from_model(Visit))
@FAST
def test_models_of_others_need_no_edit(visit: Visit) -> None:
    """Strategies follow from fields, annotations and metadata: a subclass with new ones is as well served."""
    assert visit.type == "visit"
    assert 1 <= visit.harbor.berths <= 9
    assert set(visit.harbor.code) <= set("abc")


def test_an_unknown_annotation_is_refused() -> None:
    """With its name, and not with a value that may be wrong."""

    class Odd(Model):
        field: complex

    with pytest.raises(TypeError, match="no strategy is known for <class 'complex'>"):
        from_model(Odd)


def test_records_of_one_class() -> None:
    """One class, all below it, or all there are."""
    assert find(records(State), anything, settings=CALM).type == "state"
    assert isinstance(find(records(Event), anything, settings=CALM), Event)


def test_registered_types_need_no_import_of_ours() -> None:
    """After `register()`, `st.from_type` gives what these strategies give: for records, parts, bases, the dossier."""
    register()
    for model in (Gift, Money, Record, Event, Dossier):
        found: Any = find(st.from_type(model), anything, settings=CALM)
        assert isinstance(found, model)
    assert dumps(find(st.from_type(Dossier), lambda dossier: bool(dossier.records), settings=CALM))


@pytest.mark.parametrize(
    ("made", "known"),
    [
        (imo(890549), "8905490"),
        (imo(907472), "9074729"),
        (isin("US037833100"), "US0378331005"),
        (isin("AU0000XVGZA"), "AU0000XVGZA3"),
        (isni(12103268), "0000000121032683"),
        (isni(12150090), "000000012150090X"),
        (lei("5493001KJTIIGC8Y1R"), "5493001KJTIIGC8Y1R12"),
    ],
)
def test_check_digits(made: str, known: str) -> None:
    """They are those of identifiers that are in use."""
    assert made == known


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Hypothesis the import says what to install."""
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsevents\[testing\]'"):
        importlib.import_module("newsevents.testing")


def test_any_other_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only Hypothesis is an extra here."""
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "newsevents.testing._text", None)
    with pytest.raises(ModuleNotFoundError, match="_text"):
        importlib.import_module("newsevents.testing")


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget, for one test, that the strategies were imported."""
    for name in [name for name in sys.modules if name.startswith("newsevents.testing")]:
        monkeypatch.delitem(sys.modules, name)


def run(code: str) -> str:
    """Return what a new process prints that knows of the strategies only what Hypothesis tells it."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)], check=True, capture_output=True, text=True
    ).stdout


EVERY_KIND = """
    from hypothesis import Phase, find, settings, strategies as st
    import newsevents as n
    for kind in ({}):
        value = find(st.from_type(kind), lambda value: True, settings=settings(database=None, phases=[Phase.generate]))
        print(type(value).__name__, "Event" * isinstance(value, n.Event))
"""


def test_hypothesis_finds_the_strategies_by_itself() -> None:
    """In a process that imports nothing of ours but the types: records, parts, bases, unions."""
    kinds = "n.Gift, n.Money, n.Record, n.Event, n.Dossier, n.Gift | n.Money"
    gift, money, record, event, dossier, either = run(EVERY_KIND.format(kinds)).splitlines()
    assert (gift, money.strip(), dossier.strip()) == ("Gift Event", "Money", "Dossier")
    assert either.split()[0] in {"Gift", "Money"}
    assert record.split()[0] in {kind.__name__ for kind in RECORD_TYPES.values()}
    assert event.endswith(" Event")


@pytest.mark.pinned  # older versions know types only
def test_hypothesis_finds_those_of_aliases() -> None:
    """Of the union of all records, and of values that are strings."""
    any_record, country, edtf = run(EVERY_KIND.format("n.AnyRecord, n.CountryCode, n.Edtf")).splitlines()
    assert any_record.split()[0] in {kind.__name__ for kind in RECORD_TYPES.values()}
    assert (country, edtf) == ("str ", "str ")


@pytest.mark.parametrize("first", ["newsevents", "newsevents.testing", "hypothesis"])
def test_whichever_is_imported_first(first: str) -> None:
    """Hypothesis learns of the types in the midst of its own import, and maybe of ours."""
    code = "from hypothesis import strategies as st; from newsevents import Gift; print(st.from_type(Gift))"
    assert "builds" not in run(f"import {first}; {code}")


def test_hypothesis_makes_no_strategy_before_one_is_asked_for() -> None:
    """What it costs at import is the import of the models."""
    assert (
        run("import hypothesis; from newsevents.testing._model import _plan; print(_plan.cache_info().currsize)")
        == "0\n"
    )


def test_every_public_model_and_alias_is_registered() -> None:
    """Every part of every record too: none is left to what Hypothesis would guess."""
    waiting: list[type[Model]] = list(RECORD_TYPES.values())
    for model in waiting:
        parts = {part for field in model.model_fields.values() for part in models_in(field.annotation)}
        waiting += parts - set(waiting)
    assert {model.__name__ for model in waiting} <= set(newsevents.__all__)


def test_what_is_registered_for_an_alias_draws_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether this Hypothesis takes aliases or not."""
    given_for: dict[object, Callable[[object], SearchStrategy[object]]] = {}
    monkeypatch.setattr(st, "register_type_strategy", given_for.__setitem__)
    register()
    assert find(given_for[CountryCode](CountryCode), anything, settings=CALM) in newsevents.country_codes()


def test_a_hypothesis_that_registers_no_alias_gets_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Older versions refuse an alias; that must not break whatever imports them."""
    kinds: list[object] = []

    def older(kind: object, _strategy: object) -> None:
        if not isinstance(kind, type):
            raise InvalidArgument("must be a type")
        kinds.append(kind)

    monkeypatch.setattr(st, "register_type_strategy", older)
    register()
    assert {Gift, Money, Record, Event, Dossier} <= set(kinds)
