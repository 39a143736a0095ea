"""Ways in which Arabic agencies tell of meetings: who leads, who is met, behind what."""

import pytest

from tests.reading import met, read_lines


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "وقال الرئيس الغاني جون ماهاما إنه أجرى محادثات مع رئيس توغو فور غناسينغبي.",
            {"جون ماهاما", "فور غناسينغبي"},
        ),
        (
            "وأضاف دوغلاس مارتنز أنه عقد اجتماعا مع وزير الخارجية البيروفي خافيير غونزاليس.",
            {"دوغلاس مارتنز", "خافيير غونزاليس"},
        ),
        (
            "وصل الرئيس الغاني جون ماهاما إلى لومي، ثم عقد جلسة مباحثات مع وزير الخارجية البيروفي "
            "خافيير غونزاليس.",
            {"جون ماهاما", "خافيير غونزاليس"},
        ),
    ],
)
def test_who_speaks_held_the_talks_he_tells_of(text: str, parties: set[str]) -> None:
    assert parties in met(text, "ar")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "استقبل الرئيس الغاني جون ماهاما، في قصر الرئاسة مساء الأحد، رئيس الوزراء الفيجي بيتر "
            "رابوكا.",
            {"جون ماهاما", "بيتر رابوكا"},
        ),
        (
            "استدعت وزارة الخارجية الفيجية، صباح الثلاثاء، السفير الغاني كوامي منساه.",
            {"Fijian Ministry of Foreign Affairs", "كوامي منساه"},
        ),
        (
            "التقى وزير الخارجية الغاني كوامي منساه، في مقر الوزارة، نظيره الفيجي بيتر رابوكا.",
            {"كوامي منساه", "بيتر رابوكا"},
        ),
        (
            "استقبل رئيس الوزراء الفيجي بيتر رابوكا، أمس، الرئيس الغاني جون ماهاما، بعد أيام من "
            "إعلان باريس انسحابها.",
            {"بيتر رابوكا", "جون ماهاما"},
        ),
    ],
)
def test_an_aside_stands_between_host_and_guest(text: str, parties: set[str]) -> None:
    assert met(text, "ar")[0] == parties


def test_two_ministers_named_before_are_those_who_held_it() -> None:
    text = (
        "التقى وزير الخارجية الغاني كوامي منساه نظيره الفيجي بيتر رابوكا في سوفا الأحد.\n"
        "وكان الوزيران قد عقدا اجتماعا في أكرا الشهر الماضي."
    )
    assert met(text, "ar")[1] == {"كوامي منساه", "بيتر رابوكا"}


def test_a_dual_verb_says_what_both_of_those_met_say() -> None:
    text = (
        "التقى وزير الخارجية الغاني كوامي منساه نظيره الفيجي بيتر رابوكا في سوفا الأحد.\n"
        "وقالا في بيان مشترك إن المعبر سيفتح."
    )
    found = read_lines(text, "ar").statements
    assert {s.speaker.person for s in found if s.speaker} == {"كوامي منساه", "بيتر رابوكا"}


@pytest.mark.parametrize("word", ["وفدا", "لجان", "بيانا"])
def test_a_word_that_begins_like_and_holds_no_name(word: str) -> None:
    drafts = read_lines(f"وشكلت الوزارة {word} لمعالجة الملف.", "ar")
    named = [m for r in drafts.sentences for m in (*r.actors, *r.places)]
    assert all(word not in m.text for m in named)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "عقد الاجتماع بين الشيخ ناصر بن حمد وعبد اللطيف المنصوري في أكرا.",
            {"ناصر بن حمد", "عبد اللطيف المنصوري"},
        ),
        ("اجتمع ماريو غريسلي مع معين عبد الملك في أكرا.", {"ماريو غريسلي", "معين عبد الملك"}),
        ("التقى هانس ويلدر في أكرا أندريه ماليك.", {"هانس ويلدر", "أندريه ماليك"}),
    ],
)
def test_names_beside_names_need_no_list(text: str, parties: set[str]) -> None:
    assert met(text, "ar")[0] == parties


def test_two_ministers_are_those_named_behind() -> None:
    text = (
        "التقى وزيرا خارجية غانا وفيجي في سوفا الثلاثاء.\n"
        "وخرج كوامي منساه وقاسم كوليبالي من الاجتماع ببيان قصير.\n"
        "وقال الوزيران إن المعبر سيفتح."
    )
    assert met(text, "ar")[0] == {"كوامي منساه", "قاسم كوليبالي"}


def test_the_ministers_of_the_two_countries_hold_a_meeting() -> None:
    text = (
        "توترت العلاقات بين غانا وفيجي.\nوعقد وزيرا خارجية البلدين الجمعة اجتماعا في سوفا.\n"
        "وقال هانس ويلدر وأندريه ماليك بعد الاجتماع إن المعبر سيفتح."
    )
    assert met(text, "ar")[0] == {"هانس ويلدر", "أندريه ماليك"}


def test_two_of_three_meet_by_themselves() -> None:
    text = (
        "استقبل الرئيس الغاني جون ماهاما الرئيس الفيجي بيتر رابوكا ورئيس توغو فور غناسينغبي.\n"
        "واجتمع ماهاما برابوكا في القصر."
    )
    assert met(text, "ar")[1] == {"ماهاما", "رابوكا"}


def test_who_chairs_a_body_meets_with_it() -> None:
    text = (
        "ترأس رئيس مجلس الوزراء القائد العام للقوات المسلحة سالم عمر الدوري، اليوم الأحد، اجتماعا "
        "للمجلس الوزاري خصص للموازنة."
    )
    assert "سالم عمر الدوري" in met(text, "ar")[0]
    assert len(met(text, "ar")[0]) == 2


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            "التقى الرئيس الغاني نظيره التوغولي في لومي. وقرر الاتحاد الأفريقي عقد قمة استثنائية "
            "في أديس أبابا.",
            {"African Union"},
            "planned",
        ),
        ("قررت فيجي استضافة مؤتمر دولي حول غانا في سوفا في مايو.", {"Fiji"}, "planned"),
        (
            "قرر رئيس الوزراء الفيجي لقاء الرئيس الغاني في سوفا.",
            {"رئيس الوزراء الفيجي", "الرئيس الغاني"},
            "planned",
        ),
    ],
)
def test_whoever_decides_to_meet_takes_part(text: str, parties: set[str], status: str) -> None:
    last = read_lines(text, "ar").meetings[-1]
    assert (met(text, "ar")[-1], last.status) == (parties, status)
