"""Large JSON Lines files on the command line: streamed, and honest about what was not checked."""

import gzip
import io
from pathlib import Path

import pytest

from newsevents.cli import _check, main
from newsevents.files import _range, stream

STATE = '{"type":"state","id":"%s","country":"KP"}\n'


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stream, "LARGEST_WHOLE", 100)
    monkeypatch.setattr(stream, "_RANGE", 100)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("jobs", [(), ("--jobs", "1"), ("--jobs", "2")])
def test_the_summary_names_the_rules_that_were_left_out(
    capsys: pytest.CaptureFixture[str], jobs: tuple[str, ...]
) -> None:
    """With any number of processes; they run in memory on demand."""
    Path("a.jsonl").write_text("".join(STATE % id for id in "abca"))
    assert main(["validate", "a.jsonl", "--select", "NE101,NE105", *jobs]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == 1
    assert out.startswith("a.jsonl:4:22: NE101 error")
    assert "rules on whole files were left out (NE105); --all-rules runs them in memory" in err
    assert main(["validate", "a.jsonl", "--select", "NE101,NE105", "--all-rules", *jobs]) == 1
    out, err = capsys.readouterr()
    assert out.count("NE105") == 4
    assert "left out" not in err


def test_nothing_is_said_where_nothing_was_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """No rule on whole files was asked for, or the shape is wrong."""
    Path("a.jsonl").write_text("".join(STATE % id for id in "abc"))
    assert main(["validate", "a.jsonl", "--select", "NE101"]) == 0
    Path("a.jsonl").write_text("".join(STATE % id for id in "abC"))
    assert main(["validate", "a.jsonl"]) == 1
    assert "left out" not in capsys.readouterr().err


def test_the_summary_says_where_more_may_be_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a level of which as much was found as is told of one file; what is cut off is never passed over."""
    for module in (stream, _check, _range):
        monkeypatch.setattr(module, "MOST_FAULTS", 3)
    odd = '{"type":"item","id":"%s","description":"d","category":"unheard_of"}\n'
    Path("a.jsonl").write_text("".join(odd % id for id in "abcde"))
    assert main(["validate", "a.jsonl", "--select", "NE005", "--jobs", "1"]) == 0
    out, err = capsys.readouterr()
    assert out.count("NE005") == 3
    assert "a.jsonl: of level info no more than 3 findings are told, and there may be others" in err
    Path("a.jsonl").write_text("".join(odd % id for id in "ab"))
    assert main(["validate", "a.jsonl", "--select", "NE005", "--jobs", "1"]) == 0
    assert "others" not in capsys.readouterr().err


def test_several_large_files_are_checked_by_several_processes(capsys: pytest.CaptureFixture[str]) -> None:
    """Each by one."""
    for name in ("a.jsonl", "b.jsonl.gz"):
        text = "".join(STATE % id for id in "abca").encode()
        Path(name).write_bytes(gzip.compress(text) if name.endswith("gz") else text)
    assert main(["validate", "a.jsonl", "b.jsonl.gz", "--select", "NE101", "--jobs", "2"]) == 1
    assert capsys.readouterr().out.count("NE101") == 2


@pytest.mark.parametrize("name", ["a.json", "a.json.gz"])
def test_a_document_of_very_many_records(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It is checked record after record, and everything is told at its own place; on demand as a whole."""
    monkeypatch.setattr(stream, "MOST_RECORDS_WHOLE", 3)
    records = ",\n  ".join(STATE.strip() % id for id in "abca")
    text = f'{{"type":"dossier","schema_version":"1.0","id":"d","records":[{records}]}}'
    Path(name).write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    assert main(["validate", name, "--select", "NE101,NE105"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{name}:4:24: NE101 error")
    assert out.count("\n") == 1
    assert "records, so that the rules on whole files were left out (NE105); --all-rules runs them in memory" in err
    assert main(["validate", name, "--select", "NE101,NE105", "--all-rules"]) == 1
    assert capsys.readouterr().out.count("NE105") == 4


def test_the_standard_input_may_be_large(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings bear the name that it was given."""
    content = io.TextIOWrapper(io.BytesIO("".join(STATE % id for id in "abca").encode()))
    monkeypatch.setattr("sys.stdin", content)
    assert main(["validate", "-", "--stdin-filename", "x.jsonl", "--select", "NE1"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("x.jsonl:4:22: NE101 error")
    assert "x.jsonl: over" in err


def test_a_large_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """It is one that was not checked: a line is too long, or what decompresses it is missing."""
    Path("a.jsonl").write_text(STATE % "a" + STATE % ("b" * 128))
    assert main(["validate", "a.jsonl", "--max-size", "100"]) == 2
    assert "a.jsonl:2:1: NE001 error larger than" in capsys.readouterr().out
    assert main(["validate", "missing.jsonl"]) == 2
    assert "missing.jsonl: NE001 error cannot be read: No such file" in capsys.readouterr().out


def test_a_large_file_without_the_extra(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding names it."""
    Path("a.jsonl.zst").write_bytes(b"")
    monkeypatch.setattr("newsevents.files._content._ZSTD", "no_such_module")
    assert main(["validate", "a.jsonl.zst"]) == 2
    assert "newsevents[cli]" in capsys.readouterr().out
