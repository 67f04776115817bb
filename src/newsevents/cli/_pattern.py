"""Patterns of paths: `*`, `?` and `[a-z]` within a name, `**` across folders."""

import re

__all__ = ["fixed_part", "is_pattern", "matcher"]

_MAGIC = re.compile(r"[*?\[]")
_PART = re.compile(
    r"(?P<folders>(?:(?<=/)|^)\*\*/)|(?P<rest>(?<=/)\*\*$)|(?P<some>\*+)|(?P<one>\?)"
    r"|\[(?P<not>!?)(?P<set>\]?[^\]/]*)\]|(?P<itself>.)",
    re.DOTALL,
)


def is_pattern(path: str) -> bool:
    """Return whether a path holds what makes it a pattern."""
    return _MAGIC.search(path) is not None


def fixed_part(pattern: str) -> str:
    """Return the folder below which everything stands that a pattern matches; empty for the current one."""
    folder, slash, _ = _MAGIC.split(pattern, maxsplit=1)[0].rpartition("/")
    return folder or slash


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
            # Within brackets only the hyphen has a meaning.
            held = re.escape(found["set"]).replace(r"\-", "-")
            return f"(?!/)[{'^' if found['not'] else ''}{held}]"
        case _:
            return re.escape(found["itself"])
