"""Arabic word order in news of meetings: who stands where, and who is met next."""

import pytest

from kg.model.draft import DraftMeeting, mentions_of
from kg.model.mention import Mention
from tests.reading import name, read, read_lines


def parties(meeting: DraftMeeting) -> list[str]:
    return [m.name for m in mentions_of(meeting.participants)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "التقى الرئيس جون كاماو رئيس غانا كوفي منسا في لومي، ثم وزيرة المالية آنا لوبيز.",
            [["جون كاماو", "كوفي منسا"], ["جون كاماو", "آنا لوبيز"]],
        ),
        (
            "اجتمع الرئيس الكيني جون كاماو بالرئيس الغاني كوفي منسا، ثم برئيس الأركان بول أتيم.",
            [["جون كاماو", "كوفي منسا"], ["جون كاماو", "بول أتيم"]],
        ),
    ],
)
def test_whoever_comes_behind_then_was_met_apart(text: str, expected: list[list[str]]) -> None:
    assert [parties(m) for m in read(text, "ar").meetings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أجرى وزير الخارجية الكيني مع نظيره الياباني محادثات في طوكيو.", "نظيره الياباني"),
        ("عقد الرئيس الكيني في طوكيو مع رئيس الوزراء الياباني اجتماعا.", "رئيس الوزراء الياباني"),
    ],
)
def test_with_may_stand_in_front_of_the_noun(text: str, expected: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert parties(meeting)[1:] == [expected]
    assert name(meeting.place) == "طوكيو"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استقبل الرئيس الكيني وفدا من شيوخ القبائل في نيروبي.", "وفدا من شيوخ القبائل"),
        ("التقى الرئيس الكيني سفراء الدول الراعية أمس.", "سفراء الدول الراعية"),
        ("اجتمع الرئيس الكيني بوجهاء المدينة.", "وجهاء المدينة"),
        ("وصل الرئيس الكيني إلى كمبالا للقاء الوفود.", "الوفود"),
    ],
)
def test_groups_without_names_take_part(text: str, expected: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert parties(meeting) == ["الرئيس الكيني", expected]


def test_two_groups_may_meet() -> None:
    (meeting,) = read("عرضت كينيا استضافة لقاء بين ضباط الجيش ووجهاء المدينة.", "ar").meetings
    assert parties(meeting) == ["ضباط الجيش", "وجهاء المدينة"]


def test_people_of_two_states_stand_for_them() -> None:
    (meeting,) = read("عقد لقاء بين ضباط من كينيا وأوغندا في نيروبي.", "ar").meetings
    assert parties(meeting) == ["Kenya", "Uganda"]


@pytest.mark.parametrize("called", ["العاصمة القطرية", "العاصمة القطرية الدوحة"])
def test_the_capital_of_a_state_is_a_place(called: str) -> None:
    (meeting,) = read(f"التقى الرئيس الكيني رئيس غانا في {called}.", "ar").meetings
    assert meeting.place is not None
    assert (meeting.place.gazetteer_id, meeting.place.text) == ("doha", called)


def test_whoever_attends_behind_a_comma_takes_part() -> None:
    text = "اجتمع الرئيس الكيني برئيس غانا، بحضور وزير الخارجية الكيني."
    (meeting,) = read(text, "ar").meetings
    assert parties(meeting) == ["الرئيس الكيني", "رئيس غانا", "وزير الخارجية الكيني"]


def test_the_latter_is_who_was_named_last() -> None:
    text = "التقى الرئيس الكيني جون كاماو رئيس غانا كوفي منسا، وتعهد الأخير بفتح الحدود."
    (statement,) = read(text, "ar").statements
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.person == "كوفي منسا"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال مصدر إن وزير الخارجية كريم حداد استدعى السفير الكيني.", "كريم حداد"),
        ("قالت مصادر إن الرئيس جواو سيلفا رفض عرضًا كينيًا.", "جواو سيلفا"),
    ],
)
def test_a_verb_behind_a_name_is_no_part_of_it(text: str, person: str) -> None:
    drafts = read(text, "ar")
    named = {m.person for m in drafts.sentences[0].actors}
    assert person in named


def test_a_noun_in_the_accusative_is_no_verb() -> None:
    drafts = read("قالت مصادر إن الرئيس الكيني رفض عرضًا فرنسيًا.", "ar")
    assert "promises" not in {s.act for s in drafts.statements}


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("قال رئيس الوزراء الكيني لأهالي القرية إن البديل حرب.", "أهالي القرية"),
        ("حذر الرئيس الكيني أمام حشد من أنصاره من أن الحرب قادمة.", "حشد من أنصاره"),
        ("قال الرئيس الكيني في كلمة أمام السفراء إن بلاده مستعدة.", "السفراء"),
        ("أفاد مصدران أمنيان «بوابة النيل» بأن الرئيس أرجأ الزيارة.", "بوابة النيل"),
    ],
)
def test_people_without_names_listen(text: str, listener: str) -> None:
    (statement,) = read(text, "ar").statements
    assert [name(a) for a in statement.addressees] == [listener]


def test_reporters_listen_and_the_building_behind_them_does_not() -> None:
    (statement,) = read("قال الرئيس الكيني للصحافيين أمام القصر إن بلاده مستعدة.", "ar").statements
    assert [name(a) for a in statement.addressees] == ["الصحافيين"]


def test_we_told_him_means_the_guest_of_the_meeting_before() -> None:
    text = "استدعى وزير الخارجية الكيني السفير الغاني.\nوقال مصدر: «أبلغناه أن الحدود خط أحمر»."
    (statement,) = read_lines(text, "ar").statements
    assert [name(a) for a in statement.addressees] == ["السفير الغاني"]


def test_a_surname_like_a_nationality_speaks_behind_a_verb() -> None:
    text = "وصل رئيس الوزراء كريم المصري إلى نيروبي.\nوأكد المصري احترام الاتفاق."
    (statement,) = read_lines(text, "ar").statements
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.person == "المصري"


def test_a_source_in_a_body_keeps_its_body() -> None:
    (statement,) = read("قال مصدر في «إيكواس» إن الاجتماع ألغي.", "ar").statements
    assert name(statement.speaker) == "مصدر في «إيكواس»"


@pytest.mark.parametrize("honorific", ["سموه", "جلالته"])
def test_an_honorific_is_whoever_was_spoken_of(honorific: str) -> None:
    text = f"قال الأمير خالد بن سعيد إن الطريق مفتوح.\nوشدد {honorific} على أن الاتفاق قائم."
    _, statement = read_lines(text, "ar").statements
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.person == "خالد بن سعيد"


def test_a_ministry_is_that_of_the_capital_that_opens_the_sentence() -> None:
    (statement,) = read("في نيروبي، قالت وزارة الخارجية إن الحدود مغلقة.", "ar").statements
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.side == "kenya"


def test_whoever_speaks_in_the_meeting_and_goes_on_speaks_to_the_other() -> None:
    text = (
        "اجتمع الرئيس الكيني جون كاماو مع رئيس غانا كوفي منسا في لومي.\n"
        "وعبر كاماو خلال اللقاء عن قلقه، مبينا أن الحدود مغلقة.\n"
        "وأضاف أن بلاده مستعدة."
    )
    statements = read_lines(text, "ar").statements
    assert [name(a) for s in statements for a in s.addressees] == ["رئيس غانا كوفي منسا"] * 3


def test_an_office_behind_a_name_that_takes_no_object_is_its_own() -> None:
    text = "اجتمع الشيخ حمد الراشد رئيس مجلس الوزراء مع وزير الخارجية في جمهورية مصر سامح شكري."
    (meeting,) = read(text, "ar").meetings
    assert [m.person for m in mentions_of(meeting.participants)] == ["حمد الراشد", "سامح شكري"]


def test_whoever_is_held_responsible_did_not_speak() -> None:
    text = "اتهم الرئيس الكيني السلطات بالتقصير، وحمل وزير الداخلية كوفي منسا المسؤولية."
    _, statement = read(text, "ar").statements
    assert name(statement.speaker) == "الرئيس الكيني"
    assert [m.person for m in mentions_of(statement.addressees)] == ["كوفي منسا"]


def test_some_of_several_people_speak() -> None:
    (statement,) = read("قال اثنان من المسؤولين الكينيين إن الاتفاق جاهز.", "ar").statements
    assert name(statement.speaker) == "اثنان من المسؤولين الكينيين"
