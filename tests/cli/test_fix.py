"""`newsevents fix` in real processes: what it writes and prints, its exit status, and that it can be killed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

KILLED = Path(__file__).parent / "killed.py"
STEPS = (
    *("mkstemp before", "mkstemp after", "write before", "write half", "fsync before", "fsync after"),
    *("chmod before", "chmod after", "replace before", "replace after", "folder before", "folder after"),
)
STATE = '{"type":"state",\r\n "id":"s",\n "country":"%s"}'
KILLS_A_STEP = 8
KILLS_AT_ANY_TIME = 110
"""With those at the steps some two hundred, of which 64 fall between opening the temporary file and the rename."""


def run(*arguments: str, cwd: Path, script: str = "newsevents") -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    start = ["-m", script] if script == "newsevents" else [script]
    return subprocess.run(
        [sys.executable, *start, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


def write(path: Path, text: str) -> Path:
    """Write a text as it is, and return the path."""
    path.write_bytes(text.encode())
    return path


def identity(path: Path) -> tuple[int, int]:
    """Return what changes when a file is written or replaced."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


@pytest.mark.base
def test_values_are_written_in_place(tmp_path: Path) -> None:
    """What can be fixed is, what is clean stays, and a second run changes nothing."""
    wrong = write(tmp_path / "a.json", STATE % "North Korea")
    clean = write(tmp_path / "b.json", STATE % "KP")
    before = identity(clean)
    done = run("fix", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file fixed (1 value), 1 clean, 0 left as they are\n"
    assert wrong.read_bytes() == (STATE % "KP").encode()
    assert identity(clean) == before
    before = identity(wrong)
    done = run("fix", "a.json", "b.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert identity(wrong) == before


@pytest.mark.base
def test_a_file_that_cannot_be_fixed_wholly_is_left(tmp_path: Path) -> None:
    """What is wrong with it is printed, and the others are fixed."""
    left = write(tmp_path / "a.json", '{"type":"state","id":"S","country":"kp"}')
    fixed = write(tmp_path / "b.json", STATE % "kp")
    done = run("fix", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()] == [
        ["a.json:1:22:", "NE003"],
        ["a.json:1:36:", "NE004"],
    ]
    assert done.stderr == "1 file fixed (1 value), 0 clean, 1 left as it is\n"
    assert left.read_text("utf-8") == '{"type":"state","id":"S","country":"kp"}'
    assert fixed.read_bytes() == (STATE % "KP").encode()


@pytest.mark.base
def test_what_would_be_done(tmp_path: Path) -> None:
    """`--check` names it, `--diff` shows it; neither writes, and both exit with 1 where there is something to do."""
    file = write(tmp_path / "a.json", STATE % "kp")
    before = identity(file)
    done = run("fix", "--check", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert (
        done.stdout == 'a.json:3:12: NE004 error country: "kp" is not canonical; write "KP", as newsevents fix does\n'
    )
    assert done.stderr == "1 file to fix (1 value), 0 clean, 0 left as they are\n"
    done = run("fix", "--diff", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert identity(file) == before
    write(file, STATE % "KP")
    for option in ("--check", "--diff"):
        done = run("fix", option, ".", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "")


def lines(*changed: int, end: str = "\n") -> str:
    """Return forty lines of records, some of them to be fixed."""
    return "".join(
        f'{{"type":"state","id":"s{n}","country":"{"kp" if n in changed else "KP"}"}}{end if n < 40 else ""}'
        for n in range(1, 41)
    )


@pytest.mark.parametrize(
    ("name", "text", "hunks"),
    [
        ("a.jsonl", lines(1, 40), ["@@ -1,4 +1,4 @@", "@@ -37,4 +37,4 @@"]),
        ("a.jsonl", "\ufeff" + lines(1), ["@@ -1,4 +1,4 @@"]),
        ("a.jsonl", lines(5, 12, 20, end="\r\n"), ["@@ -2,14 +2,14 @@", "@@ -17,7 +17,7 @@"]),
        (
            "a.yaml",
            "- type: item\n  id: i\n  description: d\n  quantity: |\n    two\n    dogs\n"
            + "# c\n" * 8
            + "- {type: item, id: j, description: d, quantity: 'two\n\n   dogs', country_of_origin: kp,\n tags: [a]}\n",
            ["@@ -1,9 +1,7 @@", "@@ -12,7 +10,5 @@"],
        ),
    ],
)
def test_a_diff_is_one_that_patch_takes(tmp_path: Path, name: str, text: str, hunks: list[str]) -> None:
    """Hunks with three lines around them; patched with it, the file is the fixed one."""
    pytest.importorskip("yaml")
    file = write(tmp_path / name, text)
    done = subprocess.run(
        [sys.executable, "-m", "newsevents", "fix", "--diff", "."], cwd=tmp_path, capture_output=True, check=False
    )
    assert f"--- {name}\n+++ {name}\n@@" in done.stdout.decode()
    assert [line for line in done.stdout.decode().split("\n") if line.startswith("@@")] == hunks
    (tmp_path / "copy").mkdir()
    copy = tmp_path / "copy" / name
    copy.write_bytes(file.read_bytes())
    assert run("fix", name, cwd=tmp_path).returncode == 0
    if (patch := shutil.which("patch")) is not None:
        subprocess.run([patch, "-p0", "--binary"], cwd=copy.parent, input=done.stdout, check=True, capture_output=True)
        assert copy.read_bytes() == file.read_bytes()


@pytest.mark.base
def test_wrong_use_and_files_that_cannot_be_read(tmp_path: Path) -> None:
    """Exit status 2, which wins over 1; what is wrong with a file is printed as a finding."""
    (tmp_path / "empty").mkdir()
    write(tmp_path / "a.json", STATE % "kp")
    done = run("fix", "none.json", "a.json", "empty", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == "none.json: NE001 error cannot be read: No such file or directory\n"
    assert done.stderr.splitlines() == [
        "newsevents: error: no data file found below empty",
        "1 file fixed (1 value), 0 clean, 0 left as they are, 1 unreadable",
    ]
    done = run("fix", "-", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fix writes files in place" in done.stderr


def killed(folder: Path, step: str, times: int) -> list[str]:
    """Return what became of the file in each of so many processes that were killed while they fixed it."""
    (folder / "a.json").write_bytes(b"[" + b",".join([(STATE % "kp").encode()] * 100) + b"]")
    done = run(step, str(times), cwd=folder, script=str(KILLED))
    assert done.returncode == 0, done.stderr
    found = done.stdout.splitlines()
    assert len(found) == times
    assert run("fix", ".", cwd=folder).returncode == 0
    assert (folder / "a.json").read_bytes().count(b"KP") == 100
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of POSIX")
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_file_is_whole(tmp_path: Path, step: str) -> None:
    """It is the old one before the rename, and the new one after it; another run does what is left."""
    is_new = STEPS.index(step) >= STEPS.index("replace after")
    assert set(killed(tmp_path, step, KILLS_A_STEP)) == {"new" if is_new else "old"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of POSIX")
def test_killed_at_any_time_the_file_is_whole(tmp_path: Path) -> None:
    """Wherever that finds it."""
    assert set(killed(tmp_path, "any time", KILLS_AT_ANY_TIME)) <= {"old", "new"}


def test_exclude_is_read_from_the_settings(tmp_path: Path) -> None:
    """What validate leaves out of folders, fix leaves as it is, unless it is named or told otherwise."""
    write(tmp_path / "pyproject.toml", '[tool.newsevents]\nexclude = ["raw"]\npaths = ["raw"]\n')
    for folder in ("raw", "data"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "a.json", STATE % "North Korea")
    raw = tmp_path / "raw" / "a.json"
    assert run("fix", ".", cwd=tmp_path).stderr.startswith("1 file fixed")
    assert raw.read_bytes() == (STATE % "North Korea").encode()
    done = run("fix", "--check", "--exclude", "data", ".", cwd=tmp_path)
    assert done.stdout.startswith("raw/a.json:3:12: NE004")
    assert run("fix", "--check", "--no-config", ".", cwd=tmp_path).stdout.startswith("raw/a.json:3:12: NE004")
    # The settings never say what is to be written anew.
    assert run("fix", cwd=tmp_path).returncode == 2
    assert run("fix", "raw/a.json", cwd=tmp_path).stderr.startswith("1 file fixed")


def test_a_larger_file_is_fixed_on_request(tmp_path: Path) -> None:
    """The option that the finding names is there, and so is the setting."""
    file = write(tmp_path / "a.json", STATE % "North Korea")
    done = run("fix", "--max-size", "10", "a.json", cwd=tmp_path)
    assert (done.returncode, "--max-size raises the limit" in done.stdout) == (2, True)
    write(tmp_path / "pyproject.toml", "[tool.newsevents]\nmax-size = 10\n")
    assert run("fix", "a.json", cwd=tmp_path).returncode == 2
    assert run("fix", "--max-size", "1KB", "a.json", cwd=tmp_path).returncode == 0
    assert file.read_bytes() == (STATE % "KP").encode()


def test_wrong_settings_are_wrong_use(tmp_path: Path) -> None:
    """Nothing is written then."""
    file = write(tmp_path / "a.json", STATE % "North Korea")
    write(tmp_path / "pyproject.toml", "[tool.newsevents]\nexclude = 1\n")
    done = run("fix", "a.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "newsevents: error: pyproject.toml: tool.newsevents.exclude: expected an array of strings, not 1\n"
    )
    assert file.read_bytes() == (STATE % "North Korea").encode()
