"""Who hears Hebrew words and stands beside the verb of telling."""

import pytest

from kg.model.mention import Mention
from tests.reading import name, read


def told(text: str) -> list[list[str | None]]:
    """Return whom each statement of a text is told to."""
    return [[name(a) for a in s.addressees] for s in read(text, "he").statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("שר החוץ של לאוס אמר בשיחה עם נשיא פרו כי הגבול ייפתח.", ["נשיא פרו"]),
        ("נשיא צ'ילה אמר בפגישה עם נציגי הכורים כי המכרה ייפתח.", ["נציגי הכורים"]),
        ("״המכרה ייפתח״, אמר נשיא צ'ילה ביום שני בפגישה עם כורים.", ["כורים"]),
        ("בשיחת טלפון עם נשיא פרו הזהיר נשיא צ'ילה כי הגבול ייסגר.", ["נשיא פרו"]),
        ("בשיחה שקיים אמש עם שר החוץ של גאנה דרש השליח לשחרר את הספינה.", ["שר החוץ של גאנה"]),
        ("בריאיון ל-BBC ביום ראשון אמר ראש ממשלת יוון כי הפסלים יוחזרו.", ["BBC"]),
        ("יום קודם לכן, בריאיון ל-CNN, האשימה השרה את צ'ילה בהפרת ההסכם.", ["CNN"]),
        ("נשיא קניה האשים באיגרת לנשיא סומליה את אתיופיה בהפרת ההסכם.", ["נשיא סומליה"]),
        ("דובר הצבא הכחיש ברדיו אוקמבו כי הכוח נסוג.", ["רדיו אוקמבו"]),
        ("ראש ממשלת אתיופיה אמר אתמול בפרלמנט באדיס אבבה כי הנמל אבד.", ["פרלמנט"]),
        ("ראש ממשלת ספרד סיפר לצירי הפרלמנט כי השגריר יוחזר.", ["צירי הפרלמנט"]),
        ("״תחזרו הביתה לפני החושך״, קרא שר הפנים למפגינים.", ["מפגינים"]),
        ("ממשלת פרו דרשה מהחברה לפנות את המכרה.", ["החברה"]),
        ("דיפלומט פיני אמר לקרסמונדה כי האווירה טובה.", ["קרסמונדה"]),
    ],
)
def test_who_stands_beside_the_verb_is_told(text: str, found: list[str]) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "נשיא צ'ילה אמר בשיחה עם כתבים כי המכרה ייפתח.",
        "נשיא צ'ילה אמר כי בשיחה עם נשיא פרו הושג הסכם.",
        "דיפלומט פיני אמר לבסוף כי האווירה טובה.",
        "הקנצלר הבהיר לתומכיהן כי לא יישלחו טילים.",
        "נשיא צ'ילה אמר אחרי פגישה ארוכה כי המכרה ייפתח.",
    ],
)
def test_who_is_only_spoken_about_is_not(text: str) -> None:
    assert told(text) == [[]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("משפחות הנעדרים דרשו לפתוח בחקירה.", "person"),
        ("דייגים מהכפר סיפרו כי הים נסגר.", "person"),
        ("עורכי הדין של המשפחה טענו כי המשפט נדחה.", "person"),
    ],
)
def test_people_of_no_office_are_persons(text: str, kind: str) -> None:
    speakers = [s.speaker for s in read(text, "he").statements]
    assert [s.kind for s in speakers if isinstance(s, Mention)] == [kind]
