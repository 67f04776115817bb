"""The collector of circles, which finds none in what is made to stay: modules, models, records."""

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["made_to_stay", "no_collection"]

# Python 3.12 has frozen 375 objects when it starts.
_MOST_OF_PYTHON = 1000


@contextmanager
def no_collection() -> Generator[None, None, None]:
    """Look for no circles while much is made to stay: there are none, and to look takes a sixth of the time."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_collecting:
            gc.enable()


def made_to_stay() -> None:
    """Count all that there is as old, without a look at it; whatever has become garbage is found all the same, later.

    The collector would look first at what was made while it was off, at all of it. Made for the time of an import:
    what is counted as old again and again is looked at too seldom.
    """
    # What somebody else has frozen stays so; PyPy knows no such thing.
    if hasattr(gc, "freeze") and gc.get_freeze_count() < _MOST_OF_PYTHON:
        gc.freeze()
        gc.unfreeze()
