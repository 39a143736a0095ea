"""Which town "the capital" is, where two met."""

import pytest

from kg.vocabulary import Language
from tests.reading import read_lines


def place(text: str, language: Language) -> str | None:
    town = read_lines(text, language).meetings[-1].place
    return town.gazetteer_id if town is not None else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenyan Foreign Minister Ruth Banda arrived in Kampala on Monday.\n"
            "On Tuesday she met Ugandan Foreign Minister John Okello in the capital.",
        ),
        (
            "ar",
            "وصلت وزيرة الخارجية الكينية روث باندا إلى كمبالا الاثنين.\n"
            "والتقت وزير الخارجية الأوغندي جون أوكيلو في العاصمة الثلاثاء.",
        ),
        (
            "tr",
            "Kampala'da dün patlama oldu.\n"
            "Kenyalı bakan Ruth Banda, Ugandalı mevkidaşı John Okello ile başkentte görüştü.",
        ),
        (
            "he",
            "בקמפאלה אירע אתמול פיצוץ.\n"
            "שרת החוץ הקנייתית רות בנדה נפגשה עם עמיתה האוגנדי ג'ון אוקלו בבירה.",
        ),
    ],
)
def test_the_capital_told_before_is_meant(language: Language, text: str) -> None:
    assert place(text, language) == "kampala"


@pytest.mark.parametrize(
    "text",
    [
        "In Kampala and in Nairobi shops closed on Monday.\n"
        "The minister John Okello met Ruth Banda in the capital.",  # of which of the two?
        "In Kampala shops closed on Monday.\n"
        "The minister John Okello met Ruth Banda in the capital of the region.",
        "In Kampala shops closed on Monday.\n"
        "The minister John Okello met Ruth Banda in the capital markets division.",
        "French President Luc Morel flew from Paris to Berlin.\n"
        "On Tuesday he met German Chancellor Eva Kern in the capital.",
        "In Kampala shops closed on Monday.\n"
        "Qatari Foreign Minister Ali Hamad met Omani Foreign Minister Said Badr in the capital.",
        "Ugandan Prime Minister Tom Musa left Kampala for Turkey on Monday.\n"
        "Musa met Turkish President Ali Demir in the capital on Tuesday.",
        "In Kampala shops closed on Monday.\n"
        "Ugandan minister John Okello met Ruth Banda in the capital, Abuja, on Monday.",
        "Kampala denied it on Monday.\n"
        "The minister John Okello met Ruth Banda in the capital.",  # a government, no place
    ],
)
def test_which_capital_stays_open_where_it_is_not_told(text: str) -> None:
    assert place(text, "en") is None


def test_another_town_that_is_called_a_capital_is_not() -> None:
    text = (
        "وصلت وزيرة الخارجية الكينية روث باندا إلى كمبالا الاثنين.\n"
        "والتقت وزير الخارجية الأوغندي جون أوكيلو في العاصمة الاقتصادية الثلاثاء."
    )
    assert place(text, "ar") is None
