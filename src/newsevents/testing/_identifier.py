"""Strategies for identifiers in the outer world, with the check digit where the scheme has one."""

from string import ascii_uppercase, digits

from hypothesis import strategies as st

from newsevents.testing._maker import Drawer, Maker, drawn, of_pattern, picked, spelled
from newsevents.testing._text import ANY_TEXT
from newsevents.values.identifier import IDENTIFIER_SCHEMES

__all__ = ["identifiers", "imo", "isin", "isni", "lei"]

_ALPHANUMERIC = digits + ascii_uppercase


def _expanded(code: str) -> str:
    """Return a code with every letter as a number, A for 10 to Z for 35."""
    return "".join(str(int(char, 36)) for char in code)


def imo(number: int) -> str:
    """Return a ship's number (IMO resolution A.1117(30))."""
    figure = f"{number:06}"
    return figure + str(sum(int(digit) * weight for digit, weight in zip(figure, range(7, 1, -1), strict=True)) % 10)


def isin(code: str) -> str:
    """Return a security's code (ISO 6166) with the check digit of Luhn's formula."""
    figures = [int(digit) for digit in reversed(_expanded(code))]
    total = sum(sum(divmod(digit * 2, 10)) if index % 2 == 0 else digit for index, digit in enumerate(figures))
    return code + str(-total % 10)


def isni(number: int) -> str:
    """Return a name's number (ISO 27729) with the check character of ISO 7064, MOD 11-2."""
    figure = f"{number:015}"
    total = 0
    for digit in figure:
        total = (total + int(digit)) * 2
    return figure + "0123456789X"[(12 - total % 11) % 11]


def lei(code: str) -> str:
    """Return a legal entity's code (ISO 17442) with the check digits of ISO 7064, MOD 97-10."""
    return f"{code}{98 - int(_expanded(code) + '00') % 97:02}"


def _shortened(text: str) -> str:
    return text[:255].strip("\t\n\r ") or "a"


_MAKERS: dict[str, Maker] = {
    "imo": drawn(st.integers(0, 10**6 - 1), imo),
    "isin": spelled(_ALPHANUMERIC, 9, 9, lambda code: isin(f"GB{code}")),
    "isni": drawn(st.integers(0, 10**15 - 1), isni),
    "lei": spelled(_ALPHANUMERIC, 18, 18, lei),
    "mmsi": drawn(st.integers(0, 10**9 - 1), "{:09}".format),
    "opensanctions": spelled(f"{_ALPHANUMERIC}-._", 0, 252, "Q{}a".format),
    "registry": picked(("un-security-council", "a", "un.sc:1718_committee")),
    "wikidata": drawn(st.integers(1, 10**12 - 1), "Q{}".format),
}
_SCHEMES: tuple[tuple[str, Maker], ...] = (
    *((scheme, _MAKERS.get(scheme, of_pattern(form, 255))) for scheme, form in IDENTIFIER_SCHEMES.items()),
    *((scheme, drawn(ANY_TEXT, _shortened)) for scheme in ("x", "unlisted_scheme_2")),
)


def identifiers(draw: Drawer, number: int) -> dict[str, str]:
    """Return one or two identifiers by scheme: known ones in their form, others with any text."""
    turn, which = divmod(number, len(_SCHEMES))
    chosen = (_SCHEMES[which], _SCHEMES[turn % len(_SCHEMES)])[: 1 + turn % 2]
    return {scheme: make(draw, number) for scheme, make in chosen}
