"""Those whom a Hebrew sentence only speaks about: they say nothing and meet nobody."""

import pytest

from tests.hebrew_claims import claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("רעיית דני לוי אמרה כי הוא חף מפשע.", "רעיית דני לוי"),
        ("המשטרה עצרה את מזכיר הממשלה ושר הביטחון אמר כי יתפטר.", "שר הביטחון"),
        ("לאחר ישיבת הממשלה אמרו שר האוצר ושר הביטחון כי יתפטרו.", "שר האוצר"),
    ],
)
def test_who_is_only_named_does_not_speak(text: str, speaker: str) -> None:
    assert claims(text, "statement")[0]["speaker"] == speaker


def test_a_region_is_no_speaker() -> None:
    (told,) = claims("עובדי המפעל בדרום צרפת הודיעו כי ישבתו.", "statement")
    assert told["speaker"] == "עובדי המפעל בדרום צרפת"


@pytest.mark.parametrize(
    "text",
    [
        "ישראל תקפה קשות את ביירות.",
        "שר החוץ של צ'ילה פנה לבית המשפט בתביעה נגד העיתון.",
        "נשיא מאלי גינה אותו בנאומו.",
    ],
)
def test_a_deed_is_no_statement(text: str) -> None:
    assert claims(text, "statement") == []


def test_who_met_stands_behind_the_verb() -> None:
    text = "ההסכם ייחתם, כך הבטיח נשיא מאלי לנשיא צ'ילה כשנפגשו שני הצוותים."
    assert claims(text, "meeting") == []


def test_where_somebody_was_the_year_before_nobody_meets_now() -> None:
    text = "נשיא מאלי, שביקר אשתקד בליסבון, נפגש אתמול עם נשיא צ'ילה."
    met = [c for c in claims(text, "meeting") if "נשיא צ'ילה" in c["participants"]]
    assert [c["place"] for c in met] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "השיחה התמקדה באיום הסיני ובמכסים.",
        "הפגישה עסקה בפרו ובצ'ילה.",
        "השיחות יתמקדו בהסכם עם איראן.",
        "משרד החוץ של פרו סירב להגיב בנוגע לביקור.",
        "נשיאות פרו תחליט על קיום הפגישה.",
        "במגעים במתווה טראמפ חלה התקדמות.",
    ],
)
def test_what_talks_are_about_meets_nobody(text: str) -> None:
    assert claims(text, "meeting") == []


def test_who_talks_of_a_state_meets_each_other() -> None:
    (met,) = claims("השיחה בין נשיא פרו לנשיא צ'ילה התמקדה באיום הסיני.", "meeting")
    assert met["participants"] == ["נשיא פרו", "נשיא צ'ילה"]
