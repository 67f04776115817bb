"""Sanctions actions: what an authority does under a regime."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Many, OpenVocabulary, Opt, Vocabulary
from newsevents.records._record import Event, tag
from newsevents.values.reference import ActorId, ActorOrItemId, CoveredId
from newsevents.values.text import Text
from newsevents.values.when import WhenLike

__all__ = ["SanctionsAction", "SanctionsActionKind", "SanctionsMeasure"]

SanctionsActionKind = TypeAliasType(
    "SanctionsActionKind",
    Annotated[
        Literal[
            "designation",
            "delisting",
            "amendment",
            "exemption",
            "waiver",
            "exemption_denied",
            "renewal",
            "lapse",
            "seizure",
            "penalty",
        ],
        Vocabulary("SanctionsActionKind", "What an authority does under a sanctions regime."),
    ],
)
"""What an authority does under a sanctions regime."""

SanctionsMeasure = TypeAliasType(
    "SanctionsMeasure",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "What a sanction does to its target.",
            "arms_embargo",
            "asset_freeze",
            "debarment",
            "export_control",
            "financial_restrictions",
            "import_restrictions",
            "sectoral_sanctions",
            "services_restrictions",
            "trade_restrictions",
            "transport_restrictions",
            "travel_ban",
        ),
    ],
)
"""What a sanction does to its target."""


class SanctionsAction(Event):
    """What an authority does under a sanctions regime: it lists someone, grants an exemption, lets a measure lapse."""

    type: Literal["sanctions_action"] = tag()
    action: SanctionsActionKind = Field(description="What the authority does.")
    authority_id: ActorId = Field(description="The authority that does it.")
    regime: Text = Field(description="The key of the regime, such as UN-SC1718.")
    provisions: Many[Text] = Field(default=(), description="The provisions that it rests on, such as S/RES/2397#7.")
    target_ids: Many[ActorOrItemId] = Field(default=(), description="Whom or what it is aimed at.")
    covers_ids: Many[CoveredId] = Field(default=(), description="The items and events that an exemption covers.")
    requested_by_ids: Many[ActorId] = Field(default=(), description="Who asked for it.")
    measures: Many[SanctionsMeasure] = Field(
        default=(), description="What it does, such as asset_freeze or travel_ban."
    )
    reference: Opt[Text] = Field(default=None, description="The authority's own reference, such as KPi.001.")
    valid: Opt[WhenLike] = Field(default=None, description="When it holds, throughout.")
    conditions: Opt[Text] = Field(default=None, description="On what conditions.")
