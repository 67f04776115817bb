"""NE3, wording: the same words are quoted in one way, and the author's own words are the author's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from itertools import islice, pairwise
from typing import NamedTuple

from newsevents._regex import regex
from newsevents.parts.name import Name
from newsevents.parts.quotation import Quotation
from newsevents.parts.role import Role
from newsevents.records._record import Record
from newsevents.records.source import Source
from newsevents.records.statement import Statement
from newsevents.rules._passage import Word, shown, shown_apart, words
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View

_FEWEST = 4
_LONGEST = 400
_NEAR = 0.7
_PAIRS_IN = 4  # one pair of words in so many is kept, wherever seven words in ten are
_MOST_ALIKE = 32
_GAP = 1000
_DOUBLE_MARKS = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d')

_RUN = 8
_SEED = 4
_MOST_WORDS = 400_000
_BREAK = "\0"
# By the mark that opens a quote, those that close it.
_CLOSING = {
    opening: regex(f"[{closers}]")
    for opening, closers in {
        '"': '"',
        "\u201c": "\u201d",
        "\u201d": "\u201d",
        "\u201e": '\u201c\u201d"',
        "\u00ab": "\u00bb",
        "\u00bb": "\u00ab",
        "\u300c": "\u300d",
        "\u300e": "\u300f",
    }.items()
}
# Two of them close elsewhere, and open where no word stands before them.
_OPENING = regex('["\u201c\u201e\u00ab\u300c\u300e]|(?<![^\\s(])[\u201d\u00bb]')
_SINGLE = regex("(?<!\\w)\u2018[^\u2018]*\u2019(?!\\w)|(?<!\\w)'[^']*'(?!\\w)")


class _Quote(NamedTuple):
    """A quotation that is nothing but itself: no marked variant, no translation."""

    record: Statement
    pointer: str
    quotation: Quotation
    words: Sequence[str]
    number: int


@rule("NE303", "quoted-two-ways", "warning")
def quoted_two_ways(view: View) -> Iterator[Found]:
    """Two quotations of one speaker in one source are nearly the same words, but not exactly.

    ## What it does

    Compares the quotations of one speaker in one source that have at least four words and are neither marked as a
    variant (`variant_of_id`) nor as a translation. It reports two of which seven words in ten are the same in the same
    order. It is silent where one holds the other, as a headline holds a part of a sentence, and where both stand within
    the same quote marks of the source, as the lines of a speech that begin alike.

    ## Why it matters

    One of the two is a slip of the pen, or the source itself renders the same speech in two ways. Readers who find both
    in the data count two remarks where there was one.

    ## Example

    ```yaml
    type: statement
    id: remark
    speaker_ids: [minister]
    acts: [praise]
    quotations:
      - text: clear evidence of the close friendship
        source_id: report
      - text: a clear proof of the close friendship
        source_id: report
    ```

    ## Use instead

    ```yaml
    type: statement
    id: remark
    speaker_ids: [minister]
    acts: [praise]
    quotations:
      - id: remark-in-the-headline
        text: clear evidence of the close friendship
        source_id: report
        variant_of_id: remark-in-full
      - id: remark-in-full
        text: a clear proof of the close friendship
        source_id: report
    ```

    ## Source

    Reuters Handbook of Journalism: "Quotes are sacrosanct. They must never be altered".
    """
    quoted: list[_Quote] = []
    for number, (record, pointer, quotation) in enumerate(view.parts(Quotation)):
        folded = [word.folded for word in islice(words(quotation.text), _LONGEST)]
        is_marked = quotation.variant_of_id is not None or quotation.is_translation
        if isinstance(record, Statement) and not is_marked and len(folded) >= _FEWEST:
            quoted.append(_Quote(record, pointer, quotation, folded, number))
    groups: dict[tuple[str, str], list[_Quote]] = {}
    voices = _voices(view)
    # Whoever speaks first is reported first, be it with words that are like no others.
    for speech, source_id in {(id(quote.record), quote.quotation.source_id): None for quote in quoted}:
        for voice in voices[speech]:
            groups[source_id, voice] = []
    for quote in _with_words_of_others(quoted):
        for voice in voices[id(quote.record)]:
            groups[quote.quotation.source_id, voice].append(quote)
    reported: set[int] = set()
    near: dict[tuple[int, int], bool] = {}
    # Many who speak together have the same quotations.
    same = {tuple(quote.number for quote in quotes): quotes for quotes in groups.values() if quotes}
    for quotes in same.values():
        source_id = quotes[0].quotation.source_id
        text = view.text(source_id)
        for first, second in _alike(quotes, near):
            if second.number not in reported and not _within_one_quote(first.quotation, second.quotation, text):
                reported.add(second.number)
                one, other = shown_apart(second.quotation.text, first.quotation.text)
                where = "" if first.record is second.record else f" in {first.record.id!r}"
                message = (
                    f"{one} and {other}{where} are quoted from one speaker in {source_id!r}; give the words as they "
                    "stand, or mark one as a variant of the other (variant_of_id)"
                )
                related = () if first.record is second.record else (first.record.id,)
                yield Found(second.record, f"{second.pointer}/text", message, related)


def _voices(view: View) -> dict[int, list[str]]:
    """Return the speakers of each statement; of those who speak in the same statements only one."""
    spoken: defaultdict[str, list[int]] = defaultdict(list)
    for statement in view.of(Statement):
        for speaker in dict.fromkeys(statement.speaker_ids):
            spoken[speaker].append(id(statement))
    firsts: dict[tuple[int, ...], str] = {}
    voice = {speaker: firsts.setdefault(tuple(statements), speaker) for speaker, statements in spoken.items()}
    return {
        id(statement): [*dict.fromkeys(voice[speaker] for speaker in statement.speaker_ids)]
        for statement in view.of(Statement)
    }


def _pairs(quote: _Quote) -> set[tuple[str, str, str]]:
    """Return the pairs of words of a quotation, each with the source that it is of."""
    return {(quote.quotation.source_id, *pair) for pair in pairwise(quote.words)}


def _with_words_of_others(quotes: Sequence[_Quote]) -> list[_Quote]:
    """Return the quotations that have a pair of words in common with another one of their source."""
    count = Counter(pair for quote in quotes for pair in _pairs(quote))
    return [quote for quote in quotes if any(count[pair] > 1 for pair in _pairs(quote))]


def _alike(quotes: Sequence[_Quote], near: dict[tuple[int, int], bool]) -> Iterator[tuple[_Quote, _Quote]]:
    """Yield the pairs of quotations that are nearly the same words; only those with a pair of words in common meet.

    What was compared once is kept in *near*, since two may be quoted from many speakers together.
    """
    with_pair: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        pairs = set(zip(quote.words, quote.words[1:], strict=False))
        common: Counter[int] = Counter()
        for pair in pairs:
            others = with_pair[pair]
            # A pair in so many quotations is a turn of phrase.
            if len(others) < _MOST_ALIKE:
                common.update(others)
                others.append(number)
        for number_before, count in sorted(common.items()):
            other = quotes[number_before]
            if _PAIRS_IN * count >= min(len(other.words), len(quote.words)) - 1:
                both = other.number, quote.number
                if both not in near:
                    near[both] = _is_near(other, quote)
                if near[both]:
                    yield other, quote


def _is_near(one: _Quote, other: _Quote) -> bool:
    """Return whether two quotations are nearly the same words, and neither holds the other."""
    texts = [" ".join(quote.quotation.text.casefold().split()) for quote in (one, other)]
    if texts[0] in texts[1] or texts[1] in texts[0]:
        return False
    run, longer = sorted((one.words, other.words), key=len)
    if run != longer and f" {' '.join(run)} " in f" {' '.join(longer)} ":
        return False
    return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio() >= _NEAR


def _within_one_quote(one: Quotation, other: Quotation, text: str | None) -> bool:
    """Return whether no quote mark stands between two quotations in their source."""
    if text is None or one.span is None or other.span is None:
        return False
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    between = text[first.end : second.start]
    return len(between) <= _GAP and _DOUBLE_MARKS.isdisjoint(between)


class _Own(NamedTuple):
    """A note or a paraphrase."""

    places: list[tuple[Record, str]]
    """The records that have it, and where."""
    text: str


_Seeds = dict[tuple[str, ...], list[tuple[_Own, list[Word], int]]]


@rule("NE310", "copied-words", "warning")
def copied_words(view: View) -> Iterator[Found]:
    """Eight or more words of a source stand word for word in a note or a paraphrase.

    ## What it does

    Compares every `note` and `paraphrase` with the known texts of all sources, whatever their case, punctuation and
    white space. What stands in quote marks is left out, and so are names and titles, of works and of persons, that
    records of the dossier have, however long they are. Words of a quotation of the same statement are words of the
    source, too. Notes and paraphrases of more than 400,000 words in all are compared as far as that.

    ## Why it matters

    A paraphrase says that these are the author's own words. Copied sentences are neither marked as a quotation nor free
    to be passed on with the data, as the facts in them are.

    ## Example

    ```yaml
    - type: source
      id: report
      title: A report
      form: article
      text: The vessel was seen leaving the harbor at night with its lights turned off.
    - type: occurrence
      id: departure
      form: departure
      note: The vessel was seen leaving the harbor at night.
    ```

    ## Use instead

    ```yaml
    - type: occurrence
      id: departure
      form: departure
      note: It sailed in the dark, without lights.
    ```

    ## Source

    Directive (EU) 2019/790, article 15: facts are free, and "very short extracts" of a press publication; the Infopaq
    case (C-5/08) found eleven words in a row long enough to be protected.
    """
    seeds = _seeds(_own_texts(view))
    names = _long_names(view) if seeds else {}
    done: set[int] = set()
    for source in view.of(Source) if seeds else ():
        # Of two with one id only the first has the text.
        text = view.text(source.id) if view.get(source.id, Source) is source else None
        told = [] if text is None else [word.folded for word in words(text)]
        for at in range(0, len(told) - _SEED + 1, _SEED):
            for own, piece, begin in seeds.get(tuple(told[at : at + _SEED]), ()):
                if id(own) in done:
                    continue
                run = _run(piece, begin, told, at)
                if _has_own_words(run, names):
                    done.add(id(own))
                    start, end = run[0].start, run[-1].end
                    message = (
                        f"{len(run)} words of {source.id!r} stand here word for word: {shown(own.text[start:end])}; "
                        "say it in other words, or put it in quote marks"
                    )
                    yield from (Found(record, pointer, message, (source.id,)) for record, pointer in own.places)


def _own_texts(view: View) -> Sequence[_Own]:
    """Return the different notes and paraphrases of a dossier."""
    found: dict[str, _Own] = {}
    for record in view.records:
        fields = [("note", record.note)]
        if isinstance(record, Statement):
            fields.append(("paraphrase", record.paraphrase))
        for name, text in fields:
            if text is not None:
                found.setdefault(text, _Own([], text)).places.append((record, f"/{name}"))
    return [*found.values()]


def _seeds(texts: Iterable[_Own]) -> _Seeds:
    """Return where each four words in a row stand in texts, outside quote marks and in a row that is long enough."""
    seeds: _Seeds = defaultdict(list)
    left = _MOST_WORDS
    for own in texts:
        for piece in _rows(_unmarked(own.text)):
            left -= len(piece)
            if left < 0:
                return seeds
            for at in range(len(piece) - _SEED + 1):
                known = seeds[tuple(word.folded for word in piece[at : at + _SEED])]
                if len(known) < _MOST_ALIKE:
                    known.append((own, piece, at))
    return seeds


def _unmarked(text: str) -> str:
    """Return a text without what stands in quote marks; as long as before, so that every word stays where it is."""
    outside = _blanked(text, _quotes(text))
    return _blanked(outside, (found.span() for found in _SINGLE.finditer(outside)))


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where quotes in double marks start and end."""
    at = 0
    # To look for the end of each would take the square of the text's length.
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(text):
        if opening.start() < at or opening[0] in unclosed:
            continue
        closing = _CLOSING[opening[0]].search(text, opening.end())
        if closing is None:
            unclosed.add(opening[0])
        else:
            at = closing.end()
            yield opening.start(), at


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    # Not a list of pieces: there may be millions.
    kept = StringIO()
    at = 0
    for start, end in spans:
        kept.write(text[at:start])
        kept.write(_BREAK * (end - start))
        at = end
    kept.write(text[at:])
    return kept.getvalue()


def _rows(text: str) -> Iterator[list[Word]]:
    """Yield the rows of words of a text that have no quote between them, and enough words."""
    row: list[Word] = []
    for word in islice(words(text), _MOST_WORDS):
        if row and _BREAK in text[row[-1].end : word.start]:
            yield from [row] if len(row) >= _RUN else []
            row = []
        row.append(word)
    yield from [row] if len(row) >= _RUN else []


def _run(piece: list[Word], begin: int, told: Sequence[str], at: int) -> list[Word]:
    """Return the longest row of words of *piece*, around *begin*, that stands in a source around *at*."""
    before = 0
    while before < min(begin, at) and piece[begin - before - 1].folded == told[at - before - 1]:
        before += 1
    after = 0
    while after < min(len(piece) - begin, len(told) - at) and piece[begin + after].folded == told[at + after]:
        after += 1
    return piece[begin - before : begin + after]


def _long_names(view: View) -> dict[int, set[tuple[str, ...]]]:
    """Return the names and titles that could make up most of a row of words, by their number of words."""
    texts = [name.text for _, _, name in view.parts(Name)]
    texts += [role.title for _, _, role in view.parts(Role) if role.title is not None]
    texts += [source.title for source in view.of(Source) if source.title is not None]
    found: defaultdict[int, set[tuple[str, ...]]] = defaultdict(set)
    for text in texts:
        name = tuple(word.folded for word in words(text))
        if len(name) >= _SEED:
            found[len(name)].add(name)
    return found


def _has_own_words(run: Sequence[Word], names: Mapping[int, set[tuple[str, ...]]]) -> bool:
    """Return whether a row is long enough without the names in it."""
    folded = [word.folded for word in run]
    lengths = sorted(names, reverse=True)
    length = at = 0
    while at < len(folded) and length < _RUN:
        named = next((size for size in lengths if tuple(folded[at : at + size]) in names[size]), 0)
        length += 0 if named else 1
        at += named or 1
    return length >= _RUN
