"""Who received an envoy called to a ministry."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines

CALLED = "The Kenyan ambassador to Ghana was summoned to the Ghanaian foreign ministry.\n"
CALLED_SOMEWHERE = "The Kenyan ambassador to Ghana was summoned to the foreign ministry.\n"


def met(text: str) -> list[str]:
    (meeting,) = [m for m in read_lines(text, "en").meetings if m.host_wanted]
    return [p.person or p.name for p in meeting.participants if isinstance(p, Mention)]


@pytest.mark.parametrize("called", [CALLED, CALLED_SOMEWHERE])
def test_an_official_of_the_ministry_receives_whoever_was_called_there(called: str) -> None:
    told = "Deputy Foreign Minister Kofi Asare told the ambassador that the raids must end."
    assert met(called + told)[0] == "Kofi Asare"


@pytest.mark.parametrize(
    "told",
    [
        "The director-general, Kofi Asare, told the ambassador that the raids must end.",
        "The ministry's director for Africa, Kofi Asare, told the ambassador to end the raids.",
    ],
)
def test_any_office_will_do_that_is_told_of_no_other_side(told: str) -> None:
    assert met(CALLED + told)[0] == "Kofi Asare"


def test_one_of_the_ministrys_state_may_receive_too() -> None:
    told = "Ghanaian President John Mahama told the ambassador that the raids must end."
    assert met(CALLED + told)[0] == "John Mahama"


@pytest.mark.parametrize(
    "told",
    [
        "In Berlin, Chancellor Otto Brandt told the ambassador that the raids must end.",
        "Chancellor Otto Brandt told the ambassador that the raids must end.",
        "Togolese Foreign Minister Robert Dussey told the ambassador that the raids must end.",
        "In Berlin, Foreign Minister Kofi Asare told the ambassador that the raids must end.",
        "Opposition leader Kofi Asare told the ambassador that the government lied.",
        "Interior Minister Kofi Asare told the ambassador that the raids must end.",
        "Bishop Kofi Asare told the ambassador that he would pray for him.",
        "Ghanaian Airways director Kofi Asare told the ambassador that flights would stop.",
        "Opposition lawmaker Kofi Asare told the ambassador that the raids must end.",
        "Kofi Asare told the ambassador that the raids must end.",
    ],
)
def test_the_ministry_stays_where_the_speaker_may_be_another_sides(told: str) -> None:
    assert "Ghanaian Ministry of Foreign Affairs" in met(CALLED + told)


def test_nobody_is_taken_in_a_town_of_whatever_state_where_the_ministrys_is_not_told() -> None:
    told = "In Berlin, Chancellor Otto Brandt told the ambassador that the raids must end."
    assert "Otto Brandt" not in met(CALLED_SOMEWHERE + told)
