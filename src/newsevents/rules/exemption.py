"""NE6, exemptions: whether an assessment goes with the exemptions that the dossier has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from newsevents.records._record import Event
from newsevents.records.item import Item
from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.registry.lookup import find_provision, find_regime
from newsevents.rules._act import Acts, Delivery, item_ids
from newsevents.rules._bearing import Bearings
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.when import When

_EXEMPTING = frozenset({"exemption", "waiver"})


@rule("NE608", "exemption-against-finding", "warning")
def exemption_against_finding(view: View) -> Iterator[Found]:
    """An act is held exempt and no exemption covers it, or a violation while one does.

    ## What it does

    Looks at the exemptions and waivers of the dossier: those that the assessment considered, and those under the same
    regime that cover what is assessed, its items, or the delivery that carries it out. `exempt` is reported where none
    of them may cover both the goods and the date; an exemption that does not say what it covers, or until when, may.
    `violation` is reported where one certainly does: it covers every event that is assessed, or all of its items, and
    its `valid` has room for all of their times; where it has no `valid`, it must name the events themselves. The time
    of an event is its `when`, else that of its legs, else that of its status; of a gift or transfer that has none, the
    times of the shipments that carry it out, if each of them has one. Goods that the provision itself excepts, such as
    parts of civilian aircraft, need no exemption.

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


_Actions = dict[int, SanctionsAction]
"""Exemptions and waivers, each by its identity in memory."""


class Exemptions:
    """The exemptions and waivers of a dossier, by what they cover; of several that say the same, the first."""

    def __init__(self, view: View) -> None:
        """Take what is looked at."""
        self._view = view
        self._acts = view.made(Acts)
        self._bearings = view.made(Bearings)
        # Thousands of assessments may be about one event: what is known of it is worked out once.
        self._covering_event: dict[int, _Actions] = {}
        self._categories_of: dict[int, frozenset[str | None]] = {}
        self._exempts: dict[tuple[int, int], bool] = {}

    def may_cover(self, assessment: SanctionsAssessment) -> bool:
        """Return whether something may exempt what an assessment is about, as far as that is told."""
        considered = [self._view.get(each, SanctionsAction) for each in assessment.exemptions_considered_ids]
        if None in considered or self._is_excepted(assessment):
            return True
        told = [self._first[id(action)] for action in considered if id(action) in self._first]
        covering = self._covering_some(assessment)
        told = [action for action in told if not action.covers_ids or id(action) in covering]
        told += (action for action in (*covering.values(), *self._open) if _share_regime(action, assessment))
        times = [when for event in self._bearings.subjects(assessment) for when in self._acts.times(event)]
        return any(_may_hold(action, times) for action in told)

    def covering(self, assessment: SanctionsAssessment) -> SanctionsAction | None:
        """Return what certainly exempts what an assessment is about."""
        found = self._covering_some(assessment).values() if assessment.regime is not None else ()
        return next((action for action in found if self._does(action, assessment)), None)

    def _does(self, action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
        if not (_share_regime(action, assessment) and _share_provisions(action, assessment)):
            return False
        events, covered = self._bearings.subjects(assessment), self._covered[id(action)]
        return (
            bool(events)
            and all(self._exempts_event(action, event) for event in events)
            and all(item.id in covered for item in self._bearings.items(assessment))
        )

    def _exempts_event(self, action: SanctionsAction, event: Event) -> bool:
        at = (id(action), id(event))
        if at not in self._exempts:
            covered, goods, times = self._covered[id(action)], item_ids(event), self._acts.times(event)
            is_named = event.id in covered
            in_time = is_named if action.valid is None else bool(times) and all(map(action.valid.contains, times))
            self._exempts[at] = in_time and (is_named or (bool(goods) and covered.issuperset(goods)))
        return self._exempts[at]

    def _covering_some(self, assessment: SanctionsAssessment) -> _Actions:
        """Return what covers an assessment's subjects, their items, what these are part of, or what carries it out."""
        found = self._covering_any(assessment.subject_ids)
        for event in self._bearings.subjects(assessment):
            if id(event) not in self._covering_event:
                linked = self._acts.linked(event) if isinstance(event, Delivery) else ()
                about = (*item_ids(event), *(part.id for part in linked))
                self._covering_event[id(event)] = self._covering_any(about)
            found |= self._covering_event[id(event)]
        return found

    def _covering_any(self, ids: Sequence[str]) -> _Actions:
        items = [self._view.get(id, Item) for id in ids]
        wholes = [item.part_of_id for item in items if item is not None and item.part_of_id is not None]
        return {at: action for id in (*ids, *wholes) for at, action in self._covering.get(id, {}).items()}

    def _is_excepted(self, assessment: SanctionsAssessment) -> bool:
        """Return whether a provision named may itself except the goods."""
        rows = [find_provision(key) for key in assessment.provisions]
        excepted = {category for row in rows if row is not None for category in row.excepted_categories}
        if any(item.category in excepted for item in self._bearings.items(assessment)):
            return True
        events = self._bearings.subjects(assessment) if excepted else ()
        return any(not excepted.isdisjoint(self._categories(event)) for event in events)

    def _categories(self, event: Event) -> frozenset[str | None]:
        if id(event) not in self._categories_of:
            items = [self._view.get(each, Item) for each in item_ids(event)]
            self._categories_of[id(event)] = frozenset(item.category for item in items if item is not None)
        return self._categories_of[id(event)]

    @cached_property
    def _first(self) -> _Actions:
        """For every exemption and waiver, the first one that says the same."""
        said: dict[tuple[object, ...], SanctionsAction] = {}
        found: _Actions = {}
        for action in self._view.of(SanctionsAction):
            if action.action in _EXEMPTING:
                valid = action.valid and action.valid.edtf
                key = (action.regime, action.valid is None, valid, action.provisions, action.covers_ids)
                found[id(action)] = said.setdefault(key, action)
        return found

    @cached_property
    def _exempting(self) -> _Actions:
        return {id(action): action for action in self._first.values()}

    @cached_property
    def _covered(self) -> dict[int, frozenset[str]]:
        """What each of them covers."""
        return {at: frozenset(action.covers_ids) for at, action in self._exempting.items()}

    @cached_property
    def _covering(self) -> dict[str, _Actions]:
        """What covers each thing."""
        found: defaultdict[str, _Actions] = defaultdict(dict)
        for at, action in self._exempting.items():
            for covered in action.covers_ids:
                found[covered][at] = action
        return found

    @cached_property
    def _open(self) -> list[SanctionsAction]:
        """Those that do not say what they cover."""
        return [action for action in self._exempting.values() if not action.covers_ids]


def _may_hold(action: SanctionsAction, times: Sequence[When]) -> bool:
    """Return whether an exemption may hold at one of some times; an interval that runs backwards excludes none."""
    valid = action.valid
    is_out = [valid is not None and (valid.certainly_before(when) or when.certainly_before(valid)) for when in times]
    return not times or not all(is_out)


def _share_regime(action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
    return assessment.regime is None or find_regime(action.regime) is find_regime(assessment.regime)


def _share_provisions(action: SanctionsAction, assessment: SanctionsAssessment) -> bool:
    """Return whether the two may be about the same provisions, as far as the registry knows those."""
    mine, theirs = ({key for key in each.provisions if find_provision(key)} for each in (action, assessment))
    return not mine or not theirs or not mine.isdisjoint(theirs)
