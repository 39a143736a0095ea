"""Tokens: places, folding, readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.tokens import INVISIBLE_CHARACTERS, tokenize
from kg.model.token import Reading
from kg.vocabulary import LANGUAGES, Language

# Letters, marks and blanks that news pages mix, so that random texts hit the joins.
MIXED = st.text(
    alphabet=st.sampled_from(
        "abIİı Z09.,'’\"״”«»()-–ـ\u200f\u200b\u00a0\u00ad\n\u2028\u064b\u0301אבהו׳ابتةوللاأى٣٫،؟"
    )
    | st.characters(codec="utf-8"),
    max_size=80,
)


def forms(text: str, language: Language) -> list[str]:
    return [token.form for token in tokenize(text, 0, language)]


def texts(text: str, language: Language) -> list[str]:
    return [token.text for token in tokenize(text, 0, language)]


def readings(word: str, language: Language) -> tuple[Reading, ...]:
    (token,) = tokenize(word, 0, language)
    return token.readings


@given(text=MIXED, start=st.integers(0, 1000), language=st.sampled_from(LANGUAGES))
def test_every_visible_code_point_is_in_exactly_one_token(
    text: str, start: int, language: Language
) -> None:
    tokens = tokenize(text, start, language)
    covered = [i for token in tokens for i in range(token.start - start, token.end - start)]
    assert covered == sorted(set(covered))
    hidden = set(range(len(text))) - set(covered)
    assert all(text[i].isspace() or text[i] in INVISIBLE_CHARACTERS for i in hidden)


@given(text=MIXED, start=st.integers(0, 1000), language=st.sampled_from(LANGUAGES))
def test_a_token_is_the_text_at_its_offsets(text: str, start: int, language: Language) -> None:
    for token in tokenize(text, start, language):
        assert text[token.start - start : token.end - start] == token.text
        assert token.form
        assert token.readings[0] == Reading((), False, token.form)


def test_offsets_count_from_where_the_piece_begins() -> None:
    tokens = tokenize("met in Baku.", 100, "en")
    assert [(t.start, t.end) for t in tokens] == [(100, 103), (104, 106), (107, 111), (111, 112)]


def test_vowel_signs_and_tatweel_stay_in_the_word_and_leave_its_form() -> None:
    (token,) = tokenize("مسـؤولًا", 0, "ar")
    assert (token.text, token.form) == ("مسـؤولًا", "مسؤولا")


def test_a_word_broken_by_tatweel_and_a_blank_is_one_token() -> None:
    tokens = tokenize("حادث اصطـ ـدام قطارين", 0, "ar")
    assert [t.text for t in tokens] == ["حادث", "اصطـ ـدام", "قطارين"]
    assert tokens[1].form == "اصطدام"


def test_lone_tatweel_is_a_dash() -> None:
    tokens = tokenize("عمّان ـ بترا", 0, "ar")
    assert [t.is_word for t in tokens] == [True, False, True]


def test_a_preposition_before_a_quoted_name_is_a_word_of_its_own() -> None:
    assert forms("لـ«الغد»", "ar") == ["ل", "«", "الغد", "»"]


def test_no_break_blanks_and_direction_marks_are_blank() -> None:
    assert texts("\u200fالأردن\u00a0ولبنان\u200f.", "ar") == ["الأردن", "ولبنان", "."]


@pytest.mark.parametrize(
    "text", ["1,250", "3.5", "١٢", "12.5bn", "10th", "2024'te", "10.04.2025", "F16", "1990s"]
)
def test_numbers_are_one_token(text: str) -> None:
    assert texts(text, "en") == [text]


def test_digits_of_all_scripts_fold_to_ascii() -> None:
    assert forms("١٢ ۱۲", "ar") == ["12", "12"]


def test_digits_beside_arabic_letters_stand_alone() -> None:
    assert forms("بـ10 آلاف 2025م", "ar") == ["ب", "10", "الاف", "2025", "م"]


def test_initials_keep_their_dots() -> None:
    assert forms("U.S.-led", "en") == ["u.s.", "-", "led"]


def test_hyphenated_words_are_three_tokens() -> None:
    assert forms("Greek-Egyptian", "en") == ["greek", "-", "egyptian"]


def test_a_possessive_is_an_enclitic_whatever_the_apostrophe() -> None:
    for word in ("Egypt's", "Egypt’s"):
        assert Reading((), False, "egypt", "'s") in readings(word, "en")


def test_not_comes_off_the_verb() -> None:
    assert Reading((), False, "did", "n't") in readings("didn’t", "en")
    assert Reading((), False, "will", "n't") in readings("won't", "en")


def test_turkish_case_stands_behind_the_apostrophe() -> None:
    assert Reading((), False, "türkiye", "'nin") in readings("Türkiye'nin", "tr")
    assert Reading((), False, "sa'ar", "'in") in readings("Sa'ar'ın", "tr")


def test_hebrew_acronyms_are_one_word() -> None:
    assert texts('דו"ח צה״ל', "he") == ['דו"ח', "צה״ל"]


def test_a_hebrew_quotation_after_a_prefix_letter_opens() -> None:
    assert texts('ש"ישראל"', "he") == ["ש", '"', "ישראל", '"']


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("والحكومة", Reading(("و",), True, "حكومة")),
        ("وبالقاهرة", Reading(("و", "ب"), True, "قاهرة")),
        ("للوزارة", Reading(("ل",), True, "وزارة")),
        ("للجنة", Reading(("ل",), True, "لجنة")),
        ("لمصر", Reading(("ل",), False, "مصر")),
        ("سيعلن", Reading(("س",), False, "يعلن")),
        ("وسيعلن", Reading(("و", "س"), False, "يعلن")),
        ("حكومتها", Reading((), False, "حكومة", "ها")),
        ("وزراؤهم", Reading((), False, "وزراء", "هم")),
        ("بزملائه", Reading(("ب",), False, "زملاء", "ه")),
        ("مستواهما", Reading((), False, "مستوي", "هما")),
        ("التقوه", Reading((), False, "التقوا", "ه")),
    ],
)
def test_arabic_clitics_come_off(word: str, reading: Reading) -> None:
    assert reading in readings(word, "ar")


def test_the_article_is_never_the_preposition() -> None:
    assert all("ل" not in r.proclitics for r in readings("المسؤول", "ar"))


def test_a_word_that_begins_with_waw_keeps_its_bare_reading_first() -> None:
    assert readings("وزارة", "ar")[0] == Reading((), False, "وزارة")


def test_the_future_mark_comes_off_verbs_only() -> None:
    assert readings("سوريا", "ar") == (Reading((), False, "سوريا"),)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("והממשלה", Reading(("ו",), True, "ממשלה")),
        ("כשבישראל", Reading(("כש", "ב"), False, "ישראל")),
        ("מהצבא", Reading(("מ",), True, "צבא")),
        ('ובארה"ב', Reading(("ו", "ב"), False, 'ארה"ב')),
    ],
)
def test_hebrew_prefixes_come_off(word: str, reading: Reading) -> None:
    assert reading in readings(word, "he")


def test_a_giant_word_has_its_bare_reading_only() -> None:
    assert len(readings("و" * 100_000, "ar")) == 1
