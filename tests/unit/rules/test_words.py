"""What rules say: each rule's entry in the registry, and the words of every finding in the corpus, in `findings.txt`.

Run this file as a script to write it anew, and look at the difference: people and programs rely on these words.
"""

from collections.abc import Iterator
from pathlib import Path

from newsevents import load
from newsevents.rules import check
from newsevents.rules._rule import RULES

CORPUS = Path(__file__).parents[2] / "corpus" / "rules"
WRITTEN = Path(__file__).parent / "findings.txt"


def told() -> Iterator[str]:
    """Yield a line for every rule, and below it one for every finding in its folder of the corpus."""
    for code, rule in RULES.items():
        yield f"{code} {rule.name} {rule.level}{' alone' * rule.alone}"
        for path in sorted((CORPUS / code).glob("*.yaml")):
            for finding in check(load(path)):
                related = f" [{', '.join(finding.related)}]" if finding.related else ""
                yield f"  {path.stem}: {finding.message}{related}"


def test_rules_say_what_they_said() -> None:
    """Code, name, level, what a rule has to see, its words, and the records that it points to."""
    assert list(told()) == WRITTEN.read_text("utf-8").splitlines()


if __name__ == "__main__":
    WRITTEN.write_text("".join(f"{line}\n" for line in told()), "utf-8")
