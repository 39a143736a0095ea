"""Hebrew sentences that seem to tell more than they do: nothing is claimed of the rest."""

from kg.model.mention import Mention
from tests.reading import name, read_lines


def _last(text: str) -> list[str | None]:
    return [name(m) for m in read_lines(text, "he").meetings[-1].participants]


def test_a_joint_committee_of_one_house_is_no_body_of_those_who_met() -> None:
    text = (
        "הוועדה המשותפת של הכנסת התכנסה אתמול בירושלים.\n"
        "שר החוץ של פרו יוסי לוי פגש את שר החוץ של צ'ילה דני כהן בקיטו.\n"
        "הוועדה המשותפת תתכנס שוב ביום שני."
    )
    assert _last(text) == ["הוועדה המשותפת"]


def test_a_joint_committee_is_not_of_two_who_are_not_of_two_states() -> None:
    text = "שר האוצר דן כהן פגש את המושל יוסי לוי.\nהוועדה המשותפת תתכנס שוב ביום שני."
    assert _last(text) == ["הוועדה המשותפת"]


def test_a_joint_committee_is_of_the_two_states_that_met() -> None:
    text = (
        "שר החוץ של פרו יוסי לוי פגש את שר החוץ של צ'ילה דני כהן בקיטו.\n"
        "הוועדה המשותפת תתכנס שוב ביום שני."
    )
    assert len(_last(text)) == 2


def test_a_land_named_like_a_man_is_no_man() -> None:
    (of_land,) = read_lines("שר החוץ של מזרח טימור אמר כי הנמל ייפתח.", "he").statements
    assert name(of_land.speaker) == "שר החוץ של מזרח טימור"
    (by_land,) = read_lines("טימור לסטה הודיעה כי הנמל ייפתח.", "he").statements
    speaker = by_land.speaker
    assert not isinstance(speaker, Mention) or speaker.person is None


def test_a_capital_named_like_a_man_speaks_for_its_state() -> None:
    (said,) = read_lines("סנטיאגו הודיעה כי הנמל ייפתח.", "he").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.person is None
