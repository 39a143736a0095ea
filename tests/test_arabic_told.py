"""Whom Arabic reports say was told: behind styles and asides, by participles, of red lines."""

import pytest

from kg.model.draft import Party, mentions_of
from kg.model.mention import Mention
from tests.reading import read_lines

A = "الرئيس الغاني جون ماهاما"


def who(party: Party | None) -> str | None:
    return (party.person or party.name) if isinstance(party, Mention) else None


def said(text: str) -> list[tuple[str | None, str, set[str]]]:
    """Return who said it, by which act, to whom: people by name."""
    return [
        (who(s.speaker), s.act, {m.person or m.name for m in mentions_of(s.addressees)})
        for s in read_lines(text, "ar").statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"أعرب {A} عن أسفه للأحداث، مؤكدا لسمو ولي العهد أن المعبر سيفتح.",
            ("جون ماهاما", "asserts", {"ولي العهد"}),
        ),
        (
            f"قال {A} إن بلاده ستسهم في الصندوق، طالبا من فيجي نقل التمثال.",
            ("جون ماهاما", "demands", {"Fiji"}),
        ),
        (f"ورد {A} بعد أيام متهما فيجي بإيواء متمردين.", ("جون ماهاما", "accuses", {"Fiji"})),
        (
            "خفضت غانا عدد التأشيرات، متهمة فيجي برفض استعادة مهاجرين.",
            ("Ghana", "accuses", {"Fiji"}),
        ),
        (
            "وحذر هانس ويلدر، نائب وزير الخارجية، عبر قناة «المرفأ»، من أن الهدنة ستنهار.",
            ("هانس ويلدر", "warns", set()),
        ),
        (
            "ونقلت وكالة «المرفأ» التي تديرها الحكومة عن هانس ويلدر قوله إن المعبر سيفتح.",
            ("هانس ويلدر", "asserts", set()),
        ),
    ],
)
def test_who_says_what_to_whom(text: str, expected: tuple[str, str, set[str]]) -> None:
    assert expected in said(text)


def test_who_stands_accused_accuses_nobody() -> None:
    assert said("وقف الرجل متهما بالفساد.") == []


def test_a_counterpart_is_the_minister_the_article_has_named() -> None:
    text = (
        "وقال وزير الخارجية كوامي منساه إن المعبر سيفتح.\n"
        "وأكد وزير الخارجية الفيجي بيتر رابوكا لنظيره الغاني أن الاتفاق قائم."
    )
    assert said(text)[1] == ("بيتر رابوكا", "asserts", {"كوامي منساه"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"قال {A} إن أمن الحدود خط أحمر، وإن أكرا أبلغت الوفد الزائر ذلك.", "الوفد الزائر"),
        (f"قال {A} إن أمن الحدود خط أحمر، وأنه أبلغ الطرف الفيجي بذلك حول الطاولة.", "Fiji"),
        (
            f"قال {A} إن أمن الحدود خط أحمر، لافتا إلى أنه أوضح ذلك لنظيره الفيجي بيتر رابوكا.",
            "بيتر رابوكا",
        ),
        (f"قال {A} إن أمن الحدود خط أحمر.\nوأضاف أنه أبلغ فيجي بذلك.", "Fiji"),
        (f"قال {A} إن أمن الحدود خط أحمر سبق أن أبلغت به فيجي.", "Fiji"),
        (f"قال {A} إن أمن الحدود خط أحمر أبلغت به غانا فيجي.", "Fiji"),
    ],
)
def test_a_red_line_is_drawn_to_whoever_was_told_so(text: str, told: str) -> None:
    drafts = read_lines(text, "ar")
    (line,) = drafts.redlines
    under = next(s for s in drafts.statements if s.key == line.under)
    assert told in {m.person or m.name for m in mentions_of(under.addressees)}


def test_who_goes_on_still_speaks_to_the_outlet() -> None:
    text = (
        "قال الرئيس الغاني جون ماهاما لقناة «المرفأ» إن المعبر سيفتح.\nوأضاف أن القرار نهائي.\n"
        "وحذر من التصعيد."
    )
    assert [told for _, _, told in said(text)][:2] == [{"المرفأ"}, {"المرفأ"}]
