"""Write `docs/_inventories/pydantic.inv`: where pydantic documents the few names that our pages refer to.

Pydantic's own index is in no package, so this one is made by hand. That of Python, `python.inv`, is `objects.inv` of
the documentation of Python 3.11, as Debian's package python3.11-doc has it.
"""

import argparse
import sys
import zlib
from pathlib import Path

INVENTORY = Path(__file__).parents[1] / "docs" / "_inventories" / "pydantic.inv"
PAGE = "api/base_model/#$"
NAMES = {
    "pydantic.BaseModel": "class",
    "pydantic.BaseModel.model_copy": "method",
    "pydantic.BaseModel.model_dump": "method",
}
HEAD = b"""\
# Sphinx inventory version 2
# Project: pydantic
# Version: 2
# The remainder of this file is compressed using zlib.
"""


def main() -> int:
    """Write the index, or compare it."""
    parser = argparse.ArgumentParser(description="Write the index of names that pydantic documents.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the index differs")
    check = parser.parse_args().check
    lines = "".join(f"{name} py:{kind} 1 {PAGE} -\n" for name, kind in NAMES.items())
    if not check:
        INVENTORY.write_bytes(HEAD + zlib.compress(lines.encode(), 9))
    # Not byte for byte: each version of zlib packs in its own way.
    kept = INVENTORY.read_bytes() if INVENTORY.exists() else b""
    differs = not kept.startswith(HEAD) or zlib.decompress(kept.removeprefix(HEAD)) != lines.encode()
    if differs:
        sys.stderr.write(f"differs: {INVENTORY.name}\n")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
