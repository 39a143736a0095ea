"""What stands behind a colon in Turkish, where no verb of speech stands in front of it."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Malta Başbakanı iddialara yanıt verdi: Sınırda asker yok.", "Malta Başbakanı"),
        ("Malta Başbakanı söylentilere açıklık getirdi: Sınırda asker yok.", "Malta Başbakanı"),
        ('Malta Başbakanı masaya yumruğunu vurdu: "Buraya kadar geldik."', "Malta Başbakanı"),
        ("Çad'dan Sudan'a: Sınırımızı geçmeyin", "Çad"),
    ],
)
def test_whoever_stands_in_front_says_it(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Malta üç limanı kapattı: Valletta, Sliema ve Marsa.",
        "Ordu ateşle karşılık verdi: İki ölü.",
        "Oslo'dan Bergen'e: 460 kilometre",
        "Takım maçı kazandı: 3-1.",
    ],
)
def test_a_list_or_a_number_is_said_by_nobody(text: str) -> None:
    assert read(text, "tr").statements == ()


def test_the_outlet_spoken_to_does_not_answer() -> None:
    text = (
        "Alman Der Spiegel dergisine konuşan Peru Savunma Bakanı Juan Lopez, Fransız Le Monde"
        " gazetesine yanıt verdi: Biz hazırız."
    )
    assert read(text, "tr").statements == ()
