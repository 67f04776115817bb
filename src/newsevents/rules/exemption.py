"""NE6, exemptions: whether an assessment goes with the exemptions that the dossier has."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from newsevents.records.item import Item
from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.registry.lookup import find_provision, find_regime
from newsevents.rules._act import Acts, Delivery, item_ids, times_of
from newsevents.rules._bearing import Bearings
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View

_EXEMPTING = frozenset({"exemption", "waiver"})


@rule("NE608", "exemption-against-finding", "warning")
def exemption_against_finding(view: View) -> Iterator[Found]:
    """An act is held exempt and no exemption covers it, or a violation while one does.

    ## What it does

    Looks at the exemptions and waivers of the dossier: those that the assessment considered, and those under the same
    regime that cover what is assessed, its items, or the delivery that carries it out. `exempt` is reported where none
    of them may cover both the goods and the date; an exemption that does not say what it covers, or until when, may.
    `violation` is reported where one certainly does: it covers every event that is assessed, or all of its items, and
    its `valid` has room for all of their times; where it has no `valid`, it must name the events themselves. Goods that
    the provision itself excepts, such as parts of civilian aircraft, need no exemption.

    ## Why it matters

    Exemptions hold for certain goods in a certain time. What came later, or was something else, is not exempt; what is
    covered is no violation, and an assessor who says so must have a reason that should be written down.

    ## Example

    ```yaml
    - type: sanctions_action
      id: exemption
      action: exemption
      regime: UN-SC1718
      covers_ids: [water-pumps]
      valid: {edtf: 2020-01-10/2020-07-10}
    - {type: shipment, id: late-shipment, item_ids: [water-pumps], when: {edtf: 2020-11-02}}
    - {type: sanctions_assessment, id: opinion, subject_ids: [late-shipment], regime: UN-SC1718, finding: exempt}
    ```

    ## Use instead

    ```yaml
    - type: sanctions_action
      id: exemption
      action: exemption
      regime: UN-SC1718
      covers_ids: [water-pumps]
      valid: {edtf: 2020-01-10/2020-12-31}
    - {type: shipment, id: shipment, item_ids: [water-pumps], when: {edtf: 2020-11-02}}
    - {type: sanctions_assessment, id: opinion, subject_ids: [shipment], regime: UN-SC1718, finding: exempt}
    ```

    ## Source

    Security Council Committee established pursuant to resolution 1718 (2006): it exempts case by case, for a time.
    """
    exemptions = view.made(Exemptions)
    for assessment in view.of(SanctionsAssessment):
        if assessment.regime is not None and find_regime(assessment.regime) is None:
            continue
        if assessment.finding == "exempt" and not exemptions.may_cover(assessment):
            message = (
                f"{assessment.id} finds {' and '.join(assessment.subject_ids)} exempt, and no exemption or waiver "
                "covers its goods at its time; expected one, with covers_ids and valid as the authority gave them"
            )
            yield Found(assessment, "/finding", message, tuple(assessment.exemptions_considered_ids))
        elif assessment.finding == "violation" and (covering := exemptions.covering(assessment)):
            message = (
                f"{assessment.id} finds a violation, and {covering.id} exempts what it is about at its time; expected "
                "another finding, or an exemption that covers other goods or another time"
            )
            yield Found(assessment, "/finding", message, (covering.id,))


class Exemptions:
    """The exemptions and waivers of a dossier, by what they cover."""

    def __init__(self, view: View) -> None:
        """Take what is looked at."""
        self._view = view
        self._acts = view.made(Acts)
        self._bearings = view.made(Bearings)

    def may_cover(self, assessment: SanctionsAssessment) -> bool:
        """Return whether something may exempt what an assessment is about, as far as that is told."""
        considered = [self._view.get(id, SanctionsAction) for id in assessment.exemptions_considered_ids]
        if None in considered or self._is_excepted(assessment):
            return True
        about = self._about(assessment)
        told = [action for action in considered if action is not None and action.action in _EXEMPTING]
        told += (action for action in self._covering_some(about) if _share_regime(action, assessment))
        told += (action for action in self._open.values() if _share_regime(action, assessment))
        return any(self._may(action, assessment, about) for action in told)

    def covering(self, assessment: SanctionsAssessment) -> SanctionsAction | None:
        """Return what certainly exempts what an assessment is about."""
        found = self._covering_some(self._about(assessment)) if assessment.regime is not None else []
        return next((action for action in found if self._does(action, assessment)), None)

    def _covering_some(self, about: set[str]) -> list[SanctionsAction]:
        found = {id(action): action for covered in sorted(about) for action in self._covering.get(covered, ())}
        return list(found.values())

    def _may(self, action: SanctionsAction, assessment: SanctionsAssessment, about: set[str]) -> bool:
        goods = not action.covers_ids or not about.isdisjoint(action.covers_ids)
        times = [when for event in self._bearings.subjects(assessment) for when in times_of(event)]
        valid = action.valid
        in_time = valid is None or valid.edtf is None or not times or any(valid.overlaps(when) for when in times)
        return goods and in_time

    def _does(self, action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
        if not (_share_regime(action, assessment) and _share_provisions(action, assessment)):
            return False
        events, covered = self._bearings.subjects(assessment), set(action.covers_ids)
        for event in events:
            is_named = event.id in covered
            goods = item_ids(event)
            times = times_of(event)
            in_time = is_named if action.valid is None else bool(times) and all(map(action.valid.contains, times))
            if not in_time or not (is_named or (goods and covered.issuperset(goods))):
                return False
        return bool(events) and all(item.id in covered for item in self._bearings.items(assessment))

    def _about(self, assessment: SanctionsAssessment) -> set[str]:
        """Return the ids of what is assessed, its items, what these are part of, and what carries it out."""
        found = set(assessment.subject_ids)
        for event in self._bearings.subjects(assessment):
            found.update(item_ids(event))
            if isinstance(event, Delivery):
                found.update(part.id for part in self._acts.linked(event))
        items = [self._view.get(id, Item) for id in found]
        found.update(item.part_of_id for item in items if item is not None and item.part_of_id is not None)
        return found

    def _is_excepted(self, assessment: SanctionsAssessment) -> bool:
        """Return whether a provision named may itself except the goods."""
        rows = [find_provision(key) for key in assessment.provisions]
        excepted = {category for row in rows if row is not None for category in row.excepted_categories}
        ids = [
            *assessment.subject_ids,
            *(id for event in self._bearings.subjects(assessment) for id in item_ids(event)),
        ]
        items = [self._view.get(id, Item) for id in ids]
        return any(item is not None and item.category in excepted for item in items)

    @cached_property
    def _exempting(self) -> list[SanctionsAction]:
        return [action for action in self._view.of(SanctionsAction) if action.action in _EXEMPTING]

    @cached_property
    def _covering(self) -> dict[str, list[SanctionsAction]]:
        """The exemptions and waivers by what they cover."""
        found: defaultdict[str, list[SanctionsAction]] = defaultdict(list)
        for action in self._exempting:
            for covered in action.covers_ids:
                found[covered].append(action)
        return found

    @cached_property
    def _open(self) -> dict[tuple[str, str | None], SanctionsAction]:
        """Those that do not say what they cover, one for each regime and time."""
        return {
            (action.regime, action.valid.edtf if action.valid else None): action
            for action in self._exempting
            if not action.covers_ids
        }


def _share_regime(action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
    return assessment.regime is None or find_regime(action.regime) is find_regime(assessment.regime)


def _share_provisions(action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
    """Return whether the two may be about the same provisions, as far as the registry knows those."""
    mine, theirs = ({key for key in each.provisions if find_provision(key)} for each in (action, assessment))
    return not mine or not theirs or not mine.isdisjoint(theirs)
