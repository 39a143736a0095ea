"""Rules that turn time words into days, by name, and the parts of weeks, months and years.

`TimeWords.rule` names one of these; extraction writes them, resolution computes them:

  weekday (weekday, direction)       weekdays (first, last, direction)
  weekday-of-week (weekday, weeks)   week, weekend, month-of-year, year (how many on, part)
  day-month (month, day, direction)  days (month, day, month, day, direction)
  month (month, direction, part)     day-of-month (day, months on)
  anchored (first, last)             days from the time named last: "two days later"
  apart (first, last)                the same for the clause behind: "two days after they met"
  duration (days)                    since …, until …: one of the others with an open side

Monday is 0. Directions: -1 "last", 1 "next", 0 as the tense has it, 2 the nearest. A part is its
position in `PARTS`; "so-far" and "rest" depend on the day of publication.
"""

from kg.model.day import Day, days_in_month

PARTS = ("whole", "early", "middle", "late", "so-far", "rest", "first-half", "second-half")
_MONTHS_OF_PART = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_DAYS_OF_PART = 10
_FIRST_HALF, _HALF_MONTH, _HALF_YEAR = "first-half", 15, 6
_HALVES = (_FIRST_HALF, "second-half")


def month_bounds(year: int, month: int) -> tuple[Day, Day]:
    """Return the first and last day; months before 1 and after 12 count into other years."""
    years, index = divmod(month - 1, 12)
    year += years
    return Day(year, index + 1, 1), Day(year, index + 1, days_in_month(year, index + 1))


def year_bounds(year: int) -> tuple[Day, Day]:
    """Return 1 January and 31 December."""
    return Day(year, 1, 1), Day(year, 12, 31)


def part_of(first: Day, last: Day, part: int) -> tuple[Day, Day]:
    """Return the early, middle or late part of a month or year; other parts give the whole.

    Months are cut at the 10th and 20th, years after April and August: nobody means it more exactly.
    """
    name = PARTS[part]
    if name in _HALVES:
        return _half_of(first, last, name)
    if name not in _MONTHS_OF_PART:
        return first, last
    if (first.month, last.month) == (1, 12):
        start, end = _MONTHS_OF_PART[name]
        return month_bounds(first.year, start)[0], month_bounds(first.year, end)[1]
    match name:
        case "early":
            return first, first.plus(_DAYS_OF_PART - 1)
        case "middle":
            return first.plus(_DAYS_OF_PART), first.plus(2 * _DAYS_OF_PART - 1)
        case _:
            return first.plus(2 * _DAYS_OF_PART), last


def _half_of(first: Day, last: Day, name: str) -> tuple[Day, Day]:
    """Return the half of a month, cut at the 15th, or of a year, cut at the end of June."""
    if (first.month, last.month) == (1, 12):
        middle = month_bounds(first.year, _HALF_YEAR)[1]
    else:
        middle = first.plus(_HALF_MONTH - 1)
    return (first, middle) if name == _FIRST_HALF else (middle.plus(1), last)
