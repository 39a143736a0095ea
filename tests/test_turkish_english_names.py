"""Somebody without a name in Turkish: in English if each word is known, else the words used."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import sentence


def _names(text: str) -> list[str]:
    found = find_mentions(sentence(text, "tr"), "tr")
    return [m.name for m in found if m.kind == "official" and m.category == "actor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karar, Ganalı diplomatik bir kaynağa göre ertelendi.", "Ghanaian diplomatic source"),
        ("Üst düzey bir Perulu yetkili konuştu.", "senior Peruvian official"),
        ("Mora dün Ganalı yetkililerle görüştü.", "Ghanaian officials"),
        ("Gana'nın Lima maslahatgüzarı çağrıldı.", "Ghanaian chargé d'affaires in Lima"),
        ("Konuya yakın kaynaklara göre karar ertelendi.", "sources close to the matter"),
        ("Mora dün Akra'daki yabancı büyükelçileri topladı.", "foreign ambassadors in Accra"),
        ("Batılı iki diplomat konuştu.", "two Western diplomats"),
        ("Ganalı bir güvenlik kaynağı konuştu.", "Ghanaian security source"),
        ("Bir AB diplomatı kararı doğruladı.", "EU diplomat"),
        ("Akra'daki diplomatik kaynaklar haberi doğruladı.", "diplomatic sources in Accra"),
    ],
)
def test_known_words_are_told_in_english(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Siyasi bir kaynak konuştu.", "Siyasi bir kaynak"),
        ("Kıbrıslı Türk bir yetkili konuştu.", "Kıbrıslı Türk bir yetkili"),
        ("Tavralı bir yetkili konuştu.", "bir yetkili"),
        ("Akra'daki bir güvenlik yetkilisi konuştu.", "Akra'daki bir güvenlik yetkilisi"),
        ("Gana sınır birliklerinden bir komutan konuştu.", "Gana sınır birliklerinden bir komutan"),
        ("Dün balıkçı birliklerinin temsilcileri geldi.", "balıkçı birliklerinin temsilcileri"),
        ("Dün Savunma Bakanlığındaki bir kaynak konuştu.", "Savunma Bakanlığındaki bir kaynak"),
        ("Ancak bakanlığından bir yetkili konuştu.", "bakanlığından bir yetkili"),
        ("Perulu iki siyasi danışman konuştu.", "Perulu iki siyasi danışman"),
    ],
)
def test_words_that_are_not_known_stand_as_they_are(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name", "unnamed"),
    [
        ("Haberi bir Gana gazetesi yazdı.", "Ghanaian newspaper", True),
        ("Haberi Gana medyası yazdı.", "Ghanaian media", False),
    ],
)
def test_one_outlet_is_not_all_of_its_country(text: str, name: str, unnamed: bool) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    (outlet,) = (m for m in found if m.kind == "media")
    assert (outlet.name, outlet.unnamed) == (name, unnamed)
