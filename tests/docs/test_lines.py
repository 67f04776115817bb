"""Pages are laid out alike: no long lines, and no heading that skips a level."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.docs.blocks import PAGES, TOP, name

LONGEST = 120
FILES = [*PAGES, *sorted(TOP.glob("examples/*/README.md"))]


def prose(page: Path) -> str:
    """Return a page with empty lines for its fenced blocks, which are as wide as what they show, and its tables."""
    text = page.read_text("utf-8")
    for block in re.findall(r"^ *```.*?^ *```", text, re.MULTILINE | re.DOTALL):
        text = text.replace(block, "\n" * block.count("\n"), 1)
    return re.sub(r"^\|.*", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", FILES, ids=name)
def test_no_line_is_long(page: Path) -> None:
    """Of text; the widths of tables and of output are not ours to choose."""
    assert [number for number, line in enumerate(prose(page).split("\n"), 1) if len(line) > LONGEST] == []


@pytest.mark.parametrize("page", FILES, ids=name)
def test_headings_go_down_a_level_at_a_time(page: Path) -> None:
    """There is one of the first level, and it is the first."""
    levels = [len(marks) for marks in re.findall(r"^(#+) ", prose(page), re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
