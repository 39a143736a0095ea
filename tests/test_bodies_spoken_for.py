"""An article's actors hold the ministries, too, for which somebody is said to speak."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def actors(language: Language, text: str) -> list[str]:
    source = SourceText(
        name="test", text=text, language=language, published=Day.parse("2025-04-10")
    )
    return [a["name"] for a in to_document(extract_article(source, iris=Iris()))["actors"]]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        (
            "tr",
            "Kenya Dışişleri Bakanlığı Sözcüsü Grace Wairimu, sınırın kapalı kalacağını söyledi.",
            "Kenyan Ministry of Foreign Affairs",
        ),
        (
            "ar",
            "قالت المتحدثة باسم وزارة الخارجية الكينية غريس وايريمو إن الحدود ستبقى مغلقة.",
            "Kenyan Ministry of Foreign Affairs",
        ),
    ],
)
def test_the_ministry_of_its_spokeswoman_is_listed(
    language: Language, text: str, body: str
) -> None:
    assert body in actors(language, text)


def test_the_state_of_its_minister_does_nothing_by_that() -> None:
    text = "Kenyan Foreign Minister Grace Wairimu said the border would stay shut."
    assert actors("en", text) == ["Grace Wairimu"]
