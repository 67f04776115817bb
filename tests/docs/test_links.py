"""Links between files lead somewhere; Sphinx checks those of its own pages."""

import re
from pathlib import Path

import pytest
from tests.docs.blocks import TOP, name

FILES = sorted(set(TOP.glob("*.md")) | set(TOP.glob("examples/*/README.md")))


def anchors(page: Path) -> set[str]:
    """Return the anchors that a reader of Markdown gives the headings of a page."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", FILES, ids=name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    """No file is named that is not there, and no heading of it."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link
