"""How `newsevents validate` goes about it: several files as one, standard input, texts, sizes, processes."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.files._content import unreadable
from newsevents.findings import Finding

Put = Callable[..., None]
Run = Callable[..., Any]
SOURCE = '{"type":"source","id":"r","form":"article","title":"A report"}'
STATE = '{"type":"state","id":"s","country":"KP","attributions":[{"source_id":"r"}]}'


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes], None]:
    """Return what puts a text into the standard input."""

    def type_in(text: str | bytes) -> None:
        content = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return type_in


class TestTogether:
    """Several files as one dossier."""

    def test_references(self, put: Put, run: Run) -> None:
        """They lead from one file to the other."""
        put("a.json", text=SOURCE)
        put("b.json", text=STATE)
        alone = run("validate", "a.json", "b.json")
        assert [line.split()[:2] for line in alone.out.splitlines()] == [
            ["a.json:1:1:", "NE105"],
            ["b.json:1:70:", "NE102"],
        ]
        assert run("validate", "--together", "a.json", "b.json") == (0, "", "2 files checked: clean\n")

    def test_places(self, put: Put, run: Run) -> None:
        """What is found stands in its own file, in every format and whatever is empty between."""
        put("a.json", text=f"[{SOURCE},{STATE}]")
        put("b.jsonl", text=f"\n{STATE}\n\n")
        put("empty.json", text='{"type":"dossier","schema_version":"1.0","id":"d"}')
        put("z.json", text='{"type":"dossier","schema_version":"1.0","id":"d","records":[\n' + STATE + "]}")
        done = run("validate", "--together", ".", "--select", "NE101")
        assert done.status == 1
        places = [line.split(" NE101 error ")[0] for line in done.out.splitlines()]
        assert places == ["b.jsonl:2:22:", "z.json:2:22:"]

    def test_a_broken_file(self, put: Put, run: Run) -> None:
        """If one of them is not well shaped, the rules would judge by halves: they do not run, and that is said."""
        put("a.json", text=STATE)
        put("b.json", text="{")
        done = run("validate", "--together", "a.json", "b.json", "c.txt")
        assert done.status == 2
        assert [line.split()[1] for line in done.out.splitlines()] == ["NE002", "NE001"]
        assert done.err.splitlines()[1] == (
            "a.json, b.json, c.txt: the rules did not run, since not every file is well shaped"
        )

    def test_texts(self, put: Put, run: Run, here: Path) -> None:
        """Each file's texts are read from below its own folder."""
        put("a/text.txt", text="Word")
        put("a/a.json", text='{"type":"source","id":"r","form":"article","title":"A","text_file":"text.txt"}')
        put("b/b.json", text='{"type":"source","id":"q","form":"article","title":"A","text_file":"text.txt"}')
        done = run("validate", "--together", "a", "b", "--select", "NE311")
        assert (done.out.split()[:2], here.is_dir()) == (["b/b.json:1:68:", "NE311"], True)

    def test_what_stands_nowhere(self, put: Put, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is about no record, in files without a wrapper, is said of the first file."""
        found = Finding(code="NE105", level="warning", message="is wrong")
        monkeypatch.setattr("newsevents.cli._sense.findings_in", lambda *_, **__: [found])
        put("a.json", "b.json")
        assert run("validate", "--together", "b.json", "a.json").out == "b.json: NE105 warning is wrong\n"

    def test_a_missing_extra(self, put: Put, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is missing to read a file is named."""
        monkeypatch.setitem(sys.modules, "yaml", None)
        put("a.yaml", "b.json")
        message = "a.yaml: NE001 error cannot be read: YAML needs PyYAML: pip install 'newsevents[cli]'\n"
        assert run("validate", "--together", ".").out == message
        assert run("validate", ".").out == message

    def test_a_folder_that_cannot_be_read(self, put: Put, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is reported like a file."""
        put("a.json", "b/c.json")
        monkeypatch.setattr("newsevents.cli._files.os.listdir", _refuse)
        assert run("validate", "--together", ".").out == ".: NE001 error cannot be read: Permission denied\n"


def _refuse(_: Path) -> list[str]:
    raise PermissionError(13, "Permission denied")


class TestStdin:
    """The standard input."""

    def test_json(self, run: Run, type_in: Callable[..., None]) -> None:
        """Without a name it is JSON, and called so."""
        type_in("[1]")
        assert run("validate", "-").out.startswith("<stdin>:1:2: NE003 error ")
        type_in(f"[{SOURCE},{STATE}]")
        assert run("validate", "-") == (0, "", "1 file checked: clean\n")

    @pytest.mark.parametrize(("name", "ends"), [("a.json", False), ("a.jsonl", False), ("b.jsonl", True)])
    def test_what_never_ends(self, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, ends: bool) -> None:
        """No more is kept than the reader takes: of the whole, or of a line of JSON Lines."""
        stream = io.BytesIO((STATE + "\n").encode() * 20_000 if ends else b" " * 2_000_000)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
        done = run("validate", "-", "--stdin-filename", name, "--max-size", "100K", "--select", "NE306")
        assert (done.status, "NE001" in done.out) == ((0, False) if ends else (2, True))
        assert (stream.tell() == len(stream.getvalue())) == ends

    def test_a_name(self, run: Run, type_in: Callable[..., None]) -> None:
        """A name says the format and stands in findings; the rules run."""
        type_in(f"\n{STATE}\n")
        done = run("validate", "-", "--stdin-filename", "b/c.jsonl")
        assert done.out.startswith("b/c.jsonl:2:70: NE102 error ")
        type_in("")
        assert run("validate", "-", "--stdin-filename", "c.txt").status == 2

    def test_texts(self, put: Put, run: Run, type_in: Callable[..., None]) -> None:
        """Texts of sources are looked for where the name says that the file is."""
        put("b/text.txt", text="Word")
        type_in('{"type":"source","id":"r","form":"article","title":"A","text_file":"text.txt"}')
        assert run("validate", "-", "--stdin-filename", "b/c.json", "--select", "NE311").out == ""

    def test_its_lines(self, run: Run, type_in: Callable[..., None]) -> None:
        """Its lines are there for columns that count otherwise."""
        type_in('{"type":"state",\n"title":"𐍈", "id":""}')
        done = run("validate", "-", "--columns", "utf-16")
        assert "<stdin>:2:20: NE003 error id" in done.out

    def test_beside_files(self, put: Put, run: Run, type_in: Callable[..., None]) -> None:
        """It is one file among others, and read once."""
        put("a.json", text=STATE)
        type_in(SOURCE)
        assert run("validate", "-", "a.json", "-", "--together").err == "2 files checked: clean\n"


def test_texts(put: Put, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of texts is handed on to the check, with all else that was asked for."""
    given: dict[str, Any] = {}

    def take(path: str, **options: Any) -> list[Finding]:
        given.update(options, path=path)
        return []

    monkeypatch.setattr("newsevents.cli._check.check_file", take)
    put("a.json", "t/x.txt")
    assert run("validate", "a.json", "--texts", "t", "--select", "NE1", "--level", "NE101=info").status == 0
    assert given.pop("texts_folder").path == Path("t")
    assert given == {
        "path": "a.json",
        "select": ("NE1",),
        "ignore": (),
        "levels": {"NE101": "info"},
        "max_size": 64 << 20,
    }


def test_texts_that_cannot_be_read(put: Put, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the texts that were asked for there is no check."""
    put("a.json", "t/x.txt")

    def refuse(*_: object, **__: object) -> None:
        raise unreadable("t", "the folder of texts cannot be read: Permission denied")

    monkeypatch.setattr("newsevents.cli._check.check_file", refuse)
    done = run("validate", "a.json", "--texts", "t")
    assert (done.status, done.out) == (2, "")
    assert done.err == "newsevents: error: t: NE001 error the folder of texts cannot be read: Permission denied\n"


def test_sizes(put: Put, run: Run) -> None:
    """A document may be larger than the limit where an option says so."""
    put("a.json")
    done = run("validate", "a.json", "--max-size", "20")
    assert done.status == 2
    assert "--max-size raises the limit" in done.out
    assert run("validate", "a.json", "--max-size", "1k").status == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs processes that are copies of this one")
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="processes are no copies of this one any more")
def test_a_process_that_is_killed(put: Put, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that was not finished is no check: exit 2, and no report."""
    put("a.json", "b.json")
    monkeypatch.setattr("newsevents.cli._check.check_file", lambda *_, **__: os._exit(9))
    done = run("validate", ".", "--jobs", "2", "--output", "report.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("newsevents: error: a process that checks files was killed")
    assert not (here / "report.txt").exists()


@pytest.mark.parametrize("jobs", ["0", "3"])
def test_processes(put: Put, run: Run, here: Path, jobs: str) -> None:
    """Several processes give what one does, in the same order."""
    for number in range(20):
        put(f"{number}.json", text="{" if number % 3 else f"[{SOURCE},{STATE}]")
    (here / "x.json").mkdir()
    done = run("validate", ".", "y.json", "--jobs", jobs)
    assert done == run("validate", ".", "y.json")
    assert done.err == "21 files checked: 14 errors, 0 warnings, 0 info\n"
