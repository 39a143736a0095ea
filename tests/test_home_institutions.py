"""A ministry without a state is that of the capital where the report was filed."""

import pytest

from kg.extract.segment import segment
from kg.model.article import SourceText
from kg.model.claim import Statement
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

ASTANA = "ASTANA, May 3 (KNA) - Kazakhstan closed a crossing with Uzbekistan on Friday.\n\n"


def speakers(text: str, language: Language) -> list[str | None]:
    found = extract_article(SourceText(name="x", text=text, language=language), iris=Iris())
    return [c.speaker for c in found.claims if isinstance(c, Statement)]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", ASTANA + "The Foreign Ministry said it would reopen.", "Kazakh Ministry of Foreign"),
        ("en", ASTANA + "Two men fled to Peru, the interior ministry said.", "Kazakh Ministry of"),
        (
            "ar",
            "الرباط، 3 مايو (وكالات) - أغلق المغرب معبرا حدوديا الجمعة.\n\n"
            "وقالت وزارة الداخلية إن المعبر سيفتح غدا.",
            "Moroccan Ministry of",
        ),
        (
            "tr",
            "RİGA, 3 Mayıs (BB) - Letonya cuma günü sınır kapısını kapattı.\n\n"
            "Dışişleri Bakanlığı, kapının yarın açılacağını açıkladı.",
            "Latvian Ministry of Foreign",
        ),
        (
            "he",
            "הלסינקי, 3 במאי (סוכנויות) - פינלנד סגרה ביום שישי את המעבר.\n\n"
            "משרד הפנים מסר כי המעבר ייפתח מחר.",
            "Finnish Ministry of",
        ),
    ],
)
def test_ministry_of_the_dateline(language: Language, text: str, speaker: str) -> None:
    assert any(name and name.startswith(speaker) for name in speakers(text, language))


@pytest.mark.parametrize(
    "text",
    [
        # another state was named last
        ASTANA + "Uzbekistan protested. The Foreign Ministry said it would reopen.",
        ASTANA + "In Uzbekistan the Foreign Ministry said it would reopen.",
        # another state's ministry of that sort is told of
        ASTANA + "The Uzbek Foreign Ministry denied it. It was late, the Foreign Ministry said.",
        # nothing is told of the state in whose capital the desk sits
        "LONDON, May 3 (KNA) - Kazakhstan closed a crossing. The Foreign Ministry said so.",
        # two desks
        "ASTANA/TASHKENT, May 3 (KNA) - Kazakhstan sent aid. The Foreign Ministry said so.",
        # whoever is called to it may be another's
        ASTANA + "A man at the Foreign Ministry said it would reopen.",
    ],
)
def test_ministry_that_may_be_anybodys(text: str) -> None:
    assert not any("Kazakh M" in name for name in speakers(text, "en") if name)


@pytest.mark.parametrize("town", ["NEW DELHI", "Islamabad", "Srinagar"])
def test_town_and_colon_begin_a_report(town: str) -> None:
    text = f"{town}: Malta on Wednesday called in the envoy of Peru over the fishing boats."
    assert [s.kind for s in segment(text, "en", title=None)] == ["dateline", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow: We will answer any attack on our land, whoever may stand behind it one day",
        "NATO: The alliance said on Monday that it would send a ship to the strait in May.",
        "Moscow: no talks.",
        "Moscow: we will answer any attack on our land, whoever may stand behind it one day.",
    ],
)
def test_who_stands_before_a_colon_may_speak(text: str) -> None:
    assert "dateline" not in [s.kind for s in segment(text, "en", title=None)]
