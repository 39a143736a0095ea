"""Where and when people met, told between commas in an Arabic sentence."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    ("aside", "place"),
    [
        ("الأحد في بغداد", "بغداد"),
        ("أمس بالرباط", "بالرباط"),
        ("أمس الثلاثاء بداكار", "بداكار"),
        ("اليوم في القاهرة", "القاهرة"),
        ("مساء الخميس في روما", "روما"),
    ],
)
@pytest.mark.parametrize("met", ["عقد {} اجتماعا مع", "أجرى {} مباحثات مع", "عقد {} لقاء مع"])
def test_a_day_and_a_town_between_commas_are_those_of_the_meeting(
    met: str, aside: str, place: str
) -> None:
    leads = met.format(f"وزير الدفاع الكيني جون كاماو، {aside}،")
    (meeting,) = read(f"{leads} نظيره الغاني كوفي منسا.", "ar").meetings
    assert meeting.time is not None
    assert isinstance(meeting.place, Mention)
    assert meeting.place.text in place


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الدفاع الكيني جون كاماو، أمس بالرباط، إنه عقد في مايو اجتماعا مع كوفي منسا.",
        "أعلن وزير الدفاع الكيني، الأحد في بغداد، وقف الاجتماعات مع نظيره الغاني.",
    ],
)
def test_where_somebody_speaks_is_not_where_they_met(text: str) -> None:
    for meeting in read(text, "ar").meetings:
        assert meeting.place is None
