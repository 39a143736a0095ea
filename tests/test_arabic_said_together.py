"""Arabic statements of several, of "the two sides", in a document, and told by a spokesman."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import read, read_lines


def said(text: str) -> list[tuple[str, str]]:
    """Return who says each statement, people by their own name, and the act."""
    return [
        (m.person or m.gazetteer_id or m.name, s.act)
        for s in read(text, "ar").statements
        for m in mentions_of([s.speaker])
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("ويذكر أن كينيا وغانا طالبتا الصومال بهدنة.", {"kenya", "ghana"}),
        ("كينيا وغانا تحذران من حرب عالمية.", {"kenya", "ghana"}),
        ("روسيا والصين وإيران تدعو إلى ضبط النفس.", {"russia", "china", "iran"}),
        ("عقدت كينيا وغانا قمة في أكرا. وأكد الجانبان أن الحدود مفتوحة.", {"kenya", "ghana"}),
    ],
)
def test_those_named_together_say_it_each(text: str, speakers: set[str]) -> None:
    assert speakers <= {who for who, _ in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "تلا الوزير ألفريد موتوا بيانا أعلن فيه الحداد خمسة أيام.",
        "عقد الوزير ألفريد موتوا مؤتمرا صحفيا أعلن فيه الحداد خمسة أيام.",
    ],
)
def test_whose_words_stand_in_it_has_said_them(text: str) -> None:
    assert said(text) == [("ألفريد موتوا", "announces")]


def test_a_spokesman_passes_on_what_a_person_demanded() -> None:
    text = "وذكر متحدث باسم الرئاسة أن الرئيس الكيني وليام روتو دعا إلى هدنة."
    assert ("وليام روتو", "demands") in said(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("لم تستبعد كينيا انضمامها إلى الحلف.", "asserts"),
        ("استبعدت كينيا انضمامها إلى الحلف.", "denies"),
    ],
)
def test_not_ruling_out_is_no_denial(text: str, act: str) -> None:
    assert said(text) == [("kenya", act)]


def test_on_his_part_is_no_part_of_a_name() -> None:
    (statement,) = read_lines("الوزير من جانبه أكد أن الشروط صعبة.", "ar").statements
    assert [m.text for m in mentions_of([statement.speaker])] == ["الوزير"]


def test_what_ones_country_refuses_is_told() -> None:
    text = "أبلغت كينيا السفير الأوغندي جون كيبا رفض بلاده القصف."
    assert said(text) == [("kenya", "denies")]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "أكد البيان الختامي لقمة الاتحاد الأفريقي ضرورة وقف القتال.",
            "african-union",
            "ضرورة وقف القتال",
        ),
        ("وجاء في البيان الصادر عن كينيا أن السفير سيغادر.", "kenya", "السفير سيغادر"),
    ],
)
def test_a_statement_is_of_whoever_gave_it_out(text: str, who: str, words: str) -> None:
    (statement,) = read_lines(text, "ar").statements
    assert [m.gazetteer_id for m in mentions_of([statement.speaker])] == [who]
    assert statement.content.start == text.index(words)
