"""Invalid dossiers: exactly the one finding that is told, and none in the twin, for every rule."""

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from newsevents import Dossier, Finding, UnknownRuleError, ValidationError, check, loads
from newsevents.rules._rule import RULES
from newsevents.rules.reading import DEPRECATIONS
from newsevents.testing import UNREACHED, InvalidDossier, dossiers, invalid_dossiers
from newsevents.testing._clean import cleaned
from newsevents.testing._fault import FAULTS, SHAPE, Scene, edited

REACHED = sorted(set(RULES) - set(UNREACHED))
# The reader finds them, so that there is no dossier for the rules.
SHAPELESS = {"NE002", "NE003", "NE004"}


def findings_in(text: str) -> list[Finding]:
    """Return everything that is found in a text, by the reader or else by the rules."""
    try:
        return check(loads(text))
    except ValidationError as error:
        return list(error.findings)


@pytest.mark.parametrize("code", REACHED)
@settings(max_examples=max(settings().max_examples // 3, 10), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_exactly_one_finding(code: str, data: st.DataObject) -> None:
    """The one that is told, where it is told; with the fault undone there is none."""
    invalid = data.draw(invalid_dossiers(code))
    assert invalid.code == code
    assert [(finding.code, finding.pointer) for finding in findings_in(invalid.text)] == [(code, invalid.pointer)]
    assert check(invalid.twin) == []
    assert (invalid.dossier is None) == (code in SHAPELESS)
    if invalid.dossier is not None:
        assert loads(invalid.text) == invalid.dossier


@pytest.mark.parametrize("code", FAULTS | SHAPE)
def test_faults_vary(code: str) -> None:
    """No rule has one fault only: another draw makes another one, and not just among other records."""
    seen: set[str] = set()

    @st.composite
    def changed(draw: DrawFn) -> str:
        records, edits, _ = (FAULTS | SHAPE)[code](Scene(draw))
        return repr(edited(records, edits))

    @given(changed())
    @settings(max_examples=12, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def collect(records: str) -> None:
        seen.add(records)

    collect()
    assert len(seen) > 2


@given(invalid_dossiers())
def test_any_rule(invalid: InvalidDossier) -> None:
    """Without a code it may be any that can be reached."""
    assert invalid.code in REACHED
    assert [finding.code for finding in findings_in(invalid.text)] == [invalid.code]


@pytest.mark.parametrize(
    "message", ["EOF", "trailing characters", "duplicate key", "invalid number"], ids=["cut", "more", "key", "number"]
)
def test_every_way_to_break_a_text(message: str) -> None:
    """A text that ends early or goes on, a key that is there twice, a number that is none."""
    found = find(
        invalid_dossiers("NE002"),
        lambda invalid: message in findings_in(invalid.text)[0].message,
        settings=settings(max_examples=500, derandomize=True, database=None, deadline=None, phases=[Phase.generate]),
    )
    assert check(found.twin) == []


def test_every_rule_is_reached_or_listed() -> None:
    """What cannot be drawn is listed with a reason, and nothing else is; a deprecation ends the excuse of its rule."""
    assert set(UNREACHED) <= set(RULES)
    assert set(UNREACHED) == {"NE001", "NE007", "NE311"}
    assert all(UNREACHED.values())
    assert not DEPRECATIONS


@pytest.mark.parametrize(("code", "reason"), [*UNREACHED.items(), ("NE3", "no rule has it"), ("XX1", "no rule has it")])
def test_what_cannot_be_drawn_is_refused(code: str, reason: str) -> None:
    """At once, and with the reason; a start of codes is no code."""
    with pytest.raises(UnknownRuleError) as caught:
        invalid_dossiers(code)
    assert code in str(caught.value)
    assert reason in str(caught.value)


@given(dossiers(clean=True))
def test_clean_dossiers(dossier: Dossier) -> None:
    """No rule finds anything in them."""
    assert check(dossier) == []


@given(dossiers())
def test_what_is_clean_stays(dossier: Dossier) -> None:
    """Cleaning takes nothing from a clean dossier, and adds no record but the source of attributions."""
    clean = cleaned(dossier)
    assert cleaned(clean) == clean
    assert {record.id for record in clean.records} <= {record.id for record in dossier.records} | {"paper"}
