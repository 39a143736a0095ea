"""English names set off behind somebody's office: whose they are, and where they are none of it."""

import pytest

from tests.reading import name, read


def speakers(text: str) -> list[str | None]:
    return [name(s.speaker) for s in read(text, "en").statements]


@pytest.mark.parametrize(
    "whose",
    ["The widow of", "The daughter of", "An aide to", "The former driver of", "The lawyer for"],
)
def test_whoever_belongs_to_an_office_has_the_name(whose: str) -> None:
    text = f"{whose} the head of the fisheries board, Ann Darko, said the lake was dead."
    assert speakers(text) == ["Ann Darko"]


def test_an_aide_is_not_who_holds_the_office() -> None:
    text = (
        "William Ruto met the former aide to the head of the fisheries board, Ann Darko, in Accra."
    )
    (met,) = read(text, "en").meetings
    assert [name(p) for p in met.participants] == ["William Ruto", "former aide"]


def test_who_speaks_to_an_office_has_the_name() -> None:
    text = "Speaking to the head of the fisheries board, Ann Darko, 54, said the lake was dead."
    assert speakers(text) == ["Ann Darko"]


@pytest.mark.parametrize("lead", ["The head", "On Monday the head"])
def test_who_holds_the_office_has_the_name(lead: str) -> None:
    text = f"{lead} of the fisheries board, Ann Darko, said the lake was dead."
    assert speakers(text) == ["head of the fisheries board, Ann Darko"]


@pytest.mark.parametrize("verb", ["hastened", "hurried", "rushed"])
def test_hastened_is_no_part_of_a_name(verb: str) -> None:
    assert speakers(f"The mines minister {verb} to say that no pit would close.") == [
        "mines minister"
    ]


def test_members_end_before_what_they_are_doing() -> None:
    text = "William Ruto met members of the panel investigating the fire in Arusha."
    (met,) = read(text, "en").meetings
    assert [name(p) for p in met.participants] == ["William Ruto", "members of the panel"]


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("now in doubt", "planned"),
        ("now in jeopardy", "planned"),
        ("now in tatters", "held"),
        ("now in their third day", "ongoing"),
        ("currently in session", "ongoing"),
    ],
)
def test_talks_in_doubt_are_not_under_way(how: str, status: str) -> None:
    (met,) = read(f"The talks between Kenya and Somalia are {how}.", "en").meetings
    assert met.status == status
