"""Turkish offices and bodies with "ve" in their name, and whom a name in front describes."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import sentence
from tests.turkish_claims import claims


def _actors(text: str) -> list[str]:
    found = find_mentions(sentence(text, "tr", kind="body"), "tr")
    return [m.name for m in found if m.category != "place"]


def _speakers(text: str) -> list[str | None]:
    return [c["speaker"] for c in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Adalet ve İhsan Hareketi kararı kınadı.", "Adalet ve İhsan Hareketi"),
        (
            "Gana Öğretmenler ve Eğitim Çalışanları Sendikası greve gidiyor.",
            "Gana Öğretmenler ve Eğitim Çalışanları Sendikası",
        ),
        (
            "Danimarka Göç ve Entegrasyon Bakanlığı kararı duyurdu.",
            "Danimarka Göç ve Entegrasyon Bakanlığı",
        ),
        ("Avrupa Sınır ve Sahil Güvenlik Ajansı Frontex gemi gönderdi.", "Frontex"),
        ("Sudan Doktorlar Sendikası grevi sürdürecek.", "Sudan Doktorlar Sendikası"),
        ("Danimarka Göç ve Entegrasyon Bakanı Mattias Tesfaye geldi.", "Mattias Tesfaye"),
        ("Göç, Uyum ve Vatandaşlık Bakanı Marc Miller geldi.", "Marc Miller"),
        ("Fiji Savunma Bakanı Vekili Ratu Inoke Kubuabola geldi.", "Ratu Inoke Kubuabola"),
        ("Başbakan adayı Pita Limjaroenrat geldi.", "Pita Limjaroenrat"),
        ("Peru Sağlık Bakanı Prof. Dr. Walter Campos geldi.", "Walter Campos"),
        ("Dün Rahip Brunson serbest kaldı.", "Rahip Brunson"),
    ],
)
def test_a_joined_name_is_one(text: str, name: str) -> None:
    assert _actors(text)[0] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hamas ve İslami Cihat Hareketi reddetti.", ["Hamas", "İslami Cihat Hareketi"]),
        (
            "Somali Savunma Bakanlığı ve Dışişleri Bakanlığı yalanladı.",
            ["Somali Ministry of Defence", "Somalia", "Dışişleri Bakanlığı"],
        ),
    ],
)
def test_two_names_stay_two(text: str, names: list[str]) -> None:
    assert _actors(text) == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Lübnan Maruni Patriği Bişara er-Rai, siyasetçileri ülkeyi rehin almakla suçladı.",
            "Bişara er-Rai",
        ),
        (
            "Kosova Sırplarının en büyük partisi Sırp Listesi'nin başkan yardımcısı Igor Simić,"
            " kurumlardan çekileceklerini açıkladı.",
            "Igor Simić",
        ),
        (
            "Toplantıdan sonra konuşan Sinn Fein milletvekili John Brady ise büyükelçinin"
            " gitmesini istedi.",
            "John Brady",
        ),
        ("Kayıp yakınları, hükümetten mezarların açılmasını talep etti.", "Kayıp yakınları"),
        ("Kamp sakinleri, adaya gitmeye zorlandıklarını anlattı.", "Kamp sakinleri"),
    ],
)
def test_who_is_described_speaks(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Paris sessiz kalırken Polonya Başbakanı Donald Tusk, bunun yanlış olduğunu söyledi.",
            "Donald Tusk",
        ),
        (
            "Çernobil tesisinin eski müdürü, kubbenin ömrünün yüz yıl olduğunu söyledi.",
            "Çernobil tesisinin eski müdürü",
        ),
        ("Kim Yo-jong, balonları kınadı.", "Kim Yo-jong"),
        ("Puntland, seçim yasasını tanımayacağını duyurdu.", "Puntland"),
        ("Cook Adaları, anlaşmayı imzalayacağını duyurdu.", "Cook Adaları"),
        (
            "Güvenlik nedeniyle ismini vermeyen bir yardım görevlisi, ilacın bittiğini söyledi.",
            "bir yardım görevlisi",
        ),
        (
            "Oylamadan sonra Sinn Fein milletvekili John Brady, bunun yanlış olduğunu söyledi.",
            "John Brady",
        ),
        ("Husi yetkililer, limanın açılması gerektiğini söyledi.", "Houthis officials"),
        (
            "Lagos Hekimler Birliği, erken seçimin yanlış olduğunu söyledi.",
            "Lagos Hekimler Birliği",
        ),
    ],
)
def test_who_speaks_meanwhile(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Long, BBC Radio Ulster'a konuştu.", "BBC Radio Ulster", "media"),
        ("Karar TRT Haber'e verildi.", "TRT Haber", "media"),
        (
            "Katolik Piskoposlar Konferansı toplandı.",
            "Katolik Piskoposlar Konferansı",
            "organization",
        ),
        ("Kuzey İrlanda polisi PSNI, Derry'de silah buldu.", "PSNI", "organization"),
        ("Yerli halkların örgütü CONAIE kararı kınadı.", "CONAIE", "organization"),
    ],
)
def test_the_whole_name_and_its_kind(text: str, name: str, kind: str) -> None:
    found = find_mentions(sentence(text, "tr", kind="body"), "tr")
    assert (name, kind) in [(m.name, m.kind) for m in found]


def test_the_holder_of_an_office_of_a_place_is_one_with_it() -> None:
    (found,) = [
        m
        for m in find_mentions(sentence("Dün Lagos Valisi Ana Reyna geldi.", "tr"), "tr")
        if m.category == "actor"
    ]
    assert (found.name, found.role) == ("Ana Reyna", "governor")


def test_a_state_in_front_of_a_comma_speaks_itself() -> None:
    assert _speakers("Litvanya, Gitanas Nausėda'nın Minsk'e gitmeyeceğini duyurdu.") == [
        "Lithuania"
    ]
