"""Times in words: what is right, wrong and refused of worked cases, here and in `dateparser`, and how long it takes.

Run it with `python benchmarks/times.py [CASES]`. The other library is installed into a temporary environment; with
`--alone` it is left out.
"""

import argparse
import datetime as dt
import json
import re
import statistics
import subprocess
import tempfile
import time
import venv
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsevents.errors import NormalizationError
from newsevents.values import _edtf
from newsevents.values.when import parse_when

CASES = Path(__file__).parents[2] / "shared" / "cases" / "dates.txt"
REFERENCE = "2024-03-16"
# The northern seasons, by the month that they begin with.
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
VERDICTS = ("right", "wrong", "refused")

# Runs in the other environment: a day for each case, since that is all it tells, and the seconds that it took.
OTHER = """
import datetime as dt, json, sys, time, warnings
import dateparser
warnings.simplefilter("ignore")
answers = []
for text, reference in json.load(sys.stdin):
    settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(reference), "PREFER_DATES_FROM": "past"}
    begin = time.perf_counter()
    try:
        found = dateparser.date.DateDataParser(settings=settings).get_date_data(text)
        day, period = found.date_obj, found.period
    except Exception:
        day, period = None, "day"
    seconds = time.perf_counter() - begin
    answer = None
    if day is not None:
        answer = day.strftime("%Y-%m-%d")[:{"year": 4, "month": 7}.get(period, 10)]
        if period == "time" or (day.hour, day.minute) != (0, 0) and day.tzinfo is not None:
            answer = day.astimezone(dt.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
    answers.append((answer, seconds))
json.dump(answers, sys.stdout)
"""


class Case(NamedTuple):
    """A worked case: its category, words and reference, and the answers that are right."""

    category: str
    text: str
    reference: str
    expected: tuple[str, ...]


Answer = tuple[str | None, float]
"""A time in EDTF or a refusal, and the seconds that it took."""


def cases(path: Path) -> Iterator[Case]:
    """Yield every case of a file."""
    category = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            category = line[1:-1]
        elif line and not line.startswith("# "):
            told, expected = re.sub(r"\s+#.*$", "", line).split(" => ")
            text, _, reference = told.partition(" @ ")
            text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text.replace('""', ""))
            yield Case(category, text, reference or REFERENCE, tuple(expected.split(" | ")))


def ends(date: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of one date, seasons being three months."""
    if date[5:7] not in SEASONS:
        return _edtf.bounds(date)[:2]
    month = SEASONS[date[5:7]]
    year, last = divmod(int(date[:4]) * 12 + month + 1, 12)
    return dt.date(int(date[:4]), month, 1), dt.date(year, last + 1, monthrange(year, last + 1)[1])


def days(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a time."""
    start, slash, end = edtf.partition("/")
    return ends(start)[0], ends(end if slash else start)[1]


def minute(edtf: str) -> str:
    """Return the minute of a clock time, in Greenwich if it has a zone."""
    moment = _edtf.moment(edtf)
    if moment is None:
        return ""
    day, second = divmod(moment.first, 86400)
    return f"{dt.date.fromordinal(day)}T{second // 3600:02}:{second % 3600 // 60:02}" + "Z" * moment.has_zone


def is_right(answer: str | None, expected: str) -> bool:
    """Return whether an answer is one that is right."""
    if expected == "-" or answer is None:
        return (expected == "-") == (answer is None)
    if "T" in answer + expected:
        return "T" in answer and minute(answer) == expected
    if expected.startswith("in:"):
        first, last, width = re.split("[/:]", expected[3:])
        start, end = days(answer)
        within = start is not None and end is not None and first <= start.isoformat() and end.isoformat() <= last
        return within and start is not None and end is not None and (end - start).days + 1 >= int(width)
    try:
        return days(answer) == days(expected)
    except ValueError:  # before the year 1
        return False


def ours(asked: list[Case]) -> list[Answer]:
    """Return this library's answers."""
    answers: list[Answer] = []
    parse_when("May 2024")  # loads the grammar
    for case in asked:
        begin = time.perf_counter()
        try:
            edtf = parse_when(case.text, reference=case.reference).edtf
        except NormalizationError:
            edtf = None
        answers.append((edtf, time.perf_counter() - begin))
    return answers


def others(asked: list[Case]) -> list[Answer]:
    """Return the answers of `dateparser`, installed into a temporary environment."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = next(Path(folder).glob("[bS]*/python*"))
        subprocess.run([python, "-m", "pip", "install", "--quiet", "dateparser"], check=True)  # noqa: S603  (our own)
        # A lone surrogate is no text that another process could be handed.
        given = json.dumps([(case.text.encode("utf-8", "replace").decode(), case.reference) for case in asked])
        done = subprocess.run([python, "-c", OTHER], input=given, capture_output=True, text=True, check=True)  # noqa: S603  (our own)
    return [(answer, seconds) for answer, seconds in json.loads(done.stdout)]


def report(name: str, asked: list[Case], answers: list[Answer]) -> None:
    """Print the verdicts by category, and the median time."""
    counts: dict[str, Counter[str]] = {}
    for case, (answer, _) in zip(asked, answers, strict=True):
        right = any(is_right(answer, expected) for expected in case.expected)
        verdict = "right" if right else "refused" if answer is None else "wrong"
        for category in (case.category, "all"):
            counts.setdefault(category, Counter())[verdict] += 1
    counts["all"] = counts.pop("all", Counter())
    print(f"{name:20}" + "".join(f"{verdict:>9}" for verdict in VERDICTS))
    for category, verdicts in counts.items():
        print(f"{category:20}" + "".join(f"{verdicts[verdict]:9}" for verdict in VERDICTS))
    median = statistics.median(seconds for _, seconds in answers)
    print(f"{'median time':20}{median * 1e6:9.0f} µs\n")


def main() -> None:
    """Read the cases, ask, and print."""
    parser = argparse.ArgumentParser(description="Compare how times in words are read.")
    parser.add_argument("cases", type=Path, nargs="?", default=CASES, help="a file of worked cases")
    parser.add_argument("--alone", action="store_true", help="leave dateparser out")
    arguments = parser.parse_args()
    asked = list(cases(arguments.cases))
    readers: dict[str, Callable[[list[Case]], list[Answer]]] = {"newsevents": ours}
    if not arguments.alone:
        readers["dateparser"] = others
    for name, read in readers.items():
        report(name, asked, read(asked))


if __name__ == "__main__":
    main()
