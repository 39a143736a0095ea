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
