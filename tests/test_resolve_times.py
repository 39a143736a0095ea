"""Time words, given their days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.finder import find_times
from kg.model.calendar import PARTS, part_of, year_bounds
from kg.model.day import Day, days_in_month
from kg.model.span import Span
from kg.model.timespan import TimeSpan, TimeWords
from kg.resolve.times import inferred_before, resolve_time, retime
from kg.vocabulary import Language, Tense
from tests.reading import sentence

THURSDAY = Day(2025, 4, 10)


def words_in(text: str, language: Language) -> TimeWords:
    (words,) = find_times(sentence(text, language), language)
    return words


def resolve(
    text: str, language: Language, published: Day | None = THURSDAY, tense: Tense = "past"
) -> TimeSpan:
    span = resolve_time(words_in(text, language), published, tense)
    assert span is not None
    return span


def days(span: TimeSpan) -> str:
    return f"{span.earliest}..{span.latest}" if span.earliest != span.latest else str(span.latest)


@pytest.mark.parametrize(
    ("language", "text", "tense", "expected"),
    [
        ("ar", "أمس", "past", "2025-04-09"),
        ("ar", "أمس الأربعاء", "past", "2025-04-09"),
        ("ar", "أول أمس", "past", "2025-04-08"),
        ("ar", "غدا", "future", "2025-04-11"),
        ("ar", "قبل ثلاثة أيام", "past", "2025-04-07"),
        ("ar", "خلال الأيام المقبلة", "future", "2025-04-10..2025-04-20"),
        ("ar", "الخميس", "past", "2025-04-10"),
        ("ar", "الخميس الماضي", "past", "2025-04-03"),
        ("ar", "الاثنين المقبل", "future", "2025-04-14"),
        ("ar", "الخميس المقبل", "future", "2025-04-17"),
        ("ar", "الشهر الماضي", "past", "2025-03-01..2025-03-31"),
        ("ar", "العام المقبل", "future", "2026-01-01..2026-12-31"),
        ("ar", "10 نيسان/أبريل 2025", "past", "2025-04-10"),
        ("ar", "مارس الماضي", "past", "2025-03-01..2025-03-31"),
        ("ar", "نيسان الماضي", "past", "2024-04-01..2024-04-30"),
        ("en", "on Friday", "past", "2025-04-04"),
        ("en", "on Friday", "future", "2025-04-11"),
        ("en", "on Friday", "present", "2025-04-11"),
        ("en", "on Wednesday", "present", "2025-04-09"),
        ("en", "on Friday", "none", "2025-04-04"),
        ("en", "last Thursday", "past", "2025-04-03"),
        ("en", "next Thursday", "future", "2025-04-17"),
        ("en", "Tuesday last week", "past", "2025-04-01"),
        ("en", "from Monday to Wednesday", "past", "2025-04-07..2025-04-09"),
        ("en", "from Monday to Wednesday", "future", "2025-04-14..2025-04-16"),
        ("en", "last week", "past", "2025-03-29..2025-04-06"),
        ("en", "earlier this week", "past", "2025-04-05..2025-04-10"),
        ("en", "later this week", "future", "2025-04-10..2025-04-13"),
        ("en", "this week", "past", "2025-04-05..2025-04-10"),
        ("en", "this week", "none", "2025-04-05..2025-04-13"),
        ("en", "early next week", "future", "2025-04-12..2025-04-16"),
        ("en", "over the weekend", "past", "2025-04-04..2025-04-06"),
        ("en", "over the weekend", "future", "2025-04-11..2025-04-13"),
        ("en", "last weekend", "past", "2025-04-04..2025-04-06"),
        ("en", "this month", "past", "2025-04-01..2025-04-10"),
        ("en", "this year", "future", "2025-04-10..2025-12-31"),
        ("en", "the end of the year", "future", "2025-09-01..2025-12-31"),
        ("en", "the end of the month", "future", "2025-04-21..2025-04-30"),
        ("en", "10 January", "past", "2025-01-10"),
        ("en", "10 December", "past", "2024-12-10"),
        ("en", "10 December", "future", "2025-12-10"),
        ("en", "10 December", "none", "2024-12-10"),
        ("en", "10 April", "past", "2025-04-10"),
        ("en", "10 April", "future", "2025-04-10"),
        ("en", "29 February", "past", "2024-02-29"),
        ("en", "29 February", "future", "2028-02-29"),
        ("en", "from 9 to 11 April", "past", "2025-04-09..2025-04-11"),
        ("en", "from 3 to 5 May", "past", "2024-05-03..2024-05-05"),
        ("en", "from 3 to 5 May", "future", "2025-05-03..2025-05-05"),
        ("en", "from 30 December to 2 January", "past", "2024-12-30..2025-01-02"),
        ("en", "in May", "past", "2024-05-01..2024-05-31"),
        ("en", "in May", "future", "2025-05-01..2025-05-31"),
        ("en", "in May", "none", "2025-05-01..2025-05-31"),
        ("en", "in March", "none", "2025-03-01..2025-03-31"),
        ("en", "late March", "past", "2025-03-21..2025-03-31"),
        ("en", "last April", "past", "2024-04-01..2024-04-30"),
        ("en", "the 3rd of this month", "past", "2025-04-03"),
        ("en", "the 31st of last month", "past", "2025-03-31"),
        ("en", "within two weeks", "future", "2025-04-10..2025-04-24"),
        ("en", "in two weeks", "past", "2025-03-27..2025-04-10"),
        ("en", "within two weeks", "none", "2025-03-27..2025-04-24"),
        ("en", "since Thursday", "past", "2025-04-10"),
        ("en", "since last week", "past", "2025-03-29..2025-04-10"),
        ("en", "since 2011", "present", "2011-01-01..2025-04-10"),
        ("en", "by Friday", "future", "2025-04-10..2025-04-11"),
        ("en", "by 2030", "future", "2025-04-10..2030-12-31"),
        ("en", "by Friday", "past", "None..2025-04-11"),
        ("en", "44 BC", "past", "-0043-01-01..-0043-12-31"),
        ("en", "before the end of June", "future", "2025-04-10..2025-06-30"),
        ("en", "before the end of the month", "future", "2025-04-10..2025-04-30"),
        ("en", "before the end of the month", "present", "2025-04-10..2025-04-30"),
        ("en", "before the end of June", "past", "None..2025-06-30"),
        ("en", "in two weeks", "future", "2025-04-21..2025-04-27"),
        ("ar", "بعد ثلاثة أيام", "future", "2025-04-13"),
        ("ar", "قبل نهاية فبراير المقبل", "future", "2025-04-10..2026-02-28"),
        ("ar", "قبل شهر رمضان", "future", "2025-04-10..2026-02-17"),
        ("ar", "مطلع العام المقبل", "future", "2026-01-01..2026-01-31"),
        ("ar", "الأسبوع الأول من العام الجديد", "future", "2026-01-01..2026-01-07"),
        ("ar", "الربع الأول من السنة المقبلة", "future", "2026-01-01..2026-03-31"),
        ("ar", "في 6 من الشهر الجاري", "past", "2025-04-06"),
        ("ar", "يوم امس الاول", "past", "2025-04-08"),
        ("ar", "قبل ظهر أمس", "past", "2025-04-09"),
        ("tr", "salıyı çarşambaya bağlayan gece", "past", "2025-04-08..2025-04-09"),
        ("tr", "cumartesiden bu yana", "past", "2025-04-05..2025-04-10"),
        ("tr", "hafta başında", "past", "2025-04-07..2025-04-08"),
        ("tr", "yaza", "future", "2025-06-01..2025-08-31"),
        ("tr", "ağustosun son haftasında", "past", "2024-08-25..2024-08-31"),
        ("tr", "yıl sonundan önce", "future", "2025-04-10..2025-12-31"),
        ("he", "בעוד עשרה ימים", "future", "2025-04-20"),
        ("he", "בשבוע שאחרי הבא", "future", "2025-04-19..2025-04-27"),
        ("he", "לסוף השבוע", "present", "2025-04-11..2025-04-13"),
        ("he", "בתחילת השבוע הבא", "future", "2025-04-12..2025-04-16"),
        ("he", "בליל שישי", "past", "2025-04-04"),
        ("he", "מאז ינואר", "past", "2025-01-01..2025-04-10"),
        ("he", "לפני סוף החודש", "future", "2025-04-10..2025-04-30"),
        ("he", "בלילה", "past", "2025-04-09..2025-04-10"),
        ("en", "before Christmas", "future", "2025-04-10..2025-12-24"),
        ("en", "before Christmas", "past", "None"),
        ("en", "before Monday", "future", "2025-04-10..2025-04-13"),
        ("en", "before the weekend", "future", "2025-04-10..2025-04-11"),
        ("en", "before Ramadan", "future", "2025-04-10..2026-02-17"),
        ("en", "in early summer", "future", "2025-06-01..2025-06-30"),
        ("en", "last summer", "past", "2024-06-01..2024-08-31"),
        ("en", "this winter", "past", "2024-12-01..2025-02-28"),
        ("en", "this spring", "past", "2025-03-01..2025-04-10"),
        ("en", "next autumn", "future", "2025-09-01..2025-11-30"),
        ("en", "in August last year", "past", "2024-08-01..2024-08-31"),
        ("en", "10 March last year", "past", "2024-03-10"),
        ("en", "early next month", "future", "2025-05-01..2025-05-10"),
        ("en", "in the middle of next week", "future", "2025-04-15..2025-04-17"),
        ("en", "in the last week of this month", "future", "2025-04-24..2025-04-30"),
        ("en", "in the first week of January", "future", "2026-01-01..2026-01-07"),
        ("en", "in the first quarter of next year", "future", "2026-01-01..2026-03-31"),
        ("en", "the spring of last year", "past", "2024-03-01..2024-05-31"),
        ("en", "on the 7th", "past", "2025-04-07"),
    ],
)
def test_times_seen_from_thursday_10_april(
    language: Language, text: str, tense: Tense, expected: str
) -> None:
    assert days(resolve(text, language, tense=tense)) == expected


def test_yesterday_keeps_day_precision_and_its_offset() -> None:
    span = resolve("أمس", "ar")
    assert (span.precision, span.basis, span.offset_days) == ("day", "relative", (-1, -1))
    assert (span.text, span.tense, span.dated) == ("أمس", "past", True)


def test_an_explicit_date_needs_no_publication() -> None:
    span = resolve("10 أبريل 2025", "ar", published=None)
    assert (days(span), span.basis, span.dated) == ("2025-04-10", "explicit", True)


@pytest.mark.parametrize("text", ["أمس", "خلال الأيام المقبلة"])
def test_without_publication_an_offset_stays_relative(text: str) -> None:
    span = resolve(text, "ar", published=None)
    assert (span.basis, span.earliest, span.latest) == ("relative", None, None)
    assert span.offset_days == words_in(text, "ar").offset_days
    assert not span.dated


@pytest.mark.parametrize("text", ["on Friday", "10 April", "last month", "since Thursday"])
def test_without_publication_a_rule_has_no_bounds(text: str) -> None:
    span = resolve(text, "en", published=None)
    assert (span.basis, span.earliest, span.latest) == ("relative", None, None)
    assert span.offset_days is None


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "في الآونة الأخيرة"), ("en", "31 February 2025"), ("en", "two days later")],
)
def test_words_that_name_no_day_stay_unresolved(language: Language, text: str) -> None:
    span = resolve(text, language)
    assert (span.basis, span.precision, span.text) == ("unresolved", None, text)
    assert not span.dated


def test_a_day_that_the_month_has_not_is_unresolved() -> None:
    assert resolve("the 31st of next month", "en", Day(2025, 3, 1)).basis == "unresolved"


def test_a_span_throughout_keeps_its_extent() -> None:
    assert resolve("from 3 to 5 May 2025", "en").extent == "throughout"
    assert resolve("between 3 and 5 May 2025", "en").extent == "within"


def test_no_words_are_no_time() -> None:
    assert resolve_time(None, THURSDAY, "past") is None


def test_an_inferred_time_is_not_after_publication_and_not_dated() -> None:
    span = inferred_before(THURSDAY)
    assert (span.text, span.earliest, span.latest) == (None, None, THURSDAY)
    assert (span.basis, span.dated) == ("inferred", False)


@pytest.mark.parametrize("text", ["yesterday", "on Friday", "in 2024", "recently", "since 2011"])
def test_another_publication_date_gives_what_it_would_have_given_first(text: str) -> None:
    words = words_in(text, "en")
    for published in (None, Day(2024, 2, 29), THURSDAY):
        again = retime(resolve(text, "en"), words, published)
        assert again == resolve(text, "en", published)


def test_an_inferred_time_moves_with_the_publication_date() -> None:
    assert retime(inferred_before(THURSDAY), None, None) == inferred_before(None)


def test_a_time_whose_words_are_found_no_more_stays() -> None:
    span = resolve("yesterday", "en")
    assert retime(span, None, None) == span


NUMBERS = st.integers(-400, 4000)
PUBLISHED = st.integers(-800_000, 3_000_000).map(Day.from_ordinal)
WEEKDAY, DIRECTION = st.integers(0, 6), st.integers(-1, 1)
MONTH, DAY, PART = st.integers(1, 12), st.integers(1, 28), st.integers(0, len(PARTS) - 1)
RULES = st.one_of(
    st.tuples(st.just("weekday"), st.tuples(WEEKDAY, DIRECTION)),
    st.tuples(st.just("weekdays"), st.tuples(WEEKDAY, WEEKDAY, DIRECTION)),
    st.tuples(st.just("weekday-of-week"), st.tuples(WEEKDAY, DIRECTION)),
    st.tuples(
        st.sampled_from(["week", "weekend", "month-of-year", "year"]), st.tuples(DIRECTION, PART)
    ),
    st.tuples(st.just("day-month"), st.tuples(MONTH, DAY, DIRECTION)),
    st.tuples(st.just("day-month"), st.tuples(st.just(2), st.just(29), DIRECTION)),
    st.tuples(st.just("days"), st.tuples(MONTH, DAY, MONTH, DAY, DIRECTION)),
    st.tuples(st.just("days"), st.tuples(MONTH, DAY, st.just(2), st.just(29), DIRECTION)),
    st.tuples(st.just("month"), st.tuples(MONTH, DIRECTION, PART)),
    st.tuples(st.just("day-of-month"), st.tuples(st.integers(1, 31), DIRECTION)),
    st.tuples(st.just("duration"), st.tuples(st.integers(1, 5000))),
    *(
        st.tuples(st.just("season"), st.tuples(*map(st.just, months), DIRECTION, st.integers(0, 3)))
        for months in ((3, 5), (6, 8), (9, 11), (12, 2))
    ),
    st.tuples(st.just("new-year"), st.tuples(st.just(0), PART)),
    st.tuples(st.just("months-of year"), st.tuples(MONTH, st.just(12), DIRECTION, PART)),
    st.tuples(
        st.just("days-of month"), st.tuples(st.just(-7), st.just(-1), MONTH, DIRECTION, PART)
    ),
    st.tuples(st.just("hijri-month"), st.tuples(MONTH)),
)


@given(
    rule=RULES,
    side=st.sampled_from(["", "since ", "until ", "before ", "before-end "]),
    published=PUBLISHED,
    tense=st.sampled_from(["past", "present", "future", "none"]),
)
def test_every_rule_gives_bounds_in_order(
    rule: tuple[str, tuple[int, ...]], side: str, published: Day, tense: Tense
) -> None:
    name, arguments = rule
    words = TimeWords(
        span=Span(0, 1),
        text="x",
        precision="interval",
        rule=side + name,
        arguments=arguments,
    )
    span = resolve_time(words, published, tense)  # TimeSpan itself refuses bounds out of order
    assert span is not None
    assert span.basis == "relative" or name == "day-of-month" or side == "before "


@given(weekday=WEEKDAY, published=PUBLISHED)
def test_a_weekday_is_that_weekday_and_on_the_side_of_the_tense(
    weekday: int, published: Day
) -> None:
    for tense, direction in (("past", -1), ("future", 1)):
        for strict in (0, direction):
            words = TimeWords(
                span=Span(0, 1),
                text="x",
                precision="day",
                rule="weekday",
                arguments=(weekday, strict),
            )
            span = resolve_time(words, published, tense)  # type: ignore[arg-type]  # a literal
            assert span is not None
            assert span.earliest == span.latest
            assert span.earliest is not None
            assert span.earliest.weekday == weekday
            distance = (span.earliest.ordinal - published.ordinal) * direction
            assert (1 if strict else 0) <= distance <= (7 if strict else 6)


@given(year=NUMBERS, month=MONTH)
def test_early_middle_and_late_cut_a_month_without_a_gap(year: int, month: int) -> None:
    first, last = Day(year, month, 1), Day(year, month, days_in_month(year, month))
    _assert_covers(first, last)


@given(year=NUMBERS)
def test_early_middle_and_late_cut_a_year_without_a_gap(year: int) -> None:
    _assert_covers(*year_bounds(year))


def _assert_covers(first: Day, last: Day) -> None:
    parts = [part_of(first, last, PARTS.index(name)) for name in ("early", "middle", "late")]
    assert parts[0][0] == first
    assert parts[-1][1] == last
    assert [end.plus(1) for _, end in parts[:-1]] == [start for start, _ in parts[1:]]
