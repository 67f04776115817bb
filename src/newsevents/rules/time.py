"""NE2, times: what was told after it happened, in words that fit."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newsevents._regex import regex
from newsevents.parts.attribution import Attribution
from newsevents.records._record import Event, Record
from newsevents.records.gift import Gift
from newsevents.records.shipment import Shipment
from newsevents.records.source import Source
from newsevents.records.statement import Statement
from newsevents.records.transfer import Transfer
from newsevents.records.vote import Vote
from newsevents.rules._period import Periods
from newsevents.rules._rule import Found, rule
from newsevents.rules._told import FEW, Told, few, sources
from newsevents.rules._view import View
from newsevents.rules._words import Days, days_of, is_relative, is_time, other_time
from newsevents.values.when import When

_MOST_DAYS = 100


class _Tellers:
    """Those who tell a time, or many; what is known of them is worked out once."""

    def __init__(self, view: View, record: Record, told: Sequence[Attribution]) -> None:
        self._view = view
        self._record = record
        self.told = told

    @cached_property
    def sources(self) -> list[Source]:
        return sources(self._view, self.told)

    @cached_property
    def days(self) -> Sequence[Days]:
        """The days on which they may have told it; none where any of them is not known."""
        found = [days_of(source.published) for source in self.sources]
        days = list(dict.fromkeys(day for each in found for day in each)) if all(found) else []
        # Words that count from one of so many days may say anything.
        return days if len(days) <= _MOST_DAYS else []

    @cached_property
    def has_date(self) -> bool:
        """Whether any of them is dated."""
        return any(_is_dated(source) for source in self.sources)

    @cached_property
    def past_sources(self) -> list[Source]:
        """The sources that tell it as past, or deny nothing of it; none where any of them looks ahead."""
        told = [each for each in self.told if each.modality != "denied"]
        return [] if any(_looks_ahead(self._view, each) for each in told) else sources(self._view, told)

    @cached_property
    def published(self) -> Sequence[When | None]:
        """When the sources were published that tell it as past; a source does not tell of itself."""
        return [source.published for source in self.past_sources if source is not self._record]

    @cached_property
    def periods(self) -> Periods:
        return Periods(self.published)


class _Time(NamedTuple):
    """A time with those who tell it."""

    record: Record
    pointer: str
    when: When
    tellers: _Tellers


def _is_dated(source: Source) -> bool:
    return source.published is not None and source.published.edtf is not None


def _told(view: View) -> Sequence[Sequence[Attribution]]:
    """Return who tells of each time of the dossier."""
    found: list[Sequence[Attribution]] = []
    told: Told | None = None
    for record, pointer, _ in view.parts(When):
        name, _, rest = pointer[1:].partition("/")
        if name == "attributions":
            # When it was said, in the words of that attribution's own source.
            found.append([record.attributions[int(rest.partition("/")[0])]])
            continue
        if told is None or told.record is not record:
            told = Told(record)
        found.append(told.of(pointer))
    return found


def _times(view: View) -> Iterator[_Time]:
    """Yield every time of the dossier."""
    tellers: dict[int, _Tellers] = {}
    last: Record | None = None
    for (record, pointer, when), by in zip(view.parts(When), view.made(_told), strict=True):
        if record is not last:
            last, tellers = record, {}
        # Most times of a record are told by the same.
        if id(by) not in tellers:
            tellers[id(by)] = _Tellers(view, record, by)
        yield _Time(record, pointer, when, tellers[id(by)])


# Other times are those of what holds, and may well reach into the future.
_PAST = frozenset({"when", "departed", "arrived", "birth", "death", "published", "stated"})
_AHEAD = frozenset({"predicted", "hypothetical"})
_OF_THE_FUTURE = frozenset({"promise", "threaten", "offer", "announce", "demand", "request", "accept", "refuse"})


@rule("NE203", "told-before-it-happened", "warning")
def told_before_it_happened(view: View) -> Iterator[Found]:
    """Something is told as past, but happened certainly after its source was published.

    ## What it does

    Compares the time of an event, a statement, an assessment, a step or a leg, of a birth, a death, or a publication
    with the publication of the sources that tell of it, where each of them has one. What is `predicted` or
    `hypothetical`, or stands in a promise, an offer, an announcement, a demand or the like, may lie ahead; so may a
    gift that is offered, announced, accepted, declined or withdrawn, a shipment that is planned, attempted or in
    transit, a leg that is planned or attempted, and a vote that was withdrawn or not put to the vote. How long a role,
    a name or an exemption holds is never reported, nor what is denied, nor a death that is `inferred`: no source has
    told it.

    ## Why it matters

    Either the date is wrong, or a plan has become a fact on the way into the data.

    ## Example

    ```yaml
    - type: source
      id: report
      form: article
      title: Leaders to meet
      published: {edtf: 2024-03-16}
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2024-05}
      participant_ids: [kim-jong-un, vladimir-putin]
      attributions: [{source_id: report}]
    ```

    ## Use instead

    ```yaml
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2024-05}
      participant_ids: [kim-jong-un, vladimir-putin]
      attributions: [{source_id: report, modality: predicted}]
    ```

    ## Source

    The data model: modality says how something is told; FactBank (Saurí and Pustejovsky, 2009) on facts and forecasts.
    """
    for time in _times(view):
        record, pointer, when, tellers = time
        if pointer.rpartition("/")[2] not in _PAST or when.edtf is None or _is_planned(record, pointer):
            continue
        if not tellers.published or not tellers.periods.before(when) or _is_known_otherwise(record, pointer):
            continue
        if other_time(when, _references(view, time)) is None:
            shown = few([str(each.edtf) for each in tellers.published[: FEW + 1] if each is not None])
            message = f"{when.edtf} is after {shown}, when what tells of it was published, and it is told as past"
            ids = tuple(source.id for source in tellers.past_sources[:FEW])
            yield Found(record, f"{pointer}/edtf", f"{message}; correct a date, or say that it is predicted", ids)


def _looks_ahead(view: View, attribution: Attribution) -> bool:
    if attribution.modality in _AHEAD:
        return True
    statement = view.get(attribution.statement_id, Statement)
    return statement is not None and not _OF_THE_FUTURE.isdisjoint(statement.acts)


_NOT_YET = frozenset({"offered", "announced", "accepted", "declined", "withdrawn"})
_ON_ITS_WAY = frozenset({"planned", "attempted", "in_transit"})


def _is_planned(record: Record, pointer: str) -> bool:
    """Return whether the record itself says that the time at *pointer* is that of a plan."""
    if isinstance(record, Gift | Transfer):
        return pointer == "/when" and record.status in _NOT_YET
    if isinstance(record, Shipment):
        name, _, rest = pointer[1:].partition("/")
        is_open_leg = name == "legs" and record.legs[int(rest.partition("/")[0])].status in _ON_ITS_WAY
        return is_open_leg or (name != "attributions" and record.status in _ON_ITS_WAY)
    return isinstance(record, Vote) and pointer == "/when" and record.outcome in {"withdrawn", "not_put_to_vote"}


def _is_known_otherwise(record: Record, pointer: str) -> bool:
    """Return whether the time at *pointer* is a death that no source tells: reports name those who die later."""
    return pointer == "/death" and pointer in record.inferred


@rule("NE204", "relative-to-nothing", "warning")
def relative_to_nothing(view: View) -> Iterator[Found]:
    """A relative expression has no day to count from.

    ## What it does

    Reports words such as "On Friday", "the day before" or "15 March" where no source that tells of it has a date of
    publication, and no event or dated source is named in `anchor_id`.

    ## Why it matters

    "On Friday" may be any Friday there ever was. Without its anchor nobody can check the date that somebody made of it.

    ## Example

    ```yaml
    - type: source
      id: report
      form: article
      title: Leader rides in new car
    - type: occurrence
      id: ride
      form: use
      when: {edtf: 2024-03-15, text: On Friday}
      attributions: [{source_id: report}]
    ```

    ## Use instead

    ```yaml
    - type: source
      id: report
      form: article
      title: Leader rides in new car
      published: {edtf: 2024-03-16}
    ```

    ## Source

    TimeML (ISO 24617-1): a relative expression is anchored to the document creation time or to another time.
    """
    for time in _times(view):
        anchor = None if time.when.anchor_id is None else view.by_id.get(time.when.anchor_id)
        if time.when.text is None or (time.when.anchor_id is not None and not isinstance(anchor, Source)):
            continue
        found = [anchor] if isinstance(anchor, Source) else time.tellers.sources
        is_dated = _is_dated(anchor) if isinstance(anchor, Source) else time.tellers.has_date
        # To read words takes longer than all else.
        if found and not is_dated and is_relative(time.when.text):
            ids = tuple(source.id for source in found[:FEW])
            shown = few([source.id for source in found[: FEW + 1]])
            message = f"{time.when.text!r} counts from a day that is not there: {shown} has no published date"
            yield Found(time.record, f"{time.pointer}/text", f"{message}; give it, or name an event in anchor_id", ids)


@rule("NE205", "words-contradict-value", "warning")
def words_contradict_value(view: View) -> Iterator[Found]:
    """The words of a time say another time than its value.

    ## What it does

    Reads `text` as `parse_when` does, relative words from the publication of the sources that tell of it, or from what
    `anchor_id` names, and reports a value in `edtf` that certainly excludes what was read. "Two days earlier" and "the
    next day" count from what `anchor_id` names alone. Nothing is reported where the words are not understood, may mean
    several times, or where a part of both may be the same: a value that is more or less precise fits, an approximate
    one proves nothing. Of an interval of which the words name both ends ("from 3 to 5 May"), both are compared. Of
    words in another `calendar` those are read that name it themselves, by its era ("Juche 113", "Minguo 113", "Reiwa
    6"), and in the `buddhist` one, by which Thailand's is meant, those with a year from 2484 on ("in 2567" is 2024);
    never those that give another calendar's months and days, or no year.

    ## Why it matters

    The words are what the source says. A value that contradicts them is a slip in counting, and dates it wrongly.

    ## Example

    Published on a Saturday, 16 March 2024:

    ```yaml
    when: {edtf: 2024-03-16, text: On Friday, anchor: publication}
    ```

    ## Use instead

    ```yaml
    when: {edtf: 2024-03-15, text: On Friday, anchor: publication}
    ```

    ## Source

    TimeML (ISO 24617-1), the value of a TIMEX3; AP Stylebook, days of the week.
    """
    for time in _times(view):
        if time.when.text is None:
            continue
        said = other_time(time.when, _references(view, time))
        if said is not None:
            counted = remedy = ""
            if said.days is not None:
                counted = f" when counted from {'/'.join(map(str, dict.fromkeys(said.days)))}"
                named = time.when.anchor_id
                remedy = f", or name in anchor_id what the words count from{f' if not {named!r}' if named else ''}"
            message = (
                f"{time.when.text!r} says {said.edtf}{counted}, and the value is {time.when.edtf}; correct the one "
                f"that is wrong{remedy}"
            )
            yield Found(time.record, f"{time.pointer}/edtf", message)


def _references(view: View, time: _Time) -> Sequence[Days]:
    """Return the days from which relative words may count; none where any of them is not known."""
    if time.when.anchor_id is not None:
        anchor = view.by_id.get(time.when.anchor_id)
        dated = anchor.published if isinstance(anchor, Source) else None
        if isinstance(anchor, Event | Statement):
            dated = anchor.when
        return days_of(dated)
    if time.when.anchor == "event" or isinstance(time.record, Source):
        # Which event it is, or from where a page counts its own date, is not said.
        return []
    return time.tellers.days


_YEAR = regex(r"[0-9]{4}")


@rule("NE206", "dated-by-its-report", "warning")
def dated_by_its_report(view: View) -> Iterator[Found]:
    """An event is dated only by the year of its report, and nothing says that the report states it.

    ## What it does

    Reports an event whose `when` is a year alone, the year in which everything that tells of it was published, unless
    `basis` is `stated` or `text` tells the time in words of its own ("in 2021", "this year"), or in those of another
    `calendar`. Where a source rests on another (`according_to_ids`), the report is that other one.

    ## Why it matters

    "A 2021 U.N. report described a shipment" dates the report. The shipment may be years older.

    ## Example

    ```yaml
    - type: source
      id: un-report
      form: official_report
      description: A report of 2021
      published: {edtf: "2021"}
    - type: shipment
      id: cars
      item_ids: [cars]
      when: {edtf: "2021"}
      attributions: [{source_id: article, according_to_ids: [un-report]}]
    ```

    ## Use instead

    ```yaml
    - type: shipment
      id: cars
      item_ids: [cars]
      attributions: [{source_id: article, according_to_ids: [un-report]}]
    ```

    ## Source

    TimeML (ISO 24617-1): the time of an event is not that of the document.
    """
    for record, pointer, when, tellers in _times(view):
        if pointer != "/when" or not isinstance(record, Event) or when.basis == "stated":
            continue
        if when.edtf is None or not _YEAR.fullmatch(when.edtf) or _tells_of_itself(when, when.edtf):
            continue
        reports = [report for each in tellers.told for report in _reports(view, each)]
        if reports and all(_is_of_year(report, when.edtf) for report in reports):
            ids = tuple(dict.fromkeys(report.id for report in reports))
            message = (
                f"{when.edtf} is the year of {', '.join(ids)}; if the event is of that year too, set basis to stated"
            )
            yield Found(record, "/when/edtf", f"{message}, otherwise leave it out", ids)


def _tells_of_itself(when: When, year: str) -> bool:
    """Return whether the words do more than repeat the year, by itself or as that of a report."""
    text = when.text
    if text is None or text == year:
        return False
    return when.calendar not in {None, "gregorian"} or is_time(text) or year not in text


def _reports(view: View, attribution: Attribution) -> Sequence[Source]:
    cited = [source for id in attribution.according_to_ids if (source := view.get(id, Source)) is not None]
    return cited or sources(view, [attribution])


def _is_of_year(source: Source, year: str) -> bool:
    published = source.published
    if published is None or published.earliest is None or published.latest is None:
        return False
    return published.earliest.year == published.latest.year == int(year)
