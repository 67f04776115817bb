"""What normalization makes of a value that the schema refuses: its canonical form, or the reason why it has none."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, get_args

import pydantic
from pydantic import TypeAdapter

from newsevents._model import model_at
from newsevents._regex import regex
from newsevents.errors import NormalizationError

__all__ = ["Normal", "json_line", "normal_of"]

# Far longer than all that people write in a field: only a text made to be slow is.
_LONGEST = 1000
_REASONED = {kind.code for kind in NormalizationError.__subclasses__()}
# What some reader takes for a line break, and what YAML does not allow.
_ESCAPED = regex("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Normal(NamedTuple):
    """What became of a value: at most one of these is there."""

    replacement: str | None = None
    """Its canonical form as JSON on one line, which is YAML too."""
    reason: str | None = None
    """Why the normalizer refuses it."""
    lacks_quotes: bool = False
    """Whether it is a number that would be taken as a string."""


def normal_of(value: Any, model: Any, loc: Sequence[int | str]) -> Normal:
    """Return what the Python path makes of a value that JSON may not hold at a pydantic *loc* below *model*."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or not loc:
        return Normal()
    if isinstance(value, str) and len(value) > _LONGEST:
        return Normal()
    # The place in a list does not matter.
    adapter = _adapter(model, tuple(0 if isinstance(part, int) else part for part in loc))
    return Normal() if adapter is None else _normal(adapter, value)


@lru_cache(maxsize=4096, typed=True)
def _normal(adapter: TypeAdapter[Any], value: str | int) -> Normal:
    try:
        taken = adapter.validate_python(value)
    except pydantic.ValidationError as error:
        detail = error.errors(include_url=False)[0]
        if detail["type"] in _REASONED:
            return Normal(reason=detail["msg"])
        return Normal(lacks_quotes=isinstance(value, int) and _is_taken(adapter, str(value)))
    return Normal(replacement=json_line(json.loads(adapter.dump_json(taken, exclude_defaults=True))))


def _is_taken(adapter: TypeAdapter[Any], text: str) -> bool:
    """Return whether a string is canonical."""
    try:
        adapter.validate_json(json.dumps(text))
    except pydantic.ValidationError:
        return False
    return True


@lru_cache(maxsize=1024)
def _adapter(model: Any, loc: tuple[int | str, ...]) -> TypeAdapter[Any] | None:
    """Return what takes the values of a field, or those in its list; `None` where *loc* is no such place."""
    *above, name = loc
    is_entry = name == 0
    if is_entry and above:
        name = above.pop()
    owner = model_at(model, above)
    if owner is None or name not in owner.model_fields:
        return None
    field = owner.model_fields[str(name)]
    return TypeAdapter(get_args(field.annotation)[0] if is_entry else field.rebuild_annotation())


def json_line(value: Any) -> str:
    """Return a JSON value as text on one line, which is YAML too."""
    text = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
