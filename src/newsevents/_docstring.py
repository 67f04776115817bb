"""Docstrings that people are shown, also where Python has dropped them (`python -OO`)."""

import ast
import linecache
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

_DROPPED = sys.flags.optimize > 1


def docstring(subject: type | Callable[..., Any]) -> str:
    """Return the docstring of a class or a function of a module, as it is written; empty where there is none."""
    if subject.__doc__ or not _DROPPED:
        return subject.__doc__ or ""
    return _written(subject.__module__).get(subject.__qualname__, "")


@cache
def _written(module: str) -> Mapping[str, str]:
    """Return the docstrings in the source of a module by name; none where the source is not there."""
    names = vars(sys.modules[module])
    # Knows archives too, and returns no lines where there is nothing to read.
    source = "".join(linecache.getlines(names.get("__file__") or "", names))
    return {
        node.name: ast.get_docstring(node, clean=False) or ""
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    }
