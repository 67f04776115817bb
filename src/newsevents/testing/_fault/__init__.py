"""Faults, one by one: for each rule a scene that is clean, and the edit after which only this rule finds something."""

from newsevents.testing._fault._scene import Body, Fault, Maker, Scene, edited, located
from newsevents.testing._fault.actor import ACTOR
from newsevents.testing._fault.council import COUNCIL
from newsevents.testing._fault.evidence import EVIDENCE
from newsevents.testing._fault.goods import GOODS
from newsevents.testing._fault.identity import IDENTITY
from newsevents.testing._fault.shape import SHAPE, SYNTAX
from newsevents.testing._fault.time import TIME

__all__ = ["FAULTS", "SHAPE", "SYNTAX", "Body", "Fault", "Maker", "Scene", "edited", "located"]

FAULTS: dict[str, Maker] = {**IDENTITY, **TIME, **EVIDENCE, **ACTOR, **GOODS, **COUNCIL}
"""What makes a fault of sense, by the code of the rule that finds it."""
