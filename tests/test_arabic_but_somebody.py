"""Who speaks behind "but" in an Arabic sentence, with words set off behind the name."""

import pytest

from tests.reading import name, read


@pytest.mark.parametrize("verb", ["أكد أن", "أقر بأن", "قال إن"])
@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("وزير الدفاع، جون كاماو،", "جون كاماو"),
        ("مسؤولا في الرئاسة، طلب عدم كشف هويته،", "مسؤولا في الرئاسة"),
        ("مصدرا في المعارضة، فضل عدم كشف اسمه،", "مصدرا في المعارضة"),
        ("نائبا معارضا، طلب عدم نشر اسمه،", "نائبا معارضا"),
        ("مسؤولا في الرئاسة", "مسؤولا في الرئاسة"),
    ],
)
def test_whoever_stands_behind_but_speaks(who: str, speaker: str, verb: str) -> None:
    text = f"قال الرئيس الكيني إن الوضع هادئ، لكن {who} {verb} القرار اتخذ."
    statements = read(text, "ar").statements
    first, second = (name(s.speaker) or "" for s in statements)
    assert first == "الرئيس الكيني"
    assert second.endswith(speaker)


@pytest.mark.parametrize(
    "by", ["من قبل الرئيس الغاني", "من طرف الرئيس الغاني", "من جانب الرئيس الغاني"]
)
@pytest.mark.parametrize("event", ["عقب استقباله", "بعد اعتقاله", "إثر تكريمه"])
def test_who_did_it_to_the_speaker_does_not_speak(event: str, by: str) -> None:
    text = f"قال وزير الدفاع الكيني {event} {by} إن التعاون قديم."
    (statement,) = read(text, "ar").statements
    assert name(statement.speaker) == "وزير الدفاع الكيني"


def test_who_a_passive_names_still_speaks() -> None:
    text = "أبلغت نيروبي من قبل الرئيس الغاني بأن الجسر سيغلق."
    (statement,) = read(text, "ar").statements
    assert name(statement.speaker) == "الرئيس الغاني"
