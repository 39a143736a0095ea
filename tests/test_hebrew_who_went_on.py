"""Whose a Hebrew verb of speech is that names nobody, in the middle of a sentence."""

import pytest

from kg.model.mention import Mention
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


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("״הסכם אינו על הפרק״, היא אומרת בראיון.", "הסכם אינו על הפרק"),
        ("אם יינתן אישור, היא מוסיפה, הנמל ייפתח.", "אם יינתן אישור, היא מוסיפה, הנמל ייפתח"),
    ],
)
def test_she_says_what_stands_in_front_of_it(line: str, words: str) -> None:
    text = f"נשיאת מלטה נאמה אתמול.\n{line}"
    (found,) = read_lines(text, "he").statements
    assert name(found.speaker) == "נשיאת מלטה"
    assert text[found.content.start : found.content.end] == words


def test_what_a_source_names_is_nobodys_words() -> None:
    text = "על פי הודעה משותפת של שני המשרדים, הצדדים הסכימו להאריך את ההפוגה."
    assert read(text, "he").statements == ()


def test_who_speaks_at_a_summit_is_named_behind_the_verb() -> None:
    text = "נשיא מאלי נעדר מהפסגה באקרה, שבה הביע נשיא גאנה דאגה מהמצב."
    (found,) = read(text, "he").statements
    assert name(found.speaker) == "נשיא גאנה"


def test_the_hour_in_front_of_a_name_is_no_mark_of_speech() -> None:
    (found,) = read("21:15 - שר ההגנה הפולני בפייסבוק: ״נגן על הגבול״.", "he").statements
    assert name(found.speaker) == "שר ההגנה הפולני"


def test_a_woman_who_is_told_is_not_the_man_who_told_her() -> None:
    text = "נשיא קניה שוחח עם נשיאת טנזניה, סמיה חסן, ומסר לה כי הנמל ייפתח."
    (found,) = read(text, "he").statements
    assert name(found.speaker) == "נשיא קניה"


def test_his_ministry_says_what_the_minister_will_do() -> None:
    (found,) = read("שר החוץ של יפן, יוקו סאטו, יבקר בקיטו, מסר משרדו.", "he").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.gazetteer_id == "japan.ministry-of-foreign-affairs"


def test_who_voices_concern_at_the_end_is_the_subject_of_the_first_verb() -> None:
    text = "נשיא צ׳ילה גינה את ״המעשים הבזויים״ והביע דאגה."
    assert [name(s.speaker) for s in read(text, "he").statements] == ["נשיא צ׳ילה"] * 2


def test_who_was_asked_answers() -> None:
    text = "דוברת הבית הלבן נשאלה על כך והשיבה כי כל האפשרויות פתוחות."
    assert [name(s.speaker) for s in read(text, "he").statements] == ["דוברת הבית הלבן"]


def test_what_he_decides_is_no_announcement() -> None:
    text = "הוא החליט לעזוב את ביתו, והיא החליטה להישאר."
    assert not read(text, "he").statements
