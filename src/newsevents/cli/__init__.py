"""The command `newsevents`: only here is anything printed."""

from newsevents.cli._main import main

__all__ = ["main"]
