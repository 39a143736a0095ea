"""The language of a text."""

import pytest

from kg.extract.language import detect_language
from kg.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قالت الوزارة إن الوفد غادر القاهرة إلى روما.", "ar"),
        ("وزارة Foreign Affairs في مصر ترحب بالوفد القادم", "ar"),
        ("משרד החוץ הודיע כי הצוות יגיע לרומא.", "he"),
        ("The ministry said that the delegation had left Cairo for Rome.", "en"),
        ("Bakanlık, heyetin Roma'ya gitmek için Kahire'den ayrıldığını açıkladı.", "tr"),
        ("ISPARTA'DA YENİ BİR KARAR", "tr"),
    ],
)
def test_each_language_is_told_by_its_letters_or_words(text: str, language: Language) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 – 14:00",
        "Roma",
        "Le ministère a annoncé que la délégation avait quitté Le Caire pour Rome.",
        "Das Ministerium teilte mit, dass die Delegation nach Rom abgereist ist.",
        "وزارت خارجه اعلام کرد که هیئت ایرانی به رم می‌رود و گفتگو می‌کند.",
        "МИД сообщил, что делегация выехала в Рим.",
    ],
)
def test_a_text_of_another_language_is_not_guessed(text: str) -> None:
    assert detect_language(text) is None
