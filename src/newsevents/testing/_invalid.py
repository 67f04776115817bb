"""Strategies for dossiers with one fault, for those who test what becomes of a fault."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic_core import to_json

from newsevents.dossier import Dossier
from newsevents.errors import UnknownRuleError
from newsevents.rules._rule import RULES
from newsevents.testing._dossier import few_clean
from newsevents.testing._fault import FAULTS, SHAPE, SYNTAX, Body, Scene, edited, located
from newsevents.testing._model import validated

__all__ = ["UNREACHED", "InvalidDossier", "invalid_dossiers"]

UNREACHED: dict[str, str] = {
    "NE001": "it is about a file that cannot be read, and a text that is there can",
    "NE007": "nothing is deprecated yet",
    "NE311": "it is about the folder in which a file stands; write one whose source has `text_file: ../report.txt`",
}
"""The rules for which there is no invalid dossier, with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidDossier:
    """A dossier with exactly one fault, and the same without it."""

    code: str
    """The rule that finds something, such as `NE301`; no other does, whatever its level."""
    pointer: str
    """The JSON Pointer of the one finding, which is where the rule finds it."""
    text: str
    """The faulty dossier as JSON."""
    dossier: Dossier | None
    """The faulty dossier; `None` where its text is none (`NE002`, `NE003`, `NE004`)."""
    twin: Dossier
    """The dossier with the fault undone, in which no rule finds anything."""


def invalid_dossiers(code: str | None = None) -> SearchStrategy[InvalidDossier]:
    """Return a strategy for dossiers with exactly one fault, together with what is found in them.

    `check` finds exactly one thing in it under all rules, at the place that is given; where the text makes no dossier,
    `loads` raises a `ValidationError` with exactly that finding. In the twin `check` finds nothing.

    Args:
        code: The rule that finds the fault, such as `NE301`; by default it may be any.

    Raises:
        UnknownRuleError: No rule has the code, or there is no such dossier for it: `NE001` and `NE311` are about files,
            and under `NE007` nothing can be found yet.
    """
    known = [each for each in RULES if each not in UNREACHED]
    if code is None:
        return st.sampled_from(known).flatmap(_invalid)
    if code not in known:
        reason = UNREACHED.get(code, "no rule has it; newsevents rules lists them")
        raise UnknownRuleError(f"there is no invalid dossier for the code {code!r}: {reason}")
    return _invalid(code)


@st.composite
def _invalid(draw: DrawFn, code: str) -> InvalidDossier:
    scene = Scene(draw)
    rest = draw(few_clean())
    if code in SYNTAX:
        text = rest.to_json().decode()
        return InvalidDossier(code=code, pointer="", text=SYNTAX[code](scene, text), dossier=None, twin=rest)
    fault = (SHAPE.get(code) or FAULTS[code])(scene)
    data: Body = json.loads(rest.to_json())
    around: list[Body] = data.pop("records", [])
    edited_records = edited(fault.records, fault.edits)
    # Two records with one identifier would be a fault of their own.
    assume(_identifiers(around).isdisjoint(_identifiers([*fault.records, *edited_records])))
    first = scene.number(0, len(around))

    def among_the_rest(records: Sequence[Body]) -> Body:
        return data | {"records": [*around[:first], *records, *around[first:]]}

    faulty = among_the_rest(edited_records)
    return InvalidDossier(
        code=code,
        pointer=located(fault.records, fault.at, first),
        text=to_json(faulty).decode(),
        dossier=None if code in SHAPE else validated(Dossier, faulty),
        twin=validated(Dossier, among_the_rest(fault.records)),
    )


def _identifiers(records: Iterable[Body]) -> set[str]:
    """Return the identifiers of records, with their schemes."""
    held = (record.get("identifiers") for record in records)
    parts = (cast(Body, part).items() for part in held if isinstance(part, dict))
    return {f"{scheme} {value}" for part in parts for scheme, value in part}
