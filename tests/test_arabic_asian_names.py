"""East Asian names in Arabic letters, whose syllables are Arabic words too."""

import pytest

from tests.reading import read_lines


def people(text: str) -> set[str]:
    return {m.person for read in read_lines(text, "ar").sentences for m in read.actors if m.person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال الأمين العام بان كي مون إن الحدود مغلقة.", "بان كي مون"),
        ("وقالت السفيرة الصينية شو شيويه يوان إن الحدود مغلقة.", "شو شيويه يوان"),
        ("أعلن الرئيس لي جاي ميونغ أن الحدود مغلقة.", "لي جاي ميونغ"),
        ("قال الرئيس السابق هو جين تاو إن الحدود مغلقة.", "هو جين تاو"),
        ("قال الرئيس مون جيه إن إن الحدود مغلقة.", "مون جيه إن"),
        ("قال وزير الخارجية الصيني وانغ ون بين إن الحدود مغلقة.", "وانغ ون بين"),
        ("وزار الرئيس الفيتنامي تو لام بكين.", "تو لام"),
        ("قال الأمين العام السابق بان كي مون لي في مقابلة إن الحدود مغلقة.", "بان كي مون"),
        ("أكد الرئيس شي هو الآخر أن الحدود مغلقة.", "شي"),
    ],
)
def test_a_name_is_read_to_its_last_syllable(text: str, person: str) -> None:
    assert people(text) == {person}


def test_the_family_name_stands_first_and_alone_means_its_bearer() -> None:
    text = "قال الوزير الصيني وانغ ون بين إن الحدود مغلقة.\nوأضاف وانغ أن اللقاء بين الوفدين أجل."
    assert people(text) == {"وانغ ون بين"}


def test_syllables_behind_a_verb_are_words() -> None:
    assert people("قال له كي يفهم إن الحدود مغلقة.") == set()
