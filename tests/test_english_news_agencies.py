"""A known outlet keeps its name with its sort behind it: "the TASS news agency" is TASS."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines


@pytest.mark.parametrize(
    ("who", "outlet"),
    [
        ("The TASS news agency", "tass"),
        ("The KCNA news agency", "kcna"),
        ("The official Xinhua news agency", "xinhua"),
        ("State news agency SANA", "sana"),
    ],
)
def test_a_known_outlet_is_found_beside_its_sort(who: str, outlet: str) -> None:
    (said,) = read_lines(f"{who} said the lines would be cut.", "en").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.gazetteer_id == outlet


def test_an_agency_without_a_name_is_its_state_s() -> None:
    (said,) = read_lines("The Syrian news agency said it was over.", "en").statements
    assert isinstance(said.speaker, Mention)
    assert (said.speaker.gazetteer_id, said.speaker.kind) == ("syria.news-agency", "media")
