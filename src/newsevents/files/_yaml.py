"""YAML text, read as the JSON that it stands for: YAML 1.2 core schema, safe nodes, bounded depth and aliases.

`NO` and `2024-03-15` stay strings. The C parser yields events; the tree is built here, so that depth, duplicate keys,
aliases and places are in our hands.
"""

import re
from collections.abc import Iterator
from math import isfinite
from typing import Any, cast

from pydantic_core import to_json

from newsevents.errors import MissingExtraError
from newsevents.files._fault import SyntaxFault
from newsevents.files._place import Lines, Place

__all__ = ["YamlDocument", "is_text", "read_yaml", "yaml_module"]

_DEEPEST = 200
_ALIAS_BUDGET = 1_000_000
_CORE = "tag:yaml.org,2002:"
_TAGGED: dict[str | None, type] = {
    _CORE + name: kind for name, kind in (("null", type(None)), ("bool", bool), ("int", int), ("float", float))
}
_NULL = re.compile(r"null|Null|NULL|~|")
_BOOL = re.compile(r"(true|True|TRUE)|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_MOST_DIGITS = 4300
_BASES = {"0o": 8, "0x": 16}


class _Node:
    """A scalar with its value, or a collection with its members; where it stands, and how much text it holds."""

    __slots__ = ("end", "keys", "members", "start", "value", "weight")

    def __init__(self, start: Any, end: Any) -> None:
        self.start = start
        self.end = end
        self.value: Any = None
        self.keys: dict[str, _Node] | None = None
        """The keys of a mapping, in the order of `members`."""
        self.members: list[_Node] | None = None
        """The entries of a sequence or the values of a mapping; `None` for a scalar."""
        self.weight = 1

    def data(self) -> Any:
        """Return the value that the node stands for; its depth is bounded."""
        if self.members is None:
            return self.value
        values = [member.data() for member in self.members]
        return values if self.keys is None else dict(zip(self.keys, values, strict=True))

    def place(self) -> Place:
        """Return where it stands."""
        return Place(self.start.line + 1, self.start.column + 1, self.end.line + 1, self.end.column + 1)


class YamlDocument:
    """One document of a YAML text; its syntax and keys were checked when it was made."""

    def __init__(self, root: _Node) -> None:
        """Take the tree of the document."""
        self._root = root
        self.data: Any = root.data()
        """The value that it stands for."""

    @property
    def content(self) -> bytes:
        """The JSON that it stands for."""
        return to_json(self.data)

    def check_syntax(self) -> None:
        """Do nothing: what is no YAML never becomes a document."""

    def check_keys(self) -> None:
        """Do nothing: what names a key twice never becomes a document."""

    def place(self, pointer: str, *, key: bool = False) -> Place:
        """Return the place of the value at a JSON Pointer, or of its key."""
        node, key_node = self._root, self._root
        for part in pointer.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            members = cast(list[_Node], node.members)
            if node.keys is None:
                node = key_node = members[int(name)]
            else:
                key_node = node.keys[name]
                node = members[list(node.keys).index(name)]
        return (key_node if key else node).place()


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


def read_yaml(text: str) -> list[YamlDocument]:
    """Return the documents of a YAML text.

    Raises:
        SyntaxFault: It is no YAML that stands for JSON.
        MissingExtraError: PyYAML is not installed.
    """
    yaml = yaml_module()
    try:
        return list(_Composer(yaml, text).documents())
    except yaml.MarkedYAMLError as error:
        # At the end of the text the parser may stand on a line that is not there.
        place, end = _at(error.problem_mark), Lines(text).place(len(text), len(text))
        raise SyntaxFault(f"not valid YAML: {error.problem}", min(place, end)) from error
    except yaml.reader.ReaderError as error:
        # The C parser counts bytes.
        before = len(text.encode()[: error.position].decode("utf-8", "ignore"))
        raise SyntaxFault(f"not valid YAML: {error.reason}", Lines(text).place(before, before + 1)) from error


class _Composer:
    """Builds trees from events."""

    def __init__(self, yaml: Any, text: str) -> None:
        self._yaml = yaml
        self._events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._anchors: dict[str, _Node] = {}
        self._aliased = 0

    def documents(self) -> Iterator[YamlDocument]:
        yaml = self._yaml
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
                yield YamlDocument(self._compose())

    def _compose(self) -> _Node:
        """Return the node that the next events make up."""
        yaml = self._yaml
        open_nodes: list[tuple[_Node, str | None]] = []
        pending_key: list[_Node | None] = []
        while True:
            event = next(self._events)
            if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                node = self._collection(event)
                open_nodes.append((node, event.anchor))
                pending_key.append(None)
                if len(open_nodes) > _DEEPEST:
                    raise SyntaxFault(f"nested deeper than {_DEEPEST} levels", _at(event.start_mark))
                continue
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                node, anchor = open_nodes.pop()
                pending_key.pop()
                # The mark of a block stands where the next token starts.
                is_flow = event.end_mark.index > event.start_mark.index
                node.end = event.end_mark if is_flow or not node.members else node.members[-1].end
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
        members = cast(list[_Node], parent.members)
        if parent.keys is None:
            members.append(node)
        elif pending_key[-1] is None:
            if not isinstance(node.value, str):
                raise SyntaxFault("a key that is no text; JSON keys are, so quote it", node.place())
            if node.value in parent.keys:
                raise SyntaxFault(f"duplicate key {node.value!r}: a mapping names each key once", node.place())
            parent.keys[node.value] = node
            pending_key[-1] = node
        else:
            members.append(node)
            pending_key[-1] = None

    def _collection(self, event: Any) -> _Node:
        mapping = isinstance(event, self._yaml.MappingStartEvent)
        allowed = {None, "!", _CORE + ("map" if mapping else "seq")}
        if event.tag not in allowed:
            raise SyntaxFault(f"tag {event.tag!r} has no meaning in JSON", _at(event.start_mark))
        node = _Node(event.start_mark, event.end_mark)
        node.members = []
        if mapping:
            node.keys = {}
        return node

    def _alias(self, event: Any) -> _Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise SyntaxFault(f"alias {event.anchor!r} of no anchor that ends before it", _at(event.start_mark))
        self._aliased += node.weight
        if self._aliased > _ALIAS_BUDGET:
            raise SyntaxFault(
                f"aliases repeat more than {_ALIAS_BUDGET} characters; write the values out", _at(event.start_mark)
            )
        # The same content at another place.
        copy = _Node(event.start_mark, event.end_mark)
        copy.value, copy.keys, copy.members, copy.weight = node.value, node.keys, node.members, node.weight
        return copy

    def _scalar(self, event: Any) -> _Node:
        place = _at(event.start_mark)
        text: str = event.value
        tag: str | None = event.tag
        if tag in {None, "!"}:
            is_plain = event.implicit[0] and tag is None
            value = _resolve(text, place) if is_plain else text
        elif tag == _CORE + "str":
            value = text
        elif (kind := _TAGGED.get(tag)) is not None:
            value = _resolve(text, place)
            if kind is float and type(value) is int:
                value = float(value)
            if type(value) is not kind:
                raise SyntaxFault(f"{text!r} is not what its tag {tag!r} says", place)
        else:
            raise SyntaxFault(f"tag {tag!r} has no meaning in JSON", place)
        node = _Node(event.start_mark, event.end_mark)
        node.value = value
        node.weight += len(text)
        return node


def is_text(scalar: str) -> bool:
    """Return whether a plain scalar is text, and nothing else, in the YAML 1.2 core schema."""
    return not any(pattern.fullmatch(scalar) for pattern in (_NULL, _BOOL, _INT, _FLOAT, _NOT_FINITE))


def _resolve(scalar: str, place: Place) -> Any:
    """Return what a plain scalar stands for in the YAML 1.2 core schema.

    Raises:
        SyntaxFault: It is NaN or an infinity, or an integer of more than 4,300 digits.
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
            raise SyntaxFault(f"an integer of more than {_MOST_DIGITS} digits", place)
        return int(digits, base)
    if _FLOAT.fullmatch(scalar) and isfinite(number := float(scalar)):
        return number
    raise SyntaxFault(f"{scalar}: NaN and infinities are no JSON", place)


def _at(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
