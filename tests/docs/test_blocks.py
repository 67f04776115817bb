"""Every block of every page runs, or the tables in `blocks.py` say where it does."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.docs.blocks import PAGES, Run, name


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_blocks_of(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a page shows is so."""
    module = ModuleType(f"page_{page.stem.replace('-', '_')}")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("NO_COLOR", "1")
    Run(tmp_path, module, lambda: "".join(capsys.readouterr())).page(page)
