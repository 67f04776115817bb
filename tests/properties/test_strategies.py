"""The strategies themselves: all valid, and everything that the models allow is reached."""

import json
import re
from collections.abc import Iterable
from typing import Any, cast, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import DrawFn, SearchStrategy
from typing_extensions import TypeAliasType

import newsevents
from newsevents import (
    AnyRecord,
    CountryCode,
    CurrencyCode,
    Dossier,
    Edtf,
    Event,
    Extensions,
    Identifiers,
    Text,
)
from newsevents._data.country import COUNTRY_CODES
from newsevents._data.currency import CURRENCY_CODES
from newsevents._leaf import OpenVocabulary, Vocabulary
from newsevents._model import Model, models_in
from newsevents.records.union import RECORD_TYPES
from newsevents.testing import dossiers, from_model, records, values
from newsevents.testing._maker import Drawer
from newsevents.testing._model import _maker
from newsevents.values.identifier import IDENTIFIER_SCHEMES
from newsevents.values.reference import references

ALIASES = {name: alias for name in newsevents.__all__ if isinstance(alias := getattr(newsevents, name), TypeAliasType)}
VOCABULARIES = {
    name: alias
    for name, alias in ALIASES.items()
    if any(isinstance(mark, Vocabulary | OpenVocabulary) for mark in get_args(alias.__value__)[1:])
}

# What is drawn in so many examples is another thing in every version of Hypothesis.
IN_SO_MANY = pytest.mark.pinned


def drawn(strategy: SearchStrategy[Any], count: int) -> list[Any]:
    """Return what a strategy gives, the same on every run."""
    found: list[Any] = []

    @given(strategy)
    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


def models() -> list[type[Model]]:
    """Return every model: the records, then the parts in them."""
    found: list[type[Model]] = list(RECORD_TYPES.values())
    for model in found:
        named = [part for field in model.model_fields.values() for part in models_in(field.annotation)]
        found += [part for part in dict.fromkeys(named) if part not in found]
    return found


@IN_SO_MANY
@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_model(model: type[Model]) -> None:
    """All are valid; every optional field is there in some and not in others; every list has one entry or several."""
    examples = drawn(from_model(model), 800)
    assert len(examples) > 100
    for value in examples:
        assert type(value) is model
        assert model.model_validate_json(value.to_json()) == value
    for name, field in model.model_fields.items():
        seen = [getattr(value, name) for value in examples]
        if not field.is_required():
            default = field.get_default(call_default_factory=True)
            assert {value == default for value in seen} == {True, False}, name
        if isinstance(seen[0], tuple):
            sizes = {len(value) for value in seen}
            assert 1 in sizes, name
            assert max(sizes) > 1, name


@IN_SO_MANY
@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_of_a_vocabulary_is_reached(name: str) -> None:
    """All values of a closed vocabulary; of an open one all the known words, and others."""
    alias = VOCABULARIES[name]
    literal, mark = get_args(alias.__value__)
    seen = set(drawn(values(alias), 400))
    if isinstance(mark, OpenVocabulary):
        assert seen > set(mark.known)
    else:
        assert seen == set(get_args(literal))


def nothing(strategy: SearchStrategy[Any], _label: object = None) -> Any:
    """Refuse to draw."""
    raise AssertionError(f"{strategy} was drawn")


@pytest.mark.parametrize("alias", [CountryCode, CurrencyCode], ids=str)
def test_every_code_is_reached(alias: TypeAliasType) -> None:
    """All countries and currencies, those of the past too."""
    codes = COUNTRY_CODES if alias is CountryCode else CURRENCY_CODES
    make = _maker(alias)
    # Of the number alone, which any two bytes are drawn for: to draw each code by chance takes thousands of examples.
    assert {make(Drawer(cast(DrawFn, nothing)), number) for number in range(1 << 16)} == set(codes)


FORMS = (
    *(r"\d{4}", r"\d{4}-\d\d", r"\d{4}-\d\d-\d\d", r"\d{3}X", r"\d\dXX", r"\d{4}-XX", r"\d{4}-XX-XX", r"\d{4}-\d\d-XX"),
    *(r"\d{4}-21", r"\d{4}-22", r"\d{4}-23", r"\d{4}-24", r".*\?", r".*~", r".*%", r"[^/]+/[^/.]+", r"[^/]+/\.\."),
    *(r"[^/]+/", r"\.\./[^/]+", r"/[^/]+", r".*T\d\d:\d\d", r".*T\d\d:\d\d:\d\d", r".*Z", r".*T.*[+]\d\d:\d\d"),
    *(r".*T.*-\d\d:\d\d", r".*T.*[+]\d\d", r"00.*", r"1.*", r"2.*", r"9.*"),
)


@IN_SO_MANY
def test_every_form_of_edtf_is_reached() -> None:
    """Days, months, years, seasons, unspecified digits, qualifiers, intervals, open and unknown ends, clock times."""
    seen = drawn(values(Edtf), 1500)
    assert not [form for form in FORMS if not any(re.fullmatch(form, edtf) for edtf in seen)]


@IN_SO_MANY
def test_text_is_all_of_unicode() -> None:
    """ASCII, other scripts, the astral planes, controls, and white space that only ASCII programs do not know."""
    seen = "".join(drawn(values(Text), 1500))
    assert set("\x00\n\t\x85\xa0\u2028\u2029\u200b\ufeff\u3000\uffff\U0001f6a2\U0010ffff") <= set(seen)
    assert len({ord(char) >> 8 for char in seen}) > 100


@IN_SO_MANY
def test_every_scheme_of_identifiers_is_reached() -> None:
    """Each known scheme, others, several together."""
    seen = drawn(values(Identifiers), 400)
    assert set(IDENTIFIER_SCHEMES) < {scheme for identifiers in seen for scheme in identifiers}
    assert {len(identifiers) for identifiers in seen} == {1, 2}


def kinds(value: Any) -> Iterable[type]:
    """Yield the types of a JSON value and of what is in it, with containers in containers as lists of lists."""
    yield type(value)
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from kinds(part)


@IN_SO_MANY
def test_extensions_hold_any_json() -> None:
    """Scalars of every kind, and nesting."""
    seen = {kind for extensions in drawn(values(Extensions), 400) for kind in kinds(json.loads(json.dumps(extensions)))}
    assert seen == {dict, list, str, int, float, bool, type(None)}


@given(records())
def test_records_are_of_any_type(record: AnyRecord) -> None:
    """Without a class every type of record may come."""
    assert type(record) is RECORD_TYPES[record.type]


@IN_SO_MANY
def test_every_type_of_record_is_reached() -> None:
    """Each type, in records and in dossiers; of events, each type of event and no other."""
    assert {type(record) for record in drawn(records(), 600)} == set(RECORD_TYPES.values())
    assert {record.type for dossier in drawn(dossiers(), 60) for record in dossier.records} == set(RECORD_TYPES)
    events = {kind for kind in RECORD_TYPES.values() if issubclass(kind, Event)}
    assert {type(record) for record in drawn(records(Event), 150)} == events


@given(dossiers())
def test_dossiers_are_consistent(dossier: Dossier) -> None:
    """Ids are unique; every reference leads to another record, of a type that its field may name."""
    by_id = {record.id: record for record in dossier.records}
    assert len(by_id) == len(dossier.records)
    for record in dossier.records:
        for reference in references(record):
            assert reference.id != record.id
            assert not reference.types or by_id[reference.id].type in reference.types


@given(dossiers())
def test_no_reference_leads_round_in_a_circle(dossier: Dossier) -> None:
    """From no record does any way of references lead back to it."""
    leads = {record.id: {reference.id for reference in references(record)} for record in dossier.records}
    while leads:
        ends = {id for id, names in leads.items() if not names & set(leads)}
        assert ends
        leads = {id: names for id, names in leads.items() if id not in ends}


@IN_SO_MANY
def test_dossiers_are_of_some_size() -> None:
    """About ten records of five types on average; none at times, and more than ten."""
    sizes = [
        (len(dossier.records), len({record.type for record in dossier.records})) for dossier in drawn(dossiers(), 150)
    ]
    assert 0 in {records for records, _ in sizes}
    assert max(records for records, _ in sizes) > 12
    assert sum(records for records, _ in sizes) / len(sizes) > 7
    assert sum(types for _, types in sizes) / len(sizes) > 5
