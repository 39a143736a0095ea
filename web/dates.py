"""Days as words of the interface language.

Gregorian calendar and Latin digits everywhere, as in the texts; Arabic month names as in the
Levant (نيسان), whose conflicts the sample articles tell. Years that Python's dates cannot hold are
written as ISO text.
"""

import datetime as dt

from babel.dates import format_date

from kg.model.day import Day

_LOCALES = {"en": "en_GB", "ar": "ar_SY", "tr": "tr", "he": "he"}


def format_day(day: Day | str | None, language: str) -> str:
    """Return the day as "9 April 2025"; "" for None."""
    if day is None:
        return ""
    known = Day.parse(day) if isinstance(day, str) else day
    if not 1 <= known.year <= 9999:
        return str(known)
    date = dt.date(known.year, known.month, known.day)
    return format_date(date, "d MMMM y", locale=_LOCALES.get(language, "en_GB"))
