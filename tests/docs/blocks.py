"""The fenced blocks of a page, and what each kind of them means: its code runs, its dossiers are checked.

A page's blocks run in the order in which they stand, in an empty folder into which the files of the folder named like
the page are copied. README.md and its neighbors have no such folder; there a comment above a block
names its file, since other readers of Markdown show no captions.
"""

import doctest
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import yaml

from newsevents.cli import main
from newsevents.cli._config import settings
from newsevents.records.union import RECORD_TYPES

TOP = Path(__file__).parents[2]
PAGES = sorted([*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")])

# What the documentation builder runs, or what is no code.
DIRECTIVES = {
    "newsevents-run": "run when the page is built",
    "newsevents-command": "run when the page is built",
    "newsevents-api": "generated",
    "newsevents-diagram": "generated",
    "newsevents-files": "generated",
    "newsevents-model": "generated",
    "newsevents-reference": "generated",
    "newsevents-references": "generated",
    "newsevents-rule-table": "generated",
    "newsevents-rules": "generated",
    "newsevents-vocabulary": "generated",
    "literalinclude": "the file runs where it lies",
    "include": "text",
    "eval-rst": "text",
    "toctree": "links",
    "note": "text",
    "tip": "text",
    "warning": "text",
}
# What needs more than this library is run in another place, where the very same lines stand.
ELSEWHERE = {
    ("docs/guides/types.md", "go"): "tests/consumers/quicktype/main.go",
    ("docs/guides/types.md", "java"): "tests/consumers/quicktype/Again.java",
    ("docs/guides/types.md", "python"): "tests/consumers/again.py",
}
# Commands that fetch packages or take long. Who runs them, or why nobody does:
COMMANDS = {
    "pip install": "nox -s readme installs from a clean copy",
    "nox": "the sessions run by themselves",
    "pytest": "nox -s tests",
    "python3 -m venv": "nox makes the environments",
    "npx": "nox -s consumers runs the same versions",
    "datamodel-codegen": "nox -s consumers runs the same version",
    "newsevents schema --output": "tests/cli/test_schema.py writes all files, which takes long",
    "git": "there is nothing to clone from",
}


class Block(NamedTuple):
    """A fenced block: its kind, the words behind it, its options and its text, which begins on `line` of the page."""

    page: Path
    line: int
    kind: str
    words: str
    options: dict[str, str]
    text: str

    @property
    def place(self) -> str:
        """Where the block stands, for a message."""
        return f"{name(self.page)}:{self.line}"


def name(page: Path) -> str:
    """Return the path of a page from the top of the checkout."""
    return page.relative_to(TOP).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks between backticks; those between colons are boxes of text, which may hold such blocks."""
    lines = iter(enumerate(page.read_text("utf-8").splitlines(), 1))
    before = ""
    for number, line in lines:
        above, before = before, line
        if (opened := re.fullmatch(r"( *)(```+)(\S*) *(.*)", line)) is None:
            continue
        indent, fence, info, words = opened.groups()
        inside: list[str] = []
        for _, part in lines:
            if part.strip() == fence:
                break
            inside.append(part.removeprefix(indent))
        else:
            raise ValueError(f"{name(page)}:{number}: the block has no end")
        options = {"caption": comment[1]} if (comment := re.fullmatch(r"<!-- file: (\S+) -->", above)) else {}
        kept = inside
        while info.startswith("{") and kept and (option := re.fullmatch(r":([\w-]+):(?: (.*))?|", kept[0])):
            if option[1]:
                options[option[1]] = option[2] or ""
            kept = kept[1:]
        first = number + 1 + len(inside) - len(kept)
        yield Block(page, first, info, words, options, "".join(f"{part}\n" for part in kept))


@dataclass
class Run:
    """The run of one page."""

    folder: Path
    module: ModuleType
    output: Callable[[], str]
    status: int = 0
    files: list[Path] = field(default_factory=list)
    """What the page gives its readers, as against what its code writes."""
    shown: set[str] = field(default_factory=set)
    """The words of all commands whose output the page shows: their files may have findings."""

    def page(self, page: Path) -> None:
        """Run the blocks of a page, then check that the dossiers are clean whose findings it does not show."""
        beside = page.with_suffix("")
        if page.is_relative_to(TOP / "docs") and beside.is_dir():
            shutil.copytree(beside, self.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md"))
            self.files += (path for path in sorted(self.folder.rglob("*.*")) if path.is_file())
        for block in blocks(page):
            self.block(block)
        for path in self.files:
            if (
                path.suffix in {".yaml", ".json"}
                and path.name not in self.shown
                and _holds_records(path.read_text("utf-8"))
            ):
                self.clean(path.relative_to(self.folder).as_posix())

    def block(self, block: Block) -> None:
        """Run one block, or fail where it is of a kind that nobody knows."""
        kind = block.kind.strip("{}")
        if block.kind == "{newsevents-run}":
            self.shown.update(shlex.split(block.words))
        if block.kind == "{code-block}":
            kind = block.words
        elif block.kind.startswith("{"):
            assert kind in DIRECTIVES, f"{block.place}: unknown directive {kind}"
            return
        if caption := block.options.get("caption"):
            path = self.folder / caption
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            self.files.append(path)
        if twin := ELSEWHERE.get((name(block.page), kind)):
            stands = " ".join((TOP / twin).read_text("utf-8").split())
            assert all(" ".join(line.split()) in stands for line in block.text.splitlines()), f"{block.place}: {twin}"
            return
        run = getattr(self, f"run_{kind}", None)
        assert run is not None, f"{block.place}: nobody runs blocks of kind {kind!r}"
        run(block)

    def run_text(self, block: Block) -> None:
        """Text says nothing by itself, whatever it is."""

    def run_python(self, block: Block) -> None:
        """Run code in the namespace of the page, and tests that it defines."""
        known = set(vars(self.module))
        code = compile("\n" * (block.line - 1) + block.text, str(block.page), "exec")
        exec(code, vars(self.module))  # noqa: S102 (this is what the test is for)
        self.output()  # what code prints, its page need not show
        for word in sorted(vars(self.module).keys() - known):
            if word.startswith("test_"):
                vars(self.module)[word]()

    def run_pycon(self, block: Block) -> None:
        """Run an interactive session in the namespace of the page."""
        names = vars(self.module)
        test = doctest.DocTestParser().get_doctest(block.text, names, block.place, str(block.page), block.line - 1)
        assert test.examples, f"{block.place}: no prompt"
        said: list[str] = []
        doctest.DocTestRunner(verbose=False).run(test, out=said.append, clear_globs=False)
        names.update(test.globs)
        assert not said, "".join(said)

    def run_console(self, block: Block) -> None:
        """Run each command behind a `$`; what stands below it has to be what it prints."""
        told = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
        assert not told[0], f"{block.place}: a console begins with a command"
        for part in told[1:]:
            command, _, expected = part.partition("\n")
            while command.endswith("\\"):
                more, _, expected = expected.partition("\n")
                command = f"{command[:-1]}{more}"
            self.shown.update(shlex.split(command))
            printed = self.command(command, block)
            assert printed == expected.rstrip("\n"), f"{block.place}: {command} prints\n{printed}"

    def run_sh(self, block: Block) -> None:
        """Run the commands of this library; they may find something, and may not fail."""
        for command in block.text.replace("\\\n", " ").splitlines():
            if shlex.split(command, comments=True) and not any(
                re.match(rf"{re.escape(known)}\b", part.strip()) for known in COMMANDS for part in command.split("&&")
            ):
                self.command(command, block)
                assert self.status in {0, 1}, f"{block.place}: {command}"

    run_bash = run_sh

    def run_toml(self, block: Block) -> None:
        """Read it; settings have to be such as the command takes."""
        if "newsevents" in tomllib.loads(block.text).get("tool", {}):
            path = self.folder / block.options.get("caption", "settings.toml")
            path.write_text(block.text, encoding="utf-8")
            settings(str(path))

    def run_json(self, block: Block) -> None:
        """Parse it: a fragment is enough where no name makes it a file."""
        json.loads(block.text)

    def run_yaml(self, block: Block) -> None:
        """Parse it; a fragment that is a record has to be one, and commands in it have to work."""
        data = yaml.load(block.text, yaml.BaseLoader)  # noqa: S506 (it makes text, lists and mappings)
        if "caption" not in block.options:
            if _holds_records(block.text):
                path = self.folder / "fragment.yaml"
                path.write_text(block.text, encoding="utf-8")
                self.clean(path.name, "--select", "NE0")
                path.unlink()
            for text in _texts(data):
                if text.startswith("newsevents "):
                    self.command(text, block)
                    assert self.status in {0, 1}, f"{block.place}: {text}"

    def clean(self, file: str, *options: str) -> None:
        """Check that a dossier has no finding at all."""
        status = main(["validate", file, *options])
        said = self.output()
        assert (status, said) == (0, "1 file checked: clean\n"), f"{file}: {said}"

    def command(self, command: str, block: Block) -> str:
        """Run a command line; return what it prints, and then what it complains of."""
        words = shlex.split(command, comments=True)
        into = None
        if ">" in words:
            into = self.folder / words.pop()
            words.remove(">")
        if words == ["echo", "$?"]:
            return str(self.status)
        if words[0] == "cat":
            return "".join((self.folder / word).read_text("utf-8") for word in words[1:]).rstrip("\n")
        if words[0] == "python":
            done = subprocess.run([sys.executable, *words[1:]], check=True, stdout=subprocess.PIPE, text=True)
            return done.stdout.rstrip("\n")
        assert words[0] == "newsevents", f"{block.place}: nobody runs {command!r}"
        try:
            self.status = main(words[1:])
        except SystemExit as stop:
            self.status = int(str(stop.code))
        if into is not None:
            into.write_text(self.output(), encoding="utf-8")
        return self.output().rstrip("\n")


def _holds_records(text: str) -> bool:
    """Return whether a JSON or YAML text is a dossier, a record or a list of records."""
    try:
        data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes text, lists and mappings)
    except yaml.YAMLError:
        return True
    first = data[0] if isinstance(data, list) and data else data
    return isinstance(first, dict) and first.get("type") in {"dossier", *RECORD_TYPES}


def _texts(data: Any) -> Iterator[str]:
    """Yield the texts in what was parsed."""
    if isinstance(data, str):
        yield data
    elif data:
        for part in data.values() if isinstance(data, dict) else data:
            yield from _texts(part)
