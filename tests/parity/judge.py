"""The judges: the model, and each validator on each of the profiles that promise the model's verdicts."""

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import jsonschema_rs
from jsonschema import Draft7Validator, Draft202012Validator
from tests.parity.keyword import MODELS
from tests.parity.texts import Text

from newsevents import json_schema

__all__ = ["accepts", "validators", "verdicts"]

Verdicts = list[bool]
Equivalent = Literal["validate", "draft-07"]
PROFILES: tuple[Equivalent, ...] = ("validate", "draft-07")


def accepts(entry: Text) -> bool:
    """Return the model's own verdict."""
    try:
        MODELS[entry.model].model_validate_json(entry.text)
    except ValueError:
        return False
    return True


@cache
def schemas(profile: Equivalent) -> dict[str, Any]:
    """Return the schema of every model."""
    return {name: json_schema(model, profile=profile) for name, model in MODELS.items()}


@cache
def validators(profile: Equivalent, model: str) -> dict[str, Callable[[Any], bool]]:
    """Return what judges a value."""
    kind: Any = Draft202012Validator if profile == "validate" else Draft7Validator
    schema = schemas(profile)[model]
    return {
        "jsonschema": kind(schema).is_valid,
        "jsonschema, formats checked": kind(schema, format_checker=kind.FORMAT_CHECKER).is_valid,
        "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid,
    }


def verdicts(entries: Sequence[Text], node: Path) -> Iterator[tuple[str, Verdicts]]:
    """Yield the verdicts of every validator on each profile, by what it is called in print."""
    found: defaultdict[str, Verdicts] = defaultdict(list)
    for entry in entries:
        value = json.loads(entry.text)
        for profile in PROFILES:
            for name, is_valid in validators(profile, entry.model).items():
                found[f"{name}, {profile}"].append(is_valid(value))
    yield from found.items()
    for name, its in ajv(node)(entries).items():
        yield f"ajv strict, {name}", its


@cache
def ajv(node: Path) -> Callable[[Sequence[Text]], dict[str, Verdicts]]:
    """Return what has texts judged by ajv, in one process that stays."""
    program = shutil.which("node")
    if program is None:
        raise SystemExit("node is needed to run ajv and was not found")
    with TemporaryDirectory() as folder:
        file = Path(folder, "schemas.json")
        file.write_text(json.dumps({profile: schemas(profile) for profile in PROFILES}), encoding="utf-8")
        command = [program, str(Path(__file__).with_name("ajv.mjs")), str(file), str(node.resolve() / "package.json")]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        judge = partial(_judged, process)
        judge([])  # it has read the file when it answers
    return judge


def _judged(process: "subprocess.Popen[str]", entries: Sequence[Text]) -> dict[str, Verdicts]:
    if process.stdin is None or process.stdout is None:
        raise TypeError("the process has no pipes")
    for entry in entries:
        process.stdin.write(json.dumps(entry._asdict()) + "\n")
    process.stdin.write("\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    return {profile: [verdict == "1" for verdict in found] for profile, found in answer.items()}
