"""Starting processes that share work."""

import os
import signal
import sys
from collections.abc import Iterator
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from newsevents.files._process import quiet, starting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Take interruptions as under a terminal, and leave none behind."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_waits() -> None:
    """It comes when the processes have started, and other threads do not let it through."""
    events: list[str] = []
    signal.signal(signal.SIGINT, lambda _signal, _frame: events.append("interrupted"))
    over = Event()
    other = Thread(target=over.wait)
    other.start()
    with starting():
        os.kill(os.getpid(), signal.SIGINT)
        other.join(0.1)
        events.append("started")
    over.set()
    assert events == ["started", "interrupted"]


def test_other_threads_start_processes_as_they_are() -> None:
    """They may set no handlers, and take no interruptions."""
    handlers: list[object] = []

    def start() -> None:
        with starting():
            handlers.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=start)
    thread.start()
    thread.join()
    assert handlers == [signal.default_int_handler]


def test_a_new_process_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes interruptions, though it was started while they wait, and ends with the one that started it."""
    parent, ended = Event(), Event()

    def ended_with(_status: int) -> None:
        ended.set()

    monkeypatch.setattr("multiprocessing.parent_process", lambda: SimpleNamespace(join=parent.wait))
    monkeypatch.setattr(os, "_exit", ended_with)
    with starting():
        quiet()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    assert not ended.is_set()
    parent.set()
    assert ended.wait(20)
