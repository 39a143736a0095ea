"""Events at which others met in Arabic are no meetings of their own."""

from kg.model.mention import Mention
from tests.reading import read

TWO = ["هاكيندي هيشيليما", "إيمرسون منانغاغوا"]


def test_two_met_at_a_summit_and_where_it_was_held() -> None:
    text = "التقى هاكيندي هيشيليما وإيمرسون منانغاغوا خلال قمة الاتحاد الأفريقي في أديس أبابا."
    (meeting,) = read(text, "ar").meetings
    assert [p.name for p in meeting.participants if isinstance(p, Mention)] == TWO
    assert meeting.place is not None
    assert meeting.place.gazetteer_id == "addis-ababa"


def test_a_summit_that_is_told_after_a_meeting_stays() -> None:
    text = (
        "التقى هاكيندي هيشيليما وإيمرسون منانغاغوا، وتعقد قمة الاتحاد الأفريقي في أديس أبابا غدا."
    )
    assert len(read(text, "ar").meetings) == 2
