"""Times in words: every text is a time or a named error, a result is read as itself, and the calendar is kept."""

import datetime as dt
import re
from calendar import monthrange
from time import perf_counter

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsevents import Edtf, When
from newsevents.errors import AmbiguousTimeError, NormalizationError, UnreadableTimeError
from newsevents.testing import values
from newsevents.values._time.lexicon import lexicon
from newsevents.values.when import parse_when

# The library makes ten milliseconds of it on a quiet machine; a busy one is not its fault.
LONGEST = 0.25
# The first call loads the grammar.
parse_when("May 2024")

DAYS = st.dates()
REFERENCES = st.none() | DAYS
PIECES = st.sampled_from([" ".join(phrase) for phrase in lexicon(in_ascii=False).phrases]) | st.sampled_from(
    """
    0 1 9 12 13 15 29 30 31 32 99 '24 24 1999 2024 5000 15th 1st 1990s '90s Q1 H1 2024-03-15 03/04/2024 2024-02 10:30
    3p.m. GMT - / , . ( ) ~ ? % 1er ١٥ ２０２４ 15. X ..
    """.split()  # noqa: SIM905  (a list of one word a line would fill the page)
)
EXPRESSIONS = st.builds(
    lambda glue, pieces: glue.join(pieces), st.sampled_from(["", " "]), st.lists(PIECES, max_size=9)
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = """
january february march april may june july august september october november december
""".split()  # noqa: SIM905  (as above)


def result(text: str, reference: dt.date | None) -> When | NormalizationError:
    """Return the time, or the named error; every other error is a defect."""
    begin = perf_counter()
    try:
        return parse_when(text, reference=reference)
    except NormalizationError as error:
        return error
    finally:
        assert perf_counter() - begin < LONGEST


@given(st.text(max_size=300) | st.text(st.characters(categories=["Nd", "L", "M", "Z", "P", "Cs", "Cc"])), REFERENCES)
@example("\ud83c", None)
@example("\x00", None)
@example("1" * 10_000, None)
@example("(" * 10_000, None)
@example("日" * 120, dt.date(2024, 3, 16))
@example("in 2024 - " * 12, None)
@example("E" * 120, None)
def test_any_text_is_a_time_or_a_named_error(text: str, reference: dt.date | None) -> None:
    """Whatever the text holds, it is a time or an error that says so, and soon."""
    told = result(text, reference)
    assert isinstance(told, When) or told.text == text


@given(EXPRESSIONS, REFERENCES)
@example("last winter", dt.date(1, 1, 1))
@example("99 centuries ago", dt.date(9999, 12, 31))
@example("next year", dt.date(9999, 12, 31))
def test_any_words_for_times_are_a_time_or_a_named_error(text: str, reference: dt.date | None) -> None:
    """Whatever words for times stand together, they are a time that is in order and reads as itself, or an error."""
    told = result(text, reference)
    if isinstance(told, When):
        assert told.edtf is not None
        assert parse_when(told.edtf) == When(edtf=told.edtf)
        assert told.text in {None, text.strip()}
        assert (told.text is None) == (told.edtf == text.strip())
        assert told.earliest is None or told.latest is None or told.earliest <= told.latest
    else:
        assert all(re.match("[0-9./]", candidate) for candidate in told.candidates)


@given(values(Edtf))
def test_canonical_edtf_is_read_as_itself(edtf: str) -> None:
    """EDTF is itself, but for an interval that ends before it begins, and for a season that may be two years."""
    when = When(edtf=edtf)
    told = result(edtf, None)
    years = re.fullmatch("[0-9]{2}([0-9]{2})-(2[1-4])", edtf)
    if when.earliest and when.latest and when.latest < when.earliest:
        assert isinstance(told, UnreadableTimeError)
    elif years and 0 < int(years[2]) - int(years[1]) < 10:
        assert isinstance(told, AmbiguousTimeError)
        assert edtf in told.candidates
    else:
        assert told == when


# Years that no other calendar has in living use.
GREGORIAN = st.integers(1500, 2399)


@given(st.dates(dt.date(1500, 1, 7), dt.date(2399, 12, 25)))
def test_a_day_is_read_however_it_is_written(day: dt.date) -> None:
    """Names, ordinals, the weekday and figures all say the same day."""
    month = MONTHS[day.month - 1].title()
    weekday = WEEKDAYS[day.weekday()].title()
    ordinal = f"{day.day}{'th' if day.day in {11, 12, 13} else {1: 'st', 2: 'nd', 3: 'rd'}.get(day.day % 10, 'th')}"
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {ordinal} of {month}, {day.year}",
        f"{weekday}, {day.day} {month[:3]} {day.year}",
        f"{month.upper()} {ordinal} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}-{day.timetuple().tm_yday:03}",
        "{}-W{:02}-{}".format(*day.isocalendar()),
    ):
        assert parse_when(text).edtf == day.isoformat()
    wrong = WEEKDAYS[(day.weekday() + 1) % 7]
    with pytest.raises(UnreadableTimeError):
        parse_when(f"{wrong}, {day.day} {month} {day.year}")


@given(st.integers(1000, 2999), st.sampled_from([(2, 29), (2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)]))
def test_no_day_is_made_of_an_impossible_one(year: int, month_and_day: tuple[int, int]) -> None:
    """A day that the month does not have is an error in every order and form."""
    month, day = month_and_day
    assume(day > monthrange(year, month)[1])
    for text in (f"{day} {MONTHS[month - 1]} {year}", f"{year}-{month:02}-{day}", f"{month}/{day}/{year}"):
        with pytest.raises(UnreadableTimeError):
            parse_when(text)


@given(st.integers(1, 31), st.integers(1, 31), GREGORIAN)
def test_figures_are_read_only_where_one_order_is_possible(first: int, second: int, year: int) -> None:
    """Both orders are tried; one day is the answer, two are an error, and the order that is given decides."""

    def day_of(month: int, day: int) -> str | None:
        return f"{year}-{month:02}-{day:02}" if month <= 12 and day <= monthrange(year, month)[1] else None

    days = {each for each in (day_of(first, second), day_of(second, first)) if each}
    told = result(f"{first}/{second}/{year}", None)
    if len(days) == 1:
        assert isinstance(told, When)
        assert told.edtf in days
    elif days:
        assert isinstance(told, AmbiguousTimeError)
        assert set(told.candidates) == days
    else:
        assert isinstance(told, UnreadableTimeError)
    if by_order := day_of(second, first):
        assert parse_when(f"{first}/{second}/{year}", day_first=True).edtf == by_order


@given(st.dates(dt.date(1300, 1, 1), dt.date(1499, 12, 31)) | st.dates(dt.date(2400, 1, 1), dt.date(2599, 12, 31)))
def test_figures_of_another_calendar_are_none_of_this_one(day: dt.date) -> None:
    """A year that Iranians, Muslims or Buddhists live in is read in words and in ISO 8601 alone."""
    for text in (f"{day.day}.{day.month}.{day.year}", f"{day.year}/{day.month}/{day.day}", f"{day.month}/{day.year}"):
        with pytest.raises(UnreadableTimeError):
            parse_when(text)
    for text in (f"{day.day} {MONTHS[day.month - 1]} {day.year}", day.isoformat()):
        assert parse_when(text).edtf == day.isoformat()


NOT_AT_THE_ENDS = st.dates(dt.date(200, 1, 1), dt.date(9000, 12, 31))


@given(NOT_AT_THE_ENDS, st.integers(0, 6))
def test_weekdays_are_found_by_walking(today: dt.date, weekday: int) -> None:
    """A weekday is the latest up to the reference; the last one is before it, the coming one after it."""
    name = WEEKDAYS[weekday].title()

    def walk(start: int, step: int) -> str:
        day = today + dt.timedelta(days=start)
        while day.weekday() != weekday:
            day += dt.timedelta(days=step)
        return day.isoformat()

    assert parse_when(f"on {name}", reference=today).edtf == walk(0, -1)
    assert parse_when(f"last {name}", reference=today).edtf == walk(-1, -1)
    assert parse_when(f"this coming {name}", reference=today).edtf == walk(1, 1)
    told = result(f"next {name}", today)
    assert walk(1, 1) in ((told.edtf,) if isinstance(told, When) else told.candidates)


@given(NOT_AT_THE_ENDS, st.integers(1, 12))
def test_months_are_found_by_walking(today: dt.date, month: int) -> None:
    """A month is the latest up to the reference; the last one is before it, the next one after it."""
    name = MONTHS[month - 1].title()

    def walk(start: int, step: int) -> str:
        number = today.year * 12 + today.month - 1 + start
        while number % 12 != month - 1:
            number += step
        return f"{number // 12:04}-{month:02}"

    for text, expected in (
        (f"in {name}", walk(0, -1)),
        (f"last {name}", walk(-1, -1)),
        (f"next {name}", walk(1, 1)),
        (f"since {name}", f"{walk(0, -1)}/.."),
    ):
        told = result(text, today)
        assert expected in ((told.edtf,) if isinstance(told, When) else told.candidates)
        assert isinstance(told, When) or not text.startswith(("next", "since"))


@given(NOT_AT_THE_ENDS, st.integers(1, 99))
def test_days_and_months_are_counted(today: dt.date, count: int) -> None:
    """Days are counted one by one; months and years are as many as are said, and approximate."""
    back = today
    for _ in range(count):
        back -= dt.timedelta(days=1)
    assert parse_when(f"{count} days ago", reference=today).edtf == back.isoformat()
    assert parse_when(f"in the past {count} days", reference=today).edtf == f"{back}/{today}"
    months = today.year * 12 + today.month - 1 - count
    assert parse_when(f"{count} months ago", reference=today).edtf == f"{months // 12:04}-{months % 12 + 1:02}~"
    assert parse_when(f"{count} years ago", reference=today).edtf == f"{today.year - count:04}~"
    start = f"{today.year - count:04}-{today.month:02}~"
    assert parse_when(f"over the past {count} years", reference=today).edtf == f"{start}/{today}"


@given(NOT_AT_THE_ENDS)
def test_units_hold_the_reference_or_lie_beside_it(today: dt.date) -> None:
    """This week, month, quarter and year hold the reference; the last and the next meet it without a gap."""
    for unit in ("week", "month", "quarter", "year", "decade", "century"):
        this = parse_when(f"this {unit}", reference=today)
        following = parse_when(f"next {unit}", reference=today)
        assert this.contains(When(edtf=today.isoformat()))
        assert this.latest
        assert following.earliest == this.latest + dt.timedelta(days=1)
        if unit != "decade":
            last = parse_when(f"last {unit}", reference=today)
            assert last.latest
            assert last.latest + dt.timedelta(days=1) == this.earliest
            assert last.certainly_before(this)
        if unit not in {"decade", "century"}:
            assert this.contains(parse_when(f"earlier this {unit}", reference=today))
            assert this.contains(parse_when(f"later this {unit}", reference=today))


@given(st.integers(1000, 2999), st.integers(1, 12))
def test_portions_lie_within_the_whole_and_in_order(year: int, month: int) -> None:
    """Early, mid and late parts lie within the month, year or decade; the early one before the late one."""
    for whole in (
        f"{MONTHS[month - 1]} {year}",
        f"{year}",
        f"the {year // 10 * 10 + 10}s" if year % 100 < 90 else f"{year}",
    ):
        of = whole.removeprefix("the ")
        early, mid, late = (parse_when(f"{part} {of}") for part in ("early", "mid", "late"))
        outer = parse_when(whole)
        assert all(outer.contains(part) for part in (early, mid, late))
        assert early.certainly_before(late)
        assert mid.overlaps(early)
        assert mid.overlaps(late)
        assert parse_when(f"the beginning of {whole}").certainly_before(parse_when(f"the end of {whole}"))


@given(st.integers(1000, 2900), st.integers(1, 12), st.integers(0, 40))
def test_ranges_are_of_their_ends(year: int, month: int, length: int) -> None:
    """An interval in words is that of its ends; one that ends before it begins is an error."""
    name, last = MONTHS[month - 1].title(), year + length
    if length:
        for text in (f"{year}-{last}", f"from {year} to {last}", f"between {year} and {last}", f"{year}\u2013{last}"):
            assert parse_when(text).edtf == f"{year}/{last}"
        with pytest.raises(UnreadableTimeError):
            parse_when(f"from {last} to {year}")
    assert parse_when(f"3\u201317 {name} {year}").edtf == f"{year}-{month:02}-03/{year}-{month:02}-17"
    assert parse_when(f"{name} 3-17, {year}").edtf == f"{year}-{month:02}-03/{year}-{month:02}-17"
    assert parse_when(f"before {name} {year}").certainly_before(parse_when(f"{name} {year}"))
    assert parse_when(f"{name} {year}").certainly_before(parse_when(f"after {name} {year}"))


@given(st.datetimes(), st.sampled_from(["", "Z", "+09:00", "-03:30"]))
def test_clock_times_stop_where_they_were_told(moment: dt.datetime, zone: str) -> None:
    """A clock time has seconds only if it was told with them, and never a fraction."""
    day, minute = moment.date().isoformat(), moment.strftime("%H:%M")
    assert parse_when(f"{day} {minute}{zone}").edtf == f"{day}T{minute}{zone}"
    second = moment.strftime("%H:%M:%S")
    assert parse_when(f"{day}T{second}.123{zone}").edtf == f"{day}T{second}{zone}"
