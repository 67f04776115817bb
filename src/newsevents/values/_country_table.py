"""The tables of country names, read from `_data/country_*.txt` when they are first needed, and not wholly."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pkgutil import get_data
from typing import cast

__all__ = ["Names", "Table"]

_FEW = 16


def _read(name: str) -> bytes:
    # What importlib.resources loads takes longer than the reading.
    return cast(bytes, get_data("newsevents._data", name))


def _by_key(section: str) -> dict[str, str]:
    """Return the code that every key means, from lines of a code and its keys."""
    found: dict[str, str] = {}
    for line in section.split("\n"):
        code, *keys = line.split("\t")
        found.update(dict.fromkeys(keys, code))
    return found


class Refusal:
    """Why a word is no answer.

    Attributes:
        codes: The candidates of an ambiguous word; what may have been meant by another.
        reason: Why, in words.
        ambiguous: Whether the word means several things.
    """

    __slots__ = ("ambiguous", "codes", "reason")

    def __init__(self, codes: str, reason: str) -> None:
        self.codes = tuple(codes.split())
        self.reason = reason.removeprefix("?")
        self.ambiguous = reason.startswith("?")


class Period:
    """When a code was in use.

    Attributes:
        ranges: Its times, as `FIRST..LAST`, joined by commas.
        neighbors: The codes that were in use before or after.
        reason: What happened.
    """

    __slots__ = ("neighbors", "ranges", "reason")

    def __init__(self, ranges: str, neighbors: str, reason: str) -> None:
        self.ranges = ranges
        self.neighbors = () if neighbors == "-" else tuple(neighbors.split(","))
        self.reason = reason

    def holds(self, on: date) -> bool:
        """Return whether *on* lies in it."""
        return covers(self.ranges, on)


def covers(ranges: str, on: date) -> bool:
    """Return whether *on* lies in one of the *ranges*, such as `..1971-10-26,1997-05-17..`."""
    day = on.isoformat()
    for each in ranges.split(","):
        first, _, last = each.partition("..")
        if (not first or first <= day) and (not last or day <= last):
            return True
    return False


class Table:
    """What every name means, folded and as written."""

    def __init__(self) -> None:
        """Read the keys; they stand in a block a length."""
        self._keys = _read("country_keys.txt")
        sizes = self._keys.index(b"\n") + 1
        start = self._keys.index(b"\n", sizes) + 1
        self._blocks: dict[int, tuple[int, int]] = {}
        for length, size in (block.split(b":") for block in self._keys[sizes:start].split()):
            self._blocks[int(length)] = start, start + int(size)
            start += int(size)
        self._names: dict[int, dict[str, str]] = {}
        self._sought: Counter[int] = Counter()

    def name(self, key: str) -> str | None:
        """Return the code of the country that *key* is the name of, folded or as written."""
        length = len(key)
        names = self._names.get(length)
        if names is not None:
            return names.get(key)
        if length not in self._blocks:
            return None
        start, end = self._blocks[length]
        self._sought[length] += 1
        if self._sought[length] <= _FEW:
            return self._found(key, start, end)
        names = self._names[length] = _by_key(self._keys[start : end - 1].decode())
        return names.get(key)

    def _found(self, key: str, start: int, end: int) -> str | None:
        """Return what a key means by looking for it: for a few, that is faster than to take the block apart."""
        if "\t" in key or "\n" in key:
            return None
        # What begins with it is the key itself, since all keys of a block are equally long.
        place = self._keys.find(b"\t" + key.encode(errors="surrogatepass"), start, end)
        if place < 0:
            return None
        line = self._keys.rfind(b"\n", start, place) + 1 or start
        return self._keys[line : self._keys.index(b"\t", line)].decode()

    @cached_property
    def _rules(self) -> bytes:
        return _read("country_rules.txt")

    def _section(self, title: str) -> str:
        head = b"\n\n[%s]\n" % title.encode()
        start = self._rules.index(head) + len(head)
        end = self._rules.find(b"\n\n[", start)
        return self._rules[start : end if end >= 0 else -1].decode()

    def _lines(self, section: str) -> Iterator[list[str]]:
        for line in self._section(section).splitlines():
            yield line.split("\t")

    def _refusals(self, section: str) -> dict[str, Refusal]:
        found: dict[str, Refusal] = {}
        for codes, reason, *keys in self._lines(section):
            found.update(dict.fromkeys(keys, Refusal(codes, reason)))
        return found

    @cached_property
    def codes(self) -> dict[str, str]:
        """ISO codes in upper case and digits, with the code of the country."""
        return {code: meant for code, meant in self._lines("codes")}  # noqa: C416  (dict() would not know the pairs)

    @cached_property
    def refused(self) -> dict[str, Refusal]:
        """Words that are no answer."""
        return self._refusals("refused")

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Demonyms of one country."""
        return _by_key(self._section("demonyms"))

    @cached_property
    def refused_demonyms(self) -> dict[str, Refusal]:
        """Demonyms of several countries."""
        return self._refusals("refused demonyms")

    @cached_property
    def capitals(self) -> dict[str, str]:
        """Capitals of one country."""
        return _by_key(self._section("capitals"))

    @cached_property
    def refused_capitals(self) -> dict[str, Refusal]:
        """Cities that stand for no one country."""
        return self._refusals("refused capitals")

    @cached_property
    def dated(self) -> dict[str, dict[str, str]]:
        """Names with a time of their own: for every country that they mean, when; without, when the country was."""
        found: dict[str, dict[str, str]] = {}
        for key, *meanings in self._lines("dated"):
            found[key] = {code: ranges for code, _, ranges in (meaning.partition("=") for meaning in meanings)}
        return found

    @cached_property
    def periods(self) -> dict[str, Period]:
        """When the codes were in use that were not always."""
        return {code: Period(*rest) for code, *rest in self._lines("periods")}

    @cached_property
    def near(self) -> list[tuple[str, str]]:
        """English names, folded, with their codes: what near misses are compared with."""
        return [(key, code) for code, *keys in self._lines("near") for key in keys]


class Names:
    """What every country is called in every language."""

    def __init__(self) -> None:
        """Read the file; a language is taken apart when it is asked for."""
        _, heads, *languages = _read("country_names.txt").splitlines()
        self._codes = heads.decode().split("\t")[1:]
        # As bytes: as text, names in every script take twice the memory.
        self._languages = {
            tag.decode().lower(): names for tag, _, names in (line.partition(b"\t") for line in languages)
        }
        self._read: dict[str, dict[str, str]] = {}

    def language(self, tag: str) -> dict[str, str] | None:
        """Return the names in one language, by its tag in lower case; `None` if it has none.

        What is as in the wider language (`de-AT` in `de`) is left out.
        """
        names = self._languages.get(tag)
        if names is None:
            return None
        if tag not in self._read:
            pairs = zip(self._codes, names.decode().split("\t"), strict=False)
            self._read[tag] = {code: name for code, name in pairs if name}
        return self._read[tag]
