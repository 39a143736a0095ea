"""Meetings that somebody decided to hold, call off or pay, in Arabic: "قرر الرئيس لقاء نظيره"."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("وقرر الاتحاد الأفريقي عقد قمة استثنائية في أديس أبابا.", "planned"),
        ("وقرر مجلس الأمن عقد جلسة طارئة غدا.", "planned"),
        ("وقرر وزير الخارجية الغاني زيارة لومي الأحد.", "planned"),
        ("وقررت كينيا استضافة جولة جديدة من المحادثات.", "planned"),
        ("وقررت المحكمة الجنائية الدولية تأجيل الجلسة.", "postponed"),
    ],
)
def test_who_decides_on_a_meeting_meets(decision: str, status: str) -> None:
    before = "التقى الرئيس البيروفي نظيره الفيجي في ليما. "
    _, decided = read(before + decision, "ar").meetings
    assert decided.status == status
    assert len(decided.participants) in (1, 2)
    assert not {"PE", "FJ"} & {getattr(p, "side", None) for p in decided.participants}


def test_what_is_decided_is_not_held_yet() -> None:
    (decided,) = read("قرر الرئيس الكيني لقاء الرئيس الغاني في لومي.", "ar").meetings
    assert decided.status == "planned"
