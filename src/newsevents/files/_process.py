"""Processes that share work: none is left behind when the one that started them is interrupted."""

import os
import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

__all__ = ["quiet", "starting"]

# Windows has neither masks nor alarms.
_mask: Callable[[int, set[int]], Any] = getattr(signal, "pthread_sigmask", lambda _how, _which: None)
_BLOCK, _UNBLOCK = getattr(signal, "SIG_BLOCK", 0), getattr(signal, "SIG_UNBLOCK", 0)
_INTERRUPTIONS: set[int] = {signal.SIGINT, getattr(signal, "SIGALRM", signal.SIGINT)}


@contextmanager
def starting() -> Generator[None, None, None]:
    """Let interruptions wait while processes are started: until a new one is noted down, nobody can end it."""
    _mask(_BLOCK, _INTERRUPTIONS)
    try:
        yield
    finally:
        _mask(_UNBLOCK, _INTERRUPTIONS)


def quiet() -> None:
    """Prepare a new process to end without a word: when it is interrupted, or the one that started it is gone."""
    from multiprocessing import parent_process  # noqa: PLC0415  (many modules, for several processes only)
    from threading import Thread  # noqa: PLC0415  (as above)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _mask(_UNBLOCK, _INTERRUPTIONS)
    Thread(target=_end_after, args=[parent_process()], daemon=True).start()


def _end_after(parent: Any) -> None:
    parent.join()
    os._exit(1)
