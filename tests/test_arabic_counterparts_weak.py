"""Adjectives of a nation that are common words as well, behind "his counterpart"."""

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.article import Extraction


def extract(text: str) -> Extraction:
    return extract_article(SourceText(name="x", text=text, language="ar"), iris=Iris())


def test_counterpart_from_mali_is_met() -> None:
    text = "التقى وزير الخارجية الكيني آلان أوديرا نظيره المالي عبدو ديوب في نيروبي يوم الأربعاء."
    (met,) = (c for c in extract(text).claims if isinstance(c, Meeting))
    assert set(met.participants) == {"آلان أوديرا", "عبدو ديوب"}


def test_financial_is_not_malian() -> None:
    text = "ناقش وزير الخارجية الكيني الدعم المالي عبر اللجنة يوم الأربعاء."
    assert "Mali" not in {a.name for a in extract(text).actors}
