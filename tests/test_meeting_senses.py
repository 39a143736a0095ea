"""Verbs of meeting in their other senses: going over a border, welcoming to a job, a storm."""

import pytest

from tests.english_meetings import meetings


@pytest.mark.parametrize(
    "text",
    [
        "Rwandan tanks went over the border with Burundi on Monday.",
        "William Ruto and Bola Tinubu went over budget in Accra.",
        "The engineers went over the bridge with President William Ruto.",
        "The ferry negotiated the strait with Indonesia on its left.",
        "The president's plane negotiated a storm with President William Ruto on board.",
        "William Ruto welcomed the Ghanaian foreign minister to the job.",
        "William Ruto welcomed a Ghanaian minister back to work.",
        "Uganda welcomed refugees from Sudan on Monday.",
        "Chad offered to host 400 refugees from Sudan.",
        "The plan of General Thiha Zaw met with criticism in Tartu on Monday.",
        "The plan of General Thiha Zaw met with fierce criticism in Tartu on Monday.",
    ],
)
def test_other_senses_are_no_meetings(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("William Ruto and Bola Tinubu went over the draft in Accra.", "Accra"),
        ("William Ruto welcomed Bola Tinubu to his office in Nairobi.", "Nairobi"),
        ("William Ruto hosted a lunch for Bola Tinubu in Nairobi.", "Nairobi"),
    ],
)
def test_meetings_keep_their_place_and_have_no_guest_for_a_topic(text: str, place: str) -> None:
    (met,) = meetings(text)
    assert (met.place, len(met.participants), met.topic) == (place, 2, None)


@pytest.mark.parametrize(
    "outlet", ["NBC News on Monday", "Le Monde newspaper", "Reuters about oil"]
)
def test_an_interview_by_phone_is_no_call_of_two(outlet: str) -> None:
    assert not meetings(f"William Ruto spoke by phone to {outlet}.")
    (call,) = meetings("William Ruto spoke by phone to Bola Tinubu about oil.")
    assert len(call.participants) == 2
