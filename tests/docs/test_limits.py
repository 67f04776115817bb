"""The limits that pages state are those of the reader."""

from pathlib import Path

import pytest

from newsevents.files._limit import MAX_SIZE, most_values

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["explanation/limits.md", "reference/cli.md"])
def test_limits(page: str) -> None:
    """Of size, and of values in a record and in YAML."""
    text = (DOCS / page).read_text("utf-8")
    most = most_values(MAX_SIZE)
    for limit in (f"{MAX_SIZE >> 20} MB", f"{most:,}", f"{most // 4:,}"):
        assert limit in text
