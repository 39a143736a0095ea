"""Who goes on behind a source, whom "he" cannot be, and envoys called in or home in English."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from tests.reading import name, read

PUBLISHED = Day.parse("2025-04-10")


def speakers(text: str) -> list[str | None]:
    return [name(s.speaker) for s in read(text, "en").statements]


def test_who_is_told_of_goes_on_behind_the_source() -> None:
    text = (
        "John Doe saw Ann Roe on Wednesday, according to two aides, and suggested that the toll "
        "should fall."
    )
    assert speakers(text) == ["two aides", "John Doe"]


@pytest.mark.parametrize("tail", ["informed of the decision", "told that the visa was void"])
def test_who_is_called_in_and_told_says_nothing(tail: str) -> None:
    assert speakers(f"Jane Roe was called to the Foreign Office on Wednesday and {tail}.") == []


def test_who_warns_behind_a_passive_does_speak() -> None:
    text = "Jane Roe was received by the king and warned of unrest."
    assert len(read(text, "en").statements) == 1


def test_he_is_not_his_own_counterpart() -> None:
    text = (
        "Chile's Environment Minister Luis Rojas arrived on Monday. Speaking after talks in Lima "
        "with his counterpart, Mr Jorge Diaz, he said the lake was dead."
    )
    source = SourceText(name="test", text=text, language="en", published=PUBLISHED)
    found = to_document(extract_article(source, iris=Iris()))["claims"]
    told = [c for c in found if c["type"] == "statement"]
    assert [c["speaker"] for c in told] == ["Luis Rojas"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is recalling its ambassador to Chile for consultations, the ministry said.",
        "Peru called its envoy in Chile home for urgent consultations.",
    ],
)
def test_an_envoy_called_home_meets_nobody(text: str) -> None:
    assert read(text, "en").meetings == ()


def test_consultations_of_two_are_a_meeting() -> None:
    assert len(read("Peru and Chile held consultations in Lima on Monday.", "en").meetings) == 1


def told(text: str) -> list[list[str]]:
    source = SourceText(name="test", text=text, language="en", published=PUBLISHED)
    found = to_document(extract_article(source, iris=Iris()))["claims"]
    return [c["participants"] for c in found if c["type"] == "meeting"]


def test_a_joint_body_is_of_two_states_and_not_of_the_people_in_the_news() -> None:
    text = (
        "Kenyan minister Ann Roe held talks in Kisumu with Ugandan minister Luis Doe on Monday. "
        "The ministers praised the Joint Fisheries Committee, which last met in Entebbe in March."
    )
    assert told(text) == [["Ann Roe", "Luis Doe"], ["Kenya", "Uganda"]]


def test_both_in_front_of_which_met() -> None:
    text = "Peru spoke on Monday. Ghana and Togo, which last met in Lome in 2018, were silent."
    assert told(text) == [["Ghana", "Togo"]]
