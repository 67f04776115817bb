"""Patterns of paths: `*`, `?` and `[a-z]` within a name, `**` across folders."""

import re
from itertools import takewhile

from newsevents._regex import regex

__all__ = ["fixed_part", "is_pattern", "literal", "matcher"]

_MAGIC = regex(r"[*?\[]")
_LITERAL = regex(r"\[([*?\[])\]")
_PART = regex(
    r"(?P<folders>(?:(?<=/)|^)\*\*/)|(?P<rest>(?<=/)\*\*$)|(?P<some>\*+)|(?P<one>\?)"
    r"|\[(?P<not>!?+)(?P<set>[^/][^\]/]*)\]|(?P<itself>.)",
    re.DOTALL,
)
_MEMBER = regex("(.)-(.)|.", re.DOTALL)


def is_pattern(path: str) -> bool:
    """Return whether a path holds what makes it a pattern."""
    return _MAGIC.search(path) is not None


def fixed_part(pattern: str) -> str:
    """Return the folder below which everything stands that a pattern matches; empty for the current one."""
    folders = takewhile(lambda part: not is_pattern(_LITERAL.sub("", part)), pattern.split("/")[:-1])
    return _LITERAL.sub(r"\1", "/".join(folders)) or ("/" if pattern.startswith("/") else "")


def literal(path: str) -> str:
    """Return a pattern that matches this path alone."""
    return _MAGIC.sub(r"[\g<0>]", path)


def matcher(pattern: str) -> re.Pattern[str]:
    """Return what matches whole paths, with forward slashes, by a pattern."""
    return re.compile("".join(map(_translated, _PART.finditer(pattern))), re.DOTALL)


def _translated(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "folders":
            return "(?:[^/]+/)*"
        case "rest":
            return ".+"
        case "some":
            return "[^/]*"
        case "one":
            return "[^/]"
        case "set":
            held = "".join(map(_member, _MEMBER.finditer(found["set"])))
            one = f"[{held}]" if held else "(?!)"
            return f"(?!{one})[^/]" if found["not"] else f"(?!/){one}"
        case _:
            return re.escape(found["itself"])


def _member(found: re.Match[str]) -> str:
    """Return what stands within brackets; a range that ends before it starts holds nothing, as in a shell."""
    first, last = found.groups()
    if first is None:
        return re.escape(found[0])
    return f"{re.escape(first)}-{re.escape(last)}" if first <= last else ""
