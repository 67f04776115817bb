"""Directives for the Python API and the command line: from docstrings, from `--help`, and from commands that run."""

import inspect
import os
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

from docutils import nodes
from newsevents_schema import definitions
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata


class Api(SphinxDirective):
    """`{newsevents-api} functions`: what a module exports beside the models, from the docstrings.

    The other kinds are `classes`, `exceptions` and `names`.
    """

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the descriptions."""
        if self.arguments[0] == "names":
            return self.names(import_module((*self.arguments, "newsevents")[1]))
        directive, options = {
            "functions": ("autofunction", ""),
            "classes": ("autoclass", "   :members:\n   :exclude-members: model_config\n"),
            "exceptions": ("autoexception", "   :members:\n   :show-inheritance:\n"),
        }[self.arguments[0]]
        module = import_module((*self.arguments, "newsevents")[1])
        names = [name for name in module.__all__ if self.of_kind(name, getattr(module, name))]
        blocks = [f".. {directive}:: {module.__name__}.{name}\n{options}" for name in names]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *blocks, "```"]))

    def names(self, module: ModuleType) -> list[nodes.Node]:
        """Return the descriptions of what is neither function nor class: aliases and tables."""
        blocks = []
        for name in sorted(name for name in module.__all__ if self.is_name(name, getattr(module, name))):
            thing = getattr(module, name)
            blocks.append(f".. py:data:: {module.__name__}.{name}\n")
            if values := get_args(thing):
                blocks.append(f"   One of {', '.join(f'`{value}`' for value in values)}.\n")
            blocks += [f"   {line}" for line in documented(name, thing)]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *blocks, "```"]))

    @staticmethod
    def is_name(name: str, thing: object) -> bool:
        """Return whether *name* is documented by what stands below it in its module."""
        return name not in definitions() and not isinstance(thing, type) and not inspect.isroutine(thing)

    def of_kind(self, name: str, thing: object) -> bool:
        """Return whether *name* is documented here."""
        if name in definitions():
            return False
        match self.arguments[0]:
            case "functions":
                return inspect.isroutine(thing)
            case "classes":
                return isinstance(thing, type) and not issubclass(thing, Exception)
            case _:
                return isinstance(thing, type) and issubclass(thing, Exception)


class Command(SphinxDirective):
    """`{newsevents-command} validate`: what a command says of itself."""

    optional_arguments = 10

    def run(self) -> list[nodes.Node]:
        """Return the help text."""
        return [nodes.literal_block("", output(*self.arguments, "--help"), language="text", classes=["columns"])]


class Run(SphinxDirective):
    """`{newsevents-run} validate FILE`: a command and what it prints, in the folder named after the page."""

    required_arguments = 1
    final_argument_whitespace = True  # a word in quotes may hold blanks

    def run(self) -> list[nodes.Node]:
        """Return the command line and the output."""
        folder = Path(self.env.doc2path(self.env.docname)).with_suffix("")
        words = self.arguments[0]
        text = f"$ newsevents {words}\n{output(*shlex.split(words), folder=folder)}"
        return [nodes.literal_block(text, text, language="console")]


def output(*arguments: str, folder: Path | None = None) -> str:
    """Return what the command prints."""
    command = [sys.executable, "-m", "newsevents", *arguments]
    environment = {**os.environ, "COLUMNS": "90", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603  (our own command)
        command, check=False, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    # 1 means that findings are shown; anything else is no example of anything.
    if done.returncode not in {0, 1} or "Traceback" in done.stdout:
        raise RuntimeError(done.stdout)
    return done.stdout.rstrip()


def documented(name: str, thing: object) -> list[str]:
    """Return the text below the definition of *name*, in whatever module of ours it is defined."""
    for module in sorted(module for module in sys.modules if module.startswith("newsevents.")):
        if getattr(sys.modules[module], name, None) is thing:
            analyzer = ModuleAnalyzer.for_module(module)
            analyzer.analyze()
            if ("", name) in analyzer.attr_docs:
                return list(analyzer.attr_docs["", name])
    raise LookupError(f"{name} has no docstring")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("newsevents-api", Api)
    app.add_directive("newsevents-command", Command)
    app.add_directive("newsevents-run", Run)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
