"""Two who agree on something in a telephone call, in English."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "{0} and {1} agreed in a telephone call on Monday to reopen the road.",
        "{0} and {1} agreed during a phone call on Monday to reopen the road.",
        "{0} and {1} agreed during a video call to relaunch dialogue.",
        "{0} and {1} decided during a meeting on Monday to reopen the road.",
    ],
)
def test_both_took_part_in_it(text: str) -> None:
    names = ("Ruth Banda", "John Okello")
    (meeting,) = read(text.format(*names), "en").meetings
    assert [p.person for p in meeting.participants if isinstance(p, Mention)] == [*names]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Banda and John Okello agreed in a call for peace that it was late.",
        "Ruth Banda and John Okello joined in a call for peace.",
        "The unions agreed in a telephone poll to strike.",
    ],
)
def test_a_call_for_something_is_no_meeting(text: str) -> None:
    assert read(text, "en").meetings == ()


def test_a_telephone_call_on_monday_calls_on_nobody() -> None:
    text = "Ruth Banda and John Okello agreed in a telephone call on Monday to reopen the road."
    assert read(text, "en").statements == ()
