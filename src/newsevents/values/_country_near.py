"""Near misses of names: what may have been meant, never what was said."""

__all__ = ["Nearby"]

# Longer than any name with its slips; what is longer is no near miss.
_LONGEST = 60
# The names that share most pairs of letters are compared in full, the others not at all.
_COMPARED = 40
_MOST = 5
# A slip changes so many pairs at most: two letters swapped change three.
_CHANGED = 3


def _pairs(key: str) -> set[str]:
    padded = f" {key} "
    return {padded[at : at + 2] for at in range(len(padded) - 1)}


def _allowed(length: int) -> int:
    """Return how many slips a name of this length may hold: one to three."""
    return 1 + (length > 4) + (length > 11)  # noqa: PLR2004  (tried on misspellings of all English names)


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were missed, added, mistaken or swapped with their neighbor; at most *most* + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before = before, row
        row = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


class Nearby:
    """English names by their lengths, to be compared with what was written."""

    def __init__(self, names: list[tuple[str, str]]) -> None:
        """Take the folded names and their codes."""
        self._names: dict[int, list[tuple[str, str]]] = {}
        for key, code in names:
            self._names.setdefault(len(key), []).append((key, code))
        self._pairs: dict[int, list[tuple[set[str], str, str]]] = {}

    def _of(self, length: int) -> list[tuple[set[str], str, str]]:
        if length not in self._pairs:
            self._pairs[length] = [(_pairs(key), key, code) for key, code in self._names.get(length, ())]
        return self._pairs[length]

    def codes(self, key: str) -> tuple[str, ...]:
        """Return the codes of the names nearest to *key*, nearest first."""
        if not 3 <= len(key) <= _LONGEST:  # noqa: PLR2004  (shorter words are near to everything)
            return ()
        most = _allowed(len(key))
        pairs = _pairs(key)
        least = len(pairs) - _CHANGED * most
        likely = [
            (shared, name, code)
            for length in range(len(key) - most, len(key) + most + 1)
            for its, name, code in self._of(length)
            if (shared := len(pairs & its)) >= least
        ]
        likely.sort(key=lambda each: -each[0])
        found: dict[str, int] = {}
        for _, name, code in likely[:_COMPARED]:
            slips = distance(key, name, most)
            if slips <= most and slips < found.get(code, most + 1):
                found[code] = slips
        return tuple(sorted(found, key=lambda code: (found[code], code)))[:_MOST]
