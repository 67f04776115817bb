"""Directives that document the rules from their registry, so that every rule has its page as soon as it is written."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from newsevents.rules._rule import RULES, SECTIONS, Rule


class Family(SphinxDirective):
    """`{newsevents-rules} NE1`: a section for each rule whose code starts so."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        found = [rule for code, rule in RULES.items() if code.startswith(self.arguments[0])]
        if not found:
            raise self.error(f"no rule has a code that starts with {self.arguments[0]}")
        return [self.section(rule) for rule in found]

    def section(self, rule: Rule) -> nodes.Node:
        """Return the section of one rule, and tell Sphinx that it is here."""
        here = rule.code.lower()
        title = f"{rule.code} · {rule.name}"
        self.env.domains.standard_domain.note_hyperlink_target(here, self.env.docname, here, title)
        section = nodes.section("", nodes.title("", title), ids=[here], names=[here])
        level = nodes.strong("", rule.level.capitalize())
        section += nodes.paragraph("", "", level, nodes.Text(": "), *self.parse_inline(rule.summary)[0])
        for heading in SECTIONS:
            section += nodes.rubric("", heading)
            section += self.parse_text_to_nodes(rule.sections[heading])
        return section


class Table(SphinxDirective):
    """`{newsevents-rule-table}`: every rule with its level and what is wrong, linked to its section."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        titles: list[list[nodes.Node]] = [[nodes.Text(title)] for title in ("Code", "Name", "Level", "What is wrong")]
        group = nodes.tgroup(cols=4)
        group += [nodes.colspec(colwidth=width) for width in (10, 26, 10, 54)]
        group += nodes.thead("", row(*titles))
        group += nodes.tbody("", *map(self.row, RULES.values()))
        return [nodes.table("", group, classes=["colwidths-given"])]

    def row(self, rule: Rule) -> nodes.row:
        """Return the row of one rule."""
        link = self.parse_inline(f"[{rule.code}](#{rule.code.lower()})")[0]
        return row(link, [nodes.Text(rule.name)], [nodes.Text(rule.level)], self.parse_inline(rule.summary)[0])


def row(*cells: list[nodes.Node]) -> nodes.row:
    """Return a row of a table."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("newsevents-rules", Family)
    app.add_directive("newsevents-rule-table", Table)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
