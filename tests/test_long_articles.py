"""An article may have two million characters, whoever wrote it: nothing may be quadratic in it.

Calls are counted, not seconds: four times the sentences take about four times the calls.
"""

import sys
from types import FrameType

import pytest

from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

_SENTENCES = 50
_LINEAR = 4.3  # four times the sentences; quadratic would be 16


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The minister said he would. "),
        (
            "en",
            "On Monday Turkey's foreign minister Hakan Fidan told Reuters that Iran warned us. ",
        ),
        ("en", "Turkey met Israel in Baku on Monday. "),
        ("ar", "قال وزير الخارجية التركي إن بلاده سترد. "),
        ("tr", "Türkiye Dışişleri Bakanı Hakan Fidan, İran ile görüştü. "),
        ("he", "שר החוץ אמר כי טורקיה תגיב. "),
    ],
)
def test_a_sentence_told_again_and_again_costs_no_more_each_time(
    language: Language, sentence: str
) -> None:
    short, long = (_calls(sentence * n, language) for n in (_SENTENCES, 4 * _SENTENCES))
    assert long < _LINEAR * short


def _calls(text: str, language: Language) -> int:
    """Return how many calls extraction makes; the first time words are read that last."""
    source = SourceText(name="long", text=text, language=language)
    assert extract_article(source, iris=Iris()).claims
    count = 0

    def counting(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        extract_article(source, iris=Iris())
    finally:
        sys.setprofile(before)
    return count
