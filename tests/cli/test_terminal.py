"""What a terminal shows: color, the line of the file below a finding, a progress bar on long work."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from newsevents.cli import _progress, _terminal
from newsevents.cli._terminal import is_colored

Put = Callable[..., None]
Run = Callable[..., Any]
WRONG = '{"type":"state",\n\t"id":"s", "countri":"KP"}\n'


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Terminal]:
    """Return what puts a terminal in the place of a stream."""
    monkeypatch.setenv("TERM", "xterm")

    def put(name: str) -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, name, stream)
        return stream

    return put


@pytest.mark.parametrize(
    ("choice", "environment", "on_terminal", "elsewhere"),
    [
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "0"}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"CLICOLOR": "0"}, False, False),
        ("auto", {"CLICOLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
    ],
)
def test_when_there_is_color(choice: str, environment: dict[str, str], on_terminal: bool, elsewhere: bool) -> None:
    """As was chosen; else as the environment says; else on a terminal that can show it."""
    assert is_colored(choice, Terminal(), environment) is on_terminal
    assert is_colored(choice, io.StringIO(), environment) is elsewhere


def test_the_line_below(put: Put, run: Run, terminal: Callable[[str], Terminal]) -> None:
    """On a terminal the line of the file stands below a finding, its place marked; tabs and wide characters count."""
    pytest.importorskip("rich")
    put("a.json", text=WRONG)
    stream = terminal("stdout")
    assert run("validate", "a.json", "--color", "never").status == 1
    lines = stream.getvalue().splitlines()
    assert lines[1:3] == [' 1 │ {"type":"state",', "   │ ^^^^^^^^^^^^^^^^"]
    assert lines[4:6] == [' 2 │     "id":"s", "countri":"KP"}', "   │               ^^^^^^^^^"]
    put("b.json", text='{"type":"state","id":"s","country":"KP","code":"漢\x1b"}')
    stream = terminal("stdout")
    run("validate", "b.json", "--color", "never")
    assert "\x1b" not in stream.getvalue()


def test_long_lines(put: Put, run: Run, terminal: Callable[[str], Terminal]) -> None:
    """Of a long line only the part around the place is shown."""
    pytest.importorskip("rich")
    put("a.json", text='{"type":"state","id":"s","country":"' + "K" * 1000 + '","' + "x" * 1000 + '":1}')
    stream = terminal("stdout")
    run("validate", "a.json", "--color", "never")
    text = stream.getvalue()
    assert max(len(line) for line in text.splitlines() if "│" in line) < 200
    assert '│ {"type":"state","id":"s","country":"' + "K" * 39 + "…" in text
    assert "…" + "K" * 58 + '","x' in text


def test_colors(put: Put, run: Run, terminal: Callable[[str], Terminal]) -> None:
    """Color comes on a terminal, or where it was asked for; never otherwise."""
    pytest.importorskip("rich")
    put("a.json", text=WRONG)
    assert "\x1b[1;31mNE003 error" in run("validate", "a.json", "--color", "always").out
    assert "\x1b" not in run("validate", "a.json").out
    stream = terminal("stdout")
    run("validate", "a.json")
    assert "\x1b[1;31mNE003 error" in stream.getvalue()


def test_what_has_no_place(run: Run, terminal: Callable[[str], Terminal]) -> None:
    """A finding about a whole file has no line below it."""
    pytest.importorskip("rich")
    stream = terminal("stdout")
    run("validate", "no.json", "--color", "never")
    assert stream.getvalue() == "no.json: NE001 error cannot be read: No such file or directory\n"


def test_without_rich(put: Put, run: Run, terminal: Callable[[str], Terminal], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra a terminal shows plain lines; whoever asks for color is told what to install."""
    monkeypatch.setattr(_terminal, "find_spec", lambda _: None)
    put("a.json", text=WRONG)
    done = run("validate", "a.json", "--color", "always")
    assert (done.status, done.err) == (2, "newsevents: error: color needs rich: pip install 'newsevents[cli]'\n")
    stream = terminal("stdout")
    run("validate", "a.json")
    assert stream.getvalue() == run("validate", "a.json", "--color", "never").out or "\x1b" not in stream.getvalue()
    assert "│" not in stream.getvalue()


def test_progress_within_a_large_file(
    put: Put, run: Run, terminal: Callable[[str], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bar moves with each part that is done, and is full at the end."""
    pytest.importorskip("rich")
    monkeypatch.setattr("newsevents.files.stream.LARGEST_WHOLE", 100)
    monkeypatch.setattr("newsevents.files.stream._RANGE", 100)
    lines = "".join(f'{{"type":"state","id":"s-{number}","country":"KP"}}\n' for number in range(20))
    put("a.jsonl", text=lines)
    moved: list[float] = []
    advance = _progress.Progress.advance

    def noted(progress: _progress.Progress, name: str, size: int) -> None:
        advance(progress, name, size)
        assert progress._bar is not None
        moved.append(progress._bar.tasks[0].percentage)

    monkeypatch.setattr(_progress.Progress, "advance", noted)
    terminal("stderr")
    with _long_work(monkeypatch):
        assert run("validate", "a.jsonl").status == 0
    assert moved == sorted(moved)
    assert (len(moved) > 5, moved[-1]) == (True, 100)


@contextmanager
def _long_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(_progress, "_LONG", 1)
        yield


def test_progress(
    put: Put, run: Run, here: Path, terminal: Callable[[str], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long work shows a bar on a terminal, and the summary after it; quick work and --quiet show none."""
    pytest.importorskip("rich")
    put("a.json", "b.json")
    put("c.json", text="{")
    assert (here / "c.json").exists()
    stream = terminal("stderr")
    with _long_work(monkeypatch):
        assert run("validate", ".", "missing.json").out.startswith("c.json:1:1: NE002 error")
    assert "checking" in stream.getvalue()
    assert run("validate", ".", "missing.json", "--jobs", "2").status == 2
    assert stream.getvalue().endswith("4 files checked: 2 errors, 0 warnings, 0 info\n")
    stream = terminal("stderr")
    run("validate", ".")
    with _long_work(monkeypatch):
        run("validate", ".", "--quiet")
        monkeypatch.setattr(_progress, "find_spec", lambda _: None)
        run("validate", ".")
    assert stream.getvalue() == "3 files checked: 1 error, 0 warnings, 0 info\n" * 2
