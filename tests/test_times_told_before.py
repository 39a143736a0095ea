"""Times that count from one that the article has named before."""

import pytest

from kg.extract.anchors import tie_times
from kg.extract.times.finder import find_times
from kg.model.day import Day
from kg.model.timespan import TimeSpan, TimeWords
from kg.resolve.times import resolve_time, retime
from kg.vocabulary import Language, Tense
from tests.reading import sentence

THURSDAY = Day(2025, 4, 10)
THURSDAY_IN_MAY = Day(2025, 5, 8)


def tied(text: str, language: Language) -> tuple[TimeWords, ...]:
    """Return the times of a text, those that count from another one with their anchors."""
    return tie_times(find_times(sentence(text, language), language), None)[0]


def resolved(words: TimeWords, published: Day | None, tense: Tense = "past") -> TimeSpan:
    span = resolve_time(words, published, tense)
    assert span is not None
    return span


def days(span: TimeSpan) -> str:
    return f"{span.earliest}..{span.latest}" if span.earliest != span.latest else str(span.latest)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("On 5 May they met. Three days earlier they had talked.", "en", "2025-05-02"),
        ("They met on Tuesday. Two days later they spoke again.", "en", "2025-05-08"),
        ("التقيا يوم الثلاثاء. وفي اليوم التالي تحادثا.", "ar", "2025-05-07"),
        ("التقيا في 5 أيار 2024. قبل ذلك بيومين تحادثا.", "ar", "2024-05-03"),
        ("They met on Tuesday. They spoke hours later.", "en", "2025-05-06"),
        ("التقيا يوم الثلاثاء. وتحادثا مساء اليوم نفسه.", "ar", "2025-05-06"),
        ("Salı günü görüştüler. Akşam saatlerinde konuştular.", "tr", "2025-05-06"),
        ("Salı günü görüştüler. Birkaç saat sonra konuştular.", "tr", "2025-05-06"),
        ("נפגשו ביום שלישי. זמן קצר לאחר מכן שוחחו.", "he", "2025-05-06"),
        ("They met on Tuesday. Later in the day they spoke.", "en", "2025-05-06"),
        ("They met on Tuesday. Late that night they spoke.", "en", "2025-05-06"),
    ],
)
def test_times_count_from_the_one_named_last(text: str, language: Language, expected: str) -> None:
    first, second = tied(text, language)
    assert first.anchor is None
    span = resolved(second, THURSDAY_IN_MAY)
    assert (days(span), span.basis) == (expected, "relative")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They met in March. They also spoke that month.", "en", "2025-03-01..2025-03-31"),
        ("התכנסו ביולי. באותו חודש שוחחו.", "he", "2024-07-01..2024-07-31"),
        ("28 Nisan'da görüştüler. O hafta konuştular.", "tr", "2025-04-28..2025-05-04"),
        ("They met on Tuesday. They spoke twice since then.", "en", "2025-05-06..2025-05-08"),
    ],
)
def test_weeks_and_months_told_are_whole(text: str, language: Language, expected: str) -> None:
    _, words = tied(text, language)
    assert days(resolved(words, THURSDAY_IN_MAY)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Later in the day they spoke.", "en"),
        ("تحادثا ظهراً.", "ar"),
        ("Akşam saatlerinde konuştular.", "tr"),
        ("שוחחו בבוקר.", "he"),
    ],
)
def test_a_part_of_a_day_alone_is_of_the_day_of_publication(text: str, language: Language) -> None:
    (words,) = tied(text, language)
    span = resolved(words, THURSDAY)
    assert (days(span), span.offset_days) == ("2025-04-10", (0, 0))
    assert resolved(words, None).basis == "unresolved"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She came on Wednesday. They will meet in the evening.", "None"),
        ("She came yesterday. They will meet in the evening.", "2025-04-10"),
        ("She comes tomorrow. Later that day they will meet.", "2025-04-11"),
        ("She comes on Friday. They will meet in the evening.", "2025-04-11"),
    ],
)
def test_the_evening_of_what_is_to_come_is_today_or_of_a_day_near(text: str, expected: str) -> None:
    _, words = tied(text, "en")
    assert days(resolved(words, THURSDAY, "future")) == expected


def test_a_part_of_a_day_is_of_the_day_told_first_not_of_one_far_before() -> None:
    lead = "ROME, 8 April - The two met on Wednesday to talk of grain and of gas."
    other = " A meeting set for Sunday fell through." + " Nobody told the reporters why." * 8
    times = tied(f"{lead}{other} Later in the day they spoke.", "en")
    assert days(resolved(times[-1], THURSDAY)) == "2025-04-09"


def test_a_time_counted_from_one_named_last_moves_with_publication() -> None:
    _, words = tied("They met on Tuesday. Two days later they spoke again.", "en")
    span = resolved(words, Day.parse("2025-04-11"))
    moved = retime(span, words, Day.parse("2025-04-18"))
    assert (str(moved.earliest), moved.offset_days) == ("2025-04-17", span.offset_days)
    assert retime(span, words, None).earliest is None


def test_a_time_with_nothing_to_count_from_stays_unresolved() -> None:
    (words,) = tied("Three days earlier they had talked.", "en")
    span = resolved(words, Day.parse("2025-04-11"))
    assert (span.basis, span.earliest) == ("unresolved", None)
