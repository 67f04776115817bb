"""The command line from within: what real processes cannot show."""

import io
import sys

import pytest

from newsevents.cli import _schema, main


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the command with a word and no traceback."""

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_schema, "_run", interrupt)
    assert main(["schema"]) == 130
    assert capsys.readouterr().err == "newsevents: interrupted\n"


def test_any_stream_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output may go to a stream that has no encoding of its own."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["schema", "state"]) == 0
    assert '"urn:newsevents:schema:1.0:validate:state"' in stream.getvalue()
