"""Meetings that somebody decided to hold, call off or pay, in Arabic: "قرر الرئيس لقاء نظيره"."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    ("decision", "parties", "status"),
    [
        ("وقرر الاتحاد الأفريقي عقد قمة استثنائية في أديس أبابا.", ["الاتحاد الأفريقي"], "planned"),
        ("وقرر مجلس الأمن عقد جلسة طارئة غدا.", ["مجلس الأمن"], "planned"),
        (
            "وقرر وزير الخارجية الغاني زيارة لومي الأحد.",
            ["وزير الخارجية الغاني", "لومي"],
            "planned",
        ),
        ("وقررت كينيا استضافة جولة جديدة من المحادثات.", ["كينيا"], "planned"),
        ("وقررت المحكمة الجنائية الدولية تأجيل الجلسة.", ["المحكمة الجنائية الدولية"], "postponed"),
    ],
)
def test_who_decides_on_a_meeting_meets(decision: str, parties: list[str], status: str) -> None:
    before = "التقى الرئيس البيروفي نظيره الفيجي في ليما. "
    _, decided = read(before + decision, "ar").meetings
    assert decided.status == status
    assert [p.text for p in decided.participants if isinstance(p, Mention)] == parties


def test_what_is_decided_is_not_held_yet() -> None:
    (decided,) = read("قرر الرئيس الكيني لقاء الرئيس الغاني في لومي.", "ar").meetings
    assert decided.status == "planned"
