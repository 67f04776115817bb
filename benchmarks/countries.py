"""Names of countries: how many are read right, wrong or not at all, by category, and how fast; and so for four others.

Run it with `python benchmarks/countries.py [CASES …]`. The other libraries are installed into a temporary environment;
with `--alone` they are left out.
"""

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import venv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsevents.errors import NormalizationError
from newsevents.values import country as module
from newsevents.values.country import country_codes, country_name, normalize_country

TOP = Path(__file__).parents[1]
CASES = [TOP.parent / "shared" / "cases" / "countries.txt", TOP / "tests" / "unit" / "values" / "countries.txt"]
OTHERS = ["pycountry", "countrynames", "country_converter", "rigour"]
# What another library says of a name, with the time that it took, one line of JSON for each line of JSON.
OTHER = """
import json, logging, sys, time
logging.disable()
library = sys.argv[1]
started = time.perf_counter()
if library.startswith("pycountry"):
    import pycountry
    if library == "pycountry.lookup":
        def read(text): return pycountry.countries.lookup(text).alpha_2
    else:
        def read(text): return pycountry.countries.search_fuzzy(text)[0].alpha_2
elif library == "countrynames":
    import countrynames
    def read(text): return countrynames.to_code(text)
elif library == "country_converter":
    import country_converter
    converter = country_converter.CountryConverter()
    def read(text):
        found = converter.convert(text, to="ISO2", not_found=None)
        return found if isinstance(found, str) and len(found) == 2 else None
else:
    from rigour.territories import lookup_territory
    def read(text):
        found = lookup_territory(text)
        return found and found.code.upper()
def tried(text):
    try: return read(text)
    except Exception: return None
tried("France")
first = time.perf_counter() - started
for line in sys.stdin:
    text = json.loads(line)
    started = time.perf_counter()
    found = tried(text)
    print(json.dumps([found, time.perf_counter() - started]))
print(json.dumps(["", first]))
"""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})|\\([nt])")

Case = tuple[str, str, frozenset[str]]
Said = list[tuple[str, frozenset[str], float]]


def unescaped(match: re.Match[str]) -> str:
    """Return the character that an escape stands for."""
    return {"n": "\n", "t": "\t"}[match[4]] if match[4] else chr(int(match[1] or match[2] or match[3], 16))


def cases(path: Path) -> Iterator[Case]:
    """Yield category, name and right answers, "-" for none."""
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            kind = line.strip("[]")
        match = re.fullmatch(r'(".*"|[^#].*?) => ([^#]+)(#.*)?', line)
        if match and not line.startswith("#"):
            text = match[1][1:-1] if match[1].startswith('"') else match[1]
            yield kind, ESCAPE.sub(unescaped, text), frozenset(code.strip() for code in match[2].split("|"))


def ours(rows: list[Case]) -> Said:
    """Return what we say."""
    said: Said = []
    for kind, text, _ in rows:
        started = time.perf_counter()
        near: frozenset[str] = frozenset()
        try:
            code = normalize_country(text, demonyms=kind == "demonym", capitals=kind == "capital")
        except NormalizationError as error:
            code, near = "-", frozenset(error.suggestions)
        said.append((code, near, time.perf_counter() - started))
    return said


def theirs(python: Path, library: str, rows: list[Case]) -> Said:
    """Return what another library says."""
    lines = "".join(json.dumps(text) + "\n" for _, text, _ in rows)
    run = subprocess.run(  # noqa: S603  (our own script)
        [python, "-c", OTHER, library], input=lines, capture_output=True, text=True, encoding="utf-8", check=True
    )
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    print(f"{library}: import and first call {answers.pop()[1] * 1e3:.0f} ms")
    return [(code or "-", frozenset(), took) for code, took in answers]


def judge(name: str, rows: list[Case], said: Said) -> None:
    """Print right, wrong and refused by category."""
    by: dict[str, Counter[str]] = defaultdict(Counter)
    former = {code[:2]: code for code in country_codes() if len(code) == 4}  # noqa: PLR2004  (alpha-4)
    for (kind, _, right), (code, near, _) in zip(rows, said, strict=True):
        good = code in right or former.get(code) in right or (kind == "typo" and code == "-" and right & near)
        by[kind]["right" if good else "refused" if code == "-" else "wrong"] += 1
    total = sum(by.values(), Counter())
    took = statistics.median(each[2] for each in said) * 1e6
    print(f"\n{name}: median {took:.1f} µs")
    for kind, counted in [*by.items(), ("all", total)]:
        share = counted["right"] / counted.total()
        figures = "".join(f"{counted[verdict]:5} {verdict}" for verdict in ("right", "wrong", "refused"))
        print(f"  {kind:18}{figures} {share:7.1%}")


def measure() -> None:
    """Print how long known names take, each asked once, and what the tables weigh."""
    started = time.perf_counter()
    normalize_country("North Korea")
    print(f"first call {(time.perf_counter() - started) * 1e3:.1f} ms")
    names: set[str] = set()
    for language in module._names()._languages:  # noqa: SLF001  (all languages)
        names |= {country_name(code, language) for code in country_codes()}
    known = sorted(names)
    random.Random(1).shuffle(known)
    for dress in (str, str.upper):
        took: list[int] = []
        for name in known[:10_000]:
            text = dress(name)
            begun = time.perf_counter_ns()
            try:
                normalize_country(text)
            except NormalizationError:
                continue
            took.append(time.perf_counter_ns() - begun)
        print(f"{len(took)} distinct names, {dress.__name__}: median {statistics.median(took) / 1e3:.2f} µs")
    module._table.cache_clear()  # noqa: SLF001  (weighed anew)
    tracemalloc.start()
    table = module._table()  # noqa: SLF001  (as above)
    for length in range(200):
        table.name("x" * length)
    print(f"tables {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB")
    tracemalloc.stop()


def main() -> None:
    """Judge all libraries on all cases."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", nargs="*", type=Path, help="files of cases; without any, those at hand")
    parser.add_argument("--alone", action="store_true", help="leave the other libraries out")
    arguments = parser.parse_args()
    measure()
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        if not arguments.alone:
            venv.create(folder, with_pip=True)
            # country_converter reads its table wrongly with pandas 3.
            packages = [*OTHERS, "pandas<3"]
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)  # noqa: S603  (our own list)
        for path in [path for path in arguments.cases or CASES if path.exists()]:
            rows = list(cases(path))
            print(f"\n=== {path.name}: {len(rows)} cases in {path.parent}")
            judge("newsevents", rows, ours(rows))
            for library in [] if arguments.alone else ["pycountry.lookup", "pycountry.search_fuzzy", *OTHERS[1:]]:
                judge(library, rows, theirs(python, library, rows))


if __name__ == "__main__":
    main()
