"""English people who bear the name of a thing or a place, in capitals or behind two offices."""

import pytest

from kg.model.draft import Party
from kg.model.mention import Mention
from tests.reading import name, read, read_lines


def who(party: Party | None) -> str | None:
    person = party.person if isinstance(party, Mention) else None
    return person or name(party)


def speakers(text: str) -> list[str | None]:
    return [who(s.speaker) for s in read(text, "en").statements]


def parties(text: str) -> list[str | None]:
    return [who(p) for m in read(text, "en").meetings for p in m.participants]


@pytest.mark.parametrize(
    "verb", ["said on Monday that the border was open", "accused Chad of a raid"]
)
def test_both_holders_behind_their_offices_speak(verb: str) -> None:
    text = f"The presidents of Kenya and Uganda, William Otieno and Yusuf Okello, {verb}."
    assert speakers(text) == ["William Otieno", "Yusuf Okello"]


def test_nobody_behind_a_verb_speaks_for_two_office_holders() -> None:
    text = "The foreign ministers of Egypt and Jordan, Adel Nour and Hani Malki, warned Israel."
    assert speakers(text) == []


def test_two_more_behind_and_hold_neither_office() -> None:
    text = "The foreign ministers of Peru and Chile, and Ana Diaz and Luis Rojas, met in Lima."
    drafts = read(text, "en")
    named = [m for s in drafts.sentences for m in s.actors if m.person]
    assert all(m.role is None for m in named)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Simon Day told reporters that he would resign.", "Simon Day"),
        ("Doris Day said the pier was open.", "Doris Day"),
        ('"We were not told," Kate Spring said.', "Kate Spring"),
    ],
)
def test_a_surname_may_be_a_word_for_a_thing(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_thing_is_still_nobody() -> None:
    drafts = read("Victory Day was marked in Lima.", "en")
    assert not [m for s in drafts.sentences for m in s.actors if m.person]


def test_a_surname_in_capitals_belongs_to_the_name() -> None:
    text = "Deputy Prime Minister Olha STEFANCHUK met EU Commissioner Oliver VARGA in Brussels."
    assert parties(text) == ["Olha STEFANCHUK", "Oliver VARGA"]


def test_a_word_of_the_page_in_capitals_does_not() -> None:
    drafts = read("The photograph is by Jan Wibowo COPYRIGHT and others.", "en")
    assert not [m for s in drafts.sentences for m in s.actors if "Wibowo COPYRIGHT" in m.name]


@pytest.mark.parametrize("thing", ["airport was shut", "bridge was hit", "hospital was full"])
def test_who_speaks_is_no_place_called_after_him(thing: str) -> None:
    drafts = read_lines(f"Kenyatta {thing}.\nKenyatta told reporters he was sorry.", "en")
    assert [name(s.speaker) for s in drafts.statements] == ["Kenyatta"]


def test_a_body_called_after_somebody_is_not_he() -> None:
    text = "The head of the Fondation Pierre Werner met Luc Frieden."
    assert parties(text) == ["head of the Fondation Pierre Werner", "Luc Frieden"]
