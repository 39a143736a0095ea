"""Days that stand between an Arabic speaker and what is said, and causes that somebody names."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return the speaker, the act and the words of each statement."""
    return [
        (
            s.speaker.text if isinstance(s.speaker, Mention) else None,
            s.act,
            text[s.content.start : s.content.end],
        )
        for s in read(text, "ar").statements
    ]


@pytest.mark.parametrize(
    "day", ["في العاشر من يناير", "في الخامس من مايو", "في 12 مارس الماضي", "في 3 مايو/أيار"]
)
def test_a_day_with_its_preposition_stands_before_what_is_announced(day: str) -> None:
    text = f"أعلن وزير الدفاع الكيني جون كاماو {day} تجميد المساعدات."
    assert [t[1:] for t in told(text)] == [("announces", "تجميد المساعدات")]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن المتحدث الكيني في",
        "أعلن المتحدث الكيني في العاشر من يناير.",
        "اجتمعت اللجنة في العاشر من يناير بعد تجميد المساعدات.",
    ],
)
def test_a_day_alone_is_nothing_announced(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "source",
    [
        "حسب ما أكده حينها وزير الدفاع الكيني",
        "بحسب ما أعلنه لاحقا وزير الدفاع الكيني",
        "وفق ما ذكره اليوم وزير الدفاع الكيني",
        "وفقا لما صرح به أمس وزير الدفاع الكيني",
        "كما أعلنت الثلاثاء وزارة الدفاع الكينية",
    ],
)
def test_a_source_stands_behind_an_adverb(source: str) -> None:
    (statement,) = told(f"أغلقت الحدود أمام الشاحنات، {source}.")
    assert statement[2] == "أغلقت الحدود أمام الشاحنات"


@pytest.mark.parametrize(
    "text",
    ["قتل ثلاثة جنود، وفق ما ذكر اليوم.", "أغلقت الحدود، كما حدث أمس في بغداد."],
)
def test_an_adverb_alone_is_no_source(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("verb", "cause"),
    [
        ("وعزت", "أسباب أمنية"),
        ("وعزت", "تهديدات تلقتها"),
        ("ونسبت", "خلل تقني"),
        ("وأرجعت", "رفض السكان"),
    ],
)
def test_a_cause_is_named_for_what_was_told(verb: str, cause: str) -> None:
    text = f"أغلقت وزارة الداخلية الكينية المعبر، {verb} ذلك إلى {cause}."
    assert told(text) == [("وزارة الداخلية الكينية", "asserts", f"ذلك إلى {cause}")]


def test_a_paper_still_reports_from_somebody() -> None:
    text = "نسبت صحيفة الأهرام إلى مسؤول كيني أن الجولة تأجلت."
    assert [t[2] for t in told(text)] == ["الجولة تأجلت"]


@pytest.mark.parametrize(
    "text",
    [
        "ورغم تعهد الحكومة الكينية وقف القتال، استمرت المعارك.",
        "بعد تعهد الرئيس الكيني إجراء انتخابات، هدأت المدينة.",
    ],
)
def test_a_pledge_as_a_noun_is_no_verb(text: str) -> None:
    assert told(text) == []
