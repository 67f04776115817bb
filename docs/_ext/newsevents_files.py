"""A directive that offers the published schema files: `{newsevents-files}`."""

import os
from pathlib import Path

from docutils import nodes
from newsevents_schema import TOP
from newsevents_tables import Documented
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from newsevents.dossier import SCHEMA_VERSION
from newsevents.records.union import RECORD_TYPES

PUBLISHED = TOP / "src" / "newsevents" / "schema" / "published" / SCHEMA_VERSION
# The profiles, and below `llm` the one with required fields only.
COLUMNS = {"validate": "validate", "draft-07": "draft-07", "codegen": "codegen", "llm": "llm", "llm, core": "llm"}


class Files(Documented):
    """`{newsevents-files}`: a row for each type, a file for each profile, with its size."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [
            [[self.link(cls)], *(self.download(name, column) for column in COLUMNS)]
            for name, cls in {
                "dossier": "Dossier",
                **{kind: cls.__name__ for kind, cls in RECORD_TYPES.items()},
            }.items()
        ]
        return [self.table(["Type", *COLUMNS], rows, [25, 15, 15, 15, 15, 15])]

    def download(self, name: str, column: str) -> list[nodes.Node]:
        """Return a link to a file, where there is one."""
        core = ".core" if column.endswith("core") else ""
        path = PUBLISHED / COLUMNS[column] / f"{name}{core}.schema.json"
        if not path.exists():
            return [nodes.Text("none")]
        self.env.note_dependency(str(path))
        target = os.path.relpath(path, Path(self.env.doc2path(self.env.docname)).parent)
        label = nodes.Text(f"{path.stat().st_size / 1000:,.0f} kB")
        return [addnodes.download_reference("", "", label, reftype="download", reftarget=target)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("newsevents-files", Files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
