"""Who owns what a verb of meeting tells of met nobody: "received the envoy's letter"."""

import pytest

from tests.english_meetings import meetings


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president welcomed farmers' support for the dam on Monday.",
        "President William Ruto's reform met with protesters' anger in Nairobi on Monday.",
        "The party's plan met critics in Nairobi.",
        "After receiving the ambassador's letter, the Peruvian foreign minister, Ana Rojas, quit.",
        "The Fijian president hosted a lunch for President Taneti Maamau's widow.",
    ],
)
def test_owners_are_no_parties(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president welcomed Ghana's foreign minister in Nairobi on Monday.",
        "The country's negotiators met William Ruto in Nairobi.",
        "The Fijian president hosted a lunch for President Taneti Maamau in Suva.",
    ],
)
def test_whoever_is_named_by_his_owner_is_met(text: str) -> None:
    (met,) = meetings(text)
    assert len(met.participants) == 2
