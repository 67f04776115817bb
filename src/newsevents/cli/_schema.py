"""`newsevents schema`: the JSON Schema of the dossier or of one type."""

import argparse
import json
import sys
from typing import Any

__all__ = ["add_to"]


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema",
        help="print the JSON Schema",
        description="Print the JSON Schema (2020-12) of the dossier or of one type of record.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "type",
        nargs="?",
        default="dossier",
        metavar="TYPE",
        help="dossier (the default) or a record type, such as gift",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from newsevents._model import Model, near  # noqa: PLC0415  (other commands start without the models)
    from newsevents.dossier import Dossier  # noqa: PLC0415
    from newsevents.records.union import RECORD_TYPES  # noqa: PLC0415
    from newsevents.schema import json_schema  # noqa: PLC0415

    models: dict[str, type[Model]] = {"dossier": Dossier, **RECORD_TYPES}
    if options.type not in models:
        hint = near(options.type, models)
        sys.stderr.write(f"newsevents: error: no type {options.type!r}{hint or '; known are ' + ', '.join(models)}\n")
        return 2
    sys.stdout.write(json.dumps(json_schema(models[options.type]), indent=2, ensure_ascii=False) + "\n")
    return 0
