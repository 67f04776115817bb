"""Hostile files, in real processes: the right exit status, no traceback, within ten seconds and 500 MB."""

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

zstd = pytest.importorskip("backports.zstd", reason="the base installation reads no .zst")

STATE = b'{"type":"state","id":"s","country":"KP","note":"%s","extensions":{"x-a-b":%s}}'
MOST_SECONDS = 10
MOST_MEGABYTES = 500
MOST_OUTPUT = 2**22
SLOWNESS = 4
"""How much slower than one that has nothing else to do a machine that runs tests may be."""
# Reports what the command used beside what it said.
WATCH = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "newsevents", *sys.argv[1:]])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write(f"\\n{used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.exit(done.returncode)
"""


class Done(NamedTuple):
    """What the command did."""

    status: int
    codes: list[str]


def state(note: bytes = b"x", extension: bytes = b"1") -> bytes:
    """Return a state as JSON."""
    return STATE % (note, extension)


def run(*words: str, cwd: Path) -> Done:
    """Validate, and see to it that the command stays within what it may use."""
    return watched("validate", "--no-config", "--select", "NE0", *words, cwd=cwd)


def watched(*words: str, cwd: Path) -> Done:
    """Run the command, and see to it that it stays within what it may use."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *words],
        capture_output=True,
        cwd=cwd,
        # What measures coverage takes most of the time itself.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        timeout=MOST_SECONDS * SLOWNESS,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert len(out) < MOST_OUTPUT
    seconds, kilobytes = err.splitlines()[-1].split()
    assert "Traceback" not in err, err
    assert float(seconds) < MOST_SECONDS
    assert int(kilobytes) < MOST_MEGABYTES * 1024
    return Done(done.returncode, re.findall(r"^\S.*?: (NE\d{3}) error", out, re.MULTILINE))


M = 2**20
NESTED = 100_000
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)

# Name of the file, its content, and the codes that are errors.
BROKEN: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "cut": ("a.json", lambda: state()[:-9], "NE002"),
    "cut line": ("a.jsonl", lambda: state() + b"\n" + state()[:-9], "NE002"),
    "cut yaml": ("a.yaml", lambda: b"type: [", "NE002"),
    "cut character": ("a.json", lambda: state("é".encode())[:50], "NE002"),
    "deep array": ("a.json", lambda: b"[" * NESTED, "NE002"),
    "deep array, closed": ("a.json", lambda: b"[" * NESTED + b"]" * NESTED, "NE002"),
    "deep object": ("a.json", lambda: b'{"a":' * NESTED + b"1" + b"}" * NESTED, "NE002"),
    "deep extension": ("a.json", lambda: state(extension=b"[" * NESTED + b"]" * NESTED), "NE002"),
    "deep line": ("a.jsonl", lambda: b"[" * NESTED + b"]" * NESTED, "NE002"),
    "deep flow": ("a.yaml", lambda: b"[" * NESTED + b"]" * NESTED, "NE002"),
    "deep block": ("a.yaml", lambda: b"- " * NESTED, "NE002"),
    "deep key": ("a.yaml", lambda: b"? " * NESTED, "NE002"),
    "1e400": ("a.json", lambda: state(extension=b"1e400"), "NE00[23]"),
    "1e400 in yaml": ("a.yaml", lambda: state(extension=b"1e400"), "NE002"),
    "NaN": ("a.json", lambda: state(extension=b"NaN"), "NE002"),
    "-Infinity": ("a.json", lambda: state(extension=b"-Infinity"), "NE002"),
    ".nan": ("a.yaml", lambda: b"a: .nan", "NE002"),
    "5,000 digits": ("a.json", lambda: state(extension=b"9" * 5000), "NE002"),
    "5,000 digits in yaml": ("a.yaml", lambda: state(extension=b"9" * 5000), "NE002"),
    "20 MB of digits": ("a.json", lambda: state(extension=b"9" * 20 * M), "NE002"),
    "key twice": ("a.json", lambda: b'{"type":"state","type":"state","id":"s","country":"KP"}', "NE002"),
    "key twice, deep": ("a.json", lambda: state(extension=b'[[{"a":[{"k":1,"\\u006b":2}]}]]'), "NE002"),
    "key twice in a line": ("a.jsonl", lambda: state(extension=b'{"k":1,"k":1}'), "NE002"),
    "key twice in yaml": ("a.yaml", lambda: b"a: {b: {c: 1, c: 1}}", "NE002"),
    "a million keys, one twice": ("a.json", lambda: state(extension=b'{"k":[' + b"1," * M + b'1],"k":1}'), "NE002"),
    "invalid UTF-8": ("a.json", lambda: state(b"\xff"), "NE002"),
    "invalid UTF-8 in yaml": ("a.yaml", lambda: b"a: \xc3\x28", "NE002"),
    "Latin-1": ("a.jsonl", lambda: state("é".encode("latin-1")), "NE002"),
    "UTF-16": ("a.json", lambda: state().decode().encode("utf-16"), "NE002"),
    "UTF-16 in yaml": ("a.yaml", lambda: "a: b".encode("utf-16-be"), "NE002"),
    "lone surrogate": ("a.json", lambda: state(rb"\ud800"), "NE002"),
    "lone surrogate, raw": ("a.json", lambda: state(b"\xed\xa0\x80"), "NE002"),
    "lone surrogate in yaml": ("a.yaml", lambda: rb'a: "\ud800"', "NE002"),
    "NUL": ("a.json", lambda: state(b"\0"), "NE002"),
    "NUL in yaml": ("a.yaml", lambda: b"a: \0", "NE002"),
    "nothing but NUL": ("a.jsonl", lambda: b"\0" * M, "NE002"),
    "empty": ("a.json", lambda: b"", "NE002"),
    "empty lines file": ("a.jsonl", lambda: b"", "NE002"),
    "empty yaml": ("a.yaml", lambda: b"# nothing\n", "NE002"),
    "empty gzip": ("a.json.gz", lambda: b"", "NE002"),
    "blank": ("a.json", lambda: b" \n", "NE002"),
    "yaml bomb": ("a.yaml", BOMB.encode, "NE002"),
    "yaml alias of itself": ("a.yaml", lambda: b"a: &a [*a]", "NE002"),
    "custom tag": ("a.yaml", lambda: b"a: !!python/object/apply:os.system [true]", "NE002"),
    "binary tag": ("a.yaml", lambda: b"a: !!binary aGk=", "NE002"),
    "merge key": ("a.yaml", lambda: b"a: &a {b: 1}\nc: {<<: *a}\ntype: state\nid: s\ncountry: KP", "NE003"),
    "long string": ("a.json", lambda: b'"' + b"a" * 20 * M + b'"', "NE003"),
    "long blank yaml": ("a.yaml", lambda: b" " * 20 * M + b"a", "NE003"),
    "long key": ("a.json", lambda: state()[:-1] + b',"' + b"k" * 20 * M + b'":1}', "NE003"),
    "long key, twice": ("a.json", lambda: b'{"' + b'":1,"'.join([b"k" * 20 * M] * 2) + b'":1}', "NE002"),
    "long key in an extension": ("a.json", lambda: state(extension=b'{"' + b"k" * 20 * M + b'":1e999}'), "NE00[23]"),
    "long tag": ("a.yaml", lambda: b"!<" + b"k" * 20 * M + b"> 1", "NE002"),
    "long alias": ("a.yaml", lambda: b"*" + b"k" * 20 * M, "NE002"),
    "long float": ("a.yaml", lambda: b"1e" + b"9" * 20 * M, "NE002"),
    "twenty million lines in gzip": ("a.json.gz", lambda: gzip.compress(b"\n" * 20 * M + b"{", 1), "NE002"),
    "ten million lines in yaml": ("a.yaml", lambda: b'type: state\nnote: "x' + b"\n a" * 10 * M + b'"', "NE003"),
    "sixty million lines": ("a.json", lambda: b"\n" * 60 * M + b"{", "NE002"),
    "gzip, cut": ("a.json.gz", lambda: gzip.compress(state())[:-5], "NE002"),
    "gzip, damaged": ("a.jsonl.gz", lambda: gzip.compress(state())[:12] + b"rubbish", "NE002"),
    "zstd, cut": ("a.json.zst", lambda: zstd.compress(state())[:-5], "NE002"),
    "zstd that is none": ("a.yaml.zst", lambda: b"no such data", "NE002"),
    "gzip that is named as json": ("a.json", lambda: gzip.compress(state()), "NE002"),
    "a million records that are none": ("a.json", lambda: b"[" + b"1," * M + b"1]", "NE003"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_content_is_a_finding(tmp_path: Path, case: str) -> None:
    """Exit status 1, and the code of the reader."""
    name, content, code = BROKEN[case]
    (tmp_path / name).write_bytes(content())
    done = run(name, cwd=tmp_path)
    assert done.status == 1
    assert done.codes
    assert re.fullmatch(code, done.codes[0])


def test_a_million_lines_that_are_no_json(tmp_path: Path) -> None:
    """So many findings as anyone reads, and then one that says so."""
    (tmp_path / "a.jsonl").write_bytes(b"x\n" * M)
    done = run("a.jsonl", cwd=tmp_path)
    assert (done.status, len(done.codes)) == (1, 20_001)


WORDS: dict[str, Callable[[], bytes]] = {
    "a word": lambda: b"a" * 20 * M,
    "words": lambda: b"ab " * 5 * M + b"c",
    "digits": lambda: b"1 " * 5 * M + b"2",
    "accents": lambda: "e\u0301".encode() * 5 * M,
    "opening marks": lambda: "\u201c\u201e\u00ab\u300c".encode() * (M // 2),
    "apostrophes": lambda: b"'a " * 2 * M + b"b",
    "straight marks": lambda: b'"' * 20 * M,
}


@pytest.mark.parametrize("case", WORDS)
def test_texts_that_are_long_for_the_rules(tmp_path: Path, case: str) -> None:
    """Notes and quotations of any length are compared with a source in bounded time and memory."""
    text = WORDS[case]().decode()
    source = {"type": "source", "id": "r", "form": "article", "title": "A report", "text": "The words of a report."}
    person = {"type": "person", "id": "p", "names": [{"text": "Al Bo"}]}
    attributions = [{"source_id": "r"}]
    own: dict[str, object] = {"speaker_ids": ["p"], "acts": ["assert"], "attributions": attributions}
    statement = {"type": "statement", "id": "s"} | own
    quotation = {"text": text, "source_id": "r"}
    fields_of: dict[str, dict[str, object]] = {"note": {"note": text}, "quotation": {"quotations": [quotation]}}
    for name, fields in fields_of.items():
        records = [source, person, statement | fields]
        (tmp_path / f"{name}.json").write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
        assert run(f"{name}.json", "--select", "NE3", cwd=tmp_path) == Done(0, [])


def test_a_long_text_is_fixed(tmp_path: Path) -> None:
    """What stands around the value is not held more often than need be."""
    (tmp_path / "a.json").write_bytes(state(rb"\"" * 25 * M).replace(b"KP", b"kp"))
    assert watched("fix", "--no-config", "a.json", cwd=tmp_path) == Done(0, [])
    assert (tmp_path / "a.json").read_bytes() == state(rb"\"" * 25 * M)


TOO_LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "200 MB in a line": ("a.json", lambda: b'"' + b"a" * 200 * M + b'"'),
    "200 MB in a line of json lines": ("a.jsonl", lambda: b'"' + b"a" * 200 * M + b'"'),
    "200 MB without an end in yaml": ("a.yaml", lambda: b"a" * 200 * M),
    "gzip bomb": ("a.json.gz", lambda: gzip.compress(b"0" * 400 * M, 1)),
    "gzip bomb in a line": ("a.jsonl.gz", lambda: gzip.compress(b" " * 400 * M, 1)),
    "zstd bomb": ("a.yaml.zst", lambda: zstd.compress(b"0" * 100 * M) * 50),
    "zstd bomb in a line": ("a.jsonl.zst", lambda: zstd.compress(b"0" * 100 * M) * 50),
    "zstd bomb of empty lines": ("a.jsonl.zst", lambda: zstd.compress(b"\n" * 100 * M) * 50),
}


@pytest.mark.parametrize("case", TOO_LARGE)
def test_what_is_too_large_is_not_read(tmp_path: Path, case: str) -> None:
    """Exit status 2, within a fraction of what there is."""
    name, content = TOO_LARGE[case]
    (tmp_path / name).write_bytes(content())
    assert run(name, cwd=tmp_path) == Done(2, ["NE001"])


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Return a folder with what is no file to read."""
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    os.mkfifo(tmp_path / "pipe.jsonl.gz")
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    (tmp_path / "null.yaml").symlink_to("/dev/null")
    (tmp_path / "loop.json").symlink_to("loop.json")
    (tmp_path / "gone.json").symlink_to("nowhere.json")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["pipe.json", "pipe.jsonl.gz", "zero.json", "null.yaml", "loop.json", "gone.json", "no"]
)
def test_what_is_no_file_is_not_waited_for(odd: Path, name: str) -> None:
    """Exit status 2."""
    assert run(name, cwd=odd) == Done(2, ["NE001"])


def test_what_cannot_be_read_wins(odd: Path) -> None:
    """Over broken content, whichever comes first."""
    (odd / "a.json").write_bytes(b"{")
    assert run("a.json", "pipe.json", cwd=odd) == Done(2, ["NE002", "NE001"])
    assert run("loop.json", "a.json", cwd=odd) == Done(2, ["NE001", "NE002"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; the reader is tested with an error of its own")
def test_a_file_without_permission(tmp_path: Path) -> None:
    """Exit status 2."""
    (tmp_path / "a.json").write_bytes(state())
    (tmp_path / "a.json").chmod(0)
    assert run("a.json", cwd=tmp_path) == Done(2, ["NE001"])


@pytest.mark.parametrize("name", ["line\nbreak.json", "\x1b[31mred.json", "é\u202e.json", "-.json", "a b;c.json"])
def test_names_of_any_characters(tmp_path: Path, name: str) -> None:
    """A finding stays one line, whatever the name has in it."""
    (tmp_path / name).write_bytes(b"{")
    done = run("--", name, cwd=tmp_path)
    assert done == Done(1, ["NE002"])


@pytest.mark.parametrize("name", ["a" * 5000 + ".json", "d/" * 3000 + "a.json", "a" * 5000 + "/*.json"])
def test_names_that_are_too_long(tmp_path: Path, name: str) -> None:
    """The file is what cannot be read, not the output."""
    done = run(name, cwd=tmp_path)
    assert done == Done(2, [] if "*" in name else ["NE001"])


@pytest.mark.skipif(os.geteuid() == 0, reason="no folder is closed to root")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    """What is in it is what cannot be read, be it named or come upon."""
    (tmp_path / "data" / "closed").mkdir(parents=True)
    (tmp_path / "data" / "closed" / "a.json").write_bytes(state())
    for mode in (0o000, 0o400):
        (tmp_path / "data" / "closed").chmod(mode)
        try:
            assert run("data/closed/a.json", cwd=tmp_path) == Done(2, ["NE001"])
            assert run("data", cwd=tmp_path) == Done(2, ["NE001"])
        finally:
            (tmp_path / "data" / "closed").chmod(0o700)


def test_a_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    """It is a warning, in every format."""
    for name in ("a.json", "a.jsonl", "a.yaml"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + state())
        assert run(name, cwd=tmp_path) == Done(0, [])


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    """It is either checked as it was, or told to have changed; the command ends in any case."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"".join(state().replace(b'"s"', b'"s-%d"' % number) + b"\n" for number in range(1000)))
    writer = "import sys\nwhile True:\n  with open(sys.argv[1], 'ab') as file: file.write(b'\\n')"
    with subprocess.Popen([sys.executable, "-c", writer, str(file)]) as growing:
        try:
            done = run("a.jsonl", cwd=tmp_path)
        finally:
            growing.kill()
    assert done in (Done(2, ["NE001"]), Done(0, []))
