"""Changes to a text that leave it JSON: random bytes alone seldom get past the parser."""

import json
from copy import deepcopy
from random import Random
from typing import Any

VALUES: list[Any] = [
    *(None, True, False, 0, -1, 2.5, 1e300, 2**63, 10**400, "", " ", "x", "é", "\U0001f600", "\u2028", [], {}, [[]]),
    *(
        "KP",
        "North Korea",
        "Korea",
        "US",
        "2024-03-15",
        "15 March 2024",
        "2024-02-30",
        "03/04/2024",
        "1984/..",
        "mid-1990s",
    ),
    *(
        "more than $1 million",
        "5",
        "a dozen",
        "EUR 5000000",
        "https://example.org/a b",
        "no",
        "null",
        "1e3",
        "|",
        "# x",
        "*a",
    ),
    {"edtf": "2024?"},
    {"source_id": "r"},
    {"x-a-b": {"k": [None]}},
    {"type": "state", "id": "s", "country": "KP"},
    {"type": "dossier", "id": "d", "schema_version": "1.0", "records": []},
]


def mutated(text: bytes, seed: int) -> bytes:
    """Return a JSON text with something of it changed.

    Raises:
        ValueError: It is no JSON.
    """
    random = Random(seed)
    lines = text.split(b"\n") if random.random() < 0.5 else [text]
    index = random.randrange(len(lines))
    root = [json.loads(lines[index])]
    for _ in range(random.randint(1, 3)):
        _change(root, random)
    lines[index] = json.dumps(root[0], ensure_ascii=random.random() < 0.1).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _change(root: list[Any], random: Random) -> None:
    """Change something at a random place."""
    places = list(_places(root))
    parent, key = random.choice(places)
    other, other_key = random.choice(places)
    # Copies: what holds itself is no JSON.
    taken, new = deepcopy(other[other_key]), deepcopy(random.choice(VALUES))
    match random.randrange(6):
        case 0:
            parent[key] = taken
        case 1 if parent is not root:
            del parent[key]
        case 2 if isinstance(parent, dict):
            parent[random.choice([str(other_key), str(key) + "s", "note", "when"])] = taken
        case 3 if isinstance(parent, list) and parent is not root:
            parent.append(taken)
        case 4:
            parent[key] = [parent[key]]
        case _:
            parent[key] = new


def _places(root: list[Any]) -> list[tuple[Any, Any]]:
    """Return every container with every key of it."""
    found: list[tuple[Any, Any]] = []
    waiting: list[Any] = [root]
    while waiting:
        value = waiting.pop()
        keys = list(value) if isinstance(value, dict) else range(len(value))
        found += ((value, key) for key in keys)
        waiting += (value[key] for key in keys if isinstance(value[key], (dict, list)))
    return found
