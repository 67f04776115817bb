"""Directives that document the models from the models, so that no table is kept by hand.

Everything is read from the JSON Schema of the dossier: what stands here is what validators check.
"""

import inspect
from collections.abc import Iterator
from functools import cached_property
from typing import get_args

from docutils import nodes
from newsevents_schema import KINDS, Json, anchor, definitions, example, is_open, kind, users
from pydantic.fields import FieldInfo
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import newsevents
from newsevents.records.union import RECORD_TYPES
from newsevents.values.reference import Refers


class Documented(SphinxDirective):
    """What the directives share: inline text, links, tables."""

    def text(self, markup: str) -> list[nodes.Node]:
        """Return *markup*, a description from the models, as inline nodes."""
        children, messages = self.parse_inline(markup)
        return [*children, *messages]

    def link(self, name: str, text: str = "") -> nodes.Node:
        """Return a link to where the definition *name* is documented, called so or as *text* says."""
        label = nodes.literal("", text or name)
        target = {"reftype": "ref", "reftarget": anchor(name), "refexplicit": True, "refwarn": True}
        return addnodes.pending_xref("", label, refdomain="std", refdoc=self.env.docname, **target)

    def table(
        self, head: list[str], rows: list[list[list[nodes.Node]]], widths: list[int], *classes: str
    ) -> nodes.Node:
        """Return a table of cells, each a list of inline nodes."""
        group = nodes.tgroup(cols=len(head))
        group += [nodes.colspec(colwidth=width) for width in widths]
        group += nodes.thead("", self.row([[nodes.Text(title)] for title in head]))
        group += nodes.tbody("", *map(self.row, rows))
        return nodes.table("", group, classes=["colwidths-given", *classes])

    @staticmethod
    def row(cells: list[list[nodes.Node]]) -> nodes.row:
        """Return a row of a table."""
        return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))

    def shape(self, schema: Json) -> Iterator[nodes.Node]:
        """Yield what a field may hold, in words and links."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            yield self.link(name)
            if kind(definitions()[name]) == "vocabularies":
                yield nodes.Text(" (open vocabulary)" if is_open(definitions()[name]) else " (closed vocabulary)")
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
                [nodes.Text("yes" if field in schema.get("required", ()) else "no")],
                self.text(part.get("description", "")),
                [nodes.literal("", example(name, field))],
            ]
            for field, part in schema["properties"].items()
        ]
        heads = ["Field", "Type or vocabulary", "Required", "Meaning", "Example"]
        yield self.table(heads, rows, [16, 22, 8, 30, 24], "fields")
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
        uses = joined([self.link(model, f"{model}.{field}") for model, field in users(name)], ", ")
        yield nodes.paragraph("", "Used by ", *uses, nodes.Text("."))

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


def joined(parts: list[nodes.Node], separator: str) -> Iterator[nodes.Node]:
    """Yield *parts* with the *separator* between them."""
    for number, part in enumerate(parts):
        if number:
            yield nodes.Text(separator)
        yield part


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("newsevents-model", One)
    app.add_directive("newsevents-reference", All)
    app.add_directive("newsevents-vocabulary", One)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
