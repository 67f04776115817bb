"""What the tests of the command line share: a folder to be in, and the command, run in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from newsevents.cli import main

SOURCE = '{"type":"source","id":"r","form":"article","title":"A report"}'
STATE = '{"type":"state","id":"s","country":"KP","attributions":[{"source_id":"r"}]}'


class Done(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def put(here: Path) -> Callable[..., None]:
    """Return what writes files into the folder; what is in one file is a dossier without fault, unless said."""

    def put(*names: str, text: str = f"[{SOURCE},{STATE}]\n") -> None:
        for name in names:
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            (here / name).write_text(text, encoding="utf-8")

    return put


@pytest.fixture
def run(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Return what runs the command in the folder."""
    assert here == Path.cwd()

    def run(*words: str) -> Done:
        capsys.readouterr()
        try:
            status = main(words)
        except SystemExit as stop:
            status = int(str(stop.code))
        return Done(status, *capsys.readouterr())

    return run
