"""Settings from `[tool.newsevents]` of the nearest pyproject.toml that has it; the command line wins over them."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast, get_args

from newsevents._model import near
from newsevents.cli._pattern import is_pattern, literal
from newsevents.cli._size import size
from newsevents.errors import UnreadableFileError
from newsevents.findings import Level

__all__ = ["FAIL_ON", "ConfigError", "Settings", "settings"]

_LEVELS: tuple[Level, ...] = get_args(Level)
FAIL_ON = (*_LEVELS, "never")


class ConfigError(ValueError):
    """The settings are wrong; the message says in which file, where and what was expected."""


class Settings(NamedTuple):
    """What a file of settings says; `None` and empty where it says nothing."""

    folder: str = "."
    """The folder of the file, as seen from the current one; the paths in it start there."""
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = MappingProxyType({})
    texts: str | None = None
    fail_on: str | None = None
    together: bool | None = None
    all_rules: bool | None = None
    jobs: int | None = None
    max_size: int | None = None


def settings(file: str | None) -> Settings:
    """Return the settings in *file*, or in the nearest pyproject.toml upward that has a table of ours.

    Raises:
        ConfigError: The file cannot be read, or what it says cannot be.
    """
    here = Path.cwd()
    for path in [Path(file)] if file is not None else (parent / "pyproject.toml" for parent in (here, *here.parents)):
        if file is None and not os.path.isfile(path):  # noqa: PTH113  (pathlib raises where a folder is closed)
            continue
        table = _table(path)
        if table is not None:
            return _settings(table, path)
        if file is not None:
            raise ConfigError(f"{file} has no table [tool.newsevents]")
    return Settings()


def _table(path: Path) -> Any:
    import tomllib  # noqa: PLC0415  (only where there is a file to read)

    from newsevents.files._content import opened  # noqa: PLC0415  (as above)

    try:
        with opened(path) as stream:
            content = stream.read()
        tool = tomllib.loads(content.decode("utf-8")).get("tool")
    except UnreadableFileError as error:
        raise ConfigError(f"{path} {error.findings[0].message}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path} is no TOML: {error}") from error
    return cast(Mapping[str, Any], tool).get("newsevents") if isinstance(tool, dict) else None


class _Kind(NamedTuple):
    """What a value may be, and how it is read: `None` where it is no such value."""

    expected: str
    read: Callable[[Any], Any]


def _strings(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in cast(Sequence[Any], value)):
        return None
    return tuple(cast(Sequence[str], value))


def _codes(value: Any) -> tuple[str, ...] | None:
    return _strings(value) or None


def _levels(value: Any) -> dict[str, Level] | None:
    if not isinstance(value, dict) or not all(level in _LEVELS for level in cast(dict[str, Any], value).values()):
        return None
    return cast(dict[str, Level], value)


def _size(value: Any) -> int | None:
    try:
        return size(str(value)) if isinstance(value, (int, str)) and not isinstance(value, bool) else None
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _boolean(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _fail_on(value: Any) -> str | None:
    return value if value in FAIL_ON else None


_STRINGS = _Kind("an array of strings", _strings)
_TEXT = _Kind("a string", _text)
_BOOLEAN = _Kind("true or false", _boolean)
_COUNT = _Kind("a whole number from 0", _count)
_KEYS = {
    "paths": _STRINGS,
    "exclude": _STRINGS,
    "select": _Kind("an array of one code or more, as strings", _codes),
    "ignore": _STRINGS,
    "levels": _Kind("a table from codes to error, warning or info", _levels),
    "texts": _TEXT,
    "fail-on": _Kind(f"one of {', '.join(FAIL_ON)}", _fail_on),
    "together": _BOOLEAN,
    "all-rules": _BOOLEAN,
    "jobs": _COUNT,
    "max-size": _Kind("a size such as 500 MB, or a number of bytes", _size),
}


def _settings(table: Any, path: Path) -> Settings:
    shown = Path(os.path.relpath(path)).as_posix()
    if not isinstance(table, dict):
        raise ConfigError(f"{shown}: tool.newsevents: expected a table, not {table!r}")
    values: dict[str, Any] = {}
    for key, given in cast(dict[str, Any], table).items():
        kind = _KEYS.get(key)
        if kind is None:
            hint = near(key, _KEYS) or f"; known are {', '.join(_KEYS)}"
            raise ConfigError(f"{shown}: tool.newsevents: unknown key {key!r}{hint}")
        value = kind.read(given)
        if value is None:
            raise ConfigError(f"{shown}: tool.newsevents.{key}: expected {kind.expected}, not {given!r}")
        values[key.replace("-", "_")] = value
    folder = os.path.relpath(path.resolve().parent)
    if "texts" in values:
        values["texts"] = str(Path(folder, values["texts"]))
    if "paths" in values:
        values["paths"] = tuple(_from(folder, path) for path in values["paths"])
    return Settings(folder, **values)


def _from(folder: str, path: str) -> str:
    """Return a path or a pattern in a file of settings as seen from the current folder."""
    found = Path(folder, path)
    # The folder's own name is no pattern, whatever is in it.
    return str(Path(literal(folder), path) if is_pattern(path) and not os.path.lexists(found) else found)
