"""`newsevents schema`: print the JSON Schema, write all schema files, or compare two."""

import argparse
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, cast

__all__ = ["add_to"]

_PROFILES = ("validate", "draft-07", "codegen", "llm")


def add_to(commands: Any) -> None:
    """Add the command to the parser's *commands*."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema",
        help="print, write or compare JSON Schemas",
        description="Print the JSON Schema of the dossier or of one type of record, write schema files into a "
        "folder, or compare two. Exit status of a comparison: 0 compatible, 1 breaking, 2 wrong use.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "type",
        nargs="?",
        metavar="TYPE",
        help="dossier (the default), a record type such as gift, or report: what validate --format json writes",
    )
    parser.add_argument(
        "--profile",
        choices=_PROFILES,
        help="what the schema is for: validators (the default), older validators, generators of code, language models",
    )
    parser.add_argument("--core", action="store_true", help="with --profile llm: required fields only")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        help="write the schema files of TYPE and the profile, by default of all, into this folder",
    )
    where.add_argument(
        "--compare",
        nargs=2,
        metavar=("OLD", "NEW"),
        type=Path,
        help="say what changed between two schema files, and whether data stays valid",
    )
    parser.set_defaults(run=_run)


class _Answer(NamedTuple):
    """What is printed, once all is known: a fault of the output is none of a file."""

    out: str = ""
    err: str = ""
    status: int = 0


def _run(options: argparse.Namespace) -> int:
    answer = _compare if options.compare else _write if options.output else _print
    try:
        out, err, status = answer(options)
    except RecursionError:
        sys.stderr.write("newsevents: error: a schema is nested too deep\n")
        return 2
    except (OSError, ValueError) as error:
        sys.stderr.write(f"newsevents: error: {error}\n")
        return 2
    sys.stdout.write(out)
    sys.stderr.write(err)
    return status


def _print(options: argparse.Namespace) -> _Answer:
    if options.type == "report":
        if options.core or options.profile:
            raise ValueError("the schema of the report has no profiles")
        return _Answer(files("newsevents.cli.report").joinpath("report.schema.json").read_text("utf-8"))
    from newsevents.schema import json_schema  # noqa: PLC0415  (other commands start without the models)

    schema = json_schema(
        "dossier" if options.type is None else options.type, profile=options.profile or "validate", core=options.core
    )
    return _Answer(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")


def _write(options: argparse.Namespace) -> _Answer:
    from newsevents.schema import write_schemas  # noqa: PLC0415  (other commands start without the models)

    if options.core:
        raise ValueError("--output writes the core variants as well; leave --core out")
    count = write_schemas(options.output, type=options.type, profile=options.profile)
    return _Answer(err=f"{count} schema file{'' if count == 1 else 's'} written below {options.output}\n")


def _compare(options: argparse.Namespace) -> _Answer:
    from newsevents.schema import compare_schemas  # noqa: PLC0415  (other commands start without the models)

    if options.type or options.profile or options.core:
        raise ValueError("--compare takes two files; leave TYPE, --profile and --core out")
    old, new = map(_schema, options.compare)
    changes = compare_schemas(old, new)
    told = "".join(f"{change.kind}: {change.pointer or '/'}: {change.message}\n" for change in changes)
    breaking = sum(change.kind == "breaking" for change in changes)
    changed = f"{len(changes)} change{'' if len(changes) == 1 else 's'}"
    return _Answer(told, f"{changed}, {breaking} of them breaking\n", 1 if breaking else 0)


def _schema(path: Path) -> dict[str, Any]:
    try:
        schema: Any = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:
        raise ValueError(f"{path} is no JSON Schema: {error}") from error
    if not isinstance(schema, dict):
        raise ValueError(f"{path} is no JSON Schema: expected an object")  # noqa: TRY004  (wrong use, not a wrong type)
    return cast("dict[str, Any]", schema)
