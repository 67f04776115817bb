"""`newsevents fix` where a real process would need a machine of its own: what cannot be read, what is not installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsevents.cli import main
from newsevents.cli._files import Input, Search


def test_what_cannot_be_read_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder whose names are not shown, and a format for which something is missing: exit status 2."""
    file = tmp_path / "s.yaml"
    file.write_text("type: state", encoding="utf-8")

    def files(*_: object) -> Iterator[Input]:
        yield Input("folder", "cannot be read: Permission denied")
        yield Input(file.as_posix())

    monkeypatch.setattr(Search, "files", files)
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    assert main(["fix", "."]) == 2
    told = capsys.readouterr()
    first, second = told.out.splitlines()
    assert first == "folder: NE001 error cannot be read: Permission denied"
    assert second.startswith(f"{file.as_posix()}: NE001 error cannot be read: YAML needs PyYAML")
    assert told.err == "0 files fixed (0 values), 0 clean, 0 left as they are, 2 unreadable\n"
