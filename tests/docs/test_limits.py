"""The limits that pages state are those of the reader."""

from pathlib import Path

import pytest

from newsevents.files import texts
from newsevents.files._fault import MOST_FAULTS
from newsevents.files._limit import MAX_SIZE, most_values
from newsevents.files.stream import MOST_RECORDS_WHOLE
from newsevents.rules._rule import RULES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["explanation/limits.md", "reference/cli.md"])
def test_limits(page: str) -> None:
    """Of size, and of values in a record and in YAML."""
    text = (DOCS / page).read_text("utf-8")
    most = most_values(MAX_SIZE)
    for limit in (f"{MAX_SIZE >> 20} MB", f"{most:,}", f"{most // 4:,}"):
        assert limit in text


def test_limits_of_texts_and_reports() -> None:
    """Each where a user looks for it."""
    page = (DOCS / "explanation" / "limits.md").read_text("utf-8")
    sizes = [f"{size >> 20} MB" for size in (texts._LARGEST, texts._LARGEST_TOGETHER)]
    for limit in (*sizes, f"{texts._MOST_FILES:,} files", f"{MOST_FAULTS:,}", f"{MOST_RECORDS_WHOLE:,} records"):
        assert limit in page
    for size in sizes:
        assert size in (texts.read_texts.__doc__ or "")
        assert size in RULES["NE311"].doc
