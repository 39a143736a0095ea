"""Ways in which English news tells who met, where and when, each with its look-alikes."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

_DAY = Day.parse("2024-05-16")  # a Thursday

Met = tuple[str, list[str], str | None, str | None]


def met(text: str) -> list[Met]:
    """Return status, participants, place and first day of each meeting."""
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [
        (c["status"], c["participants"], c["place"], (c["time"] or {}).get("start"))
        for c in claims
        if c["type"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "President Ruto received on Monday the UN envoy, Aroldo Lazaro.",
            ("held", ["Ruto", "Aroldo Lazaro"], None, "2024-05-13"),
        ),
        (
            "President Ruto met in Nairobi on Monday the Ugandan leader Yoweri Museveni.",
            ("held", ["Ruto", "Yoweri Museveni"], "Nairobi", "2024-05-13"),
        ),
        (
            "Prime Minister Ana Ruiz will host the leaders of Samoa, Tonga and Fiji in Cairns "
            "next month.",
            (
                "planned",
                ["Ana Ruiz", "Samoan leader", "Tongan leader", "Fijian leader"],
                "Cairns",
                "2024-06-01",
            ),
        ),
    ],
)
def test_who_is_met_stands_far_from_the_verb(text: str, found: Met) -> None:
    assert met(text) == [found]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya appealed for calm in talks with Uganda in Kampala on Monday.", "held"),
        ("Ana Ruiz called for calm during a meeting with Ali Musa in Kampala.", "held"),
        ("Ana Ruiz demanded an apology at a meeting with Ali Musa in Kampala.", "held"),
        ("Ana Ruiz called for a meeting with Ali Musa in Kampala.", "proposed"),
        ("Ana Ruiz urged Kenya to engage in talks with Uganda.", "proposed"),
    ],
)
def test_what_is_asked_at_a_meeting_was_asked_there(text: str, status: str) -> None:
    assert [one[0] for one in met(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "A meeting of Kenya and Uganda that was to open in Kigali on Monday has been put off.",
            "postponed",
        ),
        (
            "Talks of Kenya and Uganda that were to resume in Kigali on Monday were cancelled.",
            "cancelled",
        ),
        (
            "A summit of Kenya and Uganda that was to be held in Kigali on Monday will go ahead.",
            "planned",
        ),
    ],
)
def test_what_was_to_take_place_has_a_fate(text: str, status: str) -> None:
    ((told, parties, place, day),) = met(text)
    assert (told, parties, place) == (status, ["Kenya", "Uganda"], "Kigali")
    assert day == ("2024-05-20" if status == "planned" else "2024-05-13")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The foreign ministers of the Arab League are expected to examine the truce in "
            "Santiago, Chile, next Wednesday.",
            ("planned", ["foreign ministers of the Arab League"], "Santiago", "2024-05-22"),
        ),
        (
            "NATO defence ministers discussed the plan in Brussels on Tuesday.",
            ("held", ["NATO defence ministers"], "Brussels", "2024-05-14"),
        ),
        (
            "She is not welcome in Calais on Sunday, when France and Belgium are to discuss "
            "crossings with commissioner Ana Ruiz.",
            ("planned", ["France", "Belgium", "Ana Ruiz"], "Calais", "2024-05-19"),
        ),
        (
            "Russia raised the killing at a closed session of the Security Council on Tuesday.",
            ("held", ["Russia", "UN Security Council"], None, "2024-05-14"),
        ),
        (
            "President Luis Vega brought the matter up with President Ana Ruiz in Lima on May 7.",
            ("held", ["Luis Vega", "Ana Ruiz"], "Lima", "2024-05-07"),
        ),
        (
            "A one-to-one between Ana Ruiz and Luis Vega is due on Saturday.",
            ("planned", ["Ana Ruiz", "Luis Vega"], None, "2024-05-18"),
        ),
        (
            "The line was drawn in March, when Kenya and Uganda held talks in Kampala.",
            ("held", ["Kenya", "Uganda"], "Kampala", "2024-03-01"),
        ),
        (
            "Ali Musa and his counterpart from Uganda, Jo Odur, held talks in Kampala on Monday.",
            ("held", ["Ali Musa", "Jo Odur"], "Kampala", "2024-05-13"),
        ),
        (
            "The talks between Kenya and Uganda, fixed for Sunday in Kampala, cannot take place.",
            ("cancelled", ["Kenya", "Uganda"], "Kampala", "2024-05-19"),
        ),
    ],
)
def test_who_takes_it_up_with_whom_and_when(text: str, found: Met) -> None:
    assert met(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan government will discuss the plan on Monday.",
        "EU foreign ministers discussed the war in Gaza at length.",
        "President Luis Vega brought the matter up in Lima on May 7.",
        "The Ministers reviewed the work of the committee, which was set up in May.",
        "Kenya and Uganda will host the match.",
        "Kenya and Uganda greeted the news in Lima on Monday.",
    ],
)
def test_who_only_talks_of_it_meets_nobody(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Ali Musa and Jo Odur were received at State House by President Ruto.",
            {"Ali Musa", "Jo Odur", "Ruto"},
        ),
        (
            "Ali Musa held talks in Paris with Luc Roux, Mr Macron's Europe minister.",
            {"Ali Musa", "Luc Roux"},
        ),
        (
            "Envoy Jo Odur was called to the Foreign Office and informed of it by Henry Bell, a "
            "minister.",
            {"Jo Odur", "Henry Bell"},
        ),
        (
            "Ambassador Jo Odur was summoned to the Foreign Ministry, where Minister Ali Musa "
            "handed him a note.",
            {"Jo Odur", "Ali Musa"},
        ),
        (
            "Kenya proposed talks with Uganda and Tanzania on fisheries.",
            {"Kenya", "Uganda", "Tanzania"},
        ),
        (
            "Hungary is firm, Foreign Minister Ana Ruiz said following talks with her Ukrainian "
            "counterpart Pavlo Klimkin in Budapest.",
            {"Ana Ruiz", "Pavlo Klimkin"},
        ),
    ],
)
def test_who_took_part(text: str, parties: set[str]) -> None:
    ((_, found, _, _),) = met(text)
    assert set(found) == parties


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        (
            "Ana Ruiz and Jo Odur were to hold a video conference on Monday, but it was put off.",
            "postponed",
            "2024-05-13",
        ),
        (
            "President Ruto yesterday held a meeting with Jo Odur on the raid on 5 May.",
            "held",
            "2024-05-15",
        ),
        (
            "Ana Ruiz and Jo Odur are due to hold a video conference on Monday, but it may fail.",
            "planned",
            "2024-05-20",
        ),
    ],
)
def test_when_it_was_and_whether(text: str, status: str, day: str) -> None:
    ((told, _, _, first),) = met(text)
    assert (told, first) == (status, day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Monday's talks between Kenya and Uganda in Entebbe lasted an hour.",
            ("held", ["Kenya", "Uganda"], "Entebbe", "2024-05-13"),
        ),
        (
            "Tuesday's summit between Kenya and Uganda was cancelled.",
            ("cancelled", ["Kenya", "Uganda"], None, "2024-05-14"),
        ),
        (
            "EU foreign ministers agreed at a meeting in Brussels on Monday to lift the ban.",
            ("held", ["EU foreign ministers"], "Brussels", "2024-05-13"),
        ),
        (
            "In a phone call on Tuesday, Ana Ruiz and Ali Musa agreed to free the crew.",
            ("held", ["Ana Ruiz", "Ali Musa"], None, "2024-05-14"),
        ),
        (
            "Interior Minister Ana Ruiz has invited Ali Musa to her office on Monday.",
            ("proposed", ["Ana Ruiz", "Ali Musa"], None, "2024-05-20"),
        ),
        (
            "Ana Ruiz and Ali Musa will hold a regular round in Prague next Monday.",
            ("planned", ["Ana Ruiz", "Ali Musa"], "Prague", "2024-05-20"),
        ),
        (
            "Ana Ruiz and Ali Musa were to meet in Paris on Monday, but the French side cancelled.",
            ("cancelled", ["Ana Ruiz", "Ali Musa"], "Paris", "2024-05-13"),
        ),
        (
            "The dam was discussed by Ana Ruiz and Ali Musa in Entebbe on Monday.",
            ("held", ["Ana Ruiz", "Ali Musa"], "Entebbe", "2024-05-13"),
        ),
    ],
)
def test_meetings_told_in_passing(text: str, found: Met) -> None:
    assert met(text) == [found]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Ruiz and Ali Musa are to meet on Monday, but Kenya put off the vote.", "planned"),
        ("In an interview on Tuesday, Ana Ruiz and Ali Musa agreed to free the crew.", None),
        ("Interior Minister Ana Ruiz invited Ali Musa to her wedding.", None),
        ("The minister agreed at a bank in Brussels on Monday to lift the ban.", None),
    ],
)
def test_what_looks_like_a_meeting_in_passing(text: str, status: str | None) -> None:
    assert [one[0] for one in met(text)] == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ali Musa asked Interior Minister Ana Ruiz for a meeting on Monday.",
            [("proposed", ["Ali Musa", "Ana Ruiz"], None, "2024-05-20")],
        ),
        (
            "Ali Musa wrote to Interior Minister Ana Ruiz to ask for a meeting.",
            [("proposed", ["Ali Musa", "Ana Ruiz"], None, None)],
        ),
        ("Ali Musa asked Interior Minister Ana Ruiz for a loan.", []),
        (
            "Ana Ruiz was received by Ali Musa and later by President Luis Vega.",
            [
                ("held", ["Ana Ruiz", "Luis Vega"], None, None),
                ("held", ["Ana Ruiz", "Ali Musa"], None, None),
            ],
        ),
    ],
)
def test_who_is_asked_for_a_meeting_and_who_received_later(text: str, found: list[Met]) -> None:
    assert sorted(met(text), key=str) == sorted(found, key=str)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("President William Ruto has ruled out meeting Yoweri Museveni.", []),
        ("President William Ruto left Kampala without meeting Yoweri Museveni.", []),
        ("President William Ruto flew home after meeting Yoweri Museveni.", ["held"]),
        ("Kenya broke off talks with Uganda on Monday.", ["cancelled"]),
        ("Iran said talks with Oman cannot take place.", ["cancelled"]),
        ("EU leaders were absent at a summit in Cairo on Monday.", []),
        ("The ministers of Kenya considered resigning on Monday.", []),
        ("The Arab League considered the raid a crime on Monday.", []),
        ("African Union envoys weighed in on Monday.", []),
        ("EU foreign ministers considered sanctions on Monday.", ["held"]),
        ("Kenya suspended talks with Uganda on Monday.", ["postponed"]),
        ("The suspended minister Ana Ruiz met Ali Musa on Monday.", ["held"]),
    ],
)
def test_what_was_broken_off_or_left_undone(text: str, statuses: list[str]) -> None:
    assert [one[0] for one in met(text)] == statuses
