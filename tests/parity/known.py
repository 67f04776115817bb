"""What no schema can see, because a validator is handed data and no text: the list of known differences."""

from typing import NamedTuple

__all__ = ["KNOWN", "Difference"]

_STATE = '{{"type":"state","id":"s","country":"KP","extensions":{{"x-a-b":{}}}}}'


class Difference(NamedTuple):
    """A text that the reader refuses for what is gone or changed once it is data."""

    kind: str
    """What the documentation calls it."""
    text: str
    """A state that is right but for this."""


KNOWN = (
    *(Difference("NaN and infinities", _STATE.format(literal)) for literal in ("NaN", "Infinity", "-Infinity")),
    *(Difference("numbers out of range", _STATE.format(literal)) for literal in ("1e400", "-1e400", "[1e999]")),
    Difference("lone surrogates", r'{"type":"state","id":"s","country":"KP","note":"\ud800"}'),
    Difference("lone surrogates", _STATE.format(r'"a\udfff"')),
    Difference("lone surrogates", _STATE.format(r'{"\udc00\ud800":1}')),
    Difference("integers of more than 4,300 digits", _STATE.format("1" * 4301)),
    Difference("duplicate keys", '{"type":"state","id":"s","country":"KR","country":"KP"}'),
    Difference("duplicate keys", _STATE.format('{"a":1,"a":1}')),
)
"""Every kind of difference that there is, with examples."""
