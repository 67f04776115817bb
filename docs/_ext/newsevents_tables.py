"""Directives that document the models from the models, so that no table is kept by hand.

Everything is read from the JSON Schema of the dossier: what stands here is what validators check.
"""

import inspect
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from docutils import nodes
from pydantic.fields import FieldInfo
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import newsevents
from newsevents.records.union import RECORD_TYPES
from newsevents.values.reference import Refers

Json = dict[str, Any]

KINDS = ("records", "values", "vocabularies", "scalars")


@cache
def definitions() -> dict[str, Json]:
    """Return the schema of everything that has a name: the dossier and whatever it is made of."""
    schema = newsevents.Dossier.model_json_schema()
    # The records in the order of their union, which is the order of thought; the rest by name.
    records = [part["$ref"].rpartition("/")[2] for part in schema["$defs"]["AnyRecord"]["oneOf"]]
    return {"Dossier": schema, **{name: schema["$defs"][name] for name in records}, **schema["$defs"]}


def kind(schema: Json) -> str | None:
    """Return on which page a definition is documented, or `None` for a union, which is no thing of its own."""
    if "properties" in schema:
        return "records" if "const" in schema["properties"].get("type", {}) else "values"
    if {"oneOf", "anyOf", "allOf"} & schema.keys():
        return None
    return "vocabularies" if is_closed(schema) or is_open(schema) else "scalars"


def is_closed(schema: Json) -> bool:
    """Return whether a definition lists every value that there is, in words of ours."""
    # Codes of a standard are upper case; their pages would be the standard's own tables.
    return any(value.islower() for value in schema.get("enum", ()))


def is_open(schema: Json) -> bool:
    """Return whether a definition is an open vocabulary, whose known values are its examples."""
    return "examples" in schema and all(str(value).replace("_", "").islower() for value in schema["examples"])


class Documented(SphinxDirective):
    """What the directives share: inline text, links, tables."""

    def text(self, markup: str) -> list[nodes.Node]:
        """Return *markup*, a description from the models, as inline nodes."""
        children, messages = self.parse_inline(markup)
        return [*children, *messages]

    def link(self, name: str) -> nodes.Node:
        """Return a link to where the definition *name* is documented."""
        label = nodes.literal(name, name)
        if kind(definitions()[name]) is None:
            return label
        target = {"reftype": "ref", "reftarget": anchor(name), "refexplicit": True, "refwarn": True}
        return addnodes.pending_xref("", label, refdomain="std", refdoc=self.env.docname, **target)

    def table(self, head: list[str], rows: list[list[list[nodes.Node]]], widths: list[int]) -> nodes.Node:
        """Return a table of cells, each a list of inline nodes."""
        group = nodes.tgroup(cols=len(head))
        group += [nodes.colspec(colwidth=width) for width in widths]
        group += nodes.thead("", self.row([[nodes.Text(title)] for title in head]))
        group += nodes.tbody("", *map(self.row, rows))
        return nodes.table("", group, classes=["colwidths-given"])

    @staticmethod
    def row(cells: list[list[nodes.Node]]) -> nodes.row:
        """Return a row of a table."""
        return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))

    def shape(self, schema: Json) -> Iterator[nodes.Node]:
        """Yield what a field may hold, in words and links."""
        if "$ref" in schema:
            yield self.link(schema["$ref"].rpartition("/")[2])
        elif "const" in schema:
            yield nodes.literal("", schema["const"])
        elif "enum" in schema:
            yield from joined([nodes.literal("", value) for value in schema["enum"]], ", ")
        elif schema.get("type") == "array":
            yield nodes.Text("list of at least one " if schema.get("minItems") else "list of ")
            yield from self.shape(schema["items"])
        elif isinstance(values := schema.get("additionalProperties"), dict):
            yield nodes.Text("mapping to ")
            yield from self.shape(values)
        elif any(parts := [schema.get(key, []) for key in ("allOf", "anyOf", "oneOf")]):
            for number, part in enumerate(option for options in parts for option in options):
                yield from [nodes.Text(" or ")] if number else []
                yield from self.shape(part)
        else:
            yield nodes.Text(schema.get("type", "any value"))

    def model(self, name: str) -> Iterator[nodes.Node]:
        """Yield the table of a model's fields."""
        schema = definitions()[name]
        # An object that is no model, such as a mapping with known keys, has no fields to look into.
        fields: dict[str, FieldInfo] = getattr(getattr(newsevents, name), "model_fields", {})
        rows: list[list[list[nodes.Node]]] = [
            [
                [nodes.literal("", field)],
                [*self.shape(part), *self.referents(fields.get(field))],
                [nodes.Text("yes" if field in schema.get("required", ()) else "")],
                self.text(part.get("description", "")),
            ]
            for field, part in schema["properties"].items()
        ]
        yield self.table(["Field", "Type", "Required", "Meaning"], rows, [18, 22, 8, 52])
        if methods := list(own_methods(name)):
            yield from self.parse_text_to_nodes("\n".join(["```{eval-rst}", *methods, "```"]))

    def referents(self, field: FieldInfo | None) -> Iterator[nodes.Node]:
        """Yield which records a reference may name."""
        for refers in walk(field.metadata, field.annotation) if field else ():
            names = [RECORD_TYPES[kind].__name__ for kind in refers.types]
            yield nodes.Text(" of ")
            yield from joined([self.link(name) for name in names], ", ") if names else [nodes.Text("any record")]

    def vocabulary(self, name: str) -> Iterator[nodes.Node]:
        """Yield the values of a vocabulary."""
        schema = definitions()[name]
        lead = "Open; known values: " if is_open(schema) else "Closed: "
        values = joined([nodes.literal("", value) for value in schema.get("enum") or schema["examples"]], ", ")
        yield nodes.paragraph("", lead, *values)

    def scalar(self, name: str) -> Iterator[nodes.Node]:
        """Yield the limits of a value that is one string or number."""
        schema = definitions()[name]
        limits = [f"JSON {schema.get('type', 'value')}"]
        if "enum" in schema:
            limits.append(f"one of {len(schema['enum'])} codes")
        if "maxLength" in schema:
            limits.append(f"at most {schema['maxLength']} characters")
        if "minimum" in schema:
            limits.append(f"from {schema['minimum']} to {schema['maximum']}")
        yield nodes.paragraph("", ", ".join(limits) + ".")

    def body(self, name: str) -> Iterator[nodes.Node]:
        """Yield everything that is said about the definition *name*."""
        described = self.text(definitions()[name].get("description", "").partition("\n\n")[0])
        yield nodes.paragraph("", "", *described)
        match kind(definitions()[name]):
            case "records" | "values":
                yield from self.model(name)
            case "vocabularies":
                yield from self.vocabulary(name)
            case _:
                yield from self.scalar(name)


class One(Documented):
    """`{newsevents-model} Gift`, `{newsevents-vocabulary} GiftStatus`: one definition, where a text speaks of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the definition's table or list."""
        name = self.arguments[0]
        if name not in definitions():
            raise self.error(f"{name} is no definition of the schema")
        return list(self.body(name))


class All(Documented):
    """`{newsevents-reference} records`: a section for each definition of a kind, where links to it lead."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        if self.arguments[0] not in KINDS:
            raise self.error(f"{self.arguments[0]} is none of {', '.join(KINDS)}")
        return [self.section(name) for name, schema in definitions().items() if kind(schema) == self.arguments[0]]

    def section(self, name: str) -> nodes.Node:
        """Return the section of one definition, and tell Sphinx that it is here."""
        here = anchor(name)
        self.env.domains.standard_domain.note_hyperlink_target(here, self.env.docname, here, name)
        if (cls := getattr(newsevents, name, None)) is not None:
            python = self.env.domains.python_domain
            python.note_object(f"newsevents.{name}", "class", here)
            # Signatures name a class by the module that defines it.
            python.note_object(f"{cls.__module__}.{name}", "class", here, aliased=True)
        return nodes.section("", nodes.title(name, name), *self.body(name), ids=[here], names=[here])


class Api(SphinxDirective):
    """`{newsevents-api} functions`: what a module exports beside the models, from the docstrings."""

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the descriptions."""
        directive, options = {
            "functions": ("autofunction", ""),
            "classes": ("autoclass", "   :members:\n   :exclude-members: model_config\n"),
            "exceptions": ("autoexception", "   :members:\n   :show-inheritance:\n"),
        }[self.arguments[0]]
        module = import_module((*self.arguments, "newsevents")[1])
        names = [name for name in module.__all__ if self.of_kind(name, getattr(module, name))]
        blocks = [f".. {directive}:: {module.__name__}.{name}\n{options}" for name in names]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *blocks, "```"]))

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
        return [nodes.literal_block("", output(*self.arguments, "--help"), language="text")]


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


def walk(*parts: object) -> Iterator[Refers]:
    """Yield the reference metadata in annotations and what is nested in them."""
    for part in parts:
        if isinstance(part, Refers):
            yield part
        elif isinstance(part, list):
            yield from walk(*part)
        else:
            yield from walk(*get_args(part))


def own_methods(name: str) -> Iterator[str]:
    """Yield autodoc directives for what the model *name* can do beside holding fields."""
    for member, value in vars(getattr(newsevents, name, object)).items():
        if member.startswith(("_", "model_")):
            continue
        if isinstance(value, property | cached_property):
            yield f".. autoproperty:: newsevents.{name}.{member}"
        elif isinstance(value, classmethod | staticmethod) or inspect.isfunction(value):
            yield f".. automethod:: newsevents.{name}.{member}"


def anchor(name: str) -> str:
    """Return the anchor of the definition *name*."""
    return f"type-{name.lower()}"


def joined(parts: list[nodes.Node], separator: str) -> Iterator[nodes.Node]:
    """Yield *parts* with the *separator* between them."""
    for number, part in enumerate(parts):
        if number:
            yield nodes.Text(separator)
        yield part


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("newsevents-api", Api)
    app.add_directive("newsevents-command", Command)
    app.add_directive("newsevents-model", One)
    app.add_directive("newsevents-reference", All)
    app.add_directive("newsevents-run", Run)
    app.add_directive("newsevents-vocabulary", One)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
