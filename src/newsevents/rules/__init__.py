"""Rules: what is sense and no shape. Pure functions over a dossier that yield what they find and never raise."""

# Importing a family enters its rules into the registry.
from newsevents.rules import (  # noqa: I001  (in the order of the codes)
    reading,
    identity,
    entry,
    time,
    presence,
    evidence,
    wording,
    attribution,
    speech,
    actor,
    deal,
    shipment,
    goods,
    vessel,
    assessment,
    duty,
    exemption,
    vote,
    citation,
)
from newsevents.rules.check import check

__all__ = [
    "actor",
    "assessment",
    "attribution",
    "check",
    "citation",
    "deal",
    "duty",
    "entry",
    "evidence",
    "exemption",
    "goods",
    "identity",
    "presence",
    "reading",
    "shipment",
    "speech",
    "time",
    "vessel",
    "vote",
    "wording",
]
