"""Meetings that name no town, placed where the report was filed or where their host sits."""

import pytest

from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.resolve.references import resolve_references
from kg.vocabulary import Language

A, B = "الرئيس الغاني جون ماهاما", "الرئيس الكيني وليام روتو"


def places(text: str, language: Language = "ar") -> list[str | None]:
    drafts = RuleExtractor().extract(text, segment(text, language, title=None), language)
    meetings = resolve_references(drafts).meetings
    return [m.place.name if m.place is not None else None for m in meetings]


@pytest.mark.parametrize(
    "text",
    [
        f"أكرا 3 مايو (المرفأ) - استقبل {A} أمس {B}.",
        f"أكرا (المرفأ) - استقبل {A}، في قصر الرئاسة، {B}.",
        f"أكرا - اجتمع {A} مع {B} الأحد.",
        f"أكرا (المرفأ) - أعلنت غانا فتح المعبر.\nواستقبل {A} في وقت لاحق {B}.",
        f"أكرا (المرفأ) - أعلنت غانا فتح المعبر.\nواجتمع {A} مع {B} في القصر الرئاسي.",
        f"لندن - أعلنت غانا فتح المعبر.\nوفي أكرا، استقبل {A} الأحد {B}.",
    ],
)
def test_a_host_receives_at_home(text: str) -> None:
    assert places(text) == ["Accra"]


@pytest.mark.parametrize(
    "text",
    [
        f"أكرا (المرفأ) - أعلنت غانا فتح المعبر.\nوكان {B} قد استقبل {A} العام الماضي.",
        f"أكرا (المرفأ) - أجرى {A} اتصالا هاتفيا مع {B} الأحد.",
        f"أكرا (المرفأ) - أعلنت غانا فتح المعبر بعد لقاء {A} مع {B}.",
    ],
)
def test_nobody_else_meets_where_the_report_was_filed(text: str) -> None:
    assert places(text) == [None]


def test_what_happens_on_the_sidelines_is_where_the_summit_was() -> None:
    text = (
        f"اجتمع {A} مع {B} في نيروبي الأحد.\n"
        f"وعلى هامش الاجتماع، التقى {A} الرئيس الرواندي بول كاغامي."
    )
    assert places(text) == ["Nairobi", "Nairobi"]


@pytest.mark.parametrize(
    "line",
    [
        "أكرا (باب البحر) - قالت غانا إن المعبر سيفتح غدا.",
        "أكرا 20-4-2024 - قالت غانا إن المعبر سيفتح غدا.",
        "أكرا: «الميناء»\nقالت غانا إن المعبر سيفتح غدا.",
    ],
)
def test_a_place_with_an_unknown_outlet_opens_the_report(line: str) -> None:
    assert [s.kind for s in segment(line, "ar", title=None)] == ["dateline", "body"]


@pytest.mark.parametrize(
    ("beside", "place"),
    [
        ("هامش اجتماعات الأمم المتحدة", None),
        ("هامش الجمعية العامة", None),
        ("هامش القمة", None),
        ("هامش المحادثات", "Nairobi"),
    ],
)
def test_an_occasion_of_its_own_is_not_where_others_met_before(
    beside: str, place: str | None
) -> None:
    text = (
        f"اجتمع {A} مع {B} في نيروبي الأحد.\nوعلى {beside}، التقى {A} الرئيس الرواندي بول كاغامي."
    )
    assert places(text) == ["Nairobi", place]


def test_a_summit_told_with_a_meeting_is_where_others_met_beside_it() -> None:
    text = (
        f"اجتمع {A} مع {B} في نيروبي الأحد.\nوتحدث في القمة قادة آخرون.\n"
        f"وعلى هامش القمة، التقى {A} الرئيس الرواندي بول كاغامي."
    )
    assert places(text)[-1] == "Nairobi"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "AKRA - Gana Devlet Başkanı John Mahama pazar günü Kenya Devlet Başkanı William"
            " Ruto'yu kabul etti.",
            "Accra",
        ),
        (
            "AKRA - Gana sınır kapısını açtı. Başbakan Kofi Mensah pazar günü balıkçıların"
            " temsilcilerini makamında kabul etti.",
            "Accra",
        ),
        (
            "NAIROBI - Gana sınır kapısını açtı. Başbakan Kofi Mensah pazar günü balıkçıların"
            " temsilcilerini makamında kabul etti.",
            None,
        ),
        (
            "AKRA - Gana sınır kapısını açtı. Kenya Devlet Başkanı William Ruto geçen yıl Togo"
            " Dışişleri Bakanı Robert Dussey'i kabul etmişti.",
            None,
        ),
    ],
)
def test_a_turkish_host_receives_where_the_report_was_filed(text: str, place: str | None) -> None:
    assert places(text, "tr") == [place]
