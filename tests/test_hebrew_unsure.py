"""Hebrew sentences that seem to tell more than they do: nothing is claimed of the rest."""

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
