"""YAML text, read as the JSON that it stands for: YAML 1.2 core schema, safe nodes, bounded depth and aliases.

`NO` and `2024-03-15` stay strings. The C parser yields events; the tree is built here, so that depth, duplicate keys,
aliases and places are in our hands. It speaks YAML 1.1, in which U+0085, U+2028 and U+2029 break lines; in YAML 1.2
they are characters like others, so they are hidden from it.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any, cast

from pydantic_core import to_json

from newsevents._model import Model
from newsevents._regex import regex
from newsevents.errors import MissingExtraError
from newsevents.files._fault import SyntaxFault
from newsevents.files._limit import too_dense
from newsevents.files._place import Lines, Place
from newsevents.findings import quoted, short

__all__ = ["YamlDocument", "hidden", "is_text", "read_yaml", "yaml_module"]

_DEEPEST = 200
_ALIAS_BUDGET = 1_000_000
# Than JSON, of which a record may have so many times as many values.
_SLOWER = 4
_CORE = "tag:yaml.org,2002:"
_TAGGED: dict[str | None, type] = {
    _CORE + name: kind for name, kind in (("null", type(None)), ("bool", bool), ("int", int), ("float", float))
}
_NULL = regex(r"null|Null|NULL|~|")
_BOOL = regex(r"(true|True|TRUE)|false|False|FALSE")
_INT = regex(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = regex(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = regex(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_MOST_DIGITS = 4300
_BASES = {"0o": 8, "0x": 16}
# Compiled when first used, as it takes long.
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_BYTE_ORDER_MARK = "\ufeff"
_BREAKS_IN_1_1 = "\x85\u2028\u2029"
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = regex(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


class _Node:
    """A scalar with its value, or a collection with its members; where it stands, and how much text it holds."""

    __slots__ = ("end", "entries", "fields", "start", "value", "weight")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.value: Any = None
        self.fields: dict[str, tuple[_Node, _Node]] | None = None
        """The key and the value of each field of a mapping."""
        self.entries: list[_Node] | None = None
        """The entries of a sequence."""
        self.weight = 1

    def data(self) -> Any:
        """Return the value that the node stands for; its depth is bounded."""
        if self.fields is not None:
            return {name: value.data() for name, (_, value) in self.fields.items()}
        return self.value if self.entries is None else [entry.data() for entry in self.entries]

    def member(self, name: str) -> "tuple[_Node, _Node] | None":
        """Return the key and the value of a member; of an entry both are the entry. `None` where there is none."""
        if self.fields is not None:
            return self.fields.get(name)
        if self.entries is None or not name.isdecimal() or int(name) >= len(self.entries):
            return None
        entry = self.entries[int(name)]
        return entry, entry


class YamlDocument:
    """One document of a YAML text; its syntax and keys were checked when it was made."""

    def __init__(self, root: _Node, lines: Lines) -> None:
        """Take the tree of the document, and the lines of its text."""
        self._root = root
        self._lines = lines
        self.data: Any = root.data()
        """The value that it stands for."""

    @property
    def content(self) -> bytes:
        """The JSON that it stands for."""
        return to_json(self.data)

    def check_syntax(self) -> None:
        """Do nothing: what is no YAML never becomes a document."""

    def check_keys(self, models: Sequence[Model] = ()) -> None:
        """Do nothing: what names a key twice never becomes a document."""

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of the value at a JSON Pointer, or of its key; of the nearest around it that is there."""
        node = key_node = self._root
        for part in pointer.split("/")[1:]:
            inner = node.member(part.replace("~1", "/").replace("~0", "~"))
            if inner is None:
                break
            key_node, node = inner
        found = key_node if key else node
        return self._lines.place(found.start, found.end)

    def release(self) -> None:
        """Do nothing: the places are in the tree alone."""


def yaml_module() -> Any:
    """Return the `yaml` package.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import yaml  # noqa: PLC0415  (an extra, loaded for YAML only)
    except ModuleNotFoundError as error:
        raise MissingExtraError("YAML needs PyYAML: pip install 'newsevents[cli]'") from error
    return yaml


def read_yaml(text: str, most: int | None = None) -> list[YamlDocument]:
    """Return the documents of a YAML text, which together may have a quarter of *most* values.

    Raises:
        SyntaxFault: It is no YAML that stands for JSON.
        TooLargeError: They have more.
        MissingExtraError: PyYAML is not installed, or without its C parser.
    """
    yaml = yaml_module()
    if not yaml.__with_libyaml__:
        # The parser in Python takes other texts for YAML, and raises what is no error of YAML.
        raise MissingExtraError("YAML needs PyYAML with its C parser (libyaml): install a wheel of PyYAML")
    lines = Lines(text)
    _check_characters(text, lines)
    try:
        return list(_Composer(yaml, text, lines, most).documents())
    except yaml.MarkedYAMLError as error:
        raise _parser_fault(error, text, lines) from error


def _check_characters(text: str, lines: Lines) -> None:
    """Check that *text* has no character that YAML does not allow.

    Raises:
        SyntaxFault: It has one.
    """
    if text.startswith(_BYTE_ORDER_MARK):
        message = "starts with a second byte order mark; save the file as UTF-8 without it"
        raise SyntaxFault(message, lines.place(0, 1))
    if found := re.search(_UNPRINTABLE, text):
        number, escape = ord(found[0]), ascii(found[0])[1:-1]
        message = f"not valid YAML: U+{number:04X} cannot stand in it as it is; write {escape} in double quotes"
        raise SyntaxFault(message, lines.place(*found.span()))


def _parser_fault(error: Any, text: str, lines: Lines) -> SyntaxFault:
    """Return a parser's error as a fault; it may stand at the end of the text, but not behind it."""
    start = min(error.problem_mark.index, len(text))
    if (pair := _SURROGATES.match(text, max(start - 2, 0))) is not None:
        char = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        message = f"not valid YAML: {pair[0]} is a pair of surrogates, as in JSON; write \\U{ord(char):08X}"
        return SyntaxFault(message, lines.place(*pair.span()))
    return SyntaxFault(f"not valid YAML: {error.problem}", lines.place(start, start + 1))


def hidden(text: str, lines: Lines) -> tuple[str, dict[int, str]]:
    """Return *text* with the breaks of YAML 1.1 as characters that it does not have, and how to turn those back.

    Raises:
        SyntaxFault: It has every character for private use.
    """
    breaks = [char for char in _BREAKS_IN_1_1 if char in text]
    if not breaks:
        return text, {}
    used = set(text)
    free = [code for code in _PRIVATE if chr(code) not in used][: len(breaks)]
    if len(free) < len(breaks):
        at = text.index(breaks[0])
        message = f"not valid YAML: U+{ord(breaks[0]):04X} cannot stand beside all characters for private use"
        raise SyntaxFault(message, lines.place(at, at + 1))
    shown = dict(zip(free, breaks, strict=True))
    return text.translate({ord(char): code for code, char in shown.items()}), shown


class _Composer:
    """Builds trees from events."""

    def __init__(self, yaml: Any, text: str, lines: Lines, most: int | None) -> None:
        self._yaml = yaml
        self._text = text
        self._lines = lines
        parsed, self._shown = hidden(text, lines)
        self._events = yaml.parse(parsed, Loader=yaml.CSafeLoader)
        self._anchors: dict[str, _Node] = {}
        self._aliased = 0
        self._most = sys.maxsize if most is None else most // _SLOWER
        self._count = 0

    def documents(self) -> Iterator[YamlDocument]:
        yaml = self._yaml
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
                yield YamlDocument(self._compose(), self._lines)

    def _compose(self) -> _Node:
        """Return the node that the next events make up."""
        yaml = self._yaml
        open_nodes: list[tuple[_Node, str | None]] = []
        pending_key: list[_Node | None] = []
        while True:
            event = next(self._events)
            self._count += 1
            if self._count > self._most:
                raise too_dense(self._most, "a YAML file")
            if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                open_nodes.append((self._collection(event), event.anchor))
                pending_key.append(None)
                if len(open_nodes) > _DEEPEST:
                    raise self._fault(f"nested deeper than {_DEEPEST} levels", event.start_mark.index)
                continue
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                node, anchor = open_nodes.pop()
                pending_key.pop()
                if event.end_mark.index > event.start_mark.index:
                    node.end = event.end_mark.index
            elif isinstance(event, yaml.AliasEvent):
                node, anchor = self._alias(event), None
            else:
                node, anchor = self._scalar(event), event.anchor
            if anchor is not None:
                self._anchors[anchor] = node
            if not open_nodes:
                return node
            self._add(open_nodes[-1][0], node, pending_key)

    def _add(self, parent: _Node, node: _Node, pending_key: list[_Node | None]) -> None:
        """Put *node* into *parent*: as an entry, a key, or the value of the key before it."""
        parent.weight += node.weight
        # A block has no end of its own: it ends where the last of its members does.
        parent.end = node.end
        key = pending_key[-1]
        if parent.fields is None:
            cast(list[_Node], parent.entries).append(node)
        elif key is not None:
            parent.fields[key.value] = key, node
            pending_key[-1] = None
        elif not isinstance(node.value, str):
            raise self._fault("a key that is no text; JSON keys are, so quote it", node.start, node.end)
        elif node.value in parent.fields:
            message = f"duplicate key {quoted(node.value)}: a mapping names each key once"
            raise self._fault(message, node.start, node.end)
        else:
            pending_key[-1] = node

    def _collection(self, event: Any) -> _Node:
        mapping = isinstance(event, self._yaml.MappingStartEvent)
        allowed = {None, "!", _CORE + ("map" if mapping else "seq")}
        if event.tag not in allowed:
            raise self._fault(f"tag {quoted(event.tag)} has no meaning in JSON", event.start_mark.index)
        node = _Node(event.start_mark.index, event.end_mark.index)
        if mapping:
            node.fields = {}
        else:
            node.entries = []
        return node

    def _alias(self, event: Any) -> _Node:
        start = event.start_mark.index
        node = self._anchors.get(event.anchor)
        if node is None:
            raise self._fault(f"alias {quoted(event.anchor)} of no anchor that ends before it", start)
        self._aliased += node.weight
        if self._aliased > _ALIAS_BUDGET:
            raise self._fault(f"aliases repeat more than {_ALIAS_BUDGET} characters; write the values out", start)
        # The same content at another place.
        copy = _Node(start, event.end_mark.index)
        copy.value, copy.fields, copy.entries, copy.weight = node.value, node.fields, node.entries, node.weight
        return copy

    def _scalar(self, event: Any) -> _Node:
        node = _Node(event.start_mark.index, event.end_mark.index)
        if event.style in {"|", ">"}:
            # The mark of a block stands behind the empty lines that follow it.
            node.end = node.start + len(self._text[node.start : node.end].rstrip(" \t\r\n"))
        text: str = event.value.translate(self._shown) if self._shown else event.value
        node.weight += len(text)
        tag: str | None = event.tag
        is_plain = event.implicit[0] and tag is None
        if tag in {None, "!", _CORE + "str"}:
            node.value = text
        elif tag not in _TAGGED:
            raise self._fault(f"tag {quoted(event.tag)} has no meaning in JSON", node.start)
        if is_plain or tag in _TAGGED:
            try:
                node.value = _resolve(text)
            except ValueError as error:
                raise self._fault(str(error), node.start) from None
        if tag in _TAGGED:
            kind = _TAGGED[tag]
            if kind is float and type(node.value) is int:
                node.value = float(node.value)
            if type(node.value) is not kind:
                raise self._fault(f"{quoted(text)} is not what its tag {tag!r} says", node.start)
        return node

    def _fault(self, message: str, start: int, end: int | None = None) -> SyntaxFault:
        return SyntaxFault(message, self._lines.place(start, start + 1 if end is None else end))


def is_text(scalar: str) -> bool:
    """Return whether a plain scalar is text, and nothing else, in the YAML 1.2 core schema."""
    return not any(pattern.fullmatch(scalar) for pattern in (_NULL, _BOOL, _INT, _FLOAT, _NOT_FINITE))


def _resolve(scalar: str) -> Any:
    """Return what a plain scalar stands for in the YAML 1.2 core schema.

    Raises:
        ValueError: It is NaN or an infinity, or an integer of more than 4,300 digits.
    """
    if is_text(scalar):
        return scalar
    if _NULL.fullmatch(scalar):
        return None
    if found := _BOOL.fullmatch(scalar):
        return found[1] is not None
    if _INT.fullmatch(scalar):
        base = _BASES.get(scalar[:2], 10)
        digits = scalar[2:] if scalar[:2] in _BASES else scalar
        if len(digits) > _MOST_DIGITS:
            raise ValueError(f"an integer of more than {_MOST_DIGITS} digits")
        return int(digits, base)
    if _FLOAT.fullmatch(scalar) and isfinite(number := float(scalar)):
        return number
    raise ValueError(f"{short(scalar)}: NaN and infinities are no JSON")
