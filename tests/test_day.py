"""Days of any year."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.day import Day, days_in_month, is_leap

DAYS = st.integers(-10_000_000, 10_000_000).map(Day.from_ordinal)


@given(st.dates())
def test_a_day_agrees_with_python_where_python_has_days(date: dt.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert str(day) == date.isoformat()
    assert day.ordinal == (date - dt.date(1970, 1, 1)).days
    assert day.weekday == date.weekday()


@given(DAYS)
def test_ordinals_and_text_lead_back_to_the_day(day: Day) -> None:
    assert Day.from_ordinal(day.ordinal) == day
    assert Day.parse(str(day)) == day


@given(DAYS, st.integers(-1_000_000, 1_000_000))
def test_adding_days_keeps_order_and_distance(day: Day, days: int) -> None:
    later = day.plus(days)
    assert later.ordinal - day.ordinal == days
    assert (later > day) == (days > 0)


@pytest.mark.parametrize(
    "text", ["2025-04-10", "0000-01-01", "-0044-03-15", "12025-12-31", "2024-02-29"]
)
def test_days_of_any_year_are_read_and_written(text: str) -> None:
    assert str(Day.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["2025-02-31", "2025-02-29", "2025-13-01", "2025-04-00", "-0001-02-30"]
)
def test_a_day_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no such"):
        Day.parse(text)


@pytest.mark.parametrize(
    "text", ["", "2025", "10/4/2025", "2025-4-10", "2025-04-10T08:00", "٢٠٢٥-٠٤-١", "tomorrow"]
)
def test_text_that_is_no_iso_day_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 2025-04-10"):
        Day.parse(text)


def test_year_zero_is_a_leap_year_before_year_one() -> None:
    assert is_leap(0)
    assert Day(0, 12, 31).plus(1) == Day(1, 1, 1)
    assert Day(-1, 12, 31) < Day(0, 1, 1)


def test_february_has_29_days_in_leap_years_alone() -> None:
    assert [days_in_month(year, 2) for year in (1900, 2000, 2023, 2024, -4)] == [28, 29, 28, 29, 29]
