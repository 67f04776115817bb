"""Write the schema files of `src/newsevents/schema/published/`.

Run it with `python tools/generate_schemas.py`; the checks run it with `--check`, which writes nothing and fails where a
file differs. The pinned pydantic of constraints.txt writes the bytes that are committed.
"""

import argparse
import sys
from pathlib import Path

from newsevents.dossier import SCHEMA_VERSION
from newsevents.schema import schema_files

FOLDER = Path(__file__).parents[1] / "src" / "newsevents" / "schema" / "published" / SCHEMA_VERSION


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description="Write the published schema files.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file differs")
    check = parser.parse_args().check
    texts = {FOLDER / name: text for name, text in schema_files().items()}
    gone = [path for path in FOLDER.rglob("*.json") if path not in texts]
    differ = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if not check:
        for path in differ:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8", newline="\n")
        for path in gone:
            path.unlink()
    for path in differ + gone:
        sys.stderr.write(f"{'differs' if check else 'written'}: {path.relative_to(FOLDER)}\n")
    return 1 if check and (differ or gone) else 0


if __name__ == "__main__":
    sys.exit(main())
