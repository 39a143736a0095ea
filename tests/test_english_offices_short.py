"""Offices in capitals, two ministers told before their names, documents that speak."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting, Statement
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.article import Extraction


def extract(text: str) -> Extraction:
    return extract_article(SourceText(name="x", text=text, language="en"), iris=Iris())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenyan FM Alan Odera said the border was open.", "Alan Odera"),
        ("Nepali PM Rana told reporters that the road was open.", "Rana"),
        ("The State Department transcript said the lull was fragile.", "US State Department"),
        ("Alan Odera told Istanbul FM that the road was open.", "Alan Odera"),
        ("Alan Odera told Horizon FM that the road was open.", "Alan Odera"),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    said = [c.speaker for c in extract(text).claims if isinstance(c, Statement)]
    assert speaker in said
    assert not any(name and name.startswith(("FM", "PM")) for name in said)


@pytest.mark.parametrize("text", ["The talks began at 5 pm.", "It aired on 98.4 FM at 6 PM."])
def test_hours_and_radio_are_no_office(text: str) -> None:
    assert not extract(text).actors


def test_two_ministers_in_front_of_their_names() -> None:
    text = (
        "Talks began in Lima between Malian and Chadian Foreign Ministers Abdou Diop and Issa Moro."
    )
    (met,) = (c for c in extract(text).claims if isinstance(c, Meeting))
    assert set(met.participants) == {"Abdou Diop", "Issa Moro"}


@pytest.mark.parametrize(
    "text",
    [
        "Malian and Chadian Foreign Ministers Abdou Diop and Issa Moro met in Lima.",
        "Odera met Malian and Chadian Foreign Ministers Abdou Diop and Issa Moro in Lima.",
    ],
)
def test_each_of_two_ministers_is_of_his_own_state(text: str) -> None:
    found = extract(text)
    sides = {a.name: (a.belongs_to or "").rpartition("/")[2] for a in found.actors}
    assert (sides["Abdou Diop"], sides["Issa Moro"]) == ("mali", "chad")
    (met,) = (c for c in found.claims if isinstance(c, Meeting))
    assert set(met.participants) <= {"Abdou Diop", "Issa Moro", "Odera"}


def test_more_ministers_than_states_are_of_none_of_them() -> None:
    text = "Malian and Chadian Ministers Abdou Diop, Issa Moro and Jo Keita met in Lima."
    sides = {a.name: a.belongs_to for a in extract(text).actors}
    assert sides["Jo Keita"] is None


def test_long_name_of_a_body_holds_no_place() -> None:
    text = (
        "Peru and Chile met at the Organization of Security and Co-operation in Europe on Monday."
    )
    assert "Europe" not in {p.name for p in extract(text).locations}
