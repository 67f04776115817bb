"""Ctrl-C, remembered: pydantic swallows it, or makes another error of it, where it comes while a model is built."""

import signal
import threading
from types import FrameType
from typing import NoReturn

__all__ = ["Interruption"]

_PYTHONS = signal.default_int_handler


_AGAIN = 1.0
"""After how many seconds Ctrl-C is raised again, where the process still runs."""
_ALARM: int | None = getattr(signal, "SIGALRM", None)  # Windows has none


class Interruption:
    """Knows whether the process was interrupted, and raises it again where something swallowed it."""

    seen = False

    @classmethod
    def watch(cls) -> None:
        """Start to watch, where Python's own handler would."""
        cls.seen = False
        # Only there may handlers be set; only there does Python raise.
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is _PYTHONS:
            signal.signal(signal.SIGINT, cls._handle)
            if _ALARM is not None and signal.getsignal(_ALARM) is signal.SIG_DFL:
                signal.signal(_ALARM, cls._handle)

    @classmethod
    def end(cls) -> None:
        """Raise nothing any more."""
        cls._raise_again(0)

    @classmethod
    def check(cls) -> None:
        """Raise what was swallowed.

        Raises:
            KeyboardInterrupt: The process was interrupted.
        """
        if cls.seen:
            raise KeyboardInterrupt

    @classmethod
    def _handle(cls, _: int, __: FrameType | None) -> NoReturn:
        cls.seen = True
        cls._raise_again(_AGAIN)
        raise KeyboardInterrupt

    @classmethod
    def _raise_again(cls, seconds: float) -> None:
        # The alarm may be somebody else's.
        if _ALARM is not None and signal.getsignal(_ALARM) == cls._handle:
            signal.setitimer(signal.ITIMER_REAL, seconds)
