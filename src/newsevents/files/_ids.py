"""Ids by the million: which stand twice, and which are named and not there, in bounded memory.

Kept are hashes of 64 bits, in files by their last bits, so that each file can be judged by itself. Two ids of one hash
are a suspicion and no finding: whoever asks reads the lines again.
"""

import os
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

__all__ = ["IdFiles", "hashed"]

_PARTS = 64
_MOST_KEPT = 2**16


def hashed(id: bytes) -> int:
    """Return the hash of an id, the same in every process."""
    return int.from_bytes(blake2b(id, digest_size=8).digest(), "little")


class IdFiles:
    """Hashes of ids of several kinds, in the files of a folder to which several processes may add."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is there, and nobody else's."""
        self._folder = folder
        self._kept: dict[str, list[array[int]]] = {}
        self._count = 0

    def add(self, kind: str, ids: Iterable[bytes]) -> None:
        """Add ids of one kind."""
        parts = self._kept.setdefault(kind, [array("Q") for _ in range(_PARTS)])
        for id in ids:
            number = hashed(id)
            parts[number % _PARTS].append(number)
            self._count += 1
        if self._count > _MOST_KEPT:
            self.flush()

    def flush(self) -> None:
        """Write what is kept in memory."""
        for kind, parts in self._kept.items():
            for part, numbers in enumerate(parts):
                if numbers:
                    with (self._folder / f"{kind}-{part}-{os.getpid()}").open("ab") as file:
                        numbers.tofile(file)
        self._kept = {}
        self._count = 0

    def twice(self, kind: str, most: int) -> frozenset[int]:
        """Return the hashes that were added more than once, *most* of them at most."""
        found: set[int] = set()
        for part in range(_PARTS):
            seen: set[int] = set()
            for numbers in self._read(kind, part):
                for number in numbers:
                    if number in seen and len(found) < most:
                        found.add(number)
                    seen.add(number)
        return frozenset(found)

    def missing(self, kind: str, there: str, most: int) -> frozenset[int]:
        """Return the hashes of one kind that are none of the kind *there*, *most* of them at most."""
        found: set[int] = set()
        for part in range(_PARTS):
            named = {number for numbers in self._read(kind, part) for number in numbers}
            for numbers in self._read(there, part):
                named.difference_update(numbers)
            found.update(sorted(named)[: most - len(found)])
        return frozenset(found)

    def _read(self, kind: str, part: int) -> Iterator["array[int]"]:
        for path in sorted(self._folder.glob(f"{kind}-{part}-*")):
            numbers = array("Q")
            numbers.frombytes(path.read_bytes())
            yield numbers
