"""Who speaks in Turkish without a verb of speech, by feelings or as a pair; and when."""

import pytest

from kg.model.mention import Mention
from tests.reading import read
from tests.turkish_claims import claims


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("UNICEF'ten Yemen için kolera uyarısı.", "UNICEF", "warns"),
        ("Nepal'in iddiası, Hindistan'ın sınırı kapattığı yönünde.", "Nepal", "asserts"),
        (
            '"Sınırı kapatmayacağız" sözleri Malta Başbakanı Robert Abela\'ya ait.',
            "Malta Başbakanı Robert Abela",
            "asserts",
        ),
    ],
)
def test_sentences_without_a_verb_tell_who_says_it(text: str, speaker: str, act: str) -> None:
    (one,) = read(text, "tr").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.text == speaker
    assert one.act == act


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Gana Maliye Bakanı milletvekillerine, borcun ödeneceğini söyledi.", "milletvekilleri"),
        ("Senegal Cumhurbaşkanı halka, fiyatların düşeceği sözünü verdi.", "halk"),
        ("Boğazın kapanacağını İranlı bir komutan denizcilerine duyurdu.", "denizcileri"),
    ],
)
def test_people_told_by_their_sort_hear_it(text: str, heard: str) -> None:
    (one,) = read(text, "tr").statements
    assert [a.name for a in one.addressees if isinstance(a, Mention)] == [heard]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bildt, Lukaşenko'nun korkusunu böylece ortaya koyduğunu savundu.", "Bildt"),
        ("Bildt, Lukaşenko'nun seçimin adil olmadığını ortaya koyduğunu savundu.", "Lukaşenko"),
    ],
)
def test_who_shows_a_feeling_has_said_nothing(text: str, speaker: str) -> None:
    (one,) = read(text, "tr").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Denis Kuleba, 1994'teki Budapeşte Muhtırası'nı hatırlattı.", None),
        ("Denis Kuleba dün 2014'teki ilhakı kınadı.", "dün"),
        ("Cevad Zarif, 2015'te imzalanan anlaşmayı savundu.", None),
        ("Alberto Fernandez, 2022'de seçim olacağını söyledi.", None),
        ("Stefan Löfven bu yaz yapılacak seçimi kazanacağını söyledi.", None),
        ("Stefan Löfven yarın istifa edeceğini açıkladı.", None),
        ("Stefan Löfven dün istifa edeceğini açıkladı.", "dün"),
        ("Stefan Löfven geçen ay istifa edeceğini açıkladı.", "geçen ay"),
        ("Stefan Löfven dün düzenlenen basın toplantısında istifa edeceğini söyledi.", "dün"),
        (
            "Mateusz Morawiecki, bugün Kudüs'te yapılması planlanan zirveye katılmayacağını dün"
            " Varşova'da açıkladı.",
            "dün",
        ),
    ],
)
def test_the_day_of_a_deed_is_not_when_somebody_spoke(text: str, when: str | None) -> None:
    (one,) = read(text, "tr").statements
    assert (one.time.words.text if one.time and one.time.words else None) == when


def test_who_is_said_to_lie_says_nothing() -> None:
    text = (
        "Hamas sözcüsü suçlamaları reddetti ve Binyamin Netanyahu'nun yalan söylediğini belirtti."
    )
    speakers = {
        s.speaker.text for s in read(text, "tr").statements if isinstance(s.speaker, Mention)
    }
    assert speakers == {"Hamas sözcüsü"}


def test_the_two_of_three_who_met_are_not_told() -> None:
    text = (
        "ABD Başkanı Joe Biden dün Kanada Başbakanı Justin Trudeau ve Meksika Devlet Başkanı"
        " Andres Manuel Lopez Obrador ile görüştü. İki lider{} sınırın açılacağını söyledi."
    )
    for mark in ("", ","):
        assert _speakers(text.format(mark)) == {"İki lider"}


def test_two_leaders_without_a_comma_speak_both() -> None:
    text = "Gana Cumhurbaşkanı Nana Addo, Mali Başbakanı Choguel Maiga ile görüştü."
    both = {"Nana Addo", "Choguel Maiga"}
    assert _speakers(f"{text} İki lider sınırın açılacağını duyurdu.") == both
    assert not _speakers(f"{text} İki lider arasındaki telefonu BM duyurdu.") & both


@pytest.mark.parametrize(
    ("before", "speakers"),
    [
        ("Gana Cumhurbaşkanı Nana Addo, Mali Başbakanı Choguel Maiga ile görüştü.", "people"),
        ("Gana Cumhurbaşkanı Nana Addo geldi. Mali Başbakanı Choguel Maiga karşıladı.", "people"),
        ("Gana Mali'yi suçladı. Mali Gana'yı eleştirdi.", "states"),
    ],
)
def test_the_pair_are_the_two_people_told_last(before: str, speakers: str) -> None:
    people = {"Nana Addo", "Choguel Maiga"}
    told = people if speakers == "people" else {"Ghana", "Mali"}
    assert _speakers(f"{before} İkili, sınırın açılacağını duyurdu.") & (people | told) == told


def _speakers(text: str) -> set[str]:
    return {
        c["speaker"] for c in claims(text, "statement") if c["rule"].startswith("statement/pair")
    }
