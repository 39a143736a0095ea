"""A red line that somebody denies, or says was never drawn, is none."""

import pytest

from kg.vocabulary import Language
from tests.reading import read

DENIED: list[tuple[Language, str]] = [
    ("en", "A Turkish official said that Israel had not drawn any red line at the talks."),
    ("en", "The Kenyan ministry denied that it had set a red line in the strait."),
    ("en", "Kenya said it had no red lines in the talks."),
    ("ar", "قال مسؤول تركي إن إسرائيل لم ترسم أي خط أحمر في المحادثات."),
    ("ar", "نفت الوزارة المصرية أنها وضعت خطا أحمر في المضيق."),
    ("tr", "Bir Türk yetkili, İsrail'in masada herhangi bir kırmızı çizgi çizmediğini söyledi."),
    ("he", "גורם טורקי אמר כי ישראל לא הציבה שום קו אדום בשיחות."),
    ("he", "משרד ההגנה הטורקי הכחיש שהציב קו אדום במצר."),
]


@pytest.mark.parametrize(("language", "text"), DENIED, ids=[f"{la}-{t[:20]}" for la, t in DENIED])
def test_nothing_is_declared(language: Language, text: str) -> None:
    drafts = read(text, language)
    assert drafts.statements
    assert not drafts.redlines


def test_what_is_rejected_as_a_red_line_is_one() -> None:
    text = "The Egyptian government rejected the plan and said displacement was a red line."
    assert len(read(text, "en").redlines) == 1
