"""Arabic outlets that no list knows are told; where somebody says it is no part of a name."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, own_name, read, read_lines


@pytest.mark.parametrize(
    "outlet", ["لصحيفة ميدان برس", "لموقع ميدان برس", "لقناة ميدان برس", "لإذاعة ميدان برس"]
)
def test_an_outlet_behind_to_is_told_and_passes_it_on(outlet: str) -> None:
    (statement,) = read(f"قال جون كاماو {outlet} إن الجسر فتح.", "ar").statements
    assert own_name(statement.speaker) == "جون كاماو"
    assert [m.name for m in mentions_of(statement.via)] == ["ميدان برس"]


def test_an_outlet_told_does_not_speak_for_whoever_goes_on() -> None:
    text = "قال جون كاماو إن الجسر فتح.\nوأضاف لصحيفة ميدان برس: السد آمن."
    assert [own_name(s.speaker) for s in read_lines(text, "ar").statements] == ["جون كاماو"] * 2


def test_an_outlet_that_speaks_is_not_told() -> None:
    (statement,) = read("قالت صحيفة ميدان برس إن الجسر فتح.", "ar").statements
    assert not statement.addressees


@pytest.mark.parametrize("where", ["في تعليقاته أيضا", "في منشور له", "في تصريحاته", "في مقابلة"])
def test_where_a_surname_says_it_is_no_part_of_the_name(where: str) -> None:
    (statement,) = read(f"وقال زيلينسكي {where} إن الجسر فتح.", "ar").statements
    assert name(statement.speaker) == "زيلينسكي"


@pytest.mark.parametrize("who", ["اللواء", "الوزراء", "الوسطاء"])
def test_men_whose_word_ends_as_a_feminine_speak_in_the_masculine(who: str) -> None:
    (statement,) = read(f"وقال {who} إن الجسر فتح.", "ar").statements
    assert name(statement.speaker) == who


def test_a_feminine_noun_does_not_speak_in_the_masculine() -> None:
    (statement,) = read("وقال الصحراء إن الجسر فتح.", "ar").statements
    assert name(statement.speaker) is None
