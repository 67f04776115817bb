"""Processes that share work: none is left behind when the one that started them is interrupted."""

import os
import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

__all__ = ["quiet", "starting"]

_INTERRUPTIONS: set[int] = {signal.SIGINT, getattr(signal, "SIGALRM", signal.SIGINT)}  # Windows has no alarms


@contextmanager
def starting() -> Generator[None, None, None]:
    """Let interruptions wait while processes are started: until a new one is noted down, nobody can end it."""
    if threading.current_thread() is not threading.main_thread():
        # Interruptions come to the main thread alone.
        yield
        return
    came: list[int] = []
    # Blocked in this thread, a signal would come by way of another one.
    usual = {which: signal.getsignal(which) for which in _INTERRUPTIONS}
    for which in usual:
        signal.signal(which, lambda which, _frame: came.append(which))
    try:
        yield
    finally:
        for which, handler in usual.items():
            signal.signal(which, handler)
        for which in dict.fromkeys(came):
            signal.raise_signal(which)


def quiet() -> None:
    """Prepare a new process to end without a word: when it is interrupted, or the one that started it is gone."""
    from multiprocessing import parent_process  # noqa: PLC0415  (many modules, for several processes only)

    for which in _INTERRUPTIONS:
        signal.signal(which, signal.SIG_DFL)
    threading.Thread(target=_end_after, args=[parent_process()], daemon=True).start()


def _end_after(parent: Any) -> None:
    parent.join()
    os._exit(1)
