"""Turkish groups that are only counted, and a deed of somebody else in front of the words."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Aralarında Gana kuruluşlarının da bulunduğu 27 yardım kuruluşu yayınladığı bildiride,"
            " yolun açılmasını istedi.",
            "27 yardım kuruluşu",
        ),
        ("Aralarında Gana'nın da bulunduğu 12 ülke, yolun açılmasını istedi.", "12 ülke"),
        (
            "Aralarında eski bakan Ana Ruiz'in de yer aldığı yedi kişi, yolun kapandığını söyledi.",
            "yedi kişi",
        ),
        ("14 üye ayrıca, yolun açılmasını talep etti.", "14 üye"),
        ("12 ülkenin lideri, yolun açık olduğunu söyledi.", "12 ülkenin lideri"),
        ("Dün Ana Ruiz, yolun açık olduğunu söyledi.", "Ana Ruiz"),
        ("14 Mayıs günü Ana Ruiz, yolun açık olduğunu söyledi.", "Ana Ruiz"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == speaker


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Peru, Şili öneriyi reddettikten sonra ateşkesi duyurdu.", ["announces"]),
        ("Peru, ordu Gana planını reddettikten sonra ateşkesi duyurdu.", ["announces"]),
        ("Peru, öneriyi reddettikten sonra ateşkesi duyurdu.", ["denies", "announces"]),
        ("Peru, Şili önerisini reddettikten sonra ateşkesi duyurdu.", ["denies", "announces"]),
    ],
)
def test_whose_deed_it_is(text: str, acts: list[str]) -> None:
    found = read(text, "tr").statements
    assert [s.act for s in found] == acts
    assert {str(name(s.speaker)) for s in found} <= {"Peru"}


def test_a_delegation_and_not_its_speaker_negotiates() -> None:
    text = (
        "Sözcü Kofi Adu, bakan Ana Ruiz başkanlığındaki heyetin, Togo ile müzakereleri yürütmek"
        " üzere Lima'ya hareket ettiğini duyurdu."
    )
    (found,) = read(text, "tr").meetings
    assert found.status == "planned"
    assert "Kofi Adu" not in {str(name(p)) for p in found.participants}
