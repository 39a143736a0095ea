"""Arabic parties told beside something else: behind an event, a place, "his counterpart"."""

import pytest

from tests.reading import met, read_lines


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "التقى وزير الخارجية الكيني ألفريد موتوا على هامش المؤتمر نظيره الكوبي برونو رودريغيز.",
            {"ألفريد موتوا", "برونو رودريغيز"},
        ),
        (
            "التقى وزير الخارجية الكيني ألفريد موتوا على هامش أعمال الجمعية العامة للأمم المتحدة "
            "وزير خارجية كوبا برونو رودريغيز.",
            {"ألفريد موتوا", "برونو رودريغيز"},
        ),
        (
            "جمع لقاء في جنيف الرئيسين الكيني وليام روتو والأوغندي يوويري موسيفيني.",
            {"وليام روتو", "يوويري موسيفيني"},
        ),
        (
            "وقع الرئيس الكيني وليام روتو وضيفه الرئيس الأوغندي يوويري موسيفيني اتفاقا عقب مباحثات "
            "في نيروبي.",
            {"وليام روتو", "يوويري موسيفيني"},
        ),
        (
            "شارك في الاجتماع الذي عقد في لومي وزراء دفاع توغو وغانا.",
            {"وزير دفاع توغو", "وزير دفاع غانا"},
        ),
    ],
)
def test_whoever_stands_behind_something_else_has_met(text: str, parties: set[str]) -> None:
    assert met(text, "ar") == [parties]


def test_whose_event_it_is_has_not_met() -> None:
    text = "التقى الوزير ألفريد موتوا على هامش جنازة الرئيس دانيال موي."
    assert met(text, "ar") == [{"ألفريد موتوا"}]


@pytest.mark.parametrize(
    "text",
    [
        "عقد وزير الدفاع التوغولي ونظيره الغاني اجتماعا في لومي.",
        "شارك وزير الدفاع التوغولي ونظيره الغاني في اجتماع في لومي.",
    ],
)
def test_a_counterpart_joined_to_the_subject_meets_too(text: str) -> None:
    assert met(text, "ar") == [{"وزير الدفاع التوغولي", "نظيره الغاني"}]


def test_two_counterparts_are_each_named() -> None:
    text = (
        "أجرى وزير الخارجية الكيني ألفريد موتوا محادثات مع نظيريه الكوبي برونو رودريغيز والإيطالي "
        "أنتونيو تاياني."
    )
    assert met(text, "ar") == [{"ألفريد موتوا", "برونو رودريغيز", "أنتونيو تاياني"}]


def test_who_was_sent_held_the_talks_there() -> None:
    text = (
        "أوفد الرئيس الكيني وليام روتو مستشاره جون كيبا إلى بكين حيث عقد اجتماعا مع وزير الخارجية "
        "الصيني وانغ يي."
    )
    assert met(text, "ar") == [{"جون كيبا", "وانغ يي"}]


def test_one_man_may_hold_two_offices() -> None:
    text = (
        "بحث نائب رئيس الوزراء ووزير الخارجية العراقي فؤاد حسين مع السفير الكيني جون كيبا ملف "
        "المياه."
    )
    assert met(text, "ar") == [{"فؤاد حسين", "جون كيبا"}]


def test_those_who_speak_together_behind_talks_held_them() -> None:
    text = (
        "في ختام مباحثات استمرت يومين في عنتيبي، قال وزيرا داخلية كينيا وأوغندا إنهما اتفقا على "
        "فتح الحدود."
    )
    assert met(text, "ar") == [{"وزير داخلية كينيا", "وزير داخلية أوغندا"}]


def test_what_is_talked_about_with_her_meets_nobody() -> None:
    text = "استقبل وليام روتو السفيرة الفرنسية، وبحث معها ملف تشكيل الحكومة."
    assert met(text, "ar") == [{"وليام روتو", "السفيرة الفرنسية"}]


def test_who_chairs_a_session_of_both_countries_has_met() -> None:
    text = "ترأس وليام روتو ويوويري موسيفيني أعمال الدورة الرابعة لمجلس التنسيق بين البلدين."
    assert met(text, "ar") == [{"وليام روتو", "يوويري موسيفيني"}]


@pytest.mark.parametrize(
    "text",
    [
        'وفي اتصال مع "الجزيرة"، قال الوزير ألفريد موتوا إن الحدود مفتوحة.',
        "لن تشارك كينيا في القمة الأفريقية.",
    ],
)
def test_an_interview_and_who_stays_away_are_no_meeting(text: str) -> None:
    assert met(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "في أكرا، أشاد وليام روتو بالعلاقات لدى استقباله السفير الكوبي جون كيبا.",
        "أكد وليام روتو، خلال استقباله في أكرا السفير الكوبي جون كيبا، عمق العلاقات.",
    ],
)
def test_a_guest_is_received_where_the_sentence_tells(text: str) -> None:
    (meeting,) = read_lines(text, "ar").meetings
    assert meeting.place is not None
    assert meeting.place.gazetteer_id == "accra"
    assert len(meeting.participants) == 2
