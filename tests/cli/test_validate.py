"""`newsevents validate` in real processes: what it prints, and the exit status that pipelines trust."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.base

LINES = (
    '{"type":"source","id":"r","form":"article","title":"A report"}\n'
    '{"type":"state","id":"s","country":"KP","attributions":[{"source_id":"r"}]}\n'
)
CLEAN = "[" + LINES.strip().replace("\n", ",") + "]"
WRONG = '{"type":"state",\n "id":"s",\n "countri":"KP"}\n'
HAS_YAML = importlib.util.find_spec("yaml") is not None


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "newsevents", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with good and bad files, hidden ones and others."""
    (tmp_path / "good.json").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "wrong.json").write_text(WRONG, encoding="utf-8")
    (tmp_path / "sub" / "lines.JSONL").write_text(LINES, encoding="utf-8")
    (tmp_path / "sub" / "notes.txt").write_text("no data", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "wrong.json").write_text("{", encoding="utf-8")
    (tmp_path / "folder.json").mkdir()
    return tmp_path


def test_a_clean_file(folder: Path) -> None:
    """Nothing on standard output, a summary beside it, exit 0."""
    done = run("validate", "good.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 file checked: clean\n")


def test_a_misspelled_field(folder: Path) -> None:
    """It is named at its line and column, with a suggestion; exit 1."""
    done = run("validate", "sub/wrong.json", cwd=folder)
    assert done.returncode == 1
    assert done.stdout == (
        "sub/wrong.json:1:1: NE003 error required field 'country' is missing\n"
        "sub/wrong.json:3:2: NE003 error unknown field 'countri' of State; did you mean 'country'?\n"
    )
    assert done.stderr == "1 file checked: 2 errors, 0 warnings, 0 info\n"


def test_a_folder(folder: Path) -> None:
    """All data files below it, hidden ones left out, each once."""
    done = run("validate", ".", "good.json", cwd=folder)
    assert done.returncode == 1
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"sub/wrong.json"}
    assert done.stderr == "3 files checked: 2 errors, 0 warnings, 0 info\n"


def test_a_warning_alone_is_no_failure(folder: Path) -> None:
    """Only findings of level error make it 1."""
    (folder / "mark.json").write_bytes(b"\xef\xbb\xbf" + CLEAN.encode())
    done = run("validate", "mark.json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "1 file checked: 0 errors, 1 warning, 0 info\n")
    assert done.stdout.startswith("mark.json:1:1: NE002 warning")


def test_a_file_that_cannot_be_read_is_2_and_2_wins(folder: Path) -> None:
    """A missing file is reported beside the findings of the others."""
    done = run("validate", "sub/wrong.json", "missing.json", cwd=folder)
    assert done.returncode == 2
    assert "missing.json: NE001 error cannot be read: No such file or directory\n" in done.stdout
    assert "sub/wrong.json:3:2: NE003" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["validate"], ["validate", "--no-such"], ["--no-such"], ["no-such"]])
def test_wrong_use(folder: Path, arguments: list[str]) -> None:
    """Usage on standard error, nothing on standard output, exit 2."""
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: newsevents" in done.stderr


def test_an_empty_match_is_an_error(folder: Path) -> None:
    """A folder without data files checks nothing, and says so."""
    done = run("validate", "folder.json", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newsevents: error: no data file found below folder.json\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b'{"type":"state","id":"s"', 1),
        (b"\xff", 1),
        (b"[1]", 1),
        (b'{"type":"state","id":"s","country":{"a":[1]}}', 1),
        (b'{"type":"state","id":"s","country":1' + b"0" * 400 + b"}", 1),
        (b'{"type":"nope","id":"s"}', 1),
        (b'{"id":"s"}', 1),
        (b"[" * 100_000, 1),
        (b'"' + b"x" * 100_000, 1),
        (b"\0", 1),
        (b"\n\n{", 3),
    ],
)
def test_bad_input_is_a_finding_with_a_place(tmp_path: Path, content: bytes, line: int) -> None:
    """Whatever is wrong: a finding with a place, exit 1, and never a traceback."""
    (tmp_path / "bad.json").write_bytes(content)
    done = run("validate", "bad.json", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(f"bad.json:{line}:")
    assert "Traceback" not in done.stdout + done.stderr


def test_yaml_without_and_with_its_extra(tmp_path: Path) -> None:
    """Without PyYAML a YAML file cannot be read, and the finding says what to install; with it, it is checked."""
    (tmp_path / "s.yaml").write_text("type: state\nid: s\ncountri: KP\n", encoding="utf-8")
    done = run("validate", ".", cwd=tmp_path)
    if HAS_YAML:
        assert done.returncode == 1
        assert "s.yaml:3:1: NE003 error unknown field 'countri' of State; did you mean 'country'?\n" in done.stdout
    else:
        assert done.returncode == 2
        assert "pip install 'newsevents[cli]'" in done.stdout


def test_yaml_without_its_extra(tmp_path: Path) -> None:
    """The base installation says what to install, whatever is installed here."""
    (tmp_path / "yaml.py").write_text("raise ModuleNotFoundError('yaml')", encoding="utf-8")
    (tmp_path / "s.yaml").write_text("type: state", encoding="utf-8")
    done = run("validate", "s.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == "s.yaml: NE001 error cannot be read: YAML needs PyYAML: pip install 'newsevents[cli]'\n"


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    """Names and values come out in UTF-8; a line break in a file's name does not break the line."""
    (tmp_path / "ü\n.json").write_text('{"type":"state","id":"é","country":"KP"}', encoding="utf-8")
    done = run("validate", "ü\n.json", cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stdout.startswith("ü\\n.json:1:22: NE003")
    assert 'not "é"' in done.stdout


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """When the reader of the output leaves, the command ends without a word."""
    (tmp_path / "bad.jsonl").write_text("x\n" * 20_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "newsevents", "validate", "bad.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_the_version(tmp_path: Path) -> None:
    """The version of the installed package."""
    done = run("--version", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("newsevents 0.")
