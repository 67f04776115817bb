"""Content: compressed or not, the same is read; what is damaged, too large or no file is told, and never waited for."""

import gzip
import io
import re
from collections.abc import Callable
from pathlib import Path, PurePath
from unittest.mock import Mock, patch

import pytest
from backports import zstd
from hypothesis import example, given
from hypothesis import strategies as st

from newsevents import State, UnreadableFileError, load, loads
from newsevents.errors import MissingExtraError
from newsevents.files._content import BLOCK_SIZE, Content
from newsevents.files._format import ENDINGS, Format, Kind, kind_of
from newsevents.files._limit import MAX_SIZE, TooLargeError
from newsevents.files.read import read_file, read_stream
from newsevents.findings import Finding

RECORD = State(id="s", country="KP")
TEXTS = {
    "json": RECORD.to_json(),
    "jsonl": RECORD.to_json() + b"\n",
    "yaml": b"type: state\nid: s\ncountry: KP\n",
}
COMPRESS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstd.compress}


def refused(path: Path, max_size: int = MAX_SIZE) -> Finding:
    """Return the finding with which a file is refused as unreadable."""
    with pytest.raises(UnreadableFileError) as caught:
        read_file(path, max_size=max_size)
    (finding,) = caught.value.findings
    assert finding.code == "NE001"
    return finding


@pytest.mark.parametrize("compression", COMPRESS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_may_be_compressed(tmp_path: Path, ending: str, compression: str) -> None:
    """The endings say what is in it, in any case, and belong to no id."""
    content = COMPRESS[compression](TEXTS[ENDINGS[ending]])
    file = tmp_path / f"My Story{ending.upper()}{compression}"
    file.write_bytes(content)
    dossier = load(file)
    assert (dossier.id, dossier.records) == ("my-story", (RECORD,))
    assert read_stream(io.BytesIO(content), file.name).dossier == dossier
    file = file.rename(tmp_path / f"story{compression}")
    assert load(file, format=ENDINGS[ending]).records == (RECORD,)


def test_a_name_says_format_and_compression() -> None:
    """Of a compressed file the ending before counts."""
    assert kind_of(PurePath("a.json.b.YML.GZ")) == Kind("yaml", "gzip")
    assert kind_of(PurePath("a.json.gz.gz")) is kind_of(PurePath("a.gz")) is kind_of(PurePath(".gz")) is None
    assert kind_of(PurePath("a.gz"), "json") == Kind("json", "gzip")
    assert kind_of(PurePath("-"), "json") == Kind("json", None)


@pytest.mark.parametrize("compression", COMPRESS)
def test_members_one_after_the_other_are_one_content(tmp_path: Path, compression: str) -> None:
    """As `cat a.gz b.gz` makes them."""
    file = tmp_path / f"a.jsonl{compression}"
    texts = [State(id=f"s-{number}", country="KP").to_json() + b"\n" for number in range(3)]
    file.write_bytes(b"".join(map(COMPRESS[compression], texts)))
    assert [record.id for record in load(file).records] == ["s-0", "s-1", "s-2"]


@pytest.mark.parametrize("compression", COMPRESS)
def test_damaged_data_is_broken_content(tmp_path: Path, compression: str) -> None:
    """Cut anywhere, or with other bytes behind it, it is a finding with its reason."""
    whole = COMPRESS[compression](TEXTS["json"])
    file = tmp_path / f"a.json{compression}"
    for content in [*(whole[:cut] for cut in range(1, len(whole))), whole + b"rest", b"no such data"]:
        file.write_bytes(content)
        ((finding,), dossier) = read_file(file).findings, read_file(file).dossier
        assert dossier is None
        assert (finding.code, finding.level, finding.line, finding.path) == ("NE002", "error", 1, str(file))
        assert finding.message.startswith("not valid gzip data: " if compression == ".gz" else "not valid zstd data: ")
        assert finding.message.endswith("; compress the file again")
        assert read_stream(io.BytesIO(content), str(file)).findings == (finding,)
    file.write_bytes(b"")
    assert [finding.code for finding in read_file(file).findings] == ["NE002"]


def test_zstd_without_its_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is named."""
    file = tmp_path / "a.json.zst"
    file.write_bytes(zstd.compress(TEXTS["json"]))
    monkeypatch.setattr("newsevents.files._content._ZSTD", "no_such_module")
    with pytest.raises(MissingExtraError, match=r"pip install 'newsevents\[cli\]'"):
        read_file(file)


@pytest.mark.parametrize("compression", ["", *COMPRESS])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_a_document_may_have_the_largest_size(tmp_path: Path, format: str, compression: str) -> None:
    """Not a byte more, after decompression; the finding names what raises the limit."""
    text = TEXTS[format]
    file = tmp_path / f"a.{format}{compression}"
    file.write_bytes(COMPRESS.get(compression, bytes)(text))
    assert load(file, max_size=len(text)).records == (RECORD,)
    finding = refused(file, max_size=len(text) - 1)
    assert finding.message.startswith(f"larger than {len(text) - 1} bytes; --max-size raises the limit")
    file.write_bytes(COMPRESS.get(compression, bytes)(b" " * (65 * 2**20)))
    assert refused(file).message.startswith("larger than 64 MB;")


@pytest.mark.parametrize("compression", ["", *COMPRESS])
def test_of_json_lines_each_line_may_have_the_largest_size(tmp_path: Path, compression: str) -> None:
    """There may be any number of lines; the finding names the line that is too long."""
    line = TEXTS["jsonl"].rstrip()
    lines = [line.replace(b'"s"', b'"s-%04d"' % number) for number in range(3000)]
    longest = len(lines[0])
    file = tmp_path / f"a.jsonl{compression}"
    file.write_bytes(COMPRESS.get(compression, bytes)(b"\n".join(lines)))
    assert len(load(file, max_size=longest).records) == 3000
    finding = refused(file, max_size=longest - 1)
    assert finding.line == 1
    lines[7] += b" " * 2**19
    file.write_bytes(COMPRESS.get(compression, bytes)(b"\n".join(lines)))
    finding = refused(file, max_size=2**18)
    assert (finding.line, finding.message.startswith("larger than 0.25 MB;")) == (8, True)


def test_blank_lines_are_bounded(tmp_path: Path) -> None:
    """They are no way around the limit."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(TEXTS["jsonl"] + b"\n" * 6 * BLOCK_SIZE + TEXTS["jsonl"].replace(b'"s"', b'"t"'))
    assert len(load(file).records) == 2
    assert refused(file, max_size=3 * BLOCK_SIZE).line is not None


@pytest.fixture
def few_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a record of a file have no more than a thousand values."""
    monkeypatch.setattr("newsevents.files._limit._BYTES_A_VALUE", MAX_SIZE // 1000)
    monkeypatch.setattr("newsevents.files._document._MANY", 500)


@pytest.mark.usefixtures("few_values")
@pytest.mark.parametrize(
    ("case", "where", "line"),
    [
        (("a.json", '[{"type": "state", "id": "s"},\nMANY]'), "one record", 2),
        (("a.json", "MANY"), "what is around the records", None),
        (("a.json", '{"type": "dossier", "records": [\nMANY]}'), "one record", 2),
        (("a.json", '{"type": "dossier", "tags": [1],\n"note": MANY}'), "what is around the records", None),
        (("a.jsonl", '{"type": "state", "id": "s"}\nMANY\n{}'), "one record", 2),
        (("a.jsonl", '{"type": "state", "id": "s"}\nMANY'), "one record", 2),
        (("a.yaml", "MANY"), "a YAML file", None),
    ],
)
def test_a_record_may_have_so_many_values(tmp_path: Path, case: tuple[str, str], where: str, line: int | None) -> None:
    """In few bytes there is room for more than memory holds; the finding names what raises the limit."""
    name, text = case
    file = tmp_path / name
    file.write_text(text.replace("MANY", f'{{"extensions": {{"x-a-b": {[1] * 1000}}}}}'), "utf-8")
    finding = refused(file)
    assert f"values in {where}; --max-size raises the limit" in finding.message
    assert finding.line == line


@pytest.mark.usefixtures("few_values")
@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
def test_a_higher_limit_of_size_allows_more_values(tmp_path: Path, format: Format) -> None:
    """And a text that is no file has no limit at all."""
    many = State(id="s", country="KP", extensions={"x-a-b": [1] * 1000}).to_json()
    file = tmp_path / f"a.{format}"
    file.write_bytes(many)
    assert "values in" in refused(file).message
    assert load(file, max_size=5 * MAX_SIZE).records == loads(many, format=format).records


def test_commas_in_text_are_no_values(tmp_path: Path) -> None:
    """A long text is no dense one."""
    file = tmp_path / "a.json"
    file.write_bytes(State(id="s", country="KP", note="," * 2_000_000 + "[{" * 200_000).to_json())
    assert len(load(file).records) == 1


@given(
    text=st.lists(st.sampled_from([b"", b"\r", b" " * 9, b"x", b"x" * 7, b"x" * 15])).map(b"\n".join),
    longest=st.integers(1, 30),
    size=st.integers(1, 60),
)
@example(text=b"x\nxx\nx", longest=1, size=60)
def test_blocks_are_the_content_cut_at_line_ends(text: bytes, longest: int, size: int) -> None:
    """Together they are the whole, and each ends where a line does; refused is what has too long a line, or blanks."""
    blocks: list[bytes] = []
    with patch("newsevents.files._content.BLOCK_SIZE", size):
        try:
            blocks += Content(io.BytesIO(text)).blocks(longest)
        except TooLargeError as error:
            line = text.split(b"\n")[(error.line or 0) - 1]
            assert len(line) > longest or re.search(rb"\s{%d}" % (longest + 1), text)
        else:
            assert max(map(len, text.split(b"\n"))) <= longest
            assert b"".join(blocks) == text
    assert all(block.endswith(b"\n") for block in blocks[:-1])


def test_a_file_that_changes_is_not_taken_for_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be half the old one and half the new one."""
    file = tmp_path / "a.json"
    file.write_bytes(TEXTS["json"])
    read = Content.read_all

    def read_and_append(self: Content, max_size: int) -> bytes:
        content = read(self, max_size)
        file.write_bytes(content + b" ")
        return content

    monkeypatch.setattr(Content, "read_all", read_and_append)
    assert "changed while it was read" in refused(file).message


def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is still there for whom has it open."""
    file = tmp_path / "a.json"
    file.write_bytes(TEXTS["json"])
    read = Content.read_all

    def unlink_and_read(self: Content, max_size: int) -> bytes:
        file.unlink()
        return read(self, max_size)

    monkeypatch.setattr(Content, "read_all", unlink_and_read)
    assert load(file).records == (RECORD,)
    assert "No such file" in refused(file).message


def test_errors_of_the_device_are_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that come while reading, and those that come before: root, who runs many tests, may read everything."""
    file = tmp_path / "a.json"
    file.write_bytes(TEXTS["json"])

    for name in ("Content.read_all", "_opener"):
        monkeypatch.setattr(f"newsevents.files._content.{name}", Mock(side_effect=OSError(13, "Permission denied")))
        assert refused(file).message == "cannot be read: Permission denied"


def test_links_lead_to_their_file_or_nowhere(tmp_path: Path) -> None:
    """A loop is told as such; a device is no file."""
    (tmp_path / "a.json").write_bytes(TEXTS["json"])
    (tmp_path / "link.json").symlink_to("a.json")
    (tmp_path / "loop.json").symlink_to("loop.json")
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    (tmp_path / "nowhere.json").symlink_to("gone.json")
    assert load(tmp_path / "link.json").records == (RECORD,)
    assert "symbolic links" in refused(tmp_path / "loop.json").message
    assert "no regular file" in refused(tmp_path / "zero.json").message
    assert "No such file" in refused(tmp_path / "nowhere.json").message
