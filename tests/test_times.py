"""Time words and what they mean without a publication date."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.finder import find_times
from kg.extract.tokens import tokenize
from kg.lexicon.loader import read_toml
from kg.model.timespan import TimeWords
from kg.model.token import Sentence
from kg.vocabulary import LANGUAGES, Language


def sentence(text: str, language: Language, start: int = 0) -> Sentence:
    return Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=start,
        end=start + len(text),
        text=text,
        tokens=tokenize(text, start, language),
    )


def meaning(words: TimeWords) -> str:
    """Write what words mean in the short form that the examples in the data files use."""
    if words.earliest or words.latest:
        short = f"{words.earliest or ''}..{words.latest or ''} {words.precision}"
        if words.earliest == words.latest:
            short = str(words.earliest)
    elif words.offset_days:
        short = f"{words.offset_days[0]}..{words.offset_days[1]} {words.precision}"
    elif words.rule:
        short = " ".join([words.rule, *map(str, words.arguments)])
    else:
        short = "unplaced"
    return short + (" throughout" if words.extent == "throughout" else "")


def found(text: str, language: Language) -> list[tuple[str, str]]:
    return [(w.text, meaning(w)) for w in find_times(sentence(text, language), language)]


def examples() -> list[tuple[Language, str, str]]:
    return [
        (language, text, expected)
        for language in LANGUAGES
        for row in read_toml(f"time_{language}.toml").get("rows", ())
        for text, expected in row["examples"].items()
    ]


def counter_examples() -> list[tuple[Language, str]]:
    return [
        (language, text)
        for language in LANGUAGES
        for row in read_toml(f"time_{language}.toml").get("rows", ())
        for text in row.get("counter", ())
    ]


@pytest.mark.parametrize(("language", "text", "expected"), examples())
def test_examples_mean_what_the_data_says(language: Language, text: str, expected: str) -> None:
    assert [m for _, m in found(text, language)] == [expected]


@pytest.mark.parametrize(("language", "text"), counter_examples())
def test_counter_examples_are_no_times(language: Language, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(("language", "text", "expected"), examples())
def test_the_words_of_a_time_read_alone_mean_the_same(
    language: Language, text: str, expected: str
) -> None:
    (words,) = find_times(sentence(text, language), language)
    (again,) = find_times(sentence(words.text, language), language)
    assert (again.text, meaning(again)) == (words.text, expected)


JOINTS = ["في", "من", "و", "to", "and", ",", ".", "10", "2025", "April", "الخميس", "("]
PIECES = [text for _, text, _ in examples()] + JOINTS


@given(
    pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=8),
    start=st.integers(0, 50),
    language=st.sampled_from(LANGUAGES),
)
def test_times_stand_at_their_offsets_and_never_overlap(
    pieces: list[str], start: int, language: Language
) -> None:
    text = " ".join(pieces)
    times = find_times(sentence(text, language, start), language)
    for words in times:
        assert text[words.span.start - start : words.span.end - start] == words.text
        meanings = [words.earliest or words.latest, words.offset_days, words.rule]
        assert sum(m is not None for m in meanings) <= 1
        assert bool(words.arguments) == bool(words.rule)
    for before, after in pairwise(times):
        assert before.span.end <= after.span.start


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "عقد الاجتماع أمس الأربعاء في روما.", [("أمس الأربعاء", "-1..-1 day")]),
        ("ar", "قال في 9 نيسان/ أبريل 2025 ذلك.", [("9 نيسان/ أبريل 2025", "2025-04-09")]),
        ("ar", "قال في 9 أبريل (نيسان) ٢٠٢٥ ذلك.", [("9 أبريل (نيسان) ٢٠٢٥", "2025-04-09")]),
        ("ar", "وصل الوفد والخميس غادر.", [("الخميس", "weekday 3 0")]),
        ("ar", "وصل بالأمس.", [("الأمس", "-1..-1 day")]),
        (
            "ar",
            "سيصل غدا السبت ويغادر الأسبوع المقبل.",
            [("غدا السبت", "1..1 day"), ("الأسبوع المقبل", "week 1 0")],
        ),
        ("ar", "مارس الوزير ضغوطا على الوفد.", []),
        ("ar", "زار الأمين العام والمدير العام المقبل روما.", []),
        ("ar", "بعد هجوم 7 أكتوبر وثورة 25 يناير.", []),
        ("ar", "اتصلوا على 0312-555-1010 أو 10/4.", []),
        ("ar", "انتهت المباراة 2-1، وبلغ السعر 1250 دولارا.", []),
        ("ar", "في عام 1446هـ", [("عام 1446هـ", "2024-07-08..2025-06-26 interval")]),
        (
            "en",
            "The ministers met on Wednesday, April 9, and meet again next Tuesday.",
            [("Wednesday, April 9", "day-month 4 9 0"), ("next Tuesday", "weekday 1 1")],
        ),
        (
            "en",
            "Protesters may march in May, the second such march in two weeks.",
            [("in May", "month 5 0 0"), ("in two weeks", "duration 14 11 17")],
        ),
        ("ar", "عقد الاجتماع عن بعد مساء أمس.", [("مساء أمس", "-1..-1 day")]),
        ("ar", "وتأتي الزيارة بعد يومين من مكالمة.", [("بعد يومين من", "-2..-2 day")]),
        (
            "en",
            "The talks were moved from Monday to Thursday.",
            [("Monday", "weekday 0 0"), ("Thursday", "weekday 3 0")],
        ),
        (
            "ar",
            "أُجلت الزيارة من اليوم إلى السبت.",
            [("اليوم", "0..0 day"), ("السبت", "weekday 5 0")],
        ),
        ("ar", "عاد بعد يومين من القمة.", [("بعد يومين من", "unplaced")]),
        ("en", "The visit comes two days after a call.", [("two days after", "-2..-2 day")]),
        ("en", "A trip to Lima, pencilled in for May, was off.", [("for May", "month 5 0 0")]),
        ("en", "There was no praise for May.", []),
        ("en", "It was the first time in three years.", []),
        ("en", "Call +90 312 555 10 10 or pay $1,250; it ended 2-1.", []),
        ("en", "The Oct. 7 attack and the July 15 coup changed policy.", []),
        ("en", "April Ryan and June Carter met August Wilson.", []),
        ("en", "May God help us; he may 10 times.", []),
        ("en", "The 2015 deal was read in 2000 homes.", []),
        ("en", "“Monday’s talks”", [("Monday’s", "weekday 0 0")]),
        ("en", "They came on 2025-04-10-7.", []),
        ("tr", "Bakan 10 Nisan 2025'te geldi.", [("10 Nisan 2025'te", "2025-04-10")]),
        ("tr", "Bakan dün geldi.", [("dün", "-1..-1 day")]),
        ("he", "השר הגיע אתמול.", [("אתמול", "-1..-1 day")]),
        ("he", "השר הגיע ב-10 באפריל 2025.", [("10 באפריל 2025", "2025-04-10")]),
    ],
)
def test_times_in_sentences(language: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_an_invalid_date_stays_words_with_day_precision() -> None:
    (words,) = find_times(sentence("on 31 February 2025", "en"), "en")
    assert (words.text, words.precision, words.earliest) == ("31 February 2025", "day", None)


def test_digits_of_every_script_count() -> None:
    assert found("١٠ أبريل ٢٠٢٥", "ar")[0][1] == found("10 أبريل 2025", "ar")[0][1] == "2025-04-10"


@pytest.mark.parametrize("names", read_toml("time_ar.toml")["months"].items())
def test_every_regional_month_name_has_its_number(names: tuple[str, list[str]]) -> None:
    number, words = names
    for word in words:
        assert [m for _, m in found(f"10 {word} 2025", "ar")] == [f"2025-{int(number):02d}-10"]
