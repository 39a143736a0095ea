"""Personal names stay whole: particles, hyphens, titles in the middle, in four languages."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.segment import segment
from kg.vocabulary import Language

CASES: list[tuple[Language, str, str]] = [
    ("en", "President Ursula von der Leyen said sanctions would stay.", "Ursula von der Leyen"),
    ("en", "Prime Minister Anwaar-ul-Haq Kakar said no.", "Anwaar-ul-Haq Kakar"),
    ("en", "UN envoy Ismail Ould Cheikh Ahmed said the truce held.", "Ismail Ould Cheikh Ahmed"),
    ("en", "President Andres Manuel Lopez Obrador left.", "Andres Manuel Lopez Obrador"),
    ("ar", "قال المبعوث إسماعيل ولد الشيخ أحمد إن الهدنة صامدة.", "إسماعيل ولد الشيخ أحمد"),
    ("ar", "أعلن الوزير أحمد بن عبد الله آل محمود الاتفاق.", "أحمد بن عبد الله آل محمود"),
    ("he", "שר החוץ הלבנוני עבדאללה בו חביב אמר כי לא.", "עבדאללה בו חביב"),
    ("he", "נשיאת הנציבות אורסולה פון דר ליין אמרה כי כן.", "אורסולה פון דר ליין"),
    ("tr", "İran Dışişleri Bakanı Hüseyin Emir Abdullahiyan konuştu.", "Hüseyin Emir Abdullahiyan"),
    ("tr", "AB Komisyonu Başkanı Ursula von der Leyen konuştu.", "Ursula von der Leyen"),
    ("tr", "Pakistan Başbakanı Enver-ül-Hak Kakar kınadı.", "Enver-ül-Hak Kakar"),
]


@pytest.mark.parametrize(("language", "text", "name"), CASES, ids=[c[2] for c in CASES])
def test_a_name_is_read_whole(language: Language, text: str, name: str) -> None:
    found = [
        m.person for s in segment(text, language, title=None) for m in find_mentions(s, language)
    ]
    assert [person for person in found if person] == [name]
