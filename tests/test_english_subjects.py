"""Words in front of an English verb that name nobody."""

import pytest

from tests.reading import read_lines


@pytest.mark.parametrize(
    "text",
    [
        "Truss said she remained open to talks.",
        "A note put out by the ministry's press section spoke of progress.",
        "The note handed over said that time was short.",
    ],
)
def test_a_clause_or_half_a_verb_is_nobody(text: str) -> None:
    drafts = read_lines(text, "en")
    names = [m.name for s in drafts.sentences for m in s.actors]
    assert not [n for n in names if n.startswith(("she", "out")) or n.endswith("over")]


def test_a_plain_noun_phrase_in_front_of_a_verb_speaks() -> None:
    drafts = read_lines("The fish traders said that time was short.", "en")
    assert [m.name for s in drafts.sentences for m in s.actors] == ["fish traders"]
