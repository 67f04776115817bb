"""The corpus of rules: dossiers that are clean under every rule, and dossiers with exactly one fault.

`tests/corpus/rules/NE201/*.yaml`; the first line of a file says what is expected: `# clean`, or code, level and pointer
of the one finding (`# NE201 error /records/1/when/edtf`).
"""

from pathlib import Path

import pytest

from newsevents import load
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
