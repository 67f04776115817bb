"""JSON text: syntax checked in Rust, places found only when something is wrong."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, cast

from pydantic_core import from_json

from newsevents._model import Model
from newsevents._regex import regex
from newsevents.files._fault import SyntaxFault
from newsevents.files._keys import keys_stand_once
from newsevents.files._place import Lines, Place
from newsevents.findings import quoted

__all__ = ["JsonText", "decoded"]

_SPACE = regex(r"[ \t\n\r]*")
_SYNTAX = regex(r"(?P<what>.*) at line (?P<line>\d+) column (?P<column>\d+)", re.DOTALL)
# A string, with the colon behind it if it is a key; or where an object starts or ends.
_TOKEN = regex(r'("[^"\\]*+(?:\\.[^"\\]*+)*+")[ \t\n\r]*+(:)?|[{}]')
# Numbers stay text: the locator only skips them, and the longest ones no int takes.
_skip = json.JSONDecoder(parse_float=str, parse_int=str, strict=False).raw_decode


class _Member(NamedTuple):
    key: str | int
    key_start: int
    key_end: int
    start: int
    end: int


class JsonText:
    """One JSON value as text, with what is needed to say where a fault is."""

    def __init__(self, content: bytes, first_line: int = 1) -> None:
        """Take the text in UTF-8 that starts on line *first_line* of its file."""
        self.content = content
        self._first_line = first_line
        self._members: dict[int, dict[str, _Member]] = {}

    def check_syntax(self) -> None:
        """Check that the text is JSON (RFC 8259), without duplicate keys and NaN.

        Raises:
            SyntaxFault: It is not.
        """
        decoded(self.content, self._first_line)
        try:
            from_json(self.content, allow_inf_nan=False)
        except ValueError as error:
            raise self._parser_fault(str(error)) from None
        self.check_keys()

    def check_keys(self, models: Sequence[Model] = ()) -> None:
        """Check that no object of this JSON names a key twice; it takes less time with the *models* that were read.

        Raises:
            SyntaxFault: One does.
        """
        if not keys_stand_once(self.content, models) and (fault := self._duplicate_fault()) is not None:
            raise fault

    @cached_property
    def data(self) -> Any:
        """The value, for text without a syntax fault; of a duplicate key the last one counts."""
        return json.loads(self._text)

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of the value at a JSON Pointer, or of its key; of the nearest around it that is there."""
        start = _after_space(self._text, 0)
        member = _Member("", start, start, start, -1)
        for part in pointer.split("/")[1:]:
            inner = self._members_of(member.start).get(part.replace("~1", "/").replace("~0", "~"))
            if inner is None:
                break
            member = inner
        if key and member.key_end > member.key_start:
            return self._lines.place(member.key_start, member.key_end)
        end = member.end if member.end >= 0 else _skip(self._text, member.start)[1]
        return self._lines.place(member.start, end)

    @cached_property
    def _text(self) -> str:
        return self.content.decode("utf-8")

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, self._first_line)

    def _members_of(self, start: int) -> dict[str, _Member]:
        """Return the members of the object or array that starts at *start*, scanned once; the last of a name counts."""
        if start not in self._members:
            self._members[start] = {str(member.key): member for member in _scan(self._text, start)}
        return self._members[start]

    def _parser_fault(self, message: str) -> SyntaxFault:
        found = cast(re.Match[str], _SYNTAX.fullmatch(message))
        # The parser counts bytes from 1, and 0 at the start of an empty line.
        line, column = int(found["line"]), max(int(found["column"]), 1)
        # In Latin-1 each byte is a character.
        at = Lines(self.content.decode("latin-1")).offset(line, column)
        before = self.content[at - column + 1 : at].decode("utf-8", "replace")
        line += self._first_line - 1
        return SyntaxFault(f"not valid JSON: {found['what']}", Place(line, len(before) + 1, line, len(before) + 2))

    def _duplicate_fault(self) -> SyntaxFault | None:
        """Return the fault of the first key, in the order of the text, that its object has named before, if one is."""
        # In one pass, so that neither many keys nor deep ones cost more than the text is long.
        text = self.content.decode("utf-8")
        named: list[set[str]] = []
        for token in _TOKEN.finditer(text):
            string, colon = token.groups()
            if colon:
                key = string[1:-1] if "\\" not in string else json.loads(string, strict=False)
                if key in named[-1]:
                    place = Lines(text, self._first_line).place(*token.span(1))
                    return SyntaxFault(f"duplicate key {quoted(key)}: an object names each key once", place)
                named[-1].add(key)
            elif not string:
                if token[0] == "{":
                    named.append(set())
                else:
                    named.pop()
        return None


def decoded(content: bytes, first_line: int = 1) -> str:
    """Return UTF-8 bytes as text.

    Raises:
        SyntaxFault: They are not UTF-8.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            what = "the file is in UTF-16, not in UTF-8; save it as UTF-8"
        before = content[: error.start].decode("utf-8")
        raise SyntaxFault(what, Lines(before, first_line).place(len(before), len(before))) from None


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _scan(text: str, start: int) -> Iterator[_Member]:
    """Yield the members of the container at *start* of well-formed JSON; a scalar has none."""
    opening = text[start]
    at = _after_space(text, start + 1)
    index = 0
    while opening in "[{" and text[at] not in "]}":
        key_start = at
        key: str | int = index
        key_end = at
        if opening == "{":
            key, key_end = _skip(text, at)
            at = _after_space(text, _after_space(text, key_end) + 1)
        _, end = _skip(text, at)
        yield _Member(key, key_start, key_end, at, end)
        index += 1
        at = _after_space(text, end)
        if text[at] == ",":
            at = _after_space(text, at + 1)
