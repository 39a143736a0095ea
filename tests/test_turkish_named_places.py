"""Turkish names that no lexicon has and that the words beside them show to be places."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import read, sentence


def _named(text: str, category: str) -> list[str]:
    found = find_mentions(sentence(text, "tr"), "tr")
    return [m.name for m in found if m.category == category and not m.gazetteer_id]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ordu dün Tavra kapısını kapattı.", "Tavra"),
        ("Nehir, Beno-Tirra kasabasında taştı.", "Beno-Tirra"),
        ("Bakan, Virga üssünün kirasını sordu.", "Virga"),
        ("Gaz, Orlen sahasından alınacak.", "Orlen"),
        ("Bomba, Torva House binasına kondu.", "Torva House"),
        ("Dün Belo Takımadaları'na gidildi.", "Belo Takımadaları"),
    ],
)
def test_a_noun_of_sort_behind_a_name_makes_it_a_place(text: str, place: str) -> None:
    assert _named(text, "place") == [place]


@pytest.mark.parametrize(
    "text",
    ["Dün Ando Tavra'nın kapısını çaldılar.", "Karar, Tavra ailesinin kararıdır."],
)
def test_what_somebody_has_makes_no_place_of_him(text: str) -> None:
    assert _named(text, "place") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Uçaklar dün Kutra'yı bombaladı.", "Kutra"),
        ("Birlikler Arvas'ın doğusuna geçti.", "Arvas"),
        ("Belge, Torva ve Kulma bölgelerinin sınırını çizer.", "Kulma"),
    ],
)
def test_what_is_done_only_to_places_shows_one(text: str, place: str) -> None:
    assert place in _named(text, "place")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Karar, Hint Okyanusu Ajansı'na bildirildi.", "Hint Okyanusu Ajansı"),
        ("Karar dün Sol Tavra Kamarası'nda görüşüldü.", "Sol Tavra Kamarası"),
        ("Dün devlet kanalı RZV'de konuştu.", "RZV"),
    ],
)
def test_a_body_called_after_a_region_is_no_place(text: str, body: str) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    assert [m.name for m in found if m.category == "actor"] == [body]
    assert not [m for m in found if m.category == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "Bazı Avrupa ülkelerinin tutumu değişmedi.",
        "Bir İngiltere Dışişleri Bakanlığı yetkilisi Londra'da konuştu.",
        "Vali Ahmet Selahaddin'in görevi bitti.",
        "Bakan dün Twitter'da yazdı.",
        "“Tarım bankamız kapatıldı” dedi.",
    ],
)
def test_states_of_a_region_owners_and_surnames_are_no_places(text: str) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    assert not [m.name for m in found if m.category == "place"]


def test_who_speaks_in_front_of_a_comma_is_no_place_of_a_list() -> None:
    assert "Kolma" not in _named(
        "Gazetecilere konuşan Kolma, Tavra yolunun bittiğini söyledi.", "place"
    )


def test_a_hall_called_after_a_body_is_a_place() -> None:
    assert _named("Heyet, Kongre Sarayı'nda toplandı.", "place") == ["Kongre Sarayı"]
    assert _named("Öğrenciler Sol Tavra Okulunda toplandı.", "place") == ["Sol Tavra Okulu"]


def test_a_meeting_in_a_hall_is_in_its_town() -> None:
    text = "Peru ile Gana heyetleri dün Oslo'daki Tavra Sarayı'nda bir araya geldi."
    assert [m.place.name for m in read(text, "tr").meetings if m.place] == ["Oslo"]


def test_the_outlet_in_a_dateline_places_nothing() -> None:
    line = sentence("BERLİN, 16 Mayıs (Avrupa Postası) –", "tr", kind="dateline")
    assert [m.name for m in find_mentions(line, "tr") if m.category != "actor"] == ["Berlin"]


@pytest.mark.parametrize(
    "text",
    [
        "Metin, Viyana Sözleşmesi'nin gerisinde kaldı.",
        "Dün Minsk Anlaşmaları rafa kalktı.",
        "Dün Karakas Sözleşmesi ihlal edildi.",
        "Dün Tahran Bildirisi'ni yırttılar.",
        "Askerler Hamburg fırkateyninden indi.",
        "Dün Moskova kruvazörü battı.",
    ],
)
def test_a_town_in_the_name_of_a_treaty_or_warship_is_not_meant(text: str) -> None:
    assert find_mentions(sentence(text, "tr"), "tr") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Dün Viyana sözleşmeyi imzaladı.",
        "Dün Hamburg limanına girdi.",
        "Dün İran Bildirisi okundu.",
    ],
)
def test_a_town_beside_another_noun_is_meant(text: str) -> None:
    assert find_mentions(sentence(text, "tr"), "tr") != ()
