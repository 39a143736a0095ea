"""Who was abroad one day is not known to have been there another day."""

import pytest

from tests.reading import read_lines

_FIRST = "Kenya's president John Rugut met Peru's premier Ana Diaz in Lima on Monday.\n"


@pytest.mark.parametrize(
    "second",
    [
        "Peru's president Hugo Lara will meet Rugut next month.",
        "Last year Rugut had met Peruvian president Hugo Lara.",
        "Diaz told parliament she had met Rugut in the past.",
        "Rugut met the opposition leader on Thursday.",
        "Peru's president Hugo Lara met Rugut on Thursday.",
    ],
)
def test_another_day_may_have_been_spent_elsewhere(second: str) -> None:
    drafts = read_lines(_FIRST + second, "en")
    assert all(m.place is None for m in drafts.meetings if m.sentence)


@pytest.mark.parametrize(
    "second",
    [
        "Rugut also met Peru's president Hugo Lara.",
        "Peru's president Hugo Lara received Rugut on Monday.",
    ],
)
def test_who_is_abroad_meets_his_hosts_there(second: str) -> None:
    met = read_lines(_FIRST + second, "en").meetings[-1]
    assert met.place is not None
    assert met.place.name == "Lima"
