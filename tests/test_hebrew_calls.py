"""Calls that Hebrew sentences tell beside another deed."""

import pytest

from tests.reading import name, read_lines


def calls(text: str) -> list[tuple[str, set[str | None]]]:
    meetings = read_lines(text, "he").meetings
    return [(m.status, {name(p) for p in m.participants}) for m in meetings]


@pytest.mark.parametrize(
    "text",
    [
        "דני כהן הודה ליוסי לוי בשיחת טלפון.",
        "דני כהן בירך את יוסי לוי בשיחת טלפון.",
        "דני כהן התנצל בפני יוסי לוי בשיחת טלפון אמש.",
        "דני כהן הציע בשיחת טלפון עם יוסי לוי לכנס את הוועדה.",
        "דני כהן עדכן את יוסי לוי בשיחת וידאו.",
    ],
)
def test_what_is_done_by_telephone_is_a_call(text: str) -> None:
    assert calls(text) == [("held", {"דני כהן", "יוסי לוי"})]


@pytest.mark.parametrize(
    "text",
    [
        "דני כהן יודה מחר ליוסי לוי בשיחת טלפון.",
        "דני כהן עזר לאישה בשיחת טלפון.",
        "דני כהן הודה לאוהדים בשיחת טלפון.",
    ],
)
def test_not_every_deed_by_telephone_is_a_call_of_two(text: str) -> None:
    assert calls(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "דני כהן אמר בשיחת טלפון ליוסי לוי כי הנמל ייפתח.",
        "דני כהן הבהיר אמש בשיחה טלפונית ליוסי לוי כי לא יחתום.",
        "בשיחת טלפון הזהיר דני כהן את יוסי לוי כי הנמל ייסגר.",
    ],
)
def test_what_is_said_to_one_by_telephone_is_a_call(text: str) -> None:
    assert calls(text) == [("held", {"דני כהן", "יוסי לוי"})]


@pytest.mark.parametrize(
    "text",
    [
        "דני כהן אמר לעיתונאים בשיחת טלפון כי הנמל ייפתח.",
        "דני כהן אמר בשיחת טלפון לרשת CNN כי הנמל ייפתח.",
        "דני כהן אמר בשיחת טלפון למשפחתו כי הוא בריא.",
    ],
)
def test_who_tells_the_press_by_telephone_calls_nobody(text: str) -> None:
    assert calls(text) == []


def test_a_call_to_come_is_not_held() -> None:
    text = "דני כהן הבטיח כי ישוחח בשיחת טלפון עם יוסי לוי מחר."
    assert {status for status, _ in calls(text)} == {"planned"}
