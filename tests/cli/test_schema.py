"""`newsevents schema` in real processes: printing, writing, comparing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsevents.records.union import RECORD_TYPES

pytestmark = pytest.mark.base


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    command = [sys.executable, "-m", "newsevents", "schema", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=os.environ)


def test_printing(tmp_path: Path) -> None:
    """The dossier or one type, in the profile asked for; an unknown type gets a suggestion."""
    for arguments, name in (
        ([], "validate:dossier"),
        (["gift"], "validate:gift"),
        (["gift", "--profile", "draft-07"], "draft-07:gift"),
        (["gift", "--profile", "llm", "--core"], "llm:gift.core"),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["$id"] == f"urn:newsevents:schema:1.0:{name}"


_COMPARE_ALONE = "newsevents: error: --compare takes two files; leave TYPE, --profile and --core out\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gfit"], "newsevents: error: no type 'gfit'; did you mean 'gift'?\n"),
        (["gift", "--core"], "newsevents: error: core goes with the profile llm\n"),
        (["gfit", "--output", "x"], "newsevents: error: no type 'gfit'; did you mean 'gift'?\n"),
        (
            ["--core", "--output", "x"],
            "newsevents: error: --output writes the core variants as well; leave --core out\n",
        ),
        *(
            ([*use, "--compare", "a.json", "b.json"], _COMPARE_ALONE)
            for use in (["gift"], ["--profile", "llm"], ["--core"])
        ),
        (["report", "--profile", "validate"], "newsevents: error: the schema of the report has no profiles\n"),
        ([""], f"newsevents: error: no type ''; known are {', '.join(['dossier', *RECORD_TYPES])}\n"),
        (["--compare", "deep.json", "flat.json"], "newsevents: error: a schema is nested too deep\n"),
        (["--compare", "flat.json", "odd.json"], "newsevents: error: /properties is wrong in a schema: 5\n"),
        (["--compare", "a.json", "b.json"], "newsevents: error: [Errno 2] No such file or directory: 'a.json'\n"),
        (
            ["--compare", "list.json", "list.json"],
            "newsevents: error: list.json is no JSON Schema: expected an object\n",
        ),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: list[str], message: str) -> None:
    """One line that says what to do, exit 2."""
    deep = '{"items":' * 5000 + "{}" + "}" * 5000
    for name, text in {"list": "[]", "deep": deep, "flat": "{}", "odd": '{"properties": 5}'}.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_no_json(tmp_path: Path) -> None:
    """A file that is no JSON is named."""
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    done = run("--compare", "bad.json", "bad.json", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("newsevents: error: bad.json is no JSON Schema: ")


def test_writing_and_comparing(tmp_path: Path) -> None:
    """All files are written; a file is compatible with itself, and a narrower one is breaking."""
    done = run("--output", "schemas", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "84 schema files written below schemas\n"
    old = tmp_path / "schemas" / "validate" / "gift.schema.json"
    assert run("--compare", str(old), str(old), cwd=tmp_path).returncode == 0
    schema = json.loads(old.read_text("utf-8"))
    schema["required"].append("when")
    (tmp_path / "new.json").write_text(json.dumps(schema), encoding="utf-8")
    done = run("--compare", str(old), "new.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "breaking: /required: required field 'when' is new\n")
    assert done.stderr == "1 change, 1 of them breaking\n"
    assert run("--compare", "new.json", str(old), cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["gift", "--profile", "draft-07"], ["draft-07/gift.schema.json"]),
        (["gift", "--profile", "llm"], ["llm/gift.core.schema.json", "llm/gift.schema.json"]),
        (["dossier"], [f"{profile}/dossier.schema.json" for profile in ("codegen", "draft-07", "llm", "validate")]),
    ],
)
def test_writing_some(tmp_path: Path, arguments: list[str], files: list[str]) -> None:
    """The files of one type, of one profile, or of both."""
    done = run(*arguments, "--output", "some", cwd=tmp_path)
    written = sorted(path.relative_to(tmp_path / "some").as_posix() for path in tmp_path.rglob("*.json"))
    assert (done.returncode, written) == (0, files)
    assert done.stderr == f"{len(files)} schema file{'s' * (len(files) > 1)} written below some\n"
