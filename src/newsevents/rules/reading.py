"""NE0: what the reader finds before there is a dossier, and what is odd about its words and silencers."""

from collections.abc import Iterator

from newsevents.rules._rule import Found, documented, rule
from newsevents.rules._view import View

documented(
    "NE001",
    "unreadable-file",
    "error",
    """
    A file cannot be read at all.

    ## What it does

    Reports a path that is missing, a folder, no regular file, without permission, larger than what may be read, or of
    an unknown kind. The exit status is 2, since nothing in the file was checked.

    ## Why it matters

    A check that passes because it read nothing is worse than none.

    ## Example

    ```sh
    newsevents validate no-such-file.json
    ```

    ## Use instead

    The path of a file that is there, or `--max-size` for one that is larger than 64 MB.

    ## Source

    POSIX errors, as the operating system gives them.
    """,
)
