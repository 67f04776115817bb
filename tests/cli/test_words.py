"""`newsevents rules`, `explain` and `normalize`."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from newsevents.rules._rule import RULES

Run = Callable[..., Any]


def test_rules(run: Run) -> None:
    """Every code once, in order, with its level, its name and what is wrong."""
    done = run("rules")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert lines[0].split(maxsplit=3) == ["NE001", "error", "unreadable-file", "A file cannot be read at all."]


def test_rules_in_json(run: Run) -> None:
    """The whole documentation of each."""
    table = json.loads(run("rules", "--format", "json").out)
    assert [rule["code"] for rule in table] == sorted(RULES)
    assert table[0].keys() == {"code", "name", "level", "summary", "sections"}
    assert table[0]["sections"]["Why it matters"] == "A check that passes because it read nothing is worse than none."


def test_explain(run: Run) -> None:
    """A code, in any case, or the name of a rule; code in the text is set apart."""
    done = run("explain", "ne001")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(
        "NE001 unreadable-file (error)\n\nA file cannot be read at all.\n\nWhat it does\n  Reports "
    )
    assert "\nExample\n      newsevents validate no-such-file.json\n" in done.out
    assert "```" not in done.out
    assert run("explain", "Unreadable-File").out == done.out
    assert run("explain", "NE001", "NE003").out == done.out + "\n" + run("explain", "NE003").out


def test_explain_keeps_paragraphs(run: Run) -> None:
    """All that is said of any rule is there, and no line of it ends in white space."""
    text = run("explain", *RULES).out
    assert all(line == line.rstrip() for line in text.splitlines())
    assert sum(line.strip() == "Why it matters" for line in text.splitlines()) == len(RULES)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("NE9x1", "; did you mean "),
        ("NE10", "; did you mean NE101 or NE102 or NE103 or NE104 or NE105?"),
        ("duplicate-ids", "; did you mean NE101"),
        ("zzz", "; newsevents rules lists them"),
        ("", "; newsevents rules lists them"),
    ],
)
def test_explain_what_is_unknown(run: Run, word: str, hint: str) -> None:
    """An unknown code is wrong use; near ones are named, and the others are explained all the same."""
    done = run("explain", word, "NE001")
    assert done.status == 2
    assert done.out.startswith("NE001 ")
    assert done.err.startswith(f"newsevents: error: no rule has the code {word!r}{hint}")


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["country", "North Korea", "prk", "Corée du Nord"], "KP\nKP\nKP\n"),
        (["country", "--demonyms", "Russian", "--capitals", "Moscow"], "RU\nRU\n"),
        (["country", "Moscow", "--capitals", "Pyongyang"], "RU\nKP\n"),
        (["country", "USSR", "--on", "1980-01-01"], "SUHH\n"),
        (["country", "--json", "KP"], '"KP"\n'),
        (["when", "15 March 2024", "since 2018"], "2024-03-15\n2018/..\n"),
        (["when", "Friday", "--reference", "2024-03-16"], "2024-03-15\n"),
        (["when", "03/04/2024", "--day-first"], "2024-04-03\n"),
        (["when", "03/04/2024", "--no-day-first"], "2024-03-04\n"),
        (["when", "--json", "March 2024"], '{"edtf": "2024-03", "text": "March 2024"}\n'),
        (["money", "more than US$1 million", "€5.50"], "more than USD 1000000\nEUR 5.50\n"),
        (["money", "$5", "--reference-country", "CA"], "CAD 5\n"),
        (["money", "5", "--currency", "CHF"], "CHF 5\n"),
        (
            ["money", "--json", "$5"],
            '{"amount": "5", "currency": "USD", "currency_basis": "inferred", "text": "$5"}\n',
        ),
        (["quantity", "a pair of dogs", "dozens of cars"], "2 dogs\nat least 24 cars\n"),
        (["quantity", "--json", "40 tonnes"], '{"amount": "40", "unit": "tonnes"}\n'),
    ],
)
def test_normalize(run: Run, words: list[str], out: str) -> None:
    """A line for each text."""
    assert run("normalize", *words) == (0, out, "")


def test_normalize_what_cannot_be_read(run: Run) -> None:
    """What is not read is said on standard error, with what it may mean; the others are printed, exit 1."""
    done = run("normalize", "country", "Korea", "Niger", "Nort Korea")
    assert (done.status, done.out) == (1, "NE\n")
    first, second = done.err.splitlines()
    assert first.startswith("newsevents: ambiguous_country: 'Korea' is ambiguous: ")
    assert first.endswith("; write one of KP, KR")
    assert second == "newsevents: unknown_country: no country is known as 'Nort Korea'; did you mean KP?"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["money", "$5", "--currency", "XXQ"], "newsevents: error: 'XXQ' is no currency code (ISO 4217)\n"),
        (["when", "Friday", "--reference", "May"], "'May' is no date such as 2024-03-15\n"),
        (["colour", "red"], "invalid choice: 'colour' (choose from "),
        ([], "the following arguments are required: KIND\n"),
    ],
)
def test_normalize_wrong_use(run: Run, words: list[str], message: str) -> None:
    """What is wrong with the command is no matter of the texts; exit 2."""
    done = run("normalize", *words)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_normalize_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without texts, the lines of the standard input are read, in UTF-8; blank ones are passed over."""
    lines = "Corée du Nord\r\n\n  Japan\n".encode() + b"\xff\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="ascii"))
    done = run("normalize", "country")
    assert (done.status, done.out) == (1, "KP\nJP\n")
    assert done.err.startswith("newsevents: unknown_country: no country is known as '\ufffd'")


def test_normalize_in_another_locale(run: Run) -> None:
    """Words that came as bytes are UTF-8."""
    assert run("normalize", "country", "Cor\udcc3\udca9e du Nord").out == "KP\n"


def test_normalize_what_never_ends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long for any text is refused, and no more of it is read."""
    stream = io.BytesIO(b"France\n" + b"\0" * 2**21)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    done = run("normalize", "country")
    assert done == (2, "FR\n", "newsevents: error: a line of the input is longer than 1 MB\n")
    assert stream.tell() < 2**21
