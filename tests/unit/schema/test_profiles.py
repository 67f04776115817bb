"""The profiles: the same verdicts for older validators, plain types for generators, what language models take."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from typing_extensions import TypeAliasType

import newsevents
from newsevents import Dossier, Gift, ValidationError, json_schema
from newsevents.records.union import RECORD_TYPES
from newsevents.schema import PROFILES, Profile, from_llm, schema_files, schema_text, write_schemas

NAMES = ["dossier", *RECORD_TYPES]
WIKIDATA, IMO = {"scheme": "wikidata", "value": "Q1"}, {"scheme": "imo", "value": "1"}
GIFT = {"type": "gift", "id": "g", "givers": [{"actor_id": "a"}], "recipients": [{"actor_id": "b"}], "item_ids": ["i"]}


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from nodes(part)
    elif isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from nodes(part)


@pytest.mark.parametrize("name", NAMES)
def test_draft_07(name: str) -> None:
    """It is valid draft-07, and nothing that matters stands beside a `$ref`, where that draft ignores it."""
    schema = json_schema(name, profile="draft-07")
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in schema
    assert all(node.keys() == {"$ref"} for node in nodes(schema) if isinstance(node.get("$ref"), str))


def test_draft_07_has_the_same_verdicts() -> None:
    """On a right and on a wrong record."""
    validator = jsonschema.Draft7Validator(json_schema(profile="draft-07"))
    dossier = {"type": "dossier", "schema_version": "1.0", "id": "d", "records": [GIFT]}
    assert validator.is_valid(dossier)
    assert not validator.is_valid({**dossier, "records": [{**GIFT, "when": {}}]})
    assert not validator.is_valid({**dossier, "records": [{**GIFT, "item_ids": []}]})


@pytest.mark.parametrize("name", NAMES)
def test_codegen_says_types_alone(name: str) -> None:
    """No condition, no negation; a field may well be called like a keyword."""
    schema = json_schema(name, profile="codegen")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert not any({"if", "not", "propertyNames"} & node.keys() for node in nodes(schema))
    assert jsonschema.Draft202012Validator(json_schema("gift", profile="codegen")).is_valid(GIFT)


def test_codegen_lists_records_plainly() -> None:
    """Records are one `oneOf` of references, under the name that Python has for it."""
    union = json_schema(profile="codegen")["$defs"]["AnyRecord"]
    assert union["title"] == "AnyRecord"
    assert [each["$ref"].rsplit("/", 1)[1] for each in union["oneOf"]] == [
        record.__name__ for record in RECORD_TYPES.values()
    ]


def test_codegen_wraps_what_is_described() -> None:
    """Nothing stands beside a `$ref`, where it would make a type of its own; the field keeps its description."""
    schema = json_schema(profile="codegen")
    assert all(node.keys() == {"$ref"} for node in nodes(schema) if isinstance(node.get("$ref"), str))
    source_id = schema["$defs"]["Attribution"]["properties"]["source_id"]
    assert source_id == {"allOf": [{"$ref": "#/$defs/Id"}], "description": "The source in which it stands."}


def test_codegen_says_the_rest_in_words() -> None:
    """Defaults and known values are in the descriptions, which generators carry into the code."""
    definitions = json_schema(profile="codegen")["$defs"]
    assert not any({"default", "examples"} & each.keys() for each in definitions.values())
    assert definitions["Attribution"]["properties"]["modality"]["description"].endswith(" Absent means asserted.")
    assert " Known values: vehicle, vessel, aircraft, " in definitions["ItemCategory"]["description"]


def test_codegen_has_plain_mappings() -> None:
    """An object has fields or takes any keys, never both, and says which."""
    definitions = json_schema(profile="codegen")["$defs"]
    for each in definitions.values():
        if each.get("type") == "object":
            assert ("properties" in each) is (each["additionalProperties"] is False)
    assert definitions["Extensions"]["additionalProperties"] is True
    assert definitions["Identifiers"]["additionalProperties"] == {"type": "string"}
    assert " Known keys: imo, isin, " in definitions["Identifiers"]["description"]


@pytest.mark.parametrize("core", [False, True])
@pytest.mark.parametrize("name", RECORD_TYPES)
def test_llm_takes_what_providers_take(name: str, *, core: bool) -> None:
    """Every object is closed and requires all it has; no keyword that a provider refuses; `$ref` stands alone."""
    schema = json_schema(name, profile="llm", core=core)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"
    known = {"type", "properties", "required", "additionalProperties", "items", "minItems", "enum", "anyOf", "$ref"}
    known |= {"description", "$defs", "$id"}
    for node in nodes({key: value for key, value in schema.items() if key != "$defs"}):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
        if "$ref" in node:
            assert node.keys() == {"$ref"}
    for definition in [schema, *schema["$defs"].values()]:
        assert definition.keys() <= known
    assert "extensions" not in json.dumps(schema)


def test_llm_asks_for_evidence_first() -> None:
    """The order of the fields is the order in which they are generated."""
    assert list(json_schema("statement", profile="llm")["properties"])[:3] == ["type", "attributions", "quotations"]
    assert list(json_schema(profile="llm")["properties"]) == ["records"]


def test_llm_says_limits_in_words() -> None:
    """What a provider does not enforce is in the description."""
    definitions = json_schema("item", profile="llm")["$defs"]
    assert "At most 128 characters." in definitions["Id"]["description"]
    assert "vessel" in definitions["ItemCategory"]["description"]
    assert "From -90 to 90." in json_schema("gift", profile="llm")["$defs"]["Latitude"]["description"]
    assert "identifier" in definitions["Identifiers"]["items"]["properties"]["value"]["description"]


def test_core_holds_required_fields_only() -> None:
    """For providers with low limits."""
    assert list(json_schema("gift", profile="llm", core=True)["properties"]) == [
        "type",
        "id",
        "givers",
        "recipients",
        "item_ids",
    ]
    assert "names" in json_schema("person", profile="llm", core=True)["properties"]
    assert list(json_schema("source", profile="llm", core=True)["properties"]) == ["type", "id", "title", "form"]
    # Without a comparator a sum is an amount, and never a range.
    assert list(json_schema(newsevents.Money, profile="llm", core=True)["properties"]) == ["amount"]
    assert list(json_schema(newsevents.Attribution, profile="llm", core=True)["properties"]) == ["source_id"]


def test_llm_forces_no_guess() -> None:
    """Only what every value has may not be null: a time may be words alone, and a sum is no range."""
    definitions = json_schema("gift", profile="llm")["$defs"] | json_schema("item", profile="llm")["$defs"]
    for name, fields in {"When": ("edtf", "text"), "Money": ("amount", "minimum", "maximum", "text")}.items():
        for field in fields:
            assert {"type": "null"} in definitions[name]["properties"][field]["anyOf"]


def test_answers_become_records() -> None:
    """Null is absent, pairs are a mapping; the rest is judged like any record."""
    answer = {**GIFT, "when": None, "identifiers": [{"scheme": "wikidata", "value": "Q1"}], "attributions": []}
    (gift,) = from_llm(json.dumps({"records": [answer]}))
    assert isinstance(gift, Gift)
    assert gift.identifiers == {"wikidata": "Q1"}
    assert from_llm(json.dumps(answer).encode(), type="gift") == (gift,)
    assert from_llm(json.dumps({"records": []})) == ()
    assert from_llm(json.dumps({"records": [answer]}), type="dossier") == (gift,)
    assert from_llm(Dossier(id="d", records=[gift]).to_json()) == (gift,)


def test_extensions_stay_as_they_are() -> None:
    """The profile leaves them out; where an answer has them, null and pairs are its own."""
    own = {"x-a-b": [None, {"identifiers": [IMO, IMO], "c": None}]}
    (gift,) = from_llm(json.dumps({**GIFT, "extensions": own, "identifiers": {"imo": "8905490"}}), type="gift")
    assert gift.extensions == own
    assert gift.identifiers == {"imo": "8905490"}


@pytest.mark.parametrize(
    ("answer", "options", "code", "pointer"),
    [
        ("{", {}, "NE002", ""),
        ('{"records": {}}', {}, "NE003", ""),
        ("[]", {}, "NE003", ""),
        ('{"type": "state"}', {"type": "gift"}, "NE003", ""),
        (json.dumps({"records": [{**GIFT, "id": "G"}]}), {}, "NE003", "/records/0/id"),
        (json.dumps({**GIFT, "identifiers": [{"scheme": "a"}]}), {"type": "gift"}, "NE003", "/identifiers"),
        (json.dumps({**GIFT, "identifiers": ["a"]}), {"type": "gift"}, "NE003", "/identifiers"),
        (json.dumps({**GIFT, "identifiers": [WIKIDATA, IMO, IMO]}), {"type": "gift"}, "NE003", "/identifiers/2"),
        (json.dumps({"records": [{**GIFT, "identifiers": [WIKIDATA, IMO]}]}), {}, "NE003", "/records/0/identifiers/1"),
        (json.dumps({"records": [GIFT], "a/b": 1}), {}, "NE003", "/a~1b"),
        (json.dumps({"type": "dossier", "schema_version": "1.0", "id": "D", "records": []}), {}, "NE003", "/id"),
        ('{"records": [{"type": "state", "id": 1e999, "country": "KP"}]}', {}, "NE003", "/records/0/id"),
        ('{"records": [{"type": null, "id": "s"}]}', {}, "NE003", "/records/0"),
    ],
)
def test_wrong_answers_are_findings(answer: str, options: dict[str, str], code: str, pointer: str) -> None:
    """Nothing is mended; each fault has its pointer into the answer."""
    with pytest.raises(ValidationError) as caught:
        from_llm(answer, type=options.get("type"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.pointer) == (code, pointer)


def test_findings_have_their_places_in_the_answer() -> None:
    """Not in the text that it stands for."""
    identifiers = '[\n  {"scheme": "wikidata", "value": "Q1"},\n  {"scheme": "imo", "value": "1"}]'
    answer = f'{{"note": null, "identifiers": {identifiers}, "type": "state", "id": "s", "country": "ZZ"}}'
    with pytest.raises(ValidationError) as caught:
        from_llm(answer, type="state")
    found = {each.pointer: (each.line, each.column) for each in caught.value.findings}
    assert found == {"/identifiers/1": (3, 3), "/country": (3, 76)}


def test_answers_can_be_normalized() -> None:
    """On demand, as in a file."""
    (state,) = from_llm('{"type":"state","id":"s","country":"prk"}', type="state", normalize=True)
    assert isinstance(state, newsevents.State)
    assert state.country == "KP"


def test_what_cannot_be_exported() -> None:
    """Unknown types and profiles are named, with a suggestion."""
    wrong: Any = "xml"
    for attempt, message in (
        (lambda: json_schema("gfit"), "no type 'gfit'; did you mean 'gift'"),
        (lambda: json_schema(profile=wrong), "no profile 'xml'"),
        (lambda: json_schema(core=True), "core goes with the profile llm"),
        (lambda: from_llm("{}", type="zzz"), "no type 'zzz'; known are dossier, source"),
        (lambda: schema_text("gfit"), "no type 'gfit'"),
        (lambda: schema_text("gift.core"), "no type 'gift.core'"),
        (lambda: schema_text("dossier.core", profile="llm"), "no type 'dossier.core'"),
        (lambda: schema_text(profile=wrong), "no profile 'xml'"),
        (lambda: json_schema(newsevents.CountryCode, profile="llm"), "is for models, which CountryCode is not"),
        (lambda: json_schema(base_uri="https://example.org/a b"), "'https://example.org/a b' is no address"),
        (lambda: json_schema(base_uri="https://example.org/#a"), "is no address"),
        (lambda: write_schemas("x", type="gfit"), "no type 'gfit'"),
        (lambda: write_schemas("x", profile=wrong), "no profile 'xml'"),
    ):
        with pytest.raises(ValueError, match=message):
            attempt()


@pytest.mark.pinned
def test_published_files_are_what_the_models_export() -> None:
    """The files that travel with the package are the models' own, to the byte."""
    for name, text in schema_files().items():
        profile, _, file = name.partition("/")
        assert schema_text(file.removesuffix(".schema.json"), profile=profile) == text  # type: ignore[arg-type]  # a str


def test_writing_schema_files(tmp_path: Any) -> None:
    """One file a type and profile, with the address of one's own in `$id`."""
    count = write_schemas(tmp_path / "new", base_uri="https://example.org/schema/")
    files = list((tmp_path / "new").rglob("*.json"))
    assert count == len(files) == len(PROFILES) * len(NAMES) + len(RECORD_TYPES)
    schema = json.loads((tmp_path / "new" / "draft-07" / "gift.schema.json").read_text("utf-8"))
    assert schema["$id"] == "https://example.org/schema/1.0/draft-07/gift"


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_names_itself(profile: Profile) -> None:
    """`$id` has the version, the profile and the type, in the file that travels with the package too."""
    name = f"urn:newsevents:schema:1.0:{profile}:dossier"
    assert json_schema(Dossier, profile=profile)["$id"] == name
    assert json.loads(schema_text(profile=profile))["$id"] == name


@pytest.mark.parametrize("wrong", [None, 5, str, list[Gift], Dossier(id="d")])
def test_what_has_no_schema_here(wrong: Any) -> None:
    """It is told what would do."""
    with pytest.raises(TypeError, match="expected a model, a type of value or the type of a record, not "):
        json_schema(wrong)


@pytest.mark.parametrize(
    ("base_uri", "address"),
    [
        ("urn:example:", "urn:example:1.0:validate:gift"),
        ("urn:example", "urn:example:1.0:validate:gift"),
        ("https://example.org/", "https://example.org/1.0/validate/gift"),
        ("https://example.org", "https://example.org/1.0/validate/gift"),
        ("", "1.0/validate/gift"),
    ],
)
def test_addresses_of_ones_own(base_uri: str, address: str) -> None:
    """A version is a part of its own, whether or not one writes what parts it."""
    assert json_schema("gift", base_uri=base_uri)["$id"] == address


SCALARS = [
    (newsevents.CountryCode, "KP", "ZZ"),
    (newsevents.GiftStatus, "lost", "found"),
    (newsevents.Edtf, "2024-02", "2024-02-30"),
    (newsevents.Count, 1.0, -1),
    (newsevents.Identifiers, {"imo": "8905490"}, {"imo": "1"}),
    (newsevents.AnyRecord, GIFT, {"type": "gift"}),
]


@pytest.mark.parametrize("profile", ["validate", "draft-07", "codegen"])
@pytest.mark.parametrize(("kind", "right", "wrong"), SCALARS)
def test_types_of_values(kind: TypeAliasType, right: Any, wrong: Any, profile: Profile) -> None:
    """Each has a schema of its own, with an address and no `discriminator`, which ajv's strict mode refuses."""
    schema = json_schema(kind, profile=profile)
    assert schema["$id"] == f"urn:newsevents:schema:1.0:{profile}:{kind.__name__}"
    assert not any(isinstance(node.get("discriminator"), dict) for node in nodes(schema))
    validator = jsonschema.Draft7Validator if profile == "draft-07" else jsonschema.Draft202012Validator
    validator.check_schema(schema)
    assert validator(schema).is_valid(right)
    if not (profile == "codegen" and kind is newsevents.Identifiers):  # which says types alone
        assert not validator(schema).is_valid(wrong)
