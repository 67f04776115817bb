"""The registry of sanctions: regimes, bodies, instruments and provisions, each with how well it was checked.

It names what may bear on an act, for a researcher to check; it never says that something is a violation.
"""

from newsevents.registry._row import (
    Body,
    Checked,
    Direction,
    DutyHolder,
    HsRange,
    Instrument,
    PermanentMember,
    Provision,
    Regime,
    Seats,
)
from newsevents.registry.lookup import (
    Goods,
    applicable_provisions,
    bodies,
    body,
    instrument,
    instruments,
    permanent_members,
    provision,
    provisions,
    regime,
    regimes,
)

__all__ = [
    "Body",
    "Checked",
    "Direction",
    "DutyHolder",
    "Goods",
    "HsRange",
    "Instrument",
    "PermanentMember",
    "Provision",
    "Regime",
    "Seats",
    "applicable_provisions",
    "bodies",
    "body",
    "instrument",
    "instruments",
    "permanent_members",
    "provision",
    "provisions",
    "regime",
    "regimes",
]
