"""NE3, attributions: somebody stands for what is told, as firmly as the source does, and still stands by it."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from newsevents._model import type_of
from newsevents.parts.attribution import Attribution
from newsevents.records._record import Event
from newsevents.records.relation import Relation
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.source import Source
from newsevents.records.statement import Statement
from newsevents.rules._hedge import Hedge, hedges_in, within
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View


@rule("NE306", "no-attribution", "warning", alone=True)
def no_attribution(view: View) -> Iterator[Found]:
    """An event, a statement or an assessment is attributed to nobody.

    ## What it does

    Reports every event, statement and sanctions assessment without an attribution. Whether anything refers to it does
    not matter; `NE105` is about the other records.

    ## Why it matters

    Nothing in the news is simply true: what happened is what some source says. Without the source nobody can check it,
    and nobody sees whether it was claimed, alleged or denied.

    ## Example

    ```yaml
    type: gift
    id: dogs
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: vladimir-putin}]
    item_ids: [two-dogs]
    ```

    ## Use instead

    ```yaml
    type: gift
    id: dogs
    attributions: [{source_id: wire-report}]
    givers: [{actor_id: kim-jong-un}]
    recipients: [{actor_id: vladimir-putin}]
    item_ids: [two-dogs]
    ```

    ## Source

    Society of Professional Journalists, Code of Ethics: "Identify sources clearly."
    """
    for record in view.records:
        if isinstance(record, (Event, Statement, SanctionsAssessment)) and not record.attributions:
            kind = type_of(type(record)).replace("_", " ")
            yield Found(record, "", f"the {kind} {record.id!r} has no attribution; name the source in which it stands")


@rule("NE307", "hedge-dropped", "warning")
def hedge_dropped(view: View) -> Iterator[Found]:
    """The source hedges what a record says, and its attribution asserts it plainly.

    ## What it does

    Looks for hedges in the spans of an attribution whose modality is `asserted`, and which has neither a `hedge` nor a
    `certainty` below `certain`. The hedges, in any case, are: allegedly, reportedly, purportedly, apparently, believed
    (not "believed in"), suspected (not before a word for a person, as in "a suspected smuggler"), and in the passive
    thought to and said to ("is said to", "said to have", not "she said to reporters").

    It is silent where the same words are in a span of another attribution of the record that has a hedge, or is
    `alleged`, `believed` or `reported`: hedges are local, and that one says which part they lower. Statements and
    assessments are left out, since their attributions say that they were made, and never that their content holds. The
    text of the source has to be known, in the version that its check sum pins; a span outside of it is `NE305` alone.

    ## Why it matters

    An allegation that loses its "allegedly" on the way into the data is a new accusation, and nobody made it.

    ## Example

    ```yaml
    - type: source
      id: report
      title: A report
      form: article
      text: The cars were allegedly smuggled through Dalian.
    - type: transfer
      id: smuggling
      attributions:
        - source_id: report
          spans: [{start: 0, end: 48}]
      mode: smuggling
      item_ids: [cars]
    ```

    ## Use instead

    ```yaml
    - type: transfer
      id: smuggling
      attributions:
        - source_id: report
          modality: alleged
          hedge: allegedly
          spans: [{start: 0, end: 48}]
      mode: smuggling
      item_ids: [cars]
    ```

    ## Source

    Associated Press Stylebook, "allege": the word must be used with care, and its source be plain.
    """
    hedges = _Hedges(view)
    for record in view.records:
        if isinstance(record, (Statement, SanctionsAssessment)):
            continue
        plain = [
            (index, attribution)
            for index, attribution in enumerate(record.attributions)
            if attribution.modality == "asserted" and not _is_hedged(attribution)
        ]
        if not plain:
            continue
        carried = hedges.runs(each for each in record.attributions if _is_hedged(each))
        for index, attribution in plain:
            dropped = hedges.first(attribution, carried)
            if dropped is not None and not _reaches_out(view, attribution):
                message = (
                    f"the source says {dropped.words!r} at characters {dropped.start} to {dropped.end}, and the "
                    "modality is asserted; give the modality that these words have (alleged, reported, believed) and "
                    "the hedge, or leave them out of the span"
                )
                yield Found(record, f"/attributions/{index}", message, (attribution.source_id,))


_Run = tuple[int, int]
"""Hedges of one source in a row: the place of the first one, and the place after the last one."""
_Runs = dict[str, Sequence[_Run]]


class _Hedges:
    """The hedges in the texts of sources, each text searched once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, Sequence[Hedge]] = {}

    def runs(self, attributions: Iterable[Attribution]) -> _Runs:
        """Return the runs of hedges in the spans of attributions, by source; those that meet are one."""
        found: dict[str, list[_Run]] = {}
        for attribution in attributions:
            found.setdefault(attribution.source_id, []).extend(self._within(attribution))
        return {id: _joined(runs) for id, runs in found.items()}

    def first(self, attribution: Attribution, carried: _Runs) -> Hedge | None:
        """Return the first hedge in the spans of an attribution that is in none of the runs *carried*."""
        known = carried.get(attribution.source_id, ())
        for start, end in self._within(attribution):
            at = bisect_right(known, start, key=itemgetter(0)) - 1
            # Behind a run stands a hedge that no other one has.
            free = max(start, known[at][1]) if at >= 0 else start
            if free < end:
                return self._of(attribution.source_id)[free]
        return None

    def _within(self, attribution: Attribution) -> Iterator[_Run]:
        known = self._of(attribution.source_id)
        for span in attribution.spans if known else ():
            start, end = within(known, span.start, span.end)
            if start < end:
                yield start, end

    def _of(self, id: str) -> Sequence[Hedge]:
        if id not in self._known:
            text = self._view.text(id)
            self._known[id] = () if text is None else hedges_in(text, id)
        return self._known[id]


def _joined(runs: Iterable[_Run]) -> Sequence[_Run]:
    """Return runs in their order, with no two that overlap or touch."""
    found: list[_Run] = []
    for start, end in sorted(runs):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _reaches_out(view: View, attribution: Attribution) -> bool:
    """Return whether a span of an attribution ends outside its source, which is NE305's: nobody knows what it spans."""
    text = view.text(attribution.source_id) or ""
    return any(span.end > len(text) for span in attribution.spans)


def _is_hedged(attribution: Attribution) -> bool:
    """Return whether an attribution says less than that something is so."""
    is_graded = attribution.hedge is not None or attribution.certainty in {"probable", "possible"}
    return is_graded or attribution.modality in {"alleged", "believed", "reported"}


@rule("NE308", "contested", "warning", alone=True)
def contested(view: View) -> Iterator[Found]:
    """A source asserts in its own voice what another attribution of the same record denies.

    ## What it does

    Reports a record with an attribution that asserts (`asserted`, according to nobody, by no statement) and another one
    that denies the same parts: both cover the whole record, or both cover the same pointer. Where a claim has a speaker
    (`claimed`), or the denial covers another part, it is silent.

    ## Why it matters

    What somebody denies is contested. Told in the source's own voice it looks settled, and the denial like an
    afterthought; whoever reads the first attribution alone takes it for a fact.

    ## Example

    ```yaml
    type: transfer
    id: sale
    attributions:
      - source_id: wire
      - source_id: wire
        statement_id: company-denies
        modality: denied
    mode: sale
    item_ids: [drones]
    ```

    ## Use instead

    ```yaml
    type: transfer
    id: sale
    attributions:
      - source_id: wire
        according_to_ids: [customs-service]
        modality: claimed
      - source_id: wire
        statement_id: company-denies
        modality: denied
    mode: sale
    item_ids: [drones]
    ```

    ## Source

    Reuters Handbook of Journalism: contentious facts are attributed.
    """
    for record in view.records:
        denied = {
            part
            for attribution in record.attributions
            if attribution.modality == "denied"
            for part in attribution.covers or ("",)
        }
        for index, attribution in enumerate(record.attributions if denied else ()):
            same = [part for part in attribution.covers or ("",) if part in denied]
            if same and _is_own_voice(attribution):
                what = f"its part {same[0]}" if same[0] else "all of it"
                message = (
                    f"{attribution.source_id!r} asserts {what} in its own voice, and another attribution denies the "
                    "same; say according to whom it is claimed (according_to_ids or statement_id)"
                )
                yield Found(record, f"/attributions/{index}", message)
                break


def _is_own_voice(attribution: Attribution) -> bool:
    has_speaker = attribution.according_to_ids or attribution.statement_id is not None
    return attribution.modality == "asserted" and not has_speaker


@rule("NE309", "rests-on-retracted", "warning")
def rests_on_retracted(view: View) -> Iterator[Found]:
    """Everything that supports a record was retracted, corrected or withdrawn.

    ## What it does

    Looks at events, assessments and relations, and follows each attribution to its source, its statement, its carriers
    (`via_ids`) and those it is according to. A source no longer stands where its `status` is `corrected`
    or `withdrawn`, where a statement retracts or corrects it, or where everything that it was made from
    (`derived_from_ids`) no longer stands; a statement, where another one retracts or corrects it. A record is reported
    where no attribution is left.

    It is silent where the dossier says so already: a statement in it retracts or corrects the record, or an attribution
    denies the whole of it; one that denies a part supports nothing. It is silent, too, where a source is the correction
    itself: the one in which the retracting or correcting statement stands, or a further `version` by the same
    publisher. A statement that is itself retracted or corrected takes nothing back: who stands by a report after all
    retracts the retraction. Statements are left out: that something was said is not taken back with the report of it.

    ## Why it matters

    What was taken back lives on in what was copied from it. A report that rests on nothing else has to say so.

    ## Example

    ```yaml
    - type: source
      id: wire
      title: A wire report
      form: wire
      status: withdrawn
    - type: occurrence
      id: explosion
      attributions: [{source_id: wire}]
      form: accident
    ```

    ## Use instead

    ```yaml
    - type: statement
      id: retraction
      attributions: [{source_id: notice}]
      speaker_ids: [agency]
      acts: [retract]
      retracts_ids: [wire, explosion]
    ```

    ## Source

    IPTC ninjs, `pubstatus`: `canceled` news must no longer be used. COPE Retraction Guidelines.
    """
    taken_back = _taken_back(view.of(Statement))
    lasting = _taken_back(statement for statement in view.of(Statement) if statement.id not in taken_back)
    fallen = _fallen_sources(view, lasting)
    fallen |= {id for id in lasting if view.get(id, Statement) is not None}
    if not fallen:
        return
    for record in view.records:
        if not isinstance(record, (Event, SanctionsAssessment, Relation)) or record.id in taken_back:
            continue
        support = [attribution for attribution in record.attributions if attribution.modality != "denied"]
        if any(not told.covers for told in record.attributions if told.modality == "denied"):
            continue
        causes = [_cause(attribution, fallen) for attribution in support]
        known = [cause for cause in dict.fromkeys(causes) if cause is not None]
        if known and None not in causes:
            message = (
                f"all that supports it was retracted, corrected or withdrawn: {', '.join(map(repr, known))}; find "
                "another source, or say who took it back (a statement with retracts_ids or corrects_ids)"
            )
            yield Found(record, "/attributions", message, tuple(known))


def _taken_back(statements: Iterable[Statement]) -> set[str]:
    """Return the ids of what some statements retract or correct."""
    return {
        id
        for statement in statements
        for id in (*statement.retracts_ids, *statement.corrects_ids)
        if id != statement.id
    }


_TAKES_BACK = frozenset({"retract", "correct"})


def _fallen_sources(view: View, taken_back: set[str]) -> set[str]:
    """Return the ids of the sources that no longer stand."""
    # Where the correction itself stands is the corrected text, whether or not it names what it corrects.
    standing = {
        id
        for statement in view.of(Statement)
        if statement.retracts_ids or statement.corrects_ids or not _TAKES_BACK.isdisjoint(statement.acts)
        for id in (statement.document_id, *(attribution.source_id for attribution in statement.attributions))
        if id is not None
    }
    fallen: set[str] = set()
    left: dict[str, int] = {}
    made_of: dict[str, list[Source]] = {}
    for source in view.of(Source):
        is_corrected = source.status == "corrected" and source.id not in standing
        if is_corrected or source.status == "withdrawn" or source.id in taken_back:
            fallen.add(source.id)
        origins = set(source.derived_from_ids)
        if source.id not in left and source.id not in standing:
            left[source.id] = len(origins)
            for origin in origins:
                made_of.setdefault(origin, []).append(source)
    waiting = deque(sorted(fallen))
    while waiting:
        origin = waiting.popleft()
        for source in made_of.get(origin, ()):
            if not _is_new_version(view, source, origin):
                left[source.id] -= 1
                if left[source.id] == 0 and source.id not in fallen:
                    fallen.add(source.id)
                    waiting.append(source.id)
    return fallen


def _is_new_version(view: View, source: Source, origin_id: str) -> bool:
    origin = view.get(origin_id, Source)
    is_same = origin is not None and origin.publisher_id is not None and origin.publisher_id == source.publisher_id
    return is_same and source.version is not None


def _cause(attribution: Attribution, fallen: set[str]) -> str | None:
    """Return what an attribution rests on and no longer stands; `None` where it holds."""
    speakers = attribution.according_to_ids
    for id in (attribution.source_id, attribution.statement_id, *attribution.via_ids):
        if id in fallen:
            return id
    return speakers[0] if speakers and all(id in fallen for id in speakers) else None
