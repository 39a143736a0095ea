"""Meetings in Turkish sentences: who, where, how it stands with them."""

import pytest

from kg.model.mention import Mention
from tests.reading import read, read_lines


def parties(text: str) -> list[set[str]]:
    return [
        {p.text for p in m.participants if isinstance(p, Mention)}
        for m in read(text, "tr").meetings
        if m.participants
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru Başbakanı, Şili Başbakanı ile Lima'da görüştü.",
        "Peru Başbakanı ile Şili Başbakanı Lima'da bir araya geldi.",
        "Peru Başbakanı, Lima'da Şili Başbakanı'nı kabul etti.",
        "Şili Başbakanı, Lima'da Peru Başbakanı tarafından kabul edildi.",
        "Peru Başbakanı ile Şili Başbakanı arasındaki görüşme Lima'da yapıldı.",
        "Peru Başbakanı'nın Şili Başbakanı ile Lima'da görüşmesi bekleniyor.",
        "Peru Başbakanı, Şili Başbakanı ile Lima'da telefon görüşmesi yaptı.",
        "Lima'da Şili Başbakanı ile görüşen Peru Başbakanı ülkesine döndü.",
    ],
)
def test_those_who_met_are_found_by_their_cases(text: str) -> None:
    assert parties(text) == [{"Peru Başbakanı", "Şili Başbakanı"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru ile Şili Lima'da görüştü.", "held"),
        ("Peru ile Şili yarın Lima'da görüşecek.", "planned"),
        ("Peru ile Şili'nin Lima'da bir araya gelmesi planlanıyor.", "planned"),
        ("Peru ile Şili arasındaki görüşmeler sürüyor.", "ongoing"),
        ("Peru ile Şili arasındaki görüşme iptal edildi.", "cancelled"),
        ("Peru ile Şili arasındaki zirve ertelendi.", "postponed"),
    ],
)
def test_the_verbs_form_tells_how_it_stands(text: str, status: str) -> None:
    (found,) = read(text, "tr").meetings
    assert found.status == status


def test_a_meeting_that_is_not_planned_is_denied() -> None:
    text = "Kremlin, Rusya ile Polonya arasında bir görüşme planlanmadığını açıkladı."
    (found,) = read(text, "tr").meetings
    assert found.commitment == "denies"


def test_a_counterpart_named_behind_takes_the_state_of_the_adjective() -> None:
    text = "Gana Dışişleri Bakanı, Togolu mevkidaşı Robert Dussey ile Akra'da görüştü."
    (found,) = read(text, "tr").meetings
    assert [p.side for p in found.participants if isinstance(p, Mention)] == ["ghana", "togo"]


def test_a_host_mediates_and_the_locative_is_the_place() -> None:
    text = "Ruanda ve Burundi, Katar'ın arabuluculuğunda Doha'da bir araya geldi."
    (found,) = read(text, "tr").meetings
    assert [m.name for m in found.mediators if isinstance(m, Mention)] == ["Qatar"]
    assert found.place is not None
    assert found.place.name == "Doha"


def test_a_press_conference_is_no_meeting() -> None:
    assert parties("Peru Başbakanı dün Lima'da basın toplantısı düzenledi.") == []


def test_the_two_leaders_are_those_who_met_before() -> None:
    text = (
        "Peru Devlet Başkanı Ana Ruiz ile Şili Devlet Başkanı Luis Soto dün Lima'da görüştü.\n"
        "İki lider gelecek hafta Santiago'da yeniden bir araya gelecek."
    )
    first, second = read_lines(text, "tr").meetings
    names = [{p.person for p in m.participants if isinstance(p, Mention)} for m in (first, second)]
    assert names == [{"Ana Ruiz", "Luis Soto"}] * 2
    assert second.status == "planned"


def test_a_visit_to_two_capitals_is_two_visits() -> None:
    text = "Peru Başbakanı'nın yarın Quito'yu ve Lizbon'u ziyaret etmesi bekleniyor."
    assert [m.place.name for m in read(text, "tr").meetings if m.place] == ["Quito", "Lisbon"]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Peru Başbakanı'nın dün Lima'da ağırladığı Şili Başbakanı yeni hattı övdü.", True),
        ("Peru Başbakanı yarın Şili Başbakanı'nı telefonla aramak istiyor.", True),
        ("Peru Başbakanı, Şili Başbakanı'nı Lima'da ağırlamayı planlıyor.", True),
        ("Peru Başbakanı, Şili Başbakanı ile çalışma yemeğinde görüştü.", True),
        ("Peru Başbakanı, Şili Başbakanı ile görüşmek üzere yola çıktı.", False),
    ],
)
def test_a_guest_may_stand_behind_the_verb_or_be_wished_for(text: str, met: bool) -> None:
    assert parties(text) == ([{"Peru Başbakanı", "Şili Başbakanı"}] if met else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norveç Dışişleri Bakanı yarın Tahran'a gidecek.",
            [{"Norveç Dışişleri Bakanı", "Tahran"}],
        ),
        ("Mülteciler Tahran'a gitti.", []),
        ("Norveç'in mektubu Tahran'a geldi.", []),
    ],
)
def test_only_those_who_travel_visit_a_capital(text: str, told: list[set[str]]) -> None:
    assert parties(text) == told


def test_a_diplomat_called_in_meets_the_ministry() -> None:
    text = "ABD Büyükelçisi dün Danimarka Dışişlerine çağrıldı."
    assert parties(text) == [{"ABD Büyükelçisi", "Danimarka Dışişlerine"}]


def test_an_ambassador_called_home_meets_nobody() -> None:
    assert parties("Danimarka, ABD'deki büyükelçisini geri çağırdı.") == []


def test_a_place_in_front_of_the_counterpart_is_where_they_met() -> None:
    text = "Gana Dışişleri Bakanı dün Akra'da mevkidaşı Kossi Amegan ile görüştü."
    (found,) = read(text, "tr").meetings
    assert found.place is not None
    assert found.place.text.startswith("Akra")


def test_a_body_that_meets_at_the_wish_of_others_meets_alone() -> None:
    text = "BM Güvenlik Konseyi, Peru ve Şili'nin talebi üzerine yarın kapalı oturumda toplanacak."
    assert parties(text) == [{"BM Güvenlik Konseyi"}]


def test_what_is_told_behind_a_meeting_does_not_cancel_it() -> None:
    text = "Peru ile Şili'nin Lima'daki görüşmesinin ardından ortak açıklama yapılmadı."
    (found,) = read(text, "tr").meetings
    assert found.status == "held"


def test_several_of_one_kind_meet_among_themselves() -> None:
    text = (
        "ECOWAS genelkurmay başkanlarının yarın Akra'da yapacağı toplantı ileri bir tarihe alındı."
    )
    (found,) = read(text, "tr").meetings
    assert [p.text for p in found.participants if isinstance(p, Mention)] == [
        "ECOWAS genelkurmay başkanlarının"
    ]
    assert found.status == "postponed"


@pytest.mark.parametrize(
    ("text", "met", "between", "status"),
    [
        ("Gana, Peru ile Şili'ye üçlü bir görüşme önerdi.", {"Gana", "Peru", "Şili"}, set(),
         "proposed"),
        ("Gana, Peru ile Şili'ye bir görüşme önerdi.", {"Peru", "Şili"}, {"Gana"}, "proposed"),
        ("Gana, Peru'ya bir görüşme teklif etti.", {"Gana", "Peru"}, set(), "proposed"),
    ],
)  # fmt: skip
def test_a_meeting_is_offered_to_others_or_between_them(
    text: str, met: set[str], between: set[str], status: str
) -> None:
    (found,) = read(text, "tr").meetings
    names = [{p.text for p in m if isinstance(p, Mention)} for m in (
        found.participants, found.mediators)]  # fmt: skip
    assert [{n.split("'")[0] for n in s} for s in names] == [met, between]
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Gana, iki tarafı Bamako'ya davet etti.", "proposed", "Bamako"),
        ("Gana iki tarafı Akra'da buluşturdu.", "held", "Akra"),
        ("İki ordunun subayları dün Akra'da buluştu.", "held", "Akra"),
        ("Akra'da pazar günü yapılacak toplantı Gana'nın isteğiyle ertelendi.", "postponed",
         "Akra"),
    ],
)  # fmt: skip
def test_the_two_sides_are_those_named_before(text: str, status: str, place: str) -> None:
    drafts = read_lines(f"Peru ile Şili arasında gerginlik sürüyor.\n{text}", "tr")
    (found,) = (m for m in drafts.meetings if m.sentence == 1)
    assert [p.text for p in found.participants if isinstance(p, Mention)] == ["Peru", "Şili"]
    assert found.status == status
    assert found.place is not None
    assert found.place.text == place


def test_what_may_be_called_off_is_still_planned() -> None:
    text = "Peru'nun Şili ile yarın yapacağı görüşmeyi iptal edebileceği açıklandı."
    (found,) = read(text, "tr").meetings
    assert found.status == "planned"


def test_two_met_one_behind_the_other_meet_the_same_person() -> None:
    text = (
        "Peru Başbakanı'nın dün Şili Başbakanı ile, ondan önce de Gana Başbakanı'yla"
        " görüştüğü bildirildi."
    )
    assert [{n.split("'")[0] for n in met} for met in parties(text)] == [
        {"Peru Başbakanı", "Şili Başbakanı"},
        {"Peru Başbakanı", "Gana Başbakanı"},
    ]


def test_a_host_in_person_takes_part_and_mediates() -> None:
    text = (
        "Gana Cumhurbaşkanı'nın ev sahipliğinde Peru Başbakanı ile Şili Başbakanı Akra'da görüştü."
    )
    (found,) = read(text, "tr").meetings
    assert len(found.participants) == 3
    assert [p.text.split("'")[0] for p in found.mediators if isinstance(p, Mention)] == [
        "Gana Cumhurbaşkanı"
    ]


def test_who_comes_to_a_place_meets_there() -> None:
    text = "Dün Akra'ya gelen Peru Başbakanı, Gana Başbakanı ile görüştü."
    (found,) = read(text, "tr").meetings
    assert found.place is not None
    assert found.place.text == "Akra"
    assert found.time is not None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Peru Başbakanı, Meclis heyetinin Şili'ye yapacağı ziyaretin ertelendiğini söyledi.",
         "Meclis heyetinin"),
        ("Kızılhaç'tan bir teknik heyet yarın Şili'ye gidecek.",
         "Kızılhaç'tan bir teknik heyet"),
    ],
)  # fmt: skip
def test_a_group_without_a_name_visits(text: str, group: str) -> None:
    (found,) = read(text, "tr").meetings
    assert next(p.text for p in found.participants if isinstance(p, Mention)) == group


def test_a_round_that_will_be_held_is_of_those_who_met_before() -> None:
    drafts = read_lines(
        "Peru ile Şili dün Lima'da görüştü.\n"
        "Gana Başbakanı, ikinci turun gelecek hafta Akra'da yapılacağını açıkladı.",
        "tr",
    )
    (found,) = (m for m in drafts.meetings if m.sentence == 1)
    assert [p.text for p in found.participants if isinstance(p, Mention)] == ["Peru", "Şili"]
    assert found.status == "planned"


def test_ministers_of_the_two_countries_are_those_of_the_two_named_before() -> None:
    drafts = read_lines(
        "Peru ile Şili arasında gerginlik sürüyor.\n"
        "Gana Başbakanı, iki ülkenin dışişleri bakanlarıyla dün Akra'da görüştü.",
        "tr",
    )
    (found,) = (m for m in drafts.meetings if m.sentence == 1)
    sides = [p.side for p in found.participants if isinstance(p, Mention)]
    assert sides == ["ghana", "peru", "chile"]


def test_what_is_said_in_a_meeting_does_not_plan_it() -> None:
    drafts = read_lines(
        "Peru Başbakanı ile Şili Başbakanı dün görüştü.\n"
        "Görüşmede Peru Başbakanı, anlaşmaya bağlı olduklarını Şili Başbakanı'na iletti.",
        "tr",
    )
    assert {m.status for m in drafts.meetings} == {"held"}


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (
            "Finlandiya Cumhurbaşkanı Alexander Stubb, dün Riga'da Edgars Rinkevics'in karşısına"
            " oturdu.",
            "held",
            {"Alexander Stubb", "Edgars Rinkevics"},
        ),
        (
            "Üç saat süren görüşmede Gabriel Boric ve Yamandu Orsi gümrük vergisini ele aldı.",
            "held",
            {"Gabriel Boric", "Yamandu Orsi"},
        ),
        ("Tusk ile Fiala arasındaki telefon trafiği sürüyor.", "ongoing", {"Tusk", "Fiala"}),
        ("Önceki gün Boric-Peña zirvesi Asunción'da yapıldı.", "held", {"Boric", "Peña"}),
        (
            "Hun Manet'in Hanoi'de Pham Minh Chinh'le planlanan randevusu ileri bir tarihe alındı.",
            "postponed",
            {"Hun Manet", "Pham Minh Chinh"},
        ),
    ],
)
def test_meetings_by_who_sat_before_whom_and_by_their_course(
    text: str, status: str, parties: set[str]
) -> None:
    (meeting,) = read(text, "tr").meetings
    assert meeting.status == status
    named = {p.person or p.name for p in meeting.participants if isinstance(p, Mention)}
    assert named == parties


def test_a_call_on_a_visit_takes_place_where_the_visit_goes() -> None:
    text = (
        "Mia Mottley'nin mayıs ayında Nairobi'ye yapacağı ziyaret kapsamında William Ruto'yla"
        " görüşmesi planlanıyor."
    )
    meeting = read(text, "tr").meetings[-1]
    assert meeting.place is not None
    assert meeting.place.name == "Nairobi"
