"""Constructions of everyday agency news in English, read from whole small articles."""

from typing import Any

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

Met = tuple[set[str], str | None, str]


def claims(text: str, kind: str) -> list[dict[str, Any]]:
    source = SourceText(name="x", text=text, language="en", published=Day.parse("2024-05-10"))
    document = to_document(extract_article(source, iris=Iris()))
    return [c for c in document["claims"] if c["type"] == kind]


def meetings(text: str) -> list[Met]:
    return [(set(m["participants"]), m["place"], m["status"]) for m in claims(text, "meeting")]


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(s["speaker"], s["addressees"]) for s in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "ACCRA, May 9 (Agency) - Ghana's Ama Boateng and Togo's Koffi Lawson met on Thursday.",
            [({"Ama Boateng", "Koffi Lawson"}, "Accra", "held")],
        ),
        (
            "ACCRA, May 9 (Agency) - Ghana's Ama Boateng telephoned Togo's Koffi Lawson.",
            [({"Ama Boateng", "Koffi Lawson"}, None, "held")],
        ),
        (
            "Ama Boateng of Ghana and Koffi Lawson of Togo met in the Kenyan capital on Monday.",
            [({"Ama Boateng", "Koffi Lawson"}, "Nairobi", "held")],
        ),
        (
            "Presidents Ama Boateng of Ghana and Koffi Lawson of Togo spoke behind closed doors.",
            [({"Ama Boateng", "Koffi Lawson"}, None, "held")],
        ),
        (
            "Ama Boateng and Koffi Lawson held separate meetings with U.N. envoy Jan Dahl in Oslo.",
            [
                ({"Ama Boateng", "Jan Dahl"}, "Oslo", "held"),
                ({"Koffi Lawson", "Jan Dahl"}, "Oslo", "held"),
            ],
        ),
        (
            "Foreign Minister Ana Lopes is expected in Zagreb next week.",
            [({"Ana Lopes", "Croatia"}, "Zagreb", "planned")],
        ),
        ("Foreign Minister Ana Lopes flew to Zagreb last week.", []),
        (
            "Talks between Kenya and Somalia in Doha set for Monday did not go ahead.",
            [({"Kenya", "Somalia"}, "Doha", "cancelled")],
        ),
        (
            "Peru's ambassador was called to the foreign ministry on Monday.\n\n"
            "Deputy Foreign Minister Ana Lopes told him that the ban stood.",
            [({"Peru's ambassador", "Ana Lopes"}, None, "held")],
        ),
        (
            "The road will reopen, Minister Ana Lopes said after talks with Peru's Luis Vera.",
            [({"Ana Lopes", "Luis Vera"}, None, "held")],
        ),
    ],
)
def test_a_meeting_has_these_parties_at_this_place(text: str, met: list[Met]) -> None:
    found = meetings(text)
    assert len(found) == len(met)
    assert all(one in found for one in met)


def test_each_of_several_counterparts_takes_part() -> None:
    text = "Sudan's foreign minister met his Egyptian and Greek counterparts in Cairo on Monday."
    assert meetings(text) == [
        ({"Sudan's foreign minister", "Egyptian counterpart", "Greek counterpart"}, "Cairo", "held")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Peru's envoy was called in on Monday and told by Ana Lopes that the ban stood.",
            [("Ana Lopes", ["Peru's envoy"])],
        ),
        (
            "Foreign Minister Ana Lopes rang Peru's Luis Vera and asked that the ban be lifted.",
            [("Ana Lopes", ["Luis Vera"])],
        ),
        (
            "Prime Minister Ana Lopes urged Luis Vera to resign, the ministry said.\n\n"
            '"The time is now," she told him.',
            [("Ana Lopes", ["Luis Vera"]), ("Ana Lopes", ["Luis Vera"])],
        ),
        (
            "The minister told Croatian fishermen that they would be fined.",
            [("minister", ["Croatian fishermen"])],
        ),
        (
            "The Cabinet Secretary for Trade, Ambassador Ana Lopes, told Hon. Luis Vera that the "
            "ban stood.",
            [("Ana Lopes", ["Luis Vera"])],
        ),
    ],
)
def test_who_speaks_and_who_hears(text: str, said: list[tuple[str, list[str]]]) -> None:
    assert told(text) == said
