"""The corpus of rules: dossiers that are clean under every rule, and dossiers with exactly one fault.

`tests/corpus/rules/NE201/*.yaml`; the first line of a file says what is expected: `# clean`, or code, level and pointer
of the one finding (`# NE201 error /records/1/when/edtf`).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from newsevents import Dossier, load
from newsevents.rules import check
from newsevents.rules._rule import RULES
from newsevents.rules.reading import DEPRECATIONS

CORPUS = Path(__file__).parents[2] / "corpus" / "rules"
FILES = sorted(CORPUS.glob("*/*.yaml"))
# Of what is deprecated there is no file while nothing is.
UNUSED = set[str]() if DEPRECATIONS else {"NE007"}
CHECKED = sorted({code for code, rule in RULES.items() if rule.check is not None or code == "NE006"} - UNUSED)


def expected_of(path: Path) -> str:
    """Return what the first line of a file says."""
    return path.read_text("utf-8").partition("\n")[0].removeprefix("# ").strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_has_the_finding_that_it_says(path: Path) -> None:
    """Exactly that one and no other, at its level and place."""
    found = [f"{finding.code} {finding.level} {finding.pointer}".strip() for finding in check(load(path))]
    assert found == ([] if (expected := expected_of(path)) == "clean" else [expected])


@pytest.mark.parametrize("code", CHECKED)
def test_every_rule_has_a_fault_and_a_valid_twin(code: str) -> None:
    """And a folder holds no other rule's faults."""
    expected = {expected_of(path).split(" ")[0] for path in (CORPUS / code).glob("*.yaml")}
    assert expected == {"clean", code}


ALONE = [code for code in CHECKED if RULES[code].alone and code != "NE006"]
"""What idle silencers are, depends on what else runs."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_rule_that_judges_each_record_alone_asks_for_no_other(path: Path) -> None:
    """So that it finds the same in a part of a file, which is what streams hand to it."""
    dossier = load(path)
    parts = [Dossier(id="part", records=[record]) for record in dossier.records]
    found = [
        (f"/records/{number}{finding.pointer.removeprefix('/records/0')}", finding.message, finding.related)
        for number, part in enumerate(parts)
        for finding in check(part, select=ALONE)
    ]
    assert found == [(finding.pointer, finding.message, finding.related) for finding in check(dossier, select=ALONE)]


# --- all files of a rule in one dossier -------------------------------------------------------------------------------


# They look at the others: the same ship twice, ships of one name, exemptions of whatever it may be.
AMONG_OTHERS = {"NE006", "NE106", "NE511", "NE608"}


def renamed(value: Any, ids: set[str], prefix: str, field: str = "") -> Any:
    """Return JSON with a prefix before each of *ids*, where it stands as an id or a reference."""
    if isinstance(value, dict):
        return {key: renamed(part, ids, prefix, key) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, ids, prefix, field) for part in value]
    return f"{prefix}.{value}" if field.endswith(("id", "ids")) and value in ids else value


@pytest.mark.parametrize("code", sorted({*CHECKED} - AMONG_OTHERS))
@pytest.mark.parametrize("turn", [1, -1])
def test_each_is_judged_as_it_is_alone(code: str, turn: int) -> None:
    """Whatever stands before and behind it."""
    records: list[dict[str, Any]] = []
    expected: set[str] = set()
    for number, path in enumerate(sorted((CORPUS / code).glob("*.yaml"))[::turn]):
        dossier = load(path)
        data = json.loads(dossier.to_json())["records"]
        ids = {record["id"] for record in data}
        ids |= {each["id"] for record in data for each in record.get("quotations", ()) if "id" in each}
        if (said := expected_of(path)) != "clean":
            index, slash, below = said.split(" ")[2].removeprefix("/records/").partition("/")
            expected.add(f"/records/{len(records) + int(index)}{slash}{below}")
        records += renamed(data, ids, f"f{number}")
    together = Dossier.model_validate_json(
        json.dumps({"type": "dossier", "schema_version": "1.0", "id": "together", "records": records})
    )
    assert {finding.pointer for finding in check(together, select=[code])} == expected
