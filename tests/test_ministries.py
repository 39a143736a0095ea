"""The ministry of a minister named before."""

import pytest

from kg.model.mention import Mention
from kg.resolve.references import resolve_references
from tests.reading import read_lines


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        (
            "Tacikistan Dışişleri Bakanı Siraciddin Aslov dün konuştu.\nBakanlık, kapının"
            " açılacağını duyurdu.",
            "tajikistan.ministry-of-foreign-affairs",
        ),
        (
            "Gana Savunma Bakanı Omane Boamah dün konuştu.\nBakanlık, kapının açılacağını duyurdu.",
            "ghana.ministry-of-defence",
        ),
    ],
)
def test_the_ministry_is_that_of_the_minister(text: str, ministry: str) -> None:
    said = resolve_references(read_lines(text, "tr")).statements[-1]
    assert isinstance(said.speaker, Mention)
    assert said.speaker.gazetteer_id == ministry


def test_the_ministry_is_nobodys_where_ministers_of_two_states_stand() -> None:
    text = (
        "Tajik Foreign Minister Sirojiddin Muhriddin met Kenyan Foreign Minister Musalia Mudavadi."
        "\nThe ministry said the gate would open."
    )
    said = resolve_references(read_lines(text, "en")).statements[-1]
    assert not isinstance(said.speaker, Mention) or said.speaker.side is None
