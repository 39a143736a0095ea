"""Who was in talks that words said are "after": "said a deal was near after talks with X"."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.pipeline import extract_article


def parties(text: str) -> set[str]:
    source = SourceText(name="x", text=text, language="en")
    claims = extract_article(source, iris=Iris()).claims
    (met,) = (c for c in claims if isinstance(c, Meeting))
    return set(met.participants)


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto said prices rose after talks with Ghana failed.",
        "William Ruto said rebels had burnt a village after talks with Ghana collapsed.",
        "William Ruto said that the sailors were freed following talks with Ghana.",
        "The doctor said that the patient died after a meeting with officials from Ghana.",
    ],
)
def test_who_tells_what_others_did_was_not_in_their_talks(text: str) -> None:
    assert not parties(text) & {"William Ruto", "doctor", "prices", "sailors"}


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto said that a deal was near after talks with Bola Tinubu in Accra.",
        "William Ruto said he was hopeful after talks with Bola Tinubu in Accra.",
        "William Ruto said the harvest was safe at a news conference with Bola Tinubu in Accra.",
    ],
)
def test_who_tells_what_came_of_talks_was_in_them(text: str) -> None:
    assert parties(text) == {"William Ruto", "Bola Tinubu"}
