"""Write a folder of stories to try the check on: one is clean, the others have a fault each."""

import json
import sys
from pathlib import Path
from typing import Any

from newsevents import Attribution, Dossier, Gift, Item, Name, Organization, Party, Quotation, Source, Statement, dumps

TEXT = "The bakers' guild gave the city archive a brass oven. “It still works,” the guild said."


def story() -> dict[str, Any]:
    """Return an invented story in which nothing is wrong, as JSON has it."""
    said = Attribution(source_id="report")
    dossier = Dossier(
        id="oven",
        records=[
            Source(id="report", form="article", title="A brass oven", text=TEXT),
            Organization(id="guild", names=[Name(text="bakers' guild")]),
            Organization(id="archive", names=[Name(text="city archive")]),
            Item(id="oven", description="a brass oven"),
            Gift(
                id="gift",
                givers=[Party(actor_id="guild")],
                recipients=[Party(actor_id="archive")],
                item_ids=["oven"],
                attributions=[said],
            ),
            Statement(
                id="statement",
                speaker_ids=["guild"],
                acts=["assert"],
                quotations=[Quotation(text="It still works", source_id="report")],
                attributions=[said],
            ),
        ],
    )
    data: dict[str, Any] = json.loads(dumps(dossier))
    return data


def main(folder: Path) -> None:
    """Write the stories."""
    clean, misspelled, dangling, misquoted = (story() for _ in range(4))
    gift = misspelled["records"][4]
    gift["recipient"] = gift.pop("recipients")
    dangling["records"][4]["item_ids"] = ["stove"]
    misquoted["records"][5]["quotations"][0]["text"] = "It works still"
    stories = {"clean": clean, "misspelled": misspelled, "dangling": dangling, "misquoted": misquoted}
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in stories.items():
        (folder / f"{name}.json").write_text(json.dumps(data, indent=2), encoding="utf-8")
    (folder / "broken.json").write_text('{"type": "dossier", ', encoding="utf-8")
    print(f"{len(stories) + 1} stories")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
