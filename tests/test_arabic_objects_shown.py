"""People whose ending shows that they are asked or accused, and never speak, in Arabic."""

import pytest

from tests.reading import heard


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("واتهم مسؤولين لم يذكر أسماءهم بإساءة استخدام الأموال.", "مسؤولين"),
        ("واتهم دبلوماسيين هنودا بالتجسس.", "دبلوماسيين"),
        ("ودعا مسؤولين أوروبيين إلى التعاون.", "مسؤولين أوروبيين"),
        ("وطالب المسؤولين بالتحرك فورا.", "المسؤولين"),
        ("وحذر المسؤولين الإيرانيين من التصعيد.", "المسؤولين الإيرانيين"),
        ("ودعا حكومتي البلدين إلى الهدوء.", "حكومتي البلدين"),
    ],
)
def test_who_stands_in_the_accusative_does_not_speak(claim: str, told: str) -> None:
    ((_, listeners),) = heard(claim, "ar")
    assert listeners == {told}


@pytest.mark.parametrize(
    ("claim", "speaker"),
    [
        ("ودعا مسؤولون أوروبيون السفير إلى المغادرة.", "مسؤولون أوروبيون"),
        ("ودعا الرئيس الصيني إلى الهدوء.", "الرئيس الصيني"),
        ("واتهم حسين الشيخ إسرائيل بالتصعيد.", "حسين الشيخ"),
        ("ودعت حكومتا البلدين إلى الهدوء.", "حكومتا البلدين"),
    ],
)
def test_who_stands_in_the_nominative_speaks(claim: str, speaker: str) -> None:
    ((found, _),) = heard(claim, "ar")
    assert found == speaker
