"""What the rules cost on one large dossier, checked whole in one process: seconds, memory, and the share of each rule.

`python benchmarks/rules.py` prints the rules with the largest shares. What several rules share, the index of parts and
that of references, is made first and stands by itself. The dossier has every kind of event, many distinct texts and
times, and findings of several rules. Seconds are those of the processor, so that other processes count for nothing.
"""

import argparse
import gc
import json
import resource
import time
from collections.abc import Callable
from typing import Any

from records import Generator

from newsevents import Dossier, check
from newsevents.rules._rule import RULES
from newsevents.rules._view import View

Json = dict[str, Any]


def main() -> None:
    """Check a dossier rule by rule and whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=100_000, help="how many records it has (default: 100000)")
    options = parser.parse_args()
    data = {
        "type": "dossier",
        "schema_version": "1.0",
        "id": "large",
        "records": list(Generator().records(options.records, others=True)),
    }
    dossier = Dossier.model_validate_json(json.dumps(data))
    del data
    gc.collect()
    loaded = peak()
    started = time.process_time()
    findings = check(dossier)
    whole = time.process_time() - started
    print(f"{len(dossier.records):,} records: {whole:.1f} s, {len(findings):,} findings")
    print(f"memory: {loaded:.0f} MB with the dossier alone, {peak():.0f} MB at most")
    shares = costs(dossier)
    total = sum(shares.values())
    for name, cost in sorted(shares.items(), key=lambda pair: -pair[1])[:12]:
        print(f"  {name:12} {cost:6.2f} s {100 * cost / total:5.1f} %")


def costs(dossier: Dossier) -> dict[str, float]:
    """Return the seconds that each rule takes, and what they share."""
    view = View(dossier)
    found = {"parts": timed(lambda: view.kinds), "references": timed(lambda: view.referred)}
    for code, rule in RULES.items():
        if rule.check is not None:
            judge = rule.check
            found[code] = timed(lambda judge=judge: list(judge(view)))  # type: ignore[misc]  # a default is no argument
    return found


def timed(function: Callable[[], object]) -> float:
    """Return how long a call takes."""
    started = time.process_time()
    function()
    return time.process_time() - started


def peak() -> float:
    """Return how many MB this process had in memory at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
