"""Turkish invitations and hosts: taken, turned down, left open, and what is no meeting at all."""

import pytest

from kg.model.mention import Mention
from tests.reading import read

_WHO = "Tonga Başbakanı Tomasi Vaipulu, Peru Devlet Başkanı Ana Soto"


@pytest.mark.parametrize(
    ("text", "commitment", "status"),
    [
        ("'nun Lima davetini kabul etti.", "anticipates", "planned"),
        ("'nun Lima davetini kabul etmedi.", "denies", "proposed"),
        ("'nun Lima davetini kabul etmeyecek.", "denies", "proposed"),
        ("'nun Lima davetini reddetti.", "denies", "proposed"),
        ("'nun Lima davetini geri çevirdi.", "denies", "proposed"),
        ("'nun Lima davetine olumlu yanıt vermedi.", "denies", "proposed"),
        ("'nun Lima davetine hayır dedi.", "denies", "proposed"),
        ("'nun Lima davetini henüz kabul etmedi.", "anticipates", "proposed"),
        ("'nun Lima davetini kabul edip etmeyeceğini açıklamadı.", "anticipates", "proposed"),
        ("'nun Lima davetini geri çevirmedi.", "anticipates", "proposed"),
    ],
)
def test_an_invitation_turned_down_is_no_plan(text: str, commitment: str, status: str) -> None:
    (meeting,) = read(f"{_WHO}{text}", "tr").meetings
    assert (meeting.commitment, meeting.status) == (commitment, status)
    named = {p.person for p in meeting.participants if isinstance(p, Mention)}
    assert named == {"Tomasi Vaipulu", "Ana Soto"}


@pytest.mark.parametrize(
    "text",
    [
        "Luka Petrov, Real Oviedo'nun davetini kabul etti.",
        "Luka Petrov, Real Madrid'in davetini kabul etti.",
        "Luka Petrov, Lima'nın davetini kabul etti.",
        "Luka Petrov, Galatasaray'ın davetini kabul etti.",
    ],
)
def test_an_invitation_to_play_is_no_meeting(text: str) -> None:
    assert read(text, "tr").meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tomasi Vaipulu, Ana Soto'yu ülkesine saygı göstermeye davet etti.",
        "Tomasi Vaipulu, Ana Soto'yu evine dönmeye davet etti.",
    ],
)
def test_who_is_called_on_to_do_something_is_not_invited(text: str) -> None:
    assert read(text, "tr").meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Gana, Peru ile Şili arasındaki görüşmelere ev sahipliği yapmayacak.",
        "Tomasi Vaipulu, Ana Soto ile görüşmek üzere yarın Lima'ya gitmeyecek.",
        "Tomasi Vaipulu, Peru Devlet Başkanı Ana Soto'ya davet mektubunu sunmadı.",
        "Tomasi Vaipulu'ya teslim edilen davet mektubunu polis yaktı.",
    ],
)
def test_what_is_not_done_is_no_plan(text: str) -> None:
    assert read(text, "tr").meetings == ()


@pytest.mark.parametrize("verb", ["yapmadı", "gerçekleştirmedi", "yürütmedi", "bile yapmadı"])
def test_talks_not_held_are_denied(verb: str) -> None:
    (meeting,) = read(f"Tomasi Vaipulu, Ana Soto ile müzakere {verb}.", "tr").meetings
    assert meeting.commitment == "denies"


@pytest.mark.parametrize(
    ("told", "commitment"),
    [
        ("görüşmek istemediğini söyledi", "denies"),
        ("görüşmek istiyordu ama vazgeçti", "denies"),
        ("görüşme talebini geri çekti", "denies"),
        ("görüşme yapmayı düşünmüyor", "denies"),
        ("görüşme yapmış değil", "denies"),
        ("görüşme yapmadan döndü", "denies"),
        ("görüşmek istediğini söyledi", "anticipates"),
        ("görüşme yaparsa arayacak", "anticipates"),
    ],
)
def test_a_wish_not_had_or_given_up_is_denied(told: str, commitment: str) -> None:
    (meeting,) = read(f"Gana Devlet Başkanı Kofi Mensah, Ana Soto ile {told}.", "tr").meetings
    assert meeting.commitment == commitment


@pytest.mark.parametrize(
    "words",
    [
        "Babam Kofi Mensah ile görüştüm demişti",
        "Kimse bana Kofi Mensah ile görüştüm diyemez",
        "Dün rüyamda Kofi Mensah ile görüştüm",
    ],
)
def test_what_others_say_or_somebody_dreams_was_no_meeting(words: str) -> None:
    text = f'Gana Devlet Başkanı Ana Soto, "{words}" dedi.'
    assert all(m.status != "held" for m in read(text, "tr").meetings)


@pytest.mark.parametrize("words", ["dışında", "çiğnenmiş", "belli", "ne"])
def test_what_is_said_of_a_red_line_is_not_its_matter(words: str) -> None:
    text = f"Gana Dışişleri Bakanı Ana Soto, kırmızı çizgilerinin {words} olduğunu söyledi."
    assert read(text, "tr").redlines == ()


def test_a_body_called_together_keeps_its_whole_name() -> None:
    (meeting,) = read("Peru Başbakanı Ana Soto kriz masasını topladı.", "tr").meetings
    assert {p.name for p in meeting.participants if isinstance(p, Mention)} == {
        "Ana Soto",
        "kriz masası",
    }


def test_a_meal_before_a_match_is_no_meeting() -> None:
    text = "Gana ile Togo arasında maç öncesi yemek iptal edildi."
    assert read(text, "tr").meetings == ()


def test_a_circle_of_friends_is_no_place() -> None:
    text = "Peru Başbakanı Ana Soto, Petrov çevresinde tanınan Kofi Mensah ile görüştü."
    assert all(m.place is None for m in read(text, "tr").meetings)
