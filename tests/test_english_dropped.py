"""What was axed or pulled out of may be something beside the meeting; a phone may be a matter."""

import pytest

from tests.reading import read

_MET = "Kenya's president John Rugut {} Peru's president Ana Diaz in Lima on Monday{}."


@pytest.mark.parametrize(
    ("verb", "behind", "status"),
    [
        ("held talks with", " after he axed his mines minister", "held"),
        ("met", ", a day after Chad pulled out of the treaty", "held"),
        ("will meet", ", days after Chad pulled out of the treaty", "planned"),
        ("called off a meeting with", "", "cancelled"),
        ("pulled out of a meeting with", "", "cancelled"),
        ("was due to have held talks with", "", "cancelled"),
    ],
)
def test_only_what_was_to_be_held_is_cancelled(verb: str, behind: str, status: str) -> None:
    meetings = read(_MET.format(verb, behind), "en").meetings
    assert {met.status for met in meetings} == {status}


@pytest.mark.parametrize("sort", ["planned", "scheduled", "proposed"])
def test_a_planned_meeting_that_was_called_off_is_cancelled(sort: str) -> None:
    text = f"A {sort} meeting between the Fijian president and the Kenyan king was cancelled."
    (met,) = read(text, "en").meetings
    assert met.status == "cancelled"


def test_what_was_planned_before_it_was_called_off_is_cancelled() -> None:
    text = (
        "A meeting of Kenya's president and Peru's president was planned before it was called off."
    )
    (met,) = read(text, "en").meetings
    assert met.status == "cancelled"


@pytest.mark.parametrize(
    ("verb", "behind", "calls"),
    [
        ("thanked", "for the phone system", 0),
        ("notified", "of the phone tapping", 0),
        ("told", "that he would call by phone", 0),
        ("thanked", "by phone for the pumps", 1),
        ("told", "telephonically on Friday that the dam was shut", 1),
        ("notified", "in a phone call on Friday of the flood", 1),
    ],
)
def test_who_telephones_does_so_by_phone(verb: str, behind: str, calls: int) -> None:
    text = f"Kenya's president John Rugut {verb} Peru's president Ana Diaz {behind}."
    assert len(read(text, "en").meetings) == calls
