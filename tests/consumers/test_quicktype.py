"""quicktype: the TypeScript, Go and Java that it writes compiles, and records come through it unchanged."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsevents.records.union import RECORD_TYPES

Run = Callable[..., Any]

PROGRAMS = Path(__file__).parent / "quicktype"
JARS = [Path("/usr/share/java", f"jackson-{part}.jar") for part in ("annotations", "core", "databind")]

# What readers refuse; docs/guides/types.md says the same. In a dossier one class has the fields of all records.
REFUSED = {
    ("typescript", "record"): {"misspelled field", "field of another record", "unknown value", "missing field"},
    ("typescript", "dossier"): {"misspelled field", "unknown value"},
    ("go", "record"): {"misspelled field", "field of another record"},
    ("go", "dossier"): {"misspelled field"},
    ("java", "record"): {"misspelled field", "field of another record", "unknown value"},
    ("java", "dossier"): {"misspelled field", "unknown value"},
}
# The fields status of a source, a gift and a shipment are one in the class of all records, and so is their vocabulary.
ADDED = {"Dossier", "AnyRecord", "AnyRecordType", "DossierType", "SchemaVersion", "Status"}


def build_typescript(run: Run, quicktype: Callable[..., Any], folder: Path, tools: Path) -> tuple[str, ...]:
    """Return the command of a TypeScript program that reads and writes records."""
    quicktype("typescript", "Dossier.ts")
    shutil.copy(PROGRAMS / "again.ts", folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    node = ("--typeRoots", str(tools / "node_modules" / "@types"), "--types", "node")
    run("tsc", "--strict", "--module", "nodenext", "--target", "es2022", *node, "again.ts", folder=folder)
    return ("node", "again.js")


def build_go(run: Run, quicktype: Callable[..., Any], folder: Path, _tools: Path) -> tuple[str, ...]:
    """Return the command of a Go program that reads and writes records."""
    quicktype("go", "dossier.go", "--package", "main")
    shutil.copy(PROGRAMS / "main.go", folder)
    (folder / "go.mod").write_text("module example\n\ngo 1.18\n", encoding="utf-8")
    run("go", "build", "-o", "again", ".", folder=folder)
    return (str(folder / "again"),)


def build_java(run: Run, quicktype: Callable[..., Any], folder: Path, _tools: Path) -> tuple[str, ...]:
    """Return the command of a Java program that reads and writes records."""
    for jar in JARS:
        if not jar.exists():
            pytest.fail(f"{jar} is needed for this check and was not found; Debian has it in libjackson2-databind-java")
    quicktype("java", "Dossier.java", "--package", "org.example", "--acronym-style", "camel")
    # The programs do without it; it does not compile where a distribution's Jackson declares more exceptions.
    (folder / "Converter.java").unlink()
    shutil.copy(PROGRAMS / "Again.java", folder)
    jars = ":".join(map(str, JARS))
    sources = (file.name for file in folder.glob("*.java"))
    run("javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-d", "classes", "-cp", jars, *sources, folder=folder)
    return ("java", "-cp", f"classes:{jars}", "org.example.Again")


BUILD = {"typescript": build_typescript, "go": build_go, "java": build_java}


class Program:
    """A program that reads a record a line and writes it again, with the code that was generated for it."""

    def __init__(self, language: str, folder: Path, feed: Callable[[list[str]], list[str]]) -> None:
        self.language = language
        self.folder = folder
        self.feed = feed


@pytest.fixture(scope="module", params=list(BUILD))
def program(
    request: pytest.FixtureRequest, run: Run, tools: Path, schema: Path, tmp_path_factory: pytest.TempPathFactory
) -> Program:
    """Return the compiled program of a language."""
    language: str = request.param
    folder = tmp_path_factory.mktemp(language)
    # The dossier, and each record as a type of its own.
    sources = [str(schema), *(f"{schema}#/$defs/{record.__name__}" for record in RECORD_TYPES.values())]

    def quicktype(lang: str, out: str, *options: str) -> None:
        src = [part for source in sources for part in ("--src", source)]
        run("quicktype", "--src-lang", "schema", "--lang", lang, *options, *src, "--quiet", "--out", out, folder=folder)

    command = BUILD[language](run, quicktype, folder, tools)

    def feed(lines: list[str]) -> list[str]:
        # Not splitlines(), to which U+2028 is the end of a line.
        answers: list[str] = run(*command, folder=folder, text="\n".join(lines)).stdout.rstrip("\n").split("\n")
        assert len(answers) == len(lines)
        return answers

    return Program(language, folder, feed)


def test_round_trip(program: Program, dossiers: dict[str, str], same: Callable[[str, str], bool]) -> None:
    """Every dossier, and every record by itself, is written as it was read: nothing lost, nothing added."""
    lines = list(dossiers.values())
    lines += [json.dumps(record) for text in dossiers.values() for record in json.loads(text)["records"]]
    assert {json.loads(line)["type"] for line in lines} == {"dossier", *RECORD_TYPES}
    for line, answer in zip(lines, program.feed(lines), strict=True):
        assert same(line, answer), f"{line}\n{answer}"


def test_refusals(
    program: Program, faults: dict[str, dict[str, Any]], in_dossier: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """What a reader of the language refuses is what the documentation says."""
    for place, wrap in (("record", dict), ("dossier", in_dossier)):
        answers = program.feed([json.dumps(wrap(gift)) for gift in faults.values()])
        refused = {fault for fault, answer in zip(faults, answers, strict=True) if "refused" in json.loads(answer)}
        assert refused == REFUSED[program.language, place], answers


def test_names(program: Program, schema: Path) -> None:
    """Every record, part and closed vocabulary is one type of its own name; there is no `Id1`."""
    definitions: dict[str, Any] = json.loads(schema.read_text("utf-8"))["$defs"]
    expected = {name for name, each in definitions.items() if "enum" in each or "properties" in each} | ADDED
    expected |= {f"{record.__name__}Type" for record in RECORD_TYPES.values()}
    declared = {
        "typescript": r"^export (?:interface|type) (\w+)",
        "go": r"^type (\w+)",
        "java": r"^public (?:class|enum) (\w+)",
    }
    found: list[str] = []
    for file in program.folder.glob("*"):
        if file.name.lower().endswith((".ts", ".go", ".java")) and file.stem.lower() not in {"again", "main"}:
            found += re.findall(declared[program.language], file.read_text("utf-8"), re.MULTILINE)
    assert sorted(found) == sorted(expected)
