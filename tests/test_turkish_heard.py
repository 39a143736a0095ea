"""Who hears it in Turkish: named in the words themselves, called before, an outlet."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def heard(text: str) -> list[str]:
    return [
        a.person or a.text.partition("'")[0]
        for one in read(text, "tr").statements
        for a in one.addressees
        if isinstance(a, Mention)
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru Başbakanı, adanın satılmayacağını, bunun Şili'ye iletildiğini söyledi.", ["Şili"]),
        ("Malta Başbakanı, limanın kapandığını Tunus'a bildirdiklerini kaydetti.", ["Tunus"]),
        (
            "Gana Dışişleri Bakanlığı dün Togo Büyükelçisi Kofi Mensah'ı çağırmış, sınırın"
            " kapanacağını iletmişti.",
            ["Kofi Mensah"],
        ),
        (
            "Gana Dışişleri Bakanlığı Togo Büyükelçisi Kofi Mensah'ı çağırarak, sınırın"
            " kapanacağını iletti.",
            ["Kofi Mensah"],
        ),
        ("Peru Başbakanı, Andina'ya verdiği mülakatta istifa etmeyeceğini söyledi.", ["Andina"]),
        ("Peru Başbakanı, devlet radyosuna istifa etmeyeceğini söyledi.", ["devlet radyosuna"]),
        ("Robert Abela, Kamel Maddouri'ye vergilerin kalkacağını söyledi.", ["Kamel Maddouri"]),
    ],
)
def test_whom_it_is_told_is_found(text: str, whom: list[str]) -> None:
    assert heard(text) == whom


def test_what_others_are_to_do_is_not_asked_of_whom_he_met() -> None:
    met = "Dün Lima'da Ana Soto ile bir araya gelen Kofi Mensah, "
    assert heard(f"{met}Ganalıların daha çok çalışmasını istedi.") == []
    assert heard(f"{met}köprünün açılmasını istedi.") == ["Ana Soto"]


def test_an_outlet_without_a_name_takes_no_name_of_the_content() -> None:
    (one,) = read("Resmi haber ajansı Mensah'ın hasta olduğunu yazdı.", "tr").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.text == "Resmi haber ajansı"


def test_calling_alone_says_nothing() -> None:
    text = "Gana Dışişleri Bakanlığı dün Togo Büyükelçisi Kofi Mensah'ı bakanlığa çağırdı."
    assert read(text, "tr").statements == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru Başbakanı, Şili'nin teklifini reddettiğini söyledi.", "Peru Başbakanı"),
        (
            "Peru Başbakanı uyardı ve Lima'nın Şili dahil başka yolları incelediğini bildirdi.",
            "Peru",
        ),
        (
            "G20 zirvesi sırasında, salı günü, Peru Başbakanı sınırın açılmasını istedi.",
            "Peru Başbakanı",
        ),
    ],
)
def test_who_stands_in_what_is_said_does_not_say_it(text: str, speaker: str) -> None:
    one = read(text, "tr").statements[-1]
    assert isinstance(one.speaker, Mention)
    assert one.speaker.text.startswith(speaker)
    assert not one.via


def test_striking_is_not_pointing_out() -> None:
    assert read("Başbakan'ın yemeğe çağrılmaması dikkat çekti.", "tr").statements == ()
