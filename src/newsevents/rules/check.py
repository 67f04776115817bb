"""Checking: every rule that was asked for, over one dossier, into findings in a fixed order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsevents._collection import no_collection
from newsevents.dossier import Dossier
from newsevents.findings import Finding, Level
from newsevents.rules._rule import RULES, Found
from newsevents.rules._select import Selection
from newsevents.rules._silence import idle, silenced
from newsevents.rules._view import Texts, View

__all__ = ["check", "findings_in"]

_NO_OTHERS: Mapping[str, Iterable[Found]] = {}


def check(
    dossier: Dossier,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    levels: Mapping[str, Level] | None = None,
    texts: Texts = (),
) -> list[Finding]:
    """Return everything that the rules find in a dossier.

    A record's `extensions` may silence rules on that record: `{"x-newsevents-ignore": ["NE406"]}`.

    Args:
        dossier: The dossier. It is read only.
        select: The rules to run, by code (`NE301`) or by the start of codes (`NE3`); all by default.
        ignore: The rules to leave out, in the same way; this wins over *select*.
        levels: Other levels than the rules' own, by code or start of codes; the longest start wins.
        texts: The texts of sources that do not carry theirs: by the id of the source, or without names, to be matched
            by `text_sha256`. No file is read here, so a source's `text_file` is not followed; `check_file` does that.

    Returns:
        The findings in the order of the records, of the places in them and of the codes; pointers are into the dossier.

    Raises:
        UnknownRuleError: No rule has such a code, or there is no such level (`unknown_rule`).

    >>> from newsevents import State
    >>> [finding.code for finding in check(Dossier(id="d", records=[State(id="s", country="KP")]), select=["NE105"])]
    ['NE105']
    """
    return findings_in(View(dossier, texts), Selection(select, ignore, levels))


@no_collection()
def findings_in(
    view: View, selection: Selection, *, alone: bool = False, others: Mapping[str, Iterable[Found]] = _NO_OTHERS
) -> list[Finding]:
    """Return what the selected rules find; with *alone*, only those that judge each record by itself.

    What was found elsewhere under some codes is in *others*; it is selected, silenced and sorted like the rest.
    """
    places = {id(record): index for index, record in enumerate(view.records)}
    silencers = {id(record): silenced(record) for record in view.records if record.extensions}
    used: defaultdict[int, set[str]] = defaultdict(set)
    found: list[tuple[str, Found]] = []
    ran: set[str] = set()
    for code, rule in RULES.items():
        if code not in selection.codes or (alone and not rule.alone):
            continue
        faults = others.get(code) if rule.check is None else rule.check(view)
        if faults is None:
            continue
        ran.add(code)
        for fault in faults:
            if code in silencers.get(id(fault.record), ()):
                used[id(fault.record)].add(code)
            else:
                found.append((code, fault))
    if "NE006" in selection.codes:
        for record in view.records:
            if record.extensions and "NE006" not in silencers.get(id(record), ()):
                found += (("NE006", fault) for fault in idle(record, frozenset(used[id(record)]), frozenset(ran)))
    view.forget()
    findings = [(_order(code, fault, places), _finding(code, fault, places, selection)) for code, fault in found]
    return [finding for _, finding in sorted(findings, key=lambda pair: pair[0])]


def _finding(code: str, fault: Found, places: Mapping[int, int], selection: Selection) -> Finding:
    record = fault.record
    return Finding(
        code=code,
        level=selection.level(code, fault.level),
        message=fault.message,
        pointer=fault.pointer if record is None else f"/records/{places[id(record)]}{fault.pointer}",
        record_id=None if record is None else record.id,
        related=fault.related,
    )


def _order(code: str, fault: Found, places: Mapping[int, int]) -> tuple[int, list[tuple[int, str]], str, str]:
    index = -1 if fault.record is None else places[id(fault.record)]
    # Places in a list count as numbers: the tenth comes after the ninth.
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in fault.pointer.split("/")]
    return index, parts, code, fault.message
