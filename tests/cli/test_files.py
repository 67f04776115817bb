"""Which files `newsevents validate` checks: named, in folders, by patterns; hidden, ignored and excluded ones."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.cli._files import Input, Search
from newsevents.cli._pattern import fixed_part, matcher

GIT = shutil.which("git") or ""
Put = Callable[..., None]
Run = Callable[..., Any]


def found(*paths: str, **options: Any) -> list[str]:
    """Return the names of the files that *paths* mean."""
    return [file.name for file in Search(**options).files(paths)]


@pytest.fixture
def tree(put: Put) -> None:
    """Lay out a folder."""
    put(
        "a.json",
        "b/c.yaml",
        "b/d/e.jsonl.gz",
        "b/d/f.ndjson.ZST",
        "b/d/g.txt",
        "h.json/i.YML",
        ".j/k.json",
        "b/.l.json",
    )


@pytest.mark.usefixtures("tree")
def test_folders() -> None:
    """All data files below a folder, compressed ones too, in the order of their names; hidden ones are left out."""
    assert found(".") == ["a.json", "b/c.yaml", "b/d/e.jsonl.gz", "b/d/f.ndjson.ZST", "h.json/i.YML"]
    assert found("b/d/") == ["b/d/e.jsonl.gz", "b/d/f.ndjson.ZST"]
    assert found(".j") == [".j/k.json"]


@pytest.mark.usefixtures("tree")
def test_files_by_name() -> None:
    """A file that was named is taken, whatever it is called and wherever it stands, each once."""
    assert found("b/d/g.txt", "./a.json", "a.json", "b/../a.json", "missing.json", ".j/k.json") == [
        "b/d/g.txt",
        "a.json",
        "missing.json",
        ".j/k.json",
    ]


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.json", ["a.json", "h.json/i.YML"]),
        ("a*", ["a.json"]),
        ("**/*.yaml", ["b/c.yaml"]),
        ("b/**", ["b/c.yaml", "b/d/e.jsonl.gz", "b/d/f.ndjson.ZST"]),
        ("b/*", ["b/c.yaml", "b/d/e.jsonl.gz", "b/d/f.ndjson.ZST"]),
        ("./b/?/e*", ["b/d/e.jsonl.gz"]),
        ("[!b]*/*", ["h.json/i.YML"]),
        ("[a-c]*", ["a.json", "b/c.yaml", "b/d/e.jsonl.gz", "b/d/f.ndjson.ZST"]),
        ("b/d/*.txt", []),
        ("no/*.json", []),
    ],
)
def test_patterns(pattern: str, names: list[str]) -> None:
    """A pattern takes the data files that match, and those in folders that match."""
    search = Search()
    assert [file.name for file in search.files([pattern])] == names
    assert search.empty == ([] if names else [pattern])


def test_an_absolute_pattern(put: Put, here: Path) -> None:
    """A pattern may start at the root."""
    put("a.json", "b/c.json")
    assert found(f"{here.as_posix()}/*/*.json") == [f"{here.as_posix()}/b/c.json"]


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("*", ""), ("/*", "/"), ("a/b*/c", "a"), ("/a/b/*", "/a/b"), ("a[[]1]/[?]/[!x]/*", "a[1]/?"), ("a/[bc]/d", "a")],
)
def test_where_a_pattern_is_looked_for(pattern: str, folder: str) -> None:
    """Nowhere but in the folder that it names, be it in brackets."""
    assert fixed_part(pattern) == folder


def test_a_file_whose_name_looks_like_a_pattern(put: Put) -> None:
    """What is there is meant as it is called."""
    put("[a].json", "a.json")
    assert found("[a].json") == ["[a].json"]


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("a**b", "a/b", False),
        ("a[*]", "a*", True),
        ("a[]]", "a]", True),
        ("a[!x]b", "a/b", False),
        ("a[x", "a[x", True),
        ("a.b", "axb", False),
        ("[^x]", "^", True),
        ("[a-c]", "b", True),
        ("[c-a]", "b", False),
        ("[dc-ab]", "b", True),
        ("[!c-a]", "b", True),
        ("[!c-a]", "/", False),
        ("[a-]", "-", True),
        ("[!]", "[!]", True),
    ],
)
def test_what_patterns_mean(pattern: str, path: str, matches: bool) -> None:
    """Only the stars, the question mark and brackets mean anything."""
    assert bool(matcher(pattern).fullmatch(path)) is matches


@pytest.mark.usefixtures("tree")
def test_exclusion() -> None:
    """A name is excluded wherever it stands, a path from the folder of the settings; what was named stays."""
    assert found(".", exclude=["d"]) == ["a.json", "b/c.yaml", "h.json/i.YML"]
    assert found(".", "b/d/e.jsonl.gz", exclude=["b/"]) == ["a.json", "h.json/i.YML", "b/d/e.jsonl.gz"]
    assert found("b", exclude=["d/*.gz"], base="b") == ["b/c.yaml", "b/d/f.ndjson.ZST"]
    assert found(".", exclude=["*.json", "**/*.gz"]) == ["b/c.yaml", "b/d/f.ndjson.ZST"]


@pytest.mark.parametrize("pattern", ["./a.json", "b/../a.json", "{here}/a.json", "{here}/*.json"])
def test_a_path_that_is_excluded_may_be_written_in_any_way(put: Put, here: Path, pattern: str) -> None:
    """From the root, and with dots: it means the same path."""
    put("a.json", "b/a.json")
    assert found(".", exclude=[pattern.format(here=here)]) == ["b/a.json"]


@pytest.mark.usefixtures("tree")
def test_the_report_is_no_data() -> None:
    """A report in the folder that is checked is not taken for data the next time."""
    assert "a.json" not in found(".", output="./a.json")


def test_links(put: Put, here: Path) -> None:
    """Links to files are followed, links to folders are not, since they may lead in circles."""
    put("a.json")
    (here / "b.json").symlink_to("a.json")
    (here / "c.json").symlink_to("nothing")
    (here / "d.json").symlink_to("d.json")
    (here / "e").symlink_to(here)
    (here / "f.json").symlink_to(here)
    assert found(".") == ["a.json", "b.json", "c.json", "d.json"]
    assert found("e") == ["e/a.json", "e/b.json", "e/c.json", "e/d.json"]


def test_a_folder_that_cannot_be_looked_into(put: Put, here: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """It is reported, and the exit status is 2."""
    put("a.json", "b/c.json")
    listdir = os.listdir

    def refuse(path: Path) -> list[str]:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert list(Search().files(["."])) == [Input("a.json"), Input("b", "cannot be read: Permission denied")]
    assert run("validate", ".") == (
        2,
        "b: NE001 error cannot be read: Permission denied\n",
        "2 files checked: 1 error, 0 warnings, 0 info\n",
    )
    assert (here / "b").is_dir()


def test_a_file_called_like_the_standard_input(here: Path) -> None:
    """A file of the name - has to be named in another way, and is shown so."""
    (here / "-").touch()
    assert [file.name for file in Search().files(["./-", "-"])] == ["./-", "-"]


def test_an_empty_match_is_an_error_beside_others(put: Put, run: Run) -> None:
    """What is there is checked all the same; the exit status is 2."""
    put("a.json", "b/c.txt")
    assert run("validate", "a.json", "b", "x*.json") == (
        2,
        "",
        (
            "newsevents: error: no data file found below b\n"
            "newsevents: error: no data file found below x*.json\n"
            "1 file checked: clean\n"
        ),
    )


@pytest.mark.skipif(not GIT, reason="needs git")
class TestGit:
    """In a checkout, what git ignores is left out of folders."""

    @pytest.fixture(autouse=True)
    def checkout(self, here: Path, put: Put) -> None:
        """Make a checkout with another one inside."""
        put("a.json", "b/c.json", "build/d.json", "build/e/f.json", "g.log.json", "inner/h.json", "inner/i.json")
        for folder, ignored in ((here, "build/\n*.log.json\n"), (here / "inner", "i.json\n")):
            subprocess.run([GIT, "init", "--quiet"], cwd=folder, check=True)
            (folder / ".gitignore").write_text(ignored, encoding="utf-8")

    def test_what_is_ignored(self) -> None:
        """Each checkout has its own ignored files; a folder below the top knows them too."""
        assert found(".") == ["a.json", "b/c.json", "inner/h.json"]
        assert found("inner") == ["inner/h.json"]
        assert found("**/*.json") == ["a.json", "b/c.json", "inner/h.json"]

    def test_what_is_named(self) -> None:
        """A file or a folder that was named is checked, ignored or not."""
        assert found("g.log.json", "build") == ["g.log.json", "build/d.json", "build/e/f.json"]
        assert found("build/e") == ["build/e/f.json"]

    def test_what_is_tracked(self, here: Path) -> None:
        """What git tracks it does not ignore."""
        subprocess.run([GIT, "add", "--force", "g.log.json"], cwd=here, check=True)
        assert "g.log.json" in found(".")

    def test_in_a_hook(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What git tells its hooks about another folder does no harm."""
        monkeypatch.setenv("GIT_DIR", ".git")
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
        monkeypatch.chdir(here / "b")
        assert found(".", "../inner") == ["c.json", "../inner/h.json"]

    def test_without_git(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without git nothing is ignored, and nothing is said."""
        monkeypatch.setenv("PATH", "")
        assert found(".") == [
            *("a.json", "b/c.json", "build/d.json", "build/e/f.json", "g.log.json"),
            *("inner/h.json", "inner/i.json"),
        ]

    def test_when_git_refuses(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Why nothing is left out is said."""
        (here / ".git" / "config").write_text("[", encoding="utf-8")
        assert "g.log.json" in found(".")
        assert capsys.readouterr().err.startswith(f"newsevents: git does not say what it ignores in {here}: fatal: ")
