"""NE5, vessels: by which of its names a ship goes when."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from newsevents.records._record import Event
from newsevents.records.gift import Gift
from newsevents.records.item import Item
from newsevents.records.shipment import Shipment
from newsevents.records.transfer import Transfer
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.when import When

_LONGEST = 1000  # characters: what is longer speaks of more than one event


@rule("NE511", "name-of-another-time", "warning")
def name_of_another_time(view: View) -> Iterator[Found]:
    """A span names a vessel by a name that it did not bear at the time of the event.

    ## What it does

    Looks in the spans of an event's attributions for names of the items that the event names, where the `valid` of
    such a name certainly excludes every time of the event. Nothing is reported where the span gives a name of that
    time, too, or explains itself ("then called", "formerly", "renamed"), where another item of the dossier bears the
    name, too, or where an indicator says that the ship changed its name or sailed under a false one. It needs the
    source's text; spans of more than 1,000 characters are passed over.

    ## Why it matters

    Ships are renamed to be lost sight of. A name of another time is the wrong ship, the wrong date, or a wrong `valid`.

    ## Example

    The span reads "the Sun Petrel left Nampo":

    ```yaml
    - type: item
      id: tanker
      description: a tanker
      names: [{text: Sun Petrel, valid: {edtf: 2019-06/..}}]
    - type: occurrence
      id: departure
      attributions: [{source_id: report, spans: [{start: 0, end: 25}]}]
      when: {edtf: 2018-03}
      form: departure
      item_ids: [tanker]
    ```

    ## Use instead

    ```yaml
    - type: item
      id: tanker
      description: a tanker
      names: [{text: Sun Petrel, valid: {edtf: 2017-06/..}}]
    - type: occurrence
      id: departure
      attributions: [{source_id: report, spans: [{start: 0, end: 25}]}]
      when: {edtf: 2018-03}
      form: departure
      item_ids: [tanker]
    ```

    ## Source

    IMO resolution A.1117(30), the ship identification number scheme: a ship keeps its number, and not its name.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for item in view.of(Item):
        for name in item.names:
            bearers[name.text].add(item.id)
    items: defaultdict[int, dict[str, Item]] = defaultdict(dict)
    for record, reference in view.references:
        named = view.get(reference.id, Item) if isinstance(record, Event) else None
        if named is not None and any(name.valid is not None for name in named.names):
            items[id(record)][named.id] = named
    for event in view.of(Event):
        is_read = any(view.text(told.source_id) is not None for told in event.attributions if told.spans)
        times = _times(event) if is_read and not _is_disguised(event) else []
        for item in items[id(event)].values() if times else ():
            wrong = {name.text for name in item.names if _excludes(name.valid, times)}
            right = {name.text for name in item.names if not _excludes(name.valid, times)}
            wrong = {text for text in wrong - right if len(bearers[text]) == 1}
            found = next(_named_wrongly(view, event, wrong, right), None)
            if found is not None:
                at, said = found
                then = f"; the names of that time are {', '.join(sorted(right))}" if right else ""
                message = (
                    f"the span names {item.id} as {said!r}, but that name's valid excludes the event's time "
                    f"{times[0].edtf}{then}; expected a name of that time, another time, or another valid"
                )
                yield Found(event, at, message, (item.id,))


# What explains why a name of another time stands there.
_EXPLAINED = re.compile(
    r"\b(?:formerly|former|previously|then|now|today|re-?named|later|once|originally|ex|aka|a\.k\.a|alias|known|called|"
    r"under the name|since|past name|new name|old name)\b",
    re.IGNORECASE,
)


def _is_disguised(event: Event) -> bool:
    signs = event.indicators if isinstance(event, Shipment) else ()
    return any(sign.kind in {"name_change", "false_identity"} for sign in signs)


def _times(event: Event) -> list[When]:
    """Return every time of the event and of its parts."""
    times = [event.when]
    if isinstance(event, Shipment):
        times += [when for leg in event.legs for when in (leg.departed, leg.arrived)]
        times += [sign.when for sign in event.indicators]
    elif isinstance(event, Gift | Transfer):
        times += [step.when for step in event.status_history]
    return [when for when in times if when is not None]


def _excludes(valid: When | None, times: Sequence[When]) -> bool:
    """Return whether a name was certainly in use at none of the times."""
    return valid is not None and all(valid.certainly_before(time) or time.certainly_before(valid) for time in times)


def _named_wrongly(
    view: View, event: Event, wrong: AbstractSet[str], right: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    """Yield where a span has one of the *wrong* names and none of the *right* ones, with that name."""
    for at, attribution in enumerate(event.attributions if wrong else ()):
        text = view.text(attribution.source_id)
        for index, span in enumerate(() if text is None else attribution.spans):
            words = "" if text is None or span.end - span.start > _LONGEST else text[span.start : span.end]
            # Most spans name nothing: only what may be there is looked for word by word.
            if not any(_writes(words, name) for name in wrong) or _EXPLAINED.search(words):
                continue
            named = _named(words, [*wrong, *right])
            if named and right.isdisjoint(named):
                yield f"/attributions/{at}/spans/{index}", named[0]


def _writes(words: str, name: str) -> bool:
    return name in words or name.upper() in words


def _named(words: str, names: Sequence[str]) -> list[str]:
    """Return the names that stand in the words as whole words, those within a longer one left out."""
    found: list[str] = []
    for name in sorted(names, key=lambda each: (-len(each), each)):
        either = f"{re.escape(name)}|{re.escape(name.upper())}"
        words, count = re.subn(rf"(?<!\w)(?:{either})(?!\w)", " / ", words)
        if count:
            found.append(name)
    return found
