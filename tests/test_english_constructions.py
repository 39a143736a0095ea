"""Who met and where in English, whatever the clause and however they are called."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

_DAY = Day.parse("2025-04-10")


def _meetings(text: str) -> list[tuple[set[str], str | None, str]]:
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    met = [c for c in claims if c["type"] == "meeting"]
    return [(set(m["participants"]), m["place"], m["status"]) for m in met]


@pytest.mark.parametrize(
    "place",
    [
        "the Swiss city of Lugano",
        "the north-western border town of Lugano",
        "the Black Sea resort of Lugano",
        "Lugano, Switzerland,",
    ],
)
def test_a_place_is_named_with_its_sort_or_its_state(place: str) -> None:
    (met,) = _meetings(f"Josip Baranovic met Esi Mensah in {place} on Monday.".replace(",.", "."))
    assert met == ({"Josip Baranovic", "Esi Mensah"}, "Lugano", "held")


@pytest.mark.parametrize(
    "people",
    [
        "dozens of displaced villagers",
        "a group of opposition lawmakers",
        "leaders of the fishermen's union",
        "the families of the detained",
    ],
)
@pytest.mark.parametrize("met", ["met", "held talks with", "received", "sat down with"])
def test_people_without_a_name_are_met_by_any_verb(met: str, people: str) -> None:
    ((parties, place, _),) = _meetings(f"Josip Baranovic {met} {people} in Lugano on Monday.")
    assert "Josip Baranovic" in parties
    assert people.removeprefix("the ").removeprefix("a ") in parties
    assert place == "Lugano"


@pytest.mark.parametrize(
    "office",
    [
        "The head of the electoral commission, Yaw Darko,",
        "South Korea's unification minister, Yaw Darko,",
        "Yaw Darko, the Tajik president's chief of staff,",
        "Iran's deputy foreign minister for legal affairs, Yaw Darko,",
        "The leader of the Sea Peoples' Alliance, Yaw Darko,",
        "The foreign minister, Yaw Guerrero,",
    ],
)
def test_an_office_and_the_name_set_off_from_it_are_one(office: str) -> None:
    name = "Yaw Guerrero" if "Guerrero" in office else "Yaw Darko"
    ((parties, _, _),) = _meetings(f"{office} and Esi Mensah met in Lugano on Monday.")
    assert parties == {name, "Esi Mensah"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Before meeting Esi Mensah in Lugano, Josip Baranovic toured a port.", "held"),
        ("Having met Esi Mensah in Lugano, Josip Baranovic flew home.", "held"),
        ("Josip Baranovic confirmed having met Esi Mensah in Lugano.", "held"),
        ("Josip Baranovic said a deal was near after talks with Esi Mensah in Lugano.", "held"),
        ("Josip Baranovic is currently meeting Esi Mensah in Lugano.", "ongoing"),
    ],
)
def test_an_ing_form_is_done_by_whoever_the_clause_is_about(text: str, status: str) -> None:
    assert _meetings(text) == [({"Josip Baranovic", "Esi Mensah"}, "Lugano", status)]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting room in Lugano was repainted on Monday.",
        "Troops from Kuwait met fierce resistance near Lugano on Monday.",
        "Josip Baranovic welcomed the agreement with Chad.",
        "There would be no talks with the separatists.",
    ],
)
def test_what_looks_like_a_meeting_is_none(text: str) -> None:
    assert _meetings(text) == []
