"""`python -m newsevents` is the command `newsevents`."""

import gc
import os

from newsevents.cli import main

__all__ = ["run"]


def run() -> None:
    """Run the command in a process of its own, and end it."""
    # What traces programs that validate is no part of a command, and to look for it takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What was loaded stays to the end: nobody need look for circles in it.
    gc.freeze()
    status = main()
    # All is written and closed; to take apart what was loaded would take as long as to check a small file.
    os._exit(status)


if __name__ == "__main__":
    run()
