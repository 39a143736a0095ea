"""Days in words, of any year."""

import pytest

from kg.model.day import Day
from kg.vocabulary import Precision
from web.dates import format_day


@pytest.mark.parametrize(
    ("day", "tag", "precision", "words"),
    [
        (Day(2025, 4, 9), "en-GB", "day", "9 April 2025"),
        (Day(2025, 4, 9), "ar-SY", "day", "9 نيسان 2025"),
        (Day(2025, 4, 9), "ar", "day", "9 أبريل 2025"),
        (Day(2025, 4, 9), "tr", "day", "9 Nisan 2025"),
        (Day(2025, 4, 9), "he", "day", "9 באפריל 2025"),
        (Day(2025, 4, 1), "ar-SY", "month", "نيسان 2025"),
        (Day(2025, 1, 1), "en-GB", "year", "2025"),
        (Day(-43, 3, 15), "en-GB", "day", "15 March 44 BC"),
        (Day(0, 1, 1), "ar-SY", "year", "1 ق.م"),
        (Day(12025, 12, 31), "en-GB", "day", "31 December 12025"),
    ],
)
def test_days_are_said_in_the_interface_language(
    day: Day, tag: str, precision: Precision, words: str
) -> None:
    assert format_day(day, tag, precision) == words
