"""English meetings told by what was given, by their end, and by how somebody arrived."""

import pytest

from kg.model.draft import DraftMeeting, mentions_of
from tests.reading import name, read


def only(text: str) -> DraftMeeting:
    (meeting,) = (m for m in read(text, "en").meetings if m.participants)
    return meeting


def parties(text: str) -> list[str]:
    """Return the last word of each name."""
    return sorted((name(m) or "").split()[-1] for m in mentions_of(only(text).participants))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pope Leo granted a private audience to Cape Verde's Jose Maria Neves in Rome.", "Rome"),
        ("Jose Maria Neves was granted an audience by Pope Leo in Rome on Monday.", "Rome"),
        ("Pope Leo threw a luncheon in Rome for President Jose Maria Neves.", "Rome"),
        ("Pope Leo and Jose Maria Neves parted in Rome after four hours.", "Rome"),
        ("Pope Leo and Jose Maria Neves left Rome after two hours together.", "Rome"),
        ("Received in Rome by Pope Leo, President Jose Maria Neves spoke of drought.", "Rome"),
        ("Hosting Jose Maria Neves in Rome on Monday, Pope Leo smiled.", "Rome"),
        ("Pope Leo huddled in Rome with President Jose Maria Neves for an hour.", "Rome"),
        ("Pope Leo, whom Jose Maria Neves met in Rome on Monday, is unwell.", "Rome"),
    ],
)
def test_two_who_sat_together_are_found_in_any_construction(text: str, place: str) -> None:
    assert parties(text) == ["Leo", "Neves"]
    assert name(only(text).place) == place


@pytest.mark.parametrize(
    "text",
    [
        "Pope Leo gave a dinner for the poor in Rome.",
        "Pope Leo parted with his ring in Rome after four hours.",
        "Pope Leo left Rome after two hours.",
    ],
)
def test_one_alone_met_nobody(text: str) -> None:
    assert not [m for m in read(text, "en").meetings if len(m.participants) > 1]


def test_talks_brokered_by_a_third_have_the_place_of_their_verb() -> None:
    told = only("Talks between Chad and Niger, brokered by Algeria, opened in Tunis on Monday.")
    assert name(told.place) == "Tunis"


def test_a_new_day_of_contacts_goes_on() -> None:
    told = only("Negotiations between Chad and Niger dragged into a third day in Tunis on Friday.")
    assert told.status == "ongoing"


@pytest.mark.parametrize(
    "text",
    [
        "Algeria suggested that Chad, Niger and Mali meet in Tunis before the summer.",
        "Algerian envoys are trying to bring Chad and Niger together in Tunis.",
        "Algeria has offered Tunis as the venue for talks between Chad and Niger.",
    ],
)
def test_what_others_try_to_arrange_is_proposed(text: str) -> None:
    assert only(text).status == "proposed"


def test_a_town_flown_to_is_where_they_met() -> None:
    text = "Nigerien negotiators flew to Tunis this week, and on Monday they met Emmanuel Macron."
    assert name(only(text).place) == "Tunis"


def test_a_visit_in_front_of_a_meeting_is_one_with_it() -> None:
    text = "Visiting Tunis, Chad's Mahamat Deby held talks with President Kais Saied."
    assert parties(text) == ["Deby", "Saied"]
    assert name(only(text).place) == "Tunis"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pope Leo was sitting beside Jose Maria Neves in Rome on Monday.", "Rome"),
        ("Jose Maria Neves's first stop was Rome, where Pope Leo received him on Monday.", "Rome"),
        ("Italy has offered Rome as the venue for talks between Chad and Niger.", "Rome"),
        ("Pope Leo hosted Jose Maria Neves for two days of talks that ended in Rome.", "Rome"),
    ],
)
def test_the_place_is_found_where_the_words_behind_tell_none(text: str, place: str) -> None:
    assert name(only(text).place) == place


def test_who_flew_somewhere_on_a_day_to_meet_met_there() -> None:
    told = only("Pope Leo flew to Lisbon on Monday to meet President Jose Maria Neves.")
    assert (told.status, told.time.tense if told.time else None) == ("held", "past")


def test_words_with_hyphens_are_read_like_those_without() -> None:
    assert parties("Pope Leo had a tete-a-tete with Jose Maria Neves in Rome.") == ["Leo", "Neves"]
    assert parties("Pope Leo held a one-on-one with Jose Maria Neves in Rome.") == ["Leo", "Neves"]
