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
