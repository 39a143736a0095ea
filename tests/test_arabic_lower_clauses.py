"""Arabic meetings told by lower clauses, and those of bodies and rounds that nobody names."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import read_lines

A, B = "وزير الخارجية الغاني كوامي منساه", "نظيره الفيجي بيتر رابوكا"
TALKS = "أنهت غانا وفيجي محادثات في أكرا أمس.\n"
GHANA_FIJI = {"Ghana", "Fiji"}


def met(text: str) -> list[tuple[set[str], str]]:
    """Return who took part in each meeting, people by name, and its status."""
    return [
        ({m.person or m.name for m in mentions_of(meeting.participants)}, meeting.status)
        for meeting in read_lines(text, "ar").meetings
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"قال {A} إنه أوضح ذلك ل{B} حين التقيا في سوفا.", {"كوامي منساه", "بيتر رابوكا"}),
        (f"اقترح {A} على {B} أن يلتقيا في سوفا الشهر المقبل.", {"كوامي منساه", "بيتر رابوكا"}),
        (
            "ومن المقرر أن يصل المبعوث الأممي هانس ويلدر إلى سوفا غدا، حيث يلتقي الرئيس الفيجي "
            "بيتر رابوكا.",
            {"هانس ويلدر", "بيتر رابوكا"},
        ),
        (
            "وأفاد مسؤول فيجي بأن الرئيس الغاني جون ماهاما اطلع على المسودة أثناء لقاء في سوفا مع "
            "وزير الدفاع الفيجي بيتر رابوكا.",
            {"جون ماهاما", "بيتر رابوكا"},
        ),
        (
            "وخلال اجتماع طارئ لمجلس الأمن الروسي، حذر الرئيس الروسي إيغور بيلوف من التصعيد.",
            {"إيغور بيلوف", "مجلس الأمن الروسي"},
        ),
        (
            f"كما عقد {A} على هامش القمة جلسة مشاورات ثنائية مع وزير الخارجية الكيني هانس ويلدر.",
            {"كوامي منساه", "هانس ويلدر"},
        ),
    ],
)
def test_who_stands_in_front_takes_part(text: str, parties: set[str]) -> None:
    assert parties in [p for p, _ in met(text)]


def test_a_group_that_comes_for_it_is_not_who_tells_of_it() -> None:
    text = "قال مصدر عسكري إن وفدا فنيا سيتوجه غدا إلى معبر نصيب للقاء الرئيس الغاني جون ماهاما."
    (parties, _), *_ = met(text)
    assert parties == {"وفدا فنيا", "جون ماهاما"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وتوافق البلدان على أن تجتمع لجنة فنية في سوفا غدا.", "planned"),
        ("وقال مصدر إن لجنة للمتابعة ستجتمع في سوفا قبل نهاية الشهر الجاري.", "planned"),
        ("ومن المقرر أن تعقد الجولة المقبلة في سوفا الشهر المقبل.", "planned"),
        ("وذكر مصدر أن جولة مماثلة كان مقررا عقدها في سوفا في مارس ألغيت.", "cancelled"),
        ("وأرجئت جلسة فنية كانت متوقعة الأحد في سوفا.", "postponed"),
        ("واتفقتا على مرحلتين خلال جولة عقداها في سوفا في آذار/مارس.", "held"),
    ],
)
def test_nameless_rounds_are_of_those_who_talk(text: str, status: str) -> None:
    assert (GHANA_FIJI, status) in met(TALKS + text)[1:]


@pytest.mark.parametrize("text", ["بدأ السياح جولة قصيرة.", "رفعت المحكمة جلسة محاكمة أمس."])
def test_other_rounds_are_no_meetings(text: str) -> None:
    assert len(met(TALKS + text)) == 1


def test_ministers_hold_the_meeting_they_decide_in() -> None:
    text = "قرر وزراء الخارجية العرب، في اجتماع طارئ عقدوه أمس في أكرا، استئناف المشاركة."
    ((parties, status),) = met(text)
    assert len(parties) == 1
    assert status == "held"


def test_a_city_that_hosts_takes_no_part() -> None:
    text = f"تستضيف أكرا في نيسان/أبريل المقبل لقاء بين {A} والرئيس الكيني وليام روتو."
    assert "Ghana" not in met(text)[0][0]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "جاء ذلك بعد زيارة أجراها وزير الخارجية الغاني كوامي منساه إلى سوفا، التقى خلالها "
            "الرئيس الفيجي بيتر رابوكا.",
            {"كوامي منساه", "بيتر رابوكا"},
        ),
        ("وكان الرئيس الغاني جون ماهاما قد تحدث إلى بيتر رابوكا.", {"جون ماهاما", "بيتر رابوكا"}),
        (
            "واستقبل الرئيس الغاني جون ماهاما الوفد الفيجي ظهرا، وحضر اللقاء اللواء كوامي منساه.",
            {"جون ماهاما", "Fijian delegation"},
        ),
    ],
)
def test_visitors_and_those_spoken_to_meet(text: str, parties: set[str]) -> None:
    assert parties in [p for p, _ in met(text)]
    assert {"كوامي منساه"} not in [p for p, _ in met(text)]


def test_talks_during_which_something_was_raised_were_held() -> None:
    text = (
        "قالت غانا إن الموضوع طرح خلال محادثات أجراها وزير الخارجية كوامي منساه مع نظيره الفيجي "
        "بيتر رابوكا."
    )
    assert met(text) == [({"كوامي منساه", "بيتر رابوكا"}, "held")]


def test_who_speaks_to_reporters_meets_nobody() -> None:
    assert met("تحدث الرئيس الغاني جون ماهاما إلى الصحفيين في أكرا.") == []


def test_the_two_presidents_rang_each_other_after_they_met() -> None:
    text = (
        "التقى الرئيس الغاني جون ماهاما الرئيس الفيجي بيتر رابوكا في سوفا.\n"
        "وأوضح مصدر أن الرئيسين تحدثا هاتفيا مساء الخميس، بمبادرة من رئيس توغو فور غناسينغبي، "
        "الذي عرض جمعهما في لومي."
    )
    both = {"جون ماهاما", "بيتر رابوكا"}
    assert met(text) == [(both, "held"), (both, "held"), (both, "proposed")]


def test_where_somebody_is_to_meet_somebody_is_still_to_come() -> None:
    text = (
        "سيزور الرئيس الغاني جون ماهاما سوفا يوم الأحد، حيث يجري محادثات مع الرئيس الفيجي بيتر "
        "رابوكا."
    )
    assert "held" not in [status for _, status in met(text)]


def test_whom_somebody_will_not_sit_with_was_not_met() -> None:
    assert met("قال الرئيس الغاني جون ماهاما إنه لن يجتمع مع بيتر رابوكا.") == []


def test_officers_from_two_states_meet_for_them() -> None:
    text = "اجتمع مسؤولون عسكريون وأمنيون من غانا وفيجي في سوفا أمس."
    assert met(text) == [({"Ghana", "Fiji"}, "held")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "قال وزير الخارجية الغاني كوامي منساه إنه أبلغ هذا الموقف لنظيره الفيجي بيتر رابوكا في "
            "اتصال هاتفي جرى مساء أمس.",
            {"كوامي منساه", "بيتر رابوكا"},
        ),
        (
            "أجرى وزير الخارجية الغاني كوامي منساه، أمس، اتصالا بوزير خارجية فيجي بيتر رابوكا.",
            {"كوامي منساه", "بيتر رابوكا"},
        ),
        (
            "وذكرت وزيرة الخارجية الغانية أما منساه أنها اقترحت على نظيرها الفيجي بيتر رابوكا عقد "
            "لقاء عاجل في سوفا.",
            {"أما منساه", "بيتر رابوكا"},
        ),
        (
            "قال الوزير كوامي منساه إنه يعتزم لقاء نظيره أوليفيي ندوهونغيري في سوفا.",
            {"كوامي منساه", "أوليفيي ندوهونغيري"},
        ),
    ],
)
def test_who_tells_rings_or_offers_takes_part(text: str, parties: set[str]) -> None:
    assert parties in [p for p, _ in met(text)]


def test_ministers_named_with_their_offices_behind_all_take_part() -> None:
    text = (
        "عقد معالي كوامي منساه وزير الزراعة اجتماعا مع معالي بيتر رابوكا وزير الزراعة في فيجي، "
        "ومعالي هانس ويلدر وزير الزراعة في كينيا."
    )
    assert met(text)[0][0] == {"كوامي منساه", "بيتر رابوكا", "هانس ويلدر"}
