"""What Hebrew outlets report in headlines and are named for, and what is nobody's report."""

import pytest

from tests.hebrew_claims import claims


def told(text: str) -> list[tuple[str, str]]:
    return [(c["speaker"], c["act"]) for c in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("דיווח ב-CNN: פרו וצ'ילה יחתמו על הסכם.", "CNN"),
        ('דיווח ב"ניו יורק טיימס": פרו תפתח את הנמל.', "New York Times"),
        ("דיווח ברויטרס: המכס יבוטל.", "Reuters"),
        ('פרסום ב"הצופה": השר יתפטר.', "הצופה"),
    ],
)
def test_a_headline_gives_what_an_outlet_reports(text: str, who: str) -> None:
    assert told(text) == [(who, "announces")]


@pytest.mark.parametrize(
    "text",
    [
        "דיווח בפרו: המכס יבוטל.",
        "דיווח: המכס יבוטל.",
        "דיווחים בצ'ילה: הנמל ייסגר.",
        "דיווח לבנוני: הנמל ייסגר.",
    ],
)
def test_a_report_of_nobody_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_behind_a_report_of_nobody_others_speak() -> None:
    text = 'דיווח בפרו: הנמל ייסגר. נשיא צ\'ילה אמר: "זה שקר".'
    assert [who for who, _ in told(text)] == ["נשיא צ'ילה"]


def test_a_source_keeps_the_outlet_though_a_holder_is_named_behind_it() -> None:
    text = "לפי דיווח ברויטרס, סגן שר החוץ של פרו, דני לוי, חתם על המסמך."
    assert [who for who, _ in told(text)] == ["Reuters"]


def test_a_source_is_the_holder_of_the_office_told() -> None:
    text = "לפי שר החוץ של פרו, דני לוי, המסמך נחתם."
    assert [who for who, _ in told(text)] == ["דני לוי"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("לאחר ששר החוץ של פרו, דני לוי, הודיע כי יפרוש, נסגר הגשר.", "דני לוי"),
        ('לאחר שיו"ר הפרלמנט, דני לוי, הזהיר מפני משבר, נסגר הגשר.', "דני לוי"),
        ("אין ביניהן יחסים רשמיים, וסין מתנגדת נחרצות לכל קשר.", "China"),
    ],
)
def test_who_speaks_in_a_clause_of_his_own(text: str, who: str) -> None:
    assert [speaker for speaker, _ in told(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("בלשכתו של שר החוץ של פרו מסרו כי הביקור נדחה.", "לשכתו של שר החוץ של פרו"),
        ("בסביבתו של נשיא פרו אומרים כי יפרוש.", "סביבתו של נשיא פרו"),
        ("במשרדה של נשיאת פרו הכחישו את הדיווח.", "משרדה של נשיאת פרו"),
        ("בבית הלבן התייחסו לפגישה עם דני לוי, ומסרו כי תתקיים.", "White House"),
        ("הנמל נסגר, נשיא פרו דני לוי הגיב להאשמות ואמר כי אינן נכונות.", "דני לוי"),
    ],
)
def test_an_office_speaks_and_who_answers_goes_on(text: str, who: str) -> None:
    assert [speaker for speaker, _ in told(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("המכס יבוטל, נשיא פרו הבטיח.", ["נשיא פרו"]),
        ("עם סיום הביקור בלימה, נשיא פרו ונשיא צ'ילה נושאים הצהרה משותפת.", []),
        ("בתוך כך, נשיא פרו פרסם אמש הודעה.", []),
        ("לפי הטענות ההודיות, השריפה הוצתה.", ["India"]),
        ("לפי ההערכות, השריפה הוצתה.", []),
        ("לפי דיווחים בפרו, השריפה הוצתה.", []),
        ("הצעד הוא מהלך שעורר זעם רב.", []),
        ("נשיא פרו, דני לוי הודיע כי יפרוש.", ["דני לוי"]),
        ("לאחר שיחה עם נשיא פרו, דני לוי הודיע כי יפרוש.", ["דני לוי"]),
    ],
)
def test_an_adjunct_or_a_rumour_says_nothing(text: str, who: list[str]) -> None:
    assert [speaker for speaker, _ in told(text)] == who


def test_he_who_opens_the_sentence_goes_on() -> None:
    text = 'נשיא צ\'ילה נחת בקיטו. הוא גם הסביר למה לדעתו נשיא פרו טועה ואמר: "נחתום מחר".'
    assert [who for who, _ in told(text)] == ["נשיא צ'ילה"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("נשיא פרו נחת. המדינות שהגישו את ההצעה ציינו כי המצב חמור.", "המדינות"),
        ("נשיא פרו נחת. הדיווח שעורר סערה טען כי הנמל נסגר.", "הדיווח"),
        ("הגשר שקרס אמש היה ישן, ונשיא פרו אמר כי ייבנה.", "נשיא פרו"),
        ("נשיא פרו אמר כי שר החוץ שיקר.", "נשיא פרו"),
    ],
)
def test_a_noun_with_a_clause_of_its_own_speaks(text: str, who: str) -> None:
    assert [speaker for speaker, _ in told(text)] == [who]


def test_who_told_the_sentence_before_stands_behind_times_in_brackets() -> None:
    text = "פרו תפתח את הנמל. כך דווח אמש (בין שני לשלישי) ברשת NBC."
    assert told(text) == [("NBC News", "announces")]


@pytest.mark.parametrize(
    "text",
    [
        "הכתבים שאלו מדוע הוא חושב שהנמל ייסגר.",
        '"הצעד פוגע בכבודו של משרד החוץ של פרו", נמסר.',
    ],
)
def test_nobody_says_what_is_asked_or_is_named_in_the_words(text: str) -> None:
    assert all(speaker == "unresolved" for speaker, _ in told(text))
