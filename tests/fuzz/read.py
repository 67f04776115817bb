"""Fuzzing the reader: whatever the bytes, there is a dossier or a finding with a place in the text, and no exception.

`python tests/fuzz/read.py -max_total_time=1800` runs it with atheris; other arguments are those of libFuzzer. What it
finds becomes a file in `tests/corpus/`, or a case in `tests/cli/test_hostile.py`.
"""

import gzip
import io
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, get_args

# It is installed for this alone, so that no type checker knows it.
atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["newsevents.files"]):
    from newsevents.errors import UnreadableFileError
    from newsevents.files._format import Format
    from newsevents.files.read import read, read_stream

FORMATS: tuple[Format, ...] = get_args(Format)
SEED = b'{"type":"state","id":"s","country":"KP","names":[{"text":"x"}],"extensions":{"x-a-b":[1,{"k":null}]}}'


def check(data: bytes) -> None:
    """Read bytes in the format that the first of them says."""
    if not data:
        return
    kind, content = data[0], data[1:]
    format = FORMATS[kind % 3]
    if kind >= 192:
        compressed = gzip.compress(content) if kind % 2 else content
        # Too large is an answer, too.
        with suppress(UnreadableFileError):
            read_stream(io.BytesIO(compressed), f"a.{format}.{'gz' if kind % 5 else 'zst'}", max_size=4096)
        return
    reading = read(content, format, normalize=kind % 2 == 1)
    assert (reading.dossier is None) == any(finding.level == "error" for finding in reading.findings)
    lines = content.split(b"\n")
    for finding in reading.findings:
        assert finding.line is not None
        assert finding.column is not None
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 2


if __name__ == "__main__":
    for number in range(3):
        check(bytes([number]) + SEED)
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
