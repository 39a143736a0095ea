"""عمان: the sultanate, or the capital of Jordan where the article tells of Jordan alone."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

COMES = "ووصل الوزير إلى عمان."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("عمان (وكالات) - أعلنت الحكومة الأردنية إغلاق المعبر.", "Amman"),
        ("تشهد العاصمة الأردنية لقاءات، وأعلنت الحكومة الأردنية إغلاق المعبر.", "Amman"),
        ("عمان (وكالات) - أعلنت الحكومة الأردنية الإغلاق. وقالت سلطنة عمان إنها تتابع.", "Oman"),
        ("عمان (وكالات) - أعلنت الحكومة اليمنية إغلاق المعبر.", "Oman"),
        # Two states beside each other.
        ("أعلنت الحكومة الأردنية إغلاق المعبر.", "Oman"),
        ("استضافت عمان محادثات بين الولايات المتحدة وإيران. ورحب الأردن بالمحادثات.", "Oman"),
        ("قالت عمان إن المحادثات كانت بناءة. وأشاد ملك الأردن بجهودها.", "Oman"),
        ("أعلنت الحكومة العمانية إغلاق المعبر. ورحب الوزير الأردني بذلك.", "Oman"),
    ],
)
def test_the_article_tells_which_of_two_places_of_one_name_is_meant(text: str, named: str) -> None:
    document = to_document(
        extract_article(SourceText(name="test", text=f"{text} {COMES}", language="ar"), iris=Iris())
    )
    places = {place["name"] for place in document["locations"]}
    assert named in places
    assert not places & ({"Amman", "Oman"} - {named})
