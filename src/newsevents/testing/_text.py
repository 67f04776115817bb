"""Text: all of Unicode but lone surrogates, and what breaks careless programs more often than chance would have it."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsevents.testing._maker import Drawer

__all__ = ["ANY_TEXT", "source_text", "text"]

# White space and line breaks beyond ASCII, controls, invisible, private and combining characters, the astral planes.
_ODD = "\x85\xa0\u2028\u2029\ufeff\u200b\u202e\u3000\x7f\x00\x1b\x1c\u0301\ue000\uffff\U0001f6a2\U00010330\U0010ffff"
# One choice a text: some letters of Latin-1, which are drawn often, stand for the odd ones.
_TABLE = str.maketrans("".join(map(chr, range(0xC0, 0xC0 + len(_ODD)))), _ODD)
_PHRASES = (
    *("a", "On Friday", "more than $1 million", "Kim Jong Un", "김정은", "Влади́мир Путин", "الإمارات"),
    *(
        "a “clear proof”",
        "Aurus\u00a0Senat",
        "\x85a\x85",
        "\u2028",
        "a\u2029b",
        "\ufeffa",
        "\U0001f6a2",
        "e\u0301",
        "\x00",
    ),
    *("a\nb", "a\r\nb", "a\tb"),
    # What YAML 1.1 or 1.2 reads as something else than text.
    *("NO", "y", "on", "null", "~", "true", "2024-03-15", "2001-12-14 21:59:43", "12:30:45", "1_000", "0o17", "017"),
    *("0x1F", "1e3", "-.5", "+1", ".inf", ".NaN", "=", "<<", "- a", "a: b", "a #b", "#a", "*a", "&a", "!a", "%a", "@a"),
    *("[a]", "{a}", "|", ">", "'a'", '"a"', "?", "---", "...", "a\\b", ",", "-", ":"),
)
_TEXT = st.text(min_size=1)
_DRAWN = 0xC000

ANY_TEXT: SearchStrategy[str] = st.text().map(lambda letters: letters.translate(_TABLE))
"""Any text, the empty one too."""


def text(draw: Drawer, number: int) -> str:
    """Return a text without white space around it: a phrase, or for a large *number* any text."""
    if number < _DRAWN:
        return _PHRASES[number % len(_PHRASES)]
    return draw(_TEXT).translate(_TABLE).strip("\t\n\r ") or "a"


def source_text(draw: Drawer, _number: int) -> str:
    """Return any text that is not empty."""
    return draw(_TEXT).translate(_TABLE)
