"""Dates as time words tell them: a day, a month, a day without its year.

In:  the numbers that a row's slots held. Out: a `Meaning`.
"""

from kg.extract.times.values import Meaning, Row, Slots, year_meaning
from kg.model.calendar import month_bounds
from kg.model.day import Day, days_in_month
from kg.vocabulary import Precision


def unplaced(precision: Precision = "interval") -> Meaning:
    """Return what words mean that are a time but no day: "recently"."""
    return Meaning(precision=precision)


def interval(earliest: Day | None, latest: Day | None) -> Meaning:
    """Return a stretch between two days, either of which may be open."""
    return Meaning(precision="interval", earliest=earliest, latest=latest)


def make_day(year: int, month: int, day: int) -> Meaning:
    """Return a day; 31 February is a date in words, but no day."""
    try:
        found = Day(year, month, day)
    except ValueError:
        return unplaced("day")
    return Meaning(precision="day", earliest=found, latest=found)


def make_month(year: int, month: int) -> Meaning:
    """Return a month of a year."""
    first, last = month_bounds(year, month)
    return Meaning(precision="month", earliest=first, latest=last)


def make_date(row: Row, slots: Slots) -> Meaning | None:
    """Return the date of a row's day, month and year, as far as it has them."""
    day, month = slots.find("day"), slots.find("month")
    year = slots.find("year", "anyyear")
    direction = int(row.get("direction", 0))
    if month is None:
        return None if year is None else year_meaning(year)
    if day is None:
        if year is not None:
            return make_month(year, month)
        return Meaning(precision="month", rule="month", arguments=(month, direction, 0))
    if year is not None:
        return make_day(year, month, day)
    return _day_month(month, day, direction)


def _day_month(month: int, day: int, direction: int) -> Meaning:
    if day > days_in_month(2000, month):
        return unplaced("day")
    return Meaning(precision="day", rule="day-month", arguments=(month, day, direction))
