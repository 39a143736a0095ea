"""Where something happened is not where it is talked over: "Mali'de yaşanan olaylar"."""

import pytest

from tests.reading import name, read

_PARTIES = "Kenya Dışişleri Bakanı Musalia Mudavadi, {} Gana Dışişleri Bakanı Samuel Ablakwa ile {}"


@pytest.mark.parametrize(
    ("middle", "verb"),
    [
        ("Togo'da yaşanan olayların ardından", "görüştü."),
        ("Lome'de meydana gelen saldırı nedeniyle", "telefonda görüştü."),
        ("Togo'da süren savaşa ilişkin", "bir araya geldi."),
        ("Orta Doğu'da artan gerilime dair", "telefonda görüştü."),
        ("Togo'da yeniden tırmanan çatışmalar üzerine", "görüştü."),
    ],
)
def test_nobody_met_where_it_happened(middle: str, verb: str) -> None:
    (found,) = read(_PARTIES.format(middle, verb), "tr").meetings
    assert found.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Togo'da artan gerilim üzerine Akra'da", "Akra"),
        ("Lome'de düzenlenen zirve kapsamında", "Lome"),
        ("Lome'de iki gün süren görüşmelerde", "Lome"),
    ],
)
def test_where_they_talk_is_where_they_met(text: str, place: str) -> None:
    found = read(_PARTIES.format(text, "bir araya geldi."), "tr").meetings
    assert place in {name(m.place) for m in found}


@pytest.mark.parametrize(
    "occasion",
    [
        "NATO Zirvesi kapsamında",
        "Antalya Diplomasi Forumu çerçevesinde",
        "BM Genel Kurulu marjında",
        "zirve marjında",
        "Afrika Birliği (AfB) Liderler Zirvesi vesilesiyle",
        "Münih Güvenlik Konferansı sırasında",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Kenya Cumhurbaşkanı Ruto, Togo Cumhurbaşkanı Gnassingbe ile {} görüştü.",
        "Kenya Cumhurbaşkanı Ruto ile Togo Cumhurbaşkanı Gnassingbe, {} bir araya geldi.",
    ],
)
def test_beside_an_event_nobody_else_takes_part(text: str, occasion: str) -> None:
    (found,) = read(text.format(occasion), "tr").meetings
    assert [name(p) for p in found.participants] == [
        "Kenya Cumhurbaşkanı Ruto",
        "Togo Cumhurbaşkanı Gnassingbe",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ruto, Gnassingbe ile Roma'daki NATO Zirvesi kapsamında görüştü.", "Roma"),
        ("Ruto, Togo ziyareti kapsamında Gnassingbe ile görüştü.", "Togo"),
    ],
)
def test_where_the_event_is_they_met(text: str, place: str) -> None:
    (found,) = read(text, "tr").meetings
    assert name(found.place) == place


@pytest.mark.parametrize("places", ["Togo ve Gana'da", "Togo, Mali ve Gana'da"])
def test_where_it_happened_are_no_parties(places: str) -> None:
    text = _PARTIES.format(f"{places} yaşanan gerilimin ardından", "görüştü.")
    (found,) = read(text, "tr").meetings
    assert [name(p) for p in found.participants] == [
        "Kenya Dışişleri Bakanı Musalia Mudavadi",
        "Gana Dışişleri Bakanı Samuel Ablakwa",
    ]


def test_the_day_of_what_they_talk_over_is_not_theirs() -> None:
    (found,) = read(
        "Ana Ruiz ve Luis Mora, 26 Temmuz'daki darbeyi bugün Lima'da görüştü.", "tr"
    ).meetings
    assert found.time is not None
    assert found.time.words.text == "bugün"


def test_a_meeting_has_its_own_day() -> None:
    (found,) = read(
        "Ana Ruiz ile Luis Mora arasında 26 Temmuz'daki üçüncü görüşme Lima'da yapıldı.", "tr"
    ).meetings
    assert found.time is not None
