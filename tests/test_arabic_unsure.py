"""What Arabic news tells beside a meeting: nobody left out, nobody and no place added."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.draft import Drafts
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.pipeline import extract_article
from kg.vocabulary import Language
from tests.reading import read


def _names(drafts: Drafts) -> list[set[str]]:
    return [{p.name for p in m.participants if isinstance(p, Mention)} for m in drafts.meetings]


def test_two_hosts_joined_by_and_leave_room_for_their_guest() -> None:
    text = (
        "استقبل الرئيس الكيني وليام روتو ووزير الخارجية موساليا مودافادي الرئيس الأوغندي"
        " يوويري موسيفيني."
    )
    assert _names(read(text, "ar")) == [{"وليام روتو", "موساليا مودافادي", "يوويري موسيفيني"}]


def test_somebody_behind_host_and_guests_is_no_guest() -> None:
    text = (
        "استقبل الرئيس الكيني وليام روتو الرئيس الأوغندي يوويري موسيفيني ووزير دفاعه بعد أيام من"
        " إعلان الرئيس الصومالي حسن شيخ محمود الحداد."
    )
    ((*met,),) = _names(read(text, "ar"))
    assert "حسن شيخ محمود" not in met
    assert len(met) == 3


@pytest.mark.parametrize(
    ("language", "text", "placed"),
    [
        (
            "ar",
            "لندن - استقبل الرئيس الكيني وليام روتو المبعوث الأميركي ستيف ويتكوف يوم الجمعة.",
            False,
        ),
        (
            "ar",
            "كمبالا - استقبل الرئيس الكيني وليام روتو وزير الخارجية الأوغندي جيجي أودونغو.",
            False,
        ),
        ("ar", "لندن - التقى الرئيس الكيني وليام روتو نظيره الرواندي بول كاغامي.", False),
        ("ar", "نيروبي - استقبل الرئيس الكيني وليام روتو نظيره الرواندي بول كاغامي.", True),
        ("ar", "نيروبي - استقبل وزير الخارجية اليوم السفير الرواندي جيمس كيمونيو.", True),
        ("he", "לונדון - נשיא קניה ויליאם רוטו נפגש עם נשיא רואנדה פול קגאמה ביום שישי.", False),
        ("he", "ניירובי - נשיא קניה ויליאם רוטו נפגש עם נשיא רואנדה פול קגאמה ביום שישי.", True),
    ],
)
def test_a_paper_filed_far_from_home_places_nothing_at_its_desk(
    language: Language, text: str, placed: bool
) -> None:
    source = SourceText(name="x", text=text, language=language, published=Day.parse("2024-05-11"))
    (meeting,) = extract_article(source, iris=Iris()).meetings
    assert (meeting.place is not None) == placed


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("أحمر.\nوأبلغ السفير الفيجي الصحفيين بذلك لاحقا.", 0),
        ("أحمر، وإن سوفا أبلغت الوفد ذلك.", 0),
        ("أحمر، وإن أكرا أبلغت الوفد ذلك.", 1),
        ("أحمر.\nوأبلغ السفير الفيجي بذلك لاحقا.", 1),
    ],
)
def test_only_whom_the_speakers_side_told_so_was_told_of_the_line(behind: str, told: int) -> None:
    text = f"قال وزير الخارجية الغاني صامويل أبلاكوا إن أمن الحدود خط {behind}"
    line = next(s for s in read(text, "ar").statements if s.act == "warns")
    assert len(line.addressees) == told


@pytest.mark.parametrize(
    ("team", "both"),
    [
        ("وتجتمع لجنة فنية غدا في نادي لبحث أسعار الخبز.", False),
        ("وتجتمع اللجنة المالية غدا في نادي.", False),
        ("وتجتمع لجنة مشتركة غدا في نادي.", True),
        ("وتوافق البلدان على أن تجتمع لجنة فنية غدا في نادي.", True),
    ],
)
def test_a_committee_of_no_told_sides_is_not_theirs_who_met_before(team: str, both: bool) -> None:
    text = (
        "التقى وزير الخارجية الغاني صامويل أبلاكوا وزير الخارجية الكيني موساليا مودافادي في"
        f" سوفا. {team}"
    )
    pair = {"صامويل أبلاكوا", "موساليا مودافادي"}
    sides = {"Ghana", "Kenya"}
    later = _names(read(text, "ar"))[1:]
    assert any(met in (pair, sides) for met in later) == both


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("قالوا إن عودة آمنة ممكنة.", []),
        ("قالوا إن السلام عادل ودائم.", []),
        ("وقال إنه سعيد جدا باللقاء.", []),
        ("قالت آمنة النور إن المعبر مفتوح.", ["آمنة النور"]),
        ("كما رأى سعيد جليلي أن الحوار مستمر.", ["سعيد جليلي"]),
        ("وفي الرياض عادل الجبير ونظيره.", ["عادل الجبير"]),
    ],
)
def test_a_given_name_that_is_a_word_names_somebody_only_where_that_shows(
    text: str, people: list[str]
) -> None:
    assert [m.person for r in read(text, "ar").sentences for m in r.actors if m.person] == people


def test_a_line_of_contact_is_no_call() -> None:
    text = "أعرب الدبلوماسي عن قلقه من غياب خط اتصال مباشر بين كينيا وأوغندا."
    assert _names(read(text, "ar")) == []
    rang = "جرى اتصال مباشر بين الرئيس الكيني وليام روتو والرئيس الأوغندي يوويري موسيفيني."
    assert len(_names(read(rang, "ar"))) == 1


def test_a_round_told_of_as_coming_can_be_put_off() -> None:
    text = (
        "قال الوزير إن بلاده لن تتراجع، قبل يومين من الجولة الخامسة من المحادثات بين كينيا وأوغندا"
        " في أروشا.\n\nوأعلنت وزارة الخارجية التنزانية تأجيل الجولة التي كانت مقررة السبت."
    )
    source = SourceText(name="x", text=text, language="ar", published=Day.parse("2024-05-11"))
    (meeting,) = extract_article(source, iris=Iris()).meetings
    assert meeting.status == "postponed"
