"""Sums in words: how many are read right, wrong or not at all, by category, and how fast; and so for `price-parser`.

Run it with `python benchmarks/money.py [CASES]`. The other library is installed into a temporary environment; with
`--alone` it is left out.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from newsevents.errors import NormalizationError
from newsevents.values._amount_lexicon import currency_code
from newsevents.values.money import parse_money

CASES = Path(__file__).parents[2] / "shared" / "cases" / "money.txt"
COMPARATORS = {"=": "exact", ">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most", "~": "about"}
# What the other library says of a sum, with the time that it took, one line of JSON for each line of JSON.
OTHER = """
import json, sys, time
from price_parser import Price
for line in sys.stdin:
    started = time.perf_counter()
    price = Price.fromstring(json.loads(line))
    took = time.perf_counter() - started
    amount = None if price.amount is None else str(price.amount)
    print(json.dumps({"amount": amount, "currency": price.currency, "took": took}))
"""


class Answer(NamedTuple):
    """What was read: nothing where there are no ends."""

    ends: tuple[str, ...]
    currencies: frozenset[str]
    comparator: str | None
    took: float


def cases(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield category, words and right answers."""
    category = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        words, arrow, answers = line.partition(" => ")
        if line.startswith("[") and not arrow:
            category = line.strip("[]")
        elif arrow and not line.startswith("#"):
            words = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), "" if words == '""' else words)
            yield category, words, [answer.strip() for answer in answers.partition("  # ")[0].split(" | ")]


def ours(texts: list[str]) -> Iterator[Answer]:
    """Yield what this library reads."""
    for text in texts:
        started = time.perf_counter()
        try:
            money = parse_money(text)
        except NormalizationError:
            yield Answer((), frozenset(), None, time.perf_counter() - started)
            continue
        took = time.perf_counter() - started
        known = {money.currency or "?"} | ({"?"} if money.currency_basis == "inferred" else set())
        ends = tuple(end for end in (money.amount, money.minimum, money.maximum) if end is not None)
        yield Answer(ends, frozenset(known), money.comparator, took)


def theirs(texts: list[str]) -> Iterator[Answer]:
    """Yield what `price-parser` reads, in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "price-parser"], check=True)  # noqa: S603  (our own command)
        lines = "\n".join(map(json.dumps, texts))
        told = subprocess.run([python, "-c", OTHER], input=lines, text=True, capture_output=True, check=True)  # noqa: S603  (as above)
    for line in told.stdout.splitlines():
        read: dict[str, Any] = json.loads(line)
        # A sign is what it gives: one that several currencies share counts as left open.
        code = currency_code(read["currency"] or "")
        ends = () if read["amount"] is None else (read["amount"],)
        yield Answer(ends, frozenset({code or "?"}), None, read["took"])


def verdict(answer: Answer, right: list[str]) -> str:
    """Return `right`, `wrong` or `refused`."""
    if not answer.ends:
        return "right" if "-" in right else "refused"
    for one in right:
        codes, *rest = one.split()
        if not rest or answer.currencies.isdisjoint(codes.split(",")):
            continue
        same = list(map(Decimal, answer.ends)) == list(map(Decimal, rest[0].split("..")))
        compared = {COMPARATORS[sign] for sign in rest[1:]}
        if same and (answer.comparator is None or compared <= {answer.comparator}):
            return "right"
    return "wrong"


def report(name: str, answers: list[Answer], asked: list[tuple[str, str, list[str]]]) -> None:
    """Print the counts by category, and the median time."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for answer, (category, _, right) in zip(answers, asked, strict=True):
        for row in (category, "all"):
            counts[row][verdict(answer, right)] += 1
    print(f"{name}: median {statistics.median(answer.took for answer in answers) * 1e6:.0f} microseconds")
    for row, count in counts.items():
        print(f"  {row:16}" + "".join(f"{count[kind]:5} {kind}" for kind in ("right", "wrong", "refused")))


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser(description="Sums in words: right, wrong, refused, and how fast.")
    parser.add_argument("cases", nargs="?", type=Path, default=CASES)
    parser.add_argument("--alone", action="store_true", help="leave the other library out")
    arguments = parser.parse_args()
    if not arguments.cases.exists():
        sys.exit(f"no cases at {arguments.cases}")
    asked = list(cases(arguments.cases))
    texts = [words for _, words, _ in asked]
    list(ours(texts))  # the tables are gathered when they are first needed
    report("newsevents", list(ours(texts)), asked)
    if not arguments.alone:
        report("price-parser", list(theirs(texts)), asked)


if __name__ == "__main__":
    main()
