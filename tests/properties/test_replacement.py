"""What a finding says to write instead is canonical, and means what normalization makes of the value."""

import json
from random import Random
from typing import Any

from hypothesis import given, note
from hypothesis import strategies as st
from tests.properties.loose import loosened

from newsevents import Dossier, Finding, ValidationError, dumps, loads
from newsevents.testing import dossiers


def refused(text: str, *, normalize: bool = False) -> tuple[Finding, ...]:
    """Return the findings with which a text is refused; none where it is taken."""
    try:
        loads(text, normalize=normalize)
    except ValidationError as error:
        return error.findings
    return ()


def replaced(data: Any, findings: tuple[Finding, ...]) -> Any:
    """Put what each finding says in its place."""
    for finding in findings:
        assert finding.code == "NE004"
        assert finding.replacement is not None
        assert finding.replacement.isprintable()
        parent = data
        *above, last = finding.pointer.split("/")[1:]
        for part in above:
            parent = parent[int(part) if isinstance(parent, list) else part]
        parent[int(last) if isinstance(parent, list) else last] = json.loads(finding.replacement)
    return data


@given(dossiers(), st.integers(0, 2**32 - 1))
def test_a_replacement_means_what_normalization_makes_of_the_value(dossier: Dossier, seed: int) -> None:
    """With every replacement put in its place, a text is read as it is normalized, and as it was meant.

    A value has a replacement exactly if normalization takes it.
    """
    data = json.loads(dumps(dossier))
    loosened(data, Random(seed))
    text = json.dumps(data)
    note(text)
    findings = refused(text)
    hopeless = tuple(finding for finding in findings if finding.replacement is None)
    assert {finding.code for finding in hopeless} <= {"NE003"}
    assert [finding.pointer for finding in hopeless] == [each.pointer for each in refused(text, normalize=True)]
    if hopeless:
        return
    assert loads(json.dumps(replaced(data, findings))) == loads(text, normalize=True)
