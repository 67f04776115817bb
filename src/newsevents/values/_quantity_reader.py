"""The grammar of quantities: a number, exact or vague, and what is counted, in words that stay as they are."""

# ruff: noqa: RUF001  (words in many scripts)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsevents._data.currency import CURRENCY_CODES
from newsevents._regex import regex
from newsevents.values._amount import Figure
from newsevents.values._amount_lexicon import money_entries, quantity_lexicon
from newsevents.values._amount_reader import Reader
from newsevents.values._amount_scan import Token, blanked, folded, scan
from newsevents.values._amount_words import NUMBERS_ELSEWHERE
from newsevents.values._money_reader import is_currency
from newsevents.values.measure import Comparator

__all__ = ["Counted", "Phrases", "counted_words", "order_of", "set_of", "vague"]

# Sets of a known size, in front of "of".
_SETS = {"a pair": 2, "one pair": 2, "a brace": 2, "a duo": 2, "a trio": 3, "a quartet": 4}
# A plural is two at least.
_ORDERS = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
    "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000,
    "billions": 2_000_000_000,
}
# No figure is said: the words alone are kept.
_VAGUE = (
    "several|a few|few|quite a few|many|some|numerous|countless|multiple|various|a number of|a handful of|a lot of|"
    "lots of|plenty of|a large number of|large numbers of|a small number of|an unknown number of|"
    "an unspecified number of|an undisclosed number of|a fleet of|a convoy of|a group of|a herd of|a batch of|"
    "a series of|a variety of"
)
_VAGUE_WORDS = tuple(sorted(_VAGUE.split("|"), key=len, reverse=True))
_VAGUE_SCALES = {"hundred", "thousand", "dozen", "million", "billion"}

# No thing that is counted begins with one of these, or has one of the second in it.
_BEGINNINGS = (
    "of|in|on|by|for|with|out|off|per|a|an|score|the|this|these|those|his|her|its|their|our|de|di|del|von|ce|pc|年|"
    "月|日|時|时|년|월|일|시|odd|third|thirds|fourth|fourths|fifth|fifths|sixth|sixths|seventh|sevenths|eighth|eighths|ninth|"
    "ninths|tenth|tenths|x"
)
_PARTS = (
    "and|at|each|apiece|as|than|who|whom|whose|which|that|when|while|where|because|ago|before|after|since|hence|"
    "more|less|fewer|or|but|to|in|altogether|plus|approximately|exactly|minimum|maximum|max|from|between|versus|vs|"
    "percent|percentage|pct|cent|is|are|was|were|be|been|has|have|had|will|would|said|am|pm|a.m.|p.m.|o'clock|bc|"
    "bce|ad|gmt|utc|dollars|"
    # What joins, compares or halves in other languages.
    "und|oder|et|ou|y|e|o|ed|od|en|och|og|eller|oraz|lub|ve|veya|и|или|либо|та|або|чи|mehr|weniger|moins|environ|mas|"
    "menos|mais|piu|meno|circa|etwa|ungefahr|wiecej|fazla|civarinda|kadar|более|менее|больше|меньше|більше|примерно|"
    "лишним|половинои|أو"
)
_NO_BEGINNING = frozenset(_BEGINNINGS.split("|"))
_NUMBERS_ELSEWHERE = frozenset(word.casefold() for word in NUMBERS_ELSEWHERE.split("|"))
_NO_PART = frozenset(_PARTS.split("|"))
# Nor does it end with one of these: three days later, five grand.
_NO_END = frozenset(
    [
        "later",
        "earlier",
        "grand",
        "old",
        "maybe",
        "perhaps",
        "possibly",
        "probably",
        "reportedly",
        "allegedly",
        "not",
        "short",
    ]
)
# In scripts without blanks, what compares, halves, or joins another number is run into what is counted: 300余人,
# 30여 명, 300人以上の兵士, 3時間半. The Polish "i" joins in small letters only.
_RUN_ON = regex(
    " i |^miles de |^(?:แสน|หมื่น|พัน|ร้อย|สิบ|ล้าน)|^(?:余|餘|多|来|來|數|数|幾|几|여)|以上|以下|以内|以內|未満|未满|未滿|"
    "左右|前後|前后|上下|程度|余り|あまり|近く|ほど|"
    "超(?=$|の|え|过|過)|[余餘多]$|[強强弱]$|이상|이하|이내|미만|초과|정도|안팎|남짓|가량|내외|넘[는게어은]|.半(?=$|[天日年月小时時])|"
    "(?: |시간)반$|[和与與及].*[一二三四五六七八九十百千万两兩]"
)
# What is so long is not counted: 155mm shells.
_LENGTHS = frozenset(["mm", "cm", "km"])
# Currencies that are measures or things too.
_MEASURES = frozenset(
    ["pound", "pounds", "mark", "marks", "crown", "crowns", "dram", "drams", "colon", "colons", "buck", "bucks"]
)
# The number goes on: what is counted has not begun.
_NUMBERS = frozenset({"scale", "ones", "tens", "cjk_digit", "cjk_unit", "dozen", "fraction", "vulgar", "point"})
# 40 tonnes at least: no part of what is counted, in whatever language.
_COMPARISONS = frozenset({"before"})
_UNIT_WORD = regex(r"[^\W\d_]+(?:[-'\u2019./\u00b7][^\W\d_]+)*\.?")
# What has a number in its name: F-16s, T-72 tanks, Covid-19 cases. A quarter or half of a year has none.
_DESIGNATION = regex(r"(?![QH][1-4]$)[A-Z][^\W\d_]*-?[0-9]{1,4}[^\W\d_]*")
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A number as the words give it, what it counts, and the tokens of the number."""

    ends: tuple[Figure, ...]
    comparator: Comparator
    unit: str | None
    tokens: Sequence[Token]


@cache
def _days_and_months() -> frozenset[str]:
    """Return the names of the months, in every case in which a date puts them, and of the English days of the week."""
    # Importing the library loads no words for times.
    from newsevents.values._time import english, languages  # noqa: PLC0415

    rows = [english.MONTHS, english.SHORT_MONTHS, english.WEEKDAYS]
    rows += [language.months for language in languages.LANGUAGES.values()]
    return frozenset(folded(name)[1] for row in rows for name in re.split("[ |]", row))


def unit_of(words: Sequence[str]) -> str | None:
    """Return *words* as what is counted; `None` where they are none, as money, shares, dates and clauses."""
    low = [folded(word)[1] for word in words]
    if (
        not words
        or len(words) > _MOST_WORDS
        or low[0] in _NO_BEGINNING
        or words[0].casefold() in _NUMBERS_ELSEWHERE
        or low[-1] in _NO_END
        or any(quantity_lexicon().means(" ".join(low[at:]), _COMPARISONS) for at in range(1, len(low)))
        or _RUN_ON.search(" ".join(words))
        or (low[0] in _LENGTHS and len(low) > 1 and low[1] != "of")
        or quantity_lexicon().means(low[0].partition("-")[0].removesuffix("."), _NUMBERS)
        or not _NO_PART.isdisjoint(low)
        or not _days_and_months().isdisjoint(low)
        or not _are_words(words)
        or words[0].partition("/")[0] in CURRENCY_CODES
        or _is_money(low)
    ):
        return None
    # The full stop behind it is the sentence's.
    return " ".join(words).removesuffix(".")


def _are_words(words: Sequence[str]) -> bool:
    """Return whether all are words, or names with a number beside words."""
    names = [word for word in words if not _UNIT_WORD.fullmatch(word)]
    return all(map(_DESIGNATION.fullmatch, names)) and (len(names) < len(words) or words[-1].endswith("s"))


# Papua New Guinean kina.
_LONGEST_NAME = 4


def _is_money(low: Sequence[str]) -> bool:
    """Return whether the words begin with a currency: pesos, pounds sterling, South Sudanese pounds."""
    nouns = [end for end in range(1, _LONGEST_NAME + 1) if "currency" in money_entries().get(low[:end][-1], {})]
    # A noun may have a word of its own behind it: pounds sterling.
    names = {" ".join(low[:end]) for noun in nouns for end in (noun, noun + 1)}
    return any(is_currency(name) for name in names - _MEASURES)


@dataclass(slots=True)
class _Grammar(Reader):
    comparator: Comparator | None = None
    ends_text: bool = True  # whether nothing is counted behind the number

    def compared(self, kind: str) -> bool:
        comparator: Comparator | None = self.sense(kind)
        if comparator is None or self.comparator not in (None, comparator):
            return False
        # In front of what is counted, other words belong to that: 5 maximum security prisons.
        if (
            kind == "after"
            and not self.ends_text
            and not self.tokens[self.place].shown.lower().startswith(("or ", "+", "-"))
        ):
            return False
        self.comparator = comparator
        self.place += 1
        return True

    def read(self) -> tuple[tuple[Figure, ...], Comparator] | None:
        """Take all tokens as a number or a range."""
        while self.take("total_before") or self.compared("before"):
            pass
        between = self.take("between")
        from_ = self.take("from")
        if between or from_:
            self.roughly()
        left = self.figure()
        if left is None:
            return None
        linked = self.take("and") if between else None
        linked = linked or self.to() or self.dash()
        if linked:
            self.roughly()
        right = self.figure() if linked else None
        while self.take("total_after") or self.compared("after"):
            pass
        if not self.done or ((between or from_ or linked) and right is None):
            return None
        comparator = self.comparator or "exact"
        if right is None:
            if left.about and comparator != "exact":
                return None
            return (left,), "about" if left.about else comparator
        if comparator not in ("exact", "about") or left.about or right.about:
            return None
        shared = left.sharing(right, dashed=self.dashed)
        return ((shared, right), "between") if shared else None


def _number(text: str, *, ends_text: bool) -> tuple[tuple[Figure, ...], Comparator, list[Token]] | None:
    tokens = scan(folded(text), quantity_lexicon(), {})
    if tokens:
        for adds in (True, False):
            if read := _Grammar(tokens, adds=adds, ends_text=ends_text).read():
                return *read, tokens
    return None


_SYMBOLS = r"kg|g|mg|t|mt|kt|km|cm|mm|lb|lbs|oz|kwh|mwh|gwh|kw|mw|gw|l|ml|ha|bpd|bbl|teu|kW|MW|GW|kWh|MWh|GWh"
# Between a number and a unit that is run into it: 40kg, 500人, 5만명; but 50 155mm shells are not 50155 of anything.
# Compiled when first used, as it takes long.
_RUN_IN = (
    r"(?<=[\u3041-\u9fff\uac00-\ud7a3])(?=(?:以上|以下|以内|未満|左右|前後|超|이상|이하|미만|초과|정도)$)|"
    rf"(?<!\d \d{{3}})(?<=[\d十百千万萬亿億兆십백천만억조])(?=(?:{_SYMBOLS})(?![^\W\d_]))"
    r"|(?:(?<=[\d十百千万萬亿億兆십백천만억조])|(?<=[十百千万萬亿億兆零〇][一二三四五六七八九]))"
    r"(?=[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3])(?![十百千万萬亿億兆십백천만억조以이零一二三四五六七八九两兩])"
)


def _split(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what may be the number and what is counted, the longest number first."""
    words = re.sub(_RUN_IN, " ", blanked(text)).split(" ")
    # What is counted has so many words at most; before it are those of the number.
    for end in range(len(words), max(0, len(words) - _MOST_WORDS - 3), -1):
        yield " ".join(words[:end]), words[end:]


def counted_words(text: str) -> Counted | None:
    """Return the number and the unit that *text* is, whole; `None` where it is none."""
    for number, rest in _split(text):
        read = _number(number, ends_text=not rest)
        if read is None:
            continue
        ends, comparator, tokens = read
        if not rest:
            return Counted(ends, comparator, None, tokens)
        if unit := unit_of(rest):
            return Counted(ends, comparator, unit, tokens)
        # "40 tonnes or more": the comparison stands behind what is counted.
        for end in range(1, len(rest)):
            unit = unit_of(rest[:end])
            again = _number(f"{number} {' '.join(rest[end:])}", ends_text=True) if unit else None
            if again:
                return Counted(*again[:2], unit, again[2])
        return None
    return None


class Phrases:
    """The words of a text, and what is left of them behind a phrase."""

    def __init__(self, text: str) -> None:
        self._words = text.split()
        self._low = [folded(word)[1] for word in self._words]

    def after(self, phrase: str) -> list[str] | None:
        """Return the words behind *phrase*; `None` where the text does not begin with it."""
        first = phrase.split()
        return self._words[len(first) :] if self._low[: len(first)] == first else None


def set_of(text: Phrases) -> tuple[int, str] | None:
    """Return how many a named set has, and of what: a pair of dogs."""
    for name, amount in _SETS.items():
        rest = text.after(f"{name} of")
        if rest and (unit := unit_of(rest)):
            return amount, unit
    return None


def order_of(text: Phrases) -> tuple[int, str | None] | None:
    """Return the least that a bare plural means, and of what: dozens of cars."""
    for name, amount in reversed(_ORDERS.items()):
        if text.after(name) == []:
            return amount, None
        rest = text.after(f"{name} of")
        if rest and (unit := unit_of(rest)):
            return amount, unit
    return None


def vague(text: Phrases) -> tuple[bool, str | None]:
    """Return whether *text* counts without a figure, and what: several cars, a few dozen tanks."""
    for name in _VAGUE_WORDS:
        rest = text.after(name)
        if rest is None:
            continue
        while rest and folded(rest[0])[1] in _VAGUE_SCALES:
            rest = rest[1:]
        # Many thousands of people: how many thousands is not said.
        order = Phrases(" ".join(rest))
        rest = next((more for name in reversed(_ORDERS) if (more := order.after(f"{name} of"))), rest)
        unit = unit_of(rest)
        return unit is not None or not rest, unit
    return False, None
