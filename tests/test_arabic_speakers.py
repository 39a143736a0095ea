"""What Arabic news does around a verb of speech: denials of what was said, anonymity, duties."""

import pytest

from kg.model.draft import DraftStatement
from kg.model.mention import Mention
from tests.reading import read


def statements(text: str) -> list[DraftStatement]:
    return list(read(text, "ar").statements)


def speakers(text: str) -> list[str | None]:
    return [s.speaker.text if isinstance(s.speaker, Mention) else None for s in statements(text)]


def test_which_somebody_denied_is_a_denial_of_the_words_before() -> None:
    first, second = statements("قالت كينيا إن قواتها انسحبت، وهو ما نفته أوغندا.")
    assert (first.act, second.act) == ("asserts", "denies")
    assert isinstance(second.speaker, Mention)
    assert second.speaker.gazetteer_id == "uganda"
    assert first.content == second.content


@pytest.mark.parametrize(
    "clause", ["، طلب حجب اسمه،", "، فضل عدم الكشف عن هويته،", " رفض ذكر اسمه", " لم تسمه"]
)
def test_who_asks_not_to_be_named_still_speaks(clause: str) -> None:
    assert speakers(f"قال مسؤول كيني{clause} إن الحدود مغلقة.") == ["مسؤول كيني"]


def test_what_somebody_must_do_is_demanded_of_them() -> None:
    (statement,) = statements("قال الوزير الكيني إن على أوغندا أن تعتذر.")
    assert statement.act == "demands"
    assert [a.gazetteer_id for a in statement.addressees if isinstance(a, Mention)] == ["uganda"]


def test_on_the_contrary_is_no_duty() -> None:
    (statement,) = statements("قال الوزير الكيني إن على العكس من ذلك تحسن الوضع.")
    assert statement.act == "asserts"


def test_each_of_those_who_speak_together_speaks() -> None:
    assert speakers("نددت كل من كينيا وأوغندا بالهجوم.") == ["كينيا", "أوغندا"]


def test_a_document_speaks_for_whoever_issued_it() -> None:
    assert speakers("أفاد بيان صادر عن وزارة الخارجية الكينية بأن السفير عاد.") == [
        "وزارة الخارجية الكينية"
    ]


def test_a_quotation_may_stand_before_its_verb() -> None:
    (statement,) = statements("«لن نغادر الإقليم قبل الشتاء»، يقول وزير الدفاع الكيني.")
    assert isinstance(statement.speaker, Mention)
    assert statement.quote is not None


def test_whoever_called_goes_on_to_urge_others() -> None:
    first, second = speakers("أعلنت كينيا انسحابها، وحثت الأطراف الدولية على دعم الحوار.")
    assert first == second == "كينيا"


@pytest.mark.parametrize(
    "asked",
    [
        "وحث جوزيف كابيلا على العودة إلى المفاوضات",
        "ودعا وسائل الإعلام إلى تحري الدقة",
        "ودعا حليفيه إلى تسوية الخلاف",
        "ودعا رئيس الوزراء الأوغندي إلى سحب القوات",
    ],
)
def test_whoever_said_so_goes_on_to_ask_somebody(asked: str) -> None:
    first, second = statements(f"قال وزير الدفاع الكيني إن الوضع خطير، {asked}.")
    assert first.speaker == second.speaker or not isinstance(second.speaker, Mention)
    assert len(second.addressees) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال الوزير الكيني إن الوضع خطير. ودعا جوزيف كابيلا إلى الحوار.", "جوزيف كابيلا"),
        (
            "قال الوزير الكيني إن الوضع خطير، ودعا جوزيف كابيلا، في كلمة له، إلى الحوار.",
            "جوزيف كابيلا",
        ),
        ("قالت كينيا إن الوضع خطير، ودعا جوزيف كابيلا إلى الحوار.", "جوزيف كابيلا"),
    ],
)
def test_somebody_else_asks_behind_a_stop_or_where_the_verb_agrees(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_if_is_a_condition_and_that_is_not() -> None:
    with_if, with_that = (
        "قال الوزير الكيني إن بلاده ترد إن هاجمها أحد.",
        "قال الوزير الكيني إن بلاده بخير.",
    )
    assert statements(with_if)[0].condition is not None
    assert statements(with_that)[0].condition is None


def test_a_verb_that_is_not_said_is_no_statement() -> None:
    assert statements("لم ينف الوزير الكيني الخبر.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وتبادل الوزيران الحديث قبيل الجلسة، كما أوضح مسؤول كيني.", "مسؤول كيني"),
        ("غير أن مكتب غوستافو بيترو رد بأن المقترح مرفوض.", "مكتب غوستافو بيترو"),
        ("جاء الرد على لسان وزير الدفاع الكيني: لا انسحاب قبل الضمانات.", "وزير الدفاع الكيني"),
        ("لكن مسؤولا كينيا فيها حذر من رد قاس.", "مسؤولا كينيا"),
        ("وسبق لوزير الدفاع الكيني أن حذر من حرب جديدة.", "وزير الدفاع الكيني"),
        ("وبحسب رسالة وجهتها كينيا إلى مجلس الأمن، خرقت القوات الاتفاق.", "كينيا"),
        ("قال خبير في الطاقة من جامعة محلية إن الغاز هو السبب.", "خبير في الطاقة من جامعة محلية"),
    ],
)
def test_who_speaks_is_told_in_many_ways(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_both_who_trade_accusations_accuse_the_other() -> None:
    found = statements("تبادلت كينيا وأوغندا الاتهامات بخرق الهدنة.")
    named = [(s.speaker, *s.addressees) for s in found]
    texts = [[m.gazetteer_id for m in pair if isinstance(m, Mention)] for pair in named]
    assert texts == [["kenya", "uganda"], ["uganda", "kenya"]]


def test_what_an_official_was_informed_of_may_be_a_noun() -> None:
    (statement,) = statements("أبلغ الرئيس الكيني المبعوث الأممي رفضه أي وجود أجنبي.")
    assert statement.act == "denies"
    assert [a.text for a in statement.addressees if isinstance(a, Mention)] == ["المبعوث الأممي"]


@pytest.mark.parametrize(
    ("title", "count"),
    [("كينيا: لن نتفاوض تحت أي ضغط كان", 1), ("كينيا: انتخابات مؤجلة مرة أخرى", 0)],
)
def test_a_state_in_front_of_a_colon_speaks_only_where_its_words_show_it(
    title: str, count: int
) -> None:
    assert len(read(title, "ar", kind="title").statements) == count


def test_who_told_him_of_a_protest_speaks_and_not_the_protest() -> None:
    (told,) = statements("استدعت الوزيرة نادية حسن السفير الكيني، وأبلغته احتجاج المملكة الشديد.")
    assert isinstance(told.speaker, Mention)
    assert told.speaker.person == "نادية حسن"


def test_the_parties_concerned_are_not_the_two_told_of() -> None:
    text = "قالت كينيا لأوغندا إن الحدود مغلقة. ودعت غانا الأطراف المعنية إلى ضبط النفس."
    addressed = [a.text for a in statements(text)[-1].addressees if isinstance(a, Mention)]
    assert addressed == ["الأطراف المعنية"]


def test_an_archbishop_speaks_under_his_name() -> None:
    assert speakers("قال رئيس أساقفة أثينا إيرونيموس الثاني إن الدير مغلق.") == [
        "رئيس أساقفة أثينا إيرونيموس الثاني"
    ]


def test_who_called_for_something_is_told_of_in_a_relative_clause() -> None:
    assert speakers("وصل إلى نيروبي أمس جوزيف كابيلا الذي دعا إلى هدنة.") == ["جوزيف كابيلا"]


def test_what_somebody_is_known_to_call_for_is_no_statement() -> None:
    assert speakers("وصل إلى نيروبي أمس جوزيف كابيلا الذي يدعو إلى الهدوء.") == []


def test_the_same_source_is_whoever_spoke_before() -> None:
    (told,) = statements("وأكد المصدر ذاته أن الحدود مغلقة.")
    assert not isinstance(told.speaker, Mention)
