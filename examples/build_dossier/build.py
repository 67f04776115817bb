"""Write a report down as a dossier, with the place of every claim, check it, and write it to a file."""

import sys
from typing import Any

from newsevents import (
    Attribution,
    Dossier,
    Gift,
    Item,
    Name,
    Organization,
    Party,
    Person,
    Quotation,
    Role,
    Source,
    Statement,
    annotate,
    check,
    dump,
    locate,
    parse_money,
    parse_when,
)

REPORT = (
    "Lindvik, 4 May 2025. Ada Moe, the mayor of Lindvik, gave the harbor museum a ship's bell on Saturday. "
    "“It belongs here,” she said. The bell is worth about 3,000 kroner, according to the museum."
)


def told(words: str, **fields: Any) -> Attribution:
    """Return who says so: the report, in these words of it, which have to stand there once."""
    (span,) = locate(REPORT, words)
    return Attribution(source_id="report", spans=[span], **fields)


def dossier() -> Dossier:
    """Return what the report says."""
    published = parse_when("4 May 2025")
    saturday = parse_when("on Saturday", reference=published.edtf)
    return Dossier(
        id="bell",
        title="A bell for the museum",
        records=[
            Source(id="report", form="article", title="A bell for the museum", published=published, text=REPORT),
            Organization(id="museum", names=[Name(text="harbor museum")]),
            Person(
                id="ada-moe",
                names=[Name(text="Ada Moe")],
                roles=[Role(title="mayor of Lindvik", country="NO")],
                attributions=[told("Ada Moe, the mayor of Lindvik", covers=["/roles"])],
                inferred=["/roles/0/country"],
            ),
            Item(
                id="the-bell",
                description="a ship's bell",
                individuation="specific",
                values=[parse_money("about 3,000 kroner", reference_country="NO")],
                attributions=[
                    told("a ship's bell", covers=["/description"]),
                    told(
                        "The bell is worth about 3,000 kroner, according to the museum",
                        according_to_ids=["museum"],
                        modality="claimed",
                        covers=["/values"],
                    ),
                ],
            ),
            Gift(
                id="gift",
                givers=[Party(actor_id="ada-moe")],
                recipients=[Party(actor_id="museum")],
                item_ids=["the-bell"],
                status="delivered",
                when=saturday.model_copy(update={"anchor": "publication", "anchor_id": "report"}),
                attributions=[told("Ada Moe, the mayor of Lindvik, gave the harbor museum a ship's bell on Saturday")],
            ),
            Statement(
                id="statement",
                speaker_ids=["ada-moe"],
                acts=["assert"],
                # No place is counted by hand: `annotate` finds where the words stand.
                quotations=[Quotation(text="It belongs here", source_id="report")],
                about_ids=["the-bell"],
                attributions=[told("“It belongs here,” she said")],
            ),
        ],
    )


def main(path: str) -> None:
    """Build, check and write."""
    story = annotate(dossier())
    findings = check(story)
    for finding in findings:
        print(finding)
    if not findings:
        dump(story, path)
        print(f"{path}: {len(story.records)} records, nothing found")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "bell.json")
