"""Parity at scale: the model's verdict on a JSON text is that of every validator.

`python -m tests.parity --node FOLDER`, where FOLDER has `node_modules/ajv`, judges a hundred thousand distinct texts,
the same ones each time. It exits with 1 where two verdicts differ, where not about half of the texts are accepted, and
where a keyword was too rarely the only one to refuse a text.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from tests.parity.judge import accepts, verdicts
from tests.parity.keyword import KEYWORDS, MODELS, refusals
from tests.parity.texts import Text, block

LEAST_ACCEPTED, MOST_ACCEPTED = 0.4, 0.6
LEAST_REFUSED_ALONE = 20
SHOWN = 5


class Found(NamedTuple):
    """What was found of some texts."""

    accepted: dict[bytes, bool]
    """The model's verdict, by the digest of the text."""
    causes: dict[bytes, str]
    """The only keyword that refused it, where one alone did."""
    differences: defaultdict[str, list[Text]]
    """By validator and profile, those that it judges otherwise."""

    def add(self, more: "Found") -> None:
        """Add what was found of others."""
        self.accepted.update(more.accepted)
        self.causes.update(more.causes)
        for name, entries in more.differences.items():
            self.differences[name] += entries


def judged(number: int, node: Path) -> Found:
    """Return what was found of a block."""
    found = Found({}, {}, defaultdict(list))
    entries = block(number)
    for entry in entries:
        digest = blake2b("\n".join(entry).encode(), digest_size=8).digest()
        found.accepted[digest] = accepts(entry)
        if not found.accepted[digest] and len(causes := refusals(entry.model, json.loads(entry.text))) == 1:
            found.causes[digest] = causes[0]
    for name, its in verdicts(entries, node):
        mine = found.accepted.values()
        found.differences[name] += [entry for entry, one, other in zip(entries, mine, its, strict=True) if one != other]
    return found


def blocks(node: Path, processes: int) -> Iterator[Found]:
    """Yield what was found of every block, in order; some processes keep a little ahead."""
    numbers = count()
    with ProcessPoolExecutor(processes) as pool:
        ahead = [pool.submit(judged, number, node) for number in islice(numbers, 2 * processes)]
        try:
            while True:
                yield ahead.pop(0).result()
                ahead.append(pool.submit(judged, next(numbers), node))
        finally:
            pool.shutdown(cancel_futures=True)


def told(found: Found) -> bool:
    """Print what was found, and return whether it is as it should be."""
    share = sum(found.accepted.values()) / len(found.accepted)
    print(f"{len(found.accepted):,} distinct texts of {len(MODELS)} models, {share:.1%} accepted")
    for name, entries in found.differences.items():
        print(f"{name:40}{len(entries)} differences")
        for entry in entries[:SHOWN]:
            print(f"    {entry.model}: {entry.text[:300]}")
    counts = Counter(found.causes.values())
    rare = sorted((counts[keyword], keyword) for keyword in KEYWORDS)
    print(f"{len(KEYWORDS)} keywords, each the only one to refuse at least {rare[0][0]} texts ({rare[0][1]})")
    too_rare = [f"{keyword}: {number}" for number, keyword in rare if number < LEAST_REFUSED_ALONE]
    for line in too_rare:
        print(f"    {line}")
    return LEAST_ACCEPTED <= share <= MOST_ACCEPTED and not too_rare and not any(found.differences.values())


def main() -> int:
    """Judge the texts."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description="Compare the models with validators.")
    parser.add_argument("count", nargs="?", type=int, default=100_000, help="of how many texts (default: %(default)s)")
    parser.add_argument("--node", type=Path, required=True, help="the folder that has node_modules/ajv")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="default: %(default)s")
    options = parser.parse_args()
    start = time.monotonic()
    found = Found({}, {}, defaultdict(list))
    for more in blocks(options.node, options.processes):
        found.add(more)
        if len(found.accepted) >= options.count:
            break
    right = told(found)
    print(f"{time.monotonic() - start:.0f} s")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
