"""Who "the diplomat" is, where somebody of that state is named."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def speaker(text: str) -> str:
    source = SourceText(name="x", text=text, language="en", published=None)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return str(claims[-1]["speaker"])


def test_an_envoy_is_called_the_diplomat() -> None:
    named = "Kenyan Ambassador Grace Wairimu arrived in Accra on Monday.\n"
    said = "The Kenyan diplomat said that the talks had begun."
    assert speaker(f"{named}{said}") == "Grace Wairimu"


@pytest.mark.parametrize(
    "before",
    [
        "Kenyan Foreign Minister Grace Wairimu arrived in Accra on Monday.\n",
        "Police held an employee of the Kenyan embassy. Ambassador Grace Wairimu protested.\n",
    ],
)
def test_a_minister_is_not_nor_anybody_beside_an_embassy_that_is_told_of(before: str) -> None:
    assert speaker(f"{before}The Kenyan diplomat denied the charge.") == "Kenyan diplomat"
