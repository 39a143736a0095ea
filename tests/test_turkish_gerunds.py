"""What Turkish verbal nouns tell: "X'in Y'yi … suçlamasının ardından"."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "act", "speaker", "whom"),
    [
        (
            "Kriz, Gana Devlet Başkanı'nın Togo'yu isyancıları desteklemekle suçlamasıyla başladı.",
            "accuses",
            "Gana Devlet Başkanı",
            "Togo",
        ),
        (
            "Sınır, Gana Devlet Başkanı'nın Togo'yu darbe planlamakla suçlamasının ardından"
            " kapatıldı.",
            "accuses",
            "Gana Devlet Başkanı",
            "Togo",
        ),
        (
            "Peru'nun Şili'den özür dilemesini istemesi üzerine kriz çıktı.",
            "demands",
            "Peru",
            "Şili",
        ),
    ],
)
def test_who_does_it_says_it(text: str, act: str, speaker: str, whom: str) -> None:
    (found,) = read(text, "tr").statements
    assert found.act == act
    assert [name(found.speaker), *map(name, found.addressees)] == [speaker, whom]


@pytest.mark.parametrize(
    "text",
    [
        "Belize Başbakanı'nın Guatemala'ya yönelik ağır suçlaması gerginliği artırdı.",
        "Bu suçlamasıyla Malta Başbakanı ülkeyi böldü.",
        "Malta'nın yardım istemesi bekleniyor.",
        "Umman'ın İran'ı darbe planlamakla itham etmesi beklenmiyor.",
    ],
)
def test_a_noun_that_names_nobody_tells_nothing(text: str) -> None:
    assert read(text, "tr").statements == ()
