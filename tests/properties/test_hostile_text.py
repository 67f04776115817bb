"""Hostile text: any bytes are a dossier or findings with a place, never another exception, never half a dossier."""

import gzip
from random import Random
from typing import get_args

import pytest
from hypothesis import example, given, note
from hypothesis import strategies as st

from newsevents import Dossier, Finding, ValidationError, dumps, loads
from newsevents.files._format import Format
from newsevents.testing import dossiers

FORMATS: tuple[Format, ...] = get_args(Format)
# What parsers trip over: structure, escapes, marks of encodings, and the words of each format.
PIECES = (
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b'"',
        b"\\",
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b"- ",
        b"? ",
        b"#",
        b"&a ",
        b"*a",
        b"!!",
        b"|",
    ),
    *(
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"<<: ",
        b"null",
        b"NaN",
        b"-Infinity",
        b"1e999",
        b"0x",
        b"\\ud800",
        b"\\u0000",
    ),
    *(
        b"\x00",
        b"\x7f",
        b"\xff",
        b"\xc3",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\x1f\x8b",
    ),
    *("\x85".encode(), "\u2028".encode(), "\ufeff".encode(), "\uffff".encode(), "\U0001f6a2".encode()),
    *(b'{"type":"state"}', b'"type":"gift",', b"[" * 300, b"{'a':" * 300, b"9" * 5000, b"  - a: b\n", b"!!binary aa=="),
)


def mutated(content: bytes, random: Random) -> bytes:
    """Return *content* with a few of its bytes cut off, changed, moved or added to."""
    for _ in range(random.randint(1, 3)):
        start, end = sorted(random.randint(0, len(content)) for _ in range(2))
        piece = random.choice((*PIECES, bytes([random.randint(0, 255)]), content[start : start + 40]))
        content = random.choice(
            (
                content[:start],
                content[start:],
                content[:start] + content[min(end, start + 20) :],
                content[:start] + piece + content[start:],
                content[:start] + piece + content[start + len(piece) :],
                content[:start] + content[start:end][::-1] + content[end:],
            )
        )
    return content


def read(content: bytes | str, format: Format, *, normalize: bool = False) -> Dossier | tuple[Finding, ...]:
    """Return the dossier in a text, or what is wrong with it."""
    try:
        return loads(content, format=format, normalize=normalize)
    except ValidationError as error:
        return error.findings


def check(content: bytes, format: Format, *, normalize: bool = False) -> Dossier | tuple[Finding, ...]:
    """Check that *content* is a dossier, or that each finding points into it."""
    found = read(content, format, normalize=normalize)
    if not isinstance(found, Dossier):
        assert any(finding.level == "error" for finding in found)
        check_places(found, content)
    return found


def check_places(findings: tuple[Finding, ...], content: bytes) -> None:
    """Check that each finding says what is wrong, and where in the text."""
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = text.split("\n")
    for finding in findings:
        assert finding.code in {"NE002", "NE003", "NE004"}
        assert finding.message
        assert str(finding).isprintable()
        assert finding.line is not None
        assert finding.column is not None
        assert finding.end_line is not None
        assert finding.end_column is not None
        assert (1, 1) <= (finding.line, finding.column) <= (finding.end_line, finding.end_column)
        for line, column in ((finding.line, finding.column), (finding.end_line, finding.end_column - 1)):
            assert line <= len(lines)
            assert column <= len(lines[line - 1]) + 1


@pytest.mark.parametrize("format", FORMATS)
def test_any_bytes(format: Format) -> None:
    """Any bytes at all, those of other formats and encodings among them."""

    @given(st.binary() | st.lists(st.sampled_from(PIECES)).map(b"".join) | st.text().map(str.encode), st.booleans())
    @example(b"", False)
    @example(b"\xef\xbb\xbf", False)
    @example("{}".encode("utf-16"), False)
    @example("{}".encode("utf-32"), False)
    @example(gzip.compress(b"{}"), False)
    def law(content: bytes, normalize: bool) -> None:
        check(content, format, normalize=normalize)

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_any_text(format: Format) -> None:
    """Text is taken like its bytes; a lone surrogate is a finding too."""

    @given(st.text(st.characters(exclude_categories=[])))
    def law(text: str) -> None:
        assert read(text, format)

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_mutated_files(format: Format) -> None:
    """A valid file with some bytes changed, cut off or added."""

    @given(dossiers(), st.integers(0, 2**32 - 1), st.booleans())
    def law(dossier: Dossier, seed: int, normalize: bool) -> None:
        random = Random(seed)
        content = dumps(dossier, format=format).encode()
        for _ in range(5):
            broken = mutated(content, random)
            note(repr(broken))
            check(broken, format, normalize=normalize)

    law()


@pytest.mark.parametrize("format", FORMATS)
def test_truncated_files(format: Format) -> None:
    """A file that was cut off anywhere is refused, or is whole as far as it goes."""

    @given(dossiers(), st.data())
    def law(dossier: Dossier, data: st.DataObject) -> None:
        content = dumps(dossier, format=format).encode()
        end = data.draw(st.integers(0, max(len(content) - 2, 0)))
        found = check(content[:end], format)
        if format == "json":
            assert not isinstance(found, Dossier)

    law()
