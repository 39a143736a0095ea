"""Whom Arabic means by a rank, an office, "the statement" or a verb alone, a sentence later."""

import pytest

from tests.reading import own_name, read, read_lines


def speakers(text: str) -> list[str | None]:
    return [own_name(s.speaker) for s in read_lines(text, "ar").statements]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("قال قائد القوات الكينية الجنرال جون كاماو إن الجسر فتح.", "وأكد الجنرال أن السد آمن."),
        ("قال المتحدث باسم الجيش العميد جون كاماو إن الجسر فتح.", "وأكد العميد أن السد آمن."),
        (
            "قالت المتحدثة باسم الخارجية الكينية آنا كاماو إن الجسر فتح.",
            "ورأت المسؤولة الكينية أن السد آمن.",
        ),
        (
            "قال المتحدث باسم الخارجية الكينية جون كاماو إن الجسر فتح.",
            "ورأى الدبلوماسي الكيني أن السد آمن.",
        ),
        (
            "قال نائب وزير الخارجية الكيني جون كاماو إن الجسر فتح.",
            "ورأى المسؤول الكيني أن السد آمن.",
        ),
    ],
)
def test_a_rank_or_an_office_alone_is_whoever_bore_it(first: str, again: str) -> None:
    name, same = speakers(f"{first}\n{again}")
    assert name == same is not None


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "قال العقيد جون كاماو إن الجسر فتح.\nولام العقيد كارل منسا.",
            "وقال العقيد إن السد آمن.",
        ),
        ("قال وزير الدفاع الكيني جون كاماو إن الجسر فتح.", "ورأى المسؤول الكيني أن السد آمن."),
    ],
)
def test_a_rank_of_two_and_an_official_beside_a_minister_stay_open(first: str, again: str) -> None:
    assert speakers(f"{first}\n{again}")[-1] not in ("جون كاماو", "كارل منسا")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت مصادر مطلعة إن الجسر فتح.\nوأضافت أن السد آمن.", "مصادر مطلعة"),
        ("قالت مصادر لرويترز إن الجسر فتح.\nوأوضحت أن السد آمن.", "مصادر"),
        (
            "أكد مجلس الأمن أهمية الجسر.\nوعبرت الهيئة الأممية عن قلقها.\nودعت للهدوء.",
            "UN Security Council",
        ),
        (
            "نفت وزارة الداخلية الكينية ذلك.\nوأكد البيان أن الجسر فتح، ووصف ما قيل بأنه «كذب».",
            "Kenyan Ministry of Interior",
        ),
    ],
)
def test_a_verb_agrees_with_the_word_used_of_who_spoke(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_verb_that_does_not_agree_means_nobody_named() -> None:
    assert speakers("قالت مصادر مطلعة إن الجسر فتح.\nوأضاف أن السد آمن.")[-1] is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال المتحدث باسم الأمين العام ستيفان دوجاريك إن الجسر فتح.", "ستيفان دوجاريك"),
        (
            "قال المتحدث باسم الأمين العام للأمم المتحدة ستيفان دوجاريك إن الجسر فتح.",
            "ستيفان دوجاريك",
        ),
        ("قال نائب وزير النقل “جون كاماو” إن الجسر فتح.", "جون كاماو"),
        ("وقال رئيس لجنة الحدود «جون كاماو»، إن الجسر فتح.", "جون كاماو"),
    ],
)
def test_a_name_behind_an_office_is_its_holders(text: str, person: str) -> None:
    (statement,) = read(text, "ar").statements
    assert own_name(statement.speaker) == person


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث باسم الأمين العام بان كي مون إن الجسر فتح.",
        "قال وزير النقل الكيني: «الجسر فتح» في نيروبي.",
    ],
)
def test_a_chiefs_name_and_quoted_words_are_no_holders(text: str) -> None:
    (statement,) = read(text, "ar").statements
    assert own_name(statement.speaker) not in ("بان كي مون", "الجسر فتح")


def test_the_statement_told_of_again_is_a_bodys_rather_than_a_later_persons() -> None:
    text = "قالت وزارة النقل الكينية إن الجسر فتح.\nورأى جون كاماو أن السد آمن."
    assert (
        speakers(f"{text}\nوأشار البيان إلى أن الطريق مغلق.")[-1] == "Kenyan Ministry of Transport"
    )


def test_the_statement_of_a_person_who_alone_spoke_is_his() -> None:
    text = "قال جون كاماو إن الجسر فتح.\nوأشار البيان إلى أن الطريق مغلق."
    assert speakers(text) == ["جون كاماو", "جون كاماو"]


def test_an_official_is_the_envoy_who_has_been_speaking() -> None:
    text = "قالت المتحدثة باسم الخارجية الكينية آنا كاماو إن الجسر فتح.\nوأضافت: «السد آمن»."
    assert speakers(f"{text}\nورأت المسؤولة الكينية أن الطريق مغلق.")[-1] == "آنا كاماو"


@pytest.mark.parametrize("how", ["جاء فيه أن الجسر مغلق.", "جاء فيه: «الجسر مغلق»."])
def test_what_stands_in_a_statement_is_whose_it_is(how: str) -> None:
    found = speakers(f"قالت غانا إن السد آمن.\nنشرت الخارجية الكينية بيانا {how}")
    assert found == ["Ghana", "Kenyan Ministry of Foreign Affairs"]
