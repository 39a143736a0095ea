"""Who listens in Arabic reports without a name: reporters, assemblies, outlets by their sort."""

import pytest

from tests.reading import heard, read_lines

A = "الرئيس الغاني جون ماهاما"


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        (f"قال {A} للصحافيين إن المعبر سيفتح.", "الصحافيين"),
        (f"وقال {A} لصحفيين روس في أكرا إن المعبر سيفتح.", "صحفيين روس"),
        (f"وقال {A} في تصريح للصحفيين عقب الاجتماع إن المعبر سيفتح.", "الصحفيين"),
        (f"وفي حديث للصحافيين، حذر {A} من أن المعبر سيغلق.", "الصحافيين"),
        (f"قال {A} أمام مجلس الشيوخ الثلاثاء إن المعبر سيفتح.", "مجلس الشيوخ"),
        (
            f"وأكد {A}، في خطاب ألقاه أمام البرلمان الأوروبي، أن المعبر سيفتح.",
            "European Parliament",
        ),
        (f"وفي كلمة أمام البرلمان، قال {A} إن المعبر سيفتح.", "البرلمان"),
        (f"أعلن {A} أمام الجمعية الوطنية تعليق الرحلات.", "الجمعية الوطنية"),
        (f"قال {A} لإذاعة محلية إن المعبر سيفتح.", "إذاعة محلية"),
        (f"قال {A} للإذاعة العمومية إن المعبر سيفتح.", "الإذاعة العمومية"),
        (f"قال {A} لمحطة تلفزيونية خاصة إن المعبر سيفتح.", "محطة تلفزيونية خاصة"),
        (f"قال {A} لوكالة الأطلسي إن المعبر سيفتح.", "وكالة الأطلسي"),
    ],
)
def test_who_listens_without_a_name(text: str, listener: str) -> None:
    assert heard(text, "ar") == [("جون ماهاما", {listener})]


def test_what_was_denied_in_front_of_an_assembly_is_explained_there() -> None:
    text = f"ونفى {A} ذلك أمام البرلمان، قائلا إن المعبر مفتوح."
    assert heard(text, "ar")[0] == ("جون ماهاما", {"البرلمان"})


@pytest.mark.parametrize(
    "text",
    [
        f"تظاهر المئات أمام البرلمان، وقال {A} إن المعبر سيفتح.",
        f"أعلن {A} رفض تقديم المشروع أمام البرلمان.",
        "قال متظاهر أمام السفارة الأمريكية إن المعبر سيفتح.",
        f"قال {A} إن الأبواب فتحت أمام الصحافيين.",
        f"وبعد كلمة الوزير أمام البرلمان، قال {A} إن المعبر سيفتح.",
        f"وعقب إفادة وزير المالية أمام مجلس الشيوخ، أكد {A} أن المعبر سيفتح.",
        f"قال {A} معلقا على كلمة الوزير أمام البرلمان إن المعبر سيفتح.",
        f"قال {A} بعد لقاء مع صحفيين اعتقلوا في أكرا إن المعبر سيفتح.",
        "وأكد منظمو الاحتجاج أمام مجلس الوزراء أن الإضراب مستمر.",
        "أكد ناشطون أمام محكمة الجنايات في أكرا أن الاعتقالات تعسفية.",
    ],
)
def test_who_only_stands_there_hears_nothing(text: str) -> None:
    assert [listeners for _, listeners in heard(text, "ar")] == [set()]


@pytest.mark.parametrize(
    "text", ["قصف الطيران محطة نووية وشبكة إجرامية.", "أبقت غانا على قناة دبلوماسية."]
)
def test_stations_and_channels_of_other_sorts_are_no_outlets(text: str) -> None:
    actors = {m.kind for read in read_lines(text, "ar").sentences for m in read.actors}
    assert "media" not in actors


def test_a_pronoun_alone_means_whom_the_article_named() -> None:
    text = f"أعلن {A} إقالة الوزير موسى تراوري، متهما إياه بالكذب."
    assert heard(text, "ar")[-1] == ("جون ماهاما", {"موسى تراوري"})


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("دعت المفوضية الأوروبية الدول الأعضاء كافة إلى تنفيذ المذكرات.", "الدول الأعضاء كافة"),
        (f"ودعا {A} الطبقة السياسية التوغولية إلى إنهاء الأزمة.", "الطبقة السياسية التوغولية"),
        (f"أبلغ {A} شركاء بلاده الأفارقة أن العقوبات باقية.", "شركاء بلاده الأفارقة"),
        (f"واتهم {A} خصومه بتجاوز خط أحمر.", "خصومه"),
        (f"قال {A} لأنصاره بلهجة حادة إن المعبر سيغلق.", "أنصاره"),
        (f"واقترح {A} على فيجي عقد محادثات.", "Fiji"),
        (f"أوعز {A} إلى وزارة الدفاع بفتح تحقيق.", "وزارة الدفاع"),
        (f"وعد {A} فيجي بفتح المعبر.", "Fiji"),
        ("ناشدت المجموعة الإقليمية في الأمم المتحدة فيجي أن تعيد النظر في موقفها.", "Fiji"),
        ("اتهم وزير الخارجية في مؤتمر صحفي فيجي بإغلاق المعبر.", "Fiji"),
    ],
)
def test_whom_a_demand_or_a_promise_goes_to(text: str, listener: str) -> None:
    assert heard(text, "ar")[0][1] == {listener}


def test_whom_a_guest_was_told_is_the_other_of_the_meeting() -> None:
    text = (
        f"التقى {A} وزير الخارجية الفيجي موسى تراوري في أكرا.\n"
        "وأضاف أنه أبلغ ضيفه أن سلامة الرهائن مهمة."
    )
    assert heard(text, "ar")[-1] == ("جون ماهاما", {"موسى تراوري"})


def test_a_promised_commission_is_no_promise() -> None:
    assert heard("كشف المصدر تشكيلة اللجنة التي وعدت غانا بإنشائها.", "ar") == []


def test_whose_economy_an_article_is_about_is_not_asked() -> None:
    assert heard(f"دعا {A} في مقال عن اقتصاد فيجي إلى الحوار.", "ar")[-1][1] == set()


@pytest.mark.parametrize(
    "text",
    [
        f"أدلى الوزير بحديث أمام البرلمان الخميس، ونفى {A} من جهته أن يكون المعبر قد أغلق.",
        f"أدلى الوزير بحديث أمام البرلمان الخميس، ثم نفى {A} أن يكون المعبر قد أغلق.",
        f"قال {A} في كلمة وزعت نصها وكالة الأنباء للصحافيين إن المعبر سيفتح.",
        f"أعلن {A}، وهو يقف أمام مجلس الأمن القومي، أن المعبر فتح.",
        f"قال {A}، الذي وقف أمام مجلس الأمن القومي، إن المعبر فتح.",
    ],
)
def test_who_heard_or_saw_another_was_told_nothing(text: str) -> None:
    assert [listeners for who, listeners in heard(text, "ar") if who == "جون ماهاما"] == [set()]


def test_who_speaks_in_front_of_them_meanwhile_is_heard() -> None:
    text = f"قال {A}، وهو يتحدث أمام مجلس الأمن القومي، إن المعبر فتح."
    assert heard(text, "ar")[0] == ("جون ماهاما", {"مجلس الأمن القومي"})


@pytest.mark.parametrize("court", ["محكمة أمريكية", "محكمة استئناف أمريكية"])
def test_a_court_without_an_article_orders(court: str) -> None:
    assert heard(f"أمرت {court} كينيا بدفع تعويضات.", "ar") == [(court, {"Kenya"})]


def test_whose_court_orders_stays_open_where_no_word_tells() -> None:
    assert heard("أمرت محكمة كينيا بدفع تعويضات.", "ar") == []


def test_what_is_offered_on_television_is_not_offered_to_it() -> None:
    assert heard(f"عرض {A} على التلفزيون استضافة القمة.", "ar") == [("جون ماهاما", set())]


@pytest.mark.parametrize("shown", ["صورا للحطام", "تسجيلا للعملية"])
def test_who_shows_pictures_offers_nothing(shown: str) -> None:
    assert heard(f"عرض {A} على التلفزيون {shown}.", "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "واقترحت فيجي على الأرجح تأجيل الاجتماع.",
        "واشترطت فيجي على الدوام وقف الحرب.",
        "وعرضت فيجي على الطاولة مبادرة.",
        "وعرضت فيجي على خلفية الأزمة استضافة الحوار.",
        "واقترحت فيجي على الورق تأجيل الاجتماع.",
        "واقترحت فيجي على مستوى الخبراء تأجيل الاجتماع.",
    ],
)
def test_what_is_said_behind_on_is_nobody(text: str) -> None:
    assert heard(text, "ar") == [("Fiji", set())]
