"""The diagram of records and references, drawn from the models: `{newsevents-diagram}`, and `{newsevents-references}`.

Every record is a card whose rows are its references. What a row may name is reached along a lane between the columns,
one for each target, as in a diagram of circuits: nothing has to be laid out by hand, whatever the models become.
"""

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import NamedTuple

from docutils import nodes
from newsevents_schema import anchor
from newsevents_tables import Documented, joined
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import newsevents
from newsevents._model import Model, models_in
from newsevents.records.union import RECORD_TYPES
from newsevents.values.reference import ACTORS, EVENTS, _plan

ACCOUNTS = ("source", "statement", "sanctions_assessment", "relation")
THINGS = ("item",)
TIME = "anchor_id"
"""The reference that every time has; it would be in every card."""

LINE, HEAD, PAD, LANE, LETTER = 15, 24, 12, 12, 6.65
WIDTHS = (170, 244, 240)
GUTTERS = (4 * LANE, 9 * LANE)
TOP = 56


class Reference(NamedTuple):
    """A field that holds ids, and the types of record that they may name; none means any."""

    path: str
    types: tuple[str, ...]


def references(model: type[Model], above: str = "") -> Iterator[Reference]:
    """Yield the references of a model and of its parts."""
    for step in _plan(model):
        path = f"{above}{step.name}{'[]' if step.is_list else ''}"
        parts = models_in(model.model_fields[step.name].annotation)
        for part in parts:
            yield from references(part, f"{path}.")
        if not parts:
            yield Reference(path, step.types)


def own(model: type[Model]) -> list[Reference]:
    """Return the references that a record has beside those of every record, or of every event."""
    is_event = issubclass(model, newsevents.Event) and model is not newsevents.Event
    base = set(references(newsevents.Event if is_event else newsevents.Record))
    return [each for each in references(model) if each not in base]


def targets(types: tuple[str, ...]) -> list[str]:
    """Return what types of record are drawn as: a group where all of it may be named."""
    groups = {"actors": ACTORS, "events": EVENTS}
    found = [name for name, members in groups.items() if set(members) <= set(types)]
    return found + [name for name in types if not any(name in groups[group] for group in found)]


class Card:
    """A box with a head and the rows of its references, of which those to the same targets share one."""

    def __init__(self, name: str, title: str, fields: list[Reference], column: int) -> None:
        self.name, self.title, self.column = name, title, column
        self.y = 0
        rows: dict[tuple[str, ...], list[str]] = {}
        for path, types in fields:
            rows.setdefault(types, []).append(path.replace("[]", ""))
        letters = int((WIDTHS[column] - 2 * PAD) / LETTER)
        self.rows = [
            (
                wrap(", ".join(paths) + ("" if types else " (any record)"), letters, break_long_words=False),
                targets(types),
            )
            for types, paths in rows.items()
        ]

    @property
    def height(self) -> int:
        """The height of the box."""
        lines = sum(len(lines) for lines, _ in self.rows)
        return HEAD + (lines * LINE + (len(self.rows) + 1) * 4 if lines else 0)

    def exits(self) -> Iterator[tuple[int, list[str]]]:
        """Yield where the lines of a row begin, and where they lead."""
        y = self.y + HEAD + 4
        for lines, names in self.rows:
            yield y + LINE * len(lines) // 2, names
            y += len(lines) * LINE + 4


class Diagram:
    """The drawing."""

    def __init__(self, links: dict[str, str]) -> None:
        self.links = links
        self.x = [0, WIDTHS[0] + 2 * PAD + GUTTERS[0]]
        self.x.append(self.x[1] + WIDTHS[1] + 2 * PAD + GUTTERS[1])
        self.width = self.x[2] + WIDTHS[2] + 2 * PAD
        every_time = Reference("anchor_id", dict(references(newsevents.When))[TIME])
        every_event, every_record = own(newsevents.Event), list(references(newsevents.Record))
        columns: list[list[tuple[str, list[Card]]]] = [
            [("actors", self.cards(ACTORS, 0)), ("things", self.cards(THINGS, 0))],
            [("events", [self.card("every event", every_event, 1), *self.cards(EVENTS, 1)])],
            [
                ("", [self.card("every record", every_record, 2), self.card("every time", [every_time], 2)]),
                ("accounts", self.cards(ACCOUNTS, 2)),
            ],
        ]
        self.frames: dict[str, tuple[int, int, int]] = {}
        self.all: dict[str, Card] = {}
        self.height = max(self.place(column, groups) for column, groups in enumerate(columns))

    def cards(self, types: tuple[str, ...], column: int) -> list[Card]:
        """Return the cards of types of record."""
        return [self.card(name, own(RECORD_TYPES[name]), column) for name in types]

    @staticmethod
    def card(name: str, fields: list[Reference], column: int) -> Card:
        """Return a card; of times only the one that stands for all has their reference."""
        title = RECORD_TYPES[name].__name__ if name in RECORD_TYPES else name
        return Card(name, title, [each for each in fields if not each.path.endswith(f".{TIME}")], column)

    def place(self, column: int, groups: list[tuple[str, list[Card]]]) -> int:
        """Give each card and frame of a column its place; return where the column ends."""
        y = TOP
        for group, cards in groups:
            top = y
            y += HEAD if group else 0
            for card in cards:
                card.y = y
                self.all[card.name] = card
                y += card.height + PAD
            if group:
                self.frames[group] = (column, top, y - top)
            y += PAD
        return y

    def lanes(self, gutter: int) -> list[str]:
        """Return the targets that have a lane in a gutter: those beside it, and in the second those of the first."""
        found = {
            name: self.column_of(name)
            for card in self.all.values()
            for _, names in card.exits()
            for name in names
            if gutter in self.route(card, name)
        }
        # The farther a target, the nearer to the middle of the page runs its lane.
        return sorted(found, key=lambda name: (found[name], self.port(name)))

    def column_of(self, name: str) -> int:
        """Return in which column a target stands."""
        return self.frames[name][0] if name in self.frames else self.all[name].column

    def port(self, name: str) -> int:
        """Return the height at which lines reach a target."""
        return (self.frames[name][1] if name in self.frames else self.all[name].y) + HEAD // 2

    def route(self, card: Card, name: str) -> list[int]:
        """Return through which gutters a line from a card to a target runs."""
        if self.column_of(name) == 0:
            return [0] if card.column < 2 else [1, 0]  # noqa: PLR2004 (there are three columns)
        return [1]

    def lane_x(self, gutter: int, name: str) -> int:
        """Return where a lane runs."""
        return self.x[gutter + 1] - GUTTERS[gutter] + LANE * (self.lanes(gutter).index(name) + 1)

    def edge(self, column: int, gutter: int, *, framed: bool) -> int:
        """Return the side of a card, or of a frame, that is turned to a gutter."""
        inset = 0 if framed else PAD
        return self.x[column] + (inset if column > gutter else WIDTHS[column] + 2 * PAD - inset)

    def svg(self) -> str:
        """Return the drawing."""
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-labelledby="diagram-title">',
            '<title id="diagram-title">Records and their references; the table below says the same</title>',
            *self.boxes(),
            *self.wires(),
            "</svg>",
        ]
        return "\n".join(parts)

    def boxes(self) -> Iterator[str]:
        """Yield the frames and cards."""
        for name, (column, top, height) in self.frames.items():
            x, width = self.x[column], WIDTHS[column] + 2 * PAD
            yield f'<rect class="frame {name}" x="{x}" y="{top}" width="{width}" height="{height}" rx="8"/>'
            yield f'<text class="group {name}" x="{x + PAD}" y="{top + 16}">{name}</text>'
        for card in self.all.values():
            x, width = self.x[card.column] + PAD, WIDTHS[card.column]
            yield f'<rect class="card" x="{x}" y="{card.y}" width="{width}" height="{card.height}" rx="4"/>'
            title = f'<text class="head" x="{x + PAD}" y="{card.y + 16}">{escape(card.title)}</text>'
            yield f'<a href="{self.links[card.name]}">{title}</a>' if card.name in self.links else title
            y = card.y + HEAD + 4
            for lines, _ in card.rows:
                for line in lines:
                    yield f'<text class="row" x="{x + PAD}" y="{y + 11}">{escape(line)}</text>'
                    y += LINE
                y += 4

    def wires(self) -> Iterator[str]:
        """Yield the lines: from rows to lanes, along the lanes, and into the targets."""
        reach: dict[tuple[int, str], list[int]] = {}
        for card in self.all.values():
            for y, names in card.exits():
                for name in names:
                    gutter = self.route(card, name)[0]
                    x = self.lane_x(gutter, name)
                    reach.setdefault((gutter, name), []).append(y)
                    yield _line(self.kind(name), (self.edge(card.column, gutter, framed=False), y), (x, y))
                    yield f'<circle class="{self.kind(name)}" cx="{x}" cy="{y}" r="2.5"/>'
        crossing = [name for gutter, name in reach if gutter == 1 and self.column_of(name) == 0]
        for number, name in enumerate(crossing):
            y = TOP - 14 - 10 * number
            start, end = self.lane_x(1, name), self.lane_x(0, name)
            yield _line(self.kind(name), (start, max(reach[1, name])), (start, y), (end, y), (end, TOP))
            reach.setdefault((0, name), []).append(y)
        for (gutter, name), heights in reach.items():
            if name in crossing and gutter == 1:
                continue
            x, port = self.lane_x(gutter, name), self.port(name)
            yield _line(self.kind(name), (x, min(*heights, port)), (x, max(*heights, port)))
            side = self.edge(self.column_of(name), gutter, framed=name in self.frames)
            into = -1 if side < x else 1
            yield _line(self.kind(name), (x, port), (side - 6 * into, port))
            yield f'<path class="tip {self.kind(name)}" d="M{side} {port}l{-8 * into} -4v8z"/>'

    def kind(self, name: str) -> str:
        """Return the group that a target belongs to, which has a color."""
        groups = {"actors": ACTORS, "things": THINGS, "events": EVENTS, "accounts": ACCOUNTS}
        return next(group for group, members in groups.items() if name in {group, *members})


def _line(kind: str, *points: tuple[int, int]) -> str:
    """Return a line of the color of a group."""
    return f'<polyline class="{kind}" points="{" ".join(f"{x},{y}" for x, y in points)}"/>'


class Draw(Documented):
    """`{newsevents-diagram}`: the drawing, in the page itself, so that it has the colors of the page."""

    def run(self) -> list[nodes.Node]:
        """Return the drawing, and nothing where no browser shows it."""
        uri = self.env.app.builder.get_relative_uri(self.env.docname, "reference/records")
        links = {name: f"{uri}#{anchor(model.__name__)}" for name, model in RECORD_TYPES.items()}
        svg = Diagram(links).svg()
        return [nodes.raw("", f'<div class="newsevents-diagram" tabindex="0">\n{svg}\n</div>', format="html")]


class Table(Documented):
    """`{newsevents-references}`: every reference field with the types of record that it may name."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        every = [("every record", list(references(newsevents.Record))), ("every event", own(newsevents.Event))]
        rows: list[list[list[nodes.Node]]] = [
            [self.whose(name), [nodes.literal("", each.path)], list(self.named(each.types))]
            for name, fields in [*every, *((name, own(model)) for name, model in RECORD_TYPES.items())]
            for each in fields
        ]
        return [self.table(["Record", "Field", "May name"], rows, [22, 34, 44])]

    def whose(self, name: str) -> list[nodes.Node]:
        """Return the name of a record, linked where it is one."""
        return [self.link(RECORD_TYPES[name].__name__) if name in RECORD_TYPES else nodes.Text(name)]

    def named(self, types: tuple[str, ...]) -> Iterator[nodes.Node]:
        """Yield the types that a field may name, groups by their names."""
        found = targets(types)
        words = [
            self.link(RECORD_TYPES[each].__name__) if each in RECORD_TYPES else nodes.Text(f"any of the {each}")
            for each in found
        ]
        yield from joined(words or [nodes.Text("any record")], ", ")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("newsevents-diagram", Draw)
    app.add_directive("newsevents-references", Table)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
