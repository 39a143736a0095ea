"""Times that count from publication are not those of what was told long before."""

import pytest

from kg.model.day import Day
from kg.resolve.times import resolve_time
from kg.vocabulary import Language
from tests.reading import read_lines

PUBLISHED = Day.parse("2024-05-16")


def days(language: Language, text: str) -> list[tuple[str | None, str | None]]:
    """The first and last day of each meeting."""
    spans = [
        resolve_time(m.time.words, PUBLISHED, m.time.tense)
        for m in read_lines(text, language).meetings
        if m.time is not None
    ]
    return [
        (str(s.earliest) if s.earliest else None, str(s.latest) if s.latest else None)
        for s in spans
        if s is not None
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya said in 2015 it would meet Uganda before the end of the year."),
        ("en", "In 2018, Kenya and Uganda agreed to meet by Christmas."),
        ("en", "Last month Kenya and Uganda agreed to meet before the end of the month."),
        ("ar", "وقالت كينيا في 2019 إنها ستجتمع مع أوغندا قبل رمضان."),
    ],
)
def test_the_end_of_a_year_told_of_long_ago_is_not_this_ones(language: Language, text: str) -> None:
    assert days(language, text) == [(None, None)]


def test_what_is_told_now_begins_on_the_day_of_publication() -> None:
    text = "Kenya and Uganda will meet before the end of the month."
    assert days("en", text) == [("2024-05-16", "2024-05-31")]


def test_the_same_week_is_the_week_told_of_wherever_it_begins() -> None:
    told = "Geçen hafta Kenya ile Uganda görüştü. Aynı hafta Kenya ile Togo görüştü."
    last_week, same_week = days("tr", told)
    assert same_week == last_week
