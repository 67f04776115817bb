"""From a text to a time: canonical EDTF, ISO 8601, or words in whichever language reads them as a whole."""

import itertools
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Self

from newsevents import _pattern
from newsevents.errors import AmbiguousTimeError, NormalizationError, UnanchoredTimeError, UnreadableTimeError
from newsevents.values import _edtf
from newsevents.values._time.context import Context, Several
from newsevents.values._time.fold import fold, lower_words
from newsevents.values._time.grammar import Sentence, Time, Year, merged
from newsevents.values._time.interval import expression
from newsevents.values._time.numeric import is_of_other_calendar, read_iso, season_or_years
from newsevents.values._time.token import ANY, Token, tokens

__all__ = ["read"]

_EDTF_STARTS = frozenset("0123456789./")
_LONGEST = 120
_MOST_TOKENS, _MOST_READINGS = 20, 32
# Alone, these are words and names of other kinds, in one language or another; or they are where they stand in small
# letters.
_NEVER_ALONE = """
may mar sun sat jan wed jun mars mart marca maja mayo mei juli avril augustus segunda terça quarta quinta sexta
""".split()  # noqa: SIM905  (a list of one word a line would fill the page)
_NOT_SMALL = {
    "march",
    "august",
    "mon",
    "fri",
    "tue",
    "thu",
    "apr",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "feb",
    "jul",
}
# Words even beside other words, if they stand in small letters and no figure is near.
_WORDS = frozenset({"sun", "sat", "wed", "mar"})
_TELLING = frozenset("MWRXvyaDJQh")


def read(text: str, context: Context) -> Time:
    """Return the time that *text* says.

    Raises:
        UnreadableTimeError: No time is read from it.
        AmbiguousTimeError: Several times are.
        UnanchoredTimeError: It counts from a day that is not given.
    """
    if len(text) > _LONGEST:
        context.unreadable("it is too long")
    told = text.strip()
    # Compiled when a text may be one, since that takes longer than to read most words.
    if told[:1] in _EDTF_STARTS and re.fullmatch(_pattern.EDTF, told):
        return _canonical(told, context)
    folded = fold(text)
    if folded is None:
        context.unreadable("it holds characters that no words hold")
    if is_of_other_calendar(text):
        context.unreadable("its year may be counted in another calendar")
    folded = folded.removesuffix(".").removesuffix(",").strip()
    time = _settled(partial(read_iso, folded), context)
    if time is not None:
        return time
    found = tokens(folded)
    if not found or len(found) > _MOST_TOKENS:
        context.unreadable()
    if _is_word_of_another_kind(found, text):
        context.unreadable("alone, the word may be of another kind")
    return _one(found, context)


def _canonical(edtf: str, context: Context) -> Time:
    years = season_or_years(edtf)
    if years is not None:
        raise context.ambiguity(edtf, years)
    start, slash, end = edtf.partition("/")
    if slash:
        first, last = _edtf.bounds(start).earliest, _edtf.bounds(end).latest
        if first is not None and last is not None and last < first:
            context.unreadable("it ends before it begins")
    return Time(edtf)


def _is_word_of_another_kind(found: list[Token], text: str) -> bool:
    lower = lower_words(text)
    if len(found) > 1:
        words = {token.text for token in found}
        return not any(map(str.isdigit, text)) and bool(words & _WORDS & lower)
    word = found[0].text
    if word in _NEVER_ALONE or (word in _NOT_SMALL and word in lower):
        return True
    # Short names of other languages are words of this one or that: "so", "do", "mi", "sal".
    return not any(kind in _TELLING or len(kind) > 1 for meanings in found[0].meanings.values() for kind, _ in meanings)


class _Refusals(list[ValueError | OverflowError]):
    """Errors, to raise one of them in a `with` block, at whose end they go: each knows who knows this list."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


def _one(found: list[Token], context: Context) -> Time:
    """Return the one time that all readings agree on."""
    with _Refusals() as refusals:
        return _agreed(found, context, refusals)


def _agreed(found: list[Token], context: Context, refusals: _Refusals) -> Time:
    times: dict[str, Time] = {}
    for sentence in _sentences(found):
        try:
            time = _settled(partial(_sentence, sentence), context)
        except NormalizationError as error:
            refusals.append(error)
        except (ValueError, OverflowError):
            # The calendar ends at the years 1 and 9999.
            continue
        else:
            if time is not None:
                times.setdefault(time.edtf, time)
    if len(times) > 1:
        raise context.ambiguity(*times)
    if times:
        return times.popitem()[1]
    if not refusals:
        context.unreadable()
    # The error that tells most: what several times fit is not unreadable.
    order = (AmbiguousTimeError, UnanchoredTimeError, UnreadableTimeError)
    raise min(refusals, key=lambda refusal: order.index(type(refusal)))


def _sentence(sentence: Sentence, context: Context) -> Time | None:
    return expression(merged(sentence, context), context)


def _settled(reading: Callable[[Context], Time | None], context: Context) -> Time | None:
    """Return the one time that the whole text may mean where a part of it may mean several: "Monday 3/4/2024".

    Otherwise the candidates are those of the whole text, not those of a part, as of "by Friday".
    """
    with _Refusals() as refusals:
        times = {time.edtf: time for time in _every(reading, context, refusals)}
        # Where the calendar has ended, that is no fault of the text.
        ended = any(not isinstance(refusal, NormalizationError) for refusal in refusals)
        if len(times) == 1 and not ended:
            return times.popitem()[1]
        if times:
            raise context.ambiguity(*times)
        if refusals:
            raise refusals[-1]
    return None


def _every(
    reading: Callable[[Context], Time | None], context: Context, refusals: list[ValueError | OverflowError]
) -> Iterator[Time]:
    """Yield every time that the text may mean: one for every answer to what it leaves open."""
    try:
        time = reading(context)
    except Several as several:
        for choice in range(several.count):
            chosen = context._replace(choices={**context.choices, several.question: choice})
            yield from _every(reading, chosen, refusals)
    except (ValueError, OverflowError) as refused:
        refusals.append(refused)
    else:
        if time is not None:
            yield time


def _sentences(found: list[Token]) -> list[Sentence]:
    """Return every reading of the tokens, each in one language."""
    languages = {language for token in found for language in token.meanings} - {ANY} or {"en"}
    sentences: dict[Sentence, None] = {}
    for language in sorted(languages):
        options = [token.meanings.get(language) or token.meanings.get(ANY) or [] for token in found]
        for place in range(1, len(options)):
            # Behind a figure, 日 and 月 are a day and a month, and no Sunday and Monday.
            if all(kind in "dny" for kind, _ in options[place - 1]):
                options[place] = [meaning for meaning in options[place] if meaning[0] != "w"]
        for readings in itertools.islice(itertools.product(*options), _MOST_READINGS):
            kinds = "".join(kind for kind, _ in readings).rstrip("$")
            parted = itertools.chain.from_iterable(
                zip(kind, value, strict=True) if len(kind) > 1 else [(kind, value)] for kind, value in readings
            )
            values = (Year(value) if kind == "y" else value for kind, value in parted)
            sentences[Sentence(kinds, tuple(values)[: len(kinds)])] = None
    return list(sentences)
