"""One finding type for everything that can be wrong with a file: reader, models and rules all yield it."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Level"]

Level = Literal["error", "warning", "info"]
"""How bad a finding is: `error` fails a check, `warning` wants a look, `info` is worth knowing."""
_LONGEST = 60


def printable(text: str) -> str:
    """Return *text* on one line, whatever is in it: what cannot be printed is escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def quoted(name: str) -> str:
    """Return a name out of a file as a message shows it: in quotes, on one line, and not too long."""
    return repr(short(name))


def short(text: str) -> str:
    """Return the start of a text that is too long for a message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault, where it stands and what to do about it.

    Lines and columns count from 1: lines as they end in LF or CRLF, columns in Unicode code points; the end is
    exclusive. They are `None` where the finding does not come from a text, as are `path` (no file) and `record_id` (the
    record has none, or there is none).
    """

    code: str
    """Stable code of the rule, such as `NE003`."""
    level: Level
    """How bad it is."""
    message: str
    """What was found, what was expected, and what to do."""
    pointer: str = ""
    """JSON Pointer (RFC 6901) into the document; the empty pointer is the whole of it."""
    record_id: str | None = None
    """The id of the record in which it stands."""
    related: tuple[str, ...] = ()
    """Ids of other records that it is about."""
    path: str | None = None
    """The file, as it was named."""
    line: int | None = None
    """Line on which it starts."""
    column: int | None = None
    """Column at which it starts."""
    end_line: int | None = None
    """Line on which it ends."""
    end_column: int | None = None
    """Column before which it ends."""
    replacement: str | None = None
    """What `newsevents fix` writes in its place, as JSON on one line; `None` where only people can tell."""

    def __str__(self) -> str:
        """Return `path:line:column: CODE level message`, without the parts that are not known."""
        place = ":".join(str(part) for part in (self._path_shown(), self.line, self.column) if part is not None)
        return (
            f"{place}: {self.code} {self.level} {self.message}" if place else f"{self.code} {self.level} {self.message}"
        )

    def _path_shown(self) -> str | None:
        if self.path is None:
            return None
        # In a locale without UTF-8, Python holds the bytes of a file's name as surrogates.
        return printable(self.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
