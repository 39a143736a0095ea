"""Days as words of the interface language.

In:  a day, a locale ("en-GB"; "ar-SY" for نيسان, "ar" for أبريل), the digits. The calendar is the
Gregorian one everywhere, as in the drawings. Days are of any year, also before year 1.
Source: month names and eras of CLDR, through babel.
"""

from functools import cache

from babel import Locale

from kg.model.day import Day
from kg.vocabulary import Precision

from .figures import Digits, in_digits

_DAY = {"he": "{day} ב{month}"}


def format_day(day: Day, tag: str, precision: Precision = "day", digits: Digits = "latn") -> str:
    """Return "9 April 2025", for a month "April 2025", for a year "2025"."""
    return in_digits(_in_words(day, tag, precision), digits)


def month_names(tag: str) -> str:
    """Return what a locale calls April and August: where Arabic names differ most."""
    months = _locale(tag).months["format"]["wide"]
    return f"{months[4]}، {months[8]}"


def _in_words(day: Day, tag: str, precision: Precision) -> str:
    locale = _locale(tag)
    year = str(day.year) if day.year > 0 else f"{1 - day.year} {locale.eras['abbreviated'][0]}"
    if precision == "year":
        return year
    month = str(locale.months["format"]["wide"][day.month])
    if precision == "month":
        return f"{month} {year}"
    return f"{_DAY.get(tag, '{day} {month}').format(day=day.day, month=month)} {year}"


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")
