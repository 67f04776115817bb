"""Fuzz the readers with atheris: `python -m tests.fuzz FOLDER [SECONDS]`, half an hour by default.

FOLDER keeps the inputs that reached something new, for the next run, and those that broke a law. What is found becomes
a file in `tests/corpus/`, or a case of a test, before it is mended. Exit status 0: no law was broken.
"""

import hashlib
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

# It is installed for this alone, so that no type checker knows it.
atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["newsevents.files", "newsevents.values"]):
    from tests.fuzz.law import hold
    from tests.fuzz.mutation import mutated
    from tests.fuzz.seed import seeds

SECONDS = "1800"
LONGEST = 4096
# How long an input may take is a law; this ends only what hangs.
LIMITS = ("-timeout=600", "-rss_limit_mb=500", f"-max_len={LONGEST}")


def main() -> None:
    folder, seconds, *_ = *sys.argv[1:3], SECONDS
    corpus = Path(folder, "corpus")
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in (seed for seed in seeds() if len(seed) <= LONGEST):
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = Path(__file__).with_name("words.dict")
    atheris.Setup(
        [
            "tests.fuzz",
            *LIMITS,
            f"-max_total_time={seconds}",
            f"-dict={words}",
            f"-artifact_prefix={folder}/",
            "-print_final_stats=1",
            str(corpus),
        ],
        hold,
        custom_mutator=_mutated,
    )
    atheris.Fuzz()


def _mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Change JSON as JSON half of the time, and everything else as bytes."""
    if seed % 2:
        with suppress(ValueError, RecursionError):
            changed = data[:1] + mutated(data[1:], seed)
            if len(changed) <= max_size:
                return changed
    return bytes(atheris.Mutate(data, max_size))


if __name__ == "__main__":
    main()
