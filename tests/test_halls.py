"""Meetings in a hall are placed in the town of the hall, where the article tells it."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def met(language: Language, text: str) -> list[tuple[str | None, str | None]]:
    source = SourceText(
        name="test", text=text, language=language, published=Day.parse("2025-04-10")
    )
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [(c["place"], c["venue"]) for c in claims if c["type"] == "meeting"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        pytest.param(
            "en",
            "ACCRA, April 9 (Sample) - Kenya opened its border on Tuesday.\n\nKenyan Foreign "
            "Minister Grace Wairimu met Ghanaian President Kofi Asare at Jubilee House on Tuesday.",
            "Accra",
            id="the dateline's",
        ),
        pytest.param(
            "en",
            "NAIROBI, April 9 (Sample) - Kenya opened its border.\n\nKenyan Foreign Minister Grace "
            "Wairimu met Ghanaian President Kofi Asare at Jubilee House in Accra on Tuesday.",
            "Accra",
            id="told beside it",
        ),
        pytest.param(
            "en",
            "Kenyan Foreign Minister Grace Wairimu met Ghanaian President Kofi Asare at Jubilee "
            "House on Tuesday.",
            "Jubilee House",
            id="nowhere told: the hall stays",
        ),
        pytest.param(
            "en",
            "ACCRA, April 9 (Sample) - Kenya opened its border.\n\nKenyan Foreign Minister Grace "
            "Wairimu met Togolese President Faure Kone in Lome on Tuesday.",
            "Lome",
            id="a town is no hall",
        ),
    ],
)
def test_a_hall_stands_in_its_town(language: Language, text: str, place: str) -> None:
    assert place in {where for where, _ in met(language, text)}
