"""Who speaks in a joint statement that Arabic news lets speak: "أفاد بيان مشترك بأن …"."""

import pytest

from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.model.draft import Party, Pointer


def speakers(text: str) -> list[Party | None]:
    """Return the speakers of a text's statements, before pointers are followed."""
    found = RuleExtractor().extract(text, segment(text, "ar", title=None), "ar")
    return [s.speaker for s in found.statements]


@pytest.mark.parametrize(
    "text",
    [
        "وأفاد بيان مشترك صدر اليوم بأن الرئيسين تدارسا الحادث.",
        "وذكر بيان مشترك أن الجانبين اتفقا.",
    ],
)
def test_both_sides_speak_in_their_statement(text: str) -> None:
    (speaker,) = speakers(text)
    assert isinstance(speaker, Pointer)
    assert (speaker.kind, speaker.number) == ("pair", "dual")


def test_a_statement_of_one_side_is_not_of_both() -> None:
    assert not any(
        isinstance(s, Pointer) and s.kind == "pair" for s in speakers("وذكر بيان أن لا اتفاق.")
    )
