"""The manners of a good command, in real processes: exit status, streams, interruption, locale, what is loaded."""

import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

import pytest

from newsevents import Finding
from newsevents.cli import main

pytestmark = pytest.mark.base
Put = Callable[..., None]
HEAVY = {"rich", "tomllib", "importlib.metadata", "yaml", "multiprocessing", "email", "newsevents.cli._run"}


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "newsevents", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, env={**os.environ, **environment})


def start(*words: str, cwd: Path) -> subprocess.Popen[bytes]:
    """Start Python in a session of its own, to be interrupted or killed."""
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=cwd,
        # A tracer that is interrupted while it holds its lock waits for that lock for ever.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_PROCESS_")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Take interruptions as under a terminal; a shell that runs the tests in the background has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_full_disk(put: Put, here: Path) -> None:
    """Output that cannot be written is a failure, said in a line."""
    put("a.json", text="{")
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "newsevents", "validate", "a.json"],
            cwd=here,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"newsevents: error: the output cannot be written: No space left on device\n"


FULL = b"newsevents: error: the output cannot be written: No space left on device\n"
CLOSED = b"newsevents: error: the output cannot be written: Bad file descriptor\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, and a shell")
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--version >/dev/full", (2, b"", FULL)),
        ("--help >/dev/full", (2, b"", FULL)),
        ("schema >/dev/full", (2, b"", FULL)),
        ("schema report >/dev/full", (2, b"", FULL)),
        ("validate a.json 2>/dev/full", (2, b"", b"")),
        ("--version >&-", (2, b"", CLOSED)),
        ("validate b.json >&-", (2, b"", CLOSED)),
        ("validate a.json >&-", (0, b"", b"1 file checked: clean\n")),
        ("validate a.json 2>&-", (0, b"", b"")),
        ("validate a.json <&- >&- 2>&-", (0, b"", b"")),
        (
            "validate - <&-",
            (
                2,
                b"<stdin>: NE001 error cannot be read: Bad file descriptor\n",
                b"1 file checked: 1 error, 0 warnings, 0 info\n",
            ),
        ),
        ("normalize country <&-", (2, b"", b"newsevents: error: the input cannot be read: Bad file descriptor\n")),
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_streams_that_are_full_or_closed(
    put: Put, here: Path, line: str, told: tuple[int, bytes, bytes], unbuffered: str
) -> None:
    """What cannot be read or written is a failure in a line, buffered or not; what is not needed is not missed."""
    put("a.json")
    put("b.json", text="{")
    words = [sys.executable, "-m", "newsevents", *line.split()]
    shell = " ".join(shlex.quote(word) if word == sys.executable else word for word in words)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["/bin/sh", "-c", shell], cwd=here, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == told


@pytest.mark.skipif(sys.platform == "win32", reason="a current folder cannot be deleted there")
@pytest.mark.parametrize("words", [("validate", "."), ("validate", "--no-config", "a.json"), ("fix", "a.json")])
def test_a_current_folder_that_is_gone(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """It is told in a line, and not mistaken for the output."""
    (here / "gone").mkdir()
    monkeypatch.chdir(here / "gone")
    (here / "gone").rmdir()
    assert main(words) == 2
    told = "newsevents: error: the current folder cannot be found: No such file or directory\n"
    assert capfd.readouterr() == ("", told)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c(put: Put, here: Path, jobs: str) -> None:
    """An interruption ends the command and its processes with a word: exit 130, no report, no temporary file."""
    put("z.json", *(f"{number}.json" for number in range(1500)))
    words = ("-m", "newsevents", "validate", ".", "--output", "report.txt", "--jobs", jobs)
    process = start("-X", "faulthandler", *words, cwd=here)
    while not list(here.glob(".report.txt.*.tmp")):
        assert process.poll() is None
        time.sleep(0.01)
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    try:
        _, err = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        # Where it stands is told on standard error.
        os.killpg(process.pid, signal.SIGABRT)
        _, err = process.communicate()
    assert process.returncode == 130, err.decode()
    # Python says so where it cannot raise what the signal raised.
    assert err.endswith(b"newsevents: interrupted\n")
    assert not [path for path in here.iterdir() if "report" in path.name]


INTERRUPTED_AT_START = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
sys.argv = ["newsevents", "validate", ".", "--jobs", "2"]
from newsevents.__main__ import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_an_interruption_while_processes_start(put: Put, here: Path) -> None:
    """None is left behind that would hold the output open, though the signal reached one process alone."""
    put("a.json", "b.json", "c.json")
    process = start("-c", INTERRUPTED_AT_START, cwd=here)
    try:
        told = process.communicate(timeout=20)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, told) == (130, (b"", b"newsevents: interrupted\n"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_processes_end_with_the_command(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that still work when it is interrupted are ended, since nobody waits for them."""
    put("a.json")
    process = get_context("spawn").Process(target=time.sleep, args=(60,))
    process.start()

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsevents.cli._check.check_file", interrupt)
    assert main(["validate", "a.json"]) == 130
    process.join(20)
    assert process.exitcode == -signal.SIGTERM


KILLED_AT_START = """\
import multiprocessing, os, signal, sys
multiprocessing.set_start_method("fork")
from newsevents.cli import _check
parent = os.getpid()
_check.check_file = lambda *_, **__: os.kill(parent, signal.SIGKILL)
sys.argv = ["newsevents", "validate", ".", "--jobs", "2"]
from newsevents.__main__ import run
run()
"""


@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="its processes are copies of it")
def test_processes_end_with_a_command_that_is_killed(put: Put, here: Path) -> None:
    """They do not wait for work for ever, and hold the output open no longer."""
    put("a.json", "b.json", "c.json")
    process = start("-c", KILLED_AT_START, cwd=here)
    try:
        told, _ = process.communicate(timeout=20)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, told) == (-signal.SIGKILL, b"")


def test_the_same_everywhere(put: Put, here: Path) -> None:
    """Neither locale nor time zone changes what is found, and output is UTF-8 with bare line feeds."""
    put("ä/b.json", text='{"type":"state","id":"é"}\n{')
    first = run("validate", ".", "--format", "json", cwd=here)
    second = run(
        *("validate", ".", "--format", "json"),
        cwd=here,
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
        TZ="X-14",
    )
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)
    assert json.loads(first.stdout.decode())["findings"][0]["path"] == "ä/b.json"
    assert b"\r" not in first.stdout


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["--help"], HEAVY),
        (["rules"], HEAVY | {"newsevents.cli._validate", "newsevents.cli._normalize"}),
        (
            ["validate", "--no-config", "a.json"],
            {"rich", "tomllib", "yaml", "multiprocessing", "newsevents.cli._rules"},
        ),
    ],
)
def test_what_is_loaded(put: Put, here: Path, words: list[str], unwanted: set[str]) -> None:
    """A command loads what it needs: its own modules, and nothing that only others or terminals need."""
    put("a.json")
    code = (
        "import sys; import newsevents; before = set(sys.modules); from newsevents.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sorted(set(sys.modules) - before), sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=here, capture_output=True, encoding="utf-8", check=True
    )
    assert not unwanted & set(done.stderr.splitlines())


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("error", [None, ValueError("something else")])
def test_an_interruption_that_is_swallowed(
    put: Put, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception | None
) -> None:
    """What runs at that moment may swallow an interruption, or make another error of it: it counts all the same."""
    put("a.json", "b.json")

    def swallow(*_: object, **__: object) -> list[Finding]:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            if error is not None:
                raise error from None
        return []

    monkeypatch.setattr("newsevents.cli._check.check_file", swallow)
    assert main(["validate", ".", "--output", "report.txt"]) == 130
    assert capsys.readouterr() == ("", "newsevents: interrupted\n")
    assert not (here / "report.txt").exists()


def swallow_then(monkeypatch: pytest.MonkeyPatch, go_on: Callable[[], object]) -> None:
    """Have each file checked by what swallows an interruption and goes on."""

    def check(*_: object, **__: object) -> list[Finding]:
        with contextlib.suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        go_on()
        return []

    monkeypatch.setattr("newsevents.cli._check.check_file", check)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.usefixtures("interruptible")
def test_an_interruption_that_is_swallowed_by_what_goes_on(
    put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It comes again a second later."""
    put("a.json")
    swallow_then(monkeypatch, lambda: time.sleep(60))
    assert main(["validate", "."]) == 130
    assert capsys.readouterr() == ("", "newsevents: interrupted\n")
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.usefixtures("interruptible")
def test_the_alarm_of_somebody_else(
    put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is left alone; the interruption counts between two files."""
    put("a.json")
    timers: list[object] = []
    swallow_then(monkeypatch, lambda: timers.append(signal.getitimer(signal.ITIMER_REAL)))
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        assert main(["validate", "."]) == 130
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGALRM, before)
    # Looked at here: there, an error would count as the interruption.
    assert timers == [(0, 0)]
    assert capsys.readouterr() == ("", "newsevents: interrupted\n")


def test_from_another_thread(put: Put, here: Path) -> None:
    """Only the main thread may watch for interruptions; the command runs in any."""
    put("a.json")
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(main, ["validate", str(here / "a.json"), "--quiet"]).result() == 0


def test_an_error_of_ours_is_none_of_the_users(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody interrupted is raised as it is."""
    put("a.json")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("newsevents.cli._check.check_file", fail)
    with pytest.raises(RuntimeError, match="a fault of ours"):
        main(["validate", "a.json"])
