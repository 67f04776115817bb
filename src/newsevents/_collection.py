"""The collector of circles, which finds none in what is made to stay: modules, models, records."""

import gc
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["no_collection"]


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
