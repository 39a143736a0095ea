"""Meetings in Turkish: where, with whom without a name, by whose words, and what is none of it."""

import pytest

from tests.turkish_claims import claims

Told = list[tuple[set[str], str | None, str, str]]


def _told(text: str) -> Told:
    return [
        (set(c["participants"]), c["place"], c["status"], c["as"]) for c in claims(text, "meeting")
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Letonya'nın Daugavpils kentinde", "Daugavpils"),
        ("Vayku köyünde", "Vayku"),
        ("Dadaab mülteci kampında", "Dadaab"),
        ("Salzburg yakınlarında", "Salzburg"),
        ("Polonya'nın liman kenti Gdansk'ta", "Gdansk"),
    ],
)
def test_the_noun_behind_a_name_tells_where_they_met(words: str, place: str) -> None:
    told = _told(f"Umman Sultanı, dün {words} Letonya Cumhurbaşkanı ile görüştü.")
    assert [(len(p), found) for p, found, _, _ in told] == [(2, place)]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("aşiret liderleri ile görüştü", "aşiret liderleri"),
        ("gözaltındakilerin ailelerini kabul etti", "gözaltındakilerin aileleri"),
        ("sivil toplum temsilcilerinden görüşme talep etti", "sivil toplum temsilcileri"),
        ("Şilili yetkilileri ağırladı", "Chilean officials"),
        ("Japon milletvekillerini ağırladı", "Japanese members of parliament"),
        ("Genç Subaylar Hareketi heyetini kabul etti", "Genç Subaylar Hareketi"),
        ("Kenya Savunma Bakanı Grace Wairimu ve beraberindeki heyeti kabul etti", "Grace Wairimu"),
        ("kabinesini olağanüstü topladı", "kabinesi"),
    ],
)
def test_whom_he_met_is_read_in_every_case(words: str, party: str) -> None:
    ((parties, _, _, _),) = _told(f"Umman Sultanı, dün {words}.")
    assert parties == {"Umman Sultanı", party}


@pytest.mark.parametrize(
    "words",
    [
        "ile toplantı yaptığını duyurdu",
        "ile bir görüşme gerçekleştireceğini duyurdu",
        "ile uzun bir görüşme yapması bekleniyor",
        "ile temaslar yürüterek barajı ele aldı",
    ],
)
def test_every_form_of_holding_a_meeting_is_read(words: str) -> None:
    subject = "Umman Sultanı'nın" if words.endswith("bekleniyor") else "Umman Sultanı,"
    ((parties, place, _, _),) = _told(f"{subject} yarın Oslo'da Letonya Cumhurbaşkanı {words}.")
    assert (parties, place) == ({"Umman Sultanı", "Letonya Cumhurbaşkanı"}, "Oslo")


def test_a_speaker_tells_in_a_quotation_whom_he_will_see() -> None:
    told = _told("Umman Sultanı, “Yarın Oslo'da Letonya Cumhurbaşkanı ile görüşeceğim” dedi.")
    parties = {"Umman Sultanı", "Letonya Cumhurbaşkanı"}
    assert told == [(parties, "Oslo", "planned", "anticipates")]


def test_what_he_says_did_not_take_place_is_denied() -> None:
    ((_, _, _, stance),) = _told("Umman Sultanı, Letonya Cumhurbaşkanı ile görüşmediğini söyledi.")
    assert stance == "denies"


def test_the_next_sentence_tells_where_it_was_held() -> None:
    told = _told("Umman Sultanı, Letonya Cumhurbaşkanı ile görüştü. Görüşme Oslo'da yapıldı.")
    assert [place for _, place, _, _ in told] == ["Oslo"]


def test_there_is_where_he_arrived() -> None:
    told = _told("Umman Sultanı dün Oslo'ya geldi. Burada Letonya Cumhurbaşkanı ile görüştü.")
    assert ({"Umman Sultanı", "Letonya Cumhurbaşkanı"}, "Oslo", "held", "asserts") in told


@pytest.mark.parametrize(
    "text",
    [
        "Nijer parlamentosu, dün bütçe tasarısını görüştü.",
        "Ermenistan ile Azerbaycan arasındaki temas hattında dün çatışma çıktı.",
        "Umman Sultanı, dün Letonya Cumhurbaşkanı'nın ardından gazetecilere konuştu.",
    ],
)
def test_debates_lines_and_words_to_the_press_are_no_meetings(text: str) -> None:
    assert _told(text) == []
