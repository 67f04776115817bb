"""How fast `dossiers()` is: `python benchmarks/strategies.py` prints dossiers a second, and how large they are.

CPU time of this process; the best of some runs, since another process on the machine can only slow one down.
"""

import time
from statistics import mean

from hypothesis import HealthCheck, Phase, given, settings

from newsevents import Dossier
from newsevents.testing import dossiers

_RUNS, _EXAMPLES = 5, 400


def _run(*, clean: bool) -> tuple[float, list[tuple[int, int]]]:
    """Return how many dossiers a second were drawn, and of how many records and types each was."""
    # Not the dossiers: the more of them are kept, the longer takes the collector of garbage.
    found: list[tuple[int, int]] = []

    @given(dossiers(clean=clean))
    @settings(
        max_examples=_EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def collect(dossier: Dossier) -> None:
        found.append((len(dossier.records), len({record.type for record in dossier.records})))

    start = time.process_time()
    collect()
    return len(found) / (time.process_time() - start), found


def main() -> None:
    """Print one line for all dossiers and one for clean ones."""
    for clean in (False, True):
        rates, runs = zip(*(_run(clean=clean) for _ in range(_RUNS)), strict=True)
        records, types = (mean(sizes) for sizes in zip(*(size for run in runs for size in run), strict=True))
        name = "dossiers(clean=True)" if clean else "dossiers()"
        print(f"{name}: {max(rates):.0f} a second, on average {records:.1f} records of {types:.1f} types")


if __name__ == "__main__":
    main()
