"""Streams: a large file gets the findings that a small one gets, from any number of processes, in bounded memory."""

import gc
import gzip
import json
import os
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsevents import UnreadableFileError
from newsevents._model import Model, models_in
from newsevents.files import stream
from newsevents.files._format import Kind
from newsevents.files._ids import IdFiles, hashed
from newsevents.files._range import Checked, Range
from newsevents.files._unwrap import Unwrapped
from newsevents.files.check import check_file
from newsevents.files.stream import Streamed, check_records, check_stream, is_large
from newsevents.records.union import RECORD_TYPES
from newsevents.rules._rule import RULES
from newsevents.rules._select import Selection
from newsevents.values.reference import _plan

PLAIN = Kind("jsonl", None)
JSON = Kind("json", None)
STREAMED = [code for code, rule in RULES.items() if rule.alone or code in {"NE101", "NE102"}]
STATE = '{"type":"state","id":"%s","country":"KP"}'


def streamed(path: Path, *, kind: Kind = PLAIN, select: Sequence[str] | None = None, **options: Any) -> Streamed:
    """Return what comes of a file as a stream."""
    return check_stream(path, kind, Selection(select), **options)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ranges and buffers so small that a few lines need several, and give no hints, as in large files."""
    monkeypatch.setattr(stream, "_RANGE", 300)
    monkeypatch.setattr("newsevents.files._content.BLOCK_SIZE", 200)
    monkeypatch.setattr("newsevents.files.stream.BLOCK_SIZE", 64)
    monkeypatch.setattr("newsevents.files._range._MOST_KEPT", 2)
    monkeypatch.setattr("newsevents.files._ids._MOST_KEPT", 3)
    monkeypatch.setattr("newsevents.files._suspect._MOST_KNOWN", 1)
    monkeypatch.setattr("newsevents.rules.identity._MOST_COMPARED", -1)


@pytest.mark.parametrize("is_collecting", [True, False])
def test_the_collection_of_circles(tmp_path: Path, is_collecting: bool) -> None:
    """It rests while a stream is checked, and then is as it was."""
    path = tmp_path / "a.jsonl"
    path.write_text(STATE % "a", encoding="utf-8")
    was_collecting = gc.isenabled()
    (gc.enable if is_collecting else gc.disable)()
    try:
        streamed(path)
        assert gc.isenabled() == is_collecting
    finally:
        (gc.enable if was_collecting else gc.disable)()


ID = st.sampled_from(["a", "b", "c", "d"])
SILENT = st.sampled_from([{}, {"extensions": {"x-newsevents-ignore": ["NE101", "NE102"]}}])
QUOTATION = st.fixed_dictionaries(
    {"text": st.just('No: "_id":"z"'), "source_id": ID}, optional={"id": ID, "variant_of_id": ID}
)
RECORD: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda fields, silent: fields | silent,
    st.one_of(
        st.fixed_dictionaries({"type": st.just("state"), "id": ID, "country": st.just("KP")}),
        st.fixed_dictionaries(
            {
                "type": st.just("occurrence"),
                "id": ID,
                "form": st.sampled_from(["use", "unheard_of"]),
                "agent_ids": st.lists(ID, max_size=3),
                "note": st.sampled_from(["plain", "back\\slash", '"a_id":"z"', "東京 \U0001f6a2"]),
                "extensions": st.just({"x-a-b": {"other_id": "z"}}),
            }
        ),
        st.fixed_dictionaries(
            {
                "type": st.just("statement"),
                "id": ID,
                "speaker_ids": st.lists(ID, min_size=1, max_size=2),
                "acts": st.just(["deny"]),
                "quotations": st.lists(QUOTATION, max_size=2),
            }
        ),
        st.just({"type": "source", "id": "s", "title": "t", "form": "article", "text_file": "../gone.txt"}),
    ),
    SILENT,
)


def line(record: dict[str, Any], *, ascii_only: bool, spaced: bool) -> str:
    """Return a record as a line."""
    separators = (" , ", " : ") if spaced else (",", ":")
    return json.dumps(record, ensure_ascii=ascii_only, separators=separators)


LINE = st.builds(line, RECORD, ascii_only=st.booleans(), spaced=st.booleans())
ODD = st.sampled_from(["", " \t", STATE % "A", '{"type":"state","id":"e","id":"f","country":"KP"}', "{", "[" * 300])


@pytest.mark.usefixtures("small")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINE, max_size=12), st.lists(ODD, max_size=1), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_stream_gets_the_findings_of_a_whole_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], odd: list[str], end: str, marked: bool
) -> None:
    """Of the rules that it runs; with several ranges, blocks, windows of references and files of ids."""
    file = tmp_path_factory.mktemp("stream") / "a.jsonl"
    text = end.join([*lines[:5], *odd, *lines[5:], STATE % "last"])
    file.write_text(text, encoding="utf-8-sig" if marked else "utf-8", newline="")
    expected = check_file(file, select=STREAMED)
    # Which silencers are idle is not known of rules on whole files.
    expected = [finding for finding in expected if finding.code != "NE006"]
    found = [finding for finding in streamed(file, select=STREAMED).findings if finding.code != "NE006"]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert [finding.line for finding in found] == sorted(finding.line or 0 for finding in found)


@pytest.mark.usefixtures("small")
def test_quotations_have_ids_of_their_own(tmp_path: Path) -> None:
    """One may have that of a record; two of one id, and a variant of none, are found."""
    file = tmp_path / "a.jsonl"
    quotation = '{"text":"No","source_id":"a",%s}'
    line = '{"type":"statement","id":"%s","speaker_ids":["a"],"acts":["deny"],"quotations":[%s]}\n'
    lines = [
        line % (id, quotation % fields)
        for id, fields in (
            ("a", '"id":"a"'),
            ("b", '"id":"b","variant_of_id":"a"'),
            ("c", '"id":"a"'),
            ("d", '"variant_of_id":"c"'),
        )
    ]
    file.write_text("".join(lines))
    findings = streamed(file, select=["NE101", "NE102"]).findings
    found = [(finding.code, finding.line, finding.pointer) for finding in findings]
    assert found == [("NE101", 3, "/quotations/0/id"), ("NE102", 4, "/quotations/0/variant_of_id")]
    assert findings == check_file(file, select=["NE101", "NE102"])


def test_rules_on_whole_files_are_left_out_by_name(tmp_path: Path) -> None:
    """Those that were asked for, and only where rules run at all."""
    file = tmp_path / "a.jsonl"
    file.write_text(STATE % "a")
    assert streamed(file).left_out == tuple(code for code in RULES if code not in STREAMED)
    assert streamed(file, select=["NE1"]).left_out == ("NE103", "NE104", "NE105", "NE106")
    assert streamed(file, select=["NE003"]) == Streamed([], ())
    file.write_text(STATE % "A")
    assert [finding.code for finding in streamed(file).findings] == ["NE003"]
    assert streamed(file).left_out == ()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_several_processes_find_the_same(tmp_path: Path, method: str) -> None:
    """Whether they are copies of this one or new ones."""
    file = tmp_path / "a.jsonl"
    lines = [STATE % f"s-{number % 19}" for number in range(20)]
    occurrence = '{"type":"occurrence","id":"%s","form":"use","agent_ids":["%s"],"inferred":["/note"]}'
    lines += [occurrence % (f"o-{id}", id) for id in ("gone", "s-1", "s-2", "s-3")]
    file.write_text("\n".join(lines) + "\n")
    select = ["NE101", "NE102", "NE108"]
    expected = streamed(file, select=select)
    found = [(finding.code, finding.line) for finding in expected.findings]
    assert found == [("NE101", 20), ("NE102", 21), *(("NE108", line) for line in range(21, 25))]
    waiting = threading.Event()
    if method == "spawn":
        # Where there are threads, a copy of the process may hang.
        threading.Thread(target=waiting.wait).start()
    try:
        assert streamed(file, select=select, jobs=2) == expected
    finally:
        waiting.set()


def killed(_: Range) -> Checked:
    """Be killed, as by the system when there is no memory left."""
    os._exit(9)


@pytest.mark.usefixtures("small")
def test_a_process_that_is_killed_leaves_the_file_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of its part."""
    file = tmp_path / "a.jsonl"
    file.write_text((STATE % "a" + "\n") * 20)
    monkeypatch.setattr(stream, "check_range", killed)
    with pytest.raises(UnreadableFileError, match="was killed, perhaps for want of memory") as caught:
        streamed(file, jobs=2)
    assert caught.value.findings[0].path == str(file)


def test_a_compressed_stream_is_one_range(tmp_path: Path) -> None:
    """It cannot be entered in the middle; damage in it stands at the line where it shows."""
    file = tmp_path / "a.jsonl.gz"
    lines = "".join(f"{STATE % number}\n" for number in range(20_000)) + STATE % 7
    content = gzip.compress(lines.encode())
    file.write_bytes(content)
    kind = Kind("jsonl", "gzip")
    (finding,) = streamed(file, kind=kind, select=["NE101"], jobs=2).findings
    assert (finding.code, finding.line, finding.column) == ("NE101", 20_001, 22)
    file.write_bytes(content[:-9])
    (finding,) = streamed(file, kind=kind).findings
    assert finding.code == "NE002"
    assert 10_000 < (finding.line or 0) <= 20_001


@pytest.mark.usefixtures("small")
def test_a_line_that_is_too_long_ends_the_check(tmp_path: Path) -> None:
    """It makes the file one that cannot be read; what stands before it is still told."""
    file = tmp_path / "a.jsonl"
    file.write_text(f"{STATE % 'A'}\n{STATE % 'b'}{' ' * 1000}\n{STATE % 'C'}\n")
    found = [(finding.code, finding.line) for finding in streamed(file, max_size=900).findings]
    assert found == [("NE003", 1), ("NE001", 2)]
    assert [finding.line for finding in streamed(file).findings] == [1, 3]


@pytest.mark.usefixtures("small")
def test_no_more_faults_are_told_than_anyone_mends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the last one says so; of what rules find, each level has its own count."""
    for module in ("_range", "_suspect", "stream"):
        monkeypatch.setattr(f"newsevents.files.{module}.MOST_FAULTS", 3)
    file = tmp_path / "a.jsonl"
    file.write_text(f"{STATE % 'A'}\n" * 9)
    assert [finding.code for finding in streamed(file).findings] == ["NE003", "NE003", "NE003", "NE002"]
    file.write_text(f"{STATE % 'A'} {STATE % 'A'}\n" * 2 + "\n" * 300 + f"{STATE % 'A'}\n" * 2)
    assert [finding.line for finding in streamed(file).findings] == [1, 2, 303, 304]
    assert streamed(file, jobs=2) == streamed(file)
    odd = '{"type":"occurrence","id":"o-%d","form":"unheard_of","agent_ids":["a","a"]}\n'
    file.write_text("".join(odd % number for number in range(6)) + odd % 0 + odd % 0 + STATE % "o-1")
    found = streamed(file, select=STREAMED).findings
    assert Counter(finding.level for finding in found) == {
        "info": 3,
        "warning": 3,
        "error": 3,
    }
    assert streamed(file, select=STREAMED).full == ("error", "warning", "info")
    assert streamed(file, select=["NE005"]).full == ("info",)
    file.write_text(odd % 0 * 9)
    assert [found.line for found in streamed(file, select=["NE101"]).findings] == [2, 3, 4]


def test_hashes_that_collide_are_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Suspects are read again."""
    for module in ("_ids", "_suspect"):
        monkeypatch.setattr(f"newsevents.files.{module}.hashed", len)
    file = tmp_path / "a.jsonl"
    lines = [STATE % id for id in ("a", "b", "cc", "dd", "a")]
    lines += ['{"type":"occurrence","id":"e","form":"use","agent_ids":["a","cc","ccc"]}']
    file.write_text("\n".join(lines))
    assert [(finding.code, finding.line) for finding in streamed(file, select=["NE101", "NE102"]).findings] == [
        ("NE101", 5),
        ("NE102", 6),
    ]


def test_a_file_that_changes_or_vanishes_between_two_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read: what was found is of two files."""
    file = tmp_path / "a.jsonl"

    clean = Checked(1, [], [])

    def change(*_: object) -> list[Checked]:
        file.write_text(STATE % "longer")
        return [clean]

    def vanish(*_: object) -> list[Checked]:
        file.unlink()
        return [clean]

    for happens, reason in ((change, "changed while it was read"), (vanish, "No such file")):
        file.write_text(STATE % "a")
        monkeypatch.setattr(stream, "_mapped", happens)
        with pytest.raises(UnreadableFileError, match=reason):
            streamed(file)


def test_findings_bear_the_name_that_was_given(tmp_path: Path) -> None:
    """As those of the standard input, which is kept in a file of another name."""
    file = tmp_path / "kept"
    file.write_text(f"{STATE % 'a'}\n{STATE % 'a'}\n")
    (finding,) = streamed(file, select=["NE101"], name="given.jsonl").findings
    assert finding.path == "given.jsonl"
    with pytest.raises(UnreadableFileError) as caught:
        streamed(tmp_path, name="given.jsonl")
    assert caught.value.findings[0].path == str(tmp_path)


def test_what_is_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON Lines alone, and what counts is the size after decompression, and the lines."""
    monkeypatch.setattr(stream, "LARGEST_WHOLE", 1000)
    monkeypatch.setattr(stream, "MOST_RECORDS_WHOLE", 10)
    file = tmp_path / "a"
    zipped = Kind("jsonl", "gzip")
    for text, expected in ((b"x" * 1000, False), (b"x" * 1001, True), (b"x\n" * 10, False), (b"x\n" * 11, True)):
        file.write_bytes(text)
        assert is_large(file, PLAIN) == expected
        assert not is_large(file, Kind("json", None))
        file.write_bytes(gzip.compress(text))
        assert is_large(file, zipped) == expected
    file.write_bytes(b"no such data")
    assert not is_large(file, zipped)


def test_every_reference_is_seen_in_the_text() -> None:
    """References are the fields whose names end so, but for the one that names quotations."""
    seen: set[type[Model]] = set()
    waiting: list[type[Model]] = list(RECORD_TYPES.values())
    while waiting:
        model = waiting.pop()
        seen.add(model)
        named = {step.name for step in _plan(model)}
        for name, field in model.model_fields.items():
            models = models_in(field.annotation)
            waiting += [each for each in models if each not in seen]
            is_reference = name in named and not models
            assert is_reference == (name.endswith(("_id", "_ids")) and name != "variant_of_id")


@given(st.lists(st.binary(min_size=1, max_size=2)), st.lists(st.binary(min_size=1, max_size=2)), st.integers(0, 5))
def test_files_of_ids_tell_what_is_twice_or_missing(ids: list[bytes], named: list[bytes], most: int) -> None:
    """As sets would."""
    with TemporaryDirectory() as folder:
        files = IdFiles(Path(folder))
        for id in ids:
            files.add("id", [id])
        files.add("reference", named)
        files.flush()
        again = IdFiles(Path(folder))
        twice = {hashed(id) for id, count in Counter(ids).items() if count > 1}
        missing = {hashed(id) for id in set(named) - set(ids)}
        assert again.twice("id", 10**9) == twice
        assert again.missing("reference", "id", 10**9) == missing
        assert len(again.twice("id", most)) == min(most, len(twice))
        assert len(again.missing("reference", "id", most)) == min(most, len(missing))


def document(path: Path, text: str, *, kind: Kind = JSON, select: Sequence[str] | None = None) -> list[str] | None:
    """Return what comes of a JSON document of more than three records; `None` where it is to be taken as a whole."""
    path.write_bytes(gzip.compress(text.encode()) if kind.compression else text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "MOST_RECORDS_WHOLE", 3)
        result = check_records(path, kind, Selection(select), name="a.json")
    return None if result is None else [f"{found} {found.pointer}" for found in result.findings]


FOUR = [STATE % id for id in "abcd"]
WRAPPER = '{"type":"dossier","schema_version":"%s","id":"%s","records":[%s]}'


def test_which_documents_are_taken_apart(tmp_path: Path) -> None:
    """Of JSON, those of very many records, compressed too; whoever takes the others as a whole says what is wrong."""
    path = tmp_path / "a"
    zipped = Kind("json", "gzip")
    for text in ("[" + ",".join(FOUR) + "]", WRAPPER % ("1.0", "d", ",".join(FOUR))):
        for kind in (JSON, zipped):
            assert document(path, text, kind=kind, select=["NE101"]) == []
            assert document(path, text.replace(FOUR[3], STATE % "a"), kind=kind, select=["NE101"]) != []
        for kind in (PLAIN, Kind("yaml", None)):
            assert document(path, text, kind=kind) is None
    assert document(path, "[" + ",".join(FOUR[:3]) + "]") is None
    assert document(path, '["' + '\\"type\\"' * 9 + f'",{FOUR[0]}]') is None
    path.write_bytes(gzip.compress(("[" + ",".join(FOUR) + "]").encode())[:-9])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "MOST_RECORDS_WHOLE", 3)
        assert check_records(path, zipped, Selection(None)) is None
        assert check_records(tmp_path / "gone", JSON, Selection(None)) is None
        path.write_text("[" + ",".join(FOUR) + "]")
        patch.setattr(stream, "most_values", lambda _: 5)
        with pytest.raises(UnreadableFileError, match="a:1:1: NE001 error more than 5 values in one record"):
            check_records(path, JSON, Selection(None), name="a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPER % ("1.0", "D", ",\n".join(FOUR)), ["/id"]),
        (WRAPPER % ("1.0", "D", "\n" + ",\n".join([*FOUR, STATE % "E"])) + "\n", ["/id", "/records/4/id"]),
        (WRAPPER % ("9.9", "D", ",\n".join([*FOUR, STATE % "E"])), ["/schema_version"]),
        (STATE[:-1] % "s" + f',"records":[{",".join(FOUR)},1],\n"note":"é"}}', ["/records"]),
        (WRAPPER[:-1] % ("1.0", "é", ",".join(FOUR)) + ',\n"note":"é","odd":1}', ["/id", "/note", "/odd"]),
        ("[" + ",\n".join([*FOUR, '{"a":tru}', "{"]) + "]", [""]),
        ("[" + ",\n".join(FOUR), [""]),
        ("[" + ",\n".join(FOUR) + "]\n]", [""]),
        ("[" + ",\n".join(FOUR) + "\n" + FOUR[0] + "]", [""]),
        ("\ufeff[" + ",\n".join([*FOUR, STATE % "É"]) + "]", ["", "/4/id"]),
        ("\ufeff[" + ",\n".join(FOUR), ["", ""]),
    ],
)
def test_what_is_wrong_with_a_document_of_very_many_records(tmp_path: Path, text: str, expected: list[str]) -> None:
    """With what is around the records, with the records, or with both: as it is told of a document as a whole."""
    path = tmp_path / "a.json"
    found = document(path, text)
    whole = [f"{replace(told, path='a.json')} {told.pointer}" for told in check_file(path, select=["NE003"])]
    assert found == whole
    assert [told.rpartition(" ")[2] for told in found or ()] == expected


def test_a_document_of_too_many_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first are told, and that there are more."""
    for module in ("_range", "stream"):
        monkeypatch.setattr(f"newsevents.files.{module}.MOST_FAULTS", 3)
    found = document(tmp_path / "a.json", "[" + ",\n".join([STATE % "A"] * 9) + "]")
    assert found is not None
    assert [told[:10] for told in found] == ["a.json:1:2", "a.json:2:2", "a.json:3:2", "a.json:4:2"]
    assert "NE002 error more than" in found[3]


def test_what_is_json_after_all_is_not_called_broken(tmp_path: Path) -> None:
    """However little of it was understood; it is then taken as a whole."""
    assert Unwrapped(b"[1, 2]", tmp_path / "a.jsonl", 9)._broken(1) is None
