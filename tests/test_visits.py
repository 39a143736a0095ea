"""Who calls on somebody comes to him, or asks something of him."""

import pytest

from kg.model.mention import Mention
from tests.reading import read

VISITS = [
    "Norway's ambassador called on the Zambian foreign minister on Monday to discuss the mine.",
    "Norway's ambassador called on the Zambian foreign minister on Monday to brief him on it.",
    "Norway's ambassador called on the Zambian foreign minister to introduce himself.",
    "Norway's ambassador called on the Zambian president on Monday to offer her condolences.",
    "Norway's ambassador called on the Zambian president on Monday to bid farewell.",
]
DEMANDS = [
    "Norway's foreign minister called on the Zambian president to thank the rescuers publicly.",
    "Norway's foreign minister called on the Zambian president to congratulate the winner.",
    "Norway's foreign minister called on the Zambian president to brief parliament.",
    "Norway's foreign minister called on the Zambian president to introduce a ban on mining.",
    "Norway's foreign minister called on the Zambian president to express remorse for the raid.",
    "Norway's foreign minister called on the Zambian president to talk to the strikers.",
    "Norway's foreign minister called on the Zambian president to exchange the prisoners.",
]


@pytest.mark.parametrize("text", VISITS)
def test_who_comes_to_talk_or_to_be_polite_visits_and_asks_nothing(text: str) -> None:
    drafts = read(text, "en")
    assert len(drafts.meetings) == 1
    assert [s.act for s in drafts.statements if s.act == "demands"] == []


@pytest.mark.parametrize("text", DEMANDS)
def test_what_is_done_to_others_is_asked_and_nobody_is_visited(text: str) -> None:
    drafts = read(text, "en")
    assert drafts.meetings == ()
    (demand,) = drafts.statements
    assert demand.act == "demands"
    assert [m.role for m in demand.addressees if isinstance(m, Mention)] == ["president"]
