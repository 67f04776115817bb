"""What holds of every text, whatever its bytes: the laws that fuzzing tries to break.

The first byte of an input says what is done with the others. Nothing may be raised but what is documented; a text is a
dossier or has an error; every finding stands in the text; what is read twice is read alike.
"""

import gzip
import io
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple, get_args
from unittest.mock import patch

from backports import zstd

from newsevents.errors import UnreadableFileError
from newsevents.files import stream
from newsevents.files._format import Format, Kind
from newsevents.files.fix import fix_text
from newsevents.files.read import Reading, read, read_stream
from newsevents.files.write import dumps
from newsevents.findings import Finding
from newsevents.rules._select import ALWAYS, Selection

FORMATS: tuple[Format, ...] = get_args(Format)
WRITTEN: tuple[Format, ...] = ("json", "yaml")
"""The formats that keep everything of a dossier."""
MAX_SIZE = 2**14
"""What a stream may hold: so little that inputs come upon the limit."""
MOST_SECONDS = 10
_BOM = b"\xef\xbb\xbf"


class Task(NamedTuple):
    """What is done with a text."""

    format: Format
    way: str
    """What it is.

    `read`, `normalize`, `fix`; `pack` compresses it before it is read, `unpack` takes it for compressed; `part` checks
    its records one after the other.
    """
    compression: str = ""


TASKS: dict[int, Task] = dict(
    enumerate(
        [
            *(Task(format, way) for format in FORMATS for way in ("read", "normalize", "fix")),
            *(Task(format, way, end) for format in FORMATS for way in ("pack", "unpack") for end in (".gz", ".zst")),
            *(Task(format, "part") for format in ("json", "jsonl")),
        ],
        start=ord("a"),
    )
)
"""The tasks by the byte that stands for them; any other byte stands for one of them, too."""


def hold(data: bytes) -> None:
    """Check the laws on an input.

    Raises:
        AssertionError: One is broken.
    """
    if not data:
        return
    started = process_time()
    task = TASKS.get(data[0], TASKS[ord("a") + data[0] % len(TASKS)])
    content = data[1:]
    if task.way == "fix":
        _fixed(content, task.format)
    elif task.way == "part":
        _parted(content, task.format)
    elif task.compression:
        _stream(content, task)
    else:
        _read(content, task.format, normalize=task.way == "normalize")
    # Of this process alone: a machine may pause, or be busy with something else.
    assert process_time() - started < MOST_SECONDS


def _read(content: bytes, format: Format, *, normalize: bool) -> Reading:
    reading = read(content, format, normalize=normalize)
    has_error = any(finding.level == "error" for finding in reading.findings)
    assert (reading.dossier is None) == has_error
    lines = content.removeprefix(_BOM).split(b"\n")
    for finding in reading.findings:
        _stands_in(lines, finding)
    again = read(content, format, normalize=normalize)
    assert again.findings == reading.findings
    if reading.dossier is not None:
        assert again.dossier == reading.dossier
        for written in WRITTEN:
            canonical = dumps(reading.dossier, format=written).encode()
            reread = read(canonical, written)
            assert (reread.dossier, reread.findings) == (reading.dossier, ())
        if not normalize and not reading.findings:
            assert read(content, format, normalize=True).dossier == reading.dossier
    return reading


def _parted(content: bytes, format: Format) -> None:
    if not content.removeprefix(_BOM):
        return
    check = stream.check_records if format == "json" else stream.check_stream
    with TemporaryDirectory() as folder, patch.object(stream, "MOST_RECORDS_WHOLE", 0):
        path = Path(folder, "text")
        path.write_bytes(content)
        parted = check(path, Kind(format, None), Selection(ALWAYS))
    if parted is None:
        return
    has_error = any(finding.level == "error" for finding in parted.findings)
    assert has_error == (read(content, format).dossier is None)
    lines = content.removeprefix(_BOM).split(b"\n")
    for finding in parted.findings:
        _stands_in(lines, finding)


def _stands_in(lines: list[bytes], finding: Finding) -> None:
    """Check that a finding starts in the text or at its end, and ends there or one character behind."""
    assert finding.line is not None
    assert finding.column is not None
    assert finding.end_line is not None
    assert finding.end_column is not None
    start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
    assert (1, 1) <= start <= end, finding
    for (line, column), more in ((start, 0), (end, 1)):
        assert line <= len(lines), finding
        assert column <= len(lines[line - 1].decode("utf-8", "replace")) + 1 + more, finding


def _fixed(content: bytes, format: Format) -> None:
    fix = fix_text(content, format)
    assert fix == fix_text(content, format)
    if not fix.fixed:
        assert fix.content == content
        return
    assert not any(finding.level == "error" for finding in fix.left)
    meant = read(content, format, normalize=True).dossier
    assert meant is not None
    assert _read(fix.content, format, normalize=False).dossier == meant
    again = fix_text(fix.content, format)
    assert (again.content, again.fixed) == (fix.content, ())


def _stream(content: bytes, task: Task) -> None:
    name = f"dossier.{task.format}{task.compression}"
    packed = content
    if task.way == "pack":
        packed = gzip.compress(content, 1, mtime=0) if task.compression == ".gz" else zstd.compress(content, 1)
    # What is too large is answered so, too.
    with suppress(UnreadableFileError):
        reading = read_stream(io.BytesIO(packed), name, max_size=MAX_SIZE)
        assert (reading.dossier is None) == any(finding.level == "error" for finding in reading.findings)
        if task.way == "pack":
            plain = read_stream(io.BytesIO(content), f"dossier.{task.format}", max_size=MAX_SIZE)
            assert plain.dossier == reading.dossier
            assert [str(finding) for finding in plain.findings] == [
                str(finding).replace(name, f"dossier.{task.format}", 1) for finding in reading.findings
            ]
