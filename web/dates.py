"""Days as words of the interface language.

Gregorian calendar and Latin digits everywhere, as in the drawings; Arabic month names as in the
Levant (نيسان), whose conflicts the sample articles tell. Days are of any year, also before year 1.
Source: month names and eras of CLDR, through babel.
"""

from functools import cache

from babel import Locale

from kg.model.day import Day
from kg.vocabulary import Precision

_LOCALES = {"en": "en_GB", "ar": "ar_SY", "tr": "tr", "he": "he"}
_DAY = {"he": "{day} ב{month}"}


def format_day(day: Day, language: str, precision: Precision = "day") -> str:
    """Return "9 April 2025", for a month "April 2025", for a year "2025"."""
    locale = _locale(language)
    year = str(day.year) if day.year > 0 else f"{1 - day.year} {locale.eras['abbreviated'][0]}"
    if precision == "year":
        return year
    month = str(locale.months["format"]["wide"][day.month])
    if precision == "month":
        return f"{month} {year}"
    return f"{_DAY.get(language, '{day} {month}').format(day=day.day, month=month)} {year}"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, "en_GB"))
