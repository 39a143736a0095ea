"""Who met, when the subject names a counterpart, and words that only look like a plan."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting, RedLine
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article


def read(text: str) -> Extraction:
    source = SourceText(name="x", text=text, language="en", published=Day(2024, 5, 10))
    return extract_article(source, iris=Iris())


def only_meeting(text: str) -> Meeting:
    (meeting,) = read(text).meetings
    return meeting


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The Brazilian foreign minister and his Argentine counterpart met in Lima.",
            {"Brazilian foreign minister", "Argentine counterpart"},
        ),
        (
            "The French president and his German counterpart Olaf Scholz met in Lyon.",
            {"French president", "Olaf Scholz"},
        ),
        ("Kenyan and Ugandan officials met in Kisumu.", {"Kenya", "Uganda"}),
    ],
)
def test_a_counterpart_in_the_subject_takes_part(text: str, parties: set[str]) -> None:
    assert set(only_meeting(text).participants) == parties


def test_the_month_of_may_proposes_no_meeting() -> None:
    text = "The Kenyan president met Uganda's defence minister in Kampala on 3 May 2024."
    assert only_meeting(text).status == "held"


def test_the_verb_may_still_proposes_one() -> None:
    assert only_meeting("Kenya and Uganda may hold talks in Kampala.").status == "proposed"


def first_redline(text: str) -> RedLine:
    return next(read(text).redlines)


def test_a_crossing_that_is_the_trigger_is_not_cut_off() -> None:
    found = first_redline("An official said any new crossing would be a red line.")
    assert found.trigger_text == "any new crossing"


def test_the_verb_that_crosses_a_line_is_no_part_of_the_trigger() -> None:
    assert first_redline("The raid crosses a red line, Kenya said.").trigger_text == "The raid"


@pytest.mark.parametrize(
    "text",
    [
        "The Kenya-Uganda Joint Commission will convene in Kisumu next week.",
        "Kenya and Uganda quarrelled over an island.\n"
        "The Joint Border Committee is to meet in Busia on 4 May.",
    ],
)
def test_a_body_of_two_sides_is_their_meeting(text: str) -> None:
    assert only_meeting(text).participants == ("Kenya", "Uganda")


def test_a_body_of_many_meets_itself() -> None:
    meeting = only_meeting("The Supreme Security Council met in Busia on 4 May.")
    assert meeting.participants == ("Supreme Security Council",)


def test_who_received_somebody_may_speak_behind_a_relative() -> None:
    text = "Musa Otiro was received in Lima by President Celso Brandt, who told him to wait."
    meeting = only_meeting(text)
    assert (set(meeting.participants), meeting.place) == ({"Musa Otiro", "Celso Brandt"}, "Lima")


def test_people_without_names_are_received() -> None:
    text = "Prime Minister Ilan Torv will receive the relatives of the hostages on Tuesday."
    assert "relatives of the hostages" in only_meeting(text).participants


@pytest.mark.parametrize("site", ["the port of", "the old border post of"])
def test_a_site_leads_on_to_its_place(site: str) -> None:
    meeting = only_meeting(f"Kenyan and Ugandan officers met at {site} Busia on Sunday.")
    assert meeting.place == "Busia"
    assert meeting.time is not None


def test_who_was_met_does_not_lead_the_next_meeting() -> None:
    text = (
        "President Musa Otiro arrived on Friday. He saw Prime Minister Ilan Torv, spent an hour "
        "with Foreign Minister Mara Quell and called on Defence Minister Jon Hask."
    )
    pairs = [m.participants for m in read(text).meetings]
    assert pairs == [
        ("Musa Otiro", "Ilan Torv"),
        ("Musa Otiro", "Mara Quell"),
        ("Musa Otiro", "Jon Hask"),
    ]


def test_two_who_ring_somebody_ring_together() -> None:
    text = "Mara Quell and Jon Hask arrived. They also rang Prime Minister Ilan Torv."
    assert only_meeting(text).participants == ("Mara Quell", "Jon Hask", "Ilan Torv")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A visit to Lima by President Amna Tahir, planned for May, is off.", "cancelled"),
        ("A visit to Lima by President Amna Tahir, due in May, has not been cancelled.", "planned"),
        (
            "A call between Amna Tahir and Musa Otiro, first set for Sunday, was put off.",
            "postponed",
        ),
        ("Talks between Kenya and Uganda, scheduled for Sunday, never took place.", "cancelled"),
        ("Talks between Kenya and Uganda, scheduled for Sunday, will be short.", "planned"),
    ],
)
def test_the_verb_behind_tells_what_became_of_a_meeting(text: str, status: str) -> None:
    assert only_meeting(text).status == status


@pytest.mark.parametrize("pair", ["The rival delegations", "Both camps", "The two air forces"])
def test_pairs_are_put_together_from_their_words(pair: str) -> None:
    meeting = only_meeting(f"Kenya and Uganda quarrelled. {pair} met in Lamu on Sunday.")
    assert meeting.participants == ("Kenya", "Uganda")


def test_a_list_of_guests_is_read_to_its_end() -> None:
    text = (
        "Foreign Minister Musa Otiro met Prime Minister Ilan Torv, President Mara Quell "
        "and Defence Minister Jon Hask."
    )
    meeting = only_meeting(text)
    assert meeting.participants == ("Musa Otiro", "Ilan Torv", "Mara Quell", "Jon Hask")


def test_who_speaks_behind_a_guest_is_no_guest() -> None:
    text = "Foreign Minister Musa Otiro met President Ilan Torv, Mara Quell said on Monday."
    assert only_meeting(text).participants == ("Musa Otiro", "Ilan Torv")


def test_an_offer_to_meet_is_of_whoever_makes_it() -> None:
    text = "Foreign Minister Musa Otiro repeated an offer to see President Ilan Torv in Lima."
    assert only_meeting(text).participants == ("Musa Otiro", "Ilan Torv")


def test_border_commanders_are_those_of_both_sides() -> None:
    text = "Kenya and Uganda quarrelled. A meeting of border commanders took place at Busia."
    assert only_meeting(text).participants == ("Kenya", "Uganda")
