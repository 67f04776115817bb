"""Makers of leaves: by hand where a pattern says too little or makes too many choices, else from what the leaf says."""

import datetime as dt
import re
from string import ascii_letters, ascii_lowercase, digits
from typing import Any

from hypothesis import strategies as st
from typing_extensions import TypeAliasType

from newsevents._leaf import Leaf, OpenVocabulary
from newsevents.records._record import Extensions
from newsevents.records.item import HsCode
from newsevents.testing._identifier import identifiers
from newsevents.testing._maker import Drawer, Maker, drawn, of_pattern, picked, spelled
from newsevents.testing._text import ANY_TEXT, source_text, text
from newsevents.values.identifier import Id, Identifiers, Pointer, Sha256, Url
from newsevents.values.language import LanguageTag, Script
from newsevents.values.number import Decimal
from newsevents.values.place import UnLocode
from newsevents.values.text import SourceText, Text, Word
from newsevents.values.when import Date, Edtf, Instant

__all__ = ["BY_HAND", "leaf", "open_vocabulary"]

_MILLENNIUM = dt.date(2000, 1, 1).toordinal()
# Numbers shrink to 0, so days shrink to the first of 2000.
_DAY = st.integers(1 - _MILLENNIUM, dt.date.max.toordinal() - _MILLENNIUM)
_SECOND = st.integers(0, 86399)
_OFFSETS = ("Z", "+00:00", "-11:00", ".5Z", ".123456+09:00", ".000-00:30")

# Of a day, its year, its decade and its century.
_DATE_FORMS = (
    *("{0}", "{1}-{0:%m}", "{1}", "{1}-{0:%m}-XX", "{1}-XX", "{1}-XX-XX", "{2}X", "{3}XX"),
    *("{1}-21", "{1}-22", "{1}-23", "{1}-24"),
)
_DATES = tuple(form + qualifier for qualifier in ("", "?", "~", "%") for form in _DATE_FORMS)
_ZONES = ("", "Z", "+00:00", "-09:30", "+14:00", "+09")
_TIMES = tuple("{0}T" + clock + zone for clock in ("09:30", "00:00:00", "23:59:59") for zone in _ZONES)
_INTERVALS = ("{}/{}", "{}/..", "{}/", "../{}", "/{}")
_EDTF_FORMS = (*_DATES, *_TIMES, *(_INTERVALS * 5))


def _day(offset: int) -> dt.date:
    return dt.date.fromordinal(_MILLENNIUM + offset)


def _written(form: str, day: dt.date) -> str:
    # Not by ``%Y``: it pads the year on some systems only.
    return form.format(day, f"{day.year:04}", f"{day.year // 10:03}", f"{day.year // 100:02}")


def _edtf(draw: Drawer, number: int) -> str:
    turn, which = divmod(number, len(_EDTF_FORMS))
    form = _EDTF_FORMS[which]
    if form not in _INTERVALS:
        return _written(form, _day(draw(_DAY)))
    days = sorted(_day(draw(_DAY)) for _ in range(form.count("{}")))
    return form.format(*(_written(_DATES[turn * step % len(_DATES)], day) for step, day in enumerate(days, start=1)))


def _instant(draw: Drawer, number: int) -> str:
    moment = dt.datetime.combine(_day(draw(_DAY)), dt.time()) + dt.timedelta(seconds=draw(_SECOND))
    return moment.isoformat() + _OFFSETS[number % len(_OFFSETS)]


def _decimal(number: int) -> str:
    """Return a decimal that has as many places as the last digit of *number* says."""
    whole, places = divmod(abs(number), 10)
    figure = f"{whole:0{places + 1}}"
    sign = "-" if number < 0 and (whole or places) else ""
    return sign + (f"{figure[:-places]}.{figure[-places:]}" if places else figure)


def _slug(letters: str) -> str:
    return re.sub(r"([-._:])[-._:]+", r"\1", letters).strip("-._:") or "a"


def _word(letters: str) -> str:
    return "_".join(filter(None, letters.lstrip(digits + "_").split("_"))) or "a"


def _pointer(letters: str) -> str:
    return "/" + letters.replace("~", "~0").replace("|", "~1")


_HOSTS = ("https://example.org", "http://a", "https://news.example:8443", "https://xn--nxasmq6b.example")
_PATH = spelled(digits + ascii_letters + "-._~:/?#@!$&'()*+,;=%", 0, 64)


def _url(draw: Drawer, number: int) -> str:
    path = _PATH(draw, number).replace("%", "%C3")
    return _HOSTS[number % len(_HOSTS)] + (f"/{path}" if path else "")


_TAGS = (
    *("en", "ko", "ru", "ar", "haw", "zh-Hans", "sr-Latn-RS", "es-419", "de-CH-1996", "sl-rozaj-biske"),
    *("en-x-newsroom", "en-u-islamcal", "zh-Hant-TW-u-co-stroke-x-a-b"),
)
_KEYS = tuple(f"x-{vendor}-{name}" for vendor in ("acme", "a", "0") for name in ("note", "b", "score-2"))
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), ANY_TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ANY_TEXT, inner, max_size=3)),
    max_leaves=4,
)
_SAMPLES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.0, -0.0, 1e300, 5e-324, 2**63, -(2**64), 10**40, "", " ", "NO", "2024-03-15", [], {}),
    *([[], [{}]], {"": {"a/b": [None, "~"]}}, {"é": "\x85"}, [1, [2, [3, [4]]]], {"type": "gift", "id": "a"}),
)


def _extensions(draw: Drawer, number: int) -> dict[str, Any]:
    which, turn = number % len(_SAMPLES), number // len(_SAMPLES) + 1
    sample = _SAMPLES[which] if turn % 8 else draw(_JSON)
    return {_KEYS[turn % len(_KEYS)]: sample} | ({"x-acme-last": sample} if turn % 3 else {})


BY_HAND: dict[TypeAliasType, Maker] = {
    Date: drawn(_DAY, lambda offset: _day(offset).isoformat()),
    Decimal: drawn(st.integers(-(10**40), 10**40), _decimal),
    Edtf: _edtf,
    Extensions: _extensions,
    HsCode: picked(("87", "8703", "870380", "01", "000000")),
    Id: spelled(digits + ascii_lowercase + "-._:", 1, 128, _slug),
    Identifiers: identifiers,
    Instant: _instant,
    LanguageTag: picked(_TAGS),
    Pointer: spelled(digits + ascii_letters + "/~|_-.", 0, 64, _pointer),
    Script: picked(("Latn", "Hang", "Cyrl", "Arab", "Zyyy")),
    Sha256: drawn(st.binary(min_size=32, max_size=32), bytes.hex),
    SourceText: source_text,
    Text: text,
    UnLocode: picked(("KPNAM", "CNNGB", "RUVVO", "US2Z9")),
    Url: _url,
    Word: spelled(ascii_lowercase + digits + "_", 1, 64, _word),
}
"""Makers of leaves of which the pattern alone says too little, or would make too many choices."""


def open_vocabulary(vocabulary: OpenVocabulary) -> Maker:
    """Return a maker of the known words and some others."""
    return picked((*vocabulary.known, "something_else", "x", "b2b_2", "z" * vocabulary.schema["maxLength"]))


def leaf(metadata: Leaf) -> Maker:
    """Return a maker of what the JSON Schema of a leaf allows."""
    schema = metadata.schema
    if "enum" in schema:
        return picked(schema["enum"])
    kind = schema["type"]
    if kind == "boolean":
        return picked((False, True))
    if kind == "integer":
        return drawn(st.integers(schema["minimum"], schema["maximum"]))
    if kind == "number":
        return drawn(st.floats(schema["minimum"], schema["maximum"]))
    return of_pattern(schema["pattern"], schema["maxLength"])
