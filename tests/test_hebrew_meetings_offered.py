"""Meetings that Hebrew news tells to be offered, asked for, or to come by invitation."""

import pytest

from tests.hebrew_claims import claims

COLD = "היחסים בין סנגל ללוב קפואים כבר שנה."


def _told(text: str) -> list[tuple[set[str], set[str], str]]:
    met = claims(text, "meeting")
    return [(set(c["participants"]), set(c["mediators"]), c["status"]) for c in met]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("הזמין את נשיא מאלי סיידו קנטה לביקור רשמי בארצו.", "proposed"),
        ("הוזמן על ידי נשיא מאלי סיידו קנטה לבקר בטרטו.", "proposed"),
        ("נענה להזמנתו של נשיא מאלי סיידו קנטה לבקר בטרטו.", "planned"),
        ("דחה את הזמנתו של נשיא מאלי סיידו קנטה לבקר בטרטו.", "proposed"),
        ("מסר לנשיא מאלי סיידו קנטה הזמנה לבקר בטרטו.", "proposed"),
        ("יגיע מחר לטרטו בהזמנת נשיא מאלי סיידו קנטה.", "planned"),
        ("הציע לנשיא מאלי סיידו קנטה פגישה בטרטו.", "proposed"),
        ("טרם השיב לבקשתו של נשיא מאלי סיידו קנטה להיפגש.", "proposed"),
        ("ונשיא מאלי סיידו קנטה יוזמנו בקרוב לפגישה בטרטו.", "proposed"),
    ],
)
def test_two_are_to_meet(text: str, status: str) -> None:
    told = _told(f"שר החוץ הדני הנריק סנדהולט {text}")
    assert told == [({"הנריק סנדהולט", "סיידו קנטה"}, set(), status)]


@pytest.mark.parametrize(
    "text",
    [
        "קטאר הציעה לארח בטרטו פגישה בין סנגל ללוב.",
        "קטאר הציעה לסנגל וללוב להיפגש בטרטו.",
        f"{COLD} קטאר הציעה לצדדים להיפגש בטרטו.",
        f"{COLD} קטאר הציעה לארח את הצדדים בטרטו.",
    ],
)
def test_who_offers_that_others_meet_is_their_mediator(text: str) -> None:
    assert _told(text) == [({"Senegal", "Libya"}, {"Qatar"}, "proposed")]


def test_speakers_say_whom_they_are_ready_to_meet() -> None:
    text = "״אני מוכן להיפגש עם נשיא מאלי סיידו קנטה״, אמר שר החוץ הדני הנריק סנדהולט."
    assert _told(text) == [({"הנריק סנדהולט", "סיידו קנטה"}, set(), "proposed")]


def test_whoever_stands_between_called_off_his_visit() -> None:
    text = "בתוך כך ביטל נציב הפליטים טוריק סאנדו את ביקורו בטרטו, שתוכנן לחודש הבא."
    assert _told(text) == [({"נציב הפליטים טוריק סאנדו"}, set(), "cancelled")]


def test_a_meeting_that_was_due_and_did_not_take_place_is_off() -> None:
    text = "לא התקיימה הפגישה שהייתה אמורה להיערך בטרטו בין סנגל ללוב."
    assert _told(text) == [({"Senegal", "Libya"}, set(), "cancelled")]


@pytest.mark.parametrize(
    "text",
    [
        "קטאר הזמינה עשרה מטוסים מסנגל.",
        "החברה קיבלה הזמנה גדולה לאספקת חיטה לסנגל.",
        "שר החוץ הדני הנריק סנדהולט הזמין את הציבור להשתתף בסקר.",
    ],
)
def test_other_invitations_are_no_meetings(text: str) -> None:
    assert _told(text) == []
