"""Laws of the rules: they never raise on a well-shaped dossier, and their order is that of the file."""

import gc
import weakref

from hypothesis import given
from hypothesis import strategies as st

from newsevents import Dossier, loads
from newsevents.files.write import dumps
from newsevents.rules import check
from newsevents.rules._select import Selection
from newsevents.rules._view import View
from newsevents.rules.check import findings_in
from newsevents.testing import dossiers, records

# Without the care that `dossiers` takes: references lead anywhere, ids stand twice.
WILD = st.builds(lambda drawn: Dossier(id="d", records=drawn), st.lists(records(), max_size=8))


@given(WILD | dossiers())
def test_no_rule_raises(dossier: Dossier) -> None:
    """Whatever is well-shaped gets findings, the same every time, each in a record that is there."""
    found = check(dossier)
    assert found == check(loads(dumps(dossier)))
    for finding in found:
        if finding.record_id is not None:
            assert dossier.records[int(finding.pointer.split("/")[2])].id == finding.record_id


@given(WILD | dossiers())
def test_rules_that_judge_each_record_by_itself(dossier: Dossier) -> None:
    """They find in the whole what they find in the records one by one."""
    selection = Selection()
    whole = findings_in(View(dossier), selection, alone=True)
    singly = [
        finding.message
        for record in dossier.records
        for finding in findings_in(View(Dossier(id="d", records=[record])), selection, alone=True)
    ]
    assert sorted(finding.message for finding in whole) == sorted(singly)


@given(WILD | dossiers())
def test_nothing_waits_for_the_collector(dossier: Dossier) -> None:
    """When the rules have run, what they made goes with its last user: streams look for no circles."""
    gc.disable()
    try:
        view = View(dossier)
        findings_in(view, Selection())
        is_there = weakref.ref(view)
        del view
        assert is_there() is None
    finally:
        gc.enable()
