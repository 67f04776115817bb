"""Periods: what they tell of many times is what the times tell one by one."""

from hypothesis import given
from hypothesis import strategies as st

from newsevents import When
from newsevents.rules._period import Periods

_WRITINGS = """
2018 2019 2020 2019-03 2019-03-05 2019-03-06 2019~ 2019-24 201X 2018/2019 2020/2018 2018/.. ../2019 2019/ /2019
2018?/2019 2019/2020~ 2019-03-05T10:00 2019-03-05T10:00:30 2020-01-01T00:00 2019-03-05T11:00Z 2019-03-05T23:30-05:00
2019-03-06T00:30+09:00 2019-03-07T00:00+14:00 0001-01-01T00:00+14:00 9999-12-31T23:59-12:00
"""
_EDTF = st.sampled_from(_WRITINGS.split())
TIMES = st.one_of(_EDTF.map(lambda edtf: When(edtf=edtf)), st.just(When(text="then")))


@given(st.lists(st.one_of(TIMES, st.none()), min_size=1, max_size=6), TIMES)
def test_before_and_after(times: list[When | None], when: When) -> None:
    """All of them are, or it is not certain."""
    periods = Periods(times)
    assert periods.before(when) is all(time is not None and time.certainly_before(when) for time in times)
    assert periods.after(when) is all(time is not None and when.certainly_before(time) for time in times)


@given(st.lists(st.one_of(TIMES, st.none()), max_size=6), st.lists(_EDTF, min_size=1, max_size=6))
def test_one_within(times: list[When | None], others: list[str]) -> None:
    """One that is neither before all of the others nor after all of them."""
    told = [When(edtf=edtf) for edtf in others]
    expected = any(
        time is None
        or not (all(time.certainly_before(each) for each in told) or all(each.certainly_before(time) for each in told))
        for time in times
    )
    assert Periods(times).has_one_within(Periods(told)) is expected
