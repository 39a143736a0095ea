"""Bodies without a name speak where no comma parts them from their words."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Askeri cunta seçimlerin erteleneceğini duyurdu.", "Askeri cunta"),
        ("Ülkenin en büyük sendikası grevin süreceğini açıkladı.", "Ülkenin en büyük sendikası"),
        ("Seçim kurulu sonuçların pazar günü açıklanacağını bildirdi.", "Seçim kurulu"),
        ("Kurtarma ekipleri iki kişinin kurtarıldığını bildirdi.", "Kurtarma ekipleri"),
        ("Ana muhalefet partisi seçimlerin yenilenmesini istedi.", "Ana muhalefet partisi"),
        ("Gana ordusu köprünün yıkıldığını duyurdu.", "Gana ordusu"),
    ],
)
def test_the_body_in_front_speaks(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Parti kongresinin ertelendiğini söyledi.",
        "Hükümet kararının açıklanacağını söyledi.",
        "Ordu sözcüsünün görevden alındığını açıkladı.",
    ],
)
def test_a_body_that_owns_what_follows_does_not(text: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) is None
