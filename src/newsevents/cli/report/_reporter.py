"""What every report is fed with: files, the findings in them as they come, and the sum of it all."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from newsevents._regex import regex
from newsevents.findings import Finding, Level

__all__ = ["Reporter", "Summary", "Write", "counted", "relative", "shown", "uri"]

Write = Callable[[str], object]
"""Takes the report, bit by bit."""
_HALVES = regex("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that do not stand for the bytes of a file's name."""


@dataclass(slots=True)
class Summary:
    """What came of a run."""

    files: int = 0
    levels: dict[Level, int] = field(default_factory=lambda: {"error": 0, "warning": 0, "info": 0})
    unreadable: int = 0
    """How many files could not be read."""
    exit_status: int = 0
    notes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """What was not checked or is not told, with the files of which that is true."""

    def __str__(self) -> str:
        """Return it as one line, and one for each note."""
        counts = [counted(self.levels["error"], "error"), counted(self.levels["warning"], "warning")]
        what = ", ".join([*counts, f"{self.levels['info']} info"]) if any(self.levels.values()) else "clean"
        notes = (f"\n{', '.join(map(shown, files))}: {note}" for note, files in self.notes.items())
        return f"{counted(self.files, 'file')} checked: {what}{''.join(notes)}"


class Reporter:
    """A report that is written while files are being checked."""

    def start(self) -> None:
        """Begin the report."""

    def file(self, path: str, /) -> None:
        """Note that the findings in this file follow; there may be none."""

    def finding(self, finding: Finding, /) -> None:
        """Report a finding."""

    def finish(self, summary: Summary, /) -> None:
        """End the report."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown(path: str) -> str:
    """Return a path or a message as text: what is no text in it comes out escaped."""
    whole = _HALVES.sub(lambda found: f"\\u{ord(found[0]):04x}", path)
    return whole.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def relative(path: str) -> str:
    """Return a path with forward slashes, from the current folder where it is below that."""
    pure = PurePath(path)
    return (pure.relative_to(Path.cwd()) if pure.is_relative_to(Path.cwd()) else pure).as_posix()


def uri(path: str) -> str:
    """Return a path as a URI reference (RFC 3986): relative, or with the scheme `file`."""
    near = relative(path)
    if PurePath(near).is_absolute():
        return Path(near).as_uri()
    from urllib.parse import quote  # noqa: PLC0415  (for reports in a few formats only)

    # A colon in the first part would make that a scheme.
    return quote(os.fsencode(near), safe="/~!$&'()*+,;=@")
