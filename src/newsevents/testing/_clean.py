"""Dossiers in which no rule finds anything: what is left of one when all that is found is taken out."""

import json
from collections import defaultdict

from pydantic import ValidationError

from newsevents.dossier import Dossier
from newsevents.findings import Finding
from newsevents.records.union import RECORD_TYPES
from newsevents.rules import check
from newsevents.testing._model import Body, validated

__all__ = ["cleaned"]

_SOURCE: Body = {"type": "source", "id": "paper", "title": "A paper", "form": "article"}
_ATTRIBUTIONS = [{"source_id": "paper"}]
_WANTS_ATTRIBUTION = frozenset({"NE105", "NE306"})


def cleaned(dossier: Dossier) -> Dossier:
    """Return *dossier* without what the rules find in it: without the fields where it stands, or without the records.

    Records that need an attribution get one to the source `paper`, which is added then.
    """
    # It ends: every turn takes something out, or gives the attribution in which nothing can be found.
    while findings := check(dossier):
        by_record: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in findings:
            by_record[int(finding.pointer.split("/")[2])].append(finding)
        data: Body = json.loads(dossier.to_json())
        bodies = [_mended(body, by_record[index]) for index, body in enumerate(data["records"])]
        left = [body for body in bodies if body is not None]
        if any(body.get("attributions") == _ATTRIBUTIONS for body in left) and _SOURCE not in left:
            left.append(_SOURCE)
        dossier = validated(Dossier, data | {"records": left})
    return dossier


def _mended(body: Body, findings: list[Finding]) -> Body | None:
    """Return a record without the fields in which something was found; `None` where it cannot be without them."""
    fields = {"".join(finding.pointer.split("/")[3:4]) for finding in findings}
    if {finding.code for finding in findings} & _WANTS_ATTRIBUTION and body["id"] != _SOURCE["id"]:
        body |= {"attributions": _ATTRIBUTIONS}
        fields.remove("")
    if "" in fields:
        return None
    left = {field: value for field, value in body.items() if field not in fields}
    try:
        validated(RECORD_TYPES[body["type"]], left)
    except ValidationError:
        return None
    return left
