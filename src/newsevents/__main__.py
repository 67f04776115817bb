"""`python -m newsevents` is the command `newsevents`."""

import gc
import os
import sys

from newsevents.cli import main

__all__ = ["run"]


def run() -> None:
    """Run the command in a process of its own, and end it."""
    # What traces programs that validate is no part of a command, and to look for it takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What was loaded stays to the end, and at the end all goes at once: nobody need look for circles in it.
    gc.freeze()
    try:
        status = main()
    finally:
        gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    run()
