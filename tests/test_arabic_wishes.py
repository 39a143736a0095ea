"""Arabic wishes to meet, had and not had: never a meeting that was held."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("أبدى رئيس غانا كوفي مينسا حرصه على لقاء رئيسة بيرو آنا سوتو.", "anticipates"),
        ("رئيس غانا مستعد للقاء رئيسة بيرو آنا سوتو.", "anticipates"),
        ("لا يزال رئيس غانا مستعدا للقاء رئيسة بيرو آنا سوتو.", "anticipates"),
        ("قال رئيس غانا إنه لا يمانع في لقاء رئيسة بيرو آنا سوتو.", "anticipates"),
        ("ليس لدى رئيس غانا كوفي مينسا نية للقاء رئيسة بيرو آنا سوتو.", "denies"),
        ("رئيس غانا غير مستعد للقاء رئيسة بيرو آنا سوتو.", "denies"),
        ("أبدى رئيس غانا كوفي مينسا عدم رغبته في لقاء رئيسة بيرو آنا سوتو.", "denies"),
        ("لم يبد رئيس غانا رغبة في لقاء رئيسة بيرو آنا سوتو.", "denies"),
    ],
)
def test_a_wish_to_meet_is_no_meeting_held(text: str, commitment: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert (meeting.status, meeting.commitment) == ("proposed", commitment)
    named = [p for p in meeting.participants if isinstance(p, Mention)]
    assert {p.side for p in named} == {"ghana", "peru"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("اعتذر رئيس غانا بعد لقاء مع رئيسة بيرو آنا سوتو في ليما.", "held"),
        ("اعتذر رئيس غانا عن لقاء رئيسة بيرو آنا سوتو في ليما.", "cancelled"),
        ("سافر رئيس غانا كوفي مينسا إلى ليما لإلغاء لقاء مع رئيسة بيرو آنا سوتو.", "cancelled"),
    ],
)
def test_who_apologises_after_a_meeting_was_there(text: str, status: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert (meeting.status, len(meeting.participants)) == (status, 2)


def test_troops_that_withdraw_after_a_meeting_cancel_nothing() -> None:
    text = "انسحب الجيش من المدينة بعد لقاء بين رئيس غانا ورئيسة بيرو في ليما."
    assert all(m.status != "cancelled" for m in read(text, "ar").meetings)
