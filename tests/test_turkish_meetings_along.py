"""Turkish meetings with several tellers: who came too, heads of participles, two guests of one."""

import pytest

from tests.turkish_claims import claims


def _met(text: str) -> list[tuple[list[str], str | None, str]]:
    return [(sorted(c["participants"]), c["place"], c["status"]) for c in claims(text, "meeting")]


TWO = "Gana Cumhurbaşkanı Ali Mora ile Togo Cumhurbaşkanı Jean Kolma"


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            f"{TWO} yarın görüşecek. Toplantıya Benin Başbakanı Ana Tavra da katılacak.",
            ["Ali Mora", "Ana Tavra", "Jean Kolma"],
            "planned",
        ),
        (
            f"{TWO} dün görüştü. Görüşmede Togo Dışişleri Bakanı Ana Tavra da yer aldı.",
            ["Ali Mora", "Ana Tavra", "Jean Kolma"],
            "held",
        ),
        (
            f"{TWO} dün görüştü. Görüşmeye Benin Başbakanı Ana Tavra başkanlık etti.",
            ["Ali Mora", "Ana Tavra", "Jean Kolma"],
            "held",
        ),
    ],
)
def test_who_came_too_met_those_told_before(text: str, parties: list[str], status: str) -> None:
    assert [(found, told) for found, _, told in _met(text)] == [(parties, status)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"Dün Akra'da görüşen {TWO} sınırı açtı.", ["Ali Mora", "Jean Kolma"]),
        (
            "Akra'da bir araya gelen Gana, Togo ve Benin liderleri bildiri yayımladı.",
            ["Benin", "Ghana", "Togo"],
        ),
        (f"{TWO}, Akra'da bir süre önce yaptıkları görüşmede sınırı ele aldı.",
         ["Ali Mora", "Jean Kolma"]),
        (
            "Gana Başbakanı Ali Mora ile Togo Başbakanı Jean Kolma'nın eş başkanlık ettiği"
            " toplantı Akra'da başladı.",
            ["Ali Mora", "Jean Kolma"],
        ),
    ],
)  # fmt: skip
def test_all_of_those_who_met_are_told(text: str, parties: list[str]) -> None:
    assert [(found, place) for found, place, _ in _met(text)] == [(parties, "Accra")]


def test_a_host_receives_one_after_the_other() -> None:
    text = (
        "Fas Kralı Ali Mora dün Rabat'ta önce Mali Başbakanı Jean Kolma'yı, ardından Senegal"
        " Dışişleri Bakanı Ana Tavra'yı kabul etti."
    )
    assert [(found, place) for found, place, _ in _met(text)] == [
        (["Ali Mora", "Jean Kolma"], "Rabat"),
        (["Ali Mora", "Ana Tavra"], "Rabat"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya ve Uganda arasındaki gerilim Addis Ababa'daki toplantıda ele alındı.",
        "Libya konulu toplantı Viyana'da başladı.",
    ],
)
def test_what_is_talked_about_did_not_meet(text: str) -> None:
    assert _met(text) == []


def test_talks_on_a_matter_between_two_are_theirs() -> None:
    text = "Kenya ve Uganda arasındaki ateşkes müzakereleri sürüyor."
    assert _met(text) == [(["Kenya", "Uganda"], None, "ongoing")]


def test_an_agreed_day_puts_nothing_off() -> None:
    text = f"{TWO} dün Akra'da görüştü. Taraflar zirvenin yapılması konusunda mutabık kaldı."
    assert [status for _, _, status in _met(text)] == ["held", "planned"]


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        ("Gana ile Togo'nun Lome'de dün başlayan istişareleri sona erdi.",
         ["Ghana", "Togo"], "Lome"),
        ("Gana, Togo ve Benin'den oluşan üçlü komisyon dün Lome'de toplandı.",
         ["Benin", "Ghana", "Togo"], "Lome"),
        (
            "Gana Başbakanı Ali Mora, Togo Başbakanı Jean Kolma onuruna Akra'da yemek verdi.",
            ["Ali Mora", "Jean Kolma"],
            "Accra",
        ),
        (f"{TWO}, Lome'de sınır sorununu masaya yatırdı.", ["Ali Mora", "Jean Kolma"], "Lome"),
        (f"{TWO}'nın dün Lome'deki görüşmesinde sınır ele alındı.",
         ["Ali Mora", "Jean Kolma"], "Lome"),
    ],
)  # fmt: skip
def test_parties_are_read_beside_other_words(text: str, parties: list[str], place: str) -> None:
    assert [(found, where) for found, where, _ in _met(text)] == [(parties, place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{TWO}, Libya'daki gelişmeleri görüştü.", None),
        (f"{TWO}, Libya'daki savaşı görüşmek üzere Akra'da bir araya geldi.", "Accra"),
        (f"{TWO}, Mali'de seçim yapılmasını sağlamak için bir araya geldi.", None),
        (f"{TWO}, Akra'da sınırı görüşmek için bir araya geldi.", "Accra"),
        (f"{TWO}, Akra'daki sınır kasabasında bir araya geldi.", "Accra"),
        (f"{TWO} Cenevre'deki barış görüşmelerine katıldı.", "Geneva"),
    ],
)
def test_what_they_talk_about_is_not_where_they_met(text: str, place: str | None) -> None:
    assert [where for _, where, _ in _met(text)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO} temasları sürdürme konusunda anlaştı.",
        f"{TWO} raporu ele aldı.",
    ],
)
def test_what_is_only_meant_or_read_is_no_meeting(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Ali Mora'nın Tokyo'da Japonya Başbakanı Abe Şinzo ile yaptığı görüşmede anlaşma ele"
            " alındı.",
            [["Abe Şinzo", "Ali Mora"]],
        ),
        (
            "Gana Başbakanı Ali Mora'nın Libya'nın kuzeyindeki durumu görüşmek üzere Togo Başbakanı"
            " Jean Kolma ile buluşacağı bildirildi.",
            [["Ali Mora", "Jean Kolma"]],
        ),
        (
            "Bakan Ali Mora, Bükreş'te Romanyalı mevkidaşı Jean Kolma'yla, toplantı vesilesiyle de"
            " Macar mevkidaşı Ana Tavra'yla görüştü.",
            [["Ali Mora", "Jean Kolma"], ["Ali Mora", "Ana Tavra"]],
        ),
        ("Ali Mora'nın ofisi görüşmeye ilişkin açıklama yapmadı.", []),
    ],
)
def test_each_meeting_has_its_own_parties(text: str, parties: list[list[str]]) -> None:
    assert [found for found, _, _ in _met(text)] == parties


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        (
            "Ali Mora, Afrika Birliği zirvesine katılmak üzere gittiği Addis Ababa'da Etiyopya"
            " Başbakanı Jean Kolma ile görüştü.",
            ["Ali Mora", "Jean Kolma"],
            "Addis Ababa",
        ),
        (
            "Kenya Cumhurbaşkanı Ali Mora, NATO zirvesine katılmak üzere Brüksel'e gidecek.",
            ["Ali Mora", "NATO"],
            "Brussels",
        ),
        (
            "Ukrayna, Rusya ve AGİT temsilcilerinden oluşan Üçlü Temas Grubu Minsk'te toplandı.",
            ["OSCE", "Russia", "Ukraine"],
            "Minsk",
        ),
    ],
)
def test_what_brought_them_there_is_no_party(text: str, parties: list[str], place: str) -> None:
    assert [(found, where) for found, where, _ in _met(text)] == [(parties, place)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO} dün Akra'da görüştü. Görüşmede Benin Başbakanı Ana Tavra da yer almadı.",
        f"{TWO} dün Akra'da görüştü. Görüşmede NATO da gündemde yer aldı.",
        f"{TWO} dün Akra'da görüştü. Görüşmeye Benin Başbakanı Ana Tavra da katılmadı.",
        f"{TWO} dün Akra'da görüştü. Görüşmeye Benin Başbakanı Ana Tavra da davet edildi ama"
        " katılmadı.",
    ],
)
def test_who_stayed_away_or_was_talked_about_did_not_come(text: str) -> None:
    assert _met(text) == [(["Ali Mora", "Jean Kolma"], "Accra", "held")]


@pytest.mark.parametrize(
    "text",
    [
        "Dün Roma'da görüşen Ali Mora, Jean Kolma ve Ana Tavra'yı eleştirdi.",
        "Dün Roma'da görüşen Ali Mora, Togo ve Benin'e gitti.",
    ],
)
def test_the_object_behind_a_participle_did_not_meet(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Dün Akra'da Jean Kolma konuşurken Ali Mora salonu terk etti.", []),
        (
            "Dün Akra'da Ali Mora, Jean Kolma ile görüşürken Ana Tavra salonu terk etti.",
            [["Ali Mora", "Jean Kolma"]],
        ),
        ("Dün Akra'da Jean Kolma ile konuşurken Ali Mora güldü.", [["Ali Mora", "Jean Kolma"]]),
    ],
)
def test_who_did_something_meanwhile_did_not_meet(text: str, parties: list[list[str]]) -> None:
    assert [found for found, _, _ in _met(text)] == parties
