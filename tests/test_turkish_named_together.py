"""Who stands around a Turkish noun of meeting, and who is only spoken of there."""

import pytest

from tests.reading import met, name, read


@pytest.mark.parametrize(
    "text",
    [
        "Peru Başbakanı Ana Ruiz ile Şili Başbakanı Luis Mora zirvesi dün Lima'da yapıldı.",
        "Kaynaklar, Peru Başbakanı Ana Ruiz ve Şili Başbakanı Luis Mora görüşmesinin Lima'da"
        " gerçekleştiğini aktardı.",
        "Bakanlık, Ana Ruiz ve Luis Mora görüşmesinin iptal edildiğini bildirdi.",
    ],
)
def test_who_is_named_right_in_front_meets(text: str) -> None:
    (who,) = met(text, "tr")
    assert {n.split()[-1] for n in who} == {"Ruiz", "Mora"}


def test_only_who_tells_of_their_meeting_speaks() -> None:
    text = "Kaynaklar, Ana Ruiz ve Luis Mora görüşmesinin Lima'da gerçekleştiğini aktardı."
    assert [name(s.speaker) for s in read(text, "tr").statements] == ["Kaynaklar"]


@pytest.mark.parametrize(
    "text",
    [
        "Görüşmede, Gana ile Togo arasındaki son gelişmeler ele alındı.",
        "Toplantıda Gana ve Togo arasında varılan mutabakat konuşuldu.",
        "Ana Ruiz ve Luis Mora anlaşması imzalandı.",
    ],
)
def test_what_is_between_two_is_no_meeting(text: str) -> None:
    assert not read(text, "tr").meetings


def test_talks_between_two_are() -> None:
    assert met("Gana ile Togo arasında süren müzakereler dün Lome'de devam etti.", "tr") == [
        {"Ghana", "Togo"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Adu'nun Somali Özel Temsilcisi Ana Ruiz, Luis Mora ile Lima'da görüştü.",
        "Genel Sekreter Kofi Adu'nun Sudan Şahsi Temsilcisi Ana Ruiz'in Luis Mora ile görüşeceği"
        " bildirildi.",
    ],
)
def test_an_envoy_meets_not_who_sent_them(text: str) -> None:
    (who,) = met(text, "tr")
    assert {n.split()[-1].split("'")[0] for n in who} == {"Ruiz", "Mora"}
