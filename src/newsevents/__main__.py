"""`python -m newsevents` is the command `newsevents`."""

import sys

from newsevents.cli import main

if __name__ == "__main__":
    sys.exit(main())
