"""What a fix changes, as a unified diff: made from the edits, so that it takes no search in large files."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsevents.files._edit import Edit, edited
from newsevents.files._place import Lines

__all__ = ["unified"]

_CONTEXT = 3
_NO_BREAK = "\n\\ No newline at end of file\n"


class _Change(NamedTuple):
    """Lines, from 0, the end exclusive, and what becomes of them."""

    first: int
    end: int
    new: list[str]


def unified(name: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the lines of a diff that `patch -p0` takes, each with its line break."""
    old = _lines(text)
    changes = _changes(text, old, edits)
    yield f"--- {name}\n"
    yield f"+++ {name}\n"
    added = 0
    hunk: list[_Change] = []
    for change in (*changes, None):
        if hunk and (change is None or change.first - hunk[-1].end > 2 * _CONTEXT):
            grown = sum(len(each.new) - (each.end - each.first) for each in hunk)
            yield from _hunk(old, hunk, added, grown)
            added += grown
            hunk = []
        if change is not None:
            hunk.append(change)


def _hunk(old: Sequence[str], changes: Sequence[_Change], added: int, grown: int) -> Iterator[str]:
    first = at = max(changes[0].first - _CONTEXT, 0)
    end = min(changes[-1].end + _CONTEXT, len(old))
    yield f"@@ -{first + 1},{end - first} +{first + 1 + added},{end - first + grown} @@\n"
    for change in changes:
        yield from _marked(" ", old[at : change.first])
        yield from _marked("-", old[change.first : change.end])
        yield from _marked("+", change.new)
        at = change.end
    yield from _marked(" ", old[at:end])


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield mark + (line if line.endswith("\n") else line + _NO_BREAK)


def _changes(text: str, old: Sequence[str], edits: Sequence[Edit]) -> Iterator[_Change]:
    """Yield the changed lines, those that touch each other as one."""
    lines = Lines(text)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    touched: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        place = lines.place(edit.start, edit.end)
        first, end = place.line - 1, place.end_line
        if touched and first < touched[-1][1]:
            before, last, together = touched.pop()
            touched.append((before, max(end, last), [*together, edit]))
        else:
            touched.append((first, end, [edit]))
    for first, end, together in touched:
        base = starts[first]
        moved = [Edit(start - base, stop - base, written) for start, stop, written in together]
        yield _Change(first, end, _lines(edited(text[base : starts[end]], moved)))


def _lines(text: str) -> list[str]:
    """Return the lines with their ends, of which only line feeds count."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
