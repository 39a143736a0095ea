"""Hebrew sentences that tell who told the one before, and whose people react in a body."""

import pytest

from tests.hebrew_claims import claims


def speakers(text: str) -> list[str | None]:
    """Return who speaks in each statement."""
    return [claim["speaker"] for claim in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("הגבול נסגר. כך דיווחה סוכנות הידיעות שינחואה.", "Xinhua"),
        ("הגבול נסגר. כך הודיע משרד החוץ של קניה.", "Kenyan Ministry of Foreign Affairs"),
        ("הגבול נסגר. כך דווח הלילה ברשת NBC.", "NBC News"),
        ("הגבול נסגר. כך נמסר מארמון האליזה.", "Élysée"),
    ],
)
def test_a_sentence_may_tell_who_told_the_one_before(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_what_was_told_is_the_sentence_before() -> None:
    (claim,) = claims("הגשר פתוח. הגבול נסגר. כך דיווחה סוכנות הידיעות שינחואה.", "statement")
    assert [e["text"] for e in claim["evidence"]] == [
        "הגבול נסגר.",
        "כך דיווחה סוכנות הידיעות שינחואה",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "כך דיווחה סוכנות הידיעות שינחואה.",
        "הגבול נסגר. כך נמסר.",
        "כך אמר לו אביו.",
        "כך נמכרו התבואות בקניה.",
    ],
)
def test_nobody_known_told_it(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("בקרמלין הגיבו לטענות ואמרו כי אין בהן אמת.", "Kremlin"),
        ("בבית הלבן התייחסו לדיווחים, ומסרו כי הם ״ממתינים לפגישה עם הנשיא החדש״.", "White House"),
        ("במשרד החוץ דחו את הדברים והבהירו כי ההסכם תקף.", "משרד החוץ"),
    ],
)
def test_whose_people_react_say_what_follows(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_crowd_in_a_state_does_not_speak_for_it() -> None:
    assert "Kenya" not in speakers("בקניה הפגינו המונים ודרשו כי הממשלה תתפטר.")


def test_adverbs_and_prepositions_are_no_part_of_a_name() -> None:
    text = "בנאומו התייחס קאסם בחריפות להמשך התקיפות. קאסם הדגיש כי הארגון לא ייסוג."
    assert speakers(text) == ["קאסם"]
    (told,) = claims("מקרון אמר לגבי המשא ומתן כי התקווה נגוזה.", "statement")
    assert told["addressees"] == []


def test_whoever_wants_to_meet_has_not_met() -> None:
    (wish,) = claims("הקנצלר רוצה לדבר ישירות עם שי ג׳ינפינג.", "meeting")
    (held,) = claims("הקנצלר דיבר ישירות עם שי ג׳ינפינג.", "meeting")
    assert (wish["status"], held["status"]) == ("proposed", "held")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("המורדים כבשו את הנמל, כך על פי דיווח שפורסם בעיתון ״הארץ״.", "הארץ"),
        ("לפי הדיווח שפורסם אתמול בסוכנות רויטרס, המורדים כבשו את הנמל.", "Reuters"),
    ],
)
def test_a_report_stood_in_an_outlet(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_law_that_stood_in_the_gazette_tells_nothing() -> None:
    assert speakers("לפי החוק שפורסם אתמול, המורדים יקבלו חנינה.") == []


@pytest.mark.parametrize(
    "text",
    [
        "בהמשך הדיון טען מקרון כי הצבא ערוך.",
        "בהמשך דבריו טען מקרון כי הצבא ערוך.",
        "בסוף הישיבה הזהיר מקרון כי הצבא ערוך.",
        "בהמשך אמר מקרון כי הצבא ערוך.",
    ],
)
def test_later_in_a_debate_somebody_speaks(text: str) -> None:
    assert speakers(text) == ["מקרון"]


def test_a_blank_may_be_missing_behind_a_stop() -> None:
    assert speakers("מקרון אמר כי הדרך סגורה.ממשלת קניה אמרה כי הדרך פתוחה.") == ["מקרון", "Kenya"]
    assert speakers("חברת אלתא בע.מ אמרה מקרון.") == []
