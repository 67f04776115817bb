"""Mutation testing: faults are put into `values/` and `rules/`, and the tests have to notice.

`python -m tests.mutation` makes every mutant, draws a thousand, the same ones each time, and runs against each the
tests that run the faulty function, the nearest first. It prints what survives, and exits with 1 where less than nine in
ten are killed. `survivors.md` tells what kinds of mutants are known to survive, and why.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.trial import Map, load_tools, survey, verdict

PARTS = ("values", "rules")
LEAST_KILLED = 0.9
SLOW = 0.5
"""Tests that take longer, in seconds, come last."""


def nearest(mutant: Mutant, part: str, known: Map) -> list[str]:
    """Return the tests that run the function of a mutant, those that run most of it first."""
    runs = known.runs.get(str(mutant.path), {})
    often = Counter(test for line in mutant.scope for test in runs.get(line, ()))
    if len(often) <= 1:
        # What is run on import, or once and kept, any test of the part may need; a property seldom sees it first.
        units = ("tests/unit/test", "tests/unit/schema", f"tests/unit/{part}")
        rest = (test for test in known.seconds if test.startswith(units) and test not in often)
        return [*often, *sorted(rest, key=lambda test: known.seconds[test])]
    direct = {test for line in mutant.lines for test in runs.get(line, ())}
    return sorted(often, key=lambda test: (known.seconds[test] > SLOW, test not in direct, -often[test]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, help="the mutants to try, instead of a sample")
    parser.add_argument("--sample", type=int, default=1000, help="how many mutants to try; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="what the sample is drawn by")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many are tried at a time")
    parser.add_argument("--only", default="", help="try mutants alone of modules whose path has this")
    options = parser.parse_args(arguments)

    folder = load_tools()
    modules = [path for part in PARTS for path in sorted((folder / part).rglob("*.py"))]
    mutants = [mutant for path in modules for mutant in mutants_of(path)]
    everything = [number for number, mutant in enumerate(mutants) if options.only in str(mutant.path)]
    numbers = options.numbers or _sample(everything, options.sample, options.seed)
    print(f"{len(mutants)} mutants of {len(modules)} modules; {len(numbers)} are tried", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        known = survey(folder, Path(scratch) / "map.json")
    print(f"{len(known.seconds)} tests pass as they are, in {sum(known.seconds.values()):.0f} s", flush=True)

    counts: Counter[str] = Counter()
    begin = time.monotonic()
    bench = Bench(folder, mutants, known)
    # Forks have the mutants and the map already.
    with get_context("fork").Pool(options.jobs, _sit_down, [bench]) as pool:
        for done, (said, report) in enumerate(pool.imap_unordered(_tried, numbers), 1):
            counts[said] += 1
            if said == "survived":
                print(f"\n{report}", flush=True)
            if done % 50 == 0:
                print(f"\n[{done} tried in {time.monotonic() - begin:.0f} s: {_told(counts)}]", flush=True)
    print(f"\n{_told(counts)}; {(time.monotonic() - begin) / 60:.0f} min")
    return int(_killed(counts) < LEAST_KILLED)


class Bench(NamedTuple):
    """What every trial needs."""

    folder: Path
    mutants: Sequence[Mutant]
    known: Map


_benches: list[Bench] = []


def _sit_down(bench: Bench) -> None:
    _benches.append(bench)


def _tried(number: int) -> tuple[str, str]:
    """Try a mutant; return the verdict, and what to tell of a survivor."""
    (bench,) = _benches
    mutant, seconds = bench.mutants[number], bench.known.seconds
    name = mutant.path.relative_to(bench.folder)
    tests = nearest(mutant, name.parts[0], bench.known)
    said = verdict(mutant, bench.folder, tests, 10 + 5 * sum(seconds[test] for test in tests))
    return said, f"{number}: {name}:{mutant.lines.start} survived {len(tests)} tests\n{mutant.difference()}"


def _sample(numbers: Sequence[int], size: int, seed: int) -> Sequence[int]:
    return random.Random(seed).sample(numbers, min(size, len(numbers)) or len(numbers))


def _killed(counts: Counter[str]) -> float:
    return 1 - counts["survived"] / max(1, counts.total())


def _told(counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {said}" for said, count in counts.most_common())
    return f"{_killed(counts):.1%} killed of {counts.total()}: {parts}"


if __name__ == "__main__":
    sys.exit(main())
