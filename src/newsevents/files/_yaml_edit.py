"""Edits of YAML: a value in the style that it was written in, where that style can hold it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newsevents._regex import regex
from newsevents.files._normal import json_line
from newsevents.files._place import Lines
from newsevents.files._yaml import hidden, is_text, yaml_module

__all__ = ["yaml_edits"]

_Part = tuple[int, int, str]
_PLAIN = regex(r"[A-Za-z][A-Za-z0-9-]*")
_BLOCK_HEADER = regex(r"[|>][-+0-9]*")
_BREAK = regex(r"[\r\n]")
_TAGS_OF_TEXT = {"!", "!!str"}


class _Scalar(NamedTuple):
    """A scalar or an alias of one."""

    start: int
    end: int
    style: str
    """The character that opens it; of a plain one, and of an alias, none."""
    tag: tuple[int, int] | None
    original: int | None
    """Where the scalar starts, anchor and tag included, that an alias repeats."""


def yaml_edits(text: str, wanted: Mapping[int, Any]) -> Iterator[_Part]:
    """Yield start, end and new text of what is to be written anew.

    Args:
        text: YAML that was read without a fault.
        wanted: The new value, text or a mapping, of the scalars that start there, anchor and tag included.
    """
    scalars = _scalars(text)
    for start, value in wanted.items():
        scalar = scalars[start]
        if scalar.original is not None and wanted.get(scalar.original) == value:
            continue  # the alias repeats what its anchor becomes
        if scalar.tag is not None:
            tag_start, tag_end = scalar.tag
            if not isinstance(value, str) or text[tag_start:tag_end] not in _TAGS_OF_TEXT:
                # The blank behind it goes too; a line break stays.
                yield tag_start, tag_end + (text[tag_end : tag_end + 1] in {" ", "\t"}), ""
        yield from _parts(text, scalar, _written(value, scalar.style))


def _parts(text: str, scalar: _Scalar, written: str) -> Iterator[_Part]:
    if (header := _BLOCK_HEADER.match(text, scalar.start)) is None or scalar.style not in {"|", ">"}:
        yield scalar.start, scalar.end, written
        return
    # What stands behind the header is a comment, and stays; so do the empty lines behind the block.
    yield *header.span(), written
    block = text[scalar.start : scalar.end].rstrip(" \t\r\n")
    yield scalar.start + len(_BREAK.split(block, maxsplit=1)[0]), scalar.start + len(block), ""


def _written(value: Any, style: str) -> str:
    if not isinstance(value, str) or style == '"':
        return json_line(value)
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if _is_plain(value) else json_line(value)


def _is_plain(value: str) -> bool:
    """Return whether readers of YAML 1.1 and 1.2 take a text for text without quotes."""
    yaml = yaml_module()
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False))
    return _PLAIN.fullmatch(value) is not None and is_text(value) and tag == "tag:yaml.org,2002:str"


def _scalars(text: str) -> dict[int, _Scalar]:
    """Return the scalars and aliases by where they start, anchor and tag included."""
    yaml = yaml_module()
    found: dict[int, _Scalar] = {}
    anchors: dict[str, int] = {}
    start: int | None = None
    tag: tuple[int, int] | None = None
    anchor: str | None = None
    for token in yaml.scan(hidden(text, Lines(text))[0], Loader=yaml.CSafeLoader):
        span = token.start_mark.index, token.end_mark.index
        first = span[0] if start is None else start
        if isinstance(token, (yaml.AnchorToken, yaml.TagToken)):
            start = first
            if isinstance(token, yaml.TagToken):
                tag = span
            else:
                anchor = token.value
            continue
        if isinstance(token, yaml.ScalarToken):
            found[first] = _Scalar(*span, "" if token.plain else token.style, tag, None)
            if anchor is not None:
                anchors[anchor] = first
        elif isinstance(token, yaml.AliasToken):
            found[first] = _Scalar(*span, "", None, anchors.get(token.value))
        start = tag = anchor = None
    return found
