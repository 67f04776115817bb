"""Times: what is taken, what they mean, what they prove."""

import calendar
import datetime as dt

import pydantic
import pytest

from newsevents import Age, Source, When
from newsevents.values import _edtf

KOREA = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    "edtf",
    [
        "2024",
        "2024-02",
        "2024-02-29",
        "2024-XX",
        "2024-02-XX",
        "2024-XX-XX",
        "202X",
        "20XX",
        "000X",
        "2021?",
        "2023-03~/2024-03-16",
        "2018/..",
        "2018/",
        "../2018",
        "/2018",
        "2024-21",
        "2024-24%",
        "2024-03-15T12:30",
        "2024-03-15T12:30:59Z",
        "2024-03-15T12:30+09:00",
        "0001-01-01",
        "9999-12-31",
    ],
)
def test_takes_edtf(edtf: str) -> None:
    """EDTF level 0 and 1 is taken as it is."""
    assert When.model_validate_json(f'{{"edtf": "{edtf}"}}').edtf == edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        " 2024",
        "2024\n",
        "0000",
        "24",
        "2024-13",
        "2023-02-29",
        "1900-02-29",
        "2024-2",
        "2024-25",
        "../..",
        "/",
        "..",
        "2024?-02",
        "20X4",
        "2024-X2",
        "2024-03-15T12",
        "2024-03-15T24:00",
        "2024-03-15T12:30/2024-03-16",
        "2024-03-15T12:30?",
        "٢٠٢٤",
        "2024-02-30",
        "Y17000",
        "2024/2025/2026",
    ],
)
def test_refuses_what_is_no_edtf(edtf: str) -> None:
    """What EDTF level 1 does not know is refused, as are white space and digits of other scripts."""
    with pytest.raises(pydantic.ValidationError, match="EDTF"):
        When(edtf=edtf)


def test_needs_edtf_or_text() -> None:
    """A time of nothing is refused."""
    with pytest.raises(pydantic.ValidationError, match="a time needs edtf or text"):
        When(basis="stated")
    assert When(text="On Friday").edtf is None


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02-XX", "2023-02-01", "2023-02-28"),
        ("2024-03-15T12:30:00Z", "2024-03-15", "2024-03-15"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX?", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2023-03~/2024-03-16", "2023-03-01", "2024-03-16"),
        ("2018/..", "2018-01-01", None),
        ("/2018", None, "2018-12-31"),
        ("2024-21", "2024-01-01", "2024-12-31"),
        ("2024-22", "2023-12-01", "2025-03-31"),
        ("0001-24", "0001-01-01", "0002-03-31"),
        ("9999-24", "9998-12-01", "9999-12-31"),
    ],
)
def test_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    """The first and last day that a time may mean."""
    when = When(edtf=edtf)
    assert when.earliest == (earliest and dt.date.fromisoformat(earliest))
    assert when.latest == (latest and dt.date.fromisoformat(latest))


def test_words_alone_have_no_bounds_and_prove_nothing() -> None:
    """Without `edtf` nothing is known of the days."""
    words, year = When(text="once"), When(edtf="2019")
    assert words.earliest is None
    assert words.latest is None
    assert not words.certainly_before(year)
    assert not year.certainly_before(words)


@pytest.mark.parametrize(
    ("first", "second", "proven"),
    [
        ("2019-06", "2020", True),
        ("2019-06", "2019", False),
        ("2019", "2019", False),
        ("2020", "2019", False),
        ("2019?", "2020", False),
        ("2019", "2020~", False),
        ("2019~/2020", "2021", True),
        ("2018/..", "2030", False),
        ("2018", "../2030", False),
    ],
)
def test_certainly_before(first: str, second: str, *, proven: bool) -> None:
    """An order is proven by the days alone, and never by a date with a qualifier."""
    assert When(edtf=first).certainly_before(When(edtf=second)) is proven


@pytest.mark.parametrize(
    ("given", "edtf"),
    [
        (dt.date(2024, 3, 15), "2024-03-15"),
        (dt.datetime(2024, 3, 15, 12, 30, tzinfo=dt.UTC), "2024-03-15T12:30:00Z"),
        (dt.datetime(2024, 3, 15, 12, 30, tzinfo=KOREA), "2024-03-15T12:30:00+09:00"),
        ("2024-02", "2024-02"),
        (When(edtf="2024"), "2024"),
        ({"edtf": dt.date(2024, 3, 15)}, "2024-03-15"),
    ],
)
def test_python_values_become_canonical(given: object, edtf: str) -> None:
    """A date, a datetime or an EDTF string stands for a `When` on the Python path."""
    source = Source(id="s", title="t", form="article", published=given)
    assert source.published == When(edtf=edtf)


def test_json_takes_no_short_form() -> None:
    """In JSON a time is an object."""
    with pytest.raises(pydantic.ValidationError):
        Source.model_validate_json('{"type":"source","id":"s","title":"t","form":"wire","published":"2024"}')


def test_what_cannot_be_read_is_no_guess() -> None:
    """A string that is no EDTF is an error that names it."""
    with pytest.raises(pydantic.ValidationError, match="no time is read from 'soon'"):
        Source.model_validate({"type": "source", "id": "s", "title": "t", "form": "wire", "published": "soon"})


@pytest.mark.parametrize(
    ("given", "instant"),
    [
        (dt.datetime(2024, 3, 16, 9, 30, tzinfo=dt.UTC), "2024-03-16T09:30:00Z"),
        (dt.datetime(2024, 3, 16, 9, 30, 1, 500000, tzinfo=KOREA), "2024-03-16T09:30:01.500000+09:00"),
        ("2024-03-16T09:30:00Z", "2024-03-16T09:30:00Z"),
    ],
)
def test_instants(given: object, instant: str) -> None:
    """An aware datetime is an instant."""
    assert Source(id="s", title="t", form="wire", retrieved=given).retrieved == instant


def test_a_naive_datetime_is_no_instant() -> None:
    """Without an offset nobody knows the moment."""
    with pytest.raises(pydantic.ValidationError, match="RFC 3339"):
        Source.model_validate(
            {"type": "source", "id": "s", "title": "t", "form": "wire", "retrieved": dt.datetime(2024, 3, 16)}  # noqa: DTZ001  (on purpose)
        )


def test_dates() -> None:
    """A date is taken as one; a datetime is not, since its clock time would be lost."""
    assert Age(years=40, as_of=dt.date(2024, 3, 16)).as_of == "2024-03-16"
    with pytest.raises(pydantic.ValidationError, match="full date"):
        Age.model_validate({"years": 40, "as_of": dt.datetime(2024, 3, 16, tzinfo=dt.UTC)})


@pytest.mark.parametrize(
    ("first", "second", "proven"),
    [
        ("2024-03-15T10:30Z", "2024-03-15T10:31Z", True),
        ("2024-03-15T10:30Z", "2024-03-15T10:30:59Z", False),
        ("2024-03-15T10:30:58Z", "2024-03-15T10:30:59Z", True),
        ("2024-03-16T01:00+09:00", "2024-03-15T23:30-05:00", True),
        ("2024-03-15T23:30-05:00", "2024-03-16T01:00+09:00", False),
        ("2024-03-15T23:30-05", "2024-03-16T04:31Z", True),
        ("2024-03-15T04:44:59Z", "2024-03-15T10:15+05:30", True),
        ("2024-03-15T10:30", "2024-03-15T10:31", True),
        ("2024-03-15T10:30", "2024-03-16", True),
        ("2024-03-15T10:30Z", "2024-03-16", False),
        ("2024-03-15T10:30Z", "2024-03-17", True),
        ("2024-03-14", "2024-03-15T10:30Z", False),
        ("2024-03-13", "2024-03-15T10:30Z", True),
        ("2002/2000", "2005", False),
    ],
)
def test_zones_and_clocks(first: str, second: str, *, proven: bool) -> None:
    """Moments are compared by their zones; against a date, none may turn them; a backward interval proves nothing."""
    assert When(edtf=first).certainly_before(When(edtf=second)) is proven


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("2019-06", "2019", True),
        ("2019", "2020", False),
        ("2018/..", "2030", True),
        ("2018/", "../2019", True),
        ("2019?", "2019-12", True),
        ("2024-03-15T23:30-05:00", "2024-03-16T04:30Z", True),
        ("2024-03-15T23:30-05:00", "2024-03-15T23:30Z", False),
        ("2024-03-15T23:30Z", "2024-03-15", True),
        ("2002/2000", "2001", False),
    ],
)
def test_overlaps(first: str, second: str, *, overlap: bool) -> None:
    """Two times overlap if some day, or for two clock times with zones some second, lies within both."""
    assert When(edtf=first).overlaps(When(edtf=second)) is overlap
    assert When(edtf=second).overlaps(When(edtf=first)) is overlap


@pytest.mark.parametrize(
    ("whole", "part", "proven"),
    [
        ("2019", "2019-06", True),
        ("2019-06", "2019", False),
        ("2018/2020", "2019/2020", True),
        ("2018/..", "2019/..", True),
        ("2018/..", "2019/", True),
        ("2018/", "2019", False),
        ("../2020", "../2019", True),
        ("../2020", "2019/..", False),
        ("2019?", "2019-06", False),
        ("2019", "2019-06~", False),
        ("2019-22", "2019-22", True),
        ("2019-22", "2019-07", False),
        ("2019", "2019-21", True),
        ("2024-03-15", "2024-03-15T23:30-05:00", True),
        ("2024-03-15T10:30Z", "2024-03-15T10:30:15Z", True),
        ("2024-03-15T10:30Z", "2024-03-15T19:30:15+09:00", True),
        ("2024-03-15T10:30:15Z", "2024-03-15T10:30Z", False),
        ("2024-03-15T10:30Z", "2024-03-15T10:30:15", False),
        ("2024-03-15T10:30Z", "2024-03-15", False),
    ],
)
def test_contains(whole: str, part: str, *, proven: bool) -> None:
    """A time contains what cannot lie outside it."""
    assert When(edtf=whole).contains(When(edtf=part)) is proven


def test_words_alone_lie_nowhere() -> None:
    """Without `edtf` no time overlaps another, or contains it."""
    words, year = When(text="once"), When(edtf="2019")
    for one, other in ((words, year), (year, words), (words, words)):
        assert not one.overlaps(other)
        assert not one.contains(other)


def test_every_month_has_its_last_day() -> None:
    """As in the standard library's calendar, which takes long to load."""
    for year in range(dt.MINYEAR, dt.MAXYEAR + 1):
        for month in range(1, 13):
            assert _edtf.last_day(year, month) == calendar.monthrange(year, month)[1]
