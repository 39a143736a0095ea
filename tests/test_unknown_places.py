"""Places that no list has, told by the words around them alone."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.segment import segment
from kg.vocabulary import Language


def places(text: str, language: Language) -> list[str]:
    sentences = segment(text, language, title=None)
    return [m.name for s in sentences for m in find_mentions(s, language) if m.category == "place"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Officers held talks at Zorgan on Monday.", "Zorgan"),
        ("en", "Troops closed the road to Zorgan after the clash.", "Zorgan"),
        ("en", "Miners left the settlement of Zorgansk.", "Zorgansk"),
        ("en", "She was the first to set foot on Zorgan.", "Zorgan"),
        ("en", "Rebels advanced on Zorgan.", "Zorgan"),
        ("en", "Villagers fled to Zorgan after the raid.", "Zorgan"),
        ("en", "Lorries blocked the road between Zorgan and Velna.", "Velna"),
        ("en", "The envoy toured Zorgan on Monday.", "Zorgan"),
        ("en", "It will meet at the Zorgan Creek hall on Monday.", "Zorgan Creek hall"),
        ("ar", "سيطرت القوات أمس على زرغانة، آخر معاقل المسلحين.", "زرغانة"),
        ("ar", "سقطت الطائرة قرب تين زرغان، وفق الجيش.", "تين زرغان"),
        ("he", "הקצינים נפגשו אתמול בעין א-זרגאן.", "עין א-זרגאן"),
        ("he", "האוהל שהוקם בהר זרגן פונה.", "הר זרגן"),
    ],
)
def test_a_name_behind_words_of_place_is_a_place(language: Language, text: str, place: str) -> None:
    assert place in places(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An analyst at Zorgan Partners said so."),
        ("en", "Voters put their faith on Zorgan after the raid."),
        ("en", "The row between Zorgan and Velna went on."),
        ("en", "The consul in Oslo, Jan Zorgan, met the mayor."),
        ("ar", "قال الوزير إن السيطرة على الأسعار مهمة."),
        ("ar", "وقع انفجار قرب سوق، وفق الشرطة."),
    ],
)
def test_employers_persons_and_common_nouns_are_none(language: Language, text: str) -> None:
    assert not [p for p in places(text, language) if p != "Oslo"]
