"""Check digits: the last figures of an identifier follow from those before, so that a slip shows."""

from collections.abc import Callable, Sequence

__all__ = ["expected_digits"]


def expected_digits(scheme: str, value: str) -> str | None:
    """Return the figures that *value*, of the form of its scheme, should end in.

    Returns:
        One figure or two; `None` where the scheme has no check digit, or *value* can have none at all.

    >>> expected_digits("imo", "9074729"), expected_digits("mmsi", "257123450")
    ('9', None)
    """
    scheme_digits = _SCHEMES.get(scheme)
    return None if scheme_digits is None else scheme_digits(value)


def _weighted(value: str, weights: Sequence[int]) -> int:
    return sum(int(figure) * weight for figure, weight in zip(value, weights, strict=False))


def _imo(value: str) -> str:
    """Ships: the last figure of a sum with weights 7 to 2."""
    return str(_weighted(value, range(7, 1, -1)) % 10)


def _imo_company(value: str) -> str:
    """Companies and registered owners: modulo 11."""
    return str((11 - _weighted(value, (8, 6, 4, 2, 9, 7)) % 11) % 10)


def _isin(value: str) -> str:
    """The Luhn algorithm, with letters as the numbers 10 to 35."""
    figures = "".join(str(int(mark, 36)) for mark in value[:-1])
    doubled = (int(figure) * (2 - place % 2) for place, figure in enumerate(reversed(figures)))
    return str(-sum(each // 10 + each % 10 for each in doubled) % 10)


def _isni(value: str) -> str:
    """ISO/IEC 7064, MOD 11-2."""
    rest = 0
    for figure in value[:-1]:
        rest = (rest + int(figure)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11]


def _lei(value: str) -> str:
    """ISO/IEC 7064, MOD 97-10, with letters as the numbers 10 to 35."""
    number = int("".join(str(int(mark, 36)) for mark in value[:-2]) + "00")
    return f"{98 - number % 97:02}"


_SCHEMES: dict[str, Callable[[str], str]] = {
    "imo": _imo,
    "imo company": _imo_company,
    "isin": _isin,
    "isni": _isni,
    "lei": _lei,
}
