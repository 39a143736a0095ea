""" "The Omani official", "the Kenyan source": nobody who was named before, as a rule."""

import pytest

from tests.reading import name, read_lines


@pytest.mark.parametrize(
    ("language", "before", "after", "minister"),
    [
        (
            "en",
            "Chad's foreign minister Hassan Bagui met Omani foreign minister Badr Al Busaidi.",
            "The Omani official said the ferry would sail.",
            "Badr Al Busaidi",
        ),
        (
            "en",
            "Kenya's president John Rugut met Peru's foreign minister Ana Diaz in Lima.",
            "The Kenyan source denied it.",
            "John Rugut",
        ),
        (
            "ar",
            "التقى وزير الخارجية العماني بدر البوسعيدي نظيره التشادي في مسقط.",
            "وقال المسؤول العماني إن العبارة ستبحر.",
            "بدر البوسعيدي",
        ),
        (
            "he",
            "שר החוץ הצרפתי פייר דיבואה נפגש עם שגריר פרו.",
            "הבכיר הצרפתי אמר כי הנמל ייסגר.",
            "פייר דיבואה",
        ),
        (
            "tr",
            "Umman Dışişleri Bakanı Bedr Busaidi dün Çad'ı eleştirdi.",
            "Ummanlı diplomat, feribotun kalkacağını söyledi.",
            "Bedr Busaidi",
        ),
    ],
)
def test_an_unnamed_official_is_no_minister_named_before(
    language: str, before: str, after: str, minister: str
) -> None:
    said = read_lines(f"{before}\n{after}", language).statements[-1]
    assert minister not in (name(said.speaker) or minister)


def test_an_envoy_named_right_before_may_be_the_official() -> None:
    text = (
        "Omani envoy Salim Harthy met Chad's foreign minister.\n"
        "The Omani official said the ferry would sail."
    )
    (said,) = read_lines(text, "en").statements
    assert name(said.speaker) == "Omani envoy Salim Harthy"
    assert said.carried


def test_of_two_envoys_none_is_the_official() -> None:
    text = (
        "Omani envoy Salim Harthy and Omani aide Ali Saadi met Chad's foreign minister.\n"
        "The Omani official said the ferry would sail."
    )
    assert name(read_lines(text, "en").statements[0].speaker) == "Omani official"


def test_a_source_of_another_state_is_another() -> None:
    text = "A Peruvian officer said the border was shut.\nThe Chilean source denied it."
    assert name(read_lines(text, "en").statements[1].speaker) == "Chilean source"
