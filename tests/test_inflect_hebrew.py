"""Forms of Hebrew verbs and adjectives."""

import pytest

from kg.extract.hebrew_clauses import begins_clause
from kg.extract.inflect_hebrew import inflect_hebrew
from kg.lexicon.hebrew import inflect_adjective


def forms(form: str, **row: str) -> list[str]:
    return [f.text for f in inflect_hebrew(row) if f.form == form]


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ("הודיע", ["מודיע", "מודיעה", "מודיעים", "מודיעות"]),
        ("התחייב", ["מתחייב", "מתחייבת", "מתחייבים", "מתחייבות"]),
        ("התריע", ["מתריע", "מתריעה", "מתריעים", "מתריעות"]),
        ("דיווח", ["מדווח", "מדווחת", "מדווחים", "מדווחות"]),
        ("ציין", ["מציין", "מציינת", "מציינים", "מציינות"]),
        ("גינה", ["מגנה", "מגנים", "מגנות"]),
    ],
)
def test_the_binyan_makes_the_present(past: str, expected: list[str]) -> None:
    assert forms("present", past=past) == expected


def test_a_weak_past_takes_tav_in_the_feminine() -> None:
    assert forms("past", past="גינה") == ["גינה", "גינתה", "גינו"]


def test_a_final_letter_opens_before_an_ending() -> None:
    assert forms("past", past="טען")[1:] == ["טענה", "טענו"]


def test_both_verbs_of_a_pair_are_inflected() -> None:
    pair = {"past": "חזר והבהיר", "present": "חוזר ומבהיר", "infinitive": "לחזור ולהבהיר"}
    assert forms("past", **pair) == ["חזר והבהיר", "חזרה והבהירה", "חזרו והבהירו"]


def test_a_gerund_carries_its_subject() -> None:
    assert forms("participle", past="הדגיש") == ["בהדגישו", "בהדגישה", "בהדגישם"]


def test_an_adjective_of_two_words_takes_a_hyphen_too() -> None:
    written = {f.text for f in inflect_adjective("דרום קוריאני")}
    assert {"דרום קוריאנית", "דרום-קוריאנים", "הדרום קוריאני"} <= written


@pytest.mark.parametrize("form", ["שישראל", "שהמשא", "שיפגוש", "ושהצבא"])
def test_shin_in_front_of_a_word_begins_a_clause(form: str) -> None:
    assert begins_clause(form)


@pytest.mark.parametrize("form", ["שר", "של", "שיחות", "שלח", "שלושה", "ושגריר"])
def test_words_of_their_own_begin_none(form: str) -> None:
    assert not begins_clause(form)
