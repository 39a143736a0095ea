"""Meetings as agencies tell them in Turkish: visits put off, groups, bodies, pairs."""

import pytest

from kg.model.mention import Mention
from tests.reading import read, read_lines


@pytest.mark.parametrize(
    ("text", "status", "place", "parties"),
    [
        (
            "Kolombiya Devlet Başkanı Luis Ortega, 23 Mayıs'ta Karakas'a yapacağı ziyareti"
            " erteledi.",
            "postponed",
            "Karakas",
            {"Luis Ortega", "Karakas"},
        ),
        (
            "Sudan ile Çad, görüşmelere hafta sonu Nairobi'de yeniden başladı.",
            "held",
            "Nairobi",
            {"Sudan", "Çad"},
        ),
        (
            "Malta Başbakanı Robert Abela, gümrük sorununu Tunus Başbakanı Kamel Maddouri ile ele"
            " aldı.",
            "held",
            None,
            {"Robert Abela", "Kamel Maddouri"},
        ),
        (
            "Gana Cumhurbaşkanı John Mahama, Akra'da Togo Dışişleri Bakanı Robert Dussey'i"
            " kabulünde sınırın açık kalacağını söyledi.",
            "held",
            "Akra",
            {"John Mahama", "Robert Dussey"},
        ),
        (
            "Kırgızistan Cumhurbaşkanı Sadır Caparov, Moğolistan Cumhurbaşkanı Ukhnaa Khurelsukh'u"
            " Bişkek'e davet etti.",
            "proposed",
            "Bişkek",
            {"Sadır Caparov", "Ukhnaa Khurelsukh"},
        ),
        (
            "Nepal Cumhurbaşkanı Ram Paudel ile Butan Başbakanı Tshering Tobgay başkanlığındaki"
            " heyet Katmandu'da görüştü.",
            "held",
            "Katmandu",
            {"Ram Paudel", "Tshering Tobgay"},
        ),
        (
            "Haiti Başbakanı Garry Conille dün muhalefetle aynı salonda oturdu.",
            "held",
            None,
            {"Garry Conille", "muhalefetle"},
        ),
    ],
)
def test_meetings_of_plain_news(
    text: str, status: str, place: str | None, parties: set[str]
) -> None:
    (meeting,) = read(text, "tr").meetings
    assert meeting.status == status
    assert (meeting.place.text.partition("'")[0] if meeting.place else None) == place
    named = {p.person or p.text for p in meeting.participants if isinstance(p, Mention)}
    assert {n.partition("'")[0] for n in named} == parties


@pytest.mark.parametrize(
    "text",
    [
        "Maslahatgüzar istişare için geri çağrıldı.",
        "Lima, Şilili vekillerin adayı ziyaret etmesine izin vermedi.",
        "Peru Başbakanı, Andina TV'ye verdiği mülakatta seçimi anlattı.",
    ],
)
def test_a_recall_a_refusal_and_an_interview_are_no_meetings(text: str) -> None:
    assert read(text, "tr").meetings == ()


@pytest.mark.parametrize(
    "who",
    ["İki ülkenin Ortak Su Komisyonu", "İki başkent", "Her iki ordu"],
)
def test_joint_bodies_and_pairs_stand_for_the_two_sides(who: str) -> None:
    text = f"Peru ile Şili yeniden gerildi.\n{who} dün Lima'da bir araya geldi."
    meeting = read_lines(text, "tr").meetings[-1]
    sides = {p.gazetteer_id for p in meeting.participants if isinstance(p, Mention)}
    assert sides == {"peru", "chile"}


def test_two_of_one_office_are_its_holders() -> None:
    text = (
        "Peru Başbakanı Ana Soto ile Şili Başbakanı Luis Vera anlaşamadı.\n"
        "İki başbakanın salı günü Lima'da görüşmesi bekleniyor."
    )
    meeting = read_lines(text, "tr").meetings[-1]
    named = {p.person for p in meeting.participants if isinstance(p, Mention)}
    assert named == {"Ana Soto", "Luis Vera"}


def test_what_never_took_place_lies_behind() -> None:
    text = "Peru ile Şili arasında salı günü yapılacak görüşme gerçekleşmedi."
    (meeting,) = read(text, "tr").meetings
    assert (meeting.status, meeting.time.tense if meeting.time else None) == ("cancelled", "past")


def test_the_ministers_of_two_states_are_two_officials() -> None:
    text = (
        "Peru Savunma Bakanı Ana Soto dün konuştu.\n"
        "Peru ile Şili'nin savunma bakanları arasında Lima'da yapılması planlanan görüşme"
        " ertelendi."
    )
    meeting = read_lines(text, "tr").meetings[-1]
    named = [p.person or p.name for p in meeting.participants if isinstance(p, Mention)]
    assert named == ["Ana Soto", "Chilean defence minister"]


def test_a_group_with_a_ship_of_a_state_is_not_sent_by_it() -> None:
    text = "Japonya'dan gelen yardım gemisiyle bir heyet, Hartum'a hareket etti."
    assert read(text, "tr").meetings == ()


@pytest.mark.parametrize("who", ["Tahran'daki rejim karşıtları", "Suriye'deki rejim muhalifleri"])
def test_opponents_of_the_rulers_are_not_the_rulers(who: str) -> None:
    found = read(f"{who} Paris'te Peru Dışişleri Bakanı Juan Lopez ile görüştü.", "tr").meetings
    names = {p.name for m in found for p in m.participants if isinstance(p, Mention)}
    assert "Juan Lopez" in names
    assert not {"İran", "Iran", "Tahran'daki rejim", "Suriye'deki rejim"} & names


def test_a_palace_of_a_president_is_where_they_met() -> None:
    text = "Kenya Cumhurbaşkanı, Tiran'daki cumhurbaşkanlığı sarayında Gana Başbakanı ile görüştü."
    (meeting,) = read(text, "tr").meetings
    assert meeting.place is not None
    assert meeting.place.gazetteer_id == "tirana"
