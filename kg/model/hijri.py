"""Turn dates of the Islamic calendar into days, by its arithmetic form.

In:  year, month (1 to 12), day. Out: the `Day`. Where a month begins by the sighting of the moon,
the day may be one off; the arithmetic calendar is the one that is the same everywhere.
Source: the rule of 11 leap years in 30 that any handbook of calendars gives; its epoch is
16 July 622 of the Julian calendar.
"""

from kg.model.day import Day

_MONTHS = 12
_EPOCH = 1948440 - 385  # Julian day number from which the sum below counts
_ORIGIN, _ORIGIN_DAY = 2440588, Day(1970, 1, 1)  # the same day in both ways of counting


def hijri_day(year: int, month: int, day: int) -> Day:
    """Return the day. Raises ValueError for a date that the calendar does not have."""
    if not (1 <= month <= _MONTHS and 1 <= day <= 30 and year > 0):
        raise ValueError(f"{year}-{month}-{day} is no date of the Islamic calendar")
    number = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + _EPOCH
    return _ORIGIN_DAY.plus(number - _ORIGIN)


def hijri_month(year: int, month: int) -> tuple[Day, Day]:
    """Return the first and last day of a month."""
    later = (year, month + 1) if month < _MONTHS else (year + 1, 1)
    return hijri_day(year, month, 1), hijri_day(*later, 1).plus(-1)


def hijri_year(year: int) -> tuple[Day, Day]:
    """Return the first and last day of a year."""
    return hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1).plus(-1)
