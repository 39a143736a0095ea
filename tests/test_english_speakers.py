"""What English news does around a verb of speech: passives, insertions, pairs, sources."""

import pytest

from kg.model.draft import DraftStatement
from kg.model.mention import Mention
from tests.reading import read


def statements(text: str) -> list[DraftStatement]:
    return list(read(text, "en").statements)


def told(text: str) -> list[tuple[str | None, str]]:
    return [
        (s.speaker.name if isinstance(s.speaker, Mention) else None, s.act)
        for s in statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("It was claimed by Kenya on Friday that the road was closed.", "Kenya", "asserts"),
        ('The Kenyan army "categorically" rejected the report.', "Kenyan army", "denies"),
        (
            "A frigate will sail, a defence source in Nairobi said.",
            "defence source in Nairobi",
            "asserts",
        ),
        (
            "Not at all, Kenya's spokesman said on Monday: no troops had moved.",
            "Kenya's spokesman",
            "denies",
        ),
        ("By no means, said the Kenyan president.", "Kenyan president", "denies"),
        (
            "A new embargo, the Kenyan envoy let it be known, was being prepared.",
            "Kenyan envoy",
            "asserts",
        ),
        (
            "According to a letter sent by Kenya to the council, the village was shelled.",
            "Kenya",
            "asserts",
        ),
    ],
)
def test_who_speaks_is_told_in_many_ways(text: str, speaker: str, act: str) -> None:
    assert told(text) == [(speaker, act)]


def test_words_that_count_make_no_verb() -> None:
    assert told("The host, Kenya, read the nine points out.") == []


def test_whoever_is_quoted_by_the_subject_speaks() -> None:
    (statement,) = statements(
        "The Pacific Herald, quoting a Kenyan official, reported that a ship had been seen."
    )
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.name == "Kenyan official"
    assert [v.name for v in statement.via if isinstance(v, Mention)] == ["Pacific Herald"]


def test_holders_of_one_office_speak_together() -> None:
    text = "Presidents Jane Roe of Kenya and John Doe of Uganda promised not to close the border."
    assert told(text) == [("Jane Roe", "promises"), ("John Doe", "promises")]


def test_a_counterpart_speaks_beside_the_one_whose_it_is() -> None:
    text = "President Jane Roe and her Ugandan counterpart, John Doe, vowed to close the gap."
    assert told(text) == [("Jane Roe", "promises"), ("John Doe", "promises")]


def test_what_somebody_disputes_is_denied() -> None:
    text = "Kenya said the road was closed, something Uganda disputes."
    assert told(text) == [("Kenya", "asserts"), ("Uganda", "denies")]


def test_an_outlet_behind_its_place_and_sort_was_told() -> None:
    (statement,) = statements(
        "The Kenyan envoy told the Havana radio station Reloj FM that he would go."
    )
    assert [a.name for a in statement.addressees if isinstance(a, Mention)] == ["Reloj FM"]


@pytest.mark.parametrize(
    "text",
    [
        "The Omani minister has said very little about the pipeline.",
        "The Omani minister never confirmed or denied the sale of the pipeline.",
        "Oman has not openly confirmed or denied the sale of the pipeline.",
        "Oman and Yemen have disputed the strait since 1967.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert read(text, "en").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Omani minister said little would change for the pipeline.",
        "Oman confirmed or denied the sale of the pipeline.",
        "Oman has disputed the report that it has owned the pipeline since 1967.",
    ],
)
def test_what_was_said_in_like_words_is_a_statement(text: str) -> None:
    assert read(text, "en").statements != ()
