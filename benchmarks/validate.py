"""What checking a file costs, against other validators: ratios of whole commands, run in turn on the same records.

`python benchmarks/validate.py` installs this project and the others in a temporary folder, as a user would (it needs
npm and an index of packages), and prints one line a comparison: how many times as long the other command takes. The
records have no finding for anyone.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from records import Generator

from newsevents.schema import json_schema

PROJECT = Path(__file__).parents[1]
PYTHON_PEERS = ["check-jsonschema", "jsonschema", "followthemoney"]
NODE_PEERS = ["ajv", "ajv-cli"]
SHAPE = ["--select", "NE003"]
LOOP_JSONSCHEMA = """
import json, sys, jsonschema
validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
sys.exit(any(True for record in json.load(open(sys.argv[2])) for error in validator.iter_errors(record)))
"""
LOOP_AJV = """
const fs = require("fs"), readline = require("readline"), Ajv = require("ajv/dist/2020").default
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(fs.readFileSync(process.argv[2])))
let wrong = 0
readline.createInterface({ input: fs.createReadStream(process.argv[3]) })
  .on("line", (line) => { if (!validate(JSON.parse(line))) wrong++ })
  .on("close", () => { process.exitCode = wrong ? 1 : 0 })
"""
_WORDS = ["harbor", "ministry", "convoy", "envoy", "freight", "treaty", "tanker", "summit", "customs", "border"]


class Data(NamedTuple):
    """The files that are checked."""

    lines: Path
    array: Path
    faulty: Path
    small: Path
    entities: Path
    record_schema: Path
    array_schema: Path
    dossier_schema: Path


class Comparison(NamedTuple):
    """Two commands on the same records."""

    name: str
    aim: str
    ours: Sequence[str]
    other: Sequence[str]


def main() -> None:
    """Compare with all others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--megabytes", type=int, default=100, help="how large the file is (default: 100)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each pair is run (default: 3)")
    parser.add_argument("--only", default="", help="compare only where the name has this")
    parser.add_argument("--gigabyte", action="store_true", help="measure the memory for 1 GB, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, tools, node = installed(Path(folder))
        data = written(Path(folder), options.megabytes * 10**6)
        for comparison in comparisons(data, ours, tools, node):
            if options.only in comparison.name:
                compare(comparison, options.rounds)
        if options.gigabyte:
            large = Path(folder) / "large.jsonl"
            write_lines(large, 10**9)
            print(f"peak memory on 1 GB: {peak(command(ours, str(large))):.0f} MB (at most 200)")


def command(ours: Path, *options: str) -> list[str]:
    """Return our command."""
    return [str(ours), "validate", "--no-config", "--quiet", *options]


def comparisons(data: Data, ours: Path, tools: Path, node: Path) -> list[Comparison]:
    """Return what is compared, with the ratio that is aimed at."""
    own = partial(command, ours)
    lines, small = str(data.lines), str(data.small)
    array = ["--schemafile", str(data.array_schema), str(data.array)]
    loop = [str(tools / "python"), "-c", LOOP_JSONSCHEMA, str(data.record_schema), str(data.array)]
    ajv = ["node", str(node / "loop.js"), str(data.record_schema), lines]
    ftm = [str(tools / "ftm"), "validate", "-i", str(data.entities), "-o", os.devnull]
    checked = [str(tools / "check-jsonschema"), "--schemafile", str(data.dossier_schema), small]
    ajv_cli = [str(node / "node_modules" / ".bin" / "ajv"), "validate", "--spec=draft2020", "--strict=false"]
    ajv_cli += ["-s", str(data.dossier_schema), "-d", small]
    return [
        Comparison("ajv, shape alone", "at least 0.91", own(*SHAPE, lines), ajv),
        Comparison("ajv, with duplicate keys and all record rules", "at least 0.4", own(lines), ajv),
        Comparison("ourselves, with 10,000 findings", "at most 2", own(lines), own(str(data.faulty))),
        Comparison("ftm validate", "at least 10", own(lines), ftm),
        # It judges each entity by its schema alone.
        Comparison("ftm validate, shape alone", "at least 10", own(*SHAPE, lines), ftm),
        Comparison("check-jsonschema, 20 KB", "at least 2", own(small), checked),
        Comparison("ajv-cli, 20 KB", "at least 1", own(small), ajv_cli),
        Comparison("check-jsonschema", "at least 25", own(lines), [str(tools / "check-jsonschema"), *array]),
        Comparison("a loop with jsonschema", "at least 25", own(lines), loop),
    ]


def compare(comparison: Comparison, rounds: int) -> None:
    """Print how many times as long the other command takes, the two run in turn."""
    own: list[float] = []
    other: list[float] = []
    for _ in range(rounds):
        own.append(run(comparison.ours))
        other.append(run(comparison.other))
        if other[-1] > 60:  # noqa: PLR2004  (seconds; as precise as it needs to be)
            break
    mine, theirs = statistics.median(own), statistics.median(other)
    print(f"{comparison.name}: {theirs / mine:.2f} ({comparison.aim}); {mine:.2f} s against {theirs:.2f} s", flush=True)


def run(command: Sequence[str]) -> float:
    """Run a command and return how long it took; what it says is not looked at, but it must end by itself."""
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (our own commands)
    took = time.perf_counter() - started
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{command[:4]} ended with {done.returncode}: {done.stderr[-500:]!r}")
    return took


def peak(command: Sequence[str]) -> float:
    """Run a command alone and return how many MB the largest of its processes had in memory."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:]); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)  # noqa: S603
    return int(done.stdout.split()[-1]) / 1024


def installed(folder: Path) -> tuple[Path, Path, Path]:
    """Install us and the others, print versions, and return our command, the folder of theirs and that of node."""
    venv.create(folder / "ours", with_pip=True)
    venv.create(folder / "venv", with_pip=True)
    tools = folder / "venv" / "bin"
    call: Callable[..., object] = subprocess.run
    ours = folder / "ours" / "bin"
    call([ours / "python", "-m", "pip", "install", "--quiet", f"{PROJECT}[cli]"], check=True)
    call([tools / "python", "-m", "pip", "install", "--quiet", *PYTHON_PEERS], check=True)
    node = folder / "node"
    node.mkdir()
    call(["npm", "install", "--silent", "--no-audit", "--no-fund", *NODE_PEERS], cwd=node, check=True)
    (node / "loop.js").write_text(LOOP_AJV)
    listed = subprocess.run(  # noqa: S603  (our own folder)
        [tools / "python", "-m", "pip", "list", "--format", "json"], capture_output=True, text=True, check=True
    )
    versions = {row["name"]: row["version"] for row in json.loads(listed.stdout)}
    for name in NODE_PEERS:
        versions[name] = json.loads((node / "node_modules" / name / "package.json").read_text())["version"]
    print(", ".join(f"{name} {versions[name]}" for name in [*PYTHON_PEERS, *NODE_PEERS]), f"Python {sys.version[:6]}")
    return ours / "newsevents", tools, node


def written(folder: Path, size: int) -> Data:
    """Write what is checked."""
    names = ("lines.jsonl", "array.json", "faulty.jsonl", "small.json", "entities.jsonl", "record.schema.json")
    data = Data(*(folder / name for name in (*names, "array.schema.json", "dossier.schema.json")))
    count = write_lines(data.lines, size)
    lines = data.lines.read_text().splitlines()
    data.array.write_text("[" + ",".join(lines) + "]")
    step = max(1, count // 10_000)
    faulty = [line.replace('"tags":["', '"tags":["A ') if i % step == 0 else line for i, line in enumerate(lines)]
    data.faulty.write_text("\n".join(faulty))
    records = list(Generator(seed=2).records(17))
    data.small.write_text(json.dumps({"type": "dossier", "schema_version": "1.0", "id": "small", "records": records}))
    with data.entities.open("w") as file:
        for number, line in enumerate(lines):
            file.write(json.dumps(entity(number, len(line))) + "\n")
    schema = json_schema("dossier")
    record = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/AnyRecord"}
    data.record_schema.write_text(json.dumps(record))
    array = {"$schema": schema["$schema"], "$defs": schema["$defs"], **schema["properties"]["records"]}
    data.array_schema.write_text(json.dumps(array))
    data.dossier_schema.write_text(json.dumps(schema))
    return data


def write_lines(path: Path, size: int) -> int:
    """Write records, one a line, of about *size* bytes in all, and return how many."""
    probe = list(Generator().records(1000))
    count = size // (len(json.dumps(probe, separators=(",", ":"))) // len(probe))
    with path.open("w") as file:
        for record in Generator().records(count):
            file.write(json.dumps(record, separators=(",", ":")) + "\n")
    return count


def entity(number: int, size: int) -> dict[str, object]:
    """Return an entity of FollowTheMoney of about *size* bytes."""
    draw = random.Random(number)
    properties = {
        "name": [" ".join(draw.choices(_WORDS, k=3)) for _ in range(2)],
        "country": draw.sample(["ru", "us", "kp", "cn", "de"], 2),
        "sourceUrl": [f"https://news.example/{draw.randrange(10**9)}" for _ in range(2)],
        "modifiedAt": ["2024-03-16"],
        "notes": [" ".join(draw.choices(_WORDS, k=15)) for _ in range(max(1, size // 120 - 3))],
    }
    return {"id": f"e-{number}", "schema": draw.choice(["Person", "Company", "Vessel"]), "properties": properties}


if __name__ == "__main__":
    main()
