"""Whose ministry it is, in a sentence that a capital opens."""

import pytest

from kg.model.mention import Mention
from kg.vocabulary import Language
from tests.reading import read_lines

BEFORE = {
    "en": "The Indian foreign ministry denied it.",
    "ar": "نفت وزارة الخارجية الهندية ذلك.",
    "tr": "Hindistan Dışişleri Bakanlığı bunu yalanladı.",
    "he": "משרד החוץ ההודי הכחיש זאת.",
}


def last_side(text: str, language: Language) -> str | None:
    speaker = read_lines(f"{BEFORE[language]}\n{text}", language).statements[-1].speaker
    return speaker.side if isinstance(speaker, Mention) else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Islamabad, the foreign ministry rejected the charge."),
        ("ar", "وفي إسلام آباد، رفضت وزارة الخارجية الاتهام."),
        ("tr", "İslamabad'da ise Dışişleri Bakanlığı suçlamayı reddetti."),
        ("he", "באיסלמאבאד דחה משרד החוץ את ההאשמה."),
    ],
)
def test_it_is_that_of_the_state_whose_capital_it_is(language: Language, text: str) -> None:
    assert last_side(text, language) == "pakistan"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Islamabad asked, and the foreign ministry rejected the charge."),
        ("tr", "İslamabad'ın sorusu üzerine Dışişleri Bakanlığı suçlamayı reddetti."),
        ("he", "איסלמאבאד שאלה, ומשרד החוץ דחה את ההאשמה."),
    ],
)
def test_a_capital_that_acts_opens_no_scene(language: Language, text: str) -> None:
    assert last_side(text, language) != "pakistan"


def test_what_a_ministry_tells_of_may_be_there_without_it() -> None:
    text = "In Islamabad, the foreign ministry said, the minister will meet his counterpart."
    assert last_side(text, "en") != "pakistan"


@pytest.mark.parametrize(
    "text",
    [
        "In Cairo, the health ministry of Gaza said 12 were killed.",
        "In Brussels, the foreign ministry said aid would come.",
    ],
)
def test_a_ministry_of_elsewhere_stays_there(text: str) -> None:
    assert last_side(text, "en") not in ("egypt", "european-union")


def test_a_ministry_of_another_state_stays_so() -> None:
    text = "In Islamabad, the Nepalese foreign ministry said the road was open."
    assert last_side(text, "en") == "nepal"
