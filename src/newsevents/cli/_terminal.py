"""What a terminal can show: whether there is color, and rich, which is loaded only where it shows something."""

import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, TextIO

from newsevents.errors import MissingExtraError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["console", "is_colored"]


def is_colored(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether to color what goes to *stream*: as was chosen, else as the environment says, else on a terminal.

    See https://no-color.org and https://bixense.com/clicolors.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE")
    if forced:
        return forced != "0"
    return stream.isatty() and environment.get("CLICOLOR") != "0" and environment.get("TERM") != "dumb"


def console(choice: str, stream: TextIO) -> "Console | None":
    """Return what draws on *stream*; `None` where it is no terminal and color was not asked for, or without rich.

    Raises:
        MissingExtraError: Color was asked for, and rich is not installed.
    """
    colored = is_colored(choice, stream)
    if not colored and not stream.isatty():
        return None
    if find_spec("rich") is None:
        if choice == "always":
            raise MissingExtraError("color needs rich: pip install 'newsevents[cli]'")
        return None
    from rich.console import Console  # noqa: PLC0415  (an extra, and slow to load)

    return Console(
        file=stream,
        force_terminal=True,
        no_color=not colored,
        color_system="standard" if colored else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
