"""What judging the shape costs: the models against bare twins of themselves.

A twin has the same fields and nesting, with plain `str`, `int`, `float` and `bool` in place of every leaf, and no
constraint at all. Both validate the same JSON texts, in turn, so that a busy machine slows both. What is generated has
far more constrained leaves than what a report says; how much that costs, the second ratio shows.
"""

import gc
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field, TypeAdapter, create_model
from records import json_texts
from typing_extensions import TypeAliasType

from newsevents import AnyRecord, load
from newsevents._model import Model
from newsevents.records.union import RECORD_TYPES

COUNT = 20_000
ROUNDS = 15
LEAST_LEAVES = 15

_twins: dict[type[Model], type[BaseModel]] = {}


def bare(annotation: Any) -> Any:  # noqa: PLR0911  (one line a kind of type)
    """Return *annotation* without any constraint."""
    if isinstance(annotation, TypeAliasType):
        return bare(annotation.__value__)
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return twin(annotation)
    origin = get_origin(annotation)
    if origin is Literal:
        return str
    if origin in {Sequence, tuple}:
        item: Any = bare(get_args(annotation)[0])
        return tuple[item, ...]
    if origin in {Mapping, dict}:
        return dict[str, Any] if Any in get_args(annotation) else dict[str, str]
    if origin is Union or type(None) in get_args(annotation):
        return Union[tuple(bare(part) for part in get_args(annotation))]  # noqa: UP007  (built at run time)
    return annotation


def twin(model: type[Model]) -> type[BaseModel]:
    """Return the bare twin of *model*."""
    if model not in _twins:
        fields: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            kind = field.annotation if name == "type" else bare(field.annotation)
            if isinstance(field.default, dict):
                # A dict as default would be copied for each record, which is no cost of bare models.
                fields[name] = (kind, Field(default_factory=dict))
            else:
                fields[name] = (kind, ... if field.is_required() else field.default)
        _twins[model] = create_model(model.__name__, **fields)
    return _twins[model]


def twin_of_union() -> Any:
    """Return the bare twin of the union of all records."""
    twins: Any = tuple(twin(model) for model in RECORD_TYPES.values())
    return Annotated[Union[twins], Field(discriminator="type")]  # noqa: UP007  (built at run time)


def constrained_leaves(annotation: Any, value: Any) -> int:  # noqa: PLR0911  (one line a kind of type)
    """Return how many leaves of *value* have a constraint: all but free text and booleans."""
    if isinstance(annotation, TypeAliasType):
        return 0 if annotation.__name__ in {"Text", "SourceText"} else constrained_leaves(annotation.__value__, value)
    if get_origin(annotation) is Annotated:
        return constrained_leaves(get_args(annotation)[0], value)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        fields = annotation.model_fields
        return sum(constrained_leaves(fields[name].annotation, inner) for name, inner in value.items())
    if isinstance(value, list):
        return sum(constrained_leaves(get_args(annotation)[0], entry) for entry in value)
    if isinstance(value, dict):
        return len(value)
    arguments = [part for part in get_args(annotation) if part is not type(None)]
    if arguments and get_origin(annotation) is not Literal:
        return constrained_leaves(arguments[0], value)
    return int(annotation is not bool)


def seconds(adapter: TypeAdapter[Any], texts: list[bytes]) -> float:
    """Return how long *adapter* takes to validate *texts*."""
    validate = adapter.validator.validate_json
    start = time.perf_counter()
    for text in texts:
        validate(text)
    return time.perf_counter() - start


def constrained_in(text: bytes) -> int:
    """Return how many leaves of a record have a constraint."""
    record = json.loads(text)
    return constrained_leaves(RECORD_TYPES[record["type"]], record)


def reported() -> list[bytes]:
    """Return the records of the report among the examples that have enough constrained leaves, over and over."""
    dossier = load(Path(__file__).parents[1] / "examples" / "limousine" / "limousine.yaml")
    texts = [record.to_json() for record in dossier.records]
    return list(islice(cycle(text for text in texts if constrained_in(text) >= LEAST_LEAVES), COUNT))


def measure(name: str, texts: list[bytes], ours: TypeAdapter[Any], theirs: TypeAdapter[Any]) -> None:
    """Print the ratio for some records."""
    leaves = [constrained_in(text) for text in texts]
    size = sum(map(len, texts)) / COUNT
    print(f"{name}: {size:.0f} bytes each, constrained leaves {min(leaves)} to {max(leaves)}")
    if min(leaves) < LEAST_LEAVES:
        raise SystemExit(f"a record has fewer than {LEAST_LEAVES} constrained leaves")
    seconds(ours, texts[:1000]), seconds(theirs, texts[:1000])
    pairs = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(ROUNDS)]
    ratios = [mine / bare_time for mine, bare_time in pairs]
    mine, bare_time = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"  models      {mine / COUNT * 1e6:6.1f} µs a record")
    print(f"  bare twins  {bare_time / COUNT * 1e6:6.1f} µs a record")
    spread = f"median of {ROUNDS} rounds, {min(ratios):.3f} to {max(ratios):.3f}"
    print(f"  ratio       {statistics.median(ratios):6.3f} ({spread})")


def main() -> None:
    """Print the ratios."""
    ours: TypeAdapter[Any] = TypeAdapter(AnyRecord)
    theirs: TypeAdapter[Any] = TypeAdapter(twin_of_union())
    gc.disable()
    measure(f"{COUNT} generated records, dense with constraints", json_texts(COUNT), ours, theirs)
    measure(f"{COUNT} records of a real report", reported(), ours, theirs)


if __name__ == "__main__":
    main()
