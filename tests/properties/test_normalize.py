"""Normalization: what the Python path accepts becomes canonical, and canonical values pass it unchanged."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pydantic
import pytest
from hypothesis import example, given, note
from hypothesis import strategies as st
from pydantic import TypeAdapter
from typing_extensions import TypeAliasType

import newsevents
from newsevents import AnyRecord, Dossier, dumps, loads
from newsevents.records.union import RECORD_TYPES
from newsevents.testing import dossiers, records, values
from newsevents.values.country import CountryCode
from newsevents.values.when import WhenLike

ALIASES: dict[str, Any] = {
    name: alias for name in newsevents.__all__ if isinstance(alias := getattr(newsevents, name), TypeAliasType)
}
ADAPTERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(alias) for name, alias in ALIASES.items()} | {
    "WhenLike": TypeAdapter[Any](WhenLike)
}
ZONES = st.none() | st.timezones() | st.integers(-86399, 86399).map(lambda s: dt.timezone(dt.timedelta(seconds=s)))


class Words(str):
    """Text of a class of one's own."""

    __slots__ = ()


def messy(text: str) -> st.SearchStrategy[Any]:
    """Return a strategy for ways in which people write a canonical text."""
    ways: list[Callable[[str], Any]] = [
        str.lower,
        str.upper,
        str.title,
        str.swapcase,
        Words,
        "{} ".format,
        " {}".format,
        "{}\n".format,
    ]
    ways += [lambda word: word.replace("-", "_"), lambda word: f"{word[:2]} {word[2:]}", str.casefold, str.encode]
    return st.sampled_from([way(text) for way in ways])


OBJECTS = st.one_of(
    st.text(),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(timezones=ZONES),
    st.times(),
    st.binary(),
    st.text(st.characters(categories=["Cs", "Ll"]), max_size=3),
    st.sampled_from(["North Korea", "korea, republic of", "prk", "408", "Côte d'Ivoire", "ZH-hans", "pt_br", "usd"]),
    st.sampled_from(["ſuhh", "ßa", "ﬁ", "ı", "İ", "K", "2024-03-15\n", "２０２４", "1_000", "1e3", "0x10", "-0", "+1"]),
)


def canonical(adapter: TypeAdapter[Any], value: Any) -> Any:
    """Check that a value that was taken is what its own JSON holds, and that taking it again changes nothing."""
    text = adapter.dump_json(value, exclude_defaults=True)
    again = adapter.validate_json(text)
    assert again == value
    assert type(again) is type(value)
    assert adapter.dump_json(again, exclude_defaults=True) == text
    assert adapter.validate_python(value) == value
    return value


@pytest.mark.parametrize("name", ALIASES)
def test_canonical_values_pass_unchanged(name: str) -> None:
    """A canonical value is taken on the Python path as it is."""
    adapter = ADAPTERS[name]

    @given(values(ALIASES[name]))
    def law(value: Any) -> None:
        assert adapter.validate_python(value) == value
        canonical(adapter, value)

    law()


@pytest.mark.parametrize("name", ADAPTERS)
def test_whatever_is_taken_becomes_canonical(name: str) -> None:
    """Any Python object is refused, or becomes a value that its JSON is read as, and that normalizing again keeps."""
    adapter = ADAPTERS[name]
    own = values(ALIASES[name]) if name in ALIASES else st.nothing()

    @given(OBJECTS | own.flatmap(lambda value: messy(value) if isinstance(value, str) else st.just(value)))
    def law(given_value: Any) -> None:
        note(repr(given_value))
        try:
            taken = adapter.validate_python(given_value)
        except pydantic.ValidationError:
            return
        canonical(adapter, taken)

    law()


@given(records())
def test_records_are_normal_already(record: AnyRecord) -> None:
    """Normalizing a record again changes nothing: from its fields, from its JSON data, from itself."""
    model = type(record)
    assert model.model_validate(record.model_dump()) == record
    assert model.model_validate(record.model_dump(mode="json", exclude_defaults=True) | {"type": record.type}) == record
    assert model.model_validate(record) is record
    assert model(**{name: getattr(record, name) for name in record.model_fields_set}) == record


@given(dossiers())
def test_reading_normalized_reads_the_same(dossier: Dossier) -> None:
    """`loads(text, normalize=True)` of canonical text is `loads(text)`."""
    for text, format in ((dumps(dossier), "json"), (dumps(dossier, format="yaml"), "yaml")):
        assert loads(text, format=format, normalize=True) == dossier  # type: ignore[arg-type]


@given(st.data())
def test_messy_records_become_canonical(data: st.DataObject) -> None:
    """A record of which one text is written as people write it is refused, or becomes one that its JSON is read as."""
    record = data.draw(records())
    fields = record.model_dump(exclude_defaults=True)
    texts = [name for name, value in fields.items() if isinstance(value, str)]
    name = data.draw(st.sampled_from(texts))
    fields[name] = data.draw(messy(fields[name]))
    model = RECORD_TYPES[record.type]
    try:
        taken = model.model_validate({"type": record.type} | fields)
    except pydantic.ValidationError:
        return
    assert model.model_validate_json(taken.to_json()) == taken
    assert model.model_validate(taken.model_dump()) == taken


@given(st.recursive(OBJECTS | st.tuples(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@example({"a": Words("b")})
@example(b"\xff")
@example("\ud800")
@example((1, 2))
def test_extensions_keep_what_json_can_hold(value: Any) -> None:
    """Whatever extensions take on the Python path, JSON holds; the rest is refused."""
    try:
        taken = newsevents.State(id="s", country="KP", extensions={"x-a-b": value})
    except (pydantic.ValidationError, ValueError):
        return
    assert newsevents.State.model_validate_json(taken.to_json()) == taken


@pytest.mark.parametrize("value", [10**4400, -(10**4400)], ids=["huge", "minus huge"])
def test_extensions_refuse_a_number_too_long_to_read(value: int) -> None:
    """Python itself reads and writes no integer past 4,300 digits."""
    with pytest.raises((pydantic.ValidationError, ValueError)):
        newsevents.State(id="s", country="KP", extensions={"x-a-b": value})


def test_every_country_is_taken_by_its_code_in_any_case() -> None:
    """No alias of one country is the code of another."""
    adapter = TypeAdapter[Any](CountryCode)
    for code in newsevents.json_schema(newsevents.State)["$defs"]["CountryCode"]["enum"]:
        assert {adapter.validate_python(way(code)) for way in (str, str.lower, str.title)} == {code}
