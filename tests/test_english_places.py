"""Countries, capitals and unknown names that an English text speaks of as places."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import read_lines, sentence


def _places(text: str) -> list[str]:
    drafts = read_lines(text, "en")
    return [m.name for s in drafts.sentences for m in s.places]


def _actors(text: str) -> list[str]:
    drafts = read_lines(text, "en")
    return [m.name for s in drafts.sentences for m in s.actors]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The minister flew out of Lima on Friday.", "Lima"),
        ("Nigerian leaders left Peru without a deal.", "Peru"),
        ("The envoy left Peru.", "Peru"),
        ("The consul was barred from leaving Lima, she said.", "Lima"),
        ("The consul left for Peru on the orders of the king.", "Peru"),
        ("The premier invited Jane Roe to Lima before Christmas.", "Lima"),
        ("Nigeria sent its foreign minister to Lima.", "Lima"),
        ("The mediator warned from Lima that time was short.", "Lima"),
        ("The delegations were kept in a Lima hotel.", "Lima"),
        ("Crowds filled the streets of Lima.", "Lima"),
        ("The capital, Lima, was calm.", "Lima"),
        ("It will close its border with Peru.", "Peru"),
        ("Exports of 47 goods to Peru will need approval.", "Peru"),
        ("He visited Peru last year.", "Peru"),
        ("The consul reached Peru on Monday.", "Peru"),
        ("The consul, she said, had left Peru on Friday.", "Peru"),
        ("The minister headed for Lima.", "Lima"),
        ("The boats turned back at dawn off the Zorgan Shoal.", "Zorgan Shoal"),
        ("Snow fell; Zorgan Mountain was closed.", "Zorgan Mountain"),
        ("Jane Roe left Ghana for Peru.", "Peru"),
    ],
)
def test_words_of_motion_and_of_what_stands_there_make_a_place(text: str, place: str) -> None:
    assert place in _places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Peru that time was short.",
        "The collapse left Peru with no choice.",
        "The war left Peru without allies.",
        "It transferred the rights to Peru.",
        "Sanctions were set for Peru.",
        "Nigeria sent a letter to Lima.",
        "He assured Peru of his support.",
        "Nigeria demanded an apology from Lima.",
        "It signed a pact with Peru.",
        "When it comes to Peru, Nigeria must be firm.",
        "Nigeria left Peru in no doubt.",
        "Nigeria left Lima to decide.",
        "Nigeria had left Lima on its own.",
        "Ghana leaves Lima without troops.",
        "Nigeria left it for Lima to decide.",
        "He headed the talks for Peru.",
        "The letter reached Lima on Monday.",
        "Lima notes the decision.",
        "Much of Lima believes the deal is dead.",
    ],
)
def test_whom_something_is_told_sent_or_asked_is_a_government(text: str) -> None:
    assert not _places(text)
    assert any(name in ("Peru", "Lima") for name in _actors(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He met fishermen at the Zorgan Lampa naval base.", "Zorgan Lampa naval base"),
        ("Talks were held at Zorgan airport on Friday.", "Zorgan airport"),
        ("They spoke about the Zorgan hydropower plant.", "Zorgan hydropower plant"),
    ],
)
def test_a_sort_behind_an_unknown_name_belongs_to_it(text: str, place: str) -> None:
    assert _places(text) == [place]


def test_a_place_told_once_is_known_again() -> None:
    told = "Talks were held at Zorgan airport on Friday.\nKenya takes two demands to Zorgan."
    assert set(_places(told)) == {"Zorgan"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks were held at Zorgan airport.\nThe minister, Jan Zorgan, said no.",
        "Talks were held at Zorgan airport.\nZorgan Airlines said no.",
    ],
)
def test_somebody_or_something_called_so_is_no_place(text: str) -> None:
    assert _places(text) == ["Zorgan airport"]


_BEARER = "President Mokgweetsi Masisi of Botswana said no.\n"


@pytest.mark.parametrize(
    ("second", "places"),
    [
        ("The envoy spoke to Masisi by phone.", []),
        ("The government of Masisi's successor resigned.", []),
        ("The envoy flew to Masisi by helicopter.", ["Masisi"]),
        ("Fighters were seen in Masisi.", ["Masisi"]),
    ],
)
def test_a_town_called_like_somebody_in_the_news(second: str, places: list[str]) -> None:
    assert _places(_BEARER + second) == places


def test_a_title_tells_a_person_from_a_town() -> None:
    drafts = read_lines("President Masisi said no.", "en")
    assert [m.person for s in drafts.sentences for m in s.actors] == ["Masisi"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will keep to the Lima Convention.",
        "Kenya will keep to the Lima agreement.",
        "Kenya will cut the number of Peruvian embassy staff.",
        "Coastal states met in Nairobi.",
    ],
)
def test_treaties_and_staff_make_no_actor_of_a_town_or_body(text: str) -> None:
    assert set(_actors(text)) <= {"Kenya"}


def test_a_palace_is_where_they_met_and_may_also_speak() -> None:
    assert "presidential palace" in _places("They dined at the presidential palace on Monday.")
    assert not _places("The presidential palace said no.")


def test_a_continent_says_hardly_where() -> None:
    assert not _places("Prices rose across Africa and Europe.")
    assert _places("Prices rose across the Sahel.") == ["Sahel"]


def test_a_first_name_tells_a_person_behind_a_word_of_place() -> None:
    assert not _places("She reached John Zorgan by phone.")
    assert _places("Troops reached Upper Zorgan on Monday.") == ["Upper Zorgan"]


def test_who_wrote_a_report_is_no_place() -> None:
    assert "Anna Berg" not in _places("Anna Berg (Zorgan Wire) - Peru said that it was ready.")


def test_where_somebody_is_based_is_a_place_and_who_backs_them_does_nothing() -> None:
    text = "The Beirut-based observatory said the Iran-backed militia had left."
    found = {m.name: m.category for m in find_mentions(sentence(text, "en"), "en")}
    assert found["Beirut"] == "place"
    assert found["Iran"] == "adjective"


def test_whom_somebody_is_for_or_against_does_nothing() -> None:
    text = "The anti-Taliban Northern Front and the pro-Russian Badr Brigade left."
    found = {m.name: m.category for m in find_mentions(sentence(text, "en"), "en")}
    assert found["Northern Front"] == found["Badr Brigade"] == "actor"
    assert {m for m, category in found.items() if category == "adjective"} == {"Taliban", "Russia"}
