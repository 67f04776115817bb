"""What fuzzing starts from: the corpus, the examples, and texts that no dossier of either has."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from backports import zstd
from tests.fuzz.law import TASKS

from newsevents.files._format import Format
from newsevents.files.read import read
from newsevents.files.write import dumps

TESTS = Path(__file__).parents[1]
STATE = b'{"type":"state","id":"s","country":"KP","names":[{"text":"x"}],"extensions":{"x-a-b":[1,{"k":null}]}}'
YAML = [
    b"type: state\nid: s\ncountry: North Korea # why\nnote: >-\n  folded\n  text\n",
    b'- &a {type: state, id: s, country: KP}\n- type: source\n  id: r\n  form: article\n  title: "\\U0001F600"\n',
    b"---\n? type\n: state\n'id': s\ncountry: !!str NO\n...\n---\ntype: state\nid: t\ncountry: &c KP\nnote: *c\n",
    b"a: &a [1, 0x1F, 0o17, 1e3, .5, ~, true, null]\nb: *a\n<<: *a\nc: !!int 3\nd: !custom x\ne: |+2\n    x\n\n",
    b"%YAML 1.2\n--- # comment\n[type, \xe2\x80\xa8, .nan, 'it''s', \"\\ud83d\\ude00\", *b]\n",
]
JSON = [
    STATE.replace(b"KP", b"North Korea"),
    STATE.replace(b"null", b"1e400"),
    STATE.replace(b"null", b"-0.0"),
    STATE.replace(b"null", b"9" * 4301),
    STATE.replace(b"null", b'"\\ud83d\\ude00\\u0022:"'),
    STATE.replace(b'"k"', b'"k":1,"k"'),
    b"\xef\xbb\xbf" + STATE.replace(b",", b" ,\r\n\t"),
    b'{"type":"meeting","id":"m","when":"15 March 2024","participants":[{"entity":{"name":"x"}}]}',
    b'{"type":"gift","id":"g","when":{"edtf":"03/04/2024"},"value":"more than $1 million"}',
]


def seeds() -> Iterator[bytes]:
    """Yield inputs: each text for every task of its format."""
    for format, text in texts():
        for byte, task in TASKS.items():
            if task.format == format and task.way != "unpack":
                yield bytes([byte]) + text
    for byte, task in TASKS.items():
        if task.way == "unpack":
            packed = gzip.compress(STATE, mtime=0) if task.compression == ".gz" else zstd.compress(STATE)
            yield bytes([byte]) + packed
            yield bytes([byte]) + packed * 2


def texts() -> Iterator[tuple[Format, bytes]]:
    """Yield texts, each with its format."""
    for text in (STATE, *JSON):
        yield "json", text
        yield "jsonl", text + b"\n\n" + text
        # Most JSON is YAML, too.
        yield "yaml", text
    for text in YAML:
        yield "yaml", text
    for file in sorted(TESTS.glob("corpus/*/*.json")):
        if not file.name.endswith(".findings.json"):
            content = file.read_bytes()
            yield "json", content
            yield "yaml", content
            if (dossier := read(content, "json", normalize=True).dossier) is not None:
                yield "yaml", dumps(dossier, format="yaml").encode()
                yield "jsonl", dumps(dossier, format="jsonl").encode()
    for file in sorted(TESTS.parent.glob("examples/*/*")):
        if file.suffix in {".json", ".yaml"} and (dossier := read(file.read_bytes(), _format(file)).dossier):
            # Record by record: whole, they are more than fuzzing mends in its time.
            for record in dossier.records:
                yield "json", record.to_json()
                yield "yaml", json.dumps(json.loads(record.to_json()), indent=1).encode()


def _format(file: Path) -> Format:
    return "json" if file.suffix == ".json" else "yaml"
