"""Ctrl-C, remembered: pydantic swallows it, or makes another error of it, where it comes while a model is built."""

import signal
import threading
from types import FrameType
from typing import NoReturn

__all__ = ["Interruption"]

_PYTHONS = signal.default_int_handler


class Interruption:
    """Knows whether the process was interrupted."""

    seen = False

    @classmethod
    def watch(cls) -> None:
        """Start to watch, where Python's own handler would."""
        cls.seen = False
        # Only there may handlers be set; only there does Python raise.
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is _PYTHONS:
            signal.signal(signal.SIGINT, cls._handle)

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
        raise KeyboardInterrupt
