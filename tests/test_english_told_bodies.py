"""Who is told something in English under a common noun, in a list, under a name with an article."""

import pytest

from tests.reading import read_article, read_lines


def told(text: str) -> list[str]:
    """Return who is told by the first statement of an article."""
    claims = read_article(text)
    return [name for c in list(claims.statements)[:1] for name in c.addressees]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz told her cabinet that it was over.", ["her cabinet"]),
        ("Ana Ruiz told her euro zone colleagues it was over.", ["her euro zone colleagues"]),
        ("Ana Ruiz told the lower house that it was over.", ["lower house"]),
        (
            "Ana Ruiz told the upper chamber of parliament that it was over.",
            ["upper chamber of parliament"],
        ),
        ("Ana Ruiz told local media that it was over.", ["local media"]),
        ("Ana Ruiz told al-Hadath TV that it was over.", ["al-Hadath TV"]),
        ("Ana Ruiz told the Lebanese channel al-Manarat that it was over.", ["al-Manarat"]),
        ("Ana Ruiz told the TVR Moldova channel that it was over.", ["TVR Moldova channel"]),
        ("Ana Ruiz complained to Reuters that she had been robbed.", ["Reuters"]),
        ("Kenya notified Chad, Niger and Mali that it would leave.", ["Chad", "Niger", "Mali"]),
        ("Kenya warned Chad in a two-hour call of a war.", ["Chad"]),
        ("Ana Ruiz told reporters that it was over.", ["reporters"]),
        ("Ana Ruiz told the truth, Chad and Niger said.", []),
    ],
)
def test_listeners_under_a_common_noun(text: str, names: list[str]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents of the al-Hol camp said it was over.", "Residents of the al-Hol camp"),
        ("Doctors at the al-Shifa hospital said it was over.", "Doctors at the al-Shifa hospital"),
        ("It was cold - doctors at the camp said it was over.", "doctors at the camp"),
    ],
)
def test_a_hyphen_inside_words_for_people_is_theirs(text: str, speaker: str) -> None:
    claims = read_article(text)
    assert [c.speaker for c in claims.statements] == [speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chad accused the Movement for Change and aid groups of plotting.",
            ["Movement for Change", "aid groups"],
        ),
        ("Ana Ruiz warned the government about the decree.", ["government"]),
        ("Ana Ruiz reminded Chad of its pledge.", ["Chad"]),
        ("The bridge reminded Chad of Oman.", []),
        ("Norway protested to Moscow against the jamming.", ["Russia"]),
        ("Norway protested against the jamming.", []),
    ],
)
def test_small_words_behind_whom_something_is_told(text: str, names: list[str]) -> None:
    assert told(text) == names


def test_a_body_for_two_matters_is_one() -> None:
    text = "The Danish Security and Intelligence Service said that it was over."
    claims = read_article(text)
    assert [c.speaker for c in claims.statements] == ["Danish Security and Intelligence Service"]


def test_students_and_citizens_are_told_supporters_of_nobody_in_particular_are_not() -> None:
    assert told("Ana Ruiz told students to go home.") == ["students"]
    assert told("Ana Ruiz told supporters to go home.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya promised Chad in writing that it would leave.", ["Chad"]),
        ("Ana Ruiz demanded a corridor from Chad.", ["Chad"]),
        ("Ana Ruiz demanded the withdrawal of the troops from Chad.", []),
        ("Kenya has appealed to the World Trade Organization.", ["World Trade Organization"]),
    ],
)
def test_of_whom_something_is_asked_or_promised(text: str, names: list[str]) -> None:
    assert told(text) == names


def test_a_promise_to_somebodys_fans_is_not_made_to_them() -> None:
    said = read_lines("The king made a promise to Kenya's fans that he would return.", "en")
    assert [s.addressees for s in said.statements] == [()]
