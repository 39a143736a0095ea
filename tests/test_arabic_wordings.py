"""Arabic in the wordings of many newsrooms: names, unnamed people, documents, receptions."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.model.draft import mentions_of
from kg.model.mention import Mention
from kg.model.token import Sentence
from tests.reading import name, read, words


def mentions(text: str) -> list[Mention]:
    sentence = Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=0,
        end=len(text),
        text=text,
        tokens=tokenize(text, 0, "ar"),
    )
    return [m for m in find_mentions(sentence, "ar") if m.category == "actor"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال الشيخ حمد سالم الراشد المعلا، إن الطريق مفتوح.", "حمد سالم الراشد المعلا"),
        ("رد الناطق باسمها ويلفريد هانسن بأن الحدود مغلقة.", "ويلفريد هانسن"),
        ("زار وزير خارجية دولة قطر الشقيقة خالد العطية بغداد.", "خالد العطية"),
        ("قال وزير المناجم البوليفي كارلوس روميرو إن المنجم أغلق.", "كارلوس روميرو"),
        ("أثار استقبال الرئيس إبراهيم تراوري لغويتا جدلاً.", "إبراهيم تراوري"),
        ("صرح السفير تميم خلاف المتحدث باسم وزارة الخارجية بأن الحدود مغلقة.", "تميم خلاف"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, person: str) -> None:
    assert person in [m.person for m in mentions(text)]


@pytest.mark.parametrize("text", ["أكد أن الرئيس سيسافر.", "قال إن الوزير يستقيل.", "رئيس يهاجم"])
def test_a_verb_behind_an_office_is_no_name(text: str) -> None:
    assert [m.person for m in mentions(text) if m.person] == []


def test_two_people_joined_by_and_are_two() -> None:
    found = mentions("جلس أوهورو كينياتا ومحمد عبد الله فرماجو ساعة في جيبوتي.")
    assert [m.person for m in found] == ["أوهورو كينياتا", "محمد عبد الله فرماجو"]


def test_a_nationality_alone_may_stand_for_the_office() -> None:
    found = mentions("وصل البرتغالي أنطونيو كوستا إلى بروكسل.")
    assert [(m.person, m.side) for m in found] == [("أنطونيو كوستا", "portugal")]


def test_two_names_take_the_offices_in_front_of_them() -> None:
    found = mentions("التقى وزيرا خارجية مصر والسودان سامح شكري وإبراهيم غندور أمس.")
    assert [(m.person, m.side) for m in found] == [
        ("سامح شكري", "egypt"),
        ("إبراهيم غندور", "sudan"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("بحسب مصدر في القصر الجمهوري، فإن الموعد تأجل.", "مصدر في القصر الجمهوري"),
        ("وذكر مساعد له أن الملف سيغلق.", "مساعد له"),
        ("صدر عن الشيخ خالد الأحمد بيان ينفي فيه أن يكون قد وقع.", "الشيخ خالد الأحمد"),
        ("أصدرت النرويج بيانا قالت فيه إن المعبر مفتوح.", "النرويج"),
    ],
)
def test_who_speaks_is_named_in_full(text: str, speaker: str) -> None:
    (statement,) = read(text, "ar").statements
    assert name(statement.speaker) == speaker


def test_who_is_accused_alone_is_not_who_accuses() -> None:
    (statement,) = read("واتهمت كينيا بأنها تسلح المتمردين.", "ar").statements
    assert statement.speaker is None
    assert [name(p) for p in statement.addressees] == ["كينيا"]


def test_the_manner_of_saying_is_no_speaker() -> None:
    (statement,) = read("وقال مبتسما: «الصباح جيد هذا اليوم».", "ar").statements
    assert statement.speaker is None


def test_a_clause_more_is_a_claim_more() -> None:
    text = "قالت كينيا إن المعبر مغلق، موضحة أن الجيش يحرسه."
    contents = [words(text, s.content) for s in read(text, "ar").statements]
    assert contents == ["المعبر مغلق", "الجيش يحرسه"]


@pytest.mark.parametrize(
    "text",
    [
        "استدعت كينيا سفيرها محمد عبدي للتشاور.",
        "غاب عن اللقاء رؤساء البرازيل وكولومبيا.",
        "تستضيف كينيا كأس العالم.",
    ],
)
def test_nobody_met_there(text: str) -> None:
    assert not read(text, "ar").meetings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أثار استقبال الرئيس الكيني لرئيس أوغندا جدلاً.",
            ["الرئيس الكيني", "رئيس أوغندا"],
        ),
        ("جمع غداء عمل الرئيس الكيني برئيس أوغندا.", ["الرئيس الكيني", "رئيس أوغندا"]),
        ("قابل الرئيس الكيني رئيس أوغندا.", ["الرئيس الكيني", "رئيس أوغندا"]),
    ],
)
def test_receptions_and_meals_are_meetings(text: str, expected: list[str]) -> None:
    (meeting,) = read(text, "ar").meetings
    assert [m.name for m in mentions_of(meeting.participants)] == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("قالت بنما إن القناة ليست معروضة للبيع.", "القناة"),
        ("قالت كينيا إن تهريب السلاح أمر لا يمكن السكوت عنه.", "تهريب السلاح"),
        ("قالت كينيا إنها لن تتخلى عن حقول الغاز.", "حقول الغاز"),
        ("قالت كينيا إن ترسيم الخليج من المحرمات.", "ترسيم الخليج"),
    ],
)
def test_a_refusal_in_other_words_is_a_red_line(text: str, trigger: str) -> None:
    (line,) = read(text, "ar").redlines
    assert words(text, line.trigger) == trigger


@pytest.mark.parametrize(
    ("text", "speaker", "listener"),
    [
        ("حذّر المستشار مارك فاسه ليما من أن الصبر ينفد.", "المستشار مارك فاسه", "ليما"),
        ("أُبلغ السفراء من قبل الرئيس الغاني بأن المعبر مغلق.", "الرئيس الغاني", "السفراء"),
        (
            "طلب الرئيس الغاني من خفر السواحل البنيني مغادرة المياه.",
            "الرئيس الغاني",
            "خفر السواحل البنيني",
        ),
        ("«لن نرحل»، قالها الرئيس الغاني أمام النواب.", "الرئيس الغاني", "النواب"),
    ],
)
def test_who_is_told_stands_where_the_verb_puts_them(
    text: str, speaker: str, listener: str
) -> None:
    (one,) = read(text, "ar").statements
    assert name(one.speaker) == speaker
    assert [name(a) for a in one.addressees] == [listener]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("الجسر لن يفتح هذا العام، يقول الرئيس الغاني.", "الرئيس الغاني"),
        ("القرار خطأ كبير، ختم الرئيس الغاني.", "الرئيس الغاني"),
        ("«لن نقبل أي إملاءات من أحد»، هكذا لخص الرئيس الغاني موقف بلاده.", "الرئيس الغاني"),
        ("راح الرئيس الغاني يؤكد أن الجسر لن يفتح.", "الرئيس الغاني"),
    ],
)
def test_words_without_marks_stand_in_front_of_who_says_them(text: str, speaker: str) -> None:
    assert [name(s.speaker) for s in read(text, "ar").statements] == [speaker]


def test_a_source_on_the_way_of_a_verb_that_tells_nothing_is_read() -> None:
    (one,) = read("أطلع الوزير السفراء على الوضع، على ما أعلنت الحكومة الغانية.", "ar").statements
    assert name(one.speaker) == "الحكومة الغانية"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("كان مقررا أن يلتقي الرئيس الغاني رئيس توغو في لومي، غير أن الموعد ألغي.", "cancelled"),
        ("كان يفترض أن يجتمع الرئيس الغاني برئيس توغو، لكن الموعد أرجئ أسبوعا.", "postponed"),
        ("اتفقت غانا وتوغو على عقد محادثات في لومي الشهر المقبل.", "planned"),
        ("التقى الرئيس الغاني رئيس توغو في لومي.", "held"),
    ],
)
def test_what_became_of_an_appointment_is_read_behind_it(text: str, status: str) -> None:
    assert [m.status for m in read(text, "ar").meetings] == [status]


def test_the_palace_somebody_is_received_in_does_not_take_part() -> None:
    text = "استقبل الرئيس جون ماهاما في القصر الرئاسي بأكرا رئيس وزراء توغو."
    (one,) = read(text, "ar").meetings
    assert [name(p) for p in one.participants] == ["الرئيس جون ماهاما", "رئيس وزراء توغو"]


def test_a_noun_written_as_a_verb_may_begin_what_is_said() -> None:
    (one,) = read("قال الرئيس الغاني إن قصف الميناء جريمة.", "ar").statements
    assert name(one.speaker) == "الرئيس الغاني"
