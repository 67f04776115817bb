"""Passages: where words stand in a text, which passage is nearest to words that do not, and what differs."""

import unicodedata

import pytest

from newsevents.rules._passage import Passages, places, shown, shown_apart, words

TEXT = (
    "State media say the trips are “clear evidence” of it. The trip was “a clear proof of the friendship between the "
    "DPRK and Russia, which is comprehensively developing at a new stage,” Kim Yo Jong said. Pyongyang — the city — "
    "has a café.\n\nIts buyer’s offer stood… for a week. 中国外交部发言人表示，中方对此坚决反对。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We know_2 nothing\u2014of it.", ["we", "know_2", "nothing", "of", "it"]),
        ("\u201cCafe\u0301s\u201d (caf\u00e9s)", ["caf\u00e9s", "caf\u00e9s"]),
        ("\u8bf4:OK\u3002DPRK\ud55c\uad6d", ["\u8bf4", "ok", "dprk\ud55c\uad6d"]),
        ("\u0e44\u0e17\u0e22 \u0e31x", ["\u0e44", "\u0e17", "\u0e22", "\u0e31", "x"]),
        ("[a]^b`c{d}@e/f", ["a", "b", "c", "d", "e", "f"]),
    ],
)
def test_words_beside_marks(text: str, found: list[str]) -> None:
    """Letters, digits and their accents; one character where a script has no blanks; each where it stands."""
    assert [word.folded for word in words(text)] == found
    for word in words(text):
        assert unicodedata.normalize("NFKC", text[word.start : word.end]).casefold() == word.folded


def test_places_overlap_and_nothing_stands_nowhere() -> None:
    """Every place counts; an empty quote has none."""
    assert list(places("aaa", "aa")) == [0, 1]
    assert list(places("aaa", "")) == []
    assert list(places("aaa", "b")) == []


@pytest.mark.parametrize(
    "quote",
    [
        "a clear proof of the friendship",
        "clear",
        "lear evi",
        "e",
        "friendship between the DPRK and Russia, which",
        "rip was “a clear pro",
        "café.",
        "中方对此坚决反对",
        "“",
        "not there",
        "friendship between nobody",
        "between the friendship",
    ],
)
def test_the_index_finds_what_a_search_finds(quote: str) -> None:
    """The first two places, whether words are whole or cut, and the same when asked again."""
    passages = Passages(TEXT)
    assert passages.places(quote) == tuple(places(TEXT, quote))[:2]
    assert passages.places(quote) == tuple(places(TEXT, quote))[:2]


def test_words_that_stand_very_often_are_searched_for_as_well() -> None:
    """More places of the rarest word than are worth trying one by one."""
    text = "the the " * 3000 + "the end"
    assert Passages(text).places("the the end") == (len(text) - 11,)


@pytest.mark.parametrize(
    ("quote", "passage", "difference"),
    [
        (
            "a clear evidence of the friendship",
            "a clear proof of the friendship",
            'it has "proof" where the quotation has "evidence"',
        ),
        ("the close friendship between the DPRK", "the friendship between the DPRK", 'it has no "close"'),
        ("friendship between DPRK and Russia", "friendship between the DPRK and Russia", 'it has "the" in addition'),
        ("A clear proof of the friendship", "a clear proof of the friendship", "it differs in case"),
        ("a clear  proof\nof the friendship", "a clear proof of the friendship", "it differs in white space"),
        ("Its buyer's offer stood", "Its buyer’s offer stood", "it differs in typographic marks (quotes, dashes, ell"),
        ("Pyongyang - the city - has", "Pyongyang — the city — has", "it differs in typographic marks (quotes, dashe"),
        ('are "clear evidence" of it', "are “clear evidence” of it", "it differs in typographic marks (quotes, dashes"),
        (
            "its buyer's offer  stood",
            "Its buyer’s offer stood",
            "it differs in white space and typographic marks (quotes, dashes, ellipses) and case",
        ),
        ("has a cafe\u0301", "has a café", "it differs in the Unicode normal form of accents"),
        ("DPRK and Russia which is", "DPRK and Russia, which is", "it differs in punctuation"),
        ("clear evidence.", "clear evidence", "it differs in punctuation at its start or end"),
        (
            "the trip are “clear evidence",
            "the trips are “clear evidence",
            'it has "trips" where the quotation has "trip"',
        ),
        (
            "Another clear proof of the friendship",
            "a clear proof of the friendship",
            'it has "a" where the quotation has "Another"',
        ),
        (
            "a clear proof of the friendship among",
            "a clear proof of the friendship between",
            'it has "between" where the quotation has "among"',
        ),
        ("中方对此强烈反对", "中方对此坚决反对", 'it has "坚决" where the quotation has "强烈"'),
    ],
)
def test_the_nearest_passage_and_what_differs(quote: str, passage: str, difference: str) -> None:
    """The passage is given to the character, and the first thing that is another is named."""
    near = Passages(TEXT).nearest(quote)
    assert near is not None
    assert TEXT[near.start : near.end].startswith(passage[:8])
    assert difference in near.difference
    if "no" not in difference:
        assert TEXT[near.start : near.end] == passage


@pytest.mark.parametrize("quote", ["something else entirely", "…!", "the the the cat"])
def test_what_is_like_nothing_has_no_nearest_passage(quote: str) -> None:
    """A passage with half of the words or fewer is none; nor is there one for no words."""
    assert Passages(TEXT).nearest(quote) is None


def test_long_quotations_are_compared_by_their_beginning() -> None:
    """What differs far on is said to differ there."""
    text = " ".join(f"word{number}" for number in range(600))
    near = Passages(text).nearest(text.replace("word500", "other"))
    assert near is not None
    assert near.difference == "it differs after 400 words"


def test_offsets_of_utf16() -> None:
    """A character beyond the basic plane counts twice."""
    passages = Passages("a🚢b🚢c")
    assert [passages.in_utf16(offset) for offset in range(5)] == [0, 1, 3, 4, 6]


def test_what_is_shown_is_short_and_on_one_line() -> None:
    """Whatever it holds."""
    assert shown("a\nb") == '"a\\nb"'
    assert len(shown("x" * 500)) == 82


def test_two_texts_are_shown_where_they_part() -> None:
    """However far on that is; otherwise from their beginning."""
    told = "It was a special case in which the heritage of a people became the victim of geopolitical "
    one, other = shown_apart(told + "developments", told + "development")
    assert one != other
    assert one.startswith('"…')
    assert one.endswith(' geopolitical developments"')
    assert other.endswith(' geopolitical development"')
    assert shown_apart("x" * 78 + "a", "x" * 78 + "b") == (shown("x" * 78 + "a"), shown("x" * 78 + "b"))
    assert shown_apart("x" * 79 + "aa", "x" * 79 + "bb") == ('"…' + "x" * 40 + 'aa"', '"…' + "x" * 40 + 'bb"')
    assert shown_apart("x" * 78, "y" * 500) == (shown("x" * 78), shown("y" * 500))


def test_a_long_text_is_searched_again_and_again() -> None:
    """The text is read once; every search in it finds what is near, and no place where the words do not stand."""
    text = " ".join(f"word{number % 400} and the thing{number % 97}" for number in range(8_000))
    passages = Passages(text)
    for number in range(100):
        assert passages.places(f"word{number} and nothing like word{number} at all") == ()
        assert passages.nearest(f"word{number} and the things of") is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xi Jinping, MAX-8", ["xi", "jinping", "max", "8"]),
        ("cafe\u0301s", ["caf\u00e9s"]),
        ("Xi\u0e01\u0e84", ["xi", "\u0e01", "\u0e84"]),
        ("Xi\u1000\u1010", ["xi", "\u1000", "\u1010"]),
        ("Xi\u1780\u17a2", ["xi", "\u1780", "\u17a2"]),
        ("Xi\u3042\u30ab", ["xi", "\u3042", "\u30ab"]),
        ("Xi\u3400\u4e2d", ["xi", "\u3400", "\u4e2d"]),
        ("Xi\u9fa5\U00020000", ["xi", "\u9fa5", "\U00020000"]),
        ("\ud55c\uad6d \uc815\ubd80", ["\ud55c\uad6d", "\uc815\ubd80"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """Thai, Lao, Burmese, Khmer, kana and ideographs put no blanks between words: there every character is one."""
    assert [word.folded for word in words(text)] == found
