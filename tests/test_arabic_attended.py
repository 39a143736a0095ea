"""Whoever else was at an Arabic meeting told before: "وحضر اللقاء فلان"."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize("front", ["وحضر اللقاء", "وشارك في اللقاء"])
def test_who_attends_a_meeting_meets_those_who_met(front: str) -> None:
    text = f"اجتمع وليام روتو مع بول كاغامي في نيروبي. {front} وزير الخارجية موساليا مودافادي."
    found = read(text, "ar").meetings[-1]
    names = [p.name for p in found.participants if isinstance(p, Mention)]
    assert names == ["وليام روتو", "بول كاغامي", "موساليا مودافادي"]


def test_a_meeting_that_nobody_is_said_to_attend_stays_as_it_was() -> None:
    text = "اجتمع وليام روتو مع بول كاغامي في نيروبي. وحضر اللقاء جمهور غفير."
    assert len(read(text, "ar").meetings[0].participants) == 2
