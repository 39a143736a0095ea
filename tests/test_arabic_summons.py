"""Envoys whom Arabic tells to have been summoned, by whom or by nobody named."""

import pytest

from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.model.draft import DraftMeeting
from kg.model.mention import Mention


def meetings(text: str) -> tuple[DraftMeeting, ...]:
    """Return the meetings that a text tells, before its pointers are followed."""
    return RuleExtractor().extract(text, segment(text, "ar", title=None), "ar").meetings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "استدعي السفير المغربي إلى وزارة الخارجية الإسبانية الثلاثاء.",
            ["Spanish Ministry of Foreign Affairs", "السفير المغربي"],
        ),
        ("وقال إن السفير المغربي استدعي إلى الوزارة في أوسلو أمس.", ["السفير المغربي"]),
        (
            "استدعى وزير الخارجية الإسباني السفير المغربي الثلاثاء.",
            ["وزير الخارجية الإسباني", "السفير المغربي"],
        ),
        (
            "استدعي وزير الخارجية الإسباني السفير المغربي الثلاثاء.",
            ["وزير الخارجية الإسباني", "السفير المغربي"],
        ),
    ],
)
def test_an_envoy_is_summoned(text: str, who: list[str]) -> None:
    (meeting,) = meetings(text)
    assert [p.name for p in meeting.participants if isinstance(p, Mention)] == who


def test_reservists_who_are_called_up_meet_nobody() -> None:
    assert not meetings("استدعي جنود الاحتياط إلى الخدمة.")


@pytest.mark.parametrize(
    "text",
    [
        "استدعي السفير المغربي في أوسلو إلى الرباط للتشاور الاثنين.",
        "واستدعي السفير المغربي السابق للشهادة.",
    ],
)
def test_an_envoy_called_home_meets_nobody(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("أعلنت وزارة الخارجية النرويجية استدعاء السفير المغربي في أوسلو.", 1),
        ("أعلنت وزارة الخارجية النرويجية استدعاء السفير النرويجي في الرباط.", 0),
        ("أعلنت وزارة العدل النرويجية استدعاء قاضية الاتصال النرويجية في الرباط.", 0),
    ],
)
def test_a_state_summons_envoys_of_others_and_calls_its_own_home(text: str, count: int) -> None:
    assert len(meetings(text)) == count
