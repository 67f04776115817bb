"""NE4, speech: corners and messages that the corpus does not show."""

import pytest

from newsevents import Attribution, Dossier, Gift, Group, Item, Party, Person, Relation, Statement
from newsevents.findings import Finding
from newsevents.parts.name import Name
from newsevents.records._record import Record
from newsevents.rules import check


def found(code: str, *records: Record) -> list[Finding]:
    """Return what one rule finds in a dossier of these records."""
    return check(Dossier(id="d", records=records), select=[code])


def test_terms_name_the_speakers() -> None:
    """Every person whose name does not fit the terms is named and related; others are not."""
    speakers = [Person(id=id, names=[Name(text=id)]) for id in ("ann", "bo")]
    statement = Statement(id="s", speaker_ids=["ann", "nobody", "bo"], acts=["assert"], terms="background")
    (finding,) = found("NE402", *speakers, statement)
    assert "ann and bo spoke by name; expected on_record" in finding.message
    assert finding.related == ("ann", "bo")


@pytest.mark.parametrize(
    ("acts", "names", "pointers"),
    [
        (["deny"], {"denies_ids": ["x"]}, []),
        (["deny"], {"retracts_ids": ["x"]}, ["/records/0/acts/0"]),
        (["retract"], {"corrects_ids": ["x"]}, ["/records/0/acts/0"]),
        (["correct", "retract"], {"retracts_ids": ["x"]}, []),
        (["correct", "deny", "retract"], {}, ["/records/0/acts/0", "/records/0/acts/1", "/records/0/acts/2"]),
        (["refuse"], {}, []),
    ],
)
def test_each_act_needs_its_object(acts: list[str], names: dict[str, list[str]], pointers: list[str]) -> None:
    """A list serves its own act; one of two serves a correction that retracts."""
    statement = Statement.model_validate({"type": "statement", "id": "s", "speaker_ids": ["p"], "acts": acts, **names})
    assert [finding.pointer for finding in found("NE403", statement)] == pointers


def test_what_one_act_has_another_may_lack() -> None:
    """A denial of a relation stands in `about_ids`; the retraction beside it has to name what it takes back."""
    relation = Relation(id="r", form="sibling_of", subject_id="a", object_id="b")
    statement = Statement(id="s", speaker_ids=["p"], acts=["deny", "retract"], about_ids=["r"])
    assert [finding.pointer for finding in found("NE403", relation, statement)] == ["/records/1/acts/1"]


def test_a_group_is_heard_once_however_often_it_speaks() -> None:
    """The same group in two attributions is one voice; a statement that is not there is none."""
    certain = {"source_id": "wire", "according_to_ids": ["group"], "certainty": "certain"}
    again = Attribution(source_id="wire", according_to_ids=["group"])
    lost = Attribution(source_id="wire", statement_id="nowhere", certainty="certain")
    gift = Gift(
        id="g",
        attributions=[Attribution.model_validate(certain), again, lost],
        givers=[Party(actor_id="a")],
        recipients=[Party(actor_id="b")],
        item_ids=["i"],
    )
    (finding,) = found("NE405", Group(id="group", description="officials"), Item(id="i", description="a car"), gift)
    assert (finding.pointer, finding.related) == ("/records/2/attributions/0/certainty", ("group",))
