"""Countries, by code. This is the one place that turns what people write into a code.

A name is found as it is written, or by its folded form (see `_fold`), in tables made from the CLDR and from
hand-written lists. Nothing is found by likeness: a near miss is a suggestion in an error.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any

from typing_extensions import TypeAliasType

from newsevents._data.country import COUNTRY_CODES
from newsevents._leaf import code_leaf
from newsevents.errors import AmbiguousCountryError, NormalizationError, UnknownCountryError
from newsevents.values._country_near import Nearby
from newsevents.values._country_table import Names, Refusal, Table, covers
from newsevents.values._fold import fold

__all__ = ["CountryCode", "country_codes", "country_name", "country_times", "find_country", "normalize_country"]

_CODES = {code: code for code in COUNTRY_CODES}

# No name is longer, in any language; what is longer is not looked at.
_LONGEST = 160
# Before a name, in English and in languages whose articles are no other language's names.
_FOREIGN_ARTICLES = frozenset("la le les el los las der die das il lo gli de het os".split())  # noqa: SIM905
_ARTICLES = _FOREIGN_ARTICLES | {"the"}
_ELIDED = ("l'", "l\u2019", "L'", "L\u2019")
_POSSESSIVE = ("'s", "\u2019s", "'S", "\u2019S", "\u02bcs")
_OUTER = " \t\r\n.,;:!?()[]\"'“”„«»\u2018\u2019"
_FULL_WIDTH = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)}
_REGIONAL = {0x1F1E6 + at: chr(ord("A") + at) for at in range(26)}
_FLAG = 2
_SHOWN = 60

# Languages whose usual tag does not lead to their names by leaving out its last part.
_TAGS = {
    "zh-tw": "zh-hant",
    "zh-hk": "zh-hant-hk",
    "zh-mo": "zh-hant-hk",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "mo": "ro",
    "sh": "sr-latn",
}


@cache
def _names() -> Names:
    return Names()


@cache
def _nearby() -> Nearby:
    return Nearby(_table().near)


@cache
def _table() -> Table:
    return Table()


def country_codes() -> tuple[str, ...]:
    """Return the codes of all countries.

    Returns:
        ISO 3166-1 alpha-2 codes with `XK` for Kosovo, then the ISO 3166-3 alpha-4 codes of former countries.

    >>> len(country_codes())
    281
    """
    return COUNTRY_CODES


def normalize_country(
    text: str, *, on: date | None = None, demonyms: bool = False, capitals: bool = False
) -> "CountryCode":
    """Return the code of the country that *text* names.

    Codes (ISO 3166-1 alpha-2, alpha-3 and numeric, ISO 3166-3 alpha-4) are taken in any case; official, common, former
    and abbreviated names in English, and the names in 159 languages, whatever their case, accents, punctuation and
    spacing. Former countries are themselves, never one of their successors. Nothing is guessed.

    Args:
        text: A code or a name, and nothing else.
        on: The day that the text speaks of. A code or name that was not in use then is refused, and what a name means
            is what it meant then. Without it, a name is taken whenever it was in use.
        demonyms: Whether to take English demonyms ("Russian", "Emiratis") as well.
        capitals: Whether to take capitals as names of their governments ("Pyongyang") as well.

    Returns:
        The canonical code, which is ISO 3166-1 alpha-2, `XK`, or ISO 3166-3 alpha-4.

    Raises:
        UnknownCountryError: If it names no country (`unknown_country`); `suggestions` holds the codes of near misses.
        AmbiguousCountryError: If it names several (`ambiguous_country`); `candidates` holds their codes.

    >>> normalize_country("North Korea"), normalize_country("Corée du Nord"), normalize_country("prk")
    ('KP', 'KP', 'KP')
    >>> normalize_country("USSR")
    'SUHH'
    >>> normalize_country("Moscow", capitals=True)
    'RU'
    >>> normalize_country("the Virgin Islands")
    Traceback (most recent call last):
    ...
    newsevents.errors.AmbiguousCountryError: 'the Virgin Islands' is ambiguous: two territories share the islands, and \
both use the bare name; write one of VG, VI
    """
    if on is None:
        # The quick ways: a canonical code, a name as it is written in the tables, a name that is written otherwise.
        code = _CODES.get(text) or _table().name(text)
        if code is None and len(text) <= _LONGEST:
            code = _table().name(fold(text))
        if code is not None:
            return code
    return _resolved(text, on, demonyms=demonyms, capitals=capitals)


def find_country(text: str, *, demonyms: bool = False, capitals: bool = False) -> "CountryCode | None":
    """Return the code of the country that *text* names, where it names one and no other.

    For words of which most name no country: unlike `normalize_country` it looks for no near miss. It takes names in any
    writing, but codes in their canonical form alone.

    >>> find_country("North Korean", demonyms=True), find_country("Korean", demonyms=True), find_country("Ningbo")
    ('KP', None, None)

    .. versionadded:: 0.1
    """
    code = _CODES.get(text)
    if code is not None or len(text) > _LONGEST:
        return code
    for key in _keys(text.strip()):
        found = _meaning(key, _table(), demonyms=demonyms, capitals=capitals)
        if found is not None:
            return found if isinstance(found, str) else None
    return None


def country_name(code: str, language: str = "en") -> str:
    """Return what a country is called in a language.

    Args:
        code: A canonical code, such as `KP`.
        language: A BCP 47 tag. What is not known in `de-AT` is looked up in `de`, then in English; former countries
            have English names alone.

    Raises:
        UnknownCountryError: If it is no canonical code (`unknown_country`).
        LookupError: If no name is known in the language, nor in a wider one.

    >>> country_name("KP"), country_name("KP", "fr"), country_name("SUHH")
    ('North Korea', 'Corée du Nord', 'Soviet Union')
    """
    if code not in _CODES:
        raise UnknownCountryError(f"{_short(code)} is no code of a country; write one such as KP", code)
    tag = language.replace("_", "-").lower()
    names = _names()
    known = False
    while tag:
        tag = _TAGS.get(tag, tag)
        found = names.language(tag)
        if found is not None:
            known = True
            if code in found:
                return found[code]
        tag = tag.rpartition("-")[0]
    if not known:
        raise LookupError(f"no names of countries are known in {language!r}")
    english = names.language("en")
    assert english is not None  # noqa: S101  (the table has no row without it)
    return english[code]


def country_times(text: str) -> str:
    """Return when a canonical code or a name of a country was in use.

    Returns:
        ISO days as `FIRST..LAST`, joined by commas, where an open side has no day; the empty string for one that was
        always in use, or of which that is not known, and for what names no country or several.

    >>> country_times("SUHH"), country_times("Ceylon"), country_times("France")
    ('1922-12-30..1991-12-26', '..1972-05-21', '')

    .. versionadded:: 0.1
    """
    if text in _CODES:
        return _code_times(text)
    table = _table()
    # Without the suggestions of `normalize_country`, which take their time.
    for key in _keys(text) if len(text) <= _LONGEST else ():
        code = table.name(key)
        if code is not None:
            meanings = table.dated.get(key) or table.dated.get(fold(key)) or {code: ""}
            times = {ranges or _code_times(each) for each, ranges in meanings.items()}
            return "" if "" in times else ",".join(sorted(times))
    return ""


def _code_times(code: str) -> str:
    period = _table().periods.get(code)
    return "" if period is None else period.ranges


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def _resolved(text: str, on: date | None, *, demonyms: bool, capitals: bool) -> str:
    """Return the code for a text that is neither canonical nor written as in the table, or that has a date."""
    bare = text.strip()
    if len(bare) > _LONGEST:
        bare = " ".join(bare.split())
        if len(bare) > _LONGEST:
            raise UnknownCountryError(f"no country is known as {_short(text)}", text)
    table = _table()
    key, found = _sought(bare, table, demonyms=demonyms, capitals=capitals)
    if found is None:
        key, found = _glossed(bare, table, demonyms=demonyms, capitals=capitals)
    if found is None:
        raise _unknown(text, fold(bare), table)
    # What means several countries may have meant one of them then.
    if isinstance(found, Refusal):
        if on is None or not found.ambiguous or key not in table.dated:
            raise _refused(text, found)
        found = found.codes[0]
    return found if on is None else _used(text, key, found, on)


def _sought(bare: str, table: Table, *, demonyms: bool, capitals: bool) -> tuple[str, str | Refusal | None]:
    """Return the key that *bare* is known by, empty for a code, and what it means."""
    # "Nga" is Russia in Vietnamese, and no way to write NGA: the word as written goes before codes in other cases.
    if (bare.islower() or bare not in table.refused) and (code := _coded(bare, table)):
        return "", code
    for key in _keys(bare):
        found = _meaning(key, table, demonyms=demonyms, capitals=capitals)
        if found is not None:
            return key, found
    return "", None


def _glossed(bare: str, table: Table, *, demonyms: bool, capitals: bool) -> tuple[str, str | None]:
    """Return what a name and the gloss in brackets after it both mean: "Czechia (Czech Republic)", "Korea (ROK)"."""
    name, opened, gloss = bare.translate(_FULL_WIDTH).partition("(")
    if not opened or not gloss.endswith(")"):
        return "", None
    key, found = _sought(name.strip(), table, demonyms=demonyms, capitals=capitals)
    _, same = _sought(gloss[:-1].strip(), table, demonyms=demonyms, capitals=capitals)
    candidates = found.codes if isinstance(found, Refusal) and found.ambiguous else (found,)
    return (key, same) if isinstance(same, str) and same in candidates else ("", None)


def _coded(bare: str, table: Table) -> str | None:
    """Return the country of an ISO code in any case, in punctuation, full-width or as a flag."""
    # "Ga.", "No." and ".com" are short for other things.
    if bare.startswith(".") or (bare.endswith(".") and not bare.isupper()):
        return None
    code = bare.strip(_OUTER)
    if not code.isascii():
        code = code.translate(_FULL_WIDTH)
        if len(code) == _FLAG and not code.isascii():
            code = code.translate(_REGIONAL)
    return table.codes.get(code.upper()) if code.isascii() else None


def _keys(bare: str) -> Iterator[str]:
    """Yield what to look for: the text as written, without its possessive, folded, without its article.

    What is read only as its own language writes it stands after that language's articles alone: "La Grenade".
    """
    yield bare
    # Before the apostrophe folds away: "Germany's" is not the two Germanys.
    if bare.endswith(_POSSESSIVE):
        yield from _keys(bare[:-2])
    key = fold(bare)
    yield key
    first, _, rest = key.partition(" ")
    if rest and first in _ARTICLES:
        if first in _FOREIGN_ARTICLES:
            yield bare.partition(" ")[2].strip()
        yield rest
    if " the" in key:
        # Inverted forms hold it inside or at the end: "Gambia, The", "Korea (the Republic of)".
        yield " ".join(word for word in key.split(" ") if word != "the")
    if bare.startswith(_ELIDED):
        yield bare[2:]
        yield fold(bare[2:])


def _meaning(key: str, table: Table, *, demonyms: bool, capitals: bool) -> str | Refusal | None:
    """Return the code that *key* means, why it means none, or `None` if it is not known."""
    found: str | Refusal | None = table.name(key)
    if found is None and demonyms:
        found = table.demonyms.get(key) or table.refused_demonyms.get(key)
    if found is None and capitals:
        found = table.capitals.get(key) or table.refused_capitals.get(key)
    return table.refused.get(key) if found is None else found


def _used(text: str, key: str, code: str, on: date) -> str:
    """Return which country *key* meant on that day."""
    table = _table()
    day = on.date() if isinstance(on, datetime) else on
    meanings = table.dated.get(key) or table.dated.get(fold(key)) or {code: ""}
    found: list[str] = []
    for each, ranges in meanings.items():
        period = table.periods.get(each)
        if covers(ranges, day) if ranges else period is None or period.holds(day):
            found.append(each)
    if len(found) == 1:
        return found[0]
    if found:
        raise _refused(text, Refusal(" ".join(found), f"?on {day} it meant several countries"))
    now = table.periods.get(code)
    likely = (code,) if now is None or now.holds(day) else now.neighbors
    then = [each for each in likely if (period := table.periods.get(each)) is None or period.holds(day)]
    if meanings[code]:
        reason = f"as a name of {code} it was, {_told(meanings[code])}"
    else:
        reason = f"{code} was, {_told(table.periods[code].ranges)} ({table.periods[code].reason})"
    raise UnknownCountryError(f"{_short(text)} was not in use on {day}: {reason}", text, suggestions=then)


def _told(ranges: str) -> str:
    """Return some ranges in words."""
    told: list[str] = []
    for each in ranges.split(","):
        first, _, last = each.partition("..")
        told.append(" ".join(part for part in (first and f"from {first}", last and f"to {last}") if part))
    return " and ".join(told)


def _refused(text: str, refusal: Refusal) -> NormalizationError:
    codes = ", ".join(refusal.codes)
    if refusal.ambiguous:
        one = f"write one of {codes}" if len(refusal.codes) > 1 else f"write {codes} if you mean it"
        raise AmbiguousCountryError(
            f"{_short(text)} is ambiguous: {refusal.reason}; {one}", text, candidates=refusal.codes
        )
    raise UnknownCountryError(
        f"no country is known as {_short(text)}: {refusal.reason}", text, suggestions=refusal.codes
    )


def _unknown(text: str, key: str, table: Table) -> UnknownCountryError:
    asked = table.demonyms.get(key) or table.capitals.get(key)
    near = (asked,) if asked else _nearby().codes(key)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; write an ISO 3166 code such as KP"
    return UnknownCountryError(f"no country is known as {_short(text)}{hint}", text, suggestions=near)


def _country(value: Any) -> Any:
    """Return the code for a code or a name; whatever is no text passes through."""
    return normalize_country(value) if isinstance(value, str) else value


CountryCode = TypeAliasType(
    "CountryCode",
    Annotated[
        str,
        code_leaf(
            COUNTRY_CODES,
            "CountryCode",
            "A country code: ISO 3166-1 alpha-2, XK for Kosovo, or ISO 3166-3 alpha-4 for a former country.",
            _country,
        ),
    ],
)
"""A country: ISO 3166-1 alpha-2, `XK` for Kosovo, or the ISO 3166-3 alpha-4 code of a former country (`SUHH`).

On the Python path whatever `normalize_country` takes is taken too, without demonyms and capitals.
"""
