"""Folding of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.normalise import fold


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (["أنقرة", "انقرة", "أَنْقَرَة", "أنقـــرة", "ٱنقرة"], "انقرة"),
        (["إسرائيل", "اسرائيل", "إسرائیل"], "اسرائيل"),
        (["على", "علي", "علی"], "علي"),
        (["ﻣﺼﺮ", "مصر", "\u200fمصر\u200f", "مص\u061cر"], "مصر"),
        (["کویت", "كويت"], "كويت"),
        (["İstanbul", "ISTANBUL", "ıstanbul", "istanbul"], "istanbul"),
        (["שָׁלוֹם", "שלום"], "שלום"),
        (["צה״ל", 'צה"ל', "צה”ל"], 'צה"ל'),
        (["Sa’ar", "Sa'ar", "Saʼar", "Sa`ar"], "sa'ar"),
        (["١٢٣", "۱۲۳", "123", "１２３"], "123"),
        (["co\u00adop", "coop"], "coop"),
    ],
)
def test_spellings_of_one_word_meet(words: list[str], form: str) -> None:
    assert {fold(word) for word in words} == {form}


@pytest.mark.parametrize(
    ("one", "other"),
    [("مدرسة", "مدرسه"), ("مسؤول", "مسوول"), ("Işık", "isik"), ("résumé", "resume")],
)
def test_letters_that_tell_words_apart_are_kept(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
