"""Arabic nouns of the same letters as verbs of speech, and passives that nobody says."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("قال الوزير الكيني إن نشر الأخبار يظهر أن الخصم خائف.", ["الوزير الكيني"]),
        ("قال الوزير الكيني إن نقل السفارة خطأ.", ["الوزير الكيني"]),
        ("قالت كينيا إن الجسر مغلق في رد وصف بأنه حازم.", ["كينيا"]),
        ("أوضح مصدر أن المجلس يعرف تعنت الأطراف ورفضهم القاطع للحوار.", ["مصدر"]),
    ],
)
def test_a_noun_of_speech_is_nobodys_statement(text: str, speakers: list[str]) -> None:
    assert [name(s.speaker) for s in read(text, "ar").statements] == speakers


def test_what_a_crowd_does_at_the_end_is_no_statement() -> None:
    text = "نشرت غانا صورا لأفراد يرتدون الزي، ويعلنون انضمامهم إليها."
    assert not read(text, "ar").statements


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("وصفت كينيا القرار بأنه حازم.", "describes"),
        ("رفضت كينيا الحوار.", "denies"),
    ],
)
def test_a_verb_with_its_subject_is_one(text: str, act: str) -> None:
    assert [s.act for s in read(text, "ar").statements] == [act]
