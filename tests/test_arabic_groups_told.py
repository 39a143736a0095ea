"""People without a name who are told, asked or ask in Arabic reports, and where their words end."""

import pytest

from kg.model.draft import mentions_of
from kg.model.mention import Mention
from tests.reading import heard, read_lines

A = "الرئيس الغاني جون ماهاما"


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        (f"طمأن {A} المودعين إلى أن أموالهم في أمان.", "المودعين"),
        (f"أكد {A} للدائنين أن الديون ستسدد.", "الدائنين"),
        (f"أكد {A} لزواره أن الديون ستسدد.", "زواره"),
        (f"قال {A} أمام مناصريه إن الديون ستسدد.", "مناصريه"),
        (f"قال {A} أمام أعضاء حزبه إن الديون ستسدد.", "أعضاء حزبه"),
        (f"دعا {A} طرفي النزاع إلى وقف القتال فورا.", "طرفي النزاع"),
        (f"توعد {A} منظمي القافلة بالملاحقة.", "منظمي القافلة"),
        (f"دعا {A} سكان تامالي إلى الهدوء وضبط النفس.", "سكان تامالي"),
        (f"أبلغ {A} نظراءه الأفارقة أن المعبر سيفتح.", "نظراءه"),
        (f"أبلغ {A} حزبه أن المعبر سيفتح.", "حزبه"),
        (f"أبلغ {A} القيادة أن القوات تقدمت.", "القيادة"),
        (f"طلب {A} من مواطنيه ألا ينجروا وراء الشائعات.", "مواطنيه"),
        (f"حذر {A} إدارة ترامب من الانزلاق إلى حرب.", "إدارة ترامب"),
        (f"حذر {A} فريق التفاوض من التنازل.", "فريق التفاوض"),
        (f"ناشد {A} المواطنين التدخل لوقف العنف.", "المواطنين"),
        (f"قال {A} مخاطبا الصيادين: «عليكم احترام الدستور».", "الصيادين"),
        (f"طلب {A} دعما عسكريا عاجلا من ألمانيا.", "Germany"),
        (f"قال {A} في مقر الوزارة لرويترز إن المعبر سيفتح.", "Reuters"),
    ],
)
def test_who_is_told(text: str, listener: str) -> None:
    assert heard(text, "ar") == [("جون ماهاما", {listener})]


@pytest.mark.parametrize(
    ("text", "asking", "asked"),
    [
        (
            f"ناشد أهالي المفقودين في المكسيك {A} التدخل لكشف مصيرهم.",
            "أهالي المفقودين",
            "جون ماهاما",
        ),
        (f"أمهلت الدول الأربع {A} يومين إضافيين للرد.", "الدول الأربع", "جون ماهاما"),
        (f"حذر متظاهرون في أكرا {A} من التدخل في القضاء.", "متظاهرون", "جون ماهاما"),
    ],
)
def test_people_ask_who_stands_behind_them(text: str, asking: str, asked: str) -> None:
    assert heard(text, "ar") == [(asking, {asked})]


def test_people_with_a_pronoun_are_asked() -> None:
    text = f"قال {A} إن المعبر سيفتح، ودعا أنصاره إلى الهدوء وضبط النفس."
    assert heard(text, "ar")[1] == ("جون ماهاما", {"أنصاره"})


def test_an_owned_noun_ends_the_name() -> None:
    assert heard("وخاطب وزير الصحة مينت هتوي موظفيه بأن عليهم الصبر.", "ar")[0][0] == "مينت هتوي"


def test_a_capital_is_no_name_of_the_minister() -> None:
    text = "حذر وزير الدفاع الكوري الجنوبي بيونغ يانغ من تجاوز الحدود البحرية."
    assert heard(text, "ar")[0][0] == "وزير الدفاع الكوري الجنوبي"


def test_a_counterpart_named_behind_his_country_asks() -> None:
    text = f"استقبل {A} الرئيس التوغولي. وطلب نظيره التوغولي فور غناسينغبي من السكان أن يهدأوا."
    assert heard(text, "ar") == [("فور غناسينغبي", {"السكان"})]


def test_whose_people_ask_is_not_whom_they_ask() -> None:
    (said,) = read_lines("دعا أنصار الرئيس السابق الحكومة إلى التنحي.", "ar").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.text == "أنصار الرئيس السابق"
    assert [m.text for m in mentions_of(said.addressees)] == ["الحكومة"]
