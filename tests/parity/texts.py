"""The texts to judge: valid ones, those with one fault, and the corpus.

They come in blocks that can be made one without the other; the same block has the same texts each time.
"""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from pydantic_core import to_json
from tests.parity.aim import aimed
from tests.parity.keyword import HOLDERS, MODELS
from tests.properties.mutate import mutant, mutants, places

from newsevents import Dossier, Record
from newsevents._model import Model
from newsevents.records.union import RECORD_TYPES
from newsevents.testing import dossiers, from_model, values
from newsevents.values.identifier import Identifiers

__all__ = ["FIRST_BLOCKS", "Text", "block"]

CORPUS = Path(__file__).parents[1] / "corpus"
# How many valid texts a block has of a dossier, of each record and of each part, and how many mutations these have in
# turn. A dossier takes validators twenty times as long as a record, and that four times as long as a part; of three
# mutations one is valid.
DOSSIERS, RECORDS, PARTS, MUTATIONS = 2, 18, 36, (1, 2)
# How many valid texts are looked through for one with a keyword, and how many values the one may have that is mutated
# at every place.
SAMPLE, LARGEST = 200, 60


class Text(NamedTuple):
    """A JSON text, and the name of the model that it is to be judged by."""

    model: str
    text: str


FIRST_BLOCKS = 1 + len(MODELS)
"""How many blocks come before those of random texts: the corpus, and the faults of each model."""


def block(number: int) -> list[Text]:
    """Return the distinct texts of a block."""
    random = Random(number)
    if number == 0:
        texts = _corpus(random)
    elif number < FIRST_BLOCKS:
        texts = _faults(list(MODELS)[number - 1], random)
    else:
        texts = _drawn(number, random)
    return list(dict.fromkeys(texts))


def _corpus(random: Random) -> Iterator[Text]:
    """Yield every record and dossier of the corpus, every record in a dossier too, and mutations of them."""
    for path in sorted(CORPUS.glob("*/*.json")):
        if path.name.endswith(".findings.json") or path.name.startswith(("syntax-", "duplicate-")):
            continue  # no texts to judge, but what is expected of others, and what no validator of data sees
        data = json.loads(path.read_text("utf-8"))
        for value in data if isinstance(data, list) else [data]:
            kind = value.get("type") if isinstance(value, dict) else None
            wrapped = {"type": "dossier", "schema_version": "1.0", "id": "d", "records": [value]}
            yield from _with_mutations("Dossier", value if kind == "dossier" else wrapped, random)
            if isinstance(kind, str) and kind in RECORD_TYPES:
                yield from _with_mutations(RECORD_TYPES[kind].__name__, value, random)


def _with_mutations(model: str, value: Any, random: Random) -> Iterator[Text]:
    yield Text(model, json.dumps(value, ensure_ascii=False))
    for _ in range(5):
        yield Text(model, mutant(value, random).text)


def _faults(name: str, random: Random) -> Iterator[Text]:
    """Yield texts that break one keyword each, and one value with every mutation at every place."""
    samples = [json.loads(text) for text in _valid(name, SAMPLE // 4 if name == "Dossier" else SAMPLE, number=0)]
    if name in HOLDERS["Identifiers"]:  # which are of many kinds, and rare
        more = [json.loads(text) for text in _valid("Identifiers", SAMPLE, number=0)]
        samples += [value | {"identifiers": more[index % len(more)]} for index, value in enumerate(samples)]
    for text in aimed(name, samples, random):
        yield Text(name, text)
    sizes = [(len(list(places(value))), index) for index, value in enumerate(samples)]
    swept = samples[max(size for size in sizes if size[0] <= LARGEST)[1]]
    for found in mutants(swept, random):
        yield Text(name, found.text)


def _drawn(number: int, random: Random) -> Iterator[Text]:
    """Yield valid texts of every model, each with mutations of it."""
    for name, model in MODELS.items():
        count = DOSSIERS if model is Dossier else RECORDS if issubclass(model, Record) else PARTS
        for text, mutations in zip(_valid(name, count, number), cycle(MUTATIONS), strict=False):
            yield Text(name, text)
            for _ in range(mutations):
                yield Text(name, mutant(json.loads(text), random).text)


def _valid(name: str, count: int, number: int) -> list[str]:
    """Return up to *count* distinct canonical texts of a model, or of identifiers; the same for the same number."""
    found: dict[str, None] = {}
    strategy: Any = _STRATEGIES[name] if name in _STRATEGIES else from_model(MODELS[name])

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        text = value.to_json() if isinstance(value, Model) else to_json(value)
        found[text.decode()] = None

    collect()
    return list(islice(found, count))


_STRATEGIES = {"Dossier": dossiers(), "Identifiers": values(Identifiers)}
