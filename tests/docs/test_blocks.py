"""Every block of every page runs, or the tables in `blocks.py` say where it does."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.docs.blocks import PAGES, TOP, Block, Run, blocks, name

README = TOP / "README.md"
TYPO = "- {type: person, id: mayor, nme: Ada Poole}\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a page in an empty folder."""
    module = ModuleType("page_of_the_documentation")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("NO_COLOR", "1")
    return Run(tmp_path, module, lambda: "".join(capsys.readouterr()))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_blocks_of(page: Path, run: Run) -> None:
    """What a page shows is so."""
    run.page(page)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```cobol\nDISPLAY 1\n```\n", id="a language that nobody runs"),
        pytest.param("```{mystery}\n```\n", id="a directive that nobody knows"),
        pytest.param("```python\nassert 1 == 2\n```\n", id="code that fails"),
        pytest.param("```python\ndef test_law():\n    assert 1 == 2\n```\n", id="a test that fails"),
        pytest.param("```pycon\n>>> 1 + 1\n3\n```\n", id="a session that ends otherwise"),
        pytest.param("```pycon\n1 + 1\n```\n", id="a session without a prompt"),
        pytest.param("```console\n$ newsevents normalize country Iceland\nIE\n```\n", id="output that is not printed"),
        pytest.param("```console\n$ rm story.yaml\n```\n", id="a command that nobody runs"),
        pytest.param("```sh\nnewsevents schema ghost\n```\n", id="a command that fails"),
        pytest.param(f"```yaml\n{TYPO}```\n", id="a record that is none"),
        pytest.param(f"```{{code-block}} yaml\n:caption: story.yaml\n\n{TYPO}```\n", id="a dossier with findings"),
        pytest.param('```toml\n[tool.newsevents]\npath = ["data"]\n```\n', id="settings that nobody takes"),
        pytest.param("```json\n{\n```\n", id="broken JSON"),
        pytest.param("```yaml\njob: newsevents validate nowhere\n```\n", id="a job whose command fails"),
        pytest.param("```python\n", id="a block without an end"),
    ],
)
def test_a_page_that_is_wrong_fails(text: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is passed over in silence."""
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    monkeypatch.setattr("tests.docs.blocks.TOP", tmp_path)
    with pytest.raises((AssertionError, ValueError, SystemExit)):
        run.page(page)


def test_findings_that_are_shown_are_no_fault(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page may show what is wrong with a dossier."""
    page = tmp_path / "page.md"
    caption = f"<!-- file: story.yaml -->\n```yaml\n{TYPO}```\n"
    page.write_text(caption, encoding="utf-8")
    monkeypatch.setattr("tests.docs.blocks.TOP", tmp_path)
    with pytest.raises(AssertionError) as raised:
        run.page(page)
    said = str(raised.value).partition(": ")[2].partition("\nassert")[0].rstrip()
    page.write_text(
        f"{caption}```console\n$ newsevents validate story.yaml\n{said}\n$ echo $?\n1\n```\n", encoding="utf-8"
    )
    capsys.readouterr()
    run.files.clear()
    run.page(page)


def test_blocks_know_where_they_stand() -> None:
    """The line of a block is that of its text."""
    lines = README.read_text("utf-8").splitlines()
    for block in blocks(README):
        assert isinstance(block, Block)
        assert lines[block.line - 1] == block.text.splitlines()[0]
