"""Arabic words that pass through several hands: who speaks, and who only passes it on."""

import pytest

from kg.model.draft import DraftStatement, mentions_of
from tests.reading import own_name, read, read_lines, words


def chain(statement: DraftStatement) -> tuple[str | None, list[str]]:
    return own_name(statement.speaker), [m.name for m in mentions_of(statement.via)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وجاء في بيان للرئاسة المالية نقلته وكالة رويترز أن الجسر فتح.",
            ("Malian Presidency", ["Reuters"]),
        ),
        (
            "وقال وزير النقل الكيني جون كاماو في مقابلة بثتها قناة الجزيرة إن الجسر فتح.",
            ("جون كاماو", ["Al Jazeera"]),
        ),
        (
            "قال وزير النقل جون كاماو، في بيان أصدره السبت ونشرته وكالة رويترز: «فتح الجسر».",
            ("جون كاماو", ["Reuters"]),
        ),
        (
            "قال وزير النقل الكيني جون كاماو، نقلا عن وكالة رويترز، إن الجسر فتح.",
            ("جون كاماو", ["Reuters"]),
        ),
        (
            "قال وزير النقل الكيني جون كاماو وفقا لوكالة رويترز: «فتح الجسر».",
            ("جون كاماو", ["Reuters"]),
        ),
        (
            "وجاء في البيان الرسمي الصادر من غانا، نقلا عن وكالة رويترز: «فتح الجسر».",
            ("Ghana", ["Reuters"]),
        ),
        ("أفادت رويترز بأنه قال جون كاماو إن الجسر فتح.", ("جون كاماو", ["Reuters"])),
        ("قالت لوموند نقلا عن مصادرها إن الجسر فتح.", ("مصادرها", ["Le Monde"])),
        ("قالت لوموند نقلا عن 3 مصادر إن الجسر فتح.", ("مصادر", ["Le Monde"])),
        ("وقالت الوكالة نقلا عن مصادر كينية قولها إن الجسر فتح.", ("مصادر كينية", ["الوكالة"])),
    ],
)
def test_an_outlet_passes_on_what_another_says(text: str, expected: tuple[str, list[str]]) -> None:
    assert [chain(s) for s in read(text, "ar").statements] == [expected]


@pytest.mark.parametrize("how", ["، نقلا عن وكالة رويترز،", " الذي نقلته وكالة رويترز", ""])
def test_a_statement_told_of_again_is_its_issuers(how: str) -> None:
    text = f"قالت الرئاسة المالية إن الحدود مغلقة.\nوجاء في البيان{how} أن الجسر فتح."
    _, second = read_lines(text, "ar").statements
    assert chain(second) == ("Malian Presidency", ["Reuters"] if how else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت رويترز، نقلا عن وسائل إعلام كينية، إن الجسر فتح.", ("Kenyan media", ["Reuters"])),
        ("قالت أوغندا إنها فتحت الجسر.", ("Uganda", [])),
    ],
)
def test_an_outlet_speaks_where_another_quotes_it(
    text: str, expected: tuple[str, list[str]]
) -> None:
    assert [chain(s) for s in read(text, "ar").statements] == [expected]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أكدت 3 مصادر أن الجسر فتح.", "الجسر فتح"),
        ("أكدت مصادر عدة أن الجسر فتح.", "الجسر فتح"),
        ("أعلنت الحكومة 3 قرارات جديدة.", "3 قرارات جديدة"),
    ],
)
def test_a_number_in_front_of_people_counts_who_speaks(text: str, content: str) -> None:
    (statement,) = read(text, "ar").statements
    assert words(text, statement.content) == content


@pytest.mark.parametrize("title", ["د.", "الدكتور", "العميد د.", "اللواء"])
def test_a_short_title_with_its_dot_leads_to_a_name(title: str) -> None:
    (statement,) = read(f"قال وزير النقل الكيني {title} جون كاماو إن الجسر فتح.", "ar").statements
    assert own_name(statement.speaker) == "جون كاماو"


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("نقلت رويترز عن مسؤول كيني تحذيره من أي تأخير.", "warns", "مسؤول كيني"),
        ("نقلت رويترز عن الوزير جون كاماو تأكيده على فتح الجسر.", "asserts", "جون كاماو"),
        ("نقلت رويترز عن جون كاماو نفيه أي خلاف.", "denies", "جون كاماو"),
        ("نقلت رويترز عن مسؤول كيني تحذيره من أن الجسر مغلق.", "warns", "مسؤول كيني"),
        ("نُقل عن جون كاماو تحذيره من الحرب.", "warns", "جون كاماو"),
    ],
)
def test_an_outlet_passes_on_a_warning_or_a_denial(text: str, act: str, speaker: str) -> None:
    (statement,) = read(text, "ar").statements
    assert (statement.act, own_name(statement.speaker)) == (act, speaker)


def test_a_refusal_that_an_outlet_brings_is_not_from_anybody() -> None:
    assert not read("نقلت الطائرة عن المطار حمولتها.", "ar").statements


@pytest.mark.parametrize(
    ("text", "content", "via"),
    [
        ("أكدت مصادر قصر الرئاسة لصحيفة النهار أن الجسر فتح.", "الجسر فتح", ["An-Nahar"]),
        ("أكدت مصادر لرويترز أن الجسر فتح.", "الجسر فتح", ["Reuters"]),
        ("أعلنت مصادر رفض الحوار لأسباب أمنية.", "رفض الحوار لأسباب أمنية", []),
        ("أعلنت مصادر طبية مقتل ثلاثة.", "مقتل ثلاثة", []),
    ],
)
def test_whose_source_it_is_stands_in_front_of_that(
    text: str, content: str, via: list[str]
) -> None:
    statement = read(text, "ar").statements[0]
    assert words(text, statement.content) == content
    assert [m.name for m in mentions_of(statement.via)] == via


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت رويترز إنه بحسب مصادر كينية، فإن الجسر مغلق.", ("مصادر كينية", ["Reuters"])),
        ("قال جون كاماو إنه بحسب الاتفاق، فإن الجسر مغلق.", ("جون كاماو", [])),
    ],
)
def test_according_to_somebody_behind_that(text: str, expected: tuple[str, list[str]]) -> None:
    assert [chain(s) for s in read(text, "ar").statements] == [expected]


def test_words_said_between_commas_are_no_aside() -> None:
    text = "قالت لوموند نقلا عن مصادر، إن الرسالة حملت تحذيرات، تؤكد رفض كينيا للحوار."
    assert [chain(s) for s in read(text, "ar").statements] == [("مصادر", ["Le Monde"])]
