"""An Arabic dual is two already: nobody else met, and nobody else goes on speaking."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

WEDNESDAY = Day.parse("2024-05-15")


def _claims(text: str, kind: str) -> list[dict[str, object]]:
    source = SourceText(name="x", text=text, language="ar", published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    return [c for c in document["claims"] if c["type"] == kind]


@pytest.mark.parametrize(
    "text",
    [
        "قال الصحفي محمد علي إن الوزيرين التقيا في روما. وقالا إن الاتفاق قريب.",
        "ذكرت الكاتبة سعاد حسن أن الوزيرين التقيا في نيروبي. وقالا إن الخلاف انتهى.",
    ],
)
def test_whoever_tells_of_two_ministers_is_none_of_them(text: str) -> None:
    assert [m["participants"] for m in _claims(text, "meeting")] == [["الوزيرين"]]
    assert _claims(text, "statement")[-1]["speaker"] == "الوزيرين"


def test_two_presidents_named_before_are_no_two_ministers() -> None:
    text = (
        "التقى الرئيس الكيني وليام روتو الرئيس الأوغندي يوري موسيفيني في كمبالا الاثنين."
        " وقال مصدر إن الوزيرين التقيا في روما."
    )
    told = [set(m["participants"]) for m in _claims(text, "meeting") if m["place"] == "Rome"]
    assert told == [{"الوزيرين"}]


@pytest.mark.parametrize(
    "text",
    [
        "ذكر وزير الخارجية الكيني موساليا مودافادي أن الوزيرين تحدثا في كمبالا، وأن الحدود فتحت.",
        "قال وزير الخارجية الكيني موساليا مودافادي إن الرئيسين تحدثا هاتفيا، وإن الطريق آمن.",
    ],
)
def test_and_that_goes_on_with_the_outer_verb(text: str) -> None:
    (said,) = _claims(text, "statement")
    assert (said["speaker"], said["via"]) == ("موساليا مودافادي", [])


def test_an_inner_verb_keeps_the_words_behind_its_own_that() -> None:
    text = "قال مصدر إن الوزير موساليا مودافادي أكد أن الحدود فتحت، وأن الطريق آمن."
    assert "موساليا مودافادي" in [s["speaker"] for s in _claims(text, "statement")]
