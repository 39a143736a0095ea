"""Turkish names taken whole, and names that are no names."""

import pytest

from kg.extract.mentions import find_mentions
from kg.model.token import SentenceKind
from tests.reading import sentence


def _actors(text: str, kind: SentenceKind = "body") -> list[str]:
    found = find_mentions(sentence(text, "tr", kind=kind), "tr")
    return [m.name for m in found if m.category == "actor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oylama bitti. Temsilciler Meclisi'nin kararı açıklandı.", "Temsilciler Meclisi"),
        ("Dün Ulusal Enerji Bakanlar Kurulu toplandı.", "Ulusal Enerji Bakanlar Kurulu"),
        ("Haberi dün Kuzey Postası'na doğruladı.", "Kuzey Postası"),
        ("Dün Üç Nehir İttifakı karşı çıktı.", "Üç Nehir İttifakı"),
        ("Karar çıktı. Bakanlık kaynakları bunu yalanladı.", "Bakanlık kaynakları"),
        ("Dün Başbakan İrakli Tavrişvili konuştu.", "İrakli Tavrişvili"),
    ],
)
def test_a_name_is_taken_whole(text: str, name: str) -> None:
    assert _actors(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Yük, Hippo Marina gemisindeki konteynerlerdeydi.",
        "Dün Oruç Reis'e yakıt verildi.",
        "Dün Yelken adlı bir program tanıtıldı.",
    ],
)
def test_ships_and_programmes_are_nobody(text: str) -> None:
    assert _actors(text) == []


def test_an_office_of_several_in_front_of_their_names_is_theirs() -> None:
    names = _actors("Hükûmet başkanları Ali Tavra ve Jean Kolma yarın Lima'da olacak.")
    assert names == ["Ali Tavra", "Jean Kolma"]
    assert len(_actors("Gana bakanları Tavra'yı çağırdı.")) == 2


def test_who_is_called_so_is_somebody() -> None:
    assert "Tavra Kolma" in _actors("Dün Tavra Kolma adlı bir diplomat konuştu.")


@pytest.mark.parametrize("text", ["Ada Tavra / ANKARA", "Kuzey Postası / Dış Haberler"])
def test_who_wrote_a_report_is_no_actor(text: str) -> None:
    assert _actors(text, "heading") == []


def test_soldiers_are_not_their_army() -> None:
    found = find_mentions(sentence("Gana askerleri dün sınırı geçti.", "tr"), "tr")
    assert "ghana.armed-forces" not in {m.gazetteer_id for m in found}
    (army,) = find_mentions(sentence("Dün Gana ordusu sınırı geçti.", "tr"), "tr")[:1]
    assert army.gazetteer_id == "ghana.armed-forces"


def test_a_people_in_a_case_is_nobody() -> None:
    assert "Tavralılara" not in _actors("Sonunda, Tavralılara yardım edildi.")
    assert _actors("Sonunda, Tavra'ya yardım edildi.") == ["Tavra"]


def test_lawmakers_of_a_state_are_told_whole() -> None:
    assert _actors("Mora dün Perulu milletvekilleriyle buluştu.") == [
        "Peruvian members of parliament"
    ]


@pytest.mark.parametrize("office", ["Bakan Yardımcısı", "Bakan Vekili", "Peru Bakan Yardımcısı"])
def test_a_deputy_minister_without_a_field_is_no_name(office: str) -> None:
    assert _actors(f"Dün {office} Ali Tavra sınıra gitti.")[:1] == ["Ali Tavra"]


@pytest.mark.parametrize(
    "text",
    [
        "Dün Merkel'in dışında herkes imzaladı.",
        "Dün gazeteciler Şoygu'yu kuşattı.",
    ],
)
def test_who_is_excepted_or_beset_is_no_place(text: str) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    assert not [m.name for m in found if m.category == "place"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Japonya Savunma Bakanlığı bir geminin battığını bildirdi.",
            "Japanese Ministry of Defence",
        ),
        (
            "Norveç Dışişleri Bakanlığı iki tarafı da uyardı.",
            "Norwegian Ministry of Foreign Affairs",
        ),
        ("Gana Adalet Bakanlığı yeni yasanın çıktığını açıkladı.", "Ghanaian Ministry of Justice"),
    ],
)
def test_a_number_behind_a_body_is_of_what_follows(text: str, name: str) -> None:
    assert _actors(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Birleşmiş Milletler Dünya Gıda Programı (WFP) uyardı.", "World Food Programme"),
        ("Birleşmiş Milletler Lübnan Geçici Görev Gücü (UNIFIL) uyardı.", "UNIFIL"),
        ("Güney Amerika Ortak Pazarı (Mercosur) uyardı.", "Mercosur"),
        ("Birleşmiş Milletler Mülteciler Yüksek Komiserliği uyardı.", "UNHCR"),
        ("Hint Balıkçılar Dayanışma Derneği (HBDD) uyardı.", "Hint Balıkçılar Dayanışma Derneği"),
    ],
)
def test_a_body_written_out_is_its_short_name(text: str, name: str) -> None:
    assert _actors(text)[0] == name


def test_a_party_behind_a_person_is_not_his_name() -> None:
    assert "Ada Tavra" in _actors("Dün milletvekili Ada Tavra (ANC) konuştu.")
    assert "Ada Tavra" in _actors("Dün milletvekili Ada Tavra (KDP) konuştu.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gana Dışişleri Bakanı Santiago Mensah konuştu.", "Santiago Mensah"),
        ("Gana Savunma Bakanı Victoria Mensah konuştu.", "Victoria Mensah"),
        ("BM Özel Temsilcisi Jordan Tavra konuştu.", "Jordan Tavra"),
        ("Gana Adalet Bakanı Maria de los Santos Tavra konuştu.", "Maria de los Santos Tavra"),
        ("Gana Başbakanı Jan van den Berg konuştu.", "Jan van den Berg"),
        ("O dönem Gana Sağlık Bakanı olan Ada Tavra konuştu.", "Ada Tavra"),
        ("Gana Devlet Başkanı seçilen Ada Tavra konuştu.", "Ada Tavra"),
        ("Dün Mensah'ın avukatı Ada Tavra konuştu.", "Ada Tavra"),
    ],
)
def test_who_holds_an_office_is_named_whole(text: str, name: str) -> None:
    assert name in _actors(text)
    assert not any("Bakan" in n or "avukat" in n for n in _actors(text))


@pytest.mark.parametrize(
    "text",
    ["Dün bakan Paris Anlaşması'nı savundu.", "Komisyon başkanı olan Peru toplantıyı erteledi."],
)
def test_what_follows_an_office_is_not_always_its_holder(text: str) -> None:
    found = find_mentions(sentence(text, "tr"), "tr")
    assert not any(m.person for m in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dün Çin'in Houston Başkonsolosluğu kapandı.", "Çin'in Houston Başkonsolosluğu"),
        ("Dün Hindistan'ın Karaçi Başkonsolosluğuna saldırıldı.", "Karaçi Başkonsolosluğu"),
        ("Dün İran'ın Necef Başkonsolosluğunda yangın çıktı.", "İran'ın Necef Başkonsolosluğu"),
        ("Kolombiya Başsavcılığı soruşturma açtı.", "Colombian prosecutor's office"),
        ("Dün Paris 16 Belediyesi yolu kapattı.", "Paris 16 Belediyesi"),
        ("Dün Yeni Delhi Belediyesi yolu kapattı.", "Yeni Delhi Belediyesi"),
        ("Dün Prag 6 Belediye Başkanı Ada Tavra konuştu.", "Ada Tavra"),
        ("Dün Ulusal Güvenlik Ajansı uyardı.", "Ulusal Güvenlik Ajansı"),
    ],
)
def test_an_office_is_of_its_town(text: str, name: str) -> None:
    assert _actors(text)[0].endswith(name)


def test_an_agency_of_a_field_is_no_medium() -> None:
    found = find_mentions(sentence("Dün Ulusal Güvenlik Ajansı uyardı.", "tr"), "tr")
    assert [m.kind for m in found] == ["organization"]
    found = find_mentions(sentence("Dün Kuzey Yıldızı Ajansı uyardı.", "tr"), "tr")
    assert [m.kind for m in found] == ["media"]


def test_a_number_behind_a_state_counts_what_follows() -> None:
    assert _actors("Türkiye 16 askerin yaralandığını duyurdu.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mali'deki geçiş hükümeti saldırıyı kınadı.", "Mali'deki geçiş hükümeti"),
        ("Dün Nijer'deki askeri yönetimin sözcüsü konuştu.", "Nijer'deki askeri yönetim"),
        ("Varşova'daki yeni hükümet kararı duyurdu.", "Poland"),
        ("Yemen'deki Husi yönetimi gemileri uyardı.", "Houthis"),
    ],
)
def test_who_rules_a_place_is_named_by_it(text: str, name: str) -> None:
    assert _actors(text)[0] == name


def test_a_town_hall_is_no_government() -> None:
    found = find_mentions(sentence("Peru'daki yerel yönetim yolu kapattı.", "tr"), "tr")
    assert not any(m.kind == "state" and "yönetim" in m.name for m in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yeni Ufuk partisinin lideri Ada Tavra konuştu.", "Ada Tavra"),
        ("Gürcistan Ufku partisinin genel sekreteri Ada Tavra konuştu.", "Ada Tavra"),
        ("Dün Halkın Gücü partisi sonuçları tanımadı.", "Halkın Gücü"),
        ("Dün Tavrasan şirketi bunu yalanladı.", "Tavrasan"),
        ("Dün Hamas hareketi bunu yalanladı.", "Hamas"),
    ],
)
def test_a_common_noun_of_its_sort_follows_a_body(text: str, name: str) -> None:
    assert _actors(text)[0] == name


@pytest.mark.parametrize("text", ["Türk şirketi bunu yalanladı.", "Petrol şirketi bunu yalanladı."])
def test_a_sort_with_whose_it_is_names_no_body(text: str) -> None:
    assert not any(n == "Türk" or n == "Petrol" for n in _actors(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dün Bakan Hugo de Tavra, kararı okudu.", "Hugo de Tavra"),
        ("Dün Başbakan Maria da Brava konuştu.", "Maria da Brava"),
    ],
)
def test_a_particle_between_given_name_and_surname_is_no_conjunction(text: str, name: str) -> None:
    assert _actors(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["Dün Bakan Ando Tavra da Kulma'ya geldi.", "Dün Bakan Hugo da Roma'ya geldi."],
)
def test_too_behind_a_whole_name_is_no_particle(text: str) -> None:
    assert not any(" da " in name for name in _actors(text))
