"""Whose a Hebrew verb of speech is that names nobody, in the middle of a sentence."""

import pytest

from tests.reading import name, read, read_lines


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "נשיא צרפת, עמנואל לרוש, שוחח עם נשיא סרביה והדגיש כי ההסכם מחייב, מסר הארמון.",
            "נשיא צרפת, עמנואל לרוש",
        ),
        ("שרת החוץ של קנדה יצאה מהישיבה ואמרה כי אין פריצת דרך.", "שרת החוץ של קנדה"),
        ("נשיא צ׳ילה פתח את הגשר והודיע כי יבקר בלימה.", "נשיא צ׳ילה"),
    ],
)
def test_the_subject_of_the_first_verb_says_what_follows_and(text: str, speaker: str) -> None:
    told = [s for s in read(text, "he").statements if s.rule == "statement/elided/he"]
    assert [name(s.speaker) for s in told] == [speaker]


def test_he_goes_on_who_was_he_before() -> None:
    text = "נשיא צ׳ילה נאם בלימה.\nהוא כינה את נשיא פרו ״בוגד״ והבטיח להגן על הגבול."
    assert {name(s.speaker) for s in read_lines(text, "he").statements} == {"נשיא צ׳ילה"}


def test_whom_a_woman_charges_is_not_who_spoke_of_her() -> None:
    text = "נשיאת מלטה נאמה אתמול.\nהיא האשימה את נשיא פרו בהסתה.\nהיא הוסיפה כי תתפטר."
    assert {name(s.speaker) for s in read_lines(text, "he").statements} == {"נשיאת מלטה"}
