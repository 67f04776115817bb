"""Reading: what is taken, what each fault says and where it points, and that nothing is half loaded."""

import json
import os
from pathlib import Path
from typing import Any, cast, get_args

import pytest

import newsevents
from newsevents import Dossier, State, UnreadableFileError, ValidationError, fix_text, from_llm, load, loads
from newsevents.errors import MissingExtraError
from newsevents.files._format import Format
from newsevents.files.read import read, read_file
from newsevents.findings import Finding

STATE = '{"type":"state","id":"s","country":"KP"}'
RECORD = State(id="s", country="KP")


def findings(text: str | bytes, format: Format = "json", **options: Any) -> list[Finding]:
    """Return the findings that a text is refused with."""
    with pytest.raises(ValidationError) as caught:
        loads(text, format=format, **options)
    return list(caught.value.findings)


def only(text: str | bytes, format: Format = "json", **options: Any) -> Finding:
    """Return the only finding that a text is refused with."""
    (finding,) = findings(text, format, **options)
    return finding


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (STATE, "json"),
        (f"[{STATE}]", "json"),
        (f'{{"type":"dossier","schema_version":"1.0","id":"dossier","records":[{STATE}]}}', "json"),
        (f"  {STATE}\r\n", "json"),
        (STATE, "jsonl"),
        (f"\n{STATE}\r\n \n", "jsonl"),
        ("type: state\nid: s\ncountry: KP", "yaml"),
        ("- {type: state, id: s, country: KP}", "yaml"),
        ("--- {type: state, id: s, country: KP}\n...\n", "yaml"),
        (STATE, "yaml"),
        ("type: &t state\nid: s\ncountry: !!str KP\n", "yaml"),
    ],
)
def test_what_a_file_may_hold(text: str, format: Format) -> None:
    """A dossier, a list of records, one record, a record a line; as text and as bytes."""
    assert loads(text, format=format) == loads(text.encode(), format=format) == Dossier(id="dossier", records=[RECORD])


@pytest.mark.parametrize("size", [1, 40, 100])
@pytest.mark.parametrize(
    "text",
    [
        f"{STATE}\n" * 5,
        f"{STATE}\r\n\n {STATE}\n\n\n{STATE}",
        f"{STATE}\nno JSON\n{STATE}\n",
        f'{STATE}\n\n{{"type":"state","id":"s","id":"t","country":"KP"}}\n{STATE}\n{{"type":"state"}}',
        "\n" * 200 + STATE,
    ],
)
def test_json_lines_in_blocks_are_read_as_at_once(monkeypatch: pytest.MonkeyPatch, text: str, size: int) -> None:
    """With the same faults and places."""
    whole = read(text.encode(), "jsonl")
    monkeypatch.setattr("newsevents.files._document._BLOCK", size)
    found = read(text.encode(), "jsonl")
    assert (found.dossier, found.findings) == (whole.dossier, whole.findings)
    count = len(whole.dossier.records if whole.dossier else ())
    for pointer in (f"/records/{number}/id" for number in range(count)):
        assert found.origins.find(pointer).place() == whole.origins.find(pointer).place()  # type: ignore[union-attr]


def test_several_yaml_documents_are_records_of_one_dossier() -> None:
    """Like lines of JSON Lines."""
    text = "--- {type: state, id: s, country: KP}\n--- {type: state, id: t, country: RU}\n"
    assert [record.id for record in loads(text, format="yaml").records] == ["s", "t"]


def test_a_dossier_stands_alone() -> None:
    """Two dossiers in one file are one too many."""
    text = "--- {type: dossier, schema_version: '1.0', id: a}\n--- {type: dossier, schema_version: '1.0', id: b}\n"
    finding = only(text, "yaml")
    assert (finding.code, finding.line) == ("NE002", 1)
    assert "split the file" in finding.message


def test_no_records_is_no_fault_but_an_empty_text_is() -> None:
    """An empty list and a blank line hold nothing; an empty file holds no answer."""
    assert loads("[]").records == ()
    assert loads("\n", format="jsonl").records == ()
    for format in ("json", "jsonl", "yaml"):
        assert only("", format).code == "NE002"
        assert only(b"", format).line == 1


def test_the_id_of_a_file_without_a_wrapper(tmp_path: Path) -> None:
    """It is the stem of the file's name as a slug, or what the caller says."""
    for name, expected in (("story.jsonl", "story"), ("My Notes (2).jsonl", "my-notes-2"), ("日本.ndjson", "dossier")):
        file = tmp_path / name
        file.write_text(STATE, encoding="utf-8")
        assert load(file).id == expected
        assert load(os.fspath(file), id="own").id == "own"
    assert load(file, format="json").id == "dossier"


@pytest.mark.parametrize(
    ("text", "format", "code", "place", "message"),
    [
        ('{"a": 1,}', "json", "NE002", (1, 9), "not valid JSON: trailing comma"),
        ('{"é": "ü",\n"é": x}', "json", "NE002", (2, 6), "not valid JSON: expected value"),
        ('{"a":{"b":1,\n "b":2}}', "json", "NE002", (2, 2), "duplicate key 'b'"),
        ('[{"a":1,"é":[{"b":1,"b":2}],"a":1}]', "json", "NE002", (1, 21), "duplicate key 'b'"),
        ('{"a":NaN}', "json", "NE002", (1, 6), "not valid JSON: expected value"),
        (STATE + "\n" + STATE, "json", "NE002", (2, 1), "trailing characters"),
        ("[" * 300, "json", "NE002", (1, 202), "recursion limit exceeded"),
        (b'{"a":"\xff"}', "json", "NE002", (1, 7), "byte 0xFF is not UTF-8"),
        (b"\xff\xfe{\0}\0", "json", "NE002", (1, 1), "UTF-16"),
        (b"\xff\xfe{\0}\0", "yaml", "NE002", (1, 1), "UTF-16"),
        ('{"a":"\\ud800"}', "json", "NE002", (1, 13), "hex escape"),
        ('{"a":"\ud800"}', "json", "NE002", (1, 7), "byte 0xED is not UTF-8"),
        (f"{STATE}\n\n{{", "jsonl", "NE002", (3, 1), "EOF while parsing"),
        ("a: [1,", "yaml", "NE002", (1, 7), "not valid YAML"),
        ("a: 1\n a: 2", "yaml", "NE002", (2, 3), "not valid YAML"),
        ("a: 1\nb: 2\na: 3", "yaml", "NE002", (3, 1), "duplicate key 'a'"),
        ("x: {1: 2}", "yaml", "NE002", (1, 5), "a key that is no text"),
        ("? [a]\n: b", "yaml", "NE002", (1, 3), "a key that is no text"),
        ("a: .nan", "yaml", "NE002", (1, 4), ".nan: NaN and infinities are no JSON"),
        ("a: -1e999", "yaml", "NE002", (1, 4), "-1e999: NaN and infinities are no JSON"),
        ("a: *b", "yaml", "NE002", (1, 4), "alias 'b' of no anchor"),
        ("a: &a [*a]", "yaml", "NE002", (1, 8), "alias 'a' of no anchor"),
        ("a: !!python/name:os.system x", "yaml", "NE002", (1, 4), "has no meaning in JSON"),
        ("a: !!set {x}", "yaml", "NE002", (1, 4), "has no meaning in JSON"),
        ("a: !!int x", "yaml", "NE002", (1, 4), "is not what its tag"),
        ("a: " + "[" * 300, "yaml", "NE002", (1, 203), "nested deeper than 200"),
        ("a: " + "9" * 4301, "yaml", "NE002", (1, 4), "more than 4300 digits"),
        ("a: \x01", "yaml", "NE002", (1, 4), r"U+0001 cannot stand in it as it is; write \x01 in double quotes"),
        ("é\n# c\n\x01", "yaml", "NE002", (3, 1), "not valid YAML"),
        ('a: "é\x7f"', "yaml", "NE002", (1, 6), r"U+007F cannot stand in it as it is; write \x7f in double quotes"),
        ("a: '\x80'", "yaml", "NE002", (1, 5), r"write \x80 in double quotes"),
        (
            '{"a":"\ufffe"}',
            "yaml",
            "NE002",
            (1, 7),
            r"U+FFFE cannot stand in it as it is; write \ufffe in double quotes",
        ),
        (
            '{"é": "x\\ud83D\\uDea2"}',
            "yaml",
            "NE002",
            (1, 9),
            r"\ud83D\uDea2 is a pair of surrogates, as in JSON; write \U0001F6A2",
        ),
        ('a: "\\ud83d"', "yaml", "NE002", (1, 7), "not valid YAML"),
        ("a: b\u2028\nc\x85: 'd\u2029\ne", "yaml", "NE002", (3, 2), "not valid YAML"),
        ("a\u2028: 1\r\na\u2028: 2", "yaml", "NE002", (2, 1), r"duplicate key 'a\u2028'"),
        ("# a\rb: .nan", "yaml", "NE002", (1, 8), "NaN"),
        ("{}", "json", "NE003", (1, 1), "required field 'type' is missing"),
        ("null", "json", "NE003", (1, 1), "should be an object, not null"),
        ("[[]]", "json", "NE003", (1, 2), "should be an object, not an array"),
        ('{"type": "gft"}', "json", "NE003", (1, 10), "type: \"gft\" is no type; did you mean 'gift'?"),
        ('{"type": ["gift"]}', "json", "NE003", (1, 10), "type: an array is no type; expected dossier, source"),
        ("a: !!int 1.5", "yaml", "NE002", (1, 4), "is not what its tag"),
        (
            "- {type: state, id: s, country: KP, names: [{}]}",
            "yaml",
            "NE003",
            (1, 45),
            "required field 'text' is missing",
        ),
        ("type: gift\nid: g\n", "yaml", "NE003", (1, 1), "required field"),
    ],
)
def test_faults(text: str | bytes, format: Format, code: str, place: tuple[int, int], message: str) -> None:
    """Each fault has its code, its place and its reason."""
    finding = findings(text, format)[0]
    assert (finding.code, finding.level, (finding.line, finding.column)) == (code, "error", place)
    assert message in finding.message


@pytest.mark.parametrize(
    ("fields", "pointer", "column", "message"),
    [
        ('"countri":"KP"', "/countri", 26, "unknown field 'countri' of State; did you mean 'country'?"),
        ('"country":"Korea"', "/country", 36, "country: 'Korea' is ambiguous: two states claim the name"),
        ('"country":"Atlantis"', "/country", 36, "no country is known as 'Atlantis'; write an ISO 3166 code"),
        ('"country":7', "/country", 36, "should be a country code: ISO 3166-1 alpha-2"),
        ('"country":true', "/country", 36, "should be a country code: ISO 3166-1 alpha-2"),
        ('"country":"KP","note":null', "/note", 48, "not null; leave it out where the source does not say"),
        ('"country":"KP","names":[{}]', "/names/0", 50, "required field 'text' is missing"),
        ('"country":"KP","names":{}', "/names", 49, "names: should be a valid array, not an object"),
        (
            '"country":"KP","names":["North Korea"]',
            "/names/0",
            50,
            "names[0]: should be an object with fields of Name, such as 'text', not \"North Korea\"",
        ),
        ('"country":"KP","names":[null]', "/names/0", 50, "names[0]: should be an object, not null$"),
        ('"country":null', "/country", 36, "for a former country, not null$"),
        (
            '"country":"KP","attributions":[{"source_id":"s","stated":8}]',
            "/attributions/0/stated",
            83,
            "stated: should be an object with fields of When, such as 'edtf', not 8",
        ),
        (
            '"country":"KP","tags":["ok",[1]]',
            "/tags/1",
            54,
            "tags[1]: should be a word in snake_case; at most 64 characters, not an array",
        ),
        (
            '"country":"KP","names":[{"text":"x","kind":"offical"}]',
            "/names/0/kind",
            69,
            "kind: expected 'official', 'short'",
        ),
        (
            '"country":"KP","extensions":{"a/b~":1}',
            "/extensions/a~1b~0",
            55,
            "key of extensions: should be a key of the",
        ),
        ('"country":"KP","extensions":{"x-a-b":1e999}', "/extensions/x-a-b", 63, "NaN and infinities are no JSON"),
        (
            '"country":"KP","extensions":{"x-a-a":[1.5,{}],"x-a-b":[{"k":[]},{"a/b":[0,-1e999]}]}',
            "/extensions/x-a-b/1/a~1b/1",
            100,
            "NaN and infinities are no JSON",
        ),
        (
            f'"country":"KP","extensions":{{"x-a-b":{"[" * 197}{"]" * 197}}}',
            "/extensions",
            54,
            "nested deeper than 196 levels",
        ),
        (
            '"country":"KP","attributions":[{"source_id":"a","via_ids":["b"],"statement_id":"c"}]',
            "/attributions/0/via_ids",
            84,
            "via_ids: statement_id stands instead",
        ),
        ('"country":"KP","note":"' + "x" * 100 + ' "', "/note", 48, "x…"),
        ('"country":"KP","note":"\\u2028\\u000b "', "/note", 48, 'not "\\u2028\\u000b "'),
    ],
)
def test_shape_faults_point_at_the_value(fields: str, pointer: str, column: int, message: str) -> None:
    """A finding has the value's pointer, its record and its place; an unknown field's is that of the key."""
    found = {finding.pointer: finding for finding in findings(f'{{"type":"state","id":"s",{fields}}}')}
    finding = found[pointer]
    assert (finding.code, finding.record_id, finding.line, finding.column) == ("NE003", "s", 1, column)
    assert message in f"{finding.message}$"


@pytest.mark.parametrize("normalize", [False, True])
def test_a_list_that_has_to_be_there(normalize: bool) -> None:
    """It is called what it is in the file, and nobody is told to leave it out."""
    text = '{"type":"gift","id":"g","givers":"a","recipients":[],"item_ids":null}'
    with pytest.raises(ValidationError) as caught:
        loads(text, normalize=normalize)
    assert [finding.message for finding in caught.value.findings] == [
        'givers: should be a valid array, not "a"',
        "recipients: needs at least one entry",
        "item_ids: should be a valid array, not null",
    ]


@pytest.mark.parametrize("normalize", [False, True])
def test_null_alone(normalize: bool) -> None:
    """It is no field that could be left out."""
    with pytest.raises(ValidationError, match=r"should be .*not null$"):
        loads("null", normalize=normalize)


NEEDED = '"id":"i","description":"x"'


@pytest.mark.parametrize(
    ("text", "pointer", "replacement", "message"),
    [
        (
            '{"type":"state","id":"s","country":"North Korea"}',
            "/country",
            '"KP"',
            'country: "North Korea" is not canonical; write "KP", as newsevents fix does',
        ),
        ('[{"type":"state","id":"s","country":"kp"}]', "/0/country", '"KP"', 'country: "kp" is not'),
        (
            f'{{"type":"item",{NEEDED},"values":["$5",{{"amount":-5}}]}}',
            "/values/1/amount",
            '"-5"',
            "amount: -5 is not",
        ),
        (
            f'{{"type":"item",{NEEDED},"values":["$5"]}}',
            "/values/0",
            '{"amount": "5", "currency": "USD", "currency_basis": "inferred", "text": "$5"}',
            'values[0]: "$5" is not canonical; write {"amount": "5", "currency"',
        ),
        (
            '[{"type":"gift","id":"g","when":"15 mars 2024","recipients":[{"actor_id":"a"}],"item_ids":["i"]}]',
            "/0/when",
            '{"edtf": "2024-03-15", "text": "15 mars 2024"}',
            'when: "15 mars 2024" is not',
        ),
    ],
)
def test_a_value_that_can_be_normalized_is_named_with_what_to_write(
    text: str, pointer: str, replacement: str, message: str
) -> None:
    """`NE004` instead of `NE003`, with the canonical value as JSON."""
    found = {finding.pointer: finding for finding in findings(text)}[pointer]
    assert (found.code, found.level, found.replacement) == ("NE004", "error", replacement)
    assert found.message.startswith(message)


def test_only_what_can_be_normalized_is_not_a_fault_of_shape() -> None:
    """The other faults of the record stay what they are, and without a replacement."""
    text = '{"type":"state","id":"S","country":"kp","countri":"kp","names":[{"text":"a"}, "b"],"tags":["A"]}'
    found = [(finding.pointer, finding.code, finding.replacement) for finding in findings(text)]
    assert found == [
        ("/id", "NE003", None),
        ("/country", "NE004", '"KP"'),
        ("/countri", "NE003", None),
        ("/names/1", "NE003", None),
        ("/tags/0", "NE003", None),
    ]


def test_a_replacement_is_on_one_line_in_any_format() -> None:
    """What breaks lines somewhere, or is not allowed in YAML, is escaped."""
    text = '{"type":"occurrence","id":"o","form":"arrival","when":"15\u2028March\\n2024"}'
    finding = only(text)
    assert finding.replacement == r'{"edtf": "2024-03-15", "text": "15\u2028March\n2024"}'
    assert finding.replacement in finding.message
    for format in get_args(Format):
        assert loads(text.replace('"15\u2028March\\n2024"', finding.replacement), format=format) == loads(
            text, format=format, normalize=True
        )


def test_words_without_end_are_not_read() -> None:
    """No normalizer is asked about a text that nobody would write in a field."""
    assert only(f'{{"type":"state","id":"s","country":"KP{" " * 2000}"}}').code == "NE003"


def test_findings_of_a_dossier_come_in_the_order_of_the_file() -> None:
    """All faults are found at once, each in its record."""
    text = (
        '{"type":"dossier","schema_version":"1.0","id":"d","titel":"x","records":[\n'
        '{"type":"gift","id":"g","givers":[{"actor_id":5}],"recipients":[],"item_ids":["i"]},\n'
        '{"type":"state","id":"s"},\n'
        "7]}"
    )
    found = [(finding.line, finding.pointer, finding.record_id) for finding in findings(text)]
    assert found == [
        (1, "/titel", None),
        (2, "/records/0/givers/0/actor_id", "g"),
        (2, "/records/0/recipients", "g"),
        (3, "/records/1", "s"),
        (4, "/records/2", None),
    ]


@pytest.mark.parametrize(
    ("version", "advice"), [("1.1", "upgrade newsevents"), ("2.0", "upgrade newsevents"), ("0.9", "was ever published")]
)
def test_another_version_is_one_finding(version: str, advice: str) -> None:
    """A file of another version of the schema is judged no further."""
    text = f'{{"type":"dossier","schema_version":"{version}","id":"d","news":1,"records":[{{"type":"new"}}]}}'
    finding = only(text)
    assert (finding.pointer, finding.column) == ("/schema_version", 36)
    assert advice in finding.message


def test_a_version_that_is_none_is_a_fault_like_others() -> None:
    """Whatever does not look like a version."""
    assert len(findings('{"type":"dossier","schema_version":"one","id":"D"}')) == 2
    assert len(findings('{"type":"dossier","schema_version":1,"id":"D"}')) == 2


def test_a_list_of_records_and_lines_of_records() -> None:
    """Pointers and lines start where the record does."""
    (in_list,) = findings(f'[{STATE},\n {{"type":"state","id":"t","country":"kp"}}]')
    assert (in_list.pointer, in_list.record_id, in_list.line, in_list.column) == ("/1/country", "t", 2, 37)
    (in_line,) = findings(f'{STATE}\n{{"type":"state","id":"t","country":"kp"}}', "jsonl")
    assert (in_line.pointer, in_line.line, in_line.column, in_line.end_column) == ("/country", 2, 36, 40)


def test_a_byte_order_mark_is_taken_and_reported() -> None:
    """It is a warning, and no reason to refuse the file."""
    reading = read(b"\xef\xbb\xbf" + STATE.encode(), "json")
    assert reading.dossier is not None
    (finding,) = reading.findings
    assert (finding.code, finding.level, finding.line) == ("NE002", "warning", 1)
    assert loads(b"\xef\xbb\xbf" + STATE.encode()).records == (RECORD,)


def test_a_second_byte_order_mark_is_refused() -> None:
    """The parser of YAML would leave it out."""
    found = findings("\ufeff\ufefftype: state", "yaml")
    assert [finding.level for finding in found] == ["warning", "error"]
    assert "second byte order mark" in found[1].message


def test_yaml_is_judged_as_the_json_that_it_stands_for() -> None:
    """`NO` and dates are text, 0o17 and 1e3 are numbers, and only canonical form is taken."""
    text = (
        "type: source\nid: s\ntitle: NO\nform: wire\npublished: {edtf: 2024-03-15}\n"
        "extensions: {x-a-b: [0o17, 0x1F, 1e3, ~, yes, !!int 5, !!float 5, !!bool true, !!null ~, !!str 5, ! 5, +5]}"
    )
    (source,) = loads(text, format="yaml").of_type(newsevents.Source)
    assert source.title == "NO"
    assert source.published == newsevents.When(edtf="2024-03-15")
    assert source.extensions == {"x-a-b": [15, 31, 1000.0, None, "yes", 5, 5.0, True, None, "5", "5", 5]}
    assert only("{type: state, id: s, country: north korea}", "yaml").column == 31


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("form", ['"a{}b{}"', "'a{}b{}'", "a{}b{}", "|-\n  a{}b{}", ">-\n  a{}b{}", "&a !!str a{}b{}"])
def test_breaks_of_yaml_1_1_are_characters(char: str, form: str) -> None:
    """U+0085, U+2028 and U+2029 break no line in YAML 1.2, neither in a value nor in the count of lines."""
    note = form.format(char, char)
    text = f"type: state # {char}\nnote: {note}\nid: s\ncountry: KP\n"
    assert loads(text, format="yaml").get("s").note == f"a{char}b{char}"
    finding = only(text.replace("id: s", "id: S"), "yaml")
    assert (finding.pointer, finding.line, finding.column) == ("/id", 3 + note.count("\n"), 5)


def test_breaks_of_yaml_1_1_among_characters_for_private_use() -> None:
    """Any characters beside them are kept; beside all 6,400 for private use they are refused."""
    private = "".join(map(chr, range(0xE000, 0xF900)))
    for kept in (private[1:] + "\u2028", private[:-2] + "\x85\u2028", private):
        assert loads(f"{{type: state, id: s, country: KP, note: '{kept}'}}", format="yaml").get("s").note == kept
    finding = only(f"a:\n  '{private}\u2028'", "yaml")
    assert (finding.code, finding.line, finding.column) == ("NE002", 2, 6404)
    assert "U+2028 cannot stand beside" in finding.message


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("country: |\n  Atlantis\n\n\nid: s\ntype: state", (2, 11)),
        ("country: >+ # c\n  At\n  lantis  \n \nid: s\ntype: state", (3, 9)),
        ("country: |\nid: s\ntype: state", (1, 11)),
        ("country: &a !!str\n  Atlantis\nid: s\ntype: state", (2, 11)),
        ("country:\n  'At\n\n  lantis'\r\nid: s\ntype: state", (4, 10)),
    ],
)
def test_where_a_scalar_ends(text: str, end: tuple[int, int]) -> None:
    """A value ends behind its last character; a block behind its last line that is not empty."""
    finding = only(text, "yaml")
    assert (finding.pointer, finding.end_line, finding.end_column) == ("/country", *end)


def test_aliases_are_bounded() -> None:
    """A few are taken; a bomb is refused before it grows."""
    assert loads("[&a {type: state, id: s, country: KP}, *a]", format="yaml").records == (RECORD, RECORD)
    bomb = (
        "a: &a ["
        + "x" * 100
        + "]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20))
    )
    assert "aliases repeat more than" in only(bomb, "yaml").message


def test_normalize_takes_what_people_write() -> None:
    """On demand, values are normalized; what cannot be is a fault at its place."""
    text = '{"type":"state","id":"s","country":"%s"}'
    assert loads(text % "Korea, Democratic People's Republic of", normalize=True).records == (RECORD,)
    assert loads("{type: state, id: s, country: prk}", format="yaml", normalize=True).records == (RECORD,)
    finding = only(text % "Atlantis", normalize=True)
    assert (finding.code, finding.column) == ("NE003", 36)
    assert "no country is known as 'Atlantis'" in finding.message
    assert only("{", normalize=True).code == "NE002"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe, an unknown ending: one exception, with the finding."""
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").touch()
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "notes.txt").touch()
    for name, reason in (
        ("missing.json", "No such file"),
        ("missing", "No such file"),
        ("folder.json", "a folder"),
        ("folder", "a folder"),
        ("pipe.json", "no regular file"),
        ("notes.txt", "unknown ending '.txt'"),
        ("nul\0.json", "null"),
    ):
        with pytest.raises(UnreadableFileError, match=reason) as caught:
            read_file(tmp_path / name)
        (finding,) = caught.value.findings
        assert (finding.code, finding.line) == ("NE001", None)
        assert "NE001" not in finding.message
        assert isinstance(caught.value, OSError)


def test_text_is_text_or_bytes() -> None:
    """A path or a value is no text, and the error says so."""
    for wrong in (None, json.loads(STATE), Path("a.json")):
        with pytest.raises(TypeError, match=rf"bytes-like object is required, not '{type(wrong).__name__}'"):
            loads(cast(str, wrong))
        with pytest.raises(TypeError, match=rf"bytes-like object is required, not '{type(wrong).__name__}'"):
            from_llm(cast(str, wrong))
        with pytest.raises(TypeError, match=rf"bytes-like object is required, not '{type(wrong).__name__}'"):
            fix_text(cast(str, wrong))


def test_yaml_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is named, and a parser that is missing in it."""
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    with pytest.raises(MissingExtraError, match=r"with its C parser"):
        loads("a: b", format="yaml")
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsevents\[cli\]'"):
        loads("a: b", format="yaml")


def test_more_faults_than_anyone_mends_are_not_all_told() -> None:
    """The last finding says that what comes after was not checked; up to there, every fault is told."""
    whole = read(b"{}\n" * 20_000, "jsonl")
    assert len(whole.findings) == 20_000
    cut = read(b"{}\n" * 30_000, "jsonl")
    assert cut.dossier is None
    assert cut.findings[:-1] == whole.findings
    last = cut.findings[-1]
    assert (last.code, last.level, last.line) == ("NE002", "error", 20_001)
    assert last.message.startswith("more than 20,000 faults; what comes after them was not checked")


def test_a_text_that_is_all_wrong_is_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing millions of faults would take more memory than the text."""
    monkeypatch.setattr("newsevents.files._document.MOST_FAULTS", 3)
    cases: list[tuple[str, Format, int]] = [
        ("[1,1,1]", "json", 3),
        (" [1,1,1,1]", "json", 1),
        ("[1, 1, 1, 1]", "yaml", 1),
    ]
    for text, format, count in cases:
        assert len(findings(text, format)) == count
    finding = only(" [1,1,1,1]")
    assert finding.message.startswith("4 faults of shape, more than anyone mends")
    assert (finding.code, finding.line, finding.column) == ("NE003", 1, 2)
    monkeypatch.setattr("newsevents.files._document._MANY", 3)
    finding = only(" [1,1,1,1]")
    assert finding.message.startswith("over 3 faults of shape, more than anyone mends")
    assert (finding.code, finding.line, finding.column) == ("NE003", 1, 1)
