"""Two who are named together in Turkish: who speaks, who meets, and of whom it is only told."""

import pytest

from tests.reading import met, name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ana Ruiz ve Luis Mora'nın arabuluculuğunda yürütülen müzakerelerde, Gana tarafı"
            " Togo'ya çekilme çağrısı yaptı.",
            "Gana",
        ),
        (
            "Peru ile Şili arasında cuma günü yapılması planlanan görüşmelerin ertelenmesine"
            " karşın, Kofi Adu, yolun açık olduğunu ifade etti.",
            "Kofi Adu",
        ),
        (
            "Peru Bakanı Ana Ruiz ve Luis Mora'nın geleceği yönündeki haberlerle ilgili soruları"
            " yanıtlayan Kofi Adu, kimsenin gelmeyeceğini söyledi.",
            "Kofi Adu",
        ),
        (
            "İki lidere diyalog çağrısında bulunan ve Başbakan Ana Ruiz ile telefonda konuşan Gana"
            " Cumhurbaşkanı Kofi Adu da toplantıya katılacak.",
            "Kofi Adu",
        ),
        ("Ana Ruiz ve Luis Mora, yolun açık olduğunu söyledi.", "Ana Ruiz"),
        ("Ana Ruiz ile Luis Mora, yolun açık olduğunu söyledi.", "Ana Ruiz"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    found = read(text, "tr").statements
    assert str(name(found[0].speaker)).endswith(speaker) or str(name(found[0].speaker)).startswith(
        speaker
    )


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ana Ruiz ve Luis Mora, yarın da Kofi Adu ile görüşecek.", 1),
        ("Ana Ruiz ile Luis Mora, dün de Gana Başbakanı Kofi Adu ile görüştü.", 1),
        ("Lima'da Kofi Adu ile bir araya gelen Ana Ruiz ve Luis Mora, basına konuştu.", 1),
    ],
)
def test_both_meet_the_third(text: str, others: int) -> None:
    (who,) = met(text, "tr")
    assert len(who) == 2 + others


def test_two_days_are_two_meetings() -> None:
    text = "Kofi Adu dün Ana Ruiz ile, bugün de Luis Mora ile görüştü."
    assert [len(who) for who in met(text, "tr")] == [2, 2]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Birleşmiş Milletler (BM) Genel Kurulu için New York'a giden Ana Ruiz, Luis Mora ile"
            " bir araya geldi.",
            {"Ana Ruiz", "Luis Mora"},
        ),
        (
            "Gana Cumhurbaşkanlığı Basın Ofisi'nden yapılan açıklamada, Ana Ruiz, Luis Mora ile"
            " telefonda son durumu görüştü.",
            {"Ana Ruiz", "Luis Mora"},
        ),
        (
            "Ana Ruiz ve Luis Mora, Lima'da yaptıkları görüşmede, Gana-Togo ilişkilerini ele aldı.",
            {"Ana Ruiz", "Luis Mora"},
        ),
    ],
)
def test_no_event_or_office_is_met(text: str, who: set[str]) -> None:
    assert met(text, "tr") == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, Luis Mora ile aynı forumda konuştu.",
        "BM Genel Sekreter Sözcüsü Ana Ruiz, New York'taki BM Genel Merkezi'nde düzenlediği basın"
        " toplantısında konuştu.",
        "Ana Ruiz, görüşmeye ev sahipliği yapması beklenen Luis Mora'ya mektup yazdı.",
    ],
)
def test_a_speech_is_no_meeting(text: str) -> None:
    assert not read(text, "tr").meetings


@pytest.mark.parametrize(
    "text",
    [
        "Adu, Peru ile Şili arasındaki müzakerelerin bir sonraki turunun Lima'da"
        " gerçekleştirilebileceğini söyledi.",
        "Adu, Ana Ruiz ile Luis Mora arasında Lima'da bir zirve olasılığına değindi.",
    ],
)
def test_what_may_be_held_is_only_proposed(text: str) -> None:
    (found,) = read(text, "tr").meetings
    assert found.status == "proposed"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Kofi Adu, yarın Lima'da kimsenin olmayacağını söyledi.", None),
        (
            "Cuma günü yapılması planlanan görüşmelerin ertelenmesine karşın, Kofi Adu, yolun açık"
            " olduğunu ifade etti.",
            None,
        ),
        ("Dün düzenlenen toplantıda konuşan Kofi Adu, yolun açık olduğunu söyledi.", "Dün"),
    ],
)
def test_a_day_to_come_dates_no_words(text: str, when: str | None) -> None:
    (found,) = read(text, "tr").statements
    assert (found.time.words.text if found.time is not None else None) == when


def test_a_meeting_before_the_one_told_is_another() -> None:
    text = "Ana Ruiz, Luis Mora ile görüştü. İki lider en son 28 Ocak'ta bir araya gelmişti."
    assert len(read(text, "tr").meetings) == 2


def test_visitors_together_go_to_each_capital() -> None:
    text = (
        "Gana Başbakanı Ana Ruiz ve Togo Başbakanı Luis Mora, Peru'ya resmi ziyaret"
        " gerçekleştirerek Kofi Adu ile görüşecek."
    )
    assert {m.status for m in read(text, "tr").meetings} == {"planned"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Kofi Adu, Ana Ruiz ile Luis Mora'nın yarın Lima'da yapacakları görüşmeye değindi.",
            {"Ana Ruiz", "Luis Mora"},
        ),
        (
            "Kofi Adu, Ana Ruiz ve Luis Mora yarın Lima'da bir araya gelecek.",
            {"Kofi Adu", "Ana Ruiz", "Luis Mora"},
        ),
    ],
)
def test_who_tells_of_two_is_not_one_of_them(text: str, who: set[str]) -> None:
    assert met(text, "tr") == [who]
