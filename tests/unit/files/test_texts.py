"""Texts of sources from files: only from below the dossier's folder, or by check sum."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents import Dossier, Source, State, UnreadableFileError
from newsevents.files import texts as module
from newsevents.files.texts import TextFolder, read_texts

TEXT = "\ufeffA “clear proof”.\r\nOf what?\n"


def dossier(*names: str, **fields: Any) -> Dossier:
    """Return a dossier with a source for each file."""
    return Dossier(
        id="d",
        records=[
            State(id="kp", country="KP"),
            *(Source(id=f"s-{n}", title="T", form="wire", text_file=name, **fields) for n, name in enumerate(names)),
        ],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a dossier, with a text in it and a secret beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "report.txt").write_text("secret")
    inside = tmp_path / "story"
    (inside / "texts").mkdir(parents=True)
    (inside / "texts" / "report.txt").write_bytes(TEXT.encode())
    return inside


def refusal(folder: Path, name: str) -> str:
    """Return the message with which a file is refused."""
    read = read_texts(dossier("texts/report.txt", name), folder)
    assert dict(read.texts) == {"s-0": TEXT}
    (finding,) = read.findings
    assert (finding.code, finding.level) == ("NE311", "error")
    assert (finding.pointer, finding.record_id) == ("/records/2/text_file", "s-1")
    assert finding.message.startswith(f"text_file {name!r} ")
    assert "secret" not in finding.message.replace(name, "")
    return finding.message


@pytest.mark.parametrize("name", ["texts/report.txt", "./texts//report.txt", "link.txt", "folder/report.txt"])
def test_a_text_below_the_folder_is_read_to_the_byte(folder: Path, name: str) -> None:
    """Line breaks and a byte order mark stay; a link that stays inside is followed."""
    (folder / "link.txt").symlink_to("texts/report.txt")
    (folder / "folder").symlink_to(folder / "texts")
    for base in (folder, os.fspath(folder), os.path.relpath(folder)):
        assert read_texts(dossier(name), base) == ({"s-0": TEXT}, [])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/passwd", "is an absolute path"),
        ("//server/share", "is an absolute path"),
        ("C:report.txt", "is an absolute path"),
        ("c:/report.txt", "is an absolute path"),
        ("texts\\report.txt", "has a backslash"),
        ("..", "leads upwards"),
        ("../secret.txt", "leads upwards"),
        ("texts/../../secret.txt", "leads upwards"),
        ("texts/../texts/report.txt", "leads upwards"),
        ("missing.txt", "No such file"),
        ("missing/report.txt", "No such file"),
        ("texts/report.txt/x", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("a\0b", "null"),
        (".", "is a folder"),
        ("texts", "is a folder"),
        ("texts/", "is a folder"),
    ],
)
def test_what_is_not_below_the_folder_is_refused(folder: Path, name: str, reason: str) -> None:
    """By its name, or because nothing is there; the message says what was expected."""
    message = refusal(folder, name)
    assert reason in message
    assert "expected a file below the dossier's folder" in message


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.symlink_to("../secret.txt"), "is a link that leads out"),
        (lambda path: path.symlink_to("/etc/passwd"), "is a link that leads out"),
        (lambda path: path.symlink_to("/dev/zero"), "is a link that leads out"),
        (lambda path: path.symlink_to("bad.txt"), "is no regular file"),
        (lambda path: path.symlink_to("nowhere"), "No such file"),
        (os.mkfifo, "is no regular file"),
        (lambda path: path.write_bytes(b"abc\xff"), "is not UTF-8 at byte 3"),
        (lambda path: path.write_bytes(b"x" * (64 * 2**20 + 1)), "has more than 64 MB"),
    ],
)
def test_what_is_no_text_is_refused(folder: Path, make: Callable[[Path], None], reason: str) -> None:
    """A link that leads out or nowhere, a pipe, other bytes, too much of them; nothing hangs."""
    make(folder / "bad.txt")
    assert reason in refusal(folder, "bad.txt")


def test_a_linked_folder_that_leads_out_is_refused(folder: Path) -> None:
    """Also halfway."""
    (folder / "out").symlink_to("../outside")
    assert "is a link that leads out" in refusal(folder, "out/report.txt")


@pytest.mark.parametrize("name", ["folder/report.txt", "report.txt"])
def test_nobody_can_put_a_link_in_between(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was no link when it was looked at, and is one when it is opened, is not followed."""
    (folder / "folder").symlink_to("../outside")
    (folder / "report.txt").symlink_to("../secret.txt")
    monkeypatch.setattr(os.path, "realpath", os.path.abspath)
    assert "cannot be read" in refusal(folder, name) or "is no regular file" in refusal(folder, name)


def test_what_changes_while_it_is_opened_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that became a pipe, or grew."""
    status = os.stat(folder / "texts" / "report.txt")  # noqa: PTH116  (as the library does)
    os.mkfifo(folder / "pipe")
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", lambda *_, **__: status)
        assert "is no regular file" in refusal(folder, "pipe")
    (folder / "long.txt").write_text("x" * 100)
    monkeypatch.setattr(module, "_check_kind", lambda _: None)
    monkeypatch.setattr(module, "_LARGEST", 90)
    assert "has more than" in refusal(folder, "long.txt")


def test_without_descriptors_of_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: the same, by path."""
    monkeypatch.setattr(module, "_HAS_DESCRIPTORS", False)
    assert read_texts(dossier("texts/report.txt"), folder).texts == {"s-0": TEXT}
    assert "is a folder" in refusal(folder, "texts")


def test_a_file_is_read_once_and_all_together_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand sources may name one file; different files have a limit in all."""
    monkeypatch.setattr(module, "_LARGEST_TOGETHER", len(TEXT.encode()) + 1)
    (folder / "other.txt").write_text("ab")
    read = read_texts(dossier("texts/report.txt", "./texts/report.txt", "other.txt"), folder)
    assert read.texts == {"s-0": TEXT, "s-1": TEXT}
    (finding,) = read.findings
    assert "in all" in finding.message


def test_a_finding_can_be_silenced(folder: Path) -> None:
    """Like any other."""
    made = dossier("missing.txt", extensions={"x-newsevents-ignore": ["NE311"]})
    assert read_texts(made, folder).findings == []


def pinned(content: str, **fields: Any) -> Source:
    """Return a source that pins its text."""
    return Source(id="s", title="T", form="wire", text_sha256=hashlib.sha256(content.encode()).hexdigest(), **fields)


def test_a_folder_of_texts_is_matched_by_check_sum(folder: Path) -> None:
    """Under any name, at any depth; not what a source holds or names itself."""
    by_sum = Dossier(id="d", records=[pinned(TEXT)])
    assert read_texts(by_sum, folder).texts == {}
    for known in (folder, os.fspath(folder), TextFolder(folder)):
        assert read_texts(by_sum, folder.parent / "outside", texts_folder=known) == ({"s": TEXT}, [])
    inline = Dossier(id="d", records=[pinned(TEXT, text=TEXT)])
    assert read_texts(inline, folder, texts_folder=folder).texts == {}
    lost = Dossier(id="d", records=[pinned(TEXT, text_file="lost.txt")])
    read = read_texts(lost, folder, texts_folder=folder)
    assert read.texts == {"s": TEXT}
    assert [finding.code for finding in read.findings] == ["NE311"]


def test_a_folder_of_texts_holds_what_is_no_text_too(folder: Path) -> None:
    """Pipes, links and other bytes are passed over."""
    os.mkfifo(folder / "pipe")
    (folder / "a-link").symlink_to("texts/report.txt")
    (folder / "bytes").write_bytes(b"\xff")
    known = TextFolder(folder)
    bad = hashlib.sha256(b"\xff").hexdigest()
    good = hashlib.sha256(TEXT.encode()).hexdigest()
    assert known.find([bad, good, "0" * 64]) == {good: TEXT}
    # What was written to meanwhile is another text, and what is gone is none.
    (folder / "texts" / "report.txt").write_text("other")
    assert known.find([good]) == {}
    (folder / "texts" / "report.txt").unlink()
    assert known.find([good]) == {}


def test_a_folder_of_texts_that_cannot_be_read_is_no_empty_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a file, with too many files: an exception with the finding."""
    made = Dossier(id="d", records=[pinned(TEXT)])
    for path, reason in (
        (folder / "no", "No such file"),
        (folder / "texts" / "report.txt", "Not a directory"),
        ("a\0b", "null"),
    ):
        with pytest.raises(UnreadableFileError, match=reason) as caught:
            read_texts(made, folder, texts_folder=path)
        assert [finding.code for finding in caught.value.findings] == ["NE001"]
    monkeypatch.setattr(module, "_MOST_FILES", 0)
    with pytest.raises(UnreadableFileError, match="name a smaller folder"):
        read_texts(made, folder, texts_folder=folder)
