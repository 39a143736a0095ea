"""A ministry without a state that deals with an envoy is not that of the envoy's own state."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

INDIAN = "Indian Ministry of Foreign Affairs"


def actors(text: str, language: Language) -> list[str]:
    source = SourceText(name="x", text=text, language=language, published=None)
    return [a["name"] for a in to_document(extract_article(source, iris=Iris()))["actors"]]


@pytest.mark.parametrize(
    ("language", "told", "dealt"),
    [
        (
            "en",
            "The Indian foreign ministry denied the claim.",
            "The foreign ministry summoned the Indian ambassador and protested.",
        ),
        (
            "ar",
            "نفت وزارة الخارجية الهندية ذلك.",
            "وأبلغت وزارة الخارجية السفير الهندي بضرورة المغادرة.",
        ),
    ],
)
def test_the_ministry_that_tells_an_envoy_to_leave_is_another(
    language: Language, told: str, dealt: str
) -> None:
    found = actors(f"{dealt}\n\n{told}", language)
    assert INDIAN in found
    assert any(name != INDIAN and ("ministry" in name or "وزارة" in name) for name in found)


def test_elsewhere_it_is_the_only_one_of_its_sort() -> None:
    told = "The Indian foreign ministry denied the claim."
    found = actors(f"{told}\n\nThe foreign ministry said that the road was open.", "en")
    assert found == [INDIAN]
