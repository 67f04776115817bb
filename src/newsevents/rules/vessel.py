"""NE5, vessels: by which of its names a ship goes when."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from newsevents._regex import regex
from newsevents.records._record import Event
from newsevents.records.gift import Gift
from newsevents.records.item import Item
from newsevents.records.shipment import Shipment
from newsevents.records.transfer import Transfer
from newsevents.rules._period import Periods, Row
from newsevents.rules._rule import Found, rule
from newsevents.rules._told import FEW, few
from newsevents.rules._view import View
from newsevents.values.when import When

_LONGEST = 1000  # characters: what is longer speaks of more than one event
_WORD = regex(r"\w+")


@rule("NE511", "name-of-another-time", "warning")
def name_of_another_time(view: View) -> Iterator[Found]:
    """A span names a vessel by a name that it did not bear at the time of the event.

    ## What it does

    Looks in the spans of an event's attributions for names of the items that the event names, where the `valid` of such
    a name certainly excludes every time of the event. Nothing is reported where the span gives a name of that time,
    too, or explains itself ("then called", "formerly", "renamed", and their like in some other languages), where
    another item of the dossier bears the name, too, or where an indicator says that the ship changed its name or sailed
    under a false one. It needs the source's text; spans of more than 1,000 characters are passed over.

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
    names = _Names(view.of(Item))
    for event, references in view.references if names.dated else ():
        if not isinstance(event, Event):
            continue
        named = {reference.id for reference in references if reference.id in names.dated}
        items = {id for id in named if view.get(id, Item) is not None}
        times = _times(event) if items and not _is_disguised(event) else []
        if not times:
            continue
        periods = Periods(times)
        for item, (at, said) in _named_wrongly(view, event, items, names, periods).items():
            right = [*islice(names.at(item, periods), FEW + 1)]
            then = f"; the names of that time are {few(right)}" if right else ""
            message = (
                f"the span names {item} as {said!r}, but that name's valid excludes the event's time "
                f"{times[0].edtf}{then}; expected a name of that time, another time, or another valid"
            )
            yield Found(event, at, message, (item,))


# What explains why a name of another time stands there: anywhere in the words, or right beside the name.
_EXPLAINED = regex(
    r"\b(?:formerly|former|previously|re-?named|originally|ex|aka|a\.k\.a|alias|known (?:as|by|under)|"
    r"called(?! (?:at|in|on|off|for|by)\b)|under the name|past name|new name|old name|as (?:it|she) (?:then )?was)\b",
    re.IGNORECASE,
)
# The same in other languages, wherever it stands: it is enough that the words may explain the name.
_EXPLAINED_ELSEWHERE = regex(
    r"\b(?:ancien(?:ne|nement)?|rebaptis\w+|renommée?|alors (?:appel|nomm|baptis|connu)\w+|actuel(?:le|lement)?|"
    r"ehemals|ehemalige[nrs]?|früher\w*|umbenannt\w*|damals|damalige[nrs]?|heutige[nrs]?|"
    r"antiguo|antiguamente|rebautizad[oa]|renombrad[oa]|entonces|(?:el|la|del|al) actual|actualmente|"
    r"(?:бывш|прежн|переимен|нынешн|назван|колишн|перейм|нинішн)\w+|"
    r"ранее|раньше|тогда|ныне|раніше|тоді|нині|назвою)\b|"
    r"옛|당시|개명|현재|이름|이전 (?:명칭|선명)|\b[구현] |"
    r"原名|旧名|舊名|改名|更名|改称|改稱|曾|当时|當時|现名|現名|现在|現在|前身|"
    r"سابق|آنذاك|حاليا|المعروف|تسمى|اسمها",
    re.IGNORECASE,
)
_BESIDE = r"(?:then|now|today(?:['\u2019]s)?|later|once|since)"


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


class _Names:
    """The names of the items of a dossier, by their words."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._valid: defaultdict[str, defaultdict[str, list[When | None]]] = defaultdict(lambda: defaultdict(list))
        self._texts: dict[str, set[str]] = {}
        self._periods: dict[tuple[str, str], Periods] = {}
        self._rows: dict[str, Row[str, Periods]] = {}
        self.dated: set[str] = set()
        """The ids of the items that have a name with a time."""
        for item in items:
            for name in item.names:
                self._valid[name.text][item.id].append(name.valid)
            # Of two with one id the first one is meant.
            if item.id not in self._texts:
                self._texts[item.id] = {name.text for name in item.names}
                if any(name.valid is not None for name in item.names):
                    self.dated.add(item.id)
        self._by_words: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for text in self._valid:
            for either in (text, text.upper()):
                self._by_words[tuple(_WORD.findall(either))][text] = None
        self._lengths = sorted({len(key) for key in self._by_words})

    def within(self, words: str) -> list[str]:
        """Return the names whose words stand in a row in *words*, which those of others may part."""
        row = _WORD.findall(words)
        runs = ((at, at + length) for length in self._lengths for at in range(len(row) - length + 1))
        return [*dict.fromkeys(text for at, end in runs for text in self._by_words.get(tuple(row[at:end]), ()))]

    def sole_bearer(self, text: str) -> str | None:
        """Return which item has a name that no other one has."""
        items = [*islice(self._valid[text], 2)]
        return items[0] if len(items) == 1 else None

    def of(self, item: str, texts: Iterable[str], periods: Periods) -> dict[str, bool]:
        """Return which of some names are those of an item, and whether it may have borne each at one of the times."""
        borne = [text for text in texts if item in self._valid[text]]
        return {text: self._borne(item, text).has_one_at(periods) for text in borne}

    def _borne(self, item: str, text: str) -> Periods:
        if (item, text) not in self._periods:
            self._periods[item, text] = Periods(self._valid[text][item])
        return self._periods[item, text]

    def at(self, item: str, periods: Periods) -> Iterator[str]:
        """Yield the names that an item may have borne at one of the times, in the order of the alphabet."""
        if item not in self._rows:

            def index(texts: Iterable[str]) -> Periods:
                return Periods(when for text in texts for when in self._valid[text][item])

            self._rows[item] = Row(sorted(self._texts[item]), index)
        return self._rows[item].where(lambda borne: borne.has_one_at(periods))


def _named_wrongly(
    view: View, event: Event, items: Container[str], names: _Names, periods: Periods
) -> dict[str, tuple[str, str]]:
    """Return, for each item, where a span first names it wrongly and not rightly, too, and with which name."""
    found: dict[str, tuple[str, str]] = {}
    for at, attribution in enumerate(event.attributions):
        text = view.text(attribution.source_id)
        for index, span in enumerate(() if text is None else attribution.spans):
            words = "" if text is None or span.end - span.start > _LONGEST else text[span.start : span.end]
            texts = names.within(words)
            alone = dict.fromkeys(item for item in map(names.sole_bearer, texts) if item is not None)
            for item in (item for item in alone if item in items and item not in found):
                borne = names.of(item, texts, periods)
                right = {name for name, may_hold in borne.items() if may_hold}
                wrong = {name for name in borne if name not in right and names.sole_bearer(name) is not None}
                named = _named(words, [*wrong, *right]) if wrong and not _EXPLAINED.search(words) else []
                if named and right.isdisjoint(named) and not _is_explained(words, named[0]):
                    found[item] = f"/attributions/{at}/spans/{index}", named[0]
    return found


def _is_explained(words: str, name: str) -> bool:
    """Return whether a word beside the name sets it in another time: "the then Jenny", "Jenny, now"."""
    if _EXPLAINED_ELSEWHERE.search(words):
        return True
    name = re.escape(name)
    return bool(re.search(rf"\b{_BESIDE}\W+(?:the\W+)?{name}|{name}\W+{_BESIDE}\b", words, re.IGNORECASE))


def _named(words: str, names: Sequence[str]) -> list[str]:
    """Return the names that stand in the words as whole words, those within a longer one left out."""
    found: list[str] = []
    for name in sorted(names, key=lambda each: (-len(each), each)):
        either = f"{re.escape(name)}|{re.escape(name.upper())}"
        words, count = re.subn(rf"(?<!\w)(?:{either})(?!\w)", " / ", words)
        if count:
            found.append(name)
    return found
