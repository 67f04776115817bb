"""json-schema-to-typescript: the types compile strictly, tell records apart, and refuse what is wrong."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SUMMARY = Path(__file__).parent / "typescript" / "summary.ts"
STRICTLY = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022")


def constant(dossier: Any) -> str:
    """Return a module with a dossier as a literal that has to satisfy the type."""
    text = json.dumps(dossier, indent=2, ensure_ascii=False)
    return f'import type {{ Dossier }} from "./dossier.js";\n\nexport const dossier = {text} satisfies Dossier;\n'


@pytest.fixture(scope="module")
def folder(run: Callable[..., Any], schema: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the generated types and a program that uses them."""
    folder = tmp_path_factory.mktemp("typescript")
    run("json2ts", "--input", str(schema), "--output", "dossier.ts", folder=folder)
    shutil.copy(SUMMARY, folder)
    return folder


def test_each_definition_is_one_named_type(folder: Path, schema: Path) -> None:
    """Every vocabulary, scalar, part and record is a type of its own name; there is no `Id1` or `When2`."""
    names = re.findall(r"^export (?:type|interface) (\w+)", (folder / "dossier.ts").read_text("utf-8"), re.MULTILINE)
    assert sorted(names) == sorted(["Dossier", *json.loads(schema.read_text("utf-8"))["$defs"]])


def test_fields_are_described(folder: Path) -> None:
    """What a field is for, its default and the known values of open vocabularies stand beside it."""
    text = (folder / "dossier.ts").read_text("utf-8")
    assert "* The source in which it stands.\n   */\n  source_id: Id;" in text
    assert "reported, denied and so on. Absent means asserted.\n   */\n  modality?: Modality;" in text
    assert re.search(r"Known values: vehicle, vessel, [^\n]+\n \*/\nexport type ItemCategory = string;", text)


def test_right_programs_compile(run: Callable[..., Any], folder: Path, dossiers: dict[str, str]) -> None:
    """An exhaustive `switch` on the type of a record, and the examples as literals."""
    for name, text in dossiers.items():
        (folder / f"{name}.ts").write_text(constant(json.loads(text)), encoding="utf-8")
    run("tsc", *STRICTLY, "summary.ts", *(f"{name}.ts" for name in dossiers), folder=folder)


def test_wrong_programs_do_not_compile(
    run: Callable[..., Any],
    folder: Path,
    faults: dict[str, dict[str, Any]],
    in_dossier: Callable[[dict[str, Any]], Any],
) -> None:
    """A `switch` without one of the types, and dossiers with a fault, each with the compiler's reason."""
    expected = {
        "nothing": [],
        "misspelled field": ["TS2353: Object literal may only specify known properties, and '\"ocasion\"' does"],
        "field of another record": ["TS2353: Object literal may only specify known properties, and '\"motion\"' does"],
        "unknown value": ["TS2322: Type '\"wrapped\"' is not assignable to type 'GiftStatus"],
        "missing field": ['TS2322: Type \'{ type: "gift";'],
        "switch without vote": ["TS2345: Argument of type 'Vote' is not assignable to parameter of type 'never'"],
    }
    programs = {name: constant(in_dossier(gift)) for name, gift in faults.items()}
    programs["switch without vote"] = re.sub(r"\n *case \"vote\": .*", "", SUMMARY.read_text("utf-8"))
    files = {f"{name.replace(' ', '-')}.ts": name for name in programs}
    for file, name in files.items():
        (folder / file).write_text(programs[name], encoding="utf-8")
    done = run("tsc", *STRICTLY, *files, folder=folder, succeeds=False)
    found: dict[str, list[str]] = {name: [] for name in programs}
    for file, error in re.findall(r"^([\w.-]+)\(\d+,\d+\): error (.*)", done.stdout, re.MULTILINE):
        found[files[file]].append(error)
    assert found.keys() == expected.keys()
    for name, errors in expected.items():
        assert len(found[name]) == len(errors), done.stdout
        assert all(map(str.startswith, found[name], errors)), done.stdout
