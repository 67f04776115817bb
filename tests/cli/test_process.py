"""The command in a process of its own: what it asks of its surroundings."""

import os
import subprocess
import sys

import pytest

CODE = """
import os, sys
sys.argv = ["newsevents", "rules"]
os._exit = lambda status: print(status, os.environ["PYDANTIC_DISABLE_PLUGINS"])
from newsevents.__main__ import run
run()
"""


@pytest.mark.base
@pytest.mark.parametrize(("wish", "counts"), [(None, "__all__"), ("mine", "mine")])
def test_plugins_of_pydantic_are_left_out(wish: str | None, counts: str) -> None:
    """Nobody looks for them, unless a user says which are wanted."""
    known = {name: value for name, value in os.environ.items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    given = known if wish is None else known | {"PYDANTIC_DISABLE_PLUGINS": wish}
    done = subprocess.run([sys.executable, "-c", CODE], env=given, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == f"0 {counts}"
