"""NE6, assessments: who assesses whom, and whether the provisions named may bear on the act at all.

What the registry does not know is judged by no rule here; `NE612` says so.
"""

from collections.abc import Iterator

from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.rules._bearing import Assessing, Bearing, Bearings, assessing, together
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.country import country_name


@rule("NE602", "judge-in-own-cause", "error", alone=True)
def judge_in_own_cause(view: View) -> Iterator[Found]:
    """The assessor of an act is the respondent, or what is assessed.

    ## What it does

    Reports an assessor who stands among the respondents or the subjects of the same assessment. A ministry that
    assesses what its own state did is another actor, and allowed.

    ## Why it matters

    An assessment is what somebody holds of another's act; what a government says of its own is a statement that denies
    or admits.

    ## Example

    ```yaml
    type: sanctions_assessment
    id: breach
    assessor_ids: [unification-ministry]
    respondent_ids: [unification-ministry]
    subject_ids: [gift-of-the-car]
    finding: violation
    ```

    ## Use instead

    ```yaml
    type: sanctions_assessment
    id: breach
    assessor_ids: [unification-ministry]
    respondent_ids: [russia]
    subject_ids: [gift-of-the-car]
    finding: violation
    ```

    ## Source

    The data model: respondents are those who are said to be in breach.
    """
    for assessment in view.of(SanctionsAssessment):
        seen: set[str] = set()
        respondents, subjects = set(assessment.respondent_ids), set(assessment.subject_ids)
        for index, assessor in enumerate(assessment.assessor_ids):
            part = "respondent" if assessor in respondents else "subject"
            if assessor not in seen and (part == "respondent" or assessor in subjects):
                message = f"{assessor} assesses, and is the {part} too; expected another assessor, or another {part}"
                yield Found(assessment, f"/assessor_ids/{index}", message, (assessor,))
            seen.add(assessor)


def _faulty(view: View, code: str) -> Iterator[tuple[Assessing, list[Bearing]]]:
    """Yield what names provisions that have this fault, with all of them: one fault is one finding."""
    bearings = view.made(Bearings)
    # What the record alone tells needs no look at the acts.
    judged = bearings.named if code == "NE603" else bearings.of
    for record in assessing(view):
        if faults := [bearing for bearing in judged(record) if bearing.fault == code]:
            yield record, faults


def _they(faults: list[Bearing], does: str, do: str) -> str:
    """Return the provisions with their verb, which is *do* of several."""
    return f"{' and '.join(fault.key for fault in faults)} {does if len(faults) == 1 else do}"


def _acts(view: View, record: Assessing) -> list[str]:
    """Return the ids of the events that are assessed; an action is one itself."""
    if isinstance(record, SanctionsAction):
        return [record.id]
    return [event.id for event in view.made(Bearings).subjects(record)]


@rule("NE603", "provision-of-other-regime", "error", alone=True)
def provision_of_other_regime(view: View) -> Iterator[Found]:
    """A provision belongs to another regime than the one named.

    ## What it does

    Looks up the instrument of each provision of an assessment or a sanctions action in the registry, and compares its
    regime with `regime`. Regimes and instruments that the registry does not know are reported by `NE612` alone.

    ## Why it matters

    A paragraph of a resolution of the Security Council is no part of a national regime, even where that carries it out:
    duties, exemptions and authorities differ.

    ## Example

    ```yaml
    regime: UN-SC1970
    provisions: ["S/RES/2397#7"]
    ```

    ## Use instead

    ```yaml
    regime: UN-SC1718
    provisions: ["S/RES/2397#7"]
    ```

    ## Source

    The registry of this library, which says of each row where it was taken from.
    """
    for record, faults in _faulty(view, "NE603"):
        regimes = " and ".join(dict.fromkeys(fault.instrument.regime for fault in faults if fault.instrument))
        message = (
            f"{_they(faults, 'belongs', 'belong')} to {regimes}, and the regime named is {record.regime}; expected "
            "provisions of one regime, and its key"
        )
        yield together(record, faults, message)


@rule("NE604", "provision-not-yet-in-force", "error")
def provision_not_yet_in_force(view: View) -> Iterator[Found]:
    """A provision was not yet in force when what is assessed happened.

    ## What it does

    Compares the day since when a provision is in force with the time of each event that is assessed: its `when`, else
    the times of its legs, else those of its status. It is an error where all of them were certainly earlier, and a
    warning where all of them may have been, such as in "2017" for a provision of December of that year. An event
    without a time says nothing; one that went on into the time of the provision is in order. Assessments that find
    nothing (`no_violation`, `inconclusive`) may do so for this very reason, and are left alone. A sanctions action that
    was certainly taken before a provision that it rests on is an error, too.

    ## Why it matters

    Nobody could breach what did not bind yet. Either the date or the paragraph is wrong.

    ## Example

    ```yaml
    - {type: transfer, id: sale, mode: sale, when: {edtf: 2016-05}, item_ids: [trucks]}
    - type: sanctions_assessment
      id: breach
      subject_ids: [sale]
      regime: UN-SC1718
      provisions: ["S/RES/2397#7"]
      finding: violation
    ```

    ## Use instead

    ```yaml
    - {type: transfer, id: sale, mode: sale, when: {edtf: 2018-05}, item_ids: [trucks]}
    - type: sanctions_assessment
      id: breach
      subject_ids: [sale]
      regime: UN-SC1718
      provisions: ["S/RES/2397#7"]
      finding: violation
    ```

    ## Source

    The registry of this library, which has the day of adoption of each instrument.
    """
    for record, faults in _faulty(view, "NE604"):
        certain = [fault for fault in faults if fault.level == "error"]
        shown = certain or faults
        since = " and ".join(f"{fault.key} (since {fault.row.since})" for fault in shown if fault.row)
        acts = _acts(view, record)
        verb = "may not yet have been" if not certain else "was not yet" if len(certain) == 1 else "were not yet"
        message = (
            f"{since} {verb} in force at the time of "
            f"{' and '.join(acts)}; expected a provision of that time, or a later date"
        )
        yield together(record, shown, message, acts)


@rule("NE605", "provision-runs-other-way", "warning")
def provision_runs_other_way(view: View) -> Iterator[Found]:
    """A ban on supply to a country is named for a delivery that nobody of that country receives.

    ## What it does

    Takes the gifts, transfers and shipments that are assessed, with the shipments that carry them out, and looks for
    anybody of the target among those who receive: by state, nationality, role, organization, group or relation (who is
    owned, controlled, employed). A place of the target where the goods go counts as well, and any other delivery by
    which the same items come there. It is silent where a receiver's country is not known, where something else than
    deliveries is assessed, and where the assessment finds nothing.

    ## Why it matters

    The ban binds those who supply the target. Goods that come from there fall under other paragraphs, if any.

    ## Example

    ```yaml
    - {type: gift, id: dogs, givers: [{actor_id: north-korea}], recipients: [{actor_id: russia}], item_ids: [pair]}
    - type: sanctions_assessment
      id: breach
      subject_ids: [dogs]
      provisions: ["S/RES/1718#8(a)(iii)"]
      finding: possible_violation
    ```

    ## Use instead

    ```yaml
    - {type: gift, id: dogs, givers: [{actor_id: russia}], recipients: [{actor_id: north-korea}], item_ids: [pair]}
    - type: sanctions_assessment
      id: breach
      subject_ids: [dogs]
      provisions: ["S/RES/1718#8(a)(iii)"]
      finding: possible_violation
    ```

    ## Source

    The registry of this library, which says of each provision which way its goods go.
    """
    for record, faults in _faulty(view, "NE605"):
        acts = _acts(view, record)
        target = " and ".join({country_name(fault.row.target): None for fault in faults if fault.row})
        message = (
            f"{_they(faults, 'bans', 'ban')} supply to {target}, and nobody of {target} receives in "
            f"{' and '.join(acts)}; expected a delivery to {target}, or another provision"
        )
        yield together(record, faults, message, acts)


@rule("NE606", "goods-outside-provision", "warning")
def goods_outside_provision(view: View) -> Iterator[Found]:
    """None of the goods falls under the provision.

    ## What it does

    Compares the codes of the Harmonized System of all items that are assessed with the ranges of a provision whose list
    is complete, such as `S/RES/2397#7`. Animals and food are outside of that one even without a code. Where the list of
    a provision is open, as for luxury goods, this never fires. It is silent where one item may fall under it, or has no
    code; where the provision was not in force or runs the other way, which is reported as such; where the assessment
    finds nothing.

    ## Why it matters

    Either the goods are described wrongly, or another paragraph is meant.

    ## Example

    ```yaml
    - {type: item, id: wine, description: twelve cases of wine, hs_code: "2204"}
    - type: sanctions_assessment
      id: breach
      subject_ids: [wine]
      provisions: ["S/RES/2397#7"]
      finding: violation
    ```

    ## Use instead

    ```yaml
    - {type: item, id: wine, description: twelve cases of wine, hs_code: "2204"}
    - type: sanctions_assessment
      id: breach
      subject_ids: [wine]
      provisions: ["S/RES/1718#8(a)(iii)"]
      finding: violation
    ```

    ## Source

    The registry of this library, which says of each provision whether its list is complete and how that was checked.
    """
    for record, faults in _faulty(view, "NE606"):
        goods = " and ".join(dict.fromkeys(part for fault in faults if fault.row for part in fault.row.goods))
        message = (
            f"{_they(faults, 'is', 'are')} about {goods}, and none of the items falls under that; expected "
            "other goods, or another provision"
        )
        yield together(record, faults, message)
