"""Who owns what a verb of meeting tells of met nobody: "received the envoy's letter"."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.pipeline import extract_article


def meetings(text: str) -> list[Meeting]:
    source = SourceText(name="x", text=text, language="en")
    claims = extract_article(source, iris=Iris()).claims
    return [c for c in claims if isinstance(c, Meeting)]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president welcomed farmers' support for the dam on Monday.",
        "President William Ruto's reform met with protesters' anger in Nairobi on Monday.",
        "The party's plan met critics in Nairobi.",
        "After receiving the ambassador's letter, the Peruvian foreign minister, Ana Rojas, quit.",
        "The Fijian president hosted a lunch for President Taneti Maamau's widow.",
    ],
)
def test_owners_are_no_parties(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president welcomed Ghana's foreign minister in Nairobi on Monday.",
        "The country's negotiators met William Ruto in Nairobi.",
        "The Fijian president hosted a lunch for President Taneti Maamau in Suva.",
    ],
)
def test_whoever_is_named_by_his_owner_is_met(text: str) -> None:
    (met,) = meetings(text)
    assert len(met.participants) == 2
