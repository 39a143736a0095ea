"""Dates of the Islamic calendar as days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.day import Day
from kg.model.hijri import hijri_day, hijri_month, hijri_year


@pytest.mark.parametrize(
    ("date", "expected"),
    [((1445, 9, 1), "2024-03-11"), ((1400, 1, 1), "1979-11-21"), ((1, 1, 1), "0622-07-19")],
)
def test_known_days_are_met(date: tuple[int, int, int], expected: str) -> None:
    assert str(hijri_day(*date)) == expected


@given(st.integers(1, 1599), st.integers(1, 12))
def test_months_have_29_or_30_days_and_follow_one_another(year: int, month: int) -> None:
    first, last = hijri_month(year, month)
    assert last.ordinal - first.ordinal + 1 in (29, 30)
    following = hijri_month(year, month + 1) if month < 12 else hijri_month(year + 1, 1)
    assert following[0] == last.plus(1)


@given(st.integers(1, 1599))
def test_years_have_354_or_355_days(year: int) -> None:
    first, last = hijri_year(year)
    assert last.ordinal - first.ordinal + 1 in (354, 355)


@pytest.mark.parametrize("date", [(1445, 13, 1), (1445, 0, 1), (1445, 1, 31), (0, 1, 1)])
def test_what_the_calendar_does_not_have_is_refused(date: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="Islamic"):
        hijri_day(*date)


def test_a_day_is_a_day_of_ours() -> None:
    assert isinstance(hijri_day(1445, 1, 1), Day)
