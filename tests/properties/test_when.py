"""Times: the order of certainty is a strict partial order, and bounds are what a reading day by day gives."""

import datetime as dt
import re
from itertools import permutations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsevents import Edtf, When
from newsevents.testing import from_model, values

# Close together, so that many are in some order.
NEAR = st.builds(
    lambda form, year, month, day: form.format(year, month, day),
    st.sampled_from(
        (
            *("{0}", "{0}-{1:02}", "{0}-{1:02}-{2:02}", "{0}-{1:02}-XX", "{0}-XX", "{0}-XX-XX", "{0}-21", "{0}-22"),
            *("{0}-24", "{0}?", "{0}-{1:02}~", "{0}/..", "../{0}", "{0}/", "/{0}", "{0}-{1:02}/{0}-12", "{0}/2003%"),
            # The end before the start, which is wrong but well-shaped.
            *("{0}/2000", "{0}-{1:02}/{0}-01~"),
            *("{0}-{1:02}-{2:02}T09:30Z", "200X", "20XX"),
            *("2001-01-{2:02}T23:30-05:00", "2001-01-{2:02}T00:30+14:00", "2001-01-{2:02}T{1:02}:30", "2001-01-{2:02}"),
            *("2001-01-{2:02}T{1:02}:30Z", "2001-01-{2:02}T{1:02}:30:15Z", "2001-01-{2:02}T{1:02}:30:15+01"),
        )
    ),
    st.integers(1999, 2003),
    st.integers(1, 12),
    st.integers(1, 28),
)
TIMES = st.builds(lambda edtf: When(edtf=edtf), NEAR) | from_model(When)


# The end before the start: wrong, but well-shaped.
REVERSED = When(edtf="2002/2000")


@given(TIMES)
@example(REVERSED)
def test_nothing_is_certainly_before_itself(time: When) -> None:
    """The order is irreflexive."""
    assert not time.certainly_before(time)


@given(TIMES, TIMES)
@example(When(edtf="2001"), REVERSED)
def test_of_two_times_one_at_most_is_before_the_other(one: When, other: When) -> None:
    """The order is asymmetric."""
    assert not (one.certainly_before(other) and other.certainly_before(one))


@given(st.lists(TIMES, min_size=3, max_size=6))
@example([When(edtf="2001"), REVERSED, When(edtf="2001-02")])
def test_what_is_before_the_earlier_is_before_the_later(times: list[When]) -> None:
    """The order is transitive."""
    for a, b, c in permutations(times, 3):
        if a.certainly_before(b) and b.certainly_before(c):
            assert a.certainly_before(c)


@given(NEAR, NEAR)
def test_the_order_is_that_of_the_bounds(one: str, other: str) -> None:
    """Certainly before: the last day of the one precedes the first day of the other; a qualifier proves nothing."""
    assume("T" not in one + other)
    a, b = When(edtf=one), When(edtf=other)
    if a.certainly_before(b):
        assert a.latest is not None
        assert b.earliest is not None
        assert a.latest < b.earliest
        assert one[-1] not in "?~%"
    elif not set("?~%") & set(one + other) and not is_backward(a) and not is_backward(b):
        assert a.latest is None or b.earliest is None or a.latest >= b.earliest


def is_backward(time: When) -> bool:
    """Return whether an interval ends before it begins; it proves nothing."""
    return time.earliest is not None and time.latest is not None and time.latest < time.earliest


@given(TIMES, TIMES)
def test_overlaps_is_mutual_and_excludes_an_order(one: When, other: When) -> None:
    """Overlap is symmetric, and what is certainly before another does not overlap it."""
    assert one.overlaps(other) == other.overlaps(one)
    assert not (one.overlaps(other) and one.certainly_before(other))


@given(TIMES)
def test_a_time_overlaps_itself(time: When) -> None:
    """Overlap is reflexive, where days are told and in order."""
    assert time.overlaps(time) == (time.edtf is not None and not is_backward(time))


@given(NEAR, NEAR)
def test_overlap_is_that_of_the_bounds(one: str, other: str) -> None:
    """Two dates or intervals overlap if some day lies between the bounds of both."""
    assume("T" not in one + other)
    a, b = When(edtf=one), When(edtf=other)
    first = max(a.earliest or dt.date.min, b.earliest or dt.date.min)
    last = min(a.latest or dt.date.max, b.latest or dt.date.max)
    assert a.overlaps(b) == (first <= last)


@given(TIMES)
def test_a_time_contains_itself(time: When) -> None:
    """Containment is reflexive where the days are known: no qualifier, no unknown end, not backward, no words alone."""
    known = time.edtf is not None and not set(time.edtf) & set("?~%") and not is_backward(time)
    has_unknown_end = time.edtf is not None and "/" in (time.edtf[0], time.edtf[-1])
    assert time.contains(time) == (known and not (has_unknown_end and not has_season(time)))


def has_season(time: When) -> bool:
    """Return whether a date of the time is a season."""
    return time.edtf is not None and any(date[5:7] in {"21", "22", "23", "24"} for date in time.edtf.split("/"))


@given(st.lists(TIMES, min_size=3, max_size=6))
def test_containment_is_transitive(times: list[When]) -> None:
    """What is within a part is within the whole."""
    for a, b, c in permutations(times, 3):
        if a.contains(b) and b.contains(c):
            assert a.contains(c)


@given(TIMES, TIMES)
def test_what_contains_overlaps(one: When, other: When) -> None:
    """Whatever contains another time overlaps it; two that contain each other have the same bounds."""
    if one.contains(other):
        assert one.overlaps(other)
        if other.contains(one):
            assert (one.earliest, one.latest) == (other.earliest, other.latest)


@given(TIMES, TIMES, TIMES)
def test_what_is_within_is_where_the_whole_is(whole: When, part: When, other: When) -> None:
    """What is certainly before, or after, a whole is so to each of its parts, where no zone is unknown."""
    assume(not any("T" in (time.edtf or "") for time in (whole, part, other)))
    if whole.contains(part):
        assert not whole.certainly_before(other) or part.certainly_before(other)
        assert not other.certainly_before(whole) or other.certainly_before(part)


@given(NEAR, NEAR)
def test_moments_are_in_order_in_every_zone(one: str, other: str) -> None:
    """A moment before another is so by the clock of Greenwich; before a date, it is so by every clock on earth."""
    a, b = When(edtf=one), When(edtf=other)
    if not a.certainly_before(b) or "T" not in one or len(one) < len("2001-01-01T00:30Z"):
        return
    moment = dt.datetime.fromisoformat(one)
    if "T" in other and len(other) > len("2001-01-01T00:30"):
        assert moment < dt.datetime.fromisoformat(other)
    else:
        assert b.earliest is not None
        for hours in (-12, 0, 14):
            assert moment.astimezone(dt.timezone(dt.timedelta(hours=hours))).date() < b.earliest


def test_moments_at_the_ends_of_the_calendar() -> None:
    """In Greenwich it may be another year than the calendar has."""
    last, first = When(edtf="9999-12-31T23:59-05:00"), When(edtf="0001-01-01T00:00+09:00")
    assert first.certainly_before(last)
    assert not last.certainly_before(last)
    assert last.contains(last)
    assert not last.overlaps(When(edtf="9999-12-31T23:58-05:00"))


@given(values(Edtf))
def test_bounds_exist_and_are_in_order(edtf: str) -> None:
    """A date has both bounds, the earliest not after the latest; an open or unknown end has none."""
    time = When(edtf=edtf)
    start, slash, end = edtf.partition("/")
    assert (time.earliest is None) == (start in {"", ".."})
    assert (time.latest is None) == (slash == "/" and end in {"", ".."})
    if not slash:
        assert time.earliest is not None
        assert time.latest is not None
        assert time.earliest <= time.latest


def readings(date: str) -> list[dt.date]:
    """Return every day that a date without season or clock time may mean, by trying them."""
    template = re.compile("-".join([*date.rstrip("?~%").split("-"), "XX", "XX"][:3]).replace("X", "[0-9]"))
    year = date[:4]
    years = range(int(year.replace("X", "0")), int(year.replace("X", "9")) + 1)
    found = []
    for candidate in (f"{y:04}-{m:02}-{d:02}" for y in years for m in range(1, 13) for d in range(1, 32)):
        if template.fullmatch(candidate):
            try:
                found.append(dt.date.fromisoformat(candidate))
            except ValueError:  # no such day, such as the 30th of February
                continue
    return found


@given(values(Edtf))
def test_bounds_agree_with_a_reading_day_by_day(edtf: str) -> None:
    """The bounds of a day, month, year or a date with `X` are the first and the last of the days that match it."""
    assume("/" not in edtf and "T" not in edtf and edtf[5:7] not in {"21", "22", "23", "24"})
    days = readings(edtf)
    time = When(edtf=edtf)
    assert (time.earliest, time.latest) == (days[0], days[-1])


@given(values(Edtf), values(Edtf))
def test_bounds_of_an_interval_are_those_of_its_ends(start: str, end: str) -> None:
    """An interval reaches from the first day of its start to the last day of its end."""
    assume("/" not in start + end and "T" not in start + end)
    interval = When(edtf=f"{start}/{end}")
    assert interval.earliest == When(edtf=start).earliest
    assert interval.latest == When(edtf=end).latest
