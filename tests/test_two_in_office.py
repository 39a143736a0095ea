"""Whom an article names is meant by "the two leaders", by "the Malian minister", by an office."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def document(language: Language, text: str) -> dict[str, list[dict[str, object]]]:
    source = SourceText(
        name="test", text=text, language=language, published=Day.parse("2025-04-10")
    )
    return to_document(extract_article(source, iris=Iris()))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(
            "Croatian Prime Minister Ante Vukovar told Slovenian Prime Minister Miro Bled on "
            "Wednesday that the award was void. The two leaders spoke for two hours.",
            ["Ante Vukovar", "Miro Bled"],
            id="who spoke and listened",
        ),
        pytest.param(
            "Kenyan President Daniel Wafula met Ugandan President Moses Okello in Busia. Rwandan "
            "President Jean Habimana phoned both presidents on Monday.",
            ["Jean Habimana", "Daniel Wafula"],
            id="each of two by telephone",
        ),
        pytest.param(
            "President Hage Wafula said he and his Ugandan counterpart, Moses Okello, had agreed. "
            "The two leaders spoke by telephone on Monday, Wafula told a briefing.",
            ["Hage Wafula", "Moses Okello"],
            id="told by one of them",
        ),
    ],
)
def test_two_leaders_are_those_named_last(text: str, parties: list[str]) -> None:
    met = [c["participants"] for c in document("en", text)["claims"] if c["type"] == "meeting"]
    assert set(parties) in map(set, met)


def test_two_leaders_of_whom_nobody_told_stay_a_group() -> None:
    text = "The two leaders spoke for two hours on Monday, an aide said."
    met = [c["participants"] for c in document("en", text)["claims"] if c["type"] == "meeting"]
    assert met == [["two leaders"]] or met == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Malian Defence Minister Sadio Traore met Ivorian Defence Minister Awa Kone in Bamako. "
            "“It is settled,” the Ivorian minister told reporters.",
            {"Sadio Traore", "Awa Kone", "reporters"},
            id="the only minister of that side",
        ),
        pytest.param(
            "U.S. Ambassador James Whitfield met Moldovan Foreign Minister Ion Rusu. The American "
            "diplomat said the talks were useful.",
            {"James Whitfield", "Ion Rusu"},
            id="an ambassador, called a diplomat",
        ),
    ],
)
def test_who_is_described_is_whom_the_article_names(text: str, names: set[str]) -> None:
    listed = {a["name"] for a in document("en", text)["actors"] if a["kind"] != "state"}
    assert listed == names


def test_a_surname_holds_the_office_that_the_article_gives_elsewhere() -> None:
    text = (
        "Okello will fly to Nairobi on Monday. Ugandan President Moses Okello and Kenyan President "
        "Daniel Wafula quarrelled over a dam. Okello met Wafula in May, and the two countries "
        "agreed to meet again."
    )
    met = [c["participants"] for c in document("en", text)["claims"] if c["type"] == "meeting"]
    assert ["Moses Okello", "Daniel Wafula"] in met


def test_the_two_of_three_who_met_stay_unknown() -> None:
    text = (
        "Ghanaian President John Mahama, Ivorian President Alassane Ouattara and Togolese "
        "President Faure Gnassingbe met in Lome. The two presidents said the border would open."
    )
    said = [c["speaker"] for c in document("en", text)["claims"] if c["type"] == "statement"]
    assert said == ["two presidents"]
