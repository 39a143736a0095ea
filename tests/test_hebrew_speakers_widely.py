"""Hebrew speakers in phrases that hold a name, quoted by others, without words of their own."""

import pytest

from tests.hebrew_claims import claims


def said(text: str) -> list[tuple[str, str, list[str]]]:
    return [(c["speaker"], c["act"], c["via"]) for c in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("פרקליטיו של אלכסיי נבלני אמרו אתמול כי מצבו הידרדר.", "פרקליטיו של אלכסיי נבלני"),
        ("חבר מועצת העיר מינסק אמר כי ההפגנות נמשכות.", "חבר מועצת העיר מינסק"),
        ("הדמוקרטים בוושינגטון אמרו כי תיפתח חקירה.", "הדמוקרטים"),
        ("אחד הדיפלומטים אמר כי השיחות הסתיימו.", "אחד הדיפלומטים"),
        ("רעייתו סיפרה כי לא הורשתה לבקרו.", "רעייתו"),
        ("מבקר המדינה אמר כי העסקה נחתמה.", "מבקר המדינה"),
        ("מקימי התנועה אמרו כי המחיר עלה.", "מקימי התנועה"),
        ('"הקול השקט" דיווח כי המטוס הופל.', "הקול השקט"),
        ('"ניו יורק טיימס" דיווח כי המטוס הופל.', "New York Times"),
        ("הממשלה בקנברה הודיעה כי הגבול ייסגר.", "Australia"),
        ("המשטר בדמשק מסר כי ההסכם ייחתם.", "Syria"),
        ("לטענתו של נשיא צ'ילה, ההסכם בטל.", "נשיא צ'ילה"),
        ("יריבו של דני לוי אמר כי הגשר ייסגר.", "יריבו של דני לוי"),
        ("מחליפו של דני לוי אמר כי הגשר ייסגר.", "מחליפו של דני לוי"),
        ('"הגשר ייסגר", אמרה פרקליטתו של דני לוי.', "פרקליטתו של דני לוי"),
        ("לדברי דוברו של דני לוי, הגשר ייסגר.", "דוברו של דני לוי"),
        ("יריבו דני לוי אמר כי הגשר ייסגר.", "דני לוי"),
        ("יריבו של ראול פינטו, דני לוי, אמר כי הגשר ייסגר.", "דני לוי"),
    ],
)
def test_a_phrase_with_a_name_inside_speaks_as_a_whole(text: str, speaker: str) -> None:
    assert [s[0] for s in said(text)] == [speaker]


def test_words_in_quotation_marks_are_no_outlet() -> None:
    assert [s[0] for s in said('"נחכה", אמר נשיא צ\'ילה.')] == ["נשיא צ'ילה"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("אינטרפקס מצטטת את דמיטרי קוזאק, ולפיו ההסכם בטל.", "דמיטרי קוזאק"),
        ("אינטרפקס ציטטה את דמיטרי קוזאק, שאמר כי ההסכם בטל.", "דמיטרי קוזאק"),
        ("אינטרפקס ציטטה בכיר בסקופיה שאמר כי ההסכם בטל.", "בכיר בסקופיה"),
        ("אינטרפקס ציטטה בכיר שלפיו ההסכם בטל.", "בכיר"),
    ],
)
def test_who_is_quoted_speaks_once_through_who_quotes(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, "asserts", ["Interfax"])]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("בטהרן הכחישו.", "Iran", "denies"),
        ("במשרד החוץ בטהרן הכחישו.", "Iranian Ministry of Foreign Affairs", "denies"),
        ("נשיא צ'ילה נשאל אם יתפטר, והשיב בשלילה.", "נשיא צ'ילה", "denies"),
        ("בוושינגטון מודאגים מההחלטה.", "United States", "expresses-concern"),
        ("נשיא צ'ילה כינה אותו בוגד.", "נשיא צ'ילה", "describes"),
        ("נשיא צ'ילה פנה למדינות התורמות בבקשה לסיוע דחוף.", "נשיא צ'ילה", "demands"),
    ],
)
def test_a_verb_may_tell_it_all(text: str, speaker: str, act: str) -> None:
    assert [s[:2] for s in said(text)] == [(speaker, act)]


@pytest.mark.parametrize(
    "text",
    [
        "נשיא צ'ילה ביטל את נסיעתו לפריז.",
        "בצבא לא הגיבו.",
        "ההורים המודאגים חיכו בחוץ.",
        "נשיא צ'ילה נראה מודאג.",
    ],
)
def test_these_say_nothing(text: str) -> None:
    assert said(text) == []


def test_by_the_report_is_by_who_reported_it() -> None:
    text = "משרד החוץ של צ'ילה מסר כי המשא ומתן נמשך. על פי ההודעה, ההסכם ייחתם בקרוב."
    assert [s[0] for s in said(text)] == ["Chilean Ministry of Foreign Affairs"] * 2


def test_a_verb_put_in_behind_a_state_is_not_the_states() -> None:
    text = "נשיאת מולדובה גינתה את התקיפה. קישינב, אמרה, תקלוט כל מי שיימלט."
    assert [s[0] for s in said(text)] == ["נשיאת מולדובה"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "נשיא מאלי גינה את התקיפה ונשיא צ'ילה אמר כי ההסכם בטל.",
        "נשיא מאלי אמר כי ההסכם נחתם ונשיא צ'ילה אמר כי ההסכם בטל.",
    ],
)
def test_and_joins_two_who_speak(text: str) -> None:
    assert [s[0] for s in said(text)] == ["נשיא מאלי", "נשיא צ'ילה"]


def test_and_joins_what_one_says() -> None:
    text = "נשיא מאלי אמר כי ההסכם נחתם ונשיא צ'ילה יגיע מחר."
    assert [s[0] for s in said(text)] == ["נשיא מאלי"]


def conditions(text: str) -> list[str | None]:
    return [c["condition"] for c in claims(text, "statement")]


def test_to_him_is_no_condition() -> None:
    text = "שר החוץ של צ'ילה סיפר כי נשיא מאלי אמר לו שההסכם בטל."
    assert conditions(text) == [None, None]


def test_provided_that_is_one() -> None:
    text = "נשיא צ'ילה אמר כי הסיוע יימשך ובלבד שהעצורים ישוחררו."
    assert conditions(text) == ["ובלבד שהעצורים ישוחררו"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("המשבר החל אחרי שנשיא צרפת הודיע כי יפסיק את הסיוע.", "נשיא צרפת"),
        ("המתיחות גברה מאז שטורקיה איימה לסגור את הגבול.", "Turkey"),
        ("מצרים עצרה את הספינה לאחר שאתיופיה הודיעה כי תמלא את הסכר.", "Ethiopia"),
        ("המחאה פרצה אחרי שהממשלה הודיעה כי תעלה את המסים.", "הממשלה"),
        ("נשיא צרפת הודיע לאחר שיחה עם שר החוץ כי יתפטר.", "נשיא צרפת"),
    ],
)
def test_who_speaks_in_a_clause_of_time_is_its_own_subject(text: str, speaker: str) -> None:
    assert [s[0] for s in said(text)] == [speaker]


def test_a_clause_of_time_that_tells_a_deed_says_nothing() -> None:
    assert said("השר התפטר לאחר שצרפת ניצחה במשחק.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("שבוע אחרי שהודיע כי יתפטר, נפגש נשיא פרו עם המלך.", "נשיא פרו", "יתפטר"),
        ("אחרי שאיימה להטיל מכסים, הציעה צרפת הסכם.", "France", "להטיל מכסים"),
        ("יום לאחר שהזהיר מפני הסלמה, טס נשיא מאלי לרומא.", "נשיא מאלי", "הסלמה"),
        ("אחרי שהודיע כי יתפטר, שרת החוץ של צרפת נסעה לרומא.", "unresolved", None),
        ("נשיא מאלי התפטר אחרי שהודיע כי ייסוג, ושר החוץ נחת ברומא.", "נשיא מאלי", None),
    ],
)
def test_who_speaks_in_a_clause_ahead_is_named_behind_it(
    text: str, speaker: str, content: str | None
) -> None:
    told = claims(text, "statement")[0]
    assert told["speaker"] == speaker
    assert content is None or told["content"] == content
