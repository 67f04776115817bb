"""NE6, exemptions: whether an assessment goes with the exemptions that the dossier has."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from newsevents.records._record import Event
from newsevents.records.item import Item
from newsevents.records.sanctions_action import SanctionsAction
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.registry.lookup import find_provision, find_regime
from newsevents.rules._act import Acts, Delivery, item_ids
from newsevents.rules._bearing import Bearings
from newsevents.rules._period import Need, Periods, Rooms, Row
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


class _Matter:
    """What assessments with the same subjects are about; thousands may be."""

    def __init__(self, things: Iterable[str], times: Sequence[When]) -> None:
        self.things = frozenset(things)
        """What an exemption covers that is one of the subjects, their items, or what carries them out."""
        self.times = Periods(times) if times else None
        self.may_exempt: dict[int, bool] = {}
        """Whether an exemption that was considered may cover it."""


class Exemptions:
    """The exemptions and waivers of a dossier, by what they cover; of several that say the same, the first."""

    def __init__(self, view: View) -> None:
        """Take what is looked at."""
        self._view = view
        self._acts = view.made(Acts)
        self._bearings = view.made(Bearings)
        # Thousands of assessments may be about one event: what is known of it is worked out once.
        self._matters: dict[tuple[str, ...], _Matter] = {}
        self._things_of: dict[int, Sequence[str]] = {}
        self._goods_of: dict[int, frozenset[str]] = {}
        self._categories_of: dict[int, frozenset[str | None]] = {}
        self._covers: dict[tuple[int, int], bool] = {}
        self._periods: dict[tuple[str | None, str | None], Periods] = {}
        self._rows: dict[tuple[str, str, frozenset[str]], _Actions] = {}
        self._may: dict[tuple[tuple[str, ...], str | None], bool] = {}
        self._does: dict[tuple[tuple[str, ...], str, frozenset[str]], SanctionsAction | None] = {}

    # --- what may cover it --------------------------------------------------------------------------------------------

    def may_cover(self, assessment: SanctionsAssessment) -> bool:
        """Return whether something may exempt what an assessment is about, as far as that is told."""
        considered = [self._view.get(each, SanctionsAction) for each in assessment.exemptions_considered_ids]
        if None in considered or self._is_lost(assessment.subject_ids) or self._is_excepted(assessment):
            return True
        told = [self._first[id(action)] for action in considered if id(action) in self._first]
        subjects, regime = tuple(assessment.subject_ids), _key(assessment)
        if subjects not in self._matters:
            self._matters[subjects] = self._matter(assessment)
        matter = self._matters[subjects]
        if (subjects, regime) not in self._may:
            known = (self._valids(thing, regime) for thing in (*matter.things, None))
            self._may[subjects, regime] = any(_may_hold(valids, matter) for valids in known)
        return self._may[subjects, regime] or any(self._may_exempt(action, matter) for action in told)

    def _may_exempt(self, action: SanctionsAction, matter: _Matter) -> bool:
        if id(action) not in matter.may_exempt:
            covered = self._covered[id(action)]
            is_about = not covered or not covered.isdisjoint(matter.things) or self._is_lost(covered)
            matter.may_exempt[id(action)] = is_about and _may_hold(Periods([action.valid]), matter)
        return matter.may_exempt[id(action)]

    def _is_lost(self, ids: Iterable[str]) -> bool:
        """Return whether any of some ids is that of no record: what is misspelled (NE102) may be meant."""
        return not self._view.by_id.keys() >= set(ids)

    def _valids(self, thing: str | None, regime: str | None) -> Periods:
        """Return when something is exempt under a regime, or under any; without a thing, of what is not told."""
        if (thing, regime) not in self._periods:
            covering = self._open if thing is None else self._covering[thing]
            under = (action for action in covering if regime is None or self._regime[id(action)] == regime)
            self._periods[thing, regime] = Periods(action.valid for action in under)
        return self._periods[thing, regime]

    def _matter(self, assessment: SanctionsAssessment) -> _Matter:
        events = self._bearings.subjects(assessment)
        things = [*self._covered_of(assessment.subject_ids)]
        for event in events:
            if id(event) not in self._things_of:
                linked = self._acts.linked(event) if isinstance(event, Delivery) else ()
                about = (*item_ids(event), *(part.id for part in linked))
                self._things_of[id(event)] = [*self._covered_of(about)]
            things += self._things_of[id(event)]
        return _Matter(things, [when for event in events for when in self._acts.times(event)])

    def _covered_of(self, ids: Sequence[str]) -> Iterator[str]:
        """Yield those of some things, and of what they are part of, that are covered."""
        items = [self._view.get(id, Item) for id in ids]
        wholes = [item.part_of_id for item in items if item is not None and item.part_of_id is not None]
        return (id for id in (*ids, *wholes) if id in self._covering)

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

    # --- what certainly does ------------------------------------------------------------------------------------------

    def covering(self, assessment: SanctionsAssessment) -> SanctionsAction | None:
        """Return what certainly exempts what an assessment is about."""
        regime = find_regime(assessment.regime)
        if regime is None or not self._covering:
            return None
        at = (tuple(assessment.subject_ids), regime.key, _known(assessment))
        if at not in self._does:
            self._does[at] = self._first_covering(assessment, regime.key, _known(assessment))
        return self._does[at]

    def _first_covering(
        self, assessment: SanctionsAssessment, regime: str, provisions: frozenset[str]
    ) -> SanctionsAction | None:
        """Return the first that names the first subject that one names, else the first that covers all goods."""
        events = self._bearings.subjects(assessment)
        items = frozenset(item.id for item in self._bearings.items(assessment))
        if not events:
            return None
        times = [self._acts.times(event) for event in events]
        need = Need.of(when for each in times for when in each) if all(times) else None

        def shortest(things: Iterable[str]) -> _Actions:
            # What covers them all is in it, too.
            return min((self._row(thing, regime, provisions) for thing in things), key=len)

        def first(row: _Actions, named: str | None = None) -> SanctionsAction | None:
            for action in row.where(lambda rooms: _is_room(rooms, need, or_untold=named is not None)):
                covered = self._covered[id(action)]
                is_meant = (named is None or named in covered) and covered.issuperset(items)
                if is_meant and all(self._covers_event(action, event) for event in events):
                    return action
            return None

        of_items = [shortest(items)] if items else []
        for subject in assessment.subject_ids:
            found = first(min([self._row(subject, regime, provisions), *of_items], key=len), subject)
            if found is not None or subject in items:
                return found
        # What names no event covers the goods of each.
        goods = {good for event in events for good in self._goods(event)}
        return first(shortest(goods)) if goods else None

    def _covers_event(self, action: SanctionsAction, event: Event) -> bool:
        """Return whether an exemption names an event, or, if it says when it is valid, all of its goods."""
        at = (id(action), id(event))
        if at not in self._covers:
            covered, goods = self._covered[id(action)], self._goods(event)
            by_goods = action.valid is not None and bool(goods) and covered.issuperset(goods)
            self._covers[at] = by_goods or event.id in covered
        return self._covers[at]

    def _goods(self, event: Event) -> frozenset[str]:
        if id(event) not in self._goods_of:
            self._goods_of[id(event)] = frozenset(item_ids(event))
        return self._goods_of[id(event)]

    def _row(self, thing: str, regime: str, provisions: frozenset[str]) -> "_Actions":
        """Return what covers a thing under a regime, as far as it may be about the provisions."""
        at = (thing, regime, provisions)
        if at not in self._rows:
            covering = [
                action
                for action in self._covering.get(thing, ())
                if self._regime[id(action)] == regime and _may_share(self._provisions[id(action)], provisions)
            ]
            self._rows[at] = Row(covering, lambda actions: Rooms(action.valid for action in actions))
        return self._rows[at]

    # --- indexes ------------------------------------------------------------------------------------------------------

    @cached_property
    def _first(self) -> dict[int, SanctionsAction]:
        """For every exemption and waiver, by its identity in memory, the first one that says the same."""
        said: dict[tuple[object, ...], SanctionsAction] = {}
        found: dict[int, SanctionsAction] = {}
        for action in self._view.of(SanctionsAction):
            if action.action in _EXEMPTING:
                valid = action.valid and action.valid.edtf
                key = (action.regime, action.valid is None, valid, action.provisions, action.covers_ids)
                found[id(action)] = said.setdefault(key, action)
        return found

    @cached_property
    def _exempting(self) -> Sequence[SanctionsAction]:
        return [action for at, action in self._first.items() if at == id(action)]

    @cached_property
    def _covered(self) -> dict[int, frozenset[str]]:
        """What each of them covers."""
        return {id(action): frozenset(action.covers_ids) for action in self._exempting}

    @cached_property
    def _regime(self) -> dict[int, str | None]:
        """The regime under which each of them was given, as far as the registry knows it."""
        return {id(action): _key(action) for action in self._exempting}

    @cached_property
    def _provisions(self) -> dict[int, frozenset[str]]:
        """The provisions that each of them is about."""
        return {id(action): _known(action) for action in self._exempting}

    @cached_property
    def _covering(self) -> dict[str, list[SanctionsAction]]:
        """What covers each thing."""
        found: dict[str, list[SanctionsAction]] = {}
        for action in self._exempting:
            for covered in dict.fromkeys(action.covers_ids):
                found.setdefault(covered, []).append(action)
        return found

    @cached_property
    def _open(self) -> list[SanctionsAction]:
        """Those that do not say what they cover."""
        return [action for action in self._exempting if not action.covers_ids]


_Actions = Row[SanctionsAction, Rooms]


def _may_hold(valids: Periods, matter: _Matter) -> bool:
    """Return whether one of some exemptions may hold at one of the times, if there are any."""
    return not valids.is_empty and (matter.times is None or valids.has_one_at(matter.times))


def _is_room(rooms: Rooms, need: Need | None, *, or_untold: bool) -> bool:
    return (or_untold and rooms.has_untold) or (need is not None and rooms.have_room(need))


def _key(record: SanctionsAction | SanctionsAssessment) -> str | None:
    regime = find_regime(record.regime)
    return None if regime is None else regime.key


def _known(record: SanctionsAction | SanctionsAssessment) -> frozenset[str]:
    """Return the provisions that a record names, as far as the registry knows those."""
    return frozenset(key for key in record.provisions if find_provision(key))


def _may_share(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or not theirs or not mine.isdisjoint(theirs)
