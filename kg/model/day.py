"""A calendar day of any year: proleptic Gregorian, with year 0 and years before it.

Python's `datetime.date` ends at years 1 and 9999 and RDF libraries drop what it cannot hold, so
days have a type of their own.
In:  ISO 8601 / xsd:date text ("2025-04-10", "-0044-03-15", "12025-01-01").
Out: `Day`, ordered, with day arithmetic.
Source: XSD 1.1 part 2, 3.3.9 (year 0000 is 1 BCE); days <-> civil date after Howard Hinnant,
"chrono-Compatible Low-Level Date Algorithms".
"""

import re
from dataclasses import dataclass

_ISO = re.compile(r"(-?)(\d{4,9})-(\d{2})-(\d{2})")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """True for a leap year of the proleptic Gregorian calendar (year 0 is one)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """One day. Raises ValueError for a day that no calendar has, such as 31 February."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"{self.year}-{self.month}-{self.day}: there is no such month")
        if not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(
                f"{self.year:04d}-{self.month:02d}-{self.day:02d}: that month has no such day"
            )

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read an ISO day. Raises ValueError saying what is wrong with it."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is not a day: write it as 2025-04-10")
        sign, year, month, day = match.groups()
        return cls(-int(year) if sign else int(year), int(month), int(day))

    @classmethod
    def from_ordinal(cls, ordinal: int) -> "Day":
        """Return the day `ordinal` days after 1970-01-01."""
        shifted = ordinal + 719468
        era, day_of_era = divmod(shifted, 146097)
        year_of_era = (
            day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
        ) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        month_from_march = (5 * day_of_year + 2) // 153
        day = day_of_year - (153 * month_from_march + 2) // 5 + 1
        month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
        return cls(year_of_era + era * 400 + (month <= 2), month, day)

    @property
    def ordinal(self) -> int:
        """Days since 1970-01-01; negative before it."""
        year = self.year - (self.month <= 2)
        era, year_of_era = divmod(year, 400)
        month_from_march = (self.month + 9) % 12
        day_of_year = (153 * month_from_march + 2) // 5 + self.day - 1
        day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
        return era * 146097 + day_of_era - 719468

    @property
    def weekday(self) -> int:
        """Monday 0 to Sunday 6, as `datetime.date.weekday`."""
        return (self.ordinal + 3) % 7

    def plus(self, days: int) -> "Day":
        """Return the day that many days later (earlier when negative)."""
        return Day.from_ordinal(self.ordinal + days)

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"
