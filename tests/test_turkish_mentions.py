"""Turkish names, offices and bodies, and the case that they stand in."""

import pytest

from kg.extract.mentions import find_mentions
from kg.model.mention import Mention
from tests.reading import sentence


def mentions(text: str) -> list[Mention]:
    return [m for m in find_mentions(sentence(text, "tr"), "tr") if m.category != "adjective"]


@pytest.mark.parametrize(
    ("text", "identity", "case"),
    [
        ("Kenya'nın tutumu", "kenya", "genitive"),
        ("Kenya’ya gitti", "kenya", "dative"),
        ("KenyaʼDA kaldı", "kenya", "locative"),
        ("ABD'den geldi", "united-states", "ablative"),
        ("Suudi Arabistan'ı uyardı", "saudi-arabia", "accusative"),
        ("Birleşmiş Milletler'le anlaştı", "united-nations", "instrumental"),
        ("Avrupa Birliğinin kararı", "european-union", "genitive"),
        ("İRAN'DAN geldi", "iran", "ablative"),
        ("Rusya Savunma Bakanlığının açıklaması", "russia.ministry-of-defence", "genitive"),
        ("Rus ordusu ilerledi", "russia.armed-forces", "nominative"),
        ("Peru'nun Savunma Bakanlığına gitti", "peru.ministry-of-defence", "dative"),
        ("Beyaz Saray'dan geldi", "united-states.presidency", "ablative"),
    ],
)
def test_endings_tell_the_case_and_are_no_part_of_the_name(
    text: str, identity: str, case: str
) -> None:
    (found,) = mentions(text)
    assert (found.gazetteer_id, found.case) == (identity, case)


@pytest.mark.parametrize(
    ("text", "role", "side", "person"),
    [
        (
            "Kenya Dışişleri Bakanı Musalia Mudavadi",
            "foreign-minister",
            "kenya",
            "Musalia Mudavadi",
        ),
        ("BM Genel Sekreteri António Guterres", "secretary-general", "united-nations", None),
        ("Japonya Dışişleri Bakanlığı Sözcüsü Aya Mori", "spokesperson", None, "Aya Mori"),
        ("ABD'nin Sudan Özel Temsilcisi Tom Perriello", "envoy", "united-states", "Tom Perriello"),
        ("Cumhurbaşkanı Erdoğan", "president", None, "Erdoğan"),
        ("Ürdün Kralı 2. Abdullah", "king", "jordan", "Abdullah"),
        ("KKTC Başbakanı Ünal Üstel", "prime-minister", None, "Ünal Üstel"),
    ],
)
def test_an_office_has_its_state_and_its_holder(
    text: str, role: str, side: str | None, person: str | None
) -> None:
    (found,) = mentions(f"{text} geldi.")
    assert found.role == role
    assert found.kind == "person"
    assert side is None or found.side == side
    assert person is None or found.person == person


@pytest.mark.parametrize(
    "text",
    [
        "üst düzey bir Türk yetkili",
        "ABD'li iki diplomat",
        "bir güvenlik kaynağı",
        "bir Hamas yetkilisi",
        "İsrailli yetkililer",
    ],
)
def test_who_is_only_described_is_unnamed(text: str) -> None:
    (found,) = mentions(f"Dün {text}, sustu.")
    assert found.unnamed
    assert found.text == text


def test_adjectives_that_share_a_head_are_officials_of_each_state() -> None:
    found = mentions("Dün Türk ve Rus yetkililer görüştü.")
    assert [m.side for m in found] == ["turkey", "russia"]


def test_a_softened_noun_is_named_in_its_plain_form() -> None:
    (found,) = mentions("Siyasi bir kaynağa sordu.")
    assert (found.name, found.case) == ("Siyasi bir kaynak", "dative")


def test_a_weapon_is_nobody() -> None:
    assert mentions("Dün S-400 ve F-16 konuşuldu.") == []


def test_an_unknown_name_in_the_locative_is_a_place() -> None:
    (found,) = mentions("Dün Zırnıkova'da yangın çıktı.")
    assert found.category == "place"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Çatışmalar Tamanart kasabasında başladı.", "Tamanart"),
        ("Ordu, Vad Banda yakınlarında iki askerin öldüğünü açıkladı.", "Vad Banda"),
        ("Konvoy Berbera Limanı'na ulaştı.", "Berbera Limanı"),
        ("Ordu, Karni sınır kapısından çekildi.", "Karni"),
    ],
)
def test_a_word_of_place_behind_an_unknown_name_makes_it_a_place(text: str, place: str) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    assert place in [m.name for m in found if m.category == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "Ganalı mevkidaşı Kofi Mensah ile görüştü",
        "Dün meslektaşları Kwame Serwa, Yaw Darko ve Kofi Mensah ile görüştü",
    ],
)
def test_a_named_counterpart_holds_an_office(text: str) -> None:
    assert all(m.role == "counterpart" for m in mentions(text) if m.person)


def test_an_outlet_may_bear_the_name_of_a_mountain() -> None:
    assert [m.kind for m in mentions("Sahand haber ajansına konuştu")] == ["media"]


def test_one_person_may_hold_two_offices() -> None:
    (found,) = mentions("Hükümet Sözcüsü ve Başbakan Yardımcısı Kofi Mensah konuştu")
    assert found.person == "Kofi Mensah"


def test_a_place_may_stand_between_whose_and_what_office() -> None:
    found = mentions("Peru'nun Lizbon'daki maslahatgüzarı konuştu")
    assert [m.text for m in found if m.role] == ["Peru'nun Lizbon'daki maslahatgüzarı"]


def test_a_name_behind_the_noun_of_an_outlet_is_a_medium() -> None:
    assert [m.kind for m in mentions("Norveç yayın kuruluşu NRK'nın haberi")][-1] == "media"


@pytest.mark.parametrize(
    "text",
    ["NATO-Ukrayna Komisyonu'nun toplantısı", "Peru-Şili Karma Komisyonu'nun toplantısı"],
)
def test_a_body_of_two_is_one(text: str) -> None:
    (found,) = mentions(text)
    assert (found.kind, found.case) == ("organization", "genitive")


def test_where_somebody_unnamed_is_from_is_in_the_name() -> None:
    found = mentions("Kremlin'den adını vermeyen bir yetkili konuştu")
    assert [m.name for m in found if m.role] == ["Kremlin'den bir yetkili"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Doğu Timor", "timor-leste"),
        ("Birmanya", "myanmar"),
        ("Yeşil Burun", "cape-verde"),
        ("Svaziland", "eswatini"),
    ],
)
def test_states_go_by_the_names_that_turkish_news_gives_them(name: str, state: str) -> None:
    found = find_mentions(sentence(f"Dün {name}'a gidildi.", "tr"), "tr")
    assert [m.gazetteer_id for m in found] == [state]
