"""Reads dossiers, one JSON text a line, as the models in the module `dossier`, and writes them again.

It runs in a process of its own, beside the generated module.
"""

import importlib
import json
import sys
from typing import Any

import pydantic


def main() -> None:
    """Write a line for each line."""
    generated: Any = importlib.import_module("dossier")
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # standard input is a TextIOWrapper
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # as above
    for text in sys.stdin:
        try:
            line = generated.Dossier.model_validate_json(text).model_dump_json(exclude_unset=True)
        except pydantic.ValidationError as error:
            line = json.dumps({"refused": str(error)})
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
