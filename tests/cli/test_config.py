"""Settings from pyproject.toml: where they are looked for, what they may say, and that the command line wins."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.cli._config import settings

Put = Callable[..., None]
Run = Callable[..., Any]
UNUSED = '{"type":"source","id":"r","form":"article","title":"A report"}\n'
"""A dossier with the finding NE105, a warning."""


@pytest.fixture
def write(here: Path) -> Callable[..., None]:
    """Return what writes settings."""

    def write(text: str, name: str = "pyproject.toml", table: str = "[tool.newsevents]\n") -> None:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(table + text, encoding="utf-8")

    return write


def test_where_they_are_looked_for(write: Put, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the nearest pyproject.toml upward that has the table; its paths start in its own folder."""
    write('texts = "t"\npaths = ["d", "e/*.json"]')
    write("", "a/pyproject.toml", table="[project]\n")
    (here / "a/b").mkdir()
    assert settings(None).texts == "t"
    monkeypatch.chdir(here / "a/b")
    found = settings(None)
    assert (found.folder, found.texts, found.paths) == ("../..", "../../t", ("../../d", "../../e/*.json"))


def test_a_folder_whose_name_looks_like_a_pattern(write: Put, run: Run, here: Path) -> None:
    """Patterns in settings start in their folder, whatever that is called."""
    write('paths = ["*.json", "[b].json"]', "a[1]*/pyproject.toml")
    for name in ("a[1]*/[b].json", "a[1]*/c.json", "a1/c.json"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text("{", encoding="utf-8")
    done = run("validate", "--config", "a[1]*/pyproject.toml")
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["a[1]*/[b].json", "a[1]*/c.json"]


def test_without_any(here: Path) -> None:
    """No file, no settings."""
    assert not (here / "pyproject.toml").exists()
    assert settings(None).paths == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("slect = []", "unknown key 'slect'; did you mean 'select'?"),
        ("zzz = 1", "unknown key 'zzz'; known are paths, exclude, select, ignore, levels, "),
        ("select = 'NE3'", ".select: expected an array of one code or more, as strings, not 'NE3'"),
        ("select = []", ".select: expected an array of one code or more, as strings, not []"),
        ("paths = [1]", ".paths: expected an array of strings, not [1]"),
        ("texts = 1", ".texts: expected a string, not 1"),
        ("fail-on = 'bad'", ".fail-on: expected one of error, warning, info, never, not 'bad'"),
        ("fail-on = []", ".fail-on: expected one of error, warning, info, never, not []"),
        ("together = 1", ".together: expected true or false, not 1"),
        ("jobs = true", ".jobs: expected a whole number from 0, not True"),
        ("jobs = -1", ".jobs: expected a whole number from 0, not -1"),
        ("max-size = 'big'", ".max-size: expected a size such as 500 MB, or a number of bytes, not 'big'"),
        ("max-size = false", ".max-size: expected a size such as 500 MB, or a number of bytes, not False"),
        ("levels = 1", ".levels: expected a table from codes to error, warning or info, not 1"),
        (
            "levels = {NE301 = 'bad'}",
            ".levels: expected a table from codes to error, warning or info, not {'NE301': 'bad'}",
        ),
        ("levels = {NE301 = []}", ".levels: expected a table from codes to error, warning or info, not {'NE301': []}"),
    ],
)
def test_what_is_wrong_in_them(write: Put, run: Run, text: str, message: str) -> None:
    """A slip names the file, the key and what was expected; exit 2."""
    write(text)
    done = run("validate", ".")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("newsevents: error: pyproject.toml: tool.newsevents")
    assert message in done.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool", "pyproject.toml is no TOML: "),
        ("a=" + "[" * 100_000, "pyproject.toml is no TOML: "),
        ("tool = 1\n", "c.toml has no table [tool.newsevents]"),
        ("[tool]\nnewsevents = 1\n", "c.toml: tool.newsevents: expected a table, not 1"),
        ('[tool.newsevents]\nselect = ["NE999"]\n', "no rule has the code 'NE999'"),
        ('[tool.newsevents]\nselect = [""]\n', "no rule has the code ''"),
    ],
)
def test_files_that_are_none(write: Put, run: Run, text: str, message: str) -> None:
    """So does a file that has no settings in it, or is none."""
    write(text, "c.toml", table="")
    done = run("validate", ".", "--config", "c.toml")
    assert (done.status, done.out) == (2, "")
    assert message.replace("pyproject", "c") in done.err


def test_a_file_that_is_missing(run: Run) -> None:
    """A file that was named has to be there."""
    assert run("validate", ".", "--config", "c.toml").err.endswith("c.toml cannot be read: No such file or directory\n")


def test_a_file_that_is_none(run: Run, here: Path) -> None:
    """A pipe is not waited for, and a device not read to its end."""
    os.mkfifo(here / "pipe")
    for name in ("pipe", "/dev/zero"):
        done = run("validate", ".", "--config", name)
        assert (done.status, done.err) == (2, f"newsevents: error: {name} cannot be read: no regular file\n")


def test_paths_and_exclude(write: Put, put: Put, run: Run) -> None:
    """Without a PATH, those of the settings are checked; with one, they are not."""
    write('paths = ["a", "b"]\nexclude = ["old"]')
    put("a/c.json", "b/d.json", "a/old/e.json", "f.json")
    assert run("validate").err == "2 files checked: clean\n"
    assert run("validate", "f.json").err == "1 file checked: clean\n"
    assert run("validate", ".").err == "3 files checked: clean\n"
    assert run("validate", ".", "--exclude", "a").err == "2 files checked: clean\n"
    assert run("validate", ".", "--no-config").err == "4 files checked: clean\n"
    done = run("validate", "--no-config")
    assert (done.status, "the following arguments are required: PATH" in done.err) == (2, True)


def test_rules(write: Put, put: Put, run: Run) -> None:
    """What the command line selects runs, whatever the settings leave out; a level on it wins over any there."""
    put("a.json", text=UNUSED)
    assert run("validate", "a.json").out.startswith("a.json:1:1: NE105 warning ")
    write('select = ["NE4"]')
    assert run("validate", "a.json").out == ""
    assert "NE105" in run("validate", "a.json", "--select", "NE1").out
    write('ignore = ["NE105"]')
    assert run("validate", "a.json").out == ""
    assert "NE105" in run("validate", "a.json", "--select", "NE102,NE105").out
    assert "NE105" in run("validate", "a.json", "--ignore", "NE102").out
    assert run("validate", "a.json", "--select", "NE1", "--ignore", "NE105").out == ""
    write('levels = {NE105 = "error"}')
    assert run("validate", "a.json").status == 1
    assert "NE105 info" in run("validate", "a.json", "--level", "NE1=info").out
    assert "NE105 error" in run("validate", "a.json", "--level", "NE4=info").out


def test_fail_on(write: Put, put: Put, run: Run) -> None:
    """The level from which on findings make the exit status 1."""
    put("a.json", text=UNUSED)
    put("b.json", text="{")
    assert run("validate", "a.json").status == 0
    assert run("validate", "a.json", "--fail-on", "warning").status == 1
    assert run("validate", "a.json", "--fail-on", "info").status == 1
    write('fail-on = "warning"')
    assert run("validate", "a.json").status == 1
    assert run("validate", "a.json", "b.json", "--fail-on", "never").status == 0
    assert run("validate", "c.json", "--fail-on", "never").status == 2


def test_what_is_always_reported(put: Put, run: Run) -> None:
    """Broken files cannot be ignored; whoever tries is told."""
    put("a.json", text="{")
    done = run("validate", "a.json", "--ignore", "NE002,NE1", "--level", "NE003=info")
    assert done.status == 1
    assert done.out.startswith("a.json:1:1: NE002 error")
    assert done.err.startswith(
        "newsevents: NE002 is always reported, at its own level\n"
        "newsevents: NE003 is always reported, at its own level\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--level", "NE301"], "'NE301': expected CODE=LEVEL, such as NE306=error, with one of error, warning, info"),
        (["--level", "NE9=error"], "no rule has the code 'NE9'"),
        (["--select", "X"], "no rule has the code 'X'"),
        (["--select", ""], "'' names no rule; leave the option out instead"),
        (["--select", " , "], "' , ' names no rule; leave the option out instead"),
        (["--ignore", ""], "'' names no rule; leave the option out instead"),
        (["--jobs", "-1"], "'-1' is no whole number from 0"),
        (["--max-size", "5 TB"], "'5 TB' is no size such as 500 MB, or a number of bytes"),
        (["--max-size", "0"], "'0' is no size"),
        (["--texts", "nowhere"], "nowhere is no folder of texts"),
        (["--format", "xml"], "invalid choice: 'xml'"),
        (["--output", "no/such/folder"], "no/such/folder cannot be written: No such file or directory"),
        (["--output", "./a.json"], "./a.json is a file to check; write the report to another"),
        (["--config", "a", "--no-config"], "not allowed with argument"),
        (["--unknown", "b"], "unrecognized arguments: --unknown b"),
    ],
)
def test_wrong_words(put: Put, run: Run, words: list[str], message: str) -> None:
    """A slip on the command line is named; exit 2, and nothing on standard output."""
    put("a.json")
    done = run("validate", "a.json", *words)
    assert (done.status, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(("text", "size"), [("70", 70), ("1k", 1024), ("2 MB", 2 << 20), ("3GiB", 3 << 30), ("5b", 5)])
def test_sizes(write: Put, text: str, size: int) -> None:
    """Sizes are written as people write them."""
    write(f'max-size = "{text}"')
    assert settings(None).max_size == size


def test_words_behind_options(put: Put, run: Run) -> None:
    """Paths may stand before, between and behind options."""
    put("a.json", "b.json", "c.json")
    assert run("validate", "a.json", "--jobs", "1", "b.json", "--quiet", "c.json").err == ""
    assert run("validate", "a.json", "--jobs", "1", "b.json").err == "2 files checked: clean\n"
    put("-x.json")
    assert run("validate", "--jobs", "1", "--", "-x.json", "a.json").err == "2 files checked: clean\n"
    assert run("schema", "gift", "--core", "x").err.endswith("unrecognized arguments: x\n")
