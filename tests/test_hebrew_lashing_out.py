"""Hebrew "תקף": in a speech it is words, an army's is a strike; and whom regimes are accused."""

import pytest

from tests.hebrew_claims import claims, met


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("בדבריו תקף מקרון את ממשלת לבנון.", "מקרון"),
        ("בנאומו תקף נשיא גאנה את ממשלת טוגו.", "נשיא גאנה"),
    ],
)
def test_in_a_speech_it_is_words(text: str, speaker: str) -> None:
    (told,) = claims(text, "statement")
    assert (told["act"], told["speaker"]) == ("accuses", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "בעקבות נאומו של מקרון תקף הצבא את ביירות.",
        "לאחר נאומו תקף צבא קניה את צפון סומליה.",
        "הדוברת זעמה בעקבות כתבה שפקפקה בכשירותו.",
    ],
)
def test_elsewhere_it_is_a_strike_or_an_article(text: str) -> None:
    assert claims(text, "statement") == []


def test_a_regime_is_accused() -> None:
    (told,) = claims("עוד האשים מקרון את משטר לוקשנקו: ״הוא סוחר בבני אדם״.", "statement")
    assert (told["act"], told["addressees"]) == ("accuses", ["משטר לוקשנקו"])


def test_the_middle_east_may_be_shortened() -> None:
    text = "שגריר קניה נועד עם שליח האו״ם למזה״ת רוברט סרי."
    assert [who for who, *_ in met(text)] == [["שגריר קניה", "רוברט סרי"]]
