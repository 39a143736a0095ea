"""Whoever speaks for a ministry without a state speaks for that of the capital told of."""

import pytest

from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

RIGA = "RIGA, May 3 (BB) - Latvia closed a crossing on Friday.\n\n"


def actors(text: str, language: Language) -> set[str]:
    found = extract_article(SourceText(name="x", text=text, language=language), iris=Iris())
    return {a.name for a in found.actors}


@pytest.mark.parametrize(
    ("language", "text", "ministry"),
    [
        (
            "en",
            "In Quito, Foreign Ministry spokesman Luis Vaca denied it.",
            "Ecuadorian Ministry of",
        ),
        ("en", "In Baku, a senior Foreign Ministry official denied it.", "Azerbaijani Ministry of"),
        ("en", RIGA + "Interior Ministry spokeswoman Anna Ozola denied it.", "Latvian Ministry of"),
        ("en", "RIGA, May 3 (BB) - The Foreign Ministry (MFA) denied it.", "Latvian Ministry of"),
        (
            "ar",
            "في أنقرة، قال المتحدث باسم وزارة الخارجية سامي بولات إن الاتفاق قريب.",
            "Turkish Ministry of",
        ),
        (
            "tr",
            "Riga'da Dışişleri Bakanlığı Sözcüsü Janis Berzins bunu yalanladı.",
            "Latvian Minis",
        ),
        ("he", "ברומא אמר דובר משרד החוץ מריו בנטי כי ההסכם קרוב.", "Italian Ministry of"),
    ],
)
def test_ministry_is_that_of_the_capital(language: Language, text: str, ministry: str) -> None:
    assert any(name.startswith(ministry) for name in actors(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "In Baku, a senior official denied it.",  # of no ministry
        "In Baku, the Georgian Foreign Ministry spokesman denied it.",
        RIGA + "Peru protested, and a Foreign Ministry spokesman called it a mistake.",
        RIGA + "A Health Ministry official in Gaza denied it.",
    ],
)
def test_official_who_may_be_anybodys(text: str) -> None:
    assert not any(n.startswith(("Azerbaijani M", "Latvian M")) for n in actors(text, "en"))
