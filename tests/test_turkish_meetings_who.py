"""Who met in Turkish: holders named behind their offices, delegations, colleagues; who did not."""

import pytest

from tests.turkish_claims import claims


def _met(text: str) -> list[tuple[list[str], str | None, str]]:
    return [(sorted(c["participants"]), c["place"], c["status"]) for c in claims(text, "meeting")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Slovak ve Macar dışişleri bakanları Juraj Blanar ile Peter Szijjarto dün görüştü.",
            ["Juraj Blanar", "Peter Szijjarto"],
        ),
        (
            "Kenya ve Uganda savunma bakanları Soipan Tuya ve Jacob Oboth, dün Nairobi'de görüştü.",
            ["Jacob Oboth", "Soipan Tuya"],
        ),
        ("Katar heyeti dün Beyrut'a gitti.", ["Lebanon", "Qatar"]),
        ("Pakistan'dan bir heyet dün Kabil'e gitti.", ["Afghanistan", "Pakistan"]),
        (
            "Pakistan'dan bir heyet, sınır sorununu ele almak üzere yarın Kabil'e gidecek.",
            ["Afghanistan", "Pakistan"],
        ),
        ("Güvenlik Konseyi dün Haiti gündemiyle acil toplandı.", ["UN Security Council"]),
        ("Hükümet ile muhalefet dün Lome'de masaya oturdu.", ["Hükümet", "muhalefet"]),
        ("Gana hükümeti ile sendikalar dün masaya oturdu.", ["Ghana", "sendikalar"]),
        (
            "Fransız büyükelçi dün Başbakan tarafından kabul edildi.",
            ["Başbakan", "French ambassador"],
        ),
        (
            "Bu ay Lima'da yapılması öngörülen Şili-Peru-Bolivya ulaştırma bakanları toplantısı"
            " ertelendi.",
            ["Bolivia", "Chile", "Peru"],
        ),
    ],
)
def test_those_who_met_are_told_once(text: str, parties: list[str]) -> None:
    assert [found for found, _, _ in _met(text)] == [parties]


def test_two_colleagues_are_those_told_of_before() -> None:
    text = (
        "Mısır Dışişleri Bakanı Semih Şukri ile Sudanlı mevkidaşı Ali Yusuf arasında kriz var.\n"
        "Çad Dışişleri Bakanı Mahamat Annadif, iki meslektaşını Roma'da bir araya getirmeyi önerdi."
    )
    assert _met(text) == [(["Ali Yusuf", "Semih Şukri"], "Rome", "proposed")]


def test_they_met_where_the_visit_went() -> None:
    text = "Malta Başbakanı, Belgrad'a yaptığı ziyarette Sırbistan Cumhurbaşkanı ile görüştü."
    assert [(place, status) for _, place, status in _met(text)] == [("Belgrade", "held")]


def test_a_visit_that_was_barred_was_not_made() -> None:
    text = "Peru Başbakanı'nın yarın Paris'e yapmayı planladığı ziyaret engellendi."
    assert [status for _, _, status in _met(text)] == ["cancelled"]


def test_a_place_may_describe_who_met() -> None:
    text = "Yemen'deki taraflar dün Ürdün'ün başkentinde Umman Dışişleri Bakanı ile görüştü."
    assert [place for _, place, _ in _met(text)] == ["Amman"]


@pytest.mark.parametrize(
    "text",
    [
        "Eski bakan Maria Duarte, sığındığı elçilikten ayrılarak Karakas'a gitti.",
        "Sürgündeki gazeteci Juan Perez dün Madrid'e gitti.",
        "Gana ile Togo arasında gerçekleşmeyen bir ziyaret yüzünden gerginlik yaşanıyor.",
        "Malta Cumhurbaşkanı dün Başbakan Robert Abela ile birlikte kameraların karşısına geçti.",
        "Turist kafilesi dün Beyrut'a gitti.",
    ],
)
def test_no_meeting_is_made_of_flight_cameras_and_what_never_came(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "Kenya Cumhurbaşkanı dün Surinamlı derneklerin temsilcilerini ağırladı.",
            {"Kenya Cumhurbaşkanı", "Surinamlı derneklerin temsilcileri"},
        ),
        (
            "Kenya Cumhurbaşkanı dün Ermeni cemaatlerin temsilcileriyle görüştü.",
            {"Kenya Cumhurbaşkanı", "Ermeni cemaatlerin temsilcileri"},
        ),
        (
            "Kenya Cumhurbaşkanı, Lübnanlı göçmenlerin sorunlarını kabine üyeleriyle görüştü.",
            {"Kenya Cumhurbaşkanı", "kabine üyeleri"},
        ),
    ],
)
def test_a_nationality_in_front_of_whose_people_are_met_is_no_state(
    text: str, met: set[str]
) -> None:
    assert [set(m["participants"]) for m in claims(text, "meeting")] == [met]


def test_two_nationalities_in_front_of_their_delegations_are_states() -> None:
    (met,) = claims("Türk ve Rus heyetlerinin görüşmesi sürüyor.", "meeting")
    assert set(met["participants"]) == {"Turkey", "Russia"}


@pytest.mark.parametrize(
    "text",
    [
        "AB dönem başkanlığını yürüten Malta'nın Başbakanı Ana Borg, Hakan Fidan ile görüştü.",
        "G20 başkanlığını devralan Malta'nın Dışişleri Bakanı Ana Borg, Hakan Fidan ile görüştü.",
        "BM görevini sürdüren Ana Borg, Hakan Fidan ile görüştü.",
    ],
)
def test_a_body_whose_office_somebody_holds_does_not_meet(text: str) -> None:
    assert [parties for parties, _, _ in _met(text)] == [["Ana Borg", "Hakan Fidan"]]


def test_a_body_beside_a_state_meets_whatever_its_office_is() -> None:
    assert [parties for parties, _, _ in _met("NATO ile Malta yarın Oslo'da görüşecek.")] == [
        ["Malta", "NATO"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Libya'ya giden Roseline-A, pazar günü açıklarda durduruldu.",
        "Suriye'ye giden Grace Tavra, perşembe günü Cebelitarık'ta alıkonuldu.",
        "İsrail'e giden Galaxy Leader, Kızıldeniz'de ele geçirildi.",
        "Rusya'ya giden Eventin, dün battı.",
    ],
)
def test_a_ship_on_its_way_visits_no_government(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru'ya giden Dışişleri Bakanı Hakan Fidan, anlaşma umduğunu söyledi.",
        "Hakan Fidan yarın Peru'ya gidecek.",
    ],
)
def test_a_minister_on_his_way_visits_a_government(text: str) -> None:
    assert [parties for parties, _, _ in _met(text)] == [["Hakan Fidan", "Peru"]]


@pytest.mark.parametrize(
    "text",
    [
        "Gana meclisinin tasarıyı kabul etmesi üzerine Mali, Elçi Ana Borg'u geri çağırdı.",
        "Knesset'in yasayı kabul etmesi nedeniyle Mali, Başbakan Ana Borg'u eleştirdi.",
    ],
)
def test_whom_another_verb_has_behind_is_not_received(text: str) -> None:
    assert _met(text) == []


def test_whom_the_verbal_noun_has_in_front_is_received() -> None:
    text = "Ana Borg'un Hakan Fidan'ı kabul etmesi üzerine Mali, elçisini geri çağırdı."
    assert [parties for parties, _, _ in _met(text)] == [["Ana Borg", "Hakan Fidan"]]
