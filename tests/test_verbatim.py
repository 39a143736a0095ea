"""Words said to stand in a text are found there whatever their quotes and blanks, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.verbatim import Verbatim, plain_words
from kg.model.span import Span


def found(text: str, words: str) -> str | None:
    span = Verbatim(text).find(words)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("He said: “We  will\nnot go”.", 'said: "We will not go"', "said: “We  will\nnot go”"),
        ("the 1990\u20132000 talks\u2026 ended", "1990-2000 talks... ended", None),
        ("قال\u200f المتحدّث إن", "المتحدث", "المتحدّث"),
        ("קַרְיָה היא", "קריה", "קַרְיָה"),
        ("the two sides met", '"the two sides met."', "the two sides met"),
        ("cafe\u0301 talks", "caf\u00e9 talks", "cafe\u0301 talks"),
    ],
)
def test_marks_and_blanks_may_differ(text: str, words: str, there: str | None) -> None:
    assert found(text, words) == (there or text[4:])


@pytest.mark.parametrize("words", ["He said yes", "he Said", "said maybe", "", " ", '"', "ssaid"])
def test_letters_may_not_differ(words: str) -> None:
    assert found("They met. he said no.", words) is None


def test_what_stands_outside_the_range_is_not_found() -> None:
    text = "one two one"
    assert Verbatim(text).find("one", 3) == Span(8, 11)
    assert Verbatim(text).find("two", 0, 6) is None


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Romania and Oman met; Omani aides", "Oman", 1),
        ("أبلغت لتركيا وتركيا", "تركيا", 2),
        ("قال للولايات المتحدة", "الولايات المتحدة", 1),
        ("Türkiye'nin ve Türkiye", "Türkiye", 2),
        ("שבטורקיה אמרו", "טורקיה", 1),
    ],
)
def test_a_name_is_found_as_a_whole_word(text: str, name: str, count: int) -> None:
    assert len(list(Verbatim(text).names(name))) == count


@given(st.text(alphabet="ab \n“”\"'’…-–\u0640\u200fأد", max_size=30), st.data())
def test_words_cut_from_a_text_are_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Verbatim(text).find(text[start:end])
    if any(c.isalnum() for c in plain_words(text[start:end])):
        assert span is not None
        assert found(text[span.start : span.end], text[start:end]) is not None
