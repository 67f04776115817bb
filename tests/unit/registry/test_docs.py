"""The page about the registry says what the registry says."""

from pathlib import Path

from newsevents import registry

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "registry.md"


def provisions() -> str:
    """Return the table of provisions."""
    rows = [
        f"| `{row.key}` | {row.since} | {', '.join(row.goods)} | {'yes' if row.is_exhaustive else 'no'} "
        f"| `{row.checked}` | {row.note} |"
        for row in registry.provisions()
    ]
    head = ["| provision | since | goods | complete list | checked | note |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows])


def regimes() -> str:
    """Return the table of regimes."""
    rows = [
        f"| {', '.join(f'`{key}`' for key in (row.key, *row.also))} | {row.name} | {row.since or ''} "
        f"| {row.until or ''} | `{row.checked}` |"
        for row in registry.regimes()
    ]
    return "\n".join(["| key | about | since | until | checked |", "|---|---|---|---|---|", *rows])


def test_the_tables_of_the_page_are_those_of_the_registry() -> None:
    """Whoever changes a row changes the page."""
    text = PAGE.read_text("utf-8")
    assert provisions() in text
    assert regimes() in text
