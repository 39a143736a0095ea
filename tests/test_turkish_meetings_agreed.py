"""Meetings that Turkish news tells by what came of them, who was called in, what became of them."""

import pytest

from tests.turkish_claims import claims


def _told(text: str) -> list[tuple[set[str], str | None, str]]:
    return [
        (
            set(c["participants"]),
            c["place"],
            c["status"],
        )
        for c in claims(text, "meeting")
    ]


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        (
            "Ermenistan ile Azerbaycan, sınırın çizilmesi konusunda pazartesi günü Moskova'da"
            " anlaştı.",
            {"Armenia", "Azerbaijan"},
            "Moscow",
        ),
        (
            "Çad ile Nijer'in 11 Mayıs'ta Cidde'de vardığı anlaşma uyarınca konvoylar yola çıktı.",
            {"Chad", "Niger"},
            "Jeddah",
        ),
        (
            "Endonezya ile Malezya, geçen hafta Cakarta'da bir mutabakat muhtırası imzaladı.",
            {"Indonesia", "Malaysia"},
            "Jakarta",
        ),
    ],
)
def test_an_agreement_in_a_town_tells_that_they_met_there(
    text: str, parties: set[str], place: str
) -> None:
    assert _told(text) == [(parties, place, "held")]


def test_an_agreement_without_a_place_tells_of_no_meeting() -> None:
    assert _told("Endonezya ile Malezya deniz sınırı konusunda anlaştı.") == []


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        (
            "Bakü, İran Büyükelçisi Abbas Musavi'yi bakanlığa çağırarak protesto etti.",
            {"Abbas Musavi", "Azerbaijani Ministry of Foreign Affairs"},
            "Baku",
        ),
        (
            "Hollanda'nın Cakarta Büyükelçisi Lambert Grijns dün dışişlerine davet edildi.",
            {"Lambert Grijns", "Indonesian Ministry of Foreign Affairs"},
            "Jakarta",
        ),
        (
            "Küba'nın Karakas Büyükelçisi Dagoberto Rodriguez, Venezuela Dışişleri Bakanı Yvan Gil"
            " tarafından kabul edildi.",
            {"Dagoberto Rodriguez", "Yvan Gil"},
            "Caracas",
        ),
        (
            "Kolombiya Dışişleri Bakanı Luis Murillo, Ekvador Büyükelçisi Rafael Paredes'i"
            " makamına çağırdı.",
            {"Luis Murillo", "Rafael Paredes"},
            None,
        ),
    ],
)
def test_an_envoy_is_called_in_where_he_serves(
    text: str, parties: set[str], place: str | None
) -> None:
    assert _told(text) == [(parties, place, "held")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Filipinler Dışişleri Bakanı Enrique Manalo ile Çinli mevkidaşı Wang Yi cuma günü"
            " Manila'da bir araya gelecekti ancak Pekin randevuyu erteledi.",
            "postponed",
        ),
        (
            "Angola Savunma Bakanı Joao Gomes ile Zambiya Savunma Bakanı Ambrose Lufuma salı günü"
            " Luanda'da buluşacaktı. Ancak Angola tarafı bu toplantıyı iptal etti.",
            "cancelled",
        ),
    ],
)
def test_what_is_told_behind_settles_what_became_of_a_meeting(text: str, status: str) -> None:
    ((_, _, told),) = _told(text)
    assert told == status


def test_a_meeting_that_was_held_is_not_put_off() -> None:
    told = _told("Fas ile Cezayir heyetleri dün Roma'da görüştü. Tunus'taki toplantı ertelendi.")
    assert told[0][2] == "held"


def test_an_embassy_stands_in_its_town() -> None:
    told = _told(
        "Kenya Dışişleri Bakanı Musalia Mudavadi ile Somalili mevkidaşı Ahmed Fiki, Türkiye'nin"
        " Nairobi Büyükelçiliğinde dün bir saat görüştü."
    )
    assert told == [({"Musalia Mudavadi", "Ahmed Fiki"}, "Nairobi", "held")]


def test_an_infinitive_that_is_agreed_on_is_planned() -> None:
    told = _told(
        "Fas ile Cezayir heyetleri dün Tunus'ta bir araya geldi. İki taraf temmuzda yeniden"
        " buluşmak üzere sözleşti."
    )
    assert told[1] == ({"Morocco", "Algeria"}, None, "planned")


def test_people_without_a_name_are_met() -> None:
    told = _told(
        "Çad Başbakanı Allamaye Halina salı günü Abeşe'de muhalefet liderleriyle kahvaltı etti."
    )
    assert told[0][0] == {"Allamaye Halina", "muhalefet liderleri"}


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            "Letonya Başbakanı Evika Silina, Estonyalı ve Litvanyalı mevkidaşları Kristen Michal"
            " ile Inga Ruginiene'yi kahvaltıda ağırladı.",
            {"Evika Silina", "Kristen Michal", "Inga Ruginiene"},
            "held",
        ),
        (
            "Hükümet sözcüsü, Bart De Wever'in Umman Sultanı Heysem bin Tarık'ı telefonla arayıp"
            " teşekkür ettiğini açıkladı.",
            {"Bart De Wever", "Heysem bin Tarık"},
            "held",
        ),
        (
            "Endonezya Devlet Başkanı Joko Widodo, Çin ile yaşanan gerilimin gölgesinde çarşamba"
            " günü Ranai'de balıkçılarla buluştu.",
            {"Joko Widodo", "balıkçılar"},
            "held",
        ),
        (
            "Çad Cumhurbaşkanı Mahamat Deby, cumartesi günü Encemine'deki yabancı büyükelçileri"
            " sarayda toplayıp süreç hakkında bilgilendirecek.",
            {"Mahamat Deby", "foreign ambassadors in N'Djamena"},
            "planned",
        ),
        (
            "Mercosur liderleri, Bolivya'nın üyeliğini cuma günü Mendoza'da yapılan zirvede askıya"
            " aldı.",
            {"Mercosur leaders"},
            "held",
        ),
    ],
)
def test_exactly_those_who_met_take_part(text: str, parties: set[str], status: str) -> None:
    ((found, _, told),) = _told(text)
    assert (found, told) == (parties, status)


@pytest.mark.parametrize(
    ("text", "parties", "place", "status"),
    [
        (
            "ATİNA, 14 Mayıs (AA) - Yunanistan Dışişleri Bakanı Yorgo Gerapetritis ile Mısırlı"
            " mevkidaşı Samih Şükri, iki gün süren görüşmelerini salı günü tamamladı.",
            {"Yorgo Gerapetritis", "Samih Şükri"},
            "Athens",
            "held",
        ),
        (
            "AKRA (SP) - Gana Cumhurbaşkanı Nana Akufo-Addo, Togo Dışişleri Bakanı Robert Dussey'i"
            " dün Jubilee House'da kabul etti.",
            {"Nana Akufo-Addo", "Robert Dussey"},
            "Accra",
            "held",
        ),
        (
            "NEW YORK, 14 Mayıs - Körfez ülkelerinin liderleri, süreci ele almak üzere pazartesi"
            " günü New York'ta olağanüstü bir zirve yaptı.",
            {"Körfez ülkelerinin liderleri"},
            "New York",
            "held",
        ),
        (
            "Belçika Başbakanı Bart De Wever pazartesi günü sarayda Kral Philippe'e bilgi verecek.",
            {"Bart De Wever", "Kral Philippe"},
            None,
            "planned",
        ),
        (
            "Peru Devlet Başkanı Dina Boluarte dün eski başkanlar Alan Garcia ile Alejandro"
            " Toledo'yu Lima'da ağırladı.",
            {"Dina Boluarte", "Alan Garcia", "Alejandro Toledo"},
            "Lima",
            "held",
        ),
    ],
)
def test_where_and_who_of_what_the_dateline_tells(
    text: str, parties: set[str], place: str | None, status: str
) -> None:
    assert _told(text) == [(parties, place, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Berlin'de düzenlenen Libya Konferansı dün sonuç bildirgesiyle sona erdi.",
        "Peru ile Şili gergin. Sözcü, iki ülke arasındaki bütün komite toplantılarının"
        " dondurulmasını önerdi.",
        "Merkel'in bir danışmanı iki başkent arasında arabuluculuk temaslarını sürdürüyor.",
    ],
)
def test_what_is_no_meeting_of_those_named(text: str) -> None:
    assert _told(text) == []


def test_who_meets_several_apart_meets_each() -> None:
    all_meet_one = (
        "Çekya Başbakanı Andrej Babis, Slovakya Başbakanı Peter Pellegrini ve Macaristan"
        " Başbakanı Viktor Orban bugün Kudüs'te Binyamin Netanyahu ile ayrı ayrı görüşecek."
    )
    one = {"Binyamin Netanyahu"}
    guests = [one | {name} for name in ("Andrej Babis", "Peter Pellegrini", "Viktor Orban")]
    assert [parties for parties, _, _ in _told(all_meet_one)] == guests
    one_meets_all = (
        "Emmanuel Macron bugün Paris'te Peter Pellegrini ve Viktor Orban ile ayrı ayrı görüşecek."
    )
    guests = [{"Emmanuel Macron", name} for name in ("Peter Pellegrini", "Viktor Orban")]
    assert [parties for parties, _, _ in _told(one_meets_all)] == guests


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron ile Olaf Scholz'un cuma günü Prag'da, Avrupa Birliği zirvesi sırasında"
        " görüşmesi bekleniyor.",
        "Emmanuel Macron, cuma günü Prag'da NATO zirvesi esnasında Olaf Scholz ile görüşecek.",
    ],
)
def test_whose_summit_it_was_met_nobody(text: str) -> None:
    assert _told(text) == [({"Emmanuel Macron", "Olaf Scholz"}, "Prague", "planned")]


def test_a_summit_at_which_talks_follow_stays_a_meeting() -> None:
    text = "NATO zirvesi yarın Prag'da yapılacak, zirve sırasında ikili görüşmeler olacak."
    assert [(place, status) for _, place, status in _told(text)] == [("Prague", "planned")]


def test_the_pair_who_will_meet_are_the_people_told_last() -> None:
    text = (
        "Gana Cumhurbaşkanı Nana Addo sınırı kapattı. Mali Başbakanı Choguel Maiga kararı"
        " eleştirdi. İkili yarın Akra'da bir araya gelecek."
    )
    assert _told(text) == [({"Nana Addo", "Choguel Maiga"}, "Accra", "planned")]
