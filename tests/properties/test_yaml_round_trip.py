"""Round trips through YAML lose nothing, and any reader of YAML reads the same."""

import json

import pytest
import yaml
from hypothesis import given

from newsevents import Dossier, Source, dumps, loads
from newsevents.testing import dossiers

# Beside what the strategies know: what YAML 1.1 reads as no text, and what needs quotes somewhere.
TRAPS = (
    *("y", "Y", "yes", "No", "ON", "off", "TRUE", "Null", "~", "=", "<<", ".5", "1.", "1e5", "1E5", "+1", "-1", "0x_1"),
    *("0b1", "0o7", "07", "08", "1_0", "190:20:30", "190:20:30.15", ".inf", "-.INF", ".nan", "2024-03-15", "2024-3-5"),
    *("2001-12-14t21:59:43.10-05:00", "!a", "!!str a", "&a", "*a", "?a", "? a", "- a", "-", ":", ":a", "a:", "a: b"),
    *(
        "a #b",
        "#",
        "%YAML 1.1",
        "---",
        "--- a",
        "...",
        "@",
        "`",
        "|",
        ">-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "a'b\"c",
    ),
    *("a\nb", "a\n\n b", "a\n  b\nc", "\x85", "a\u2028b", "\u2029", "\ufeff", "\x00", "\x07", "\x7f", "\x9f", "\ufffe"),
    *(
        "\ud7ff\ue000",
        "\U0001f6a2",
        "\U0010ffff",
        "a\tb",
        "a\\nb",
        "\\",
        "a" * 200 + " " + "b" * 200,
        " ".join("ab" * 99),
    ),
)


@given(dossiers())
def test_yaml_round_trip(dossier: Dossier) -> None:
    """`loads(dumps(d)) == d`, and what is written again is the same to the byte."""
    text = dumps(dossier, format="yaml")
    again = loads(text, format="yaml")
    assert again == dossier
    assert repr(again) == repr(dossier)
    assert dumps(again, format="yaml") == text
    assert loads(text.encode(), format="yaml") == dossier


@given(dossiers())
def test_yaml_reads_alike_in_1_1_and_1_2(dossier: Dossier) -> None:
    """A reader of YAML 1.1 that knows nothing of us reads the very data that the JSON holds."""
    text = dumps(dossier, format="yaml")
    expected = json.loads(dumps(dossier))
    assert repr(yaml.safe_load(text)) == repr(expected)
    assert repr(yaml.load(text, Loader=yaml.CSafeLoader)) == repr(expected)


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_line_breaks_of_yaml_1_1_are_escaped(char: str) -> None:
    """What only YAML 1.1 takes for a line break never stands raw: a reader of YAML 1.2 would fold the lines wrongly."""
    for text in (f"a{char}b", f"a {char} b", char, f"a\n{char}b"):
        written = dumps(Dossier(id="a", title=text), format="yaml")
        assert char not in written
        assert yaml.safe_load(written)["title"] == text


@pytest.mark.parametrize("trap", TRAPS)
def test_text_stays_text(trap: str) -> None:
    """Whatever looks like something else in some YAML is quoted where it is text, as a value and as a key."""
    extensions = {"x-a-b": {trap: [trap, {"a": trap}]}}
    dossier = Dossier(id="a", records=[Source(id="s", form="article", title="a", text=trap, extensions=extensions)])
    text = dumps(dossier, format="yaml")
    assert loads(text, format="yaml") == dossier
    assert yaml.safe_load(text) == json.loads(dumps(dossier))
