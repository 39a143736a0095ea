"""Whose "his ministry" and "his spokesman" are."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting, Statement
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def speakers(text: str) -> list[str]:
    source = SourceText(name="x", text=text, language="en", published=None)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [str(c["speaker"]) for c in claims if c["type"] == "statement"]


def test_a_ministers_own_ministry_is_that_of_the_state() -> None:
    text = "Kenyan Foreign Minister Ruth Banda will visit Rome, her ministry said."
    assert speakers(text) == ["Kenyan Ministry of Foreign Affairs"]


def test_a_spokesman_of_another_state_is_not_his() -> None:
    text = (
        "Kenyan President Tom Okello arrived. His spokesman denied the report.\n\n"
        "Ugandan government spokesman John Musa said the road was open."
    )
    assert speakers(text) == ["his spokesman", "John Musa"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Foreign Minister Tom Okello rang Ugandan Foreign Minister John Musa on Monday. "
        "His ministry denied the report.",
        "The road was open, his ministry said.",
        "Former Kenyan foreign minister Tom Okello met reporters. His ministry denied the report.",
    ],
)
def test_of_two_or_none_the_words_stay(text: str) -> None:
    assert [name.lower() for name in speakers(text)] == ["his ministry"]


TWO_PRESIDENTS: dict[Language, str] = {
    "en": "Kenyan President William Ruto called the envoy. His office said the call was warm.\n\n"
    "South African President Jacob Zuma will visit Maseru. His office said it would be short.",
    "ar": "قال الرئيس التونسي قيس سعيد إن الحوار ممكن. وأكد مكتبه أن الزيارة تأجلت.\n\n"
    "وقال الرئيس التشادي محمد ديبي إن الحدود مغلقة. وأكد مكتبه أن الجيش انتشر.",
    "he": "ראש ממשלת הולנד מארק רוטה דחה את הביקור. בלשכתו מסרו כי הביקור יתקיים במאי.\n\n"
    "נשיא רואנדה פול קגאמה דחה את ההצעה. בלשכתו מסרו כי ההצעה מעליבה.",
}


@pytest.mark.parametrize("language", ["en", "ar", "he"])
def test_offices_of_two_people_are_two(language: Language) -> None:
    text = TWO_PRESIDENTS[language]
    found = extract_article(SourceText(name="x", text=text, language=language), iris=Iris())
    names = {a.iri: a.name for a in found.actors}
    owners = [names[a.belongs_to] for a in found.actors if a.belongs_to in names]
    assert len(owners) == len(set(owners)) == 2
    told = [c.speaker for c in found.claims if isinstance(c, Statement)]
    assert any(name and owners[1] in name for name in told)  # the second is told apart by its owner


def test_arabic_ministry_of_a_minister_is_no_visit() -> None:
    text = "قال وزير الخارجية اللبناني سامي حداد إن الحوار مستمر. وأعلنت وزارته أن اللقاء تأجل."
    found = extract_article(SourceText(name="x", text=text, language="ar"), iris=Iris())
    assert "Lebanese Ministry of Foreign Affairs" in {a.name for a in found.actors}
    assert not [c for c in found.claims if isinstance(c, Meeting) and "وزارته" in c.participants]
