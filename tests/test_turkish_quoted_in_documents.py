"""A document is quoted and the verb is a passive: "X'ten yapılan açıklamada, “…” denildi"."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Gana Dışişleri Bakanlığından yapılan açıklamada, "Hazırız" ifadeleri kullanıldı.',
            "Gana Dışişleri Bakanlığından",
        ),
        (
            'Peru ordusundan yapılan açıklamada ise "Kaldık. Çekilmeyiz." ifadesi kullanılmıştı.',
            "Peru ordusundan",
        ),
        (
            'Nepal Cumhurbaşkanlığınca yayımlanan bildiride, "Hazırız" ifadesine yer verildi.',
            "Nepal Cumhurbaşkanlığınca",
        ),
        (
            'Şili Dışişleri Bakanlığınca, "Durumu izliyoruz." açıklaması yapıldı.',
            "Şili Dışişleri Bakanlığınca",
        ),
        (
            'Şili Dışişleri Bakanlığından, "Durumu izliyoruz." açıklaması yapıldı.',
            "Şili Dışişleri Bakanlığından",
        ),
    ],
)
def test_whose_document_it_is_speaks(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Şili Dışişleri Bakanlığından basın açıklaması yapıldı.",
        "Gana'da bu tür ifadeler yıllarca kullanıldı.",
        "Gana'dan Togo'ya saldırı yapıldı.",
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert not read(text, "tr").statements
