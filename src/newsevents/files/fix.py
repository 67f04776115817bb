"""Fixing: values that can be normalized are written in canonical form, and nothing else is touched."""

import os
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from newsevents.dossier import Dossier
from newsevents.files._content import opened, unreadable
from newsevents.files._document import MARK, line_blocks
from newsevents.files._edit import Edit, edited, edits_of
from newsevents.files._fault import MOST_FAULTS, below, first_faults
from newsevents.files._format import Format
from newsevents.files._limit import MAX_SIZE, most_values
from newsevents.files._replace import replace_file
from newsevents.files.read import Reading, content_of, encoded, named_kind, read
from newsevents.findings import Finding

__all__ = ["Fix", "fix_file", "fix_text"]


class Fix(NamedTuple):
    """What fixing a text came to."""

    content: bytes
    """The text with its values in canonical form; the same bytes where nothing was fixed."""
    fixed: tuple[Finding, ...]
    """What was wrong and is mended."""
    left: tuple[Finding, ...]
    """What is found still; with an error among it, nothing was fixed."""
    edits: tuple[Edit, ...] = ()
    """What was written where in the decoded text that was there before, in its order."""
    before: bytes = b""
    """That text, where something was fixed."""


def fix_text(content: str | bytes, format: Format = "json", *, name: str | None = None) -> Fix:
    """Return a text with every value in canonical form that can be normalized (`NE004`).

    Every byte outside those values stays: comments, order, quotes, line ends. The result is read as the text is with
    `normalize=True`. If anything is wrong with the text that cannot be mended so, or a YAML alias would carry a change
    to where it does not belong, nothing is fixed. Fixing again changes nothing.

    Args:
        content: The text; bytes are UTF-8.
        format: Its format.
        name: The name of the file, for the findings.

    Raises:
        ValueError: There is no such format.
        MissingExtraError: The text is YAML and PyYAML is not installed.

    >>> fix_text(b'{"type": "state", "id": "s", "country": "North Korea"}').content
    b'{"type": "state", "id": "s", "country": "KP"}'
    """
    return _fix(encoded(content), format, name, None)


def _fix(content: bytes, format: Format, name: str | None, most: int | None) -> Fix:
    # A mark is one at the start of a text alone; a block that starts with it would be read without.
    if format != "jsonl" or not content or b"\n" + MARK in content:
        return _fix_whole(content, format, name, most)
    # No line asks what stands in another, so that no more than a block of them is held at once.
    parts: list[Fix] = []
    line, offset, errors = 0, 0, 0
    for block in line_blocks(content):
        parts.append(_behind(_fix_whole(block, format, name, most), line, offset))
        errors += sum(finding.level == "error" for finding in parts[-1].left)
        if errors > MOST_FAULTS:
            break
        line += block.count(b"\n")
        offset += len(block.decode("utf-8", "replace"))
    fixed, left, edits = (tuple(chain.from_iterable(each)) for each in zip(*(part[1:4] for part in parts), strict=True))
    if errors:
        return Fix(content, (), tuple(first_faults(_sorted((*fixed, *left)))))
    return Fix(b"".join(part.content for part in parts), fixed, left, edits, content if fixed else b"")


def _behind(fix: Fix, lines: int, characters: int) -> Fix:
    """Return what fixing a block came to that stands behind so many lines, with so many characters."""
    fixed, left = (tuple(below(finding, lines) for finding in findings) for findings in (fix.fixed, fix.left))
    edits = tuple(Edit(start + characters, end + characters, written) for start, end, written in fix.edits)
    return fix._replace(fixed=fixed, left=left, edits=edits)


def _fix_whole(content: bytes, format: Format, name: str | None, most: int | None) -> Fix:
    found = read(content, format, name=name, most=most).findings
    wrong = [finding for finding in found if finding.level == "error"]
    if not wrong or any(finding.replacement is None for finding in wrong):
        return Fix(content, (), found)
    meant = read(content, format, name=name, normalize=True)
    if meant.dossier is None:
        # What several fields say together is looked at when each can be read.
        return Fix(content, (), _sorted((*found, *(each for each in meant.findings if each.level == "error"))))
    wanted = _digest(meant.dossier)
    del meant
    text = content.decode("utf-8")
    edits = edits_of(text, format, wrong)
    new = edited(text, edits).encode()
    del text
    done = read(new, format).dossier
    if done is None or _digest(done) != wanted:
        return Fix(content, (), tuple(_refused(each) if each.level == "error" else each for each in found))
    return Fix(new, tuple(wrong), tuple(each for each in found if each.level != "error"), tuple(edits), content)


def fix_file(
    path: str | os.PathLike[str], *, format: Format | None = None, write: bool = True, max_size: int = MAX_SIZE
) -> Fix:
    """Fix a file as `fix_text` does a text; at any moment it is the old file or the new one, whole.

    A link is followed, and modes are kept. A file that is hard-linked elsewhere is not changed there.

    Args:
        path: The file.
        format: Its format; by default its ending says.
        write: Whether to write it; otherwise only say what would be written.
        max_size: How many bytes one JSON or YAML document, or one line of JSON Lines, may have.
            A higher one than 64 MB allows more values in a record or a YAML file, too.

    Raises:
        UnreadableFileError: The file cannot be read, or not written (`NE001`); a compressed one is only read.
        ValueError: There is no such format.
        MissingExtraError: The file is YAML and PyYAML is not installed, or `.zst` and backports.zstd is not.
    """
    name = os.fspath(path)
    with opened(path):
        seen = Path(path).stat()
    kind = named_kind(name, format)
    content = content_of(opened(path), name, kind, max_size)
    if isinstance(content, Reading):
        return Fix(b"", (), content.findings)
    fix = _fix(content, kind.format, name, most_values(max_size))
    if fix.fixed and kind.compression is not None:
        raise unreadable(path, "cannot be fixed while it is compressed; decompress it first")
    if fix.fixed and write:
        try:
            # A rename asks nobody whether the file may be written.
            with Path(path).open("r+b"):
                pass
            replace_file(Path(path), fix.content, seen=seen)
        except OSError as error:
            raise unreadable(path, f"cannot be written: {error.strerror or error}") from error
    return fix


def _digest(dossier: Dossier) -> bytes:
    """Return what differs if two dossiers do: of their text, since 1 == 1.0 == True; short, since that may be large."""
    return sha256(dossier.to_json()).digest()


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0)))


def _refused(finding: Finding) -> Finding:
    reason = "not fixed, since an anchor is used where it would change another value; write the values out"
    return replace(finding, message=f"{finding.message}; {reason}")
