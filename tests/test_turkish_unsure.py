"""What Turkish news tells of matters, accords and letters is no meeting of them."""

import pytest

from kg.model.draft import DraftMeeting
from kg.model.mention import Mention
from tests.reading import read


def _met(text: str) -> list[set[str]]:
    return [_names(m) for m in read(text, "tr").meetings]


def _names(meeting: DraftMeeting) -> set[str]:
    return {p.name for p in meeting.participants if isinstance(p, Mention)}


@pytest.mark.parametrize(
    "behind",
    [
        "bölgesel gelişmelerle ilgili görüştü.",
        "yeni projelerle ilgili telefonda görüştü.",
        "göçmenlerle ilgili görüştü.",
        "Lome'de göçmenlerle ilgili görüştü.",
        "Çin'le ilgili görüştü.",
        "ortak projelerle görüştü.",
    ],
)
def test_matters_talked_about_take_no_part(behind: str) -> None:
    text = f"Gana Cumhurbaşkanı John Mahama, Togo Devlet Başkanı Faure Gnassingbe ile {behind}"
    assert _met(text) == [{"John Mahama", "Faure Gnassingbe"}]


def test_two_who_talk_of_what_is_between_them_are_two() -> None:
    text = (
        "Gana Cumhurbaşkanı John Mahama pazartesi günü Lome'de Togo Devlet Başkanı Faure"
        " Gnassingbe ile bir araya geldi. İki lider ikili ilişkileri tüm yönleriyle görüştü."
    )
    assert all(one == {"John Mahama", "Faure Gnassingbe"} for one in _met(text))


@pytest.mark.parametrize(
    ("whom", "crowd"),
    [
        ("madencilerle bir araya geldi", "madenciler"),
        ("din adamlarıyla görüştü", "din adamları"),
        ("grev yapan öğretmenlerle buluştu", "grev yapan öğretmenler"),
    ],
)
def test_people_of_any_trade_are_met(whom: str, crowd: str) -> None:
    text = f"Gana Cumhurbaşkanı John Mahama pazartesi günü Akra'da {whom}."
    assert _met(text) == [{"John Mahama", crowd}]


@pytest.mark.parametrize(
    "text",
    [
        "Mali ile Nijer, Kidal'da ateşkes için anlaştı.",
        "Mali ile Nijer salı günü Darfur'da ateşkes konusunda anlaştı.",
        "Mali ile Nijer, Sudan'da anlaştı.",
        "Mali ile Nijer, Kidal'da seçim yapılması konusunda anlaştı.",
        "Mali ile Nijer, Kidal'da ateşkes anlaşması imzaladı.",
    ],
)
def test_what_is_agreed_on_for_a_place_tells_of_no_meeting_there(text: str) -> None:
    assert _met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mali ile Nijer salı günü Lome'de anlaştı.",
        "Mali ile Nijer, geçen hafta Lome'de bir mutabakat muhtırası imzaladı.",
    ],
)
def test_who_agreed_in_a_town_met_there(text: str) -> None:
    assert _met(text) == [{"Mali", "Niger"}]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Gana Dışişleri Bakanı Samuel Ablakwa dün bir mektupla NATO'yu bilgilendirdi.", []),
        ("Gana Dışişleri Bakanı Samuel Ablakwa dün NATO'yu bilgilendirdi.", []),
        ("Gana Dışişleri Bakanı Samuel Ablakwa dün Güvenlik Konseyi'ni notayla bilgilendirdi.", []),
        (
            "Gana Dışişleri Bakanı Samuel Ablakwa dün Brüksel'de NATO'yu bilgilendirdi.",
            [{"Samuel Ablakwa", "NATO"}],
        ),
        (
            "Gana Dışişleri Bakanı Samuel Ablakwa yarın Güvenlik Konseyi'ni bilgilendirecek.",
            [{"Samuel Ablakwa", "UN Security Council"}],
        ),
    ],
)
def test_a_body_is_briefed_where_it_sits_not_by_letter(text: str, met: list[set[str]]) -> None:
    assert _met(text) == met
